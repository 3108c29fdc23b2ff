import { describe, expect, it } from 'vitest';
import { guessedPackage, guessedWord } from '../../src/delegates/guessed-package.ts';
import { appraisePackage } from '../../src/delegates/index.ts';
import { modelsOf, type Model } from '../../src/delegates/models.ts';
import { packageDoubt } from '../../src/delegates/package-doubt.ts';
import { chanceOf, publicProspects } from '../../src/delegates/prospects.ts';
import { lay, open, view, type Span, type TokenId, type Undertaking } from '../../src/engine/index.ts';
import { invented, newYork, play } from './play.ts';

const { table, turns } = play(invented('doubt'), 'doubt');
const { scenario } = table;
const seen = turns.findLast(({ view: now }) => now.phase === 'corridor' && now.own !== undefined)?.view;
if (seen?.own === undefined) throw new Error('no corridor');
const me = seen.own.delegation;
const found = modelsOf(scenario, seen).find(({ delegation }) => delegation !== me);
const [token, other] = scenario.tokens.map(({ id }) => id);
const [article] = scenario.articles;
if (found === undefined || token === undefined || other === undefined || article === undefined)
  throw new Error('too small a scenario');
const model = found;
const them = model.delegation;
const spans = scenario.delegations.find(({ id }) => id === them)?.tokenWorth ?? [];
const deviation = (span: Span | undefined): number =>
  span === undefined ? 0 : Math.sqrt(((span.max - span.min + 1) ** 2 - 1) / 12);

const tokens = (kind: TokenId, amount: number, toThem = true): Undertaking => ({
  kind: 'tokens',
  by: toThem ? me : them,
  to: toThem ? them : me,
  token: kind,
  amount,
  when: { on: 'now' },
});
const doubt = (undertakings: readonly Undertaking[], of: Model = model): number =>
  packageDoubt(scenario, seen, of, undertakings, true);

describe('how surely a package is worth what it seems', () => {
  it('tokens by their range: those of a kind together, those of two kinds by themselves', () => {
    const [one, two] = [deviation(spans[0]), deviation(spans[1])];
    expect(one).toBeGreaterThan(0);
    expect(doubt([tokens(token, 3)])).toBeCloseTo(3 * one, 9);
    expect(doubt([tokens(token, 3), tokens(token, 2, false)])).toBeCloseTo(one, 9);
    expect(doubt([tokens(token, 3), tokens(other, 2, false)])).toBeCloseTo(Math.hypot(3 * one, 2 * two), 9);
  });

  it('tokens on adoption by the chance that they come due', () => {
    const containing = [{ article: article.id, option: 1 }];
    const due = chanceOf(publicProspects(scenario, seen, [me, them]), containing);
    const item: Undertaking = {
      kind: 'tokens',
      by: me,
      to: them,
      token,
      amount: 4,
      when: { on: 'adoption', containing },
    };
    expect(doubt([item])).toBeCloseTo(4 * due * deviation(spans[0]), 9);
    expect(guessedPackage(scenario, seen, model, [item])).toBe(
      Math.round(4 * due * (model.tokenWorth[0] ?? 0)),
    );
  });

  it('words by what is believed of the options, and by how else they may be reckoned', () => {
    const provisions = scenario.articles.flatMap(({ id, options }) =>
      options.map((_, option) => ({ article: id, option })),
    );
    const items = provisions.flatMap((provision, place): readonly Undertaking[] => [
      { kind: 'position', by: me, to: them, provision, stance: 'accept' },
      {
        kind: 'join',
        by: them,
        to: me,
        containing: [
          provision,
          ...provisions.slice(place + 1).filter(({ article: named }) => named !== provision.article),
        ].slice(0, 2),
      },
    ]);
    const { mean, covariance } = model.belief;
    const size = mean.length;
    let moved = 0;
    for (const item of items) {
      const word = guessedWord(scenario, seen, model, [item], 0, true);
      // How much the word's worth moves with each number that is believed.
      const slope = Array.from(mean, (_, at) => {
        const shifted = mean.slice();
        shifted[at] = (shifted[at] ?? 0) + 100;
        return (
          (guessedWord(scenario, seen, { ...model, belief: { mean: shifted, covariance } }, [item], 0, true) -
            word) /
          100
        );
      });
      let variance = 0;
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1)
          variance += (slope[i] ?? 0) * (slope[j] ?? 0) * (covariance[i * size + j] ?? 0);
      const here = doubt([item]);
      if (here === 0) continue;
      moved += 1;
      expect(here).toBeCloseTo(Math.sqrt(variance + (0.7 * word) ** 2), 3);
    }
    expect(moved).toBeGreaterThan(3);
  });

  it('is half of the range that is shown, and what passes between others adds nothing', () => {
    const between: Undertaking = { ...tokens(token, 5), by: me, to: me };
    expect(doubt([between])).toBe(0);
    const items = [tokens(token, 3)];
    const worth = guessedPackage(scenario, seen, model, items);
    const [guess] = appraisePackage(scenario, seen, items, [them], true);
    expect([guess?.low, guess?.high]).toEqual([
      worth - Math.round(doubt(items)),
      worth + Math.round(doubt(items)),
    ]);
  });
});

