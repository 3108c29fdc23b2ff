import { inSentence } from '../i18n/article.ts';
import { table } from '../i18n/en/table.ts';

export type TableWord = keyof typeof table;

/** Says a word of the table's catalog; `{{name}}` stands for a value, `{{name, the}}` for a name inside a sentence. */
export const say = (word: TableWord, values: Readonly<Record<string, string | number>> = {}): string =>
  table[word].replace(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_, name: string, how?: string) =>
    inSentence(String(values[name] ?? ''), how),
  );
