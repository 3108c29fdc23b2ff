import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { mainAction, openPage } from './game.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a conference of 193: a seat is found by writing, and the game begins @phone', async ({ page }) => {
  test.setTimeout(120_000);
  const faults = await openPage(page);
  await page.getByTestId('new-game').click();
  await page.locator('input[name="scenario"][value="general-assembly"]').check();
  const find = page.getByRole('searchbox', { name: 'Find a delegation' });
  await expect(find).toBeVisible({ timeout: 20_000 });
  await find.fill('african gr');
  await expect(page.getByText('54 delegations')).toBeVisible();
  await find.fill('nowhere');
  await expect(page.getByText('Nobody here is called that')).toBeVisible();
  await find.fill('keny');
  const cards = page.locator('.seat-card:visible', { has: page.locator('input:not([value="chair"])') });
  await expect(cards).toHaveCount(1);
  // A flag that is not among the few that come with the page is fetched when it is shown.
  await find.fill('vanuatu');
  const flag = cards.locator('img');
  await expect.poll(() => flag.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(flag).toHaveAttribute('src', /flags\/VU\.svg$/u);
  await cards.locator('input').check();
  await expectAccessible(page, 'choice among 193');
  await page.getByTestId('play').click();
  await expect(mainAction(page)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('You speak for Vanuatu', { exact: false }).first()).toBeVisible();
  expect(faults).toEqual([]);
});
