import type { Words } from '../../engine/seat.ts';
import { language } from './index.ts';

let chosen: string | undefined;

/** The language in which a scenario's texts are wanted, where it has them: a BCP 47 tag. The interface's until another is chosen. */
export const textLanguage = (): string => chosen ?? language();

/** From here on names and texts are said in that language; a scenario that lacks it is said in its own. */
export const sayTextsIn = (wanted: string | undefined): void => {
  chosen = wanted;
};

/** The languages a scenario can be played in, its own first. A title is the first thing that is translated. */
export const textLanguages = (title: Words, own: string): readonly string[] => [
  own,
  ...Object.keys(title)
    .filter((one) => one !== own && title[one] !== '')
    .toSorted(),
];

/** What a language calls itself: “français”. */
export const languageName = (tag: string): string => {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
