import { table } from '../i18n/en/table.ts';

export type TableWord = keyof typeof table;

/** Says a word of the table's catalog; `{{name}}` stands for a value. */
export const say = (word: TableWord, values: Readonly<Record<string, string | number>> = {}): string =>
  table[word].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
