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

/** By fold: what each delegation was told when the last text was decided; whoever signed against its own vote, at the end. */
const atGavel = ({ table, moves, last }: PlayedGame): readonly Mandate[] => {
  let state = open(table);
  let found = last.mandates;
  for (const event of moves.flatMap(({ events }) => events)) {
    state = evolve(table, state, event);
    if (event.kind !== 'decided' || event.amendment !== undefined) continue;
    const late = new Set(
      event.answers.flatMap(({ by, answer }) => (answer === 'yes' || answer === 'join' ? [] : [by])),
    );
    found = state.mandates.map((mandate, place) => {
      const seat = last.outcome?.seats[place];
      const signed = event.adopted && seat?.bound === true && late.has(seat.delegation);
      return signed ? (last.mandates[place] ?? mandate) : mandate;
    });
  }
  return found;
};

describe('what a capital says after the gavel', () => {
  const later = (game: PlayedGame, change: (mandate: Mandate) => Mandate): PlayedGame => ({
    ...game,
    last: { ...game.last, mandates: game.last.mandates.map(change) },
  });

  it('makes no text feasible, and takes none away, where nothing was signed later', () => {
    for (const game of games) {
      const { feasible, redLinesCrossed } = judged(game, all);
      const signed = (game.last.outcome?.seats ?? []).some(({ delegation, bound }) => {
        const voted = game.moves
          .flatMap(({ events }) => events)
          .findLast((event) => event.kind === 'decided' && event.amendment === undefined && event.adopted);
        const mine =
          voted?.kind === 'decided' ? voted.answers.find(({ by }) => by === delegation)?.answer : undefined;
        return bound && mine !== 'yes' && mine !== 'join';
      });
      if (signed) continue;
      const strict = later(game, (mandate) => ({ ...mandate, reservation: 9_999 }));
      const lax = later(game, (mandate) => ({ ...mandate, reservation: 0, redLines: [] }));
      const red = later(game, (mandate) => ({
        ...mandate,
        redLines: game.table.scenario.articles.flatMap(({ id, options }) =>
          options.map((_, option) => ({ article: id, option })),
        ),
      }));
      expect([strict, lax, red].map((other) => judged(other, all).feasible)).toEqual([
        feasible,
        feasible,
        feasible,
      ]);
      expect(judged(red, all).redLinesCrossed).toBe(redLinesCrossed);
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

describe('the Nash share of the text alone', () => {
  it('is that of what the text is worth to whoever is bound by it, and of nothing beside it; at most 1', () => {
    let traded = 0;
    for (const game of games) {
      const { scenario } = game.table;
      const { outcome } = game.last;
      const mandates = atGavel(game);
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
