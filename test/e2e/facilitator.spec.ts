import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as soon, test, type Browser, type Locator, type Page } from '@playwright/test';
import { buildChild, freePort, type Built } from '../server/child.ts';
import { expectAccessible } from './axe.ts';

/** What a facilitator does to a room, against a server of its own: it is killed in the middle, and taken up again. */

const DESK = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' } as const;
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const;

test.use({ actionTimeout: 60_000 });
/** Ten pages and a server share one machine. */
const expect = soon.configure({ timeout: 60_000 });

let built: Built;
const folder = mkdtempSync(join(tmpdir(), 'nia-rooms-'));
test.beforeAll(async () => {
  built = await buildChild();
});
test.afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

const faults: string[] = [];
const open = async (browser: Browser, who: string, device: typeof DESK | typeof PHONE): Promise<Page> => {
  const page = await (await browser.newContext(device)).newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
  return page;
};

const tile = (host: Page, seat: string): Locator => host.locator(`.seat-tile[data-seat="${seat}"]`);
const stretch = (host: Page): Locator => host.locator('.desk-stretch');
const lettersOf = async (code: Locator): Promise<string> => {
  const letters = code.locator('.code-letter');
  await expect(letters).toHaveCount(6);
  return (await letters.allTextContents()).join('');
};
const confirm = async (host: Page, button: Locator): Promise<void> => {
  await button.click();
  await host.getByRole('alertdialog').getByRole('button', { name: 'Do it' }).click();
  await expect(host.getByRole('alertdialog')).toHaveCount(0);
};
const skip = async (host: Page): Promise<void> => {
  const before = (await stretch(host).textContent()) ?? '';
  await confirm(host, host.getByRole('button', { name: 'Skip', exact: true }));
  await expect(stretch(host)).not.toHaveText(before);
};
const papers = (host: Page, paper: string): Promise<void> => host.getByTestId(`desk-${paper}`).click();
const typeSeatCode = async (page: Page, code: string): Promise<void> => {
  await page.getByTestId('have-seat').click();
  await page.getByTestId('seat-code-input').fill(code);
  await page.getByTestId('redeem').click();
};