describe('how surely what a larger hall trades is worth what it seems', () => {
  const hall = newYork();
  const laid = lay(hall, 'doubt');
  const [us] = hall.delegations.map(({ id }) => id);
  if (us === undefined) throw new Error('an empty hall');
  const opening = view(laid, open(laid), us);
  const others = modelsOf(hall, opening).filter(({ delegation }) => delegation !== us);
  const doubts = (one: Model, item: Undertaking): number => packageDoubt(hall, opening, one, [item], true);

  it('concessions by their range, with the tokens that they spend; for later by how far that is believed', () => {
    let [paid, got] = [0, 0];
    for (const one of others)
      for (const { id: concession, givers, receivers, spends } of hall.concessions) {
        const whose = hall.delegations.find(({ id }) => id === one.delegation)?.tokenWorth ?? [];
        const worth = deviation(receivers.find(({ delegation }) => delegation === one.delegation)?.worth);
        const cost = Math.hypot(
          deviation(givers.find(({ delegation }) => delegation === one.delegation)?.cost),
          ...spends.map(
            (spent) => spent.amount * deviation(whose[hall.tokens.findIndex(({ id }) => id === spent.token)]),
          ),
        );
        const toIt = { by: us, to: one.delegation, concession };
        const byIt = { by: one.delegation, to: us, concession };
        const [when, due] = [{ on: 'now' } as const, hall.sessions.length - 1];
        expect(doubts(one, { kind: 'deed', ...toIt, when })).toBeCloseTo(worth, 9);
        expect(doubts(one, { kind: 'deed', ...byIt, when })).toBeCloseTo(cost, 9);
        const promise: Undertaking = { kind: 'later', ...toIt, due };
        const word = guessedWord(hall, opening, one, [promise], 0, true);
        expect(doubts(one, promise)).toBeCloseTo(Math.hypot(0.65 * worth, 0.7 * word), 9);
        expect(doubts(one, { kind: 'later', ...byIt, due })).toBeCloseTo(cost, 9);
        if (worth > 0 && word > 0) got += 1;
        if (cost > 0) paid += 1;
      }
    expect(Math.min(paid, got)).toBeGreaterThan(0);
  });

  it('points of side tracks by their range', () => {
    const widths = others.flatMap((one) =>
      hall.tracks.flatMap(({ id: track, points }) =>
        points.map(({ id: point, worth }) => {
          const by = deviation(worth.find(({ delegation }) => delegation === one.delegation)?.worth);
          expect(doubts(one, { kind: 'point', by: us, to: one.delegation, track, point })).toBeCloseTo(by, 9);
          return by;
        }),
      ),
    );
    expect(Math.max(...widths)).toBeGreaterThan(0);
  });
});
