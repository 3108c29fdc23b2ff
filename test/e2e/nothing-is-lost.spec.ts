import { expect, test } from '@playwright/test';
import {
  hurry,
  leave,
  logOf,
  openFile,
  openPage,
  openTab,
  playUntil,
  quiet,
  savedFile,
  startGame,
  where,
} from './game.ts';

// Nothing is drawn that does not change: games go by faster.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a reload in the middle goes on from the same place, to the end', async ({ page }) => {
  test.setTimeout(180_000);
  const faults = await openPage(page);
  await startGame(page, { seat: 'MX', seed: 'reload' });
  await playUntil(page, (now) => now === '2 corridor');
  await quiet(page);
  const before = await logOf(page);
  expect(before.length).toBeGreaterThan(200);

  await page.reload();
  await page.getByRole('button', { name: /^Continue/u }).click();
  await quiet(page);
  expect(await where(page)).toBe('2 corridor');
  expect(await logOf(page)).toBe(before);

  await openTab(page, 'Now');
  await hurry(page);
  expect(await playUntil(page, (now) => now === 'closed')).toBe('closed');
  expect(faults).toEqual([]);
});

test('what was done in a phase can be taken back', async ({ page }) => {
  await openPage(page, 'none');
  await startGame(page, { seat: 'BR', seed: 'undo' });
  await playUntil(page, (now) => now === '1 floor');
  await quiet(page);
  await page.getByTestId('speak').click();
  await expect(page.getByTestId('speak')).toHaveCount(0);
  await page.getByRole('button', { name: 'Game menu' }).click();
  await page.getByRole('button', { name: 'Take back this phase' }).click();
  await expect(page.getByTestId('speak')).toBeVisible();
  expect(await where(page)).toBe('1 floor');
});

test('a saved file is opened where it was left; broken ones are told apart and harm nothing', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const faults = await openPage(page, 'none');
  await startGame(page, { seat: 'IN', seed: 'file' });
  await playUntil(page, (now) => now === '1 corridor');
  await quiet(page);
  const log = await logOf(page);
  const file = await savedFile(page);
  await leave(page);

  const broken: readonly (readonly [name: string, text: string])[] = [
    ['foreign.json', JSON.stringify({ hello: 'world' })],
    ['no.json', 'this is a shopping list'],
    ['truncated.json', file.slice(0, Math.floor(file.length / 2))],
    ['tampered.json', tampered(file)],
    ['empty.json', ''],
  ];
  const said = new Set<string>();
  for (const [name, text] of broken) {
    await openFile(page, name, text);
    const alert = page.getByRole('alert');
    await expect(alert, name).not.toBeEmpty();
    said.add(await alert.innerText());
    await expect(page.getByTestId('title'), name).toBeVisible();
    await alert.getByRole('button', { name: 'Close' }).click();
    await expect(alert, name).toHaveCount(0);
  }
  expect(said.size, 'foreign, truncated and tampered files are told apart').toBeGreaterThanOrEqual(3);

  // The game that was left is untouched, and so is the one in the file.
  await page
    .getByRole('button', { name: /^Continue/u })
    .first()
    .click();
  await quiet(page);
  expect(await where(page)).toBe('1 corridor');
  expect(await logOf(page)).toBe(log);
  await leave(page);
  await openFile(page, 'good.json', file);
  await quiet(page);
  expect(await where(page)).toBe('1 corridor');
  expect(await logOf(page)).toBe(log);
  expect(faults).toEqual([]);
});

/** Another seed, everything else as it was: the moves no longer fold to their fingerprints. */
const tampered = (file: string): string => {
  const game = JSON.parse(file) as { seed: string };
  return JSON.stringify({ ...game, seed: `${game.seed}-other` });
};
