import { describe, expect, it } from 'vitest';
import { conduct, type Agent, type Conducted } from '../../src/delegates/index.ts';
import { decide, lay, open, view, type State } from '../../src/engine/index.ts';
import { asOffer, type DelegationId, type Scenario, type SeatId } from '../../src/engine/seat.ts';
import { diceOf, invented, newYork, seatsOf, type Cast } from './play.ts';

interface Step {
  readonly before: State;
  /** Whose turn it was said to be; only where somebody asked. */
  readonly said: SeatId | undefined;
  readonly next: Conducted | undefined;
}

interface Around extends Cast {
  /** Is played by a person, who does what the machine would, but only when the table waits. */
  readonly person?: DelegationId;
  /** Whether somebody asks, before each move, whose turn it is. */
  readonly asks?: boolean;
  /** Whether a view stays the same object while nothing has happened. */
  readonly keeps?: boolean;
}

/** Every step of a game to its end, those included at which the table waits. */
const stepsOf = (scenario: Scenario, seed: string, around: Around = {}): readonly Step[] => {
  const { person, asks = true, keeps = false, ...cast } = around;
  const table = lay(scenario, seed);
  let state = open(table);
  let shown = { of: state, seen: view(table, state, 'chair') };
  const chairs = (): typeof shown.seen => {
    if (!keeps || shown.of !== state) shown = { of: state, seen: view(table, state, 'chair') };
    return shown.seen;
  };
  const agents = seatsOf(scenario, cast);
  const conductor = conduct({
    scenario,
    seats: new Map([...agents].filter(([seat]) => seat !== person)),
    people: person === undefined ? [] : [person],
    viewOf: (seat) => (seat === 'chair' ? chairs() : view(table, state, seat)),
    diceOf: (seat) => diceOf(seed, seat),
  });
  const steps: Step[] = [];
  let own = 0;
  const personMoves = (seat: DelegationId): void => {
    const act = own < 10 ? agents.get(seat)?.act(view(table, state, seat), diceOf(seed, seat)) : undefined;
    const decided = decide(table, state, { seat, command: act?.command ?? { kind: 'done' } });
    own = act === undefined ? 0 : own + 1;
    if (decided.refusal === undefined) state = decided.next;
    else own = 10;
  };
  for (let count = 0; count < 20_000 && state.status === 'open'; count += 1) {
    const said = asks ? conductor.turn() : undefined;
    const next = conductor.next();
    steps.push({ before: state, said, next });
    if (next === undefined) {
      if (person === undefined) break;
      personMoves(person);
      continue;
    }
    const decided = decide(table, state, { seat: next.seat, command: next.command });
    if (decided.refusal === undefined) state = decided.next;
    else conductor.refused({ seat: next.seat, command: next.command });
  }
  if (state.status === 'closed')
    steps.push({ before: state, said: conductor.turn(), next: conductor.next() });
  return steps;
};

const ids = invented('turn').delegations.map(({ id }) => id);
const [, person] = ids;

/** Takes an offer that nobody has made, which is refused; so is what is then said instead. */
const hasty: Agent = {
  act: ({ phase }) =>
    phase === 'corridor'
      ? {
          command: { kind: 'accept', offer: asOffer('offer-of-nobody'), because: [] },
          because: [{ code: 'gains' }],
        }
      : undefined,
};
const withHasty: Around = { instead: new Map(ids.slice(2).map((id) => [id, hasty])) };

describe('whose turn it is', () => {
  const games = [
    stepsOf(invented('turn'), 'one'),
    stepsOf(invented('turn'), 'two', { strength: 'gentle', keeps: true }),
    stepsOf(invented('turn'), 'three', { strength: 'hard', ...(person === undefined ? {} : { person }) }),
    stepsOf(invented('turn'), 'four', withHasty),
    stepsOf(newYork(), 'five', { keeps: true }),
  ];

  it('is said of the very seat that moves next, and of nobody while the table waits or when the game has closed', () => {
    for (const steps of games) {
      expect(steps.at(-1)?.before.status).toBe('closed');
      const wrong = steps.filter(({ said, next }) => said !== next?.seat);
      expect(wrong.map(({ before, said, next }) => [before.session, before.phase, said, next])).toEqual([]);
    }
  });

  it('was asked where it is hard to say: in a new phase, where the Chair opens, where somebody declines instead', () => {
    const all = games.flat();
    const openings = all.filter(({ next }) => next?.command.kind === 'draft' || next?.command.kind === 'put');
    const instead = all.filter(({ next }) => next?.because[0]?.code === 'no-longer-possible');
    const waits = all.filter(({ before, next }) => next === undefined && before.status === 'open');
    const firsts = all.filter(({ before }, place) => all[place - 1]?.before.phase !== before.phase);
    expect([openings, instead, waits, firsts].map(({ length }) => length > 1)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('can be asked as often as one likes: the game is the same', () => {
    const played = (steps: readonly Step[]) => steps.map(({ next }) => next);
    expect(played(stepsOf(invented('turn'), 'one', { asks: false }))).toEqual(played(games[0] ?? []));
    expect(played(stepsOf(invented('turn'), 'four', { ...withHasty, asks: false }))).toEqual(
      played(games[3] ?? []),
    );
  });
});
