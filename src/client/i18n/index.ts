import i18next from 'i18next';
import { assembly } from './en/assembly.ts';
import { articles, withArticle } from '../../report/en-article.ts';
import { reasons } from '../../report/en-reasons.ts';
import { codes } from './en/codes.ts';
import { compose } from './en/compose.ts';
import { ending } from './en/ending.ts';
import { facilitator } from './en/facilitator.ts';
import { ui } from './en/ui.ts';
import { world } from './en/world.ts';
import { worldUi } from './en/world-ui.ts';

/** Languages the interface speaks; a catalog for each is loaded here. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

const catalogs = i18next.createInstance().use(articles);
void catalogs.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  ns: ['ui', 'codes'],
  defaultNS: 'ui',
  keySeparator: false,
  nsSeparator: ':',
  interpolation: { escapeValue: false },
  resources: {
    en: {
      ui: { ...ui, ...compose, ...worldUi, ...ending, ...assembly },
      codes: { ...codes, ...reasons, ...world, ...facilitator },
    },
  },
});

export type Plural<K> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;
export type UiKey = Plural<
  keyof typeof ui | keyof typeof compose | keyof typeof worldUi | keyof typeof ending | keyof typeof assembly
>;
export type CodeKey = Plural<
  keyof typeof codes | keyof typeof reasons | keyof typeof world | keyof typeof facilitator
>;
export type Values = Readonly<Record<string, string | number>>;

/** A number and its percent sign stay on one line, and a name that ends with a full stop ends its sentence: “infra.”. */
const kept = (sentence: string): string =>
  sentence.replaceAll(/(\d) %/gu, '$1\u{A0}%').replaceAll(/(?<!\.)(\.[”’]?)\.(?!\.)/gu, '$1');

/** Reads from a catalog that comes with a part of the interface loaded later. `en` holds its words. */
export const catalogOf = <C extends Readonly<Record<string, string>>>(
  name: string,
  en: C,
): ((key: Plural<keyof C & string>, values?: Values) => string) => {
  catalogs.addResourceBundle('en', name, en);
  return (key, values = {}) => kept(catalogs.t(`${name}:${key}`, values));
};

/** A sentence of the interface. `count` among the values chooses the plural form. */
export const t = (key: UiKey, values: Values = {}): string => kept(catalogs.t(`ui:${key}`, values));

/** A sentence for a code. */
export const code = (key: CodeKey, values: Values = {}): string => kept(catalogs.t(`codes:${key}`, values));

export const language = (): Language => 'en';

/** Points with one decimal and a sign where it is a change; from hundredths. The minus is a real one. */
export const points = (hundredths: number, signed = false): string => {
  const value = new Intl.NumberFormat(language(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(Math.abs(hundredths) / 100);
  if (hundredths < 0 && value !== '0.0') return `−${value}`;
  return signed && hundredths > 0 ? `+${value}` : value;
};

/** Several things as a list in the interface's language. */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat(language(), { style: 'long', type: 'conjunction' }).format(items);

/** Several delegations as a list inside a sentence. */
export const listedNames = (names: readonly string[]): string => listed(names.map(withArticle));
