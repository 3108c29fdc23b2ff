import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardIn } from '../../src/delegates/heard.ts';
import { layoutOf, partsOf } from '../../src/delegates/layout.ts';
import { gainIn, liking, likelyTexts } from '../../src/delegates/likely-texts.ts';
import { modelsFrom } from '../../src/delegates/models.ts';
import { selfOf, type Self } from '../../src/delegates/own.ts';
import { chanceOf, prospectsOf, publicProspects } from '../../src/delegates/prospects.ts';
import { breaksWord, imagined, rootOf } from '../../src/delegates/worlds.ts';
import {
  asDeal,
  asPromise,
  lay,
  open,
  view,
  type DelegationId,
  type Provision,
  type Scenario,
  type SeatId,
  type Text,
  type View,
} from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { invented, newYork, play, type Played } from './play.ts';
import { adopted } from './reckoning.ts';

const shelf = (name: string): Scenario => {
  const { scenario } = readScenario(
    readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8'),
  );
  if (scenario === undefined) throw new Error(`scenarios/${name}.yaml has faults`);
  return scenario;
};

const firstSteps = play(shelf('first-steps'), 'prospects/first');
const games: readonly Played[] = [
  firstSteps,
  play(invented('prospects'), 'prospects/invented'),
  play(newYork(), 'prospects/york'),
  play(shelf('crime-convention'), 'prospects/vote'),
];

/** The real seat at one of the turns of a game, for as long as no text has been adopted. */
const at = ({ table, turns }: Played, when: number): Self => {
  const undecided = turns.filter(({ before }) => before.adopted === undefined);
  const turn = undecided[when % undecided.length];
  const { scenario } = table;
  const seat: SeatId | undefined =
    turn?.seat === 'chair' ? scenario.delegations[0]?.id : (turn?.seat ?? undefined);
  const self =
    turn === undefined || seat === undefined ? undefined : selfOf(scenario, view(table, turn.before, seat));
  if (self === undefined) throw new Error('no seat');
  return self;
};

const provisionsOf = ({ articles }: Scenario): readonly Provision[] =>
  articles.flatMap(({ id, options }) => options.map((_, option) => ({ article: id, option })));

const moments = fc.record({ game: fc.nat(games.length - 1), when: fc.nat(), picks: fc.array(fc.nat()) });
const somewhere = (check: (self: Self, picked: readonly Provision[]) => void): void => {
  fc.assert(
    fc.property(moments, ({ game, when, picks }) => {
      const played = games[game];
      if (played === undefined) throw new Error('no game');
      const self = at(played, when);
      const all = provisionsOf(self.scenario);
      check(
        self,
        picks.slice(0, 4).flatMap((pick) => all[pick % all.length] ?? []),
      );
    }),
    { numRuns: 60 },
  );
};

