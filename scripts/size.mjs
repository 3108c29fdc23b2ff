// npm run size: the JavaScript a browser needs before the game can be used, packed as it travels.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { checkNode } from './node-version.mjs';

checkNode();
const { ROOT } = await import('./packages.mjs');

/** In bytes of gzip; a kB is 1000 bytes. */
const LIMIT = 160_000;

const dist = join(ROOT, 'dist');
const manifestFile = join(dist, '.vite/manifest.json');
if (!existsSync(manifestFile)) {
  console.error('Nothing is built yet: npm run build');
  process.exit(1);
}
/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} */
const chunks = JSON.parse(readFileSync(manifestFile, 'utf8'));

/** @type {Set<string>} */
const first = new Set();
/** @param {string} key */
const follow = (key) => {
  const chunk = chunks[key];
  if (chunk === undefined || first.has(chunk.file)) return;
  first.add(chunk.file);
  for (const needed of chunk.imports ?? []) follow(needed);
};
for (const [key, { isEntry }] of Object.entries(chunks)) if (isEntry === true) follow(key);
// What the page itself asks for, should it be more than the entry's imports.
const page = readFileSync(join(dist, 'index.html'), 'utf8');
for (const [, file = ''] of page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) first.add(file);

/** @param {number} bytes */
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
console.log('      raw     gzip   brotli   kB');
const all = { raw: 0, gzip: 0, brotli: 0 };
for (const file of first) {
  const body = readFileSync(join(dist, file));
  const size = {
    raw: body.length,
    gzip: gzipSync(body, { level: 9 }).length,
    brotli: brotliCompressSync(body).length,
  };
  for (const kind of /** @type {const} */ (['raw', 'gzip', 'brotli'])) all[kind] += size[kind];
  console.log(`${kB(size.raw)} ${kB(size.gzip)} ${kB(size.brotli)}   ${file}`);
}
console.log(
  `${kB(all.raw)} ${kB(all.gzip)} ${kB(all.brotli)}   before first use (limit ${LIMIT / 1000} kB gzip)`,
);
if (all.gzip > LIMIT) {
  console.error('Too much before first use: load what is not needed at once by import().');
  process.exit(1);
}
