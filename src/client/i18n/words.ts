import type { Words } from '../../engine/seat.ts';
import { language } from './index.ts';

/** Says words of something whose scenario is not here yet: in the interface's language, else in the one it was written in. */
export const inLanguage =
  (written: string) =>
  (words: Words): string =>
    words[language()] ?? words[written] ?? Object.values(words)[0] ?? '';
