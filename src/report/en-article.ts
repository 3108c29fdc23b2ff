import type { FormatterModule } from 'i18next';

/**
 * Names before which English, as the United Nations writes it, puts “the”; short forms of placards among them. A list of names, of which
 * each has its article already, is none of these: “and” and “the” are in small letters.
 */
const TAKES =
  /^(?:United .+|(?!Solomon )(?:\p{Lu}\S* )*(?:Republic|(?:Conf|F)ederation|Union|Kingdom|Emirates?|States?|Commonwealth|Commission|Countries|Powers|Islands|Group|League|Alliance|Movement|Rep\.|Is\.)(?: of .+)?|Bahamas|Comoros|(?:DR )?Congo|DPRK|Dem\. .+|Gambia|Holy See|Lao PDR|Netherlands|Niger|Philippines|Russian Fed\.|Sudan|EU|UAE|UK|USA?)$/u;

/** A name as it stands inside a sentence: “the United States”, “the Chair”, “Kenya”. */
export const withArticle = (name: string): string => name.replace(/^The /u, 'the ').replace(TAKES, 'the $&');

/** A value of a sentence: `the` makes it a name inside one, `The` a name that begins one. */
export const inSentence = (value: string, how?: string): string => {
  const name = how === undefined ? value : withArticle(value);
  return how === 'The' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
};

const NOTHING = (): void => undefined;

/** So catalogs may say `{{by, The}} accepts the offer of {{from, the}}`. i18next’s own formatter does not tell these two apart. */
export const articles: FormatterModule = {
  type: 'formatter',
  init: NOTHING,
  add: NOTHING,
  addCached: NOTHING,
  format: (value: unknown, how) => (typeof value === 'string' ? inSentence(value, how) : ''),
};
