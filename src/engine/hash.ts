import type { State } from './state.ts';

/**
 * Fingerprint of a state; equal states have equal fingerprints on every machine. Not a protection against forgery. The log counts
 * by its length: it is what the state was folded from.
 *
 * It is made of fingerprints of the state's parts. Those are kept with the parts, which states share: after a move only what the move
 * has touched is read anew. With nearly two hundred delegations a state is a megabyte of text.
 */
export const hashOf = (state: State): string => {
  const { log, latest, ...rest } = state;
  const events = log.reduce((sum, chapter) => sum + chapter.events.length, latest.length);
  // What is undefined is as good as absent, as it is in a file.
  const parts = Object.entries(rest).flatMap(([name, value]: readonly [string, unknown]) =>
    value === undefined ? [] : [`${name}=${printOfField(value)}`],
  );
  return `${BY_PARTS}${fingerprint(`${events}:${parts.join()}`)}`;
};

/** Whether a state has a fingerprint, which may be of the older kind: games that were saved with those are still opened. */
export const hasHash = (state: State, hash: string): boolean =>
  (hash.startsWith(BY_PARTS) ? hashOf(state) : hashInOne(state)) === hash;

/** What tells fingerprints by parts from older ones, which are 14 hexadecimal digits. */
const BY_PARTS = 'p';

/** The same list may be a field here and an item there, where it is read otherwise. */
const fields = new WeakMap<object, string>();
const items = new WeakMap<object, string>();

const kept = (known: WeakMap<object, string>, value: object, make: () => string): string => {
  const found = known.get(value);
  if (found !== undefined) return found;
  const made = make();
  known.set(value, made);
  return made;
};

/** A list is made of its items, anything else is read as a whole. */
const printOfField = (value: unknown): string => {
  if (!Array.isArray(value)) return printOfItem(value);
  return kept(fields, value, () => fingerprint(`[${value.map(printOfItem).join()}]`));
};

const printOfItem = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? kept(items, value, () => fingerprint(JSON.stringify(value)))
    : JSON.stringify(value);

/** The older kind, of the whole state at once: 14 hexadecimal digits. */
const hashInOne = (state: State): string => {
  const { log, latest, ...rest } = state;
  const events = log.reduce((sum, chapter) => sum + chapter.events.length, latest.length);
  return fingerprint(`${events}:${JSON.stringify(rest)}`);
};

/** Two 32-bit multiply-and-mix lanes over UTF-16 units (the scheme of MurmurHash3's finaliser), joined to 53 bits: 14 hexadecimal digits. */
export const fingerprint = (text: string): string => {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    one = Math.imul(one ^ unit, 2_654_435_761);
    two = Math.imul(two ^ unit, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & two) + (one >>> 0)).toString(16).padStart(14, '0');
};
