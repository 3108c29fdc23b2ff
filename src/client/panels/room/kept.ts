import { useState } from 'react';

/** Text that somebody is writing, kept in this tab: a reload or a lost connection takes nothing away. */
const PREFIX = 'nia.draft.';

const load = (name: string): string => {
  try {
    return sessionStorage.getItem(PREFIX + name) ?? '';
  } catch {
    return '';
  }
};

const keep = (name: string, text: string): void => {
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, text);
  } catch {
    // It lasts as long as the page.
  }
};

export const useKept = (name: string): readonly [string, (text: string) => void] => {
  const [held, hold] = useState({ name, text: load(name) });
  const text = held.name === name ? held.text : load(name);
  return [
    text,
    (next) => {
      keep(name, next);
      hold({ name, text: next });
    },
  ];
};
