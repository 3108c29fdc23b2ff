import { describe, expect, it } from 'vitest';
import { worthOfClue } from '../../src/delegates/clue-worth.ts';
import { EXCHANGE, worthOfBrink, worthOfOpinion, worthOfTrust } from '../../src/delegates/exchange.ts';
import { beliefIn, suspicions } from '../../src/delegates/judgement.ts';
import { selfOf, type Self } from '../../src/delegates/own.ts';
import { chanceOf, prospectsOf } from '../../src/delegates/prospects.ts';
import type { Weighable } from '../../src/delegates/response.ts';
import { worthOfResponse } from '../../src/delegates/response-worth.ts';
import { openClues } from '../../src/delegates/truth-worth.ts';
import { lay, open, view, type Event, type IncidentSight, type View } from '../../src/engine/index.ts';
import { one, struck, three, two } from '../engine/given.ts';
import { newYork } from './play.ts';

/** The parts of a response's worth that no score shows: restated from what `docs/delegates.md` says of them. */

const clues = [
  { index: 0, origin: 'criminals', reliability: 80 },
  { index: 1, origin: 'criminals', reliability: 70 },
] as const;

/** The second was hit, the third is rumoured to have done it; the third sits here, and knows so many clues. */
const seated = (
  known: readonly number[],
  change: Partial<View> = {},
  seat = three,
): { readonly self: Self; readonly sight: IncidentSight } => {
  const game = struck({ origin: 'criminals', clues: [...clues] }, two, three).with((state) => ({
    ...state,
    mandates: state.mandates.map((mandate) => ({ ...mandate, faceStake: 100 })),
    incidents: state.incidents.map((incident) => ({
      ...incident,
      known: incident.known.map((list, place) => (place === 2 ? known : list)),
    })),
  }));
  const seen = { ...view(game.table, game.state, seat), ...change };
  const self = selfOf(game.table.scenario, seen);
  const [sight] = seen.incidents;
  if (self === undefined || sight === undefined) throw new Error('no seat');
  return { self, sight };
};

const hall = newYork();
const laid = lay(hall, 'standing');
const delegate = (change: Partial<View>): Self => {
  const [first] = hall.delegations;
  const self =
    first === undefined ? undefined : selfOf(hall, { ...view(laid, open(laid), first.id), ...change });
  if (self === undefined) throw new Error('no seat');
  return self;
};

