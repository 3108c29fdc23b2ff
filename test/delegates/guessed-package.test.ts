import { describe, expect, it } from 'vitest';
import { guessedPackage } from '../../src/delegates/guessed-package.ts';
import { modelsOf } from '../../src/delegates/models.ts';
import { view } from '../../src/engine/index.ts';
import { asDeal, asPromise, type Pledge, type Undertaking } from '../../src/engine/seat.ts';
import { art, given, one, three, two } from '../engine/given.ts';

describe('what words seem worth to somebody else', () => {
  const word = (article: number, to = two): Undertaking => ({
    kind: 'position',
    by: one,
    to,
    provision: { article: art(article), option: 2 },
    stance: 'accept',
  });
  const game = given().at('corridor');
  const { scenario } = game.table;
  /** As it seems to the first delegation, which has promised this to somebody before. */
  const seems = (
    items: readonly Undertaking[],
    promised: readonly (readonly [Undertaking, boolean])[] = [],
  ) => {
    const seen = view(game.table, game.state, one);
    const pledges = promised.map(([undertaking, open], place): Pledge => ({
      id: asPromise(`promise-${place}`),
      deal: asDeal('deal-1'),
      undertaking,
      state: 'open',
      open,
    }));
    const now = { ...seen, pledges };
    const model = modelsOf(scenario, now).find(({ delegation }) => delegation === two);
    if (model === undefined) throw new Error('no model of the second delegation');
    return guessedPackage(scenario, now, model, items);
  };
  const alone = [1, 0].map((article) => seems([word(article)]));

  it('is less for each further word from one hand in the package', () => {
    const [first = 0, second = 0] = alone;
    expect(Math.abs(first)).toBeGreaterThan(10);
    expect(Math.abs(second)).toBeGreaterThan(10);
    expect(Math.abs(seems([word(1), word(0)]) - (first + second / 2))).toBeLessThanOrEqual(1);
    expect(Math.abs(seems([word(0), word(1)]) - (second + first / 2))).toBeLessThanOrEqual(1);
  });

  it('is less for each that it knows to be promised: in the open, or to itself', () => {
    const [first = 0] = alone;
    const after = (open: boolean, to = two): number => seems([word(1)], [[word(3, to), open]]);
    expect(Math.abs(after(false) - first / 2)).toBeLessThanOrEqual(1);
    expect(Math.abs(after(true, three) - first / 2)).toBeLessThanOrEqual(1);
    expect(after(false, three)).toBe(first);
  });
});
