import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

/** Sees through signs between letters, digits and look-alikes in place of letters, and letters that are repeated. */
const words = new DataSet<{ originalWord: string }>().addAll(englishDataset);
const matcher = new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });

/** Also inside of other words. All others have to stand alone: Arsène, György, Cummings and Hanus are people. */
const ANYWHERE = new Set(['bitch', 'cunt', 'faggot', 'fuck', 'nigger', 'whore']);
/** Abbos, Anal, Bích and Fu are given names, and there is more than one Río Negro. */
const NAMES = new Set(['abbos', 'anal', 'bich', 'fu', 'negro']);

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Letters alone, without accents, small. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase();

/** Whether a text has English words that do not belong in a classroom. */
export const isUnfitEnglish = (text: string): boolean =>
  matcher.getAllMatches(text).some((match) => {
    const { startIndex, endIndex } = match;
    const found = bare(text.slice(startIndex, endIndex + 1));
    // A number that could be read as a word is a number.
    if (found === '') return false;
    const alone = !LETTER.test(text.charAt(startIndex - 1)) && !LETTER.test(text.charAt(endIndex + 1));
    if (alone) return !NAMES.has(found);
    const word = words.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? '';
    return ANYWHERE.has(word) && found.length >= word.length;
  });
