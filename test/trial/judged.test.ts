import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nash, nashShare, problemOf } from '../../src/analysis/index.ts';
import { delegate, type Agent } from '../../src/delegates/index.ts';
import {
  evolve,
  lay,
  open,
  worthOfText,
  type DelegationId,
  type Event,
  type Mandate,
  type Scenario,
  type SeatId,
  type State,
  type Undertaking,
} from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { judged } from '../../src/trial/judged.ts';
import { playMachines, type PlayedGame } from '../../src/trial/machines.ts';

const shelved = (name: string): Scenario => {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'));
  if (scenario === undefined) throw new Error(`${name} has faults`);
  return scenario;
};
const crime = shelved('crime-convention');
const school = shelved('class-45');
const hard = (scenario: Scenario, seed: string, instead: readonly (readonly [SeatId, Agent])[] = []) =>
  playMachines(
    lay(scenario, seed),
    new Map<SeatId, Agent>([
      ...scenario.delegations.map(({ id }): [SeatId, Agent] => [id, delegate(scenario, id, 'hard')]),
      ...instead,
    ]),
  );
const all = (): boolean => true;
const isVote = (event: Extract<Event, { kind: 'decided' }>): boolean =>
  event.adopted && event.method === 'vote' && event.amendment === undefined;

/** A hard delegate that says yes to whatever is put. */
const yesSayer = (scenario: Scenario, id: DelegationId): Agent => {
  const usual = delegate(scenario, id, 'hard');
  return {
    act: (view, dice) => {
      if (view.decision === undefined || view.decision.mine !== undefined) return usual.act(view, dice);
      const answer = view.decision.method === 'vote' ? 'yes' : 'join';
      return { command: { kind: 'answer', answer, articles: [], because: [] }, because: [] };
    },
  };
};

describe('who is bound below its reservation value', () => {
  // A text adopted by vote, and somebody who said yes; it is made to have paid more on adoption than the text brings it.
  const played = Array.from({ length: 20 }, (_, k) => hard(crime, `1/${k + 1}`)).find(({ moves }) =>
    moves.some(({ events }) => events.some((event) => event.kind === 'decided' && isVote(event))),
  );
  if (played === undefined) throw new Error('nothing was adopted by vote');
  const place = played.last.outcome?.seats.findIndex(({ bound }) => bound) ?? -1;
  const [payer, other] = [crime.delegations[place], crime.delegations.find((_, at) => at !== place)];
  const token = crime.tokens.find((_, at) => (played.last.mandates[place]?.tokenWorth[at] ?? 0) > 0);
  if (payer === undefined || other === undefined || token === undefined) throw new Error('nobody can pay');
  const paid: Undertaking = {
    kind: 'tokens',
    by: payer.id,
    to: other.id,
    token: token.id,
    amount: 1_000,
    when: { on: 'adoption', containing: [] },
  };
  const saying = (answer: 'yes' | 'no'): PlayedGame => ({
    ...played,
    last: { ...played.last, carriedOut: [...played.last.carriedOut, paid] },
    moves: played.moves.map((move) => ({
      ...move,
      events: move.events.map((event) =>
        event.kind === 'decided' && isVote(event)
          ? {
              ...event,
              answers: event.answers.map((given) => (given.by === payer.id ? { ...given, answer } : given)),
            }
          : event,
      ),
    })),
  });

  it('is whoever said yes and has paid more than the text brings it', () => {
    expect(judged(played, all).belowReservation).toBe(0);
    expect(judged(saying('yes'), all).belowReservation).toBe(1);
  });

  it('is not whoever voted against, lost, paid what was due on adoption, and then signed what is better than staying out', () => {
    expect(judged(saying('no'), all).belowReservation).toBe(0);
  });

  it('is whoever says yes to a text that is worse than nothing for it', () => {
    // Somebody's objection stops a text there; with a yes of its own it would have been bound.
    const stopped = Array.from({ length: 12 }, (_, k) => `1/${k + 1}`).filter(
      (seed) => hard(school, seed).last.outcome?.end !== 'adopted',
    );
    const counts = stopped.flatMap((seed) =>
      school.delegations.map(
        ({ id }) => judged(hard(school, seed, [[id, yesSayer(school, id)]]), all).belowReservation,
      ),
    );
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });
});

const games = [crime, school].flatMap((scenario) =>
  Array.from({ length: 8 }, (_, k) => hard(scenario, `1/${k + 1}`)),
);

/** The game, had this delegation been told something else just before, or just after, the first event of this kind. */
const told = (
  game: PlayedGame,
  id: DelegationId,
  when: 'before' | 'after',
  is: (event: Event) => boolean,
  change: (mandate: Mandate) => Mandate,
): PlayedGame => {
  const place = game.table.scenario.delegations.findIndex((delegation) => delegation.id === id);
  let state = open(game.table);
  let done = false;
  const moves = game.moves.map((move) => ({
    ...move,
    events: move.events.flatMap((event): readonly Event[] => {
      const hit = !done && is(event);
      const before = state.mandates[place];
      state = evolve(game.table, state, event);
      const mandate = when === 'before' ? before : state.mandates[place];
      if (!hit || mandate === undefined) return [event];
      done = true;
      const instructed: Event = {
        kind: 'instructed',
        delegation: id,
        mandate: change(mandate),
        why: { code: 'facilitator' },
      };
      return when === 'before' ? [instructed, event] : [event, instructed];
    }),
  }));
  if (!done) throw new Error('no such event');
  return { ...game, moves };
};
const dear = (mandate: Mandate): Mandate => ({ ...mandate, reservation: 9_999 });

