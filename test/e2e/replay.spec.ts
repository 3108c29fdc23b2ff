import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { agentNamed, playMachines, recordOf } from '../../src/trial/index.ts';
import { inWords, lay } from '../../src/engine/index.ts';
import { readScenario, writeGameFile } from '../../src/scenario/index.ts';
import { expectAccessible } from './axe.ts';
import { goOn, openFile, openPage, openTab, quiet, where } from './game.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A finished game of the smallest scenario, played by AI, kept for its first delegation. */
const game = () => {
  const text = readFileSync('scenarios/first-steps.yaml', 'utf8');
  const { scenario } = readScenario(text);
  if (scenario === undefined) throw new Error('the scenario does not read');
  const played = playMachines(
    lay(scenario, 'replay'),
    new Map(scenario.delegations.map(({ id }) => [id, agentNamed(scenario, 'seasoned', id)])),
  );
  const record = recordOf(played, text, 'seasoned');
  const [first] = scenario.delegations;
  if (first === undefined) throw new Error('nobody plays');
  return {
    text: writeGameFile({ ...record, seat: first.id }),
    moves: record.moves.length,
    // Just after a statement of somebody else for which it had a reason.
    reason:
      1 +
      record.moves.findIndex(
        ({ move, because }) =>
          move.command.kind === 'speak' &&
          move.seat !== first.id &&
          because.some(({ code }) => code !== 'routine'),
      ),
    names: scenario.delegations.map(({ id }) => id),
    briefing: inWords(scenario, scenario.delegations[1]?.briefing ?? {}, 'en'),
  };
};
const { text, moves, names, briefing, reason: REASON } = game();

const slider = (page: Page) => page.getByTestId('film-slider');
const said = (page: Page) => slider(page).getAttribute('aria-valuetext');

const openTheFilm = async (page: Page): Promise<readonly string[]> => {
  const faults = await openPage(page);
  await openFile(page, 'game.nia.json', text);
  await page.getByTestId('watch-film').click();
  await expect(page.getByTestId('film')).toBeVisible();
  await expect(slider(page)).toHaveAttribute('max', String(moves));
  return faults;
};

const tab = async (page: Page, name: string): Promise<void> => {
  await page.getByTestId(`film-tab-${name}`).click();
  await expect(page.getByTestId(`film-tab-${name}`)).toHaveAttribute('aria-selected', 'true');
};

test('a film is scrubbed by keyboard, seen by others and as it truly was @phone', async ({ page }) => {
  const faults = await openTheFilm(page);
  await expect.poll(() => said(page)).toBe(`Session 1, Briefing, move 0 of ${moves}: The conference begins.`);
  await slider(page).focus();
  for (const [key, place] of [
    ['ArrowRight', 1],
    ['ArrowRight', 2],
    ['ArrowLeft', 1],
    ['End', moves],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => said(page)).toContain(`move ${place} of ${moves}`);
  }
  await page.keyboard.press('End');
  await tab(page, 'scene');
  // The game's own page waits behind the film.
  await expect(page.getByTestId('film').getByTestId('outcome')).toBeVisible();
  await expectAccessible(page, 'the end of a film');

  // Through other eyes the papers are another's; nothing can be done in any of them.
  const eyes = page.getByTestId('eye').getByRole('combobox');
  const other = names[1] ?? '';
  await slider(page).fill(String(Math.round(moves * 0.4)));
  await eyes.selectOption(other);
  await expect(page.getByTestId('eye')).toHaveAttribute('data-eye', other);
  await tab(page, 'mandate');
  await expect(page.getByRole('tabpanel')).toContainText(briefing.slice(0, 40));
  // Why another did it shows when everything does.
  await tab(page, 'scene');
  await slider(page).fill(String(REASON));
  await eyes.selectOption(names[0] ?? '');
  await page.getByTestId('film-why-kept').getByRole('button', { name: 'See why' }).click();
  await expect(page.getByTestId('eye')).toHaveAttribute('data-eye', 'truth');
  await expect(page.getByTestId('film-why')).toContainText(/^Why \(.+\): .+/u);
  await expectAccessible(page, 'why it was done');
  await tab(page, 'truth');
  await expect(page.getByRole('tabpanel').getByRole('row')).toHaveCount(names.length + 1);
  await expectAccessible(page, 'the truth');
  for (const paper of ['scene', 'text', 'offers', 'incidents', 'people', 'rooms', 'log']) {
    await tab(page, paper);
    await expect(
      page.getByRole('tabpanel').getByRole('button', { name: /^(Accept|Decline|Make|Speak|Join|Object)/u }),
    ).toHaveCount(0);
  }
  await page.getByTestId('film-close').click();
  await expect(page.getByTestId('outcome')).toBeVisible();
  expect(faults).toEqual([]);
});

