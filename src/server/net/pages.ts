import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The built game's files: packed once each and kept, as browsers ask for the same few again and again. */

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
};
const SHRINKS = /^(text\/|application\/(json|manifest|wasm|xml)|image\/svg)/u;

const PACKERS = {
  br: (body: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer): Promise<Buffer> => promisify(gzip)(body, { level: 9 }),
} as const;
type Packing = keyof typeof PACKERS;

/** The best packing a browser takes; `undefined` for none. */
const packing = (accepted: string): Packing | undefined => {
  const taken = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/u.test(part))
    .map((part) => part.trim().split(';')[0]);
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : undefined;
};

/** The file a path names; `undefined` if it leads out of the folder, or to what begins with a dot. */
const fileOf = (folder: string, path: string): string | undefined => {
  let plain = '';
  try {
    plain = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\\\0]/u.test(plain) || plain.split('/').some((part) => part.startsWith('.'))) return undefined;
  const file = resolve(folder, `.${plain.endsWith('/') ? `${plain}index.html` : plain}`);
  return file.startsWith(folder + sep) ? file : undefined;
};

const statusOf = async (file: string | undefined) => {
  const status = file === undefined ? undefined : await stat(file).catch(() => undefined);
  return status?.isFile() === true ? status : undefined;
};

/** Phaser starts from `data:` images; React Aria writes a style element of its own, under the page's nonce. */
const policy = (host: string, nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    // Older Safari does not count a socket to the same host as 'self'.
    `connect-src 'self'${/^[\w.:[\]-]+$/u.test(host) ? ` ws://${host} wss://${host}` : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');

/** On every answer, page or not. */
export const headersFor = (host: string, nonce = newNonce()): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policy(host, nonce),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
});

const newNonce = (): string => randomBytes(16).toString('base64url');

export interface Asked {
  readonly path: string;
  readonly host: string;
  readonly encodings: string;
  readonly known: string | undefined;
}

/** Answers requests for the files of a folder; any address without a file is the page's own. */
export const pagesOf = (root: string): ((asked: Asked) => Promise<Response>) => {
  const folder = resolve(root);
  const packed = new Map<string, Promise<Buffer>>();

  const body = (file: string, key: string, coding: Packing | undefined): Promise<Buffer> => {
    const known = packed.get(key);
    if (known !== undefined) return known;
    const made = readFile(file).then((plain) => (coding === undefined ? plain : PACKERS[coding](plain)));
    packed.set(key, made);
    made.catch(() => packed.delete(key));
    return made;
  };

  /** The page has a nonce of its own each time, so it is neither kept nor packed. */
  const page = async (host: string): Promise<Response> => {
    const nonce = newNonce();
    const plain = await readFile(join(folder, 'index.html'), 'utf8');
    // The page's own links are relative; under another address they must start at the root.
    const text = plain
      .replaceAll(/(src|href)="\.\//gu, '$1="/')
      .replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}" />`);
    return new Response(text, {
      headers: {
        ...headersFor(host, nonce),
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
      },
    });
  };

  return async ({ path, host, encodings, known }) => {
    const file = fileOf(folder, path);
    const status = await statusOf(file);
    const isPage = path === '/' || path === '/index.html';
    if (isPage || (status === undefined && extname(path) === '' && !/(^|\/)\./u.test(path)))
      return page(host).catch(() => notFound(host));
    if (file === undefined || status === undefined) return notFound(host);
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const coding = SHRINKS.test(type) && status.size > 512 ? packing(encodings) : undefined;
    const etag = `"${status.size.toString(36)}-${Math.floor(status.mtimeMs).toString(36)}-${coding ?? 'id'}"`;
    const headers = {
      ...headersFor(host),
      'Content-Type': type,
      ETag: etag,
      Vary: 'Accept-Encoding',
      // The builder writes a hash into the names in assets/: what is under such a name never changes.
      'Cache-Control': /^\/assets\/.+-[\w-]{8}\.\w+$/u.test(path)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    };
    if (known === etag) return new Response(null, { status: 304, headers });
    const bytes = await body(file, `${file} ${etag}`, coding);
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, ...(coding === undefined ? {} : { 'Content-Encoding': coding }) },
    });
  };
};

const notFound = (host: string): Response =>
  new Response('Not found\n', {
    status: 404,
    headers: {
      ...headersFor(host),
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
