import { sayTextsIn } from '../i18n/texts.ts';
import { PACES, type Pace } from '../session/index.ts';

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

const PACE = 'nia.pace';
/** How long the others take; brisk until something else is chosen. */
export const chosenPace = (): Pace => PACES.find((pace) => pace === read(PACE)) ?? 'brisk';
export const choosePace = (pace: Pace): void => write(PACE, pace);

/** `?renderer=none`: for devices that cannot draw the table, or should not. The papers say all it shows. */
export const tableIsOff = (): boolean =>
  new URLSearchParams(window.location.search).get('renderer') === 'none';

export const TEXT_SIZES = ['usual', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
const TEXT_SIZE = 'nia.text-size';
export const textSize = (): TextSize => TEXT_SIZES.find((size) => size === read(TEXT_SIZE)) ?? 'usual';
/** Every size in the style sheets is relative to the page's, so this is all that large letters need. */
export const showTextSize = (size: TextSize): void => {
  document.documentElement.dataset['text'] = size;
};
export const chooseTextSize = (size: TextSize): void => {
  write(TEXT_SIZE, size);
  showTextSize(size);
};

const TEXT_LANGUAGE = 'nia.texts';
/** Scenarios are read in the language that was chosen in this browser. */
export const keepTextLanguage = (): void => sayTextsIn(read(TEXT_LANGUAGE));
export const chooseTextLanguage = (tag: string): void => {
  write(TEXT_LANGUAGE, tag);
  sayTextsIn(tag);
};
