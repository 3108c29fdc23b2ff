import type { Want } from '../engine/seat.ts';
import type { Path } from './fault.ts';
import type { Sense } from './sense.ts';

const checkOptions: Sense = ({ articles, language }, findings) => {
  articles.forEach((article, place) => {
    article.options.forEach((option, index) => {
      const path: Path = ['articles', place, 'options', index];
      const wording = option.wording[language] ?? '';
      if (index === 0 && (option.id !== 'none' || wording !== ''))
        findings.fault(
          path,
          'wrong-value',
          'The first option is always "no text".',
          ["{ id: none, label: No text, wording: '' }"],
          option.id,
        );
      if (index > 0 && wording.trim() === '')
        findings.fault([...path, 'wording'], 'missing', `The option "${option.id}" has no wording.`, [
          'the sentence as it would stand in the text',
        ]);
    });
  });
};

/** What this delegation may like best, whatever the seed draws. */
const mayBeBest = (want: Want, option: number): boolean => {
  const value = want.values[option];
  return value !== undefined && value.max >= Math.max(...want.values.map((other) => other.min));
};

/** What it likes best for sure, and alone. */
const isBest = (want: Want, option: number): boolean => {
  const value = want.values[option];
  return (
    value !== undefined && want.values.every((other, index) => index === option || other.max < value.min)
  );
};

const checkQuarrel: Sense = ({ articles, delegations }, findings) => {
  articles.forEach((article, place) => {
    const wants = delegations.flatMap((delegation) => delegation.wants[place] ?? []);
    const [first, ...rest] = wants;
    if (first === undefined || rest.length === 0) return;
    if (rest.every((want) => want.opening === first.opening))
      findings.warn(
        ['articles', place],
        'always-agreed',
        `Every delegation opens with "${article.options[first.opening]?.id ?? ''}": there is nothing to negotiate here.`,
        ['another opening for somebody'],
      );
    else {
      const agreed = article.options.find((_, index) => wants.every((want) => isBest(want, index)));
      if (agreed !== undefined)
        findings.warn(
          ['articles', place],
          'always-agreed',
          `Every delegation likes "${agreed.id}" best, whatever the seed: there is nothing to negotiate here.`,
          ['other values for somebody'],
        );
    }
    article.options.forEach((option, index) => {
      if (index > 0 && !wants.some((want) => want.opening === index || mayBeBest(want, index)))
        findings.warn(
          ['articles', place, 'options', index],
          'nobody-prefers',
          `Nobody opens with "${option.id}" or can like it best: it only stands in the way.`,
          ['a higher value for somebody', 'no such option'],
        );
    });
  });
};

export const ARTICLE_SENSE: readonly Sense[] = [checkOptions, checkQuarrel];