describe('what has no exact worth', () => {
  it('opinion counts by what the papers of the capitals to come would make of it', () => {
    const capitals = hall.sessions.filter(({ phases }) => phases.includes('capital')).length;
    expect(capitals).toBeGreaterThan(0);
    for (const before of [20, 30, 50, 62, 70])
      for (const by of [-15, -4, 4, 15]) {
        const self = delegate({ opinion: hall.delegations.map(() => before) });
        const { interviews, swing, flexibility } = hall.press;
        expect(interviews).toBeGreaterThan(0);
        const none = 1 - chanceOf(prospectsOf(self), []);
        const token = hall.tokens.findIndex(({ id }) => id === flexibility.cost.token);
        const papers = (opinion: number): number => {
          if (opinion < 35) return swing * none;
          return opinion > 65 ? (self.mandate.tokenWorth[token] ?? 0) : 0;
        };
        expect(worthOfOpinion(self, by)).toBeCloseTo(capitals * (papers(before + by) - papers(before)), 9);
      }
  });

  it('tension near the top costs up to 60 hundredths a point: nothing 32 points under it, all of it from 25', () => {
    const { collapse } = hall.tension;
    const rate = (tension: number): number => 60 * Math.min(1, Math.max(0, (tension - (collapse - 32)) / 7));
    for (const tension of [collapse - 40, collapse - 33, collapse - 28, collapse - 10])
      for (const by of [-8, -3, 2, 5]) {
        const self = delegate({ tension, log: [] });
        let price = 0;
        for (let step = 0; step < 1_000; step += 1)
          price += (rate(tension + (by * (step + 0.5)) / 1_000) * by) / 1_000;
        expect(worthOfBrink(self, by)).toBeCloseTo(-price, 2);
      }
  });

  it('referring to what was agreed wins the trust of all who are on record for it', () => {
    const stances = hall.delegations.map((_, seat) =>
      hall.articles.map(({ options }, article) =>
        options.map((__, option) =>
          article === 0 && option === hall.articles[0]?.draft && seat < 5 ? 'support' : 'silent',
        ),
      ),
    );
    const self = delegate({ stances });
    const [article] = hall.articles.map(({ id }) => id);
    const { sight } = seated([]);
    if (article === undefined) throw new Error('no article');
    const said: Weighable = { kind: 'condemn' };
    const plain = worthOfResponse(self, { ...sight, victim: self.own.delegation }, said);
    const cited = worthOfResponse(self, { ...sight, victim: self.own.delegation }, said, [article]);
    // Four others: one of the five is oneself.
    expect(cited.standing - plain.standing).toBeCloseTo(worthOfTrust(self, 4), 9);
    expect(worthOfTrust(self, 4)).toBeGreaterThan(0);
  });

  it('whoever was asked by name, and helps, is spared what not helping costs', () => {
    const { self, sight } = seated([]);
    const asked: IncidentSight['responses'] = [
      { by: two, session: 0, response: { kind: 'ask', from: three }, cites: [] },
    ];
    const [plain, named] = [[], asked].map((responses) =>
      worthOfResponse(self, { ...sight, responses }, { kind: 'assist' }),
    );
    expect((named?.standing ?? 0) - (plain?.standing ?? 0)).toBeCloseTo(worthOfTrust(self, 4), 9);
  });

  it('what is laid open spares whoever is suspected accusations, by how much less it is believed to have done it', () => {
    const { self, sight } = seated([0]);
    const { scenario } = self;
    const cleared =
      beliefIn(suspicions(scenario, { ...sight, clues: [] }), three) -
      beliefIn(suspicions(scenario, sight), three);
    expect(cleared).toBeGreaterThan(0.1);
    const { later, standing } = worthOfResponse(self, sight, { kind: 'share', with: 'all' });
    expect(later).toBeCloseTo(cleared * EXCHANGE.accused * 100, 9);
    expect(standing).toBeCloseTo(worthOfTrust(self, 3 * 4), 9);
  });
});

describe('what somebody is told', () => {
  const [first] = clues;
  const { sight: struckNow } = seated([0]);
  const shared = (by: typeof one, to: typeof one | 'all'): Event => ({
    kind: 'clues-shared',
    incident: struckNow.id,
    by,
    with: to,
    clues: [first],
  });
  const telling = (events: readonly Event[]) =>
    seated([0], { log: [{ session: 0, phase: 'floor', events }] });
  const worth = (events: readonly Event[]): number => {
    const { self, sight } = telling(events);
    return worthOfResponse(self, sight, { kind: 'share', with: two }).standing;
  };

  it('brings nothing where it is seen to know it: it said so itself, was told, or everybody was', () => {
    expect(worth([])).toBeGreaterThan(0);
    expect(worth([shared(one, three)])).toBe(worth([]));
    for (const event of [
      shared(two, three),
      shared(three, two),
      shared(one, 'all'),
      { kind: 'clues-leaked', incident: struckNow.id, clues: [first] } as const,
    ])
      expect(worth([event])).toBe(0);
  });

  it('is known to everybody once it is in the press', () => {
    const leaked: Event = { kind: 'clues-leaked', incident: struckNow.id, clues: [first] };
    const { self, sight } = telling([leaked]);
    expect([...openClues(self, sight)]).toEqual([0]);
  });
});

describe('what is found out in an inquiry', () => {
  it('is worth more with a friend who may join it', () => {
    const trusting = (mine: 'open' | 'good'): number => {
      const { self, sight } = seated([], {}, two);
      const own = { ...self.own, trust: self.own.trust.map((both) => ({ ...both, mine })) };
      // A further clue of one's own is never worth its price.
      const mandate = { ...self.mandate, tokenWorth: self.mandate.tokenWorth.map(() => 100_000) };
      return worthOfClue({ ...self, own, mandate }, sight, 'inquiry', () => 100);
    };
    expect(trusting('good')).toBeGreaterThan(trusting('open'));
  });
});
