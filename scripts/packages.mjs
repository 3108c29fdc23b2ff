import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked */

/**
 * The packages a lock file names; none where it is missing or unreadable.
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
const locked = (file) => {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** Is what package-lock.json asks for in node_modules? Packages for other machines may be missing. */
export const packagesInstalled = () => {
  const wanted = locked(join(ROOT, 'package-lock.json')) ?? {};
  const present = locked(join(ROOT, 'node_modules/.package-lock.json'));
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const there = present[path];
    return there === undefined ? optional === true : there.version === version;
  });
};

/** Runs npm as the npm that called us, on any system. Its words go to standard error.
 * @param {string[]} args */
const npm = (args) => {
  const own = process.env['npm_execpath'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  return own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
};

/** Installs the packages where they are missing or not those of the lock file. */
export const installPackages = () => {
  if (packagesInstalled()) return;
  console.error('Installing packages (a minute or two, once) …');
  // Tools are packages for developers: also wanted where the environment says "production".
  if (npm(['ci', '--include=dev', '--no-audit', '--no-fund']).status === 0) return;
  console.error('The packages could not be installed. Is this computer online? What npm said stands above.');
  process.exit(1);
};

/**
 * The program of an installed package, for `node PROGRAM …`.
 * @param {string} name
 * @param {string} [program]
 */
export const programOf = (name, program = name) => {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
};
