import { bearable, conditionalOn, gainOf, type Self } from '../../../src/delegates/own.ts';
import { chanceOf, prospectsOf } from '../../../src/delegates/prospects.ts';
import type { Text } from '../../../src/engine/index.ts';

/** What the adoption of a text brings: a vote binds nobody against its will, and what is due comes all the same. */
const broughtBy = (self: Self, text: Text): number =>
  self.scenario.procedure.methods.at(-1) === 'vote'
    ? Math.max(conditionalOn(self, text), bearable(self, text) ? gainOf(self, text) : -Infinity)
    : gainOf(self, text);

/**
 * What a delegation can expect of the text still to come over no agreement, with what is due on its adoption: hundredths of a point. A text of
 * which nobody thinks is taken to bring as much as the others.
 */
export const expected = (self: Self): number => {
  const { texts, chances } = prospectsOf(self);
  const known = chances.reduce((sum, chance) => sum + chance, 0);
  if (known === 0) return 0;
  const sum = chances.reduce((total, chance, at) => total + chance * broughtBy(self, texts[at] ?? []), 0);
  return (sum * chanceOf(prospectsOf(self), [])) / known;
};