describe('what may still be adopted', () => {
  it('is a chance, and one provision more never makes it likelier', () => {
    somewhere((self, picked) => {
      for (const prospects of [prospectsOf(self), publicProspects(self.scenario, self.view)]) {
        const chances = [0, ...picked.keys()].map((_, count) => chanceOf(prospects, picked.slice(0, count)));
        for (const [place, chance] of chances.entries()) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(chance).toBeLessThanOrEqual((chances[place - 1] ?? 1) + 1e-12);
        }
      }
    });
  });

  it('has one option of each article: their chances add up to that of any text', () => {
    somewhere((self, picked) => {
      const prospects = prospectsOf(self);
      for (const { id, options } of self.scenario.articles) {
        const rest = picked.filter(({ article }) => article !== id);
        const sum = options.reduce(
          (total, _, option) => total + chanceOf(prospects, [...rest, { article: id, option }]),
          0,
        );
        expect(sum).toBeCloseTo(chanceOf(prospects, rest), 9);
      }
    });
  });

  it('has not two options of one article', () => {
    somewhere((self) => {
      for (const { id } of self.scenario.articles)
        expect(
          chanceOf(prospectsOf(self), [
            { article: id, option: 0 },
            { article: id, option: 1 },
          ]),
        ).toBe(0);
    });
  });

  it('is the share of imagined worlds, counted over all texts one by one', () => {
    somewhere((self, picked) => {
      const places = new Map(picked.map((provision) => [provision.article, provision]));
      const containing = [...places.values()];
      expect(chanceOf(prospectsOf(self), containing)).toBeCloseTo(adopted(self, containing), 9);
      // What is due between two is asked about as if both could join.
      const willing = [self.own.delegation, ...self.scenario.delegations.slice(0, 2).map(({ id }) => id)];
      const due = chanceOf(prospectsOf(self, willing), containing);
      expect(due).toBeCloseTo(adopted(self, containing, willing), 9);
      expect(chanceOf(prospectsOf(self, willing), [])).toBeGreaterThanOrEqual(
        chanceOf(prospectsOf(self), []) - 1e-9,
      );
    });
    const self = at(firstSteps, 40);
    expect(prospectsOf(self).texts).toHaveLength(81);
    for (const provision of provisionsOf(self.scenario))
      expect(chanceOf(prospectsOf(self), [provision])).toBeCloseTo(adopted(self, [provision]), 9);
  });

  it('is settled by what is adopted, and by the last text that can be put', () => {
    const { scenario } = firstSteps.table;
    const self = at(firstSteps, 0);
    const text = scenario.articles.map(() => 1);
    const [first] = scenario.articles;
    if (first === undefined) throw new Error('no article');
    const done = { ...self.view, adopted: { text, method: 'consensus', bound: [], session: 1 } } as const;
    const after = prospectsOf({ ...self, view: done });
    expect([0, 1].map((option) => chanceOf(after, [{ article: first.id, option }]))).toEqual([0, 1]);
    const tried = Array.from({ length: 3 }, () => ({ method: 'consensus' as const, text }));
    const last = { ...self.view, session: scenario.sessions.length - 1, phase: 'decision' as const };
    expect(chanceOf(prospectsOf({ ...self, view: { ...last, tried: tried.slice(1) } }), [])).toBeGreaterThan(
      0,
    );
    expect(chanceOf(prospectsOf({ ...self, view: { ...last, tried } }), [])).toBe(0);
  });

  it('does not hang on what others want in truth, and what all can reckon with not on one’s own mandate either', () => {
    for (const { table, turns } of games)
      for (const [place, { before }] of turns.entries()) {
        if (place % 97 !== 0 || before.adopted !== undefined) continue;
        const strange = open(lay(table.scenario, `other/${place}`)).mandates;
        table.scenario.delegations.slice(0, 3).forEach(({ id }, seat) => {
          const own = before.mandates[seat];
          if (own === undefined) throw new Error('no mandate');
          const [same, another] = [strange.with(seat, own), strange].map((mandates) =>
            selfOf(table.scenario, view(table, { ...before, mandates }, id)),
          );
          const real = selfOf(table.scenario, view(table, before, id));
          if (real === undefined || same === undefined || another === undefined) throw new Error('no seat');
          expect(prospectsOf(same)).toEqual(prospectsOf(real));
          expect(publicProspects(table.scenario, another.view)).toEqual(
            publicProspects(table.scenario, real.view),
          );
        });
      }
  });

  it('is reckoned once for all who have heard the same', () => {
    const { table, turns } = firstSteps;
    const before = turns[20]?.before;
    if (before === undefined) throw new Error('a short game');
    const [one, two] = table.scenario.delegations.map(({ id }) =>
      publicProspects(table.scenario, view(table, before, id)),
    );
    expect(one?.texts).toBe(two?.texts);
  });

  it('has what one could not join only as far as nobody thinks of it', () => {
    for (const place of [0, 1, 2]) {
      const real = at(firstSteps, place);
      const [first] = real.scenario.articles;
      if (first === undefined) throw new Error('no article');
      const redLines = [{ article: first.id, option: 1 }];
      const self = { ...real, view: { ...real.view }, mandate: { ...real.mandate, redLines } };
      expect(chanceOf(prospectsOf(self), redLines)).toBeLessThan(0.01);
    }
  });

  describe('with what was promised and agreed', () => {
    const real = at(firstSteps, 40);
    const { scenario, view: seen, own } = real;
    const [payer, payee] = scenario.delegations.map(({ id }) => id).filter((id) => id !== own.delegation);
    const token = scenario.tokens[0]?.id;
    const [likely] = provisionsOf(scenario).toSorted(
      (a, b) =>
        Math.abs(chanceOf(prospectsOf(real), [a]) - 0.5) - Math.abs(chanceOf(prospectsOf(real), [b]) - 0.5),
    );
    if (payer === undefined || payee === undefined || token === undefined || likely === undefined)
      throw new Error('too small a scenario');
    const containing = [likely];
    const seeing = (change: Partial<View>): Self => ({ ...real, view: { ...seen, ...change } });
    const promising = (by: DelegationId, to: DelegationId, known: boolean) =>
      seeing({
        pledges: [
          ...seen.pledges,
          {
            id: asPromise('imagined'),
            deal: asDeal('imagined'),
            undertaking: { kind: 'oppose', by, to, containing },
            state: 'open',
            open: known,
          },
        ],
      });
    const agreed = (known: boolean) =>
      seeing({
        deals: [
          ...seen.deals,
          {
            id: asDeal('imagined'),
            parties: [payer, own.delegation],
            undertakings: [
              {
                kind: 'tokens',
                by: payer,
                to: own.delegation,
                token,
                amount: 50,
                when: { on: 'adoption', containing },
              },
            ],
            open: known,
            session: 0,
          },
        ],
      });
    const chance = (self: Self): number => chanceOf(prospectsOf(self), containing);
    const common = (self: Self) => publicProspects(scenario, self.view);

    it('reckons with a promise to stand against it as the seat that knows of it does', () => {
      for (const known of [true, false]) {
        const now = promising(payer, own.delegation, known);
        expect(chance(now)).toBeCloseTo(adopted(now, containing), 9);
        expect(chance(now)).toBeLessThan(chance(real) * 0.6);
      }
    });

    it('knows that one keeps one’s own', () => {
      const now = promising(own.delegation, payer, true);
      expect(chance(now)).toBeCloseTo(adopted(now, containing), 9);
      expect(chance(now)).toBeLessThan(0.01);
    });

    it('of what all can reckon with knows nothing that was promised or agreed in secret', () => {
      const before = common(real);
      expect(common(promising(payer, own.delegation, false))).toEqual(before);
      expect(common(agreed(false))).toEqual(before);
      for (const now of [promising(payer, own.delegation, true), agreed(true)])
        expect(common(now)).not.toEqual(before);
      expect(chance(agreed(false))).not.toBe(chance(real));
    });
  });
});

