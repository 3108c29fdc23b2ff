// A small server for the built game: node scripts/serve.mjs [FOLDER], with PORT and HOST from the environment.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const DEFAULT_PORT = 8080;

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
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
const SHRINKS = /^(text\/|application\/(json|manifest|wasm|xml)|image\/svg)/;

/** Phaser starts from data: images; React Aria writes one style of its own. */
const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const packers = {
  br: (/** @type {Buffer} */ body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (/** @type {Buffer} */ body) => promisify(gzip)(body, { level: 9 }),
};

/**
 * The best packing a browser takes; undefined for none.
 * @param {string | undefined} accepted
 * @returns {keyof typeof packers | undefined}
 */
const packing = (accepted = '') => {
  const taken = accepted.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part));
  return /** @type {const} */ (['br', 'gzip']).find((name) =>
    taken.some((part) => part.trim().split(';')[0] === name),
  );
};

/**
 * The file a path names; undefined if it leads out of the folder, or to what begins with a dot.
 * @param {string} folder
 * @param {string} path
 */
const fileOf = (folder, path) => {
  let plain = '';
  try {
    plain = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\\\0]/.test(plain) || plain.split('/').some((part) => part.startsWith('.'))) return undefined;
  const file = resolve(folder, `.${plain.endsWith('/') ? `${plain}index.html` : plain}`);
  return file.startsWith(folder + sep) ? file : undefined;
};

/** @param {string | undefined} file */
const statusOf = async (file) => {
  const status = file === undefined ? undefined : await stat(file).catch(() => undefined);
  return status?.isFile() === true ? status : undefined;
};

/**
 * What answers requests for the files of a folder.
 * @param {string} root
 * @returns {import('node:http').RequestListener}
 */
export const filesOf = (root) => {
  const folder = resolve(root);
  /** Packed bodies, by file, time and packing: each file is packed once. @type {Map<string, Promise<Buffer>>} */
  const packed = new Map();

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  const answer = async (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const path = (request.url ?? '/').replace(/[?#].*$/, '');
    if (path === '/health') {
      response
        .writeHead(200, { 'Content-Type': TYPES['.json'], 'Cache-Control': 'no-store' })
        .end('{"ok":true}');
      return;
    }

    let file = fileOf(folder, path);
    let status = await statusOf(file);
    // An address of the game's own, such as an invitation: the page finds out what it means.
    const page = status === undefined && extname(path) === '' && !/(^|\/)\./.test(path);
    if (page) {
      file = join(folder, 'index.html');
      status = await statusOf(file);
    }
    if (file === undefined || status === undefined) {
      response
        .writeHead(404, { 'Content-Type': TYPES['.txt'], 'Cache-Control': 'no-store' })
        .end('Not found\n');
      return;
    }

    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const coding =
      SHRINKS.test(type) && status.size > 512 ? packing(request.headers['accept-encoding']) : undefined;
    const etag = `"${status.size.toString(36)}-${Math.floor(status.mtimeMs).toString(36)}${page ? '-p' : ''}-${coding ?? 'id'}"`;
    response.setHeader('Content-Type', type);
    response.setHeader('ETag', etag);
    response.setHeader('Vary', 'Accept-Encoding');
    // The builder writes a hash into the names in assets/: what is under such a name never changes.
    const forever = /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path);
    response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }

    if (coding === undefined && !page) {
      response.writeHead(200, { 'Content-Length': status.size });
      if (request.method === 'HEAD') response.end();
      else
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response);
      return;
    }
    const key = `${file} ${etag}`;
    const source = file;
    const body =
      packed.get(key) ??
      (async () => {
        const plain = await readFile(source);
        // The page's own links are relative; under another address they must start at the root.
        const text = page ? Buffer.from(plain.toString().replaceAll(/(src|href)="\.\//g, '$1="/')) : plain;
        return coding === undefined ? text : packers[coding](text);
      })();
    packed.set(key, body);
    const bytes = await body.catch((/** @type {unknown} */ error) => {
      packed.delete(key);
      throw error;
    });
    if (coding !== undefined) response.setHeader('Content-Encoding', coding);
    response.writeHead(200, { 'Content-Length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };

  return (request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
};

/**
 * Listens on a port; where it is taken, on any free one if `another` says so.
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string, another: boolean }} where
 * @returns {Promise<number>} the port
 */
const listen = (server, { port, host, another }) =>
  new Promise((listening, failed) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (!another || (error.code !== 'EADDRINUSE' && error.code !== 'EACCES')) return failed(error);
      return listen(server, { port: 0, host, another: false }).then(listening, failed);
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      const address = server.address();
      listening(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** This computer's addresses in the networks it is in. */
const addresses = () =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

/**
 * Serves a folder until Ctrl-C, on PORT and HOST.
 * @param {string} folder
 */
export const serve = async (folder) => {
  const asked = process.env['PORT'] ?? '';
  const host = process.env['HOST'] ?? '0.0.0.0';
  if (asked !== '' && !(/^\d+$/.test(asked) && Number(asked) < 65_536)) {
    console.error(`PORT is a number from 0 to 65535, not "${asked}".`);
    process.exit(1);
  }
  const server = createServer(filesOf(folder));
  const where = { port: asked === '' ? DEFAULT_PORT : Number(asked), host, another: asked === '' };
  const port = await listen(server, where).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(
      taken ? `Port ${asked} is taken: give another one in PORT.` : `Cannot listen: ${error.message}`,
    );
    return process.exit(1);
  });

  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  console.log(`\nNothing Is Agreed is ready.\n\n  on this computer   http://${name}:${port}/`);
  if (everywhere)
    for (const address of addresses()) console.log(`  in this network    http://${address}:${port}/`);
  console.log('\nCtrl-C ends it.');

  const end = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await serve(process.argv[2] ?? 'dist');
