/**
 * Chance for one use, a function of its key alone: numbers in [0, 1). FNV-1a makes a start of the key, mulberry32 the numbers;
 * fast enough to be asked thousands of times a negotiation.
 */
export const chanceOf = (key: string): (() => number) => {
  let state = 0x811c9dc5;
  for (let k = 0; k < key.length; k += 1) state = Math.imul(state ^ key.charCodeAt(k), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