describe('promises in imagined worlds', () => {
  const seats = Array.from({ length: 24 }, (_, place) => place);
  const worlds = Array.from({ length: 1_000 }, (_, world) => world);

  it('are broken by each in one of five that follow on each other, and by two at once as if by chance', () => {
    for (const place of seats)
      for (let block = 0; block < worlds.length; block += 5)
        expect([0, 1, 2, 3, 4].filter((turn) => breaksWord(place, block + turn))).toHaveLength(1);
    for (const one of seats)
      for (const other of seats.slice(one + 1)) {
        const both = worlds.filter((world) => breaksWord(one, world) && breaksWord(other, world)).length;
        // 40 expected of 1 000, five standard deviations (each √(200 · ⅕ · ⅘)) either way.
        expect(Math.abs(both - 40)).toBeLessThan(29);
      }
  });
});

describe('the texts that are thought of', () => {
  it('have, for each world in which none passes, one as near to it as any thought of at first, which no change of one article brings nearer', () => {
    const [, , york] = games;
    if (york === undefined) throw new Error('no game');
    const { scenario } = york.table;
    const options = scenario.articles.map((article) => [...article.options.keys()]);
    const short = Array.from({ length: 20 }, (_, when) => at(york, when * 31)).flatMap((self) => {
      const models = modelsFrom(scenario, heardIn(scenario, self.view));
      const drawn = models.map((model, place) => imagined(model, place, 64));
      const worlds = Array.from({ length: 64 }, (_, world) =>
        drawn.flatMap((rows) => rows.slice(world, world + 1)),
      );
      const thoughtOf = (passes: (joining: number) => boolean): readonly Text[] =>
        likelyTexts(scenario, self.view, models, worlds, passes);
      const texts = thoughtOf((joining) => joining === models.length);
      // Where anything passes, nothing is looked for once more.
      const first = thoughtOf(() => true);
      return worlds.flatMap((rows) => {
        const gains = (text: Text): readonly number[] => {
          const parts = partsOf(layoutOf(scenario), text);
          return rows.map((row) => gainIn(row, parts));
        };
        const near = (text: Text): number => gains(text).reduce((sum, gain) => sum + liking(gain), 0);
        const isTop = (text: Text): boolean =>
          options.every((some, article) =>
            some.every((option) => near(text.with(article, option)) <= near(text) + 1e-9),
          );
        return texts.some((text) => gains(text).every((gain) => gain >= 0))
          ? []
          : [Math.max(...first.map(near)) - Math.max(...texts.filter(isTop).map(near))];
      });
    });
    expect(short.length).toBeGreaterThan(50);
    expect(short.filter((by) => by > 1e-9)).toEqual([]);
  });
});