test('a facilitator opens seats, moves people, lets things happen, goes back, and goes on after the server has died', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const port = await freePort();
  const env = {
    DATA_DIR: folder,
    PAGES_DIR: join(process.cwd(), 'dist-test'),
    HOST_PASSWORD: 'open sesame',
  };
  let server = await built.start(port, env);
  const at = `http://127.0.0.1:${port}`;

  // Opening asks for the server's password; a file of one's own says at once what it is.
  const host = await open(browser, 'host', DESK);
  await host.goto(`${at}/host?renderer=none`);
  await host.getByTestId('scenario-file').setInputFiles({
    name: 'broken.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from('format: 1\n'),
  });
  await expect(host.locator('.host-said')).toContainText('mistake in line');
  await host.getByTestId('scenario-file').setInputFiles('scenarios/class-45.yaml');
  await expect(host.locator('.host-file.is-chosen')).toContainText('One day in New York');
  // Seats for ten in fours: three delegations, of three camps.
  await host.locator('input[name="open-seats"][value="class"]').check({ force: true });
  await host.getByRole('spinbutton', { name: 'People who come' }).fill('10');
  await expect(host.getByTestId('open-seats-said')).toContainText('3 delegations are open');
  await host.locator('input[name="talk"][value="moderated"]').check({ force: true });
  await host.getByLabel('The Chair, played by a person').check({ force: true });
  await host.getByLabel('Secretariat: sits beside the Chair').check({ force: true });
  await host.getByTestId('open-room').click();
  await expect(host.locator('.host-said')).toContainText('password');
  await host.getByLabel('The server’s password').fill('open sesame');
  await host.getByTestId('open-room').click();
  await expect(host.getByTestId('console')).toHaveAttribute('data-stage', 'lobby');
  const code = await lettersOf(host.locator('.lobby-code'));

  // In the lobby one more seat is opened by hand.
  await expect(tile(host, 'KE')).toContainText('closed to people');
  await host.getByTestId('open-seats').locator('input[value="KE"]').click({ force: true });
  await expect(tile(host, 'KE')).toContainText('nobody here');
  await expectAccessible(host, 'console with seats');

  const enter = async (
    name: string,
    { role, seat, device = DESK }: { role?: string; seat?: string; device?: typeof DESK | typeof PHONE },
  ): Promise<Page> => {
    const page = await open(browser, name, device);
    await page.goto(`${at}/j/${code}?renderer=none`);
    await page.getByTestId('nickname').fill(name);
    if (role !== undefined) await page.getByRole('radio', { name: role }).check({ force: true });
    if (seat !== undefined) await page.locator(`input[name="seat"][value="${seat}"]`).check();
    await page.getByTestId('join-go').click();
    await page.getByTestId('ready').click();
    return page;
  };
  const ana = await enter('Ana', { seat: 'US', device: PHONE });
  // A seat that is closed is not offered; names that do not belong here are not taken, in whatever language.
  const bo = await open(browser, 'Bo', DESK);
  await bo.goto(`${at}/j/${code}?renderer=none`);
  await bo.getByTestId('nickname').fill('Arschloch');
  await expect(bo.locator('input[name="seat"][value="EU"]')).toHaveCount(0);
  await bo.locator('input[name="seat"][value="RU"]').check();
  await bo.getByTestId('join-go').click();
  await expect(bo.getByRole('alert').filter({ hasText: 'another name' })).toBeVisible();
  await bo.getByTestId('nickname').fill('Bo');
  await bo.getByTestId('join-go').click();
  await bo.getByTestId('ready').click();
  const chi = await enter('Chi', { role: 'as the Chair' });
  const sek = await enter('Sek', { role: 'in the secretariat' });
  const adi = await enter('Adi', { role: 'as an adviser', seat: 'US' });

  // Three questions before the start: everybody is asked, and the answers come to the console.
  await host.getByTestId('ask-before').click();
  const before = bo.getByTestId('goals-before').getByRole('group');
  await expect(before).toHaveCount(3);
  await before.first().locator('input[value="2"]').check({ force: true });
  await expect(host.getByTestId('evidence')).toContainText('1 of 5 have answered');

  // Ana's phone is nearly empty: she goes on with another device, by the code that this one shows.
  await ana.getByTestId('other-device').click();
  const seatCode = await lettersOf(ana.getByTestId('seat-code'));
  await expectAccessible(ana, 'lobby with a code for another device');
  const tablet = await open(browser, 'Ana’s tablet', PHONE);
  await tablet.goto(`${at}/join?renderer=none`);
  await tablet.getByTestId('code-input').fill(code);
  await tablet.getByTestId('find-room').click();
  await typeSeatCode(tablet, 'AAAAAA');
  await expect(tablet.locator('.join-redeem')).toContainText('No seat here waits for that code');
  await tablet.getByTestId('seat-code-input').fill(seatCode);
  await tablet.getByTestId('redeem').click();
  await expect(tablet.getByTestId('lobby')).toContainText('Ana');
  await ana.close();

  // The computer at the wall is not the facilitator's: it comes in by a short code, too. A colleague comes by a link.
  await host.getByTestId('invite-projector').click();
  const wallCode = await lettersOf(host.getByTestId('invitation'));
  const wall = await open(browser, 'wall', DESK);
  await wall.goto(`${at}/j/${code}?renderer=canvas`);
  await typeSeatCode(wall, wallCode);
  await expect(wall.getByTestId('projector')).toBeVisible();
  await expect(wall.locator('.placard', { hasText: 'European Union' })).toContainText('AI');
  await host.getByTestId('invite-co-facilitator').click();
  const link = host.getByTestId('invitation').getByRole('link');
  await expect(link).toContainText('console=');
  const colleague = await open(browser, 'colleague', DESK);
  await colleague.goto(((await link.getAttribute('href')) ?? '').replace(/^https?:\/\/[^/]+/u, at));
  await expect(colleague.getByTestId('console')).toBeVisible();

  // Time is the facilitator's: nothing ends by itself.
  await host.getByText('Rules of the room').click();
  for (const rule of [
    'a phase ends when its time is up',
    'a phase ends when everybody has closed the folder',
  ])
    await host.getByLabel(rule).click();
  await host.getByTestId('start').click();
  for (const page of [tablet, bo, chi, sek, adi]) await expect(page.getByTestId('room-bar')).toBeVisible();
  await host.getByTestId('add-minute').click();

  // The Chair is a person, with a desk; whoever only looks on is offered nothing to do.
  await expect(chi.getByRole('heading', { name: 'What the Chair can do' })).toBeVisible();
  await expect(chi.getByTestId('main-action')).toBeVisible();
  await expect(sek.getByText('Still busy')).toBeVisible();
  for (const page of [sek, adi]) {
    await expect(page.getByTestId('main-action')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^(Set the agenda|Investigate|Condemn)/u })).toHaveCount(0);
  }

  // The wall shows what it is told to.
  await papers(host, 'room');
  const shows = host.getByLabel('The wall shows');
  const view = (): Promise<string | undefined> =>
    wall.evaluate(() => {
      const { __nia } = window as unknown as { __nia?: { table: () => { view: () => string } | undefined } };
      return __nia?.table()?.view();
    });
  for (const scene of ['map', 'chamber']) {
    await shows.selectOption(scene);
    await expect(wall.getByTestId('projector')).toHaveAttribute('data-spotlight', scene);
    await expect.poll(view).toBe(scene);
  }
  await shows.selectOption('ladder');
  await expect(wall.locator('.screen-ladder .rung-now')).toBeVisible();
  await shows.selectOption('text');
  await expect(wall.locator('.board-text')).toBeVisible();
  await expect(wall.locator('.board-ladder')).toHaveCount(0);
  await shows.selectOption('auto');

  // A group of three; own words wait for the facilitator, who lets one through, takes it out again, and mutes.
  await bo.getByTestId('tab-talk').click();
  await bo.getByRole('button', { name: 'New group' }).click();
  for (const name of ['United States', 'Kenya'])
    await bo.locator('.compose .chip', { hasText: name }).click();
  await bo.getByRole('button', { name: 'Open the group' }).click();
  await bo.getByTestId('own-words').fill('Shall we three meet?');
  await bo.getByRole('button', { name: 'Send' }).click();
  await expect(bo.getByTestId('conversation')).toContainText('Shall we three meet?');
  await papers(host, 'talk');
  await host.getByRole('button', { name: 'Let it through' }).click();
  await tablet.getByTestId('tab-talk').click();
  await tablet.locator('[data-channel^="group:"]').click();
  await expect(tablet.getByTestId('conversation')).toContainText('Shall we three meet?');
  await host.getByRole('button', { name: 'Take it out' }).click();
  await expect(tablet.getByTestId('conversation')).not.toContainText('Shall we three meet?');
  await tile(host, 'RU').getByRole('button').first().click();
  await tile(host, 'RU').getByRole('button', { name: 'Mute' }).click();
  await expect(tile(host, 'RU').getByRole('button', { name: 'Let speak' })).toBeVisible();
  await expect(bo.getByTestId('own-words')).toHaveCount(0);

  // Bo is moved to Kenya, which AI played until now.
  await tile(host, 'RU').getByRole('button', { name: 'Move', exact: true }).click();
  await tile(host, 'RU').getByLabel('Delegation').selectOption('KE');
  await tile(host, 'RU').locator('.move-form').getByRole('button', { name: 'Move' }).click();
  await expect(tile(host, 'KE')).toContainText('Bo');
  await expect(bo.getByRole('banner')).toContainText('Kenya');

  // Instructions to one seat, known to nobody else.
  await papers(host, 'injects');
  await host.getByRole('radio', { name: 'written now' }).check({ force: true });
  await host.getByRole('radio', { name: 'instructions to one' }).check({ force: true });
  await host.locator('.deck select').first().selectOption('KE');
  await host.getByLabel('What the capital writes').fill('Hold out for the fund');
  await host.getByTestId('fire-now').click();
  await bo.getByTestId('tab-log').click();
  await expect(bo.getByText('Hold out for the fund').first()).toBeVisible();

  // News planned for when the floor opens: it is said to be due, and let happen with one click.
  await host.getByRole('radio', { name: 'news for everybody' }).check({ force: true });
  await host.getByTestId('bulletin').fill('A cable breaks in the night');
  await host.getByText('Later, by itself').click();
  await host.locator('.fire select').last().selectOption('floor');
  await host.getByRole('button', { name: 'Plan it' }).click();
  await expect(host.getByRole('heading', { name: 'Planned' })).toBeVisible();

  // The colleague corrects what went wrong; everybody reads why.
  await papers(colleague, 'injects');
  await colleague.getByRole('radio', { name: 'correct' }).check({ force: true });
  await colleague.getByLabel('It should be').fill('50');
  await colleague.getByLabel('Because (everybody reads it)').fill('I miscounted');
  await colleague.getByTestId('fire-now').click();
  await expect(host.locator('.glance')).toContainText('50');
  await tablet.getByTestId('tab-log').click();
  await expect(tablet.getByText('I miscounted').first()).toBeVisible();

  await skip(host);
  await expect(stretch(host)).toContainText('Floor');
  const due = host.getByTestId('attention').locator('li', { hasText: 'A cable breaks in the night' });
  await due.getByRole('button', { name: 'Let it happen' }).click();
  await expect(wall.locator('.board-news')).toContainText('A cable breaks in the night');

  // Frozen. The server is killed, and is there again another day with everything as it was.
  await papers(host, 'room');
  const saved = host.waitForEvent('download');
  await host.getByTestId('freeze').click();
  expect((await saved).suggestedFilename()).toContain('log');
  await expect(bo.getByTestId('paused')).toContainText('To be continued another day');
  await server.kill();
  await expect(bo.getByTestId('link')).toHaveAttribute('data-link', 'lost');
  server = await built.start(port, env);
  await expect(bo.getByTestId('link')).toHaveAttribute('data-link', 'open');
  const later = await host.context().newPage();
  await host.close();
  await later.goto(`${at}/host?renderer=none`);
  await later.getByRole('button', { name: new RegExp(code, 'u') }).click();
  await expect(stretch(later)).toContainText('To be continued another day');
  await expect(tile(later, 'KE')).toContainText('Bo');
  await later.getByTestId('go-on').click();
  await expect(bo.getByTestId('paused')).toHaveCount(0);

  // Back to before the floor opened, for everybody; and on from there.
  await papers(later, 'timeline');
  const entry = later
    .locator('.entry', { hasText: 'Hold out for' })
    .or(later.locator('.entry', { hasText: 'the facilitator intervenes' }));
  await confirm(later, entry.last().getByRole('button', { name: 'Back to here' }));
  await expect(stretch(later)).toContainText('Briefing');
  await expect(bo.getByTestId('phase')).toHaveAttribute('data-phase', 'briefing');
  await expect(bo.getByTestId('notice')).toContainText('moves back');
  await expect(later.locator('.entry-undone').first()).toBeVisible();
  await tablet.getByTestId('main-action').click();
  await expect(tile(later, 'US')).toHaveAttribute('data-light', 'done');

  // A phone is lost: the facilitator has a code for it, too, under the address that phones reach.
  await tile(later, 'US').getByRole('button').first().click();
  await tile(later, 'US').locator('[data-person="Ana"]').getByTestId('new-device').click();
  const device = tile(later, 'US').getByTestId('device');
  await expect(device.getByTestId('seat-code').locator('.code-letter')).toHaveCount(6);

  // The Chair ends the phase by hand.
  await chi.getByTestId('main-action').click();
  const sure = chi.getByRole('alertdialog').getByRole('button', { name: 'Do it' });
  if (await sure.isVisible()) await sure.click();
  await expect(stretch(later)).toContainText('Floor');

  // The debrief: the same three questions, and what has changed.
  await papers(later, 'debrief');
  await confirm(
    later,
    later.locator('.desk-side').getByRole('button', { name: 'Start the debrief', exact: true }),
  );
  await expect(later.getByTestId('console')).toHaveAttribute('data-stage', 'debrief');
  await later.getByTestId('ask-after').click();
  await bo.getByTestId('goals-after').getByRole('group').first().locator('input[value="5"]').check({
    force: true,
  });
  await expect(later.getByTestId('evidence').getByRole('row').nth(1)).toContainText('+3.0');
  await expectAccessible(later, 'console with the class’s evidence');

  // Everything is wiped, and nobody is left in it.
  await papers(later, 'room');
  await confirm(later, later.getByRole('button', { name: 'Wipe everything', exact: true }));
  await expect(later.getByTestId('host-page')).toBeVisible();
  await expect(bo.getByTestId('gone')).toBeVisible();
  await expect(colleague.getByTestId('gone')).toBeVisible();
  expect(faults).toEqual([]);
  await server.end();
});
