/**
 * `npm run bench -- table`: script time per frame of the table alone, with 12 delegations, in headless Chromium without a GPU.
 * Measured inside the page around the whole step of the game loop: scenes, tweens and the renderer's calls, not the rasteriser behind them.
 * Prints one line per renderer and situation; ends with 1 if the mean in motion is 8 ms or more, or if a table at rest still runs.
 */
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';

const LIMIT = 8;
// npm runs its scripts in the repository's folder.
const root = join(process.cwd(), 'test/client/table/stand');
const out = await mkdtemp(join(tmpdir(), 'nia-table-'));
await build({
  root,
  configFile: false,
  base: './',
  logLevel: 'error',
  build: { outDir: out, emptyOutDir: true, chunkSizeWarningLimit: 3000 },
});

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
const server = createServer((asked, answer) => {
  const path = normalize(new URL(asked.url ?? '/', 'http://table').pathname);
  const file = join(out, path === '/' ? 'index.html' : path);
  readFile(file).then(
    (bytes) =>
      answer
        .writeHead(200, { 'content-type': KINDS[extname(file)] ?? 'application/octet-stream' })
        .end(bytes),
    () => answer.writeHead(404).end(),
  );
});
await new Promise<void>((ready) => {
  server.listen(0, '127.0.0.1', ready);
});
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('no port');

interface Figures {
  readonly frames: number;
  readonly mean: number;
  readonly p95: number;
}

/** Counts every step for so long, in milliseconds of script. */
const measure = async (page: Page, milliseconds: number): Promise<Figures> =>
  page.evaluate(async (long) => {
    const hook = (
      window as unknown as {
        stand: {
          hook: () => { game: { step: (time: number, delta: number) => void; loop: { callback: unknown } } };
        };
      }
    ).stand.hook();
    const { game } = hook;
    const times: number[] = [];
    const loop = game.loop as { callback: (time: number, delta: number) => void };
    const before = loop.callback;
    loop.callback = (time, delta) => {
      const from = performance.now();
      before(time, delta);
      times.push(performance.now() - from);
    };
    await new Promise((done) => {
      setTimeout(done, long);
    });
    loop.callback = before;
    const sorted = times.toSorted((a, b) => a - b);
    const mean = times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length);
    return { frames: times.length, mean, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
  }, milliseconds);

/** Brings the store to a moment; milliseconds in which everything that shows it was painted anew, once. */
const go = async (page: Page, moment: string): Promise<number> =>
  page.evaluate((name) => {
    const from = performance.now();
    (window as unknown as { stand: { go: (name: string) => void } }).stand.go(name);
    return performance.now() - from;
  }, moment);

const finder: string = join(process.cwd(), 'scripts/chromium.mjs');
const { findChromium } = (await import(finder)) as { readonly findChromium: () => string | undefined };
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath === undefined ? {} : { executablePath }),
});
let wrong = 0;
const report = (renderer: string, what: string, figures: Figures, good: boolean): void => {
  if (!good) wrong += 1;
  console.log(
    `${renderer.padEnd(7)} ${what.padEnd(34)} ${String(figures.frames).padStart(4)} frames  mean ${figures.mean.toFixed(2)} ms  p95 ${figures.p95.toFixed(2)} ms${good ? '' : '  FALLS SHORT'}`,
  );
};
try {
  for (const renderer of ['canvas', 'webgl']) {
    const page = await browser.newPage({ viewport: { width: 1300, height: 860 } });
    await page.goto(`http://127.0.0.1:${address.port}/?at=briefing&renderer=${renderer}`);
    await page.waitForFunction(
      () =>
        ((
          window as unknown as { stand?: { hook: () => { names: () => readonly string[] } | undefined } }
        ).stand
          ?.hook()
          ?.names().length ?? 0) > 0,
    );
    await page.waitForTimeout(2500);
    for (const [moment, what] of [
      ['incident', 'incident, the world opens'],
      ['floor', 'floor: placards, speech, scroll'],
      ['corridor', 'walking out to the corridor'],
      ['drafting', 'draft: brackets close'],
      ['decision', 'decision: placards raised'],
      ['decided', 'gavel and answers turn'],
      ['adopted', 'adoption: light, signatures'],
    ] as const) {
      const painting = await go(page, moment);
      const figures = await measure(page, 2600);
      report(renderer, what, figures, figures.frames > 0 && figures.mean < LIMIT);
      console.log(`        painted anew, once: ${painting.toFixed(1)} ms`);
    }
    await page.waitForTimeout(9000);
    const rest = await measure(page, 3000);
    report(renderer, 'at rest (loop asleep: no frames)', rest, rest.frames === 0);
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
  await rm(out, { recursive: true, force: true });
}
console.log(
  wrong === 0
    ? `All under ${LIMIT} ms a frame; at rest nothing runs.`
    : `${wrong} of the measurements fall short.`,
);
process.exitCode = wrong === 0 ? 0 : 1;
