import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { programOf, ROOT } from './packages.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Playwright's own browser, or where it would be. */
const playwrights = () => {
  try {
    return createRequire(`${ROOT}/package.json`)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
};

/** A Chromium of this machine: CHROME_PATH, the usual places, Playwright's own; undefined if there is none. */
export const findChromium = () =>
  [process.env['CHROME_PATH'], ...PLACES, playwrights()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );

/** @param {string} command @param {string[]} args */
const run = (command, args) => {
  console.log(`  ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
};

/** A Chromium, installed where there is none; undefined if that cannot be done. */
export const getChromium = () => {
  const found = findChromium();
  if (found !== undefined) return found;
  console.log('No Chromium on this machine: installing one.');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    if (
      run('apt-get', ['update']) &&
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    ) {
      const installed = findChromium();
      if (installed !== undefined) return installed;
    }
  }
  run(process.execPath, [programOf('@playwright/test', 'playwright'), 'install', 'chromium']);
  return findChromium();
};
