/** Bytes of a text in UTF-8. */
const utf8 = (text: string): readonly number[] => {
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x8_00) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x1_00_00)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      );
  }
  return bytes;
};

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * SHA-1 of a text's UTF-8 as 40 hexadecimal digits (FIPS 180-4), for names of version 5 (RFC 9562), which ask for it. It must be the
 * same at once, in Node and in a worker; nothing is kept secret by it.
 */
export const sha1 = (text: string): string => {
  const bytes = [...utf8(text)];
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 7; shift >= 0; shift -= 1) bytes.push(Math.floor(bits / 256 ** shift) & 255);
  let [h0, h1, h2, h3, h4] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const w = new Int32Array(80);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let k = 0; k < 16; k += 1) {
      const at = block + k * 4;
      w[k] =
        ((bytes[at] ?? 0) << 24) |
        ((bytes[at + 1] ?? 0) << 16) |
        ((bytes[at + 2] ?? 0) << 8) |
        (bytes[at + 3] ?? 0);
    }
    for (let k = 16; k < 80; k += 1)
      w[k] = turned((w[k - 3] ?? 0) ^ (w[k - 8] ?? 0) ^ (w[k - 14] ?? 0) ^ (w[k - 16] ?? 0), 1);
    let [a, b, c, d, e] = [h0, h1, h2, h3, h4];
    for (let k = 0; k < 80; k += 1) {
      const [mixed, constant] =
        k < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : k < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : k < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (turned(a, 5) + mixed + e + constant + (w[k] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, turned(b, 30), a, next];
    }
    [h0, h1, h2, h3, h4] = [(h0 + a) | 0, (h1 + b) | 0, (h2 + c) | 0, (h3 + d) | 0, (h4 + e) | 0];
  }
  return [h0, h1, h2, h3, h4].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
};
