import ar from 'naughty-words/ar.json';
import de from 'naughty-words/de.json';
import es from 'naughty-words/es.json';
import fr from 'naughty-words/fr.json';
import ru from 'naughty-words/ru.json';
import zh from 'naughty-words/zh.json';
import { ADDED, LISTED, ORDINARY, type Listed } from './ordinary.ts';

/**
 * A first sieve for words in the languages of the United Nations and in German, by lists that people have made (English has a sieve of
 * its own). It knows whole words, as they are spelled: not their endings, not letters that are replaced by others, not what is meant.
 */
const LISTS: { readonly [L in Listed]: readonly string[] } = { fr, es, de, ar, ru, zh };

/** Marks that Arabic is written with or without, and the line that stretches its letters. */
const POINTED = /[\u064B-\u065F\u0670\u0640]/gu;
/** The Arabic article, which is written as part of its word. */
const ARTICLE = /^ال(?=..)/u;
/** Three times the same letter and more is an emphasis. */
const STRETCHED = /(\p{L})\1{2,}/gu;

/** A text as its words with one space between and around them, in small letters. */
const spaced = (text: string): string => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(POINTED, '')
    .replaceAll('ё', 'е')
    .replaceAll(STRETCHED, '$1')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return ` ${words.join(' ')} `;
};

const listed = (language: Listed): readonly string[] => {
  const ordinary = new Set(ORDINARY[language].map(spaced));
  return [
    ...LISTS[language].map(spaced).filter((word) => !ordinary.has(word)),
    ...ADDED[language].map(spaced),
  ];
};

/** Chinese has no spaces between words. Its single characters are parts of too many good ones. */
const unspaced = listed('zh')
  .map((word) => word.trim())
  .filter((word) => /^..+$/u.test(word));
const all = [...LISTED.filter((language) => language !== 'zh').flatMap(listed), ...ADDED.en.map(spaced)];
const words = new Set(all.map((word) => word.trim()).filter((word) => !word.includes(' ')));
const phrases = all.filter((word) => word.trim().includes(' '));

/** Whether a text has words of the lists. */
export const isListed = (text: string): boolean => {
  const said = spaced(text);
  const together = said.replaceAll(' ', '');
  return (
    said
      .trim()
      .split(' ')
      .some((word) => words.has(word) || words.has(word.replace(ARTICLE, ''))) ||
    phrases.some((phrase) => said.includes(phrase)) ||
    unspaced.some((word) => together.includes(word.replaceAll(' ', '')))
  );
};
