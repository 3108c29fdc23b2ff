import { chair, conduct, delegate, type Agent, type Conductor } from '../../delegates/index.ts';
import {
  decide,
  dice,
  evolve,
  hashOf,
  keptViews,
  open,
  view,
  type DelegationId,
  type Event,
  type Move,
  type Reason,
  type Refusal,
  type Scenario,
  type SeatId,
  type State,
  type Table,
  type Text,
  type Undertaking,
  type View,
} from '../../engine/index.ts';
import {
  tableOf,
  withReflection,
  type GameRecord,
  type RecordedMove,
  type Reflection,
} from '../../scenario/index.ts';
import type { Belief, PackageAppraisal, TableAnalysis, TextAppraisal } from './contract.ts';
import { beliefsIn, packageFigures, strengthsIn, tableFigures, textFigures } from './figures.ts';

/** A move that the host has found to be possible, not yet made. */
export interface Prepared {
  readonly entry: RecordedMove;
  readonly next: State;
}

/**
 * A game that runs here: it holds the whole state, judges commands and lets AI delegates play. No worker, no storage, no clock:
 * those are around it. What leaves it is a view, and the moves for the file.
 */
export class Host {
  readonly scenario: Scenario;
  /** Delegations played by people, in the order in which they sit. */
  readonly people: readonly DelegationId[];
  /** Who is at the screen. `observer` while several share it and it is being handed over. */
  #at: SeatId;
  /** Who sat there last. */
  #last: DelegationId | undefined;
  readonly #table: Table;
  #record: GameRecord;
  #state: State;
  readonly #moves: RecordedMove[];
  readonly #stumbled: (error: unknown) => void;
  readonly #conductor: Conductor;

  private constructor(
    scenario: Scenario,
    record: GameRecord,
    state: State,
    stumbled: (error: unknown) => void,
  ) {
    this.scenario = scenario;
    this.#stumbled = stumbled;
    const shared = record.people?.map(({ seat }) => seat);
    this.people = shared ?? scenario.delegations.flatMap(({ id }) => (id === record.seat ? [id] : []));
    this.#at = shared === undefined ? record.seat : 'observer';
    this.#table = tableOf(scenario, record);
    this.#record = record;
    this.#state = state;
    this.#moves = [...record.moves];
    this.#conductor = this.#company();
  }

  /**
   * A game from its record. Without `state` it is folded here; whoever gives one has verified the record by `openGame`.
   * `stumbled` hears of AI delegates that broke instead of answering: a fault of ours, after which they pass.
   */
  static from(
    scenario: Scenario,
    record: GameRecord,
    state?: State,
    stumbled: (error: unknown) => void = () => undefined,
  ): Host {
    return new Host(scenario, record, state ?? folded(tableOf(scenario, record), record.moves), stumbled);
  }

  get state(): State {
    return this.#state;
  }

  get moves(): readonly RecordedMove[] {
    return this.#moves;
  }

