import { heldKey, holdKey, type HeldKey, type Holding } from '../../session/remote/index.ts';
import { addressOf, type Place } from '../place.ts';

/** Keys come behind the `#` of a link: that part of an address is never sent to any server. */
const SIGN = 'key=';

const holdingOf = (place: Place): Holding | undefined => {
  switch (place.at) {
    case 'seat':
      return 'seat';
    case 'console':
      return 'cohost';
    case 'screen':
      return 'screen';
    case 'title':
    case 'join':
    case 'host':
    case 'compare':
      return undefined;
  }
};

/** A link with a key in it was opened: the key is kept, and taken out of the address so that nobody copies it from there. */
export const takeKeyFromAddress = (place: Place): boolean => {
  const { hash } = window.location;
  const as = holdingOf(place);
  if (as === undefined || !hash.startsWith(`#${SIGN}`)) return false;
  const key = decodeURIComponent(hash.slice(SIGN.length + 1));
  if (key !== '') holdKey({ code: place.code, as, key, title: '', at: Date.now() });
  window.history.replaceState(null, '', addressOf(place));
  return key !== '';
};

/** The key with which this browser comes into a room as somebody. Whoever opened the room comes as its host. */
export const keyFor = (code: string, ...as: readonly Holding[]): HeldKey | undefined =>
  as.map((holding) => heldKey(code, holding)).find((found) => found !== undefined);

/** The full address of a page, with a key behind it. */
export const linkWith = (place: Place, key: string, origin: string = window.location.origin): string =>
  `${origin}${addressOf(place)}#${SIGN}${encodeURIComponent(key)}`;
