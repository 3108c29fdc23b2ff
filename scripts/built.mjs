import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { programOf, ROOT } from './packages.mjs';

/** What the built game is made of. */
const SOURCES = [
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'src',
  'scenarios',
  'assets',
];

/**
 * When a file, or anything in a folder, last changed, in milliseconds; 0 where there is none.
 * A folder's own time tells of files that went.
 * @param {string} path
 * @returns {number}
 */
const changed = (path) => {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce((last, name) => Math.max(last, changed(join(path, name))), status.mtimeMs);
};

/** Is dist/ as new as its sources? */
export const isBuilt = () => {
  const built = changed(join(ROOT, 'dist/index.html'));
  return SOURCES.every((source) => changed(join(ROOT, source)) < built);
};

/**
 * Builds the game; true if it could be built.
 * @param {{ folder?: string, testHook?: boolean }} [how] into which folder; with the handle tests hold it by
 */
export const build = ({ folder = 'dist', testHook = false } = {}) => {
  const args = [programOf('vite'), 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production', VITE_TEST_HOOK: testHook ? '1' : '' };
  return (
    spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] }).status ===
    0
  );
};