  get record(): GameRecord {
    return { ...this.#record, moves: this.#moves };
  }

  /** Whether several people share the screen. */
  get shared(): boolean {
    return this.#record.people !== undefined;
  }

  get at(): SeatId {
    return this.#at;
  }

  /** Somebody sits down at a shared screen, or leaves it. Whoever does not play here leaves it as it is. */
  sit(seat: DelegationId | undefined): void {
    if (!this.shared) return;
    if (seat === undefined) this.#at = 'observer';
    else if (this.people.includes(seat)) {
      this.#at = seat;
      this.#last = seat;
    }
  }

  /** Who of those that share the screen should sit down next: the first after the last one who has something left to do. */
  next(): DelegationId | undefined {
    if (!this.shared || this.#state.status === 'closed') return undefined;
    const { done, decision } = this.#state;
    const after = this.#last === undefined ? 0 : this.people.indexOf(this.#last) + 1;
    return [...this.people.slice(after), ...this.people.slice(0, after)].find(
      (id) => !done.includes(id) && !(decision?.answers.some(({ by }) => by === id) ?? false),
    );
  }

  /** Judges a command of the person at the table. */
  prepare(move: Move, because: readonly Reason[] = []): Prepared | Refusal {
    const decided = decide(this.#table, this.#state, move);
    if (decided.refusal !== undefined) return decided.refusal;
    const entry = { move, events: decided.events, because, hash: hashOf(decided.next) };
    return { entry, next: decided.next };
  }

  /** Makes a prepared move, after it has been stored. */
  make({ entry, next }: Prepared): readonly Event[] {
    this.#state = next;
    this.#moves.push(entry);
    return entry.events;
  }

  /** Which AI seat would move next; `undefined` while the table waits for the person. */
  turn(): SeatId | undefined {
    return this.#state.status === 'closed' ? undefined : this.#conductor.turn();
  }

  /** The next move by machine. A refused one is passed over. */
  machine(): Prepared | undefined {
    for (let guard = 0; guard < 100; guard += 1) {
      const next = this.#conductor.next();
      if (next === undefined) return undefined;
      const move: Move = { seat: next.seat, command: next.command };
      const prepared = this.prepare(move, next.because);
      if (!('refused' in prepared)) return prepared;
      this.#conductor.refused(move);
    }
    return undefined;
  }

  /** Whoever sits here says something about the game. Whoever does not is not heard. */
  reflect(reflection: Reflection): boolean {
    const { seat } = reflection;
    if (seat !== this.#record.seat && !this.people.some((person) => person === seat)) return false;
    this.#record = {
      ...this.#record,
      reflections: withReflection(this.#record.reflections ?? [], reflection),
    };
    return true;
  }

  /** What was said by whoever is at the screen; once the game has closed, by all. */
  reflections(): readonly Reflection[] {
    const all = this.#record.reflections ?? [];
    return this.#state.status === 'closed' ? all : all.filter(({ seat }) => seat === this.#at);
  }

  seen(): View {
    return view(this.#table, this.#state, this.#at);
  }

  /** How many moves there were when the present phase was opened. */
  phaseStart(): number {
    return (
      1 + this.#moves.findLastIndex(({ events }) => events.some((event) => event.kind === 'phase-opened'))
    );
  }

  /** Whether the person at the screen, and nobody else of those who share it, has done something in this phase. */
  canUndo(): boolean {
    const people: readonly SeatId[] = this.#record.seat === 'chair' ? ['chair'] : this.people;
    const mine = this.#moves
      .slice(this.phaseStart())
      .map(({ move }) => move.seat)
      .filter((seat) => people.includes(seat));
    return this.#state.status === 'open' && mine.length > 0 && mine.every((seat) => seat === this.#at);
  }

  /** The game as it was at the start of the present phase, with a line in its history that says so. */
  undone(): Host {
    const after = this.phaseStart();
    const { session, phase } = this.#state;
    const line = { session, phase, after, dropped: this.#moves.length - after };
    const moves = this.#moves.slice(0, after);
    const record = { ...this.#record, moves, undone: [...(this.#record.undone ?? []), line] };
    const back = Host.from(this.scenario, record, undefined, this.#stumbled);
    back.#at = this.#at;
    back.#last = this.#last;
    return back;
  }

  beliefs(): readonly (Belief | null)[] {
    return beliefsIn(this.scenario, this.seen());
  }

  appraise(
    undertakings: readonly Undertaking[],
    parties: readonly DelegationId[],
    openly: boolean,
  ): PackageAppraisal {
    const strengths = strengthsIn(this.#record);
    return packageFigures(this.scenario, this.seen(), undertakings, parties, openly, strengths);
  }

  appraiseText(text: Text): TextAppraisal {
    return textFigures(this.scenario, this.seen(), text);
  }

  analysis(): TableAnalysis | undefined {
    return tableFigures(this.scenario, this.#state);
  }

  #company(): Conductor {
    const { scenario } = this;
    const seats = new Map<SeatId, Agent>();
    if (this.#record.seat !== 'chair') seats.set('chair', this.#caught(chair(scenario)));
    for (const delegation of scenario.delegations)
      if (!this.people.includes(delegation.id))
        seats.set(delegation.id, this.#caught(delegate(scenario, delegation.id, this.#record.strength)));
    return conduct({
      scenario,
      seats,
      people: this.people,
      // The same view is asked for whose turn it is, and for the move.
      viewOf: keptViews(this.#table, () => this.#state),
      diceOf: (seat) => dice(this.#table.seed, seat),
    });
  }

  /** One delegate's mistake must not end everybody's game: whoever breaks has nothing to say this time. */
  #caught(agent: Agent): Agent {
    return {
      act: (seen, chance) => {
        try {
          return agent.act(seen, chance);
        } catch (error) {
          this.#stumbled(error);
          return undefined;
        }
      },
    };
  }
}

/** Events are what happened, whatever the rules would make of the moves today. */
const folded = (table: Table, moves: readonly RecordedMove[]): State =>
  moves.flatMap(({ events }) => events).reduce((now, event) => evolve(table, now, event), open(table));
