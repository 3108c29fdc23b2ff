/**
 * `npm run bench -- debrief-page [--dist FOLDER] [SCENARIO …]`: what somebody waits for in the browser, from their last answer to a text
 * to the end of the game, and from there to the first picture of the debrief; milliseconds by the clock, in headless Chromium without
 * a table (which a machine without a graphics card would draw by hand). Beside it the 5 s that were asked for. `--dist`: a build that is
 * there already. Ends with 1 if the picture comes later.
 */
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { recordOf } from '../../src/trial/record.ts';
import { agentNamed, playMachines } from '../../src/trial/machines.ts';
import { lay } from '../../src/engine/index.ts';
import { readScenario, writeGameFile } from '../../src/scenario/index.ts';

const LIMIT = 5_000;
const PATIENCE = 180_000;
const args = process.argv.slice(2);
const given = args.includes('--dist') ? args[args.indexOf('--dist') + 1] : undefined;
const named = args.filter((arg) => arg !== '--dist' && arg !== given);
const scenarios = named.length > 0 ? named : ['oewg-2022', 'global-mechanism'];

const out = given ?? mkdtempSync(join(tmpdir(), 'nia-page-'));
if (given === undefined) await build({ logLevel: 'error', build: { outDir: out, emptyOutDir: true } });

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const server = createServer((asked, answer) => {
  const path = normalize(new URL(asked.url ?? '/', 'http://page').pathname);
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

/** A game up to the last answer to its last text; whoever gave that answer sits at the screen. */
const beforeTheLastVote = (id: string): { readonly text: string; readonly moves: number } => {
  const source = readFileSync(`scenarios/${id}.yaml`, 'utf8');
  const { scenario } = readScenario(source);
  if (scenario === undefined) throw new Error(`${id} does not read`);
  for (let seed = 0; seed < 20; seed += 1) {
    const seats = new Map(
      scenario.delegations.map((seat) => [seat.id, agentNamed(scenario, 'seasoned', seat.id)]),
    );
    const game = playMachines(lay(scenario, `page/${String(seed)}`), seats);
    const record = recordOf(game, source, 'seasoned');
    const last = record.moves.findLastIndex(({ move }) => move.command.kind === 'answer');
    const seat = record.moves[last]?.move.seat;
    if (game.last.outcome?.end !== 'adopted' || seat === undefined) continue;
    const text = writeGameFile({ ...record, seat, moves: record.moves.slice(0, last) });
    return { text, moves: last };
  }
  throw new Error(`${id}: no text is adopted`);
};

const toTheEnd = async (page: Page): Promise<void> => {
  const over = page.getByTestId('outcome');
  const action = page.getByTestId('main-action');
  for (const until = Date.now() + PATIENCE; Date.now() < until;) {
    if (await over.isVisible()) return;
    if (await action.isEnabled().catch(() => false))
      await action.click({ timeout: 500 }).catch(() => undefined);
    await page.waitForTimeout(20);
  }
  throw new Error('the game did not end');
};

const finder: string = join(process.cwd(), 'scripts/chromium.mjs');
const { findChromium } = (await import(finder)) as { readonly findChromium: () => string | undefined };
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath === undefined ? {} : { executablePath }),
});
let late = false;
console.log('                        moves  vote to end  end to first picture  of 5 s');
for (const id of scenarios) {
  const { text, moves } = beforeTheLastVote(id);
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript(() => localStorage.setItem('nia.pace', 'instant'));
  await page.goto(`http://127.0.0.1:${String(address.port)}/?renderer=none`);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: `${id}.json`, mimeType: 'application/json', buffer: Buffer.from(text, 'utf8') });
  const answer = page.getByTestId('join').or(page.getByTestId('vote-yes'));
  await answer.waitFor();
  const vote = performance.now();
  await answer.click();
  await toTheEnd(page);
  const end = performance.now();
  await page.getByTestId('to-debrief').click();
  await page.getByTestId('step-causes').click();
  await page.getByTestId('turn-over').click();
  await page.getByTestId('chart-plane').waitFor();
  const shown = performance.now();
  const share = Math.round(((shown - end) / LIMIT) * 100);
  late ||= shown - end > LIMIT;
  console.log(
    [
      id.padEnd(22),
      String(moves).padStart(7),
      (end - vote).toFixed(0).padStart(13),
      (shown - end).toFixed(0).padStart(22),
      `${String(share)} %`.padStart(8),
    ].join(''),
  );
  await page.close();
}
await browser.close();
server.close();
if (given === undefined) await rm(out, { recursive: true });
if (late) {
  console.log('FALLS SHORT: people wait for the debrief.');
  process.exitCode = 1;
}
