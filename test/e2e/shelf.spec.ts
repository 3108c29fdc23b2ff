import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { mainAction, openPage, startGame } from './game.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const SHELF = readdirSync('scenarios')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

test('every scenario of the shelf can be chosen, and has seats of its own', async ({ page }) => {
  const faults = await openPage(page);
  await page.getByTestId('new-game').click();
  const scenarios = page.locator('input[name="scenario"]');
  await expect(scenarios).toHaveCount(SHELF.length);
  const seen = new Set<string>();
  for (const id of SHELF) {
    await page.locator(`input[name="scenario"][value="${id}"]`).check();
    // The page says beside each scenario how many delegations it has.
    const card = page.locator('.shelf-card', { has: page.locator(`input[value="${id}"]`) });
    const count = Number(/(\d+) delegations/u.exec((await card.textContent()) ?? '')?.[1]);
    // Beside the delegations there is the Chair.
    await expect(page.locator('input[name="seat"]:not([value="chair"])')).toHaveCount(count);
    // A seat of the scenario that was chosen before is not chosen in this one.
    await expect(page.locator('input[name="seat"]:checked')).toHaveCount(0);
    await expect(page.getByTestId('play')).toBeDisabled();
    seen.add(await page.locator('.seats').innerText());
    await page.locator('input[name="seat"]').first().check();
  }
  expect(seen.size).toBe(SHELF.length);
  expect(faults).toEqual([]);
});

test('the tutorial begins at once', async ({ page }) => {
  const faults = await openPage(page);
  await startGame(page, { scenario: 'first-steps', seat: 'SELL' });
  await expect(mainAction(page)).toBeVisible();
  await expect(page.getByText('Sellia').first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('a scenario that was translated is read in the language that was chosen, and still is after a reload', async ({
  page,
}) => {
  const faults = await openPage(page);
  await page.getByTestId('new-game').click();
  await page.locator('input[name="scenario"][value="oewg-2022"]').check();
  await expect(page.locator('input[name="seat"][value="KE"]')).toHaveCount(1);
  // One language: there is nothing to choose.
  await expect(page.locator('input[name="text-language"]')).toHaveCount(0);
  await page.locator('input[name="scenario"][value="first-steps"]').check();
  await page.locator('input[name="text-language"][value="fr"]').check();
  await expect(page.getByText('Sellie')).toBeVisible();
  await page.locator('input[name="seat"][value="SELL"]').check();
  await page.getByTestId('play').click();
  await expect(page.getByRole('banner')).toContainText('Sellie');
  await page.reload();
  await page
    .getByRole('button', { name: /continue|resume/iu })
    .first()
    .click();
  await expect(page.getByRole('banner')).toContainText('Sellie');
  expect(faults).toEqual([]);
});
