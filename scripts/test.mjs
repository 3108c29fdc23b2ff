// npm test: everything a change must pass. --unit: what needs no browser; --browser: what does.
// Other words go to the test runner: npm test -- --unit test/engine
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode } from './node-version.mjs';

checkNode();
const { installPackages, programOf, ROOT } = await import('./packages.mjs');
const { build } = await import('./built.mjs');
const { getChromium } = await import('./chromium.mjs');

const words = process.argv.slice(2);
const unknown = words.find((word) => word.startsWith('-') && word !== '--unit' && word !== '--browser');
if (unknown !== undefined) {
  console.error(`npm test knows --unit and --browser, not ${unknown}.`);
  process.exit(2);
}
const only = words.filter((word) => word.startsWith('-'));
const filters = words.filter((word) => !word.startsWith('-'));
const wanted = (/** @type {string} */ part) => only.length === 0 || only.includes(part);

const REPORTS = join(ROOT, 'test-results');
const UNIT = join(REPORTS, 'unit.json');
const PAGES = join(REPORTS, 'pages.json');
const count = { passed: 0, failed: 0 };

/** @param {string} program @param {string[]} args @param {Record<string, string>} [env] */
const node = (program, args, env = {}) =>
  spawnSync(process.execPath, [program, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  }).status === 0;

/** @param {string} file */
const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/** @param {number} code @returns {never} */
const finish = (code) => {
  // A step that failed is a failure, also where it is no test.
  if (code !== 0 && count.failed === 0) count.failed = 1;
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
  return process.exit(code);
};

/**
 * One step, with its heading and its time; the first that fails is the last.
 * @param {string} title
 * @param {() => boolean} passes
 */
const step = (title, passes) => {
  console.log(`\n== ${title}`);
  const began = performance.now();
  const passed = passes();
  console.log(
    `-- ${title}: ${passed ? 'ok' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  if (!passed) finish(1);
};

step('packages', () => {
  installPackages();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  return true;
});

if (wanted('--unit')) {
  step('types', () => node(programOf('typescript', 'tsc'), ['-b']));
  step('format', () => node(programOf('oxfmt'), ['--check']));
  step('lint', () => node(programOf('oxlint'), []));
  step('unit tests and laws', () => {
    const ok = node(programOf('vitest'), [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT}`,
      ...filters,
    ]);
    const { numPassedTests = 0, numFailedTests = 0 } = report(UNIT);
    count.passed += numPassedTests;
    count.failed += numFailedTests;
    return ok;
  });
}

if (wanted('--browser')) {
  step('build', () => build() && build({ folder: 'dist-test', testHook: true }));
  step('size', () => node(join(ROOT, 'scripts/size.mjs'), []));
  step('pages in a browser', () => {
    const chromium = getChromium();
    if (chromium === undefined) {
      console.error('The browser tests cannot run: no Chromium was found and none could be installed.');
      console.error('Install Chromium or Chrome, or set CHROME_PATH to one.');
      return false;
    }
    console.log(`  with ${chromium}`);
    const args = ['test', '--pass-with-no-tests', ...filters];
    const env = { CHROME_PATH: chromium };
    const ok = node(programOf('@playwright/test', 'playwright'), args, env);
    const { expected = 0, flaky = 0, unexpected = 0 } = report(PAGES).stats ?? {};
    count.passed += expected + flaky;
    count.failed += unexpected;
    return ok;
  });
}

finish(0);
