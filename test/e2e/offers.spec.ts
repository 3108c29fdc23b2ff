import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { openPage, openTab, playUntil, quiet, startGame } from './game.ts';

const composer = (page: Page): Locator => page.locator('#compose');

/** Chooses something for one side of the package that is being put together. */
const lay = async (
  page: Page,
  side: string,
  kind: string,
  what: string | RegExp,
  amount?: number,
): Promise<void> => {
  const box = composer(page).getByRole('group', { name: side });
  await box.getByRole('combobox').first().selectOption({ label: kind });
  const option = box.getByRole('combobox').nth(1).locator('option', { hasText: what });
  await box
    .getByRole('combobox')
    .nth(1)
    .selectOption({ label: (await option.first().textContent()) ?? '' });
  if (amount !== undefined) await box.getByRole('spinbutton').fill(String(amount));
  await box.getByRole('button', { name: `Add: ${side}` }).click();
};

const offerTo = async (page: Page, partner: string, put: () => Promise<void>): Promise<void> => {
  await composer(page).getByRole('combobox', { name: 'With' }).selectOption({ label: partner });
  await put();
  await page.getByTestId('make-offer').click();
  await quiet(page);
};

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a refusal says why and what would help, and is tried again with that @phone', async ({ page }) => {
  await openPage(page, 'none');
  await startGame(page, { scenario: 'class-45', seat: 'BR', seed: 'look' });
  await playUntil(page, (now) => now.endsWith('corridor'));
  await quiet(page);
  await offerTo(page, 'Russian Federation', async () =>
    lay(page, 'What you ask for', 'tokens', 'standing', 2),
  );

  const card = page.getByTestId('answer-declined');
  await expect(card).toHaveCount(1);
  await expect(card).toBeInViewport();
  await expect(card).toContainText('To the Russian Federation');
  // In its own voice, the reason as it is.
  await expect(card).toContainText(/“.+: we would give more than we get\.”/u);
  await expect(card).toContainText('would accept with any one of these');
  // Whoever does not see it hears it.
  await expect(page.locator('output[aria-live="polite"]')).toContainText(
    'The Russian Federation declines the offer of Brazil',
  );
  await expectAccessible(page, 'a refusal');

  await card
    .getByRole('button', { name: 'Try with this: 3 standing more for the Russian Federation' })
    .click();
  await expect(composer(page)).toBeFocused();
  await expect(composer(page).getByRole('combobox', { name: 'With' })).toHaveValue('RU');
  await expect(composer(page).locator('.mat')).toContainText('Russian Federation: 2 standing at once');
  await expect(composer(page).locator('.mat')).toContainText('Brazil: 3 standing at once');
  // The page itself has not moved away under it.
  expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
  await page.getByTestId('make-offer').click();
  await quiet(page);
  await expect(page.getByTestId('answer-accepted')).toContainText('To the Russian Federation');
  await expectAccessible(page, 'a consent');

  // The answers of the day stay on their paper, with nothing to try any more.
  await playUntil(page, (now) => now.endsWith('drafting'));
  await openTab(page, 'Offers');
  await expect(card).toHaveCount(1);
  await expect(card.getByRole('button')).toHaveCount(0);
});

test('the composer says what keeps and what breaks a promise to stand against a text @phone', async ({
  page,
}) => {
  await openPage(page, 'none');
  await startGame(page, { scenario: 'crime-convention', seat: 'IR', seed: 'look' });
  await playUntil(page, (now) => now.endsWith('corridor'));
  await quiet(page);
  await openTab(page, 'Offers');
  await composer(page).getByRole('combobox', { name: 'With' }).selectOption({ label: 'China' });
  await lay(page, 'What you ask for', 'a promise to stand against a text', /^Rights: Freedoms named/u);
  await expect(composer(page).getByRole('group', { name: 'What you ask for' })).toContainText(
    'will object to such a text, or vote no',
  );
  await expect(composer(page).locator('.mat')).toContainText(
    'China: standing against any text with “Freedoms named (Rights)”',
  );
  await expect(composer(page)).toContainText('Not in your figures: what standing against a text prevents.');
  await expectAccessible(page, 'a promise to stand against a text');
});

