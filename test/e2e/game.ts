import { expect, type Locator, type Page } from '@playwright/test';

/** What the tests do in a game, by the names and roles that people meet. */

export interface Wanted {
  readonly seat?: string;
  readonly seed?: string;
  readonly scenario?: string;
}

/** How the table is drawn. Without a graphics card WebGL takes most of a test's time: the canvas renderer is the rule, and none where only papers are read. */
export type Drawn = 'canvas' | 'webgl' | 'none';

/** Opens the title. What goes wrong in the page from now on is found in the list that is given back. */
export const openPage = async (page: Page, drawn: Drawn = 'canvas'): Promise<readonly string[]> => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`./?renderer=${drawn}`);
  await expect(page.getByTestId('title')).toBeVisible();
  return faults;
};

export const mainAction = (page: Page): Locator => page.getByTestId('main-action');
export const outcome = (page: Page): Locator => page.getByTestId('outcome');

/** Starts March 2022, unless told otherwise, and sets the pace to instant. */
export const startGame = async (
  page: Page,
  { seat = 'BR', seed = 'browser-test', scenario = 'oewg-2022' }: Wanted = {},
): Promise<void> => {
  await page.getByTestId('new-game').click();
  await page.locator(`input[name="scenario"][value="${scenario}"]`).check();
  await page.getByRole('textbox', { name: 'Seed' }).fill(seed);
  const radio = page.locator(`input[name="seat"][value="${seat}"]`);
  await radio.check();
  await page.getByTestId('play').click();
  await expect(mainAction(page)).toBeVisible({ timeout: 20_000 });
  await hurry(page);
};

/** AI delegations move without a pause. */
export const hurry = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Game menu' }).click();
  // The radio itself lies invisible over its word.
  await page.getByRole('radio', { name: 'instant' }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** Session (from 1) and phase: `2 corridor`; `closed` when the conference is over. */
export const where = async (page: Page): Promise<string> => {
  if ((await outcome(page).count()) > 0) return 'closed';
  const phase = await page.getByTestId('phase').getAttribute('data-phase');
  const day = /· (\d+) of/u.exec((await page.getByRole('banner').textContent()) ?? '')?.[1] ?? '?';
  return `${day} ${phase ?? '?'}`;
};

export const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') }).click();
  await expect(page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') })).toHaveAttribute(
    'aria-selected',
    'true',
  );
};

const open = async (button: Locator): Promise<boolean> =>
  (await button.count()) > 0 && (await button.isEnabled().catch(() => false));

/** What a person has to do before the room goes on: answer a text, or close the folder. Waits while it is others' turn. */
export const goOn = async (page: Page, answer: (page: Page) => Promise<void> = join): Promise<void> => {
  const joinButton = page.getByTestId('join');
  await expect(async () => {
    const ready =
      (await outcome(page).count()) > 0 || (await open(joinButton)) || (await open(mainAction(page)));
    expect(ready, 'nothing can be done').toBe(true);
  }).toPass({ timeout: 30_000 });
  const before = await where(page);
  if (before === 'closed') return;
  if (before.endsWith('decision')) {
    // The Chair may be about to put a text: whoever closes the folder now has consented to it by silence.
    for (let tries = 0; tries < 20 && !(await open(joinButton)); tries += 1) {
      await page.waitForTimeout(100);
      if ((await where(page)) !== before) return;
    }
  }
  if (await open(joinButton)) await answer(page);
  else if (await open(mainAction(page))) await mainAction(page).click();
};

export const join = async (page: Page): Promise<void> => {
  await page.getByTestId('join').click();
};

const settled = async (page: Page): Promise<void> => {
  await expect(async () => {
    const there =
      (await outcome(page).count()) > 0 ||
      (await open(page.getByTestId('join'))) ||
      (await open(mainAction(page)));
    expect(there, 'nothing can be done').toBe(true);
  }).toPass({ timeout: 60_000 });
};

/** Goes on until the room is somewhere that is wanted, or the conference is over. */
export const playUntil = async (page: Page, wanted: (where: string) => boolean): Promise<string> => {
  for (let step = 0; step < 120; step += 1) {
    // Only when the room waits for the person does nothing change any more under one's hand.
    await settled(page);
    const now = await where(page);
    if (wanted(now) || now === 'closed') return now;
    await goOn(page);
    await page.waitForTimeout(60);
  }
  throw new Error(`the room never got there; it is at ${await where(page)}`);
};

/** The room waits for the person: everybody else has had a turn. */
export const quiet = async (page: Page): Promise<void> => {
  await expect(page.getByRole('banner')).toContainText('The room waits for you', { timeout: 30_000 });
};

/** Public log as text, for comparing a game before and after a reload. */
export const logOf = async (page: Page): Promise<string> => {
  await openTab(page, 'Log');
  return (await page.getByRole('tabpanel', { name: /^Log/u }).innerText()).trim();
};

/** The game file as the player gets it. */
export const savedFile = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Game menu' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as file' }).click(),
  ]);
  const stream = await download.createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString('utf8');
};

export const leave = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Game menu' }).click();
  await page.getByRole('button', { name: 'Leave the room' }).click();
  await expect(page.getByTestId('title')).toBeVisible();
};

/** Offers a file at the title, as the button does. */
export const openFile = async (page: Page, name: string, text: string): Promise<void> => {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text, 'utf8') });
};
