/** Settings kept in this browser. Where it keeps nothing (private windows), they last as long as the page. */
const memory = new Map<string, string>();

const read = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
};

const write = (key: string, value: string): void => {
  memory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // The memory has it.
  }
};

/** The table reads the same key. */
const SOUND = 'nia.sound';
export const soundIsOn = (): boolean => read(SOUND) === 'on';
export const switchSound = (on: boolean): void => {
  write(SOUND, on ? 'on' : 'off');
  window.dispatchEvent(new Event('nia-sound'));
};

const HINTS = 'nia.hints';
export const seenHints = (): readonly string[] =>
  (read(HINTS) ?? '').split(',').filter((hint) => hint !== '');
export const seeHint = (hint: string): void => write(HINTS, [...new Set([...seenHints(), hint])].join(','));