test('a film plays, and what was saved can be watched from the title', async ({ page }) => {
  const faults = await openTheFilm(page);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('8');
  await page.locator('body').press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect
    .poll(async () => Number(await slider(page).inputValue()), { timeout: 30_000 })
    .toBeGreaterThan(5);
  await page.locator('body').press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.getByTestId('film-close').click();
  await page.getByTestId('play-again').click();
  await page.getByRole('button', { name: /^Watch the film of/u }).click();
  await expect(page.getByTestId('film')).toBeVisible();
  await expect(slider(page)).toHaveAttribute('max', String(moves));
  await page.getByTestId('film-close').click();
  await expect(page.getByTestId('title')).toBeVisible();
  expect(faults).toEqual([]);
});

test('the button that leaves a game at its end can be pressed after a moment, not at once', async ({
  page,
}) => {
  const faults = await openPage(page, 'none');
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await openFile(page, 'game.nia.json', text);
  const again = page.getByTestId('play-again');
  await expect(again).toBeVisible();
  await expect(again).toBeDisabled();
  await page.clock.runFor(2000);
  await expect(again).toBeEnabled();
  await page.clock.resume();
  await again.click();
  await expect(page.getByTestId('title')).toBeVisible();
  expect(faults).toEqual([]);
});

test('what would have been otherwise is played, read, watched and taken over', async ({ page }) => {
  const faults = await openTheFilm(page);
  await tab(page, 'whatif');
  await page.getByTestId('turn-on').click();
  await expect(page.getByRole('radio')).not.toHaveCount(1);
  await expectAccessible(page, 'the choice of a change');
  // Fifty can be stopped; five are played to their end.
  await page.getByRole('combobox', { name: 'Replays' }).selectOption('50');
  await page.getByTestId('run-branch').click();
  await page.getByTestId('stop-branch').click();
  await expect(page.getByTestId('branch')).toContainText('Stopped');
  await page.getByRole('combobox', { name: 'Replays' }).selectOption('5');
  await page.getByTestId('run-branch').click();
  const reading = page.getByTestId('branch-reading');
  await expect(reading).toHaveText(/^In \d of 5 replays a text was adopted, .*; .* came out better/u, {
    timeout: 90_000,
  });
  await page.getByText('The same in figures').click();
  await expect(page.getByTestId('branch').getByRole('row')).toHaveCount(4 + names.length);
  await expectAccessible(page, 'what became of a branch');

  // One of the replays as a film of its own; then back to what was found.
  await page.getByTestId('watch-run').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Film of a replay');
  await page.getByTestId('film-close').click();
  await expect(reading).toBeVisible();

  await page.getByTestId('take-over').click();
  await page.getByTestId('take-seat').click();
  await expect(page.getByTestId('film')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Game menu' })).toBeVisible();
  // Whoever takes the seat is told what was done in its name.
  const taken = page.getByTestId('taken-over');
  await expect(taken).toContainText('You have taken over');
  await expect(taken.locator('[data-group]').first()).toBeVisible();
  await expectAccessible(page, 'a seat that was taken over');
  // What one does oneself from here on is no part of it, also after a look elsewhere.
  const lines = await taken.locator('li').allTextContents();
  const before = await where(page);
  await goOn(page);
  await expect.poll(() => where(page)).not.toBe(before);
  await quiet(page);
  await openTab(page, 'Text');
  await openTab(page, 'Now');
  await expect(taken.locator('li')).toHaveText(lines);
  await taken.getByRole('button', { name: 'Understood' }).click();
  await expect(taken).toHaveCount(0);
  await page.getByRole('button', { name: 'Game menu' }).click();
  await page.getByRole('button', { name: 'Leave the room' }).click();
  await expect(page.getByText(/branch from move \d+/u)).toBeVisible();
  // The game it leaves is still there.
  await expect(page.getByRole('button', { name: /^Watch the film of/u })).toHaveCount(1);
  expect(faults).toEqual([]);
});
