import type { Words } from '../../engine/seat.ts';
import { textLanguage } from './texts.ts';

/** Says words of something whose scenario is not here yet: in the wanted language, else in the one it was written in. */
export const inLanguage =
  (written: string) =>
  (words: Words): string =>
    words[textLanguage()] ?? words[written] ?? Object.values(words)[0] ?? '';
