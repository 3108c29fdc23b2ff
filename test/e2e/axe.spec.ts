import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { goOn, openPage, openTab, playUntil, quiet, startGame, where } from './game.ts';

const TABS = ['Now', 'Mandate', 'Text', 'Offers', 'Incidents', 'People', 'Log'];

const everyTab = async (page: Page, at: string): Promise<void> => {
  for (const name of TABS) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') }).click();
    // Everything that can be folded out is judged, too.
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await expectAccessible(page, `${at}, ${name}`);
  }
  await page.getByRole('tab', { name: /^Now/u }).click();
};

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the check can fail', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    const planted = document.createElement('button');
    document.querySelector('main')?.append(planted);
  });
  await expect(expectAccessible(page, 'planted')).rejects.toThrow(/button-name/u);
});

test('title and choice of a seat @phone', async ({ page }) => {
  await openPage(page);
  await expectAccessible(page, 'title');
  await page.getByTestId('new-game').click();
  await expect(page.locator('input[name="seat"]').first()).toBeAttached();
  await expectAccessible(page, 'choice of a seat');
});

test('every panel in every phase, and the outcome @phone', async ({ page }) => {
  test.setTimeout(240_000);
  await openPage(page, 'none');
  await startGame(page, { seat: 'KE', seed: 'axe' });
  const seen = new Set<string>();
  for (let step = 0; step < 120; step += 1) {
    const now = await where(page);
    if (now === 'closed') break;
    const phase = now.split(' ')[1] ?? '';
    if (!seen.has(phase)) {
      if (phase === 'decision') await expect(page.getByTestId('join')).toBeVisible({ timeout: 30_000 });
      else await quiet(page);
      await everyTab(page, now);
      seen.add(phase);
    }
    await goOn(page);
    await page.waitForTimeout(60);
  }
  expect([...seen].toSorted()).toEqual(['briefing', 'capital', 'corridor', 'decision', 'drafting', 'floor']);
  expect(await where(page)).toBe('closed');
  await everyTab(page, 'outcome');
});

test('what the others think one wants, beside what is so @phone', async ({ page }) => {
  await openPage(page, 'none');
  await startGame(page, { scenario: 'class-45', seat: 'EU', seed: 'thought' });
  await openTab(page, 'People');
  const own = page.locator('details.person', { hasText: 'your delegation' });
  await expect(own.locator('summary')).toContainText(/thought to join the draft: about \d+\s%\s*estimate/u);
  const other = page.locator('details.person', { hasText: 'Kenya' });
  await other.locator('summary').click();
  await expect(other.getByRole('heading', { name: 'What they think you want' })).toBeVisible();
  await other.getByRole('button', { name: 'Compare with your mandate' }).click();
  await expect(own.locator('summary')).toBeFocused();
  await expect(own.getByRole('heading', { name: 'What they think you want' })).toBeInViewport();
  await expect(own.locator('.thought li').first()).toContainText(/they: \d+\s%\s*you: \d+\s%/u);
  // The paper has moved, not the page (but for the pixel of what is only read out).
  expect(await page.evaluate(() => document.documentElement.scrollTop)).toBeLessThanOrEqual(1);
  await expectAccessible(page, 'what the others think');
});

test('the menu and a question before what cannot be undone', async ({ page }) => {
  await openPage(page, 'none');
  await startGame(page, { seat: 'CH', seed: 'axe' });
  await page.getByRole('button', { name: 'Game menu' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'menu');
  await page.keyboard.press('Escape');
  await playUntil(page, (now) => now.endsWith('decision'));
  await expect(page.getByTestId('join')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Object', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page, 'question before objecting');
});
