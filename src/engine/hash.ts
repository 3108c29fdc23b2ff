import type { State } from './state.ts';

/**
 * Fingerprint of a state, 14 hexadecimal digits; equal states have equal fingerprints on every machine.
 * Not a protection against forgery. The log counts by its length: it is what the state was folded from.
 */
export const hashOf = (state: State): string => {
  const { log, latest, ...rest } = state;
  const events = log.reduce((sum, chapter) => sum + chapter.events.length, latest.length);
  return fingerprint(`${events}:${JSON.stringify(rest)}`);
};

/** Two 32-bit multiply-and-mix lanes over UTF-16 units (the scheme of MurmurHash3's finaliser), joined to 53 bits. */
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
