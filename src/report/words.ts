import i18next from 'i18next';
import { en } from './en.ts';
import { articles, withArticle } from './en-article.ts';
import { believed } from './en-believed.ts';

const catalogs = i18next.createInstance().use(articles);
void catalogs.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en, believed } },
});

type Plural<K> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;
export type WordKey = Plural<keyof typeof en>;
export type Values = Readonly<Record<string, string | number>>;

/** A sentence of the report, not yet escaped for HTML. `count` among the values chooses the plural form. */
export const say = (key: WordKey, values: Values = {}): string => catalogs.t(key, values);

/** A sentence about what was believed of somebody. */
export const sayBelieved = (key: Plural<keyof typeof believed>, values: Values = {}): string =>
  catalogs.t(key, { ...values, ns: 'believed' });

/** Language of the report, BCP 47. */
export const LANGUAGE = 'en';

/** Points with one decimal, from hundredths; the minus is a real one. With a sign where it is a change. */
export const points = (hundredths: number, signed = false): string => {
  const value = (Math.abs(hundredths) / 100).toFixed(1);
  if (hundredths < 0 && value !== '0.0') return `−${value}`;
  return signed && hundredths > 0 && value !== '0.0' ? `+${value}` : value;
};

/** A whole number, with a sign where it is a change. */
export const whole = (value: number, signed = false): string => {
  const rounded = Math.round(value);
  if (rounded < 0) return `−${Math.abs(rounded).toLocaleString(LANGUAGE)}`;
  return `${signed && rounded > 0 ? '+' : ''}${rounded.toLocaleString(LANGUAGE)}`;
};

export const percent = (share: number): string => (share * 100).toFixed(0);

/** Several things as a list in the report's language. */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat(LANGUAGE, { style: 'long', type: 'conjunction' }).format(items);

/** Several delegations as a list inside a sentence. */
export const listedNames = (names: readonly string[]): string => listed(names.map(withArticle));
