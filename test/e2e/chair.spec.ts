import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { hurry, mainAction, openPage, outcome, where } from './game.ts';

test('a person presides: drafts, puts a text, lets the gavel fall, and ends every phase', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const faults = await openPage(page);
  await page.getByTestId('new-game').click();
  await page.locator('input[name="scenario"][value="class-45"]').check();
  await page.getByRole('textbox', { name: 'Seed' }).fill('chair');
  await page.locator('input[name="seat"][value="chair"]').check();
  await page.getByTestId('play').click();
  await expect(mainAction(page)).toBeVisible({ timeout: 30_000 });
  await hurry(page);
  const seen = new Set<string>();
  let put = 0;
  for (let step = 0; step < 80 && (await outcome(page).count()) === 0; step += 1) {
    const now = await where(page);
    const phase = now.split(' ')[1] ?? '';
    // The delegations go first: the Chair's desk says when all have closed their folders.
    await expect(page.getByText('Every delegation has closed its folder.').or(outcome(page))).toBeVisible({
      timeout: 60_000,
    });
    if ((await outcome(page).count()) > 0) break;
    if (!seen.has(phase)) {
      seen.add(phase);
      await expectAccessible(page, `the Chair in ${phase}`);
      if (phase === 'drafting') await page.getByTestId('issue-draft').click();
    }
    const text = page.getByTestId('put-text');
    const gavel = page.getByRole('button', { name: 'Let the gavel fall' });
    if ((await gavel.count()) > 0) {
      await gavel.click();
      await page.getByRole('button', { name: 'Do it' }).click();
      await expect(gavel).toHaveCount(0);
    } else if (phase === 'decision' && put === 0 && (await text.count()) > 0) {
      await text.click();
      put += 1;
      await expect(gavel).toBeVisible();
    } else {
      const before = now;
      await mainAction(page).click();
      await expect
        .poll(async () => (await outcome(page).count()) > 0 || (await where(page)) !== before, {
          timeout: 30_000,
        })
        .toBe(true);
    }
  }
  expect(put).toBe(1);
  expect(seen.has('decision')).toBe(true);
  expect(await where(page)).toBe('closed');
  expect(faults).toEqual([]);
});