describe('what a capital says', () => {
  const [signed] = games.flatMap((game) => {
    const event = game.moves.flatMap(({ events }) => events).find(({ kind }) => kind === 'signed');
    return event?.kind === 'signed' ? [{ game, by: event.by }] : [];
  });
  if (signed === undefined) throw new Error('nobody signed');
  const signing = (event: Event): boolean => event.kind === 'signed' && event.by === signed.by;

  it('counts until one signs, and no longer', () => {
    const { game, by } = signed;
    expect(judged(game, all)).toMatchObject({ belowReservation: 0, redLinesCrossed: 0 });
    expect(judged(told(game, by, 'before', signing, dear), all).belowReservation).toBe(1);
    expect(judged(told(game, by, 'after', signing, dear), all)).toEqual(judged(game, all));
    const text = game.last.outcome?.text ?? [];
    const barred = (mandate: Mandate): Mandate => ({
      ...mandate,
      redLines: crime.articles.map(({ id }, place) => ({ article: id, option: text[place] ?? 0 })),
    });
    expect(judged(told(game, by, 'before', signing, barred), all).redLinesCrossed).toBe(1);
    expect(judged(told(game, by, 'after', signing, barred), all)).toEqual(judged(game, all));
  });

  it('counts as long as a text can be put, and no longer, where none is adopted', () => {
    const closing = (event: Event): boolean => event.kind === 'phase-opened' && event.phase === 'capital';
    const stopped = games.filter(({ last }) => last.outcome?.end === 'not-adopted');
    expect(stopped.length).toBeGreaterThan(0);
    for (const game of stopped) {
      const last = game.moves.flatMap(({ events }) => events).findLast(closing);
      const put = game.moves
        .flatMap(({ events }) => events)
        .findLast((event) => event.kind === 'text-put' && event.amendment === undefined);
      const [first] = game.table.scenario.delegations;
      if (first === undefined || last === undefined || put === undefined) throw new Error('no decision');
      expect(
        judged(
          told(game, first.id, 'before', (event) => event === put, dear),
          all,
        ).feasible,
      ).toBe(false);
      expect(
        judged(
          told(game, first.id, 'after', (event) => event === last, dear),
          all,
        ),
      ).toEqual(judged(game, all));
    }
  });
});

describe('a game without an adopted text', () => {
  it('has no share of anything, also where the best text leaves somebody with nothing', () => {
    const stopped = games.filter(({ last }) => last.outcome?.end !== 'adopted');
    expect(stopped.length).toBeGreaterThan(0);
    for (const game of stopped)
      expect(judged(game, all)).toMatchObject({ nashShare: 0, textShare: 0, belowReservation: 0 });
  });
});

/** What was said last to each while a text could be put, to whoever signed by when it did: by going back from the end. */
const lastTold = ({ table, moves, last }: PlayedGame): readonly Mandate[] => {
  const states: { readonly event: Event; readonly state: State }[] = [];
  let state = open(table);
  for (const event of moves.flatMap(({ events }) => events)) {
    state = evolve(table, state, event);
    states.push({ event, state });
  }
  const decided = states.find(
    ({ event }) => event.kind === 'decided' && event.amendment === undefined && event.adopted,
  );
  const gavel = decided ?? states.findLast((one) => one.state.phase === 'decision');
  return last.mandates.map((mandate, place) => {
    const signed = states.find(
      ({ event }) => event.kind === 'signed' && event.by === table.scenario.delegations[place]?.id,
    );
    return (signed ?? gavel)?.state.mandates[place] ?? mandate;
  });
};

describe('the Nash share of the text alone', () => {
  it('is that of what the text is worth to whoever is bound by it, and of nothing beside it; at most 1', () => {
    let traded = 0;
    for (const game of games) {
      const { scenario } = game.table;
      const { outcome } = game.last;
      const mandates = lastTold(game);
      const best = nash(problemOf(scenario, mandates));
      const gains = mandates.map((mandate, place) =>
        outcome?.text !== undefined && outcome.seats[place]?.bound === true
          ? worthOfText(scenario, mandate, outcome.text) - mandate.reservation
          : 0,
      );
      const { textShare, nashShare: share } = judged(game, all);
      expect(textShare).toBe(best === undefined ? 0 : nashShare(gains, best.gains));
      expect(textShare).toBeLessThanOrEqual(1);
      if (textShare !== share) traded += 1;
    }
    expect(traded).toBeGreaterThan(0);
  });
});
