import { expect, test, type Locator, type Page } from '@playwright/test';
import { mainAction, openPage, outcome, where } from './game.ts';

// Nothing is drawn that does not change: games go by faster.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Goes on with the Tab key until this has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 250; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key never leads there');
};

const press = async (page: Page, wanted: Locator): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
};

/** From the top of the page the first link leads to what can be done now. */
const closeFolder = async (page: Page): Promise<void> => {
  await tabTo(page, page.getByRole('link', { name: 'Skip to what you can do now' }));
  await page.keyboard.press('Enter');
  // The conference may end by itself on the way there.
  const there = mainAction(page).or(outcome(page)).first();
  await expect(there).toBeVisible();
  for (let step = 0; step < 250 && (await outcome(page).count()) === 0; step += 1) {
    const focused = await mainAction(page)
      .evaluateAll((found) => found.includes(document.activeElement as HTMLElement))
      .catch(() => false);
    if (focused) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  await expect(outcome(page)).toBeVisible();
};

const ready = async (button: Locator): Promise<boolean> =>
  (await button.count()) > 0 && (await button.isEnabled().catch(() => false));

/** Nothing else is left to do here: in a decision only once the Chair has put no further text for a while. */
const rests = async (page: Page, now: string): Promise<boolean> => {
  if (now.endsWith('decision')) {
    await page.waitForTimeout(1_500);
    if ((await where(page)) !== now || (await ready(page.getByTestId('join')))) return false;
  }
  return ready(mainAction(page));
};

test('a whole game by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  const faults = await openPage(page);
  await press(page, page.getByTestId('new-game'));
  const scenarios = page.locator('input[name="scenario"]');
  const march = page.locator('input[name="scenario"][value="oewg-2022"]');
  await expect(march).toBeAttached();
  await tabTo(page, scenarios.first());
  for (let step = 0; step < 20 && !(await march.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown');
  const seats = page.locator('input[name="seat"]');
  // Twelve delegations and the Chair.
  await expect(seats).toHaveCount(13);
  await tabTo(page, seats.first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(seats.nth(2)).toBeChecked();
  await press(page, page.getByTestId('play'));
  await expect(mainAction(page)).toBeVisible({ timeout: 30_000 });

  await press(page, page.getByRole('button', { name: 'Game menu' }));
  const instant = page.getByRole('radio', { name: 'instant' });
  await tabTo(page, page.getByRole('radio', { name: 'brisk' }));
  await page.keyboard.press('ArrowRight');
  await expect(instant).toBeChecked();
  await page.keyboard.press('Escape');

  let spoken = 0;
  let offered = 0;
  for (let step = 0; step < 200 && (await outcome(page).count()) === 0; step += 1) {
    const now = await where(page);
    const speak = page.getByTestId('speak');
    const join = page.getByTestId('join');
    if (await ready(join)) await press(page, join);
    else if (now === '1 floor' && spoken === 0) {
      // The button that closes the folder may be there before the papers: nothing ends as long as it is not pressed.
      await expect(speak).toBeEnabled({ timeout: 60_000 });
      await press(page, speak);
      spoken += 1;
    } else if (now === '1 corridor' && offered === 0) {
      await expect(page.locator('#compose')).toBeVisible({ timeout: 60_000 });
      await offerByForm(page);
      offered += 1;
    } else if (await rests(page, now)) await closeFolder(page);
    await page.waitForTimeout(100);
  }
  expect(spoken).toBe(1);
  expect(offered).toBe(1);
  await expect(outcome(page)).toBeVisible();
  await press(page, page.getByTestId('outcome-reveal'));
  await expect(page.getByRole('table')).toContainText('China');
  expect(faults).toEqual([]);
});

/** A package put together by the form: letters choose in the lists. */
const offerByForm = async (page: Page): Promise<void> => {
  await tabTo(page, page.locator('#compose select').first());
  await page.keyboard.type('Egypt');
  const give = page.getByRole('group', { name: 'What you give' });
  await tabTo(page, give.locator('select').nth(0));
  await page.keyboard.type('tokens');
  await tabTo(page, give.locator('select').nth(1));
  await page.keyboard.type('Political');
  await press(page, give.getByRole('button', { name: /^Add/u }));
  await press(page, page.getByTestId('make-offer'));
  await expect(page.getByTestId('make-offer')).toHaveCount(0);
};