test('a promise about a text names up to three provisions of different articles @phone', async ({ page }) => {
  await openPage(page, 'none');
  await startGame(page, { scenario: 'crime-convention', seat: 'IR', seed: 'look' });
  await playUntil(page, (now) => now.endsWith('corridor'));
  await quiet(page);
  await openTab(page, 'Offers');
  // Without the table the papers have its room, and the bar at the foot no more than it needs.
  const heightOf = async (selector: string): Promise<number> =>
    (await page.locator(selector).boundingBox())?.height ?? 0;
  const whole = page.viewportSize()?.height ?? 0;
  expect(await heightOf('#action')).toBeLessThan(whole / 4);
  expect(await heightOf('.papers')).toBeGreaterThan(whole / 2);
  await composer(page).getByRole('combobox', { name: 'With' }).selectOption({ label: 'China' });
  const box = composer(page).getByRole('group', { name: 'What you give' });
  const more = box.getByRole('combobox', { name: 'and also' });
  const choose = async (select: Locator, what: RegExp): Promise<void> => {
    const option = select.locator('option', { hasText: what }).first();
    await select.selectOption({ label: (await option.textContent()) ?? '' });
  };
  for (const [kind, said] of [
    ['a promise to join a text', 'joining a text'],
    ['a promise to stand against a text', 'standing against any text'],
  ] as const) {
    await box.getByRole('combobox').first().selectOption({ label: kind });
    await expect(more).toHaveCount(0);
    await choose(box.getByRole('combobox').nth(1), /^Rights: Freedoms named/u);
    // No text has two provisions of one article.
    await expect(more.locator('option', { hasText: /^Rights:/u })).toHaveCount(0);
    await choose(more, /^Title: The long title/u);
    await choose(more.last(), /^Children: Without exceptions/u);
    await expect(more).toHaveCount(2);
    await expect(box).toContainText('Such a text has all of these provisions.');
    await expectAccessible(page, kind);
    await box.getByRole('button', { name: 'Add: What you give' }).click();
    await expect(composer(page).locator('.mat')).toContainText(
      `${said} with “Freedoms named (Rights)”, “The long title (Title)”, and “Without exceptions (Children)”`,
    );
    await composer(page).locator('.mat').getByRole('button').click();
  }
});

test('a promise is called one’s own, and due only when it is', async ({ page }) => {
  await openPage(page, 'none');
  await startGame(page, { scenario: 'first-steps', seat: 'DORN', seed: 'look' });
  await playUntil(page, (now) => now.endsWith('corridor'));
  await quiet(page);
  await offerTo(page, 'Sellia', async () =>
    lay(page, 'What you give', 'a deed, later', 'Look the other way no longer'),
  );
  await expect(page.getByTestId('answer-accepted')).toHaveCount(1);
  const promises = page.getByRole('region', { name: 'Your promises' });
  for (const [phase, due] of [
    ['capital', 0],
    ['corridor', 1],
  ] as const) {
    await playUntil(page, (now) => now.endsWith(phase));
    await expect(promises).toContainText(
      'You promised Sellia: “Look the other way no longer” by the end of Afternoon.',
    );
    await expect(promises.getByText('due now')).toHaveCount(due);
    await expectAccessible(page, `promises, ${phase}`);
  }
  // The last session has no Capital: this is where it is kept.
  await promises.getByRole('button', { name: 'Do it' }).click();
  await expect(promises).toHaveCount(0);
});

test('declining says up to three reasons and up to three things that would help @phone', async ({ page }) => {
  await openPage(page, 'none');
  await startGame(page, { scenario: 'class-45', seat: 'BR', seed: 'look' });
  await playUntil(page, (now) => now.endsWith('corridor'));
  await quiet(page);
  await openTab(page, 'Offers');
  await page.getByRole('button', { name: 'Decline' }).first().click();
  const dialog = page.getByRole('dialog');
  // One reason is always given; what would help need not be.
  await expect(dialog.getByRole('combobox')).toHaveCount(3);
  const why = dialog.getByRole('combobox', { name: 'Another reason' });
  await why.first().selectOption({ label: 'it is early; we expect better' });
  await expect(why).toHaveCount(2);
  await why.last().selectOption({ label: 'it brings us too little' });
  await expect(why).toHaveCount(2);
  const what = dialog.getByRole('combobox', { name: 'What would change your mind' });
  await what.selectOption({ label: 'nothing in this package' });
  const other = dialog.getByRole('combobox', { name: 'Or this instead' });
  await expect(other).toHaveCount(0);
  await what.selectOption({ label: '2 experts more for us' });
  // Not again another number of the same.
  await expect(other.getByRole('option', { name: /experts more for us/u })).toHaveCount(0);
  await other.selectOption({ label: 'a later time' });
  await expectAccessible(page, 'declining');
  await dialog.getByRole('button', { name: 'Decline with this answer' }).click();
  await expect(dialog).toHaveCount(0);
  await openTab(page, 'Log');
  const said = page.getByRole('tabpanel').getByText(/Brazil declines the offer/u);
  await expect(said).toContainText('it is early; we expect better');
  await expect(said).toContainText('it brings us too little');
  await expect(said).toContainText(/2 experts more for us or a later time/u);
});
