import { readFileSync } from 'node:fs';
import { expect as expected, test, type Browser, type Download, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';

/** The debrief of a class: a facilitator, the wall, four students on their own devices, two of them one delegation. */

const DESK = { viewport: { width: 1366, height: 768 } };
const WALL = { width: 1920, height: 1080 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

// Six pages on one machine take their time.
const expect = expected.configure({ timeout: 60_000 });
test.use({ actionTimeout: 120_000 });

const faults: string[] = [];
const listen = (page: Page, who: string): void => {
  page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
};

const come = async (browser: Browser, name: string, device: typeof DESK): Promise<Page> => {
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
  const page = await context.newPage();
  listen(page, name);
  return page;
};

const sit = async (page: Page, code: string, name: string, seat: string): Promise<void> => {
  await page.goto(`/j/${code}?renderer=none`);
  await page.getByTestId('nickname').fill(name);
  await page.locator(`input[name="seat"][value="${seat}"]`).check();
  await page.getByTestId('join-go').click();
  await expect(page.getByTestId('lobby')).toBeVisible();
};

const confirm = async (host: Page, button: string): Promise<void> => {
  await host.getByRole('button', { name: button, exact: true }).first().click();
  await host.getByRole('alertdialog').getByRole('button', { name: 'Do it' }).click();
  await expect(host.getByRole('alertdialog')).toHaveCount(0);
};

const kept = async (page: Page, testId: string): Promise<string> => {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(testId).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
};

test('a class whose time ran out talks about it, tries it otherwise and takes it away', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  faults.length = 0;
  const host = await come(browser, 'host', DESK);
  await host.goto('./?host&renderer=none');
  await host.locator('input[name="scenario"][value="first-steps"]').check();
  await host.getByTestId('open-room').click();
  await expect(host.getByTestId('console')).toHaveAttribute('data-stage', 'lobby');
  const code = (await host.locator('.lobby-code .code-letter').allTextContents()).join('');
  const [wall] = await Promise.all([
    host.context().waitForEvent('page'),
    host.getByTestId('open-projector').first().click(),
  ]);
  listen(wall, 'wall');
  await wall.setViewportSize(WALL);
  const [ana, bo, chi, dan] = await Promise.all([
    come(browser, 'Ana', PHONE),
    come(browser, 'Bo', PHONE),
    come(browser, 'Chi', DESK),
    come(browser, 'Dan', DESK),
  ]);
  await sit(ana, code, 'Ana', 'AURA');
  await sit(bo, code, 'Bo', 'AURA');
  await sit(chi, code, 'Chi', 'SELL');
  await sit(dan, code, 'Dan', 'DORN');
  const students = [ana, bo, chi, dan];
  // Three questions before, while one waits; each for oneself, also two of one delegation.
  for (const [page, how] of [
    [ana, 'hardly'],
    [bo, 'mostly'],
  ] as const) {
    const questions = page.getByTestId('before-questions');
    await questions.locator('summary').click();
    await questions.locator('label', { hasText: how }).first().click();
    await expect(questions.getByRole('radio', { name: how }).first()).toBeChecked();
  }
  for (const page of students) await page.getByTestId('ready').click();
  await host.getByTestId('start').click();
  for (const page of students) await expect(page.getByTestId('room-bar')).toBeVisible();

  // Time runs out long before a vote. The debrief has its whole time.
  for (const page of [ana, chi, dan]) await page.getByTestId('main-action').click();
  // Two sit for Auralia: what one proposes the other has to back.
  await bo.getByTestId('poll-for').click();
  await expect(chi.getByTestId('phase')).not.toHaveAttribute('data-phase', 'briefing');
  // Whoever runs the room may watch it as a film while it is played, with the truth.
  await host.getByTestId('desk-debrief').click();
  await host.getByTestId('room-film').click();
  await expect(host.getByTestId('film')).toBeVisible({ timeout: 30_000 });
  await host.getByTestId('eye').getByRole('combobox').selectOption('truth');
  await expect(host.getByTestId('film-tab-truth')).toBeVisible();
  await host.getByTestId('film-close').click();
  await confirm(host, 'Start the debrief');
  await expect(host.getByTestId('console')).toHaveAttribute('data-stage', 'debrief');
  await expect(host.getByTestId('clock').first()).toHaveText(/^1[0-9]:\d\d$/u);

  // No false outcome; and nothing of the others before the cards are turned over.
  for (const page of students) {
    await expect(page.getByTestId('outcome')).toHaveAttribute('data-end', 'stopped');
    await expect(page.getByTestId('on-the-table')).toBeVisible();
    await expect(page.getByTestId('watch-film')).toHaveCount(0);
  }
  await expectAccessible(bo, 'the end, by phone');

  // Feelings, each on their own device; the facilitator reads them as they come.
  await host.getByTestId('lead-debrief').click();
  await expect(host.getByTestId('heard-feelings')).toBeVisible();
  for (const [page, how] of [
    [ana, 'rather good'],
    [bo, 'bad'],
    [chi, 'bad'],
  ] as const) {
    await page.getByTestId('to-debrief').click();
    await page.getByRole('radio', { name: how, exact: true }).first().check({ force: true });
  }
  await ana.getByTestId('feeling-word').fill('unfinished');
  await expect(host.getByTestId('heard-feelings')).toContainText('3 people');
  await expect(host.getByTestId('heard-feelings')).toContainText('unfinished');
  await expectAccessible(host, 'what the room says');

  // Facts: one's own three moments, and only those.
  await ana.getByTestId('next-step').click();
  await expect(ana.getByTestId('moments')).toBeVisible({ timeout: 60_000 });
  await expect(ana.getByTestId('standing')).toHaveAttribute('data-end', 'stopped');
  await expect(ana.getByTestId('moments').getByRole('combobox')).toHaveCount(0);
  await expect(ana.getByTestId('turn-over')).toHaveCount(0);
  await expectAccessible(ana, 'facts by phone, covered');
  await ana.getByTestId('step-keep').click();
  await expect(ana.getByTestId('keep-later')).toBeVisible();
  await ana.getByTestId('step-facts').click();

  // The facilitator turns the cards over for everybody at once.
  await host.getByTestId('step-facts').click();
  await host.getByTestId('turn-over').click();
  await expect(host.getByTestId('turning')).toBeVisible({ timeout: 60_000 });
  await expect(ana.getByTestId('turning')).toBeVisible({ timeout: 60_000 });
  await expect(ana.getByTestId('standing')).toContainText('could have lived with the text');
  await ana.getByTestId('step-causes').click();
  await expect(ana.getByTestId('chart-plane')).toBeVisible();

  // After, take-away, what was unrealistic: two people of one delegation, each their own.
  for (const [page, words] of [
    [ana, 'Put the text earlier.'],
    [bo, 'Ask what it costs them.'],
  ] as const) {
    await page.getByTestId('step-transfer').click();
    await page.getByTestId('after').getByRole('radio', { name: 'surely' }).first().check({ force: true });
    await page.getByTestId('step-takeaway').click();
    await page.getByTestId('take-AURA').fill(words);
    await page.getByRole('radio', { name: 'agreement looks harder than it is' }).check();
  }
  await host.getByTestId('step-transfer').click();
  await expect(host.getByTestId('heard-goals')).toContainText('3.0 before, 5.0 after');
  await host.getByTestId('step-takeaway').click();
  await expect(host.getByTestId('heard-takeaways')).toContainText('Put the text earlier.');
  await expect(host.getByTestId('heard-takeaways')).toContainText('Ask what it costs them.');

  // What the class takes away: the teacher's report with all, one's own with one's own.
  await host.getByTestId('step-keep').click();
  const report = await kept(host, 'keep-teacher');
  for (const words of ['Put the text earlier.', 'Ask what it costs them.', 'Play ended before a decision'])
    expect(report).toContain(words);
  const nameless = await kept(host, 'keep-anonymous');
  for (const words of ['Put the text earlier.', 'Auralia', 'Ana']) expect(nameless).not.toContain(words);
  expect((await kept(host, 'keep-sheets')).slice(0, 2)).toBe('PK');
  const statements = JSON.parse(await kept(host, 'keep-statements')) as readonly { readonly id: string }[];
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
  await bo.getByTestId('step-keep').click();
  const own = await kept(bo, 'keep-AURA');
  expect(own).toContain('Ask what it costs them.');
  expect(own).not.toContain('Put the text earlier.');

  // A branch with the class: back to the floor, and on from there.
  await host.getByTestId('leave-debrief').click();
  await host.getByTestId('desk-timeline').click();
  const what = host.getByTestId('timeline').getByRole('button', { name: 'What if?', exact: true });
  await what.last().click();
  await host.getByRole('alertdialog').getByRole('button', { name: 'Do it' }).click();
  await expect(chi.getByTestId('trial')).toBeVisible();
  await expect(ana.getByTestId('trial')).toBeVisible();
  await confirm(host, 'Skip');
  await expect(chi.getByTestId('phase')).not.toHaveAttribute('data-phase', 'briefing');
  await host.getByTestId('return').click();
  await expect(host.getByTestId('console')).toHaveAttribute('data-stage', 'debrief');
  await expect(chi.getByTestId('branch-1')).toContainText('left before its end');
  await expect(wall.getByTestId('branches')).toBeVisible();
  await expectAccessible(wall, 'the branch on the wall');
  // The game's own course is as it was: the same end, the same answers.
  await expect(chi.getByTestId('outcome')).toHaveAttribute('data-end', 'stopped');
  await chi.getByTestId('watch-branch-1').click();
  await expect(chi.getByTestId('film')).toBeVisible({ timeout: 30_000 });
  await chi.getByTestId('film-close').click();
  await expect(chi.getByTestId('branch-1')).toBeVisible();
  // What was played otherwise goes into the report of whoever takes it now.
  await host.getByTestId('desk-debrief').click();
  await host.getByTestId('lead-debrief').click();
  await host.getByTestId('step-keep').click();
  await expect(host.getByTestId('keep-teacher')).toBeVisible({ timeout: 60_000 });
  const later = await kept(host, 'keep-teacher');
  expect(later).toContain('What we played otherwise');
  expect(later).toContain('left before its end');

  expect(faults).toEqual([]);
  await Promise.all([host, ...students].map((page) => page.context().close()));
});
