/**
 * A whole scenario in the part of an address after `#`, which no server is told: packed and written in letters that addresses may
 * hold. `scenario=1.` comes first: what it is and how it was packed.
 */
const MARK = 'scenario=';
const PACKING = '1.';

/** A longer link is not made: mail programs and messengers cut it. */
export const LONGEST_LINK = 30_000;
/** Above this some programs cut it already; it is said. */
export const LONG_LINK = 8_000;
/** A longer one is not even looked at. */
const MOST_LETTERS = 400_000;
/** What a link may unfold to; the reader of scenarios takes no more either. */
const MOST_BYTES = 2_000_000;

export type Link =
  | { readonly link: string; readonly long: boolean; readonly tooLong?: undefined }
  /** How long it would be, and how long it may be. */
  | { readonly tooLong: number; readonly most: number; readonly link?: undefined };

export type Unpacked =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly fault: 'damaged' | 'too-large' | 'newer'; readonly text?: undefined };

/** Whether the part of an address after `#` is meant to hold a scenario. */
export const isLink = (hash: string): boolean => hash.replace(/^#/u, '').startsWith(MARK);

/** `address`: of the page, without what comes after `#`. */
export const linkOf = async (text: string, address: string): Promise<Link> => {
  const packed = await packedOf(text);
  const link = `${address}#${MARK}${PACKING}${inLetters(packed)}`;
  return link.length > LONGEST_LINK
    ? { tooLong: link.length, most: LONGEST_LINK }
    : { link, long: link.length > LONG_LINK };
};

/** The scenario's text from a link. Never throws, and never unfolds more than a scenario may have. */
export const textOfLink = async (hash: string): Promise<Unpacked> => {
  const body = hash.replace(/^#/u, '').slice(MARK.length);
  if (!isLink(hash)) return { fault: 'damaged' };
  if (!body.startsWith(PACKING)) return { fault: /^\d{1,3}\./u.test(body) ? 'newer' : 'damaged' };
  if (body.length > MOST_LETTERS) return { fault: 'too-large' };
  const packed = fromLetters(body.slice(PACKING.length));
  if (packed === undefined) return { fault: 'damaged' };
  try {
    const bytes = await unfolded(packed);
    if (bytes === undefined) return { fault: 'too-large' };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { fault: 'damaged' };
  }
};

const packedOf = async (text: string): Promise<Uint8Array> => {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

/** `undefined` for more than a scenario may have. Rejected for what was not packed so, was cut, or was changed: it has a check sum. */
const unfolded = async (packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> => {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Base64 in the alphabet of addresses (RFC 4648, section 5), without filling. */
const inLetters = (bytes: Uint8Array): string => {
  let raw = '';
  for (const byte of bytes) raw += String.fromCodePoint(byte);
  return btoa(raw).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const fromLetters = (letters: string): Uint8Array<ArrayBuffer> | undefined => {
  // Some programs write a link's letters otherwise, or end a sentence with a full stop.
  const clean = letters.replace(/[.,;)>\]]+$/u, '');
  if (!/^[A-Za-z0-9_-]+$/u.test(clean)) return undefined;
  try {
    const raw = atob(clean.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(raw, (letter) => letter.codePointAt(0) ?? 0);
  } catch {
    return undefined;
  }
};
