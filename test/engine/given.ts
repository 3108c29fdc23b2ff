import { expect } from 'vitest';
import { chapters, decide, lay, open, type State, type Table } from '../../src/engine/index.ts';
import {
  asArticle,
  asConcession,
  asDelegation,
  asIncident,
  asToken,
  type Command,
  type DelegationId,
  type Event,
  type EventKind,
  type Phase,
  type Refusal,
  type Scenario,
  type SeatId,
  type Undertaking,
} from '../../src/engine/seat.ts';
import { throughPhases } from './moves.ts';
import { smallScenario, type Size } from './small.ts';

export const [one, two, three, four] = [
  asDelegation('D0'),
  asDelegation('D1'),
  asDelegation('D2'),
  asDelegation('D3'),
] as const;
export const art = (place: number) => asArticle(`art-${place}`);
export const funds = asToken('funds');
export const capital = asToken('capital');
export const visas = asConcession('visas');
export const training = asConcession('training');

/** A game under way: what is given, what is done, and what must come of it, in the words of the rulebook. */
export class Game {
  readonly table: Table;
  #state: State;
  #last: { readonly events: readonly Event[]; readonly refusal: Refusal | undefined } = {
    events: [],
    refusal: undefined,
  };

  constructor(table: Table, state: State) {
    this.table = table;
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** Changes what is so before the next command. */
  with(change: (state: State) => State): this {
    this.#state = change(this.#state);
    return this;
  }

  at(phase: Phase, session = this.#state.session): this {
    this.#state = throughPhases(this.table, this.#state, session, phase);
    return this;
  }

  when(seat: SeatId, command: Command): this {
    const decided = decide(this.table, this.#state, { seat, command });
    this.#last = { events: decided.events ?? [], refusal: decided.refusal };
    this.#state = decided.next ?? this.#state;
    return this;
  }

  /** The command must have been accepted and must have brought these, in this order, among others. */
  gives(...kinds: readonly EventKind[]): this {
    expect(this.#last.refusal).toBeUndefined();
    const happened = this.#last.events.map((event) => event.kind);
    const order = kinds.map((kind) => happened.indexOf(kind));
    expect(happened).toEqual(expect.arrayContaining([...kinds]));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    return this;
  }

  never(kind: EventKind): this {
    expect(this.#last.events.map((event) => event.kind)).not.toContain(kind);
    return this;
  }

  refused(refusal: Partial<Refusal>): this {
    expect(this.#last.refusal).toMatchObject(refusal);
    return this;
  }

  events<K extends EventKind>(kind: K): readonly Extract<Event, { kind: K }>[] {
    return this.#last.events.filter((event): event is Extract<Event, { kind: K }> => event.kind === kind);
  }

  log(): readonly Event[] {
    return chapters(this.#state).flatMap((chapter) => chapter.events);
  }

  trust(from: number, to: number): number {
    return this.#state.trust[from]?.[to] ?? Number.NaN;
  }

  tokens(seat: number, token: number): number {
    return this.#state.tokens[seat]?.[token] ?? Number.NaN;
  }
}

/** A table of four invented states and four articles with four options each, without incidents unless asked for. */
export const given = (
  size: Partial<Size> = {},
  change: (scenario: Scenario) => Scenario = (scenario) => scenario,
): Game => {
  const scenario = change(smallScenario({ delegations: 4, articles: 4, options: 4, incidents: 0, ...size }));
  const calm = (size.incidents ?? 0) > 0 ? scenario : withoutIncidents(scenario);
  const table = lay(calm, size.seed ?? 'rules');
  return new Game(table, open(table));
};

const withoutIncidents = (scenario: Scenario): Scenario => ({
  ...scenario,
  sessions: scenario.sessions.map((session) => ({ ...session, incidents: [], contexts: 0 })),
});

/** One incident has hit `victim`; what lies behind it is given. */
export const struck = (
  truth: State['incidents'][number]['truth'],
  victim: DelegationId = two,
  suspect?: DelegationId,
  seed = 'rules',
): Game =>
  given({ seed }).with((state) => ({
    ...state,
    damage: state.damage.map((points, place) => (place === 1 ? points + 8 : points)),
    incidents: [
      {
        id: asIncident('hospital'),
        session: 0,
        victim,
        damage: 8,
        ...(suspect === undefined ? {} : { suspect }),
        truth,
        out: false,
        known: state.mandates.map(() => []),
        warned: false,
        inquiry: [],
        assessment: [],
        asked: [],
        responses: [],
      },
    ],
  }));

export const hospital = asIncident('hospital');

export const offerOf = (
  to: readonly DelegationId[],
  undertakings: readonly Undertaking[],
  open_ = false,
): Command => ({
  kind: 'offer',
  to,
  undertakings,
  open: open_,
  expires: 2,
  because: [],
});
