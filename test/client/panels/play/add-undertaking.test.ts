import { expect, it } from 'vitest';
import { undertakingOf } from '../../../../src/client/panels/play/AddUndertaking.tsx';
import { namesOf } from '../../../../src/client/i18n/names.ts';
import { view } from '../../../../src/engine/index.ts';
import { given, one, two, art } from '../../../engine/given.ts';

const game = given().at('corridor');
const { scenario } = game.table;
const chosen = {
  scenario,
  view: view(game.table, game.state, one),
  names: namesOf(scenario),
  by: two,
  to: one,
  stance: 'support',
  worth: () => 0,
} as const;

const provision = { article: art(1), option: 2 };
const sides = { by: two, to: one };
const what = `${provision.article}/2`;

it('the composer makes of a provision a position on it, or a promise to join or to stand against a text with it', () => {
  expect(undertakingOf('position', [what], 1, false, chosen)).toEqual({
    kind: 'position',
    ...sides,
    provision,
    stance: 'support',
  });
  for (const kind of ['join', 'oppose'] as const) {
    expect(undertakingOf(kind, [what], 1, false, chosen)).toEqual({
      kind,
      ...sides,
      containing: [provision],
    });
    expect(undertakingOf(kind, [], 1, false, chosen)).toBeUndefined();
  }
});

it('a promise about a text names all provisions that were chosen, in that order', () => {
  const others = [2, 0].map((place) => ({ article: art(place), option: 1 }));
  const all = [what, ...others.map(({ article }) => `${article}/1`)];
  for (const kind of ['join', 'oppose'] as const)
    expect(undertakingOf(kind, all, 1, false, chosen)).toEqual({
      kind,
      ...sides,
      containing: [provision, ...others],
    });
});
