import { expect, test } from '@playwright/test';
import { openPage, startGame } from './game.ts';

test('nothing asks for what the content security policy refuses', async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (Reflect.get(window, 'refusals') as string[]).push(`${violatedDirective}: ${blockedURI}`);
    });
    Reflect.set(window, 'refusals', []);
  });
  const refusals = () => page.evaluate(() => Reflect.get(window, 'refusals') as string[]);
  await openPage(page, 'none');
  await startGame(page);
  expect(await refusals()).toEqual([]);
  // What a room is told is checked in the page itself.
  await page.goto('./?join');
  await expect(page.getByRole('main')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await refusals()).toEqual([]);
});
