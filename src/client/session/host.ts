import { judge, problemOf } from '../../analysis/index.ts';
import {
  appraisePackage,
  appraiseText,
  believe,
  chair,
  conduct,
  delegate,
  type Agent,
  type Conductor,
} from '../../delegates/index.ts';
import {
  appraise,
  breaches,
  decide,
  dice,
  hashOf,
  lay,
  open,
  view,
  worthOfText,
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
import type { GameRecord, RecordedMove } from '../../scenario/index.ts';
import type { Belief, PackageAppraisal, TableAnalysis, TextAppraisal } from './contract.ts';

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
  readonly person: SeatId;
  readonly #table: Table;
  readonly #record: GameRecord;
  #state: State;
  #moves: RecordedMove[];
  #conductor: Conductor;

  private constructor(scenario: Scenario, record: GameRecord, state: State) {
    this.scenario = scenario;
    this.person = record.seat;
    this.#table = lay(scenario, record.seed);
    this.#record = record;
    this.#state = state;
    this.#moves = [...record.moves];
    this.#conductor = this.#company();
  }

  /** A game from its record. The record has been verified: `readGameFile` or `folded` has given `state`. */
  static from(scenario: Scenario, record: GameRecord, state?: State): Host {
    return new Host(scenario, record, state ?? open(lay(scenario, record.seed)));
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

  seen(): View {
    return view(this.#table, this.#state, this.person);
  }

  /** How many moves there were when the present phase was opened. */
  phaseStart(): number {
    return (
      1 + this.#moves.findLastIndex(({ events }) => events.some((event) => event.kind === 'phase-opened'))
    );
  }

  /** Whether the person has done something in this phase that can be taken back. */
  canUndo(): boolean {
    return (
      this.#state.status === 'open' &&
      this.#moves.slice(this.phaseStart()).some(({ move }) => move.seat === this.person)
    );
  }

  /** The game as it was at the start of the present phase. */
  undone(): Host {
    const moves = this.#moves.slice(0, this.phaseStart());
    const record = { ...this.#record, moves, undone: (this.#record.undone ?? 0) + 1 };
    let state = open(this.#table);
    for (const { move } of moves) state = decide(this.#table, state, move).next ?? state;
    return new Host(this.scenario, record, state);
  }

  beliefs(): readonly (Belief | null)[] {
    return believe(this.scenario, this.seen());
  }

  appraise(undertakings: readonly Undertaking[], parties: readonly DelegationId[]): PackageAppraisal {
    const seen = this.seen();
    const own =
      seen.own === undefined
        ? { now: 0, onAdoption: 0, ifKept: 0 }
        : appraise(this.scenario, seen.own.mandate, seen.own.delegation, undertakings);
    return { own, others: appraisePackage(this.scenario, seen, undertakings, parties), because: [] };
  }

  appraiseText(text: Text): TextAppraisal {
    const seen = this.seen();
    const mandate = seen.own?.mandate;
    return {
      own: {
        worth: mandate === undefined ? 0 : worthOfText(this.scenario, mandate, text),
        reservation: mandate?.reservation ?? 0,
        crosses:
          mandate === undefined ? [] : breaches(this.scenario, mandate, text).map((line) => line.article),
      },
      others: appraiseText(this.scenario, seen, text),
    };
  }

  /** Exact figures of the table, once the game has closed and may be revealed. */
  analysis(): TableAnalysis | undefined {
    const { outcome, mandates } = this.#state;
    if (outcome === undefined || !this.scenario.procedure.revealAtEnd) return undefined;
    const reservations = mandates.map((mandate) => mandate.reservation);
    const utilities = outcome.seats.map(
      (seat, place) => seat.utility - seat.walkAway + (reservations[place] ?? 0),
    );
    const verdict = judge(problemOf(this.scenario, mandates), utilities);
    return {
      feasible: verdict.feasible,
      utilities,
      reservations,
      ...(verdict.nashShare === undefined ? {} : { nashShare: verdict.nashShare }),
      ...(verdict.paretoDistance === undefined ? {} : { paretoDistance: verdict.paretoDistance }),
      ...(verdict.nash === undefined
        ? {}
        : { nash: { text: verdict.nash.text, utilities: verdict.nash.utilities } }),
      ...(verdict.better === undefined
        ? {}
        : { better: { text: verdict.better.text, utilities: verdict.better.utilities } }),
    };
  }

  #company(): Conductor {
    const { scenario } = this;
    const seats = new Map<SeatId, Agent>([['chair', chair(scenario)]]);
    for (const delegation of scenario.delegations)
      if (delegation.id !== this.person)
        seats.set(delegation.id, delegate(scenario, delegation.id, this.#record.strength));
    return conduct({
      scenario,
      seats,
      people: scenario.delegations.flatMap((delegation) =>
        delegation.id === this.person ? [delegation.id] : [],
      ),
      viewOf: (seat) => view(this.#table, this.#state, seat),
      diceOf: (seat) => dice(this.#table.seed, seat),
    });
  }
}
