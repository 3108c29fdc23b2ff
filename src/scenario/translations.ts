import type { Words } from '../engine/seat.ts';
import type { Finding, Path } from './fault.ts';

/** A text of the file, and the languages in which it is there. */
export interface WrittenText {
  readonly path: Path;
  readonly words: Words;
}

/** From this share of the texts on, a language is meant to be complete. A name in a second language is no translation. */
const MEANT = 0.5;

/** Languages in which most texts are and some are not: whoever plays in one meets the scenario's own language in between. */
export const halfTranslated = (texts: readonly WrittenText[], own: string): readonly Finding[] => {
  const said = texts.filter(({ words }) => (words[own] ?? '') !== '');
  const languages = new Set(said.flatMap(({ words }) => Object.keys(words)));
  languages.delete(own);
  return [...languages].toSorted().flatMap((language): Finding[] => {
    const missing = said.filter(({ words }) => (words[language] ?? '').trim() === '');
    const [first] = missing;
    if (first === undefined || missing.length > said.length * MEANT) return [];
    return [
      {
        path: first.path,
        code: 'half-translated',
        message: `${missing.length} of ${said.length} texts are not in ${language}, as the others are. This is the first.`,
        write: [`{ ${own}: …, ${language}: … }`],
      },
    ];
  });
};
