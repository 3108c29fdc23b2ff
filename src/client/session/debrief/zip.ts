/** CRC-32 as archives use it (ISO 3309), of every byte value. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

export const crc32 = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

/** 1 January 1980, the first day an archive can name: a game has no clock. */
const DAY = 33;
const STORED = 20;
/** Names are in UTF-8. */
const UTF8 = 0x0800;

const header = (size: number, write: (view: DataView) => void): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
};

/** Several texts in one archive, each as it is (PKWARE APPNOTE 6.3, method 0). */
export const zipOf = (files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    at += part.length;
  };
  for (const [file, text] of files) {
    const name = encoder.encode(file);
    const body = encoder.encode(text);
    const sum = crc32(body);
    const start = at;
    const common = (view: DataView, from: number): void => {
      view.setUint16(from, STORED, true);
      view.setUint16(from + 2, UTF8, true);
      view.setUint16(from + 8, DAY, true);
      view.setUint32(from + 10, sum, true);
      view.setUint32(from + 14, body.length, true);
      view.setUint32(from + 18, body.length, true);
      view.setUint16(from + 22, name.length, true);
    };
    add(
      header(30, (view) => {
        view.setUint32(0, 0x04034b50, true);
        common(view, 4);
      }),
    );
    add(name);
    add(body);
    entries.push(
      header(46, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, STORED, true);
        common(view, 6);
        view.setUint32(42, start, true);
      }),
      name,
    );
  }
  const directory = at;
  for (const entry of entries) add(entry);
  const size = at - directory;
  add(
    header(22, (view) => {
      view.setUint32(0, 0x06054b50, true);
      view.setUint16(8, files.size, true);
      view.setUint16(10, files.size, true);
      view.setUint32(12, size, true);
      view.setUint32(16, directory, true);
    }),
  );
  const all = new Uint8Array(at);
  let to = 0;
  for (const part of parts) {
    all.set(part, to);
    to += part.length;
  }
  return all;
};
