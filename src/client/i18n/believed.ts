import { believed } from '../../report/en-believed.ts';
import type { BelievedTongue } from '../../report/believed-sentence.ts';
import { catalogOf, points } from './index.ts';
import type { Names } from './names.ts';
import type { Scenario } from '../../engine/seat.ts';

export {
  believedTable,
  furthest,
  knownSentences,
  misjudgedSentence,
  noAgreementWords,
  offWords,
  type BelievedTongue,
} from '../../report/believed-sentence.ts';

/** A sentence about what was believed. `count` among the values chooses the plural form. */
export const b = catalogOf('believed', believed);

export const believedTongue = (scenario: Scenario, names: Names): BelievedTongue => ({
  say: b,
  points,
  delegation: names.delegation,
  article: (place) => {
    const article = scenario.articles[place];
    return article === undefined ? '' : names.words(article.short);
  },
  option: (place, option) => {
    const article = scenario.articles[place];
    return article === undefined ? '' : names.option(article.id, option);
  },
});