describe('imagined worlds', () => {
  it('lie around what is believed, as widely and hanging together as it does', () => {
    const self = at(firstSteps, 30);
    modelsFrom(self.scenario, heardIn(self.scenario, self.view)).forEach((model, place) => {
      const calm = { ...model, red: model.red.map((row) => row.map(() => 0)) };
      const { mean, covariance } = model.belief;
      const rows = imagined(calm, place, 2_000);
      const size = mean.length;
      const root = rootOf(model.belief);
      for (let i = 0; i < size; i += 1) {
        const middle = rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length;
        expect(middle).toBeCloseTo(mean[i] ?? 0, 6);
        for (let j = 0; j < size; j += 1) {
          let sum = 0;
          for (let k = 0; k < size; k += 1) sum += (root[i * size + k] ?? 0) * (root[j * size + k] ?? 0);
          expect(sum).toBeCloseTo(covariance[i * size + j] ?? 0, 3);
          const usual = Math.sqrt((covariance[i * size + i] ?? 0) * (covariance[j * size + j] ?? 0));
          const together =
            rows.reduce(
              (all, row) => all + ((row[i] ?? 0) - (mean[i] ?? 0)) * ((row[j] ?? 0) - (mean[j] ?? 0)),
              0,
            ) / rows.length;
          // Four fifths as wide; two thousand draws are off by a few percent.
          expect(Math.abs(together - 0.64 * (covariance[i * size + j] ?? 0))).toBeLessThanOrEqual(
            0.1 * usual + 1e-6,
          );
        }
      }
    });
  });

  it('have a red line as often as it is believed, but never one believed with less than a twentieth; those of an article together', () => {
    const { scenario, view: seen } = at(firstSteps, 30);
    const [first] = modelsFrom(scenario, heardIn(scenario, seen));
    if (first === undefined) throw new Error('nobody');
    const calm = first.red.map((row) => row.map(() => 0));
    const count = 2_000;
    for (const [article, row] of calm.entries())
      for (const [likely, likelier] of [
        [0.01, 0.049],
        [0.049, 0.05],
        [0.05, 0.07],
        [0.2, 0.5],
        [0.9, 1],
      ] as const) {
        const red = calm.with(article, row.with(0, likely).with(1, likelier));
        const start = first.layout.starts[article] ?? 0;
        const drawn = imagined({ ...first, red }, 0, count).map((wanted) =>
          [...wanted].flatMap((worth, place) => (worth < -500_000 ? [place - start] : [])),
        );
        const often = [likely, likelier].map((chance) => (chance < 0.05 ? 0 : chance));
        for (const [option, chance] of often.entries()) {
          const worlds = drawn.filter((lines) => lines.includes(option)).length;
          // Of two thousand draws of one half the share is off by one in a hundred.
          expect(Math.abs(worlds / count - chance)).toBeLessThanOrEqual(chance === 0 ? 0 : 0.025);
        }
        expect(drawn.filter((lines) => lines.includes(0) && !lines.includes(1))).toEqual([]);
        expect(drawn.flat().filter((option) => option !== 0 && option !== 1)).toEqual([]);
      }
  });
});
