import { b } from '../../../i18n/believed.ts';
import { points } from '../../../i18n/index.ts';
import type { Names } from '../../../i18n/names.ts';
import type { Scenario } from '../../../../engine/seat.ts';
import type { Believed, Misjudgement } from '../../../session/index.ts';

/** Something that was taken for otherwise than it was, as a sentence. */
export const misjudgedText = (
  scenario: Scenario,
  names: Names,
  { delegation, reservation, articles }: Believed,
  worst: Misjudgement,
): string => {
  const name = names.delegation(delegation);
  if (worst.kind === 'reservation')
    return b('reservation', {
      name,
      low: points(reservation.low),
      high: points(reservation.high),
      truth: points(reservation.truth),
    });
  const found = scenario.articles[worst.article];
  if (found === undefined) return '';
  const article = names.words(found.short);
  const option = (at: number): string => names.option(found.id, at);
  switch (worst.kind) {
    case 'red-feared':
      return b('redFeared', { name, article, option: option(worst.option), chance: worst.chance });
    case 'red-unseen':
      return b('redUnseen', { name, article, option: option(worst.option), chance: worst.chance });
    case 'favourite':
      return b('favourite', {
        name,
        article,
        believed: option(worst.believed),
        truth: option(worst.truth),
        lost: points(articles[worst.article]?.lost ?? 0),
      });
    case 'weight':
      return b('weight', { name, article, believed: worst.believed, truth: worst.truth });
  }
};

/** What was furthest off at the whole table, the worst first; one of a delegation. */
export const furthest = (
  all: readonly Believed[],
  most: number,
): readonly { readonly one: Believed; readonly worst: Misjudgement }[] =>
  all
    .flatMap((one) => (one.worst === undefined ? [] : [{ one, worst: one.worst }]))
    .toSorted((x, y) => y.worst.size - x.worst.size)
    .slice(0, most);

/** Articles that are shown of a delegation: those that matter most, and those where a red line was or was feared; by what they mattered. */
export const tellingArticles = ({ order, articles }: Believed, most: number): readonly number[] => {
  const first = new Set([...order.truth.slice(0, most), ...order.believed.slice(0, most)]);
  return order.truth.filter((k) => first.has(k) || (articles[k]?.red.length ?? 0) > 0);
};
