import {
  expect,
  test,
  type Browser,
  type BrowserContext,
  type Page,
  type WebSocketRoute,
} from '@playwright/test';
import { expectAccessible } from './axe.ts';

/** A room with a facilitator, a projector and six students, each with a browser of their own. */

const DESK = { viewport: { width: 1366, height: 768 } };
const WALL = { width: 1920, height: 1080 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

test.use({ actionTimeout: 60_000 });

const faults: string[] = [];
const listen = (page: Page, who: string): void => {
  page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
};

interface Student {
  readonly name: string;
  readonly context: BrowserContext;
  page: Page;
  /** The WebSocket, once polling has been left behind. */
  cable: WebSocketRoute | undefined;
}

type Cable = 'free' | 'blocked' | 'held';

const come = async (
  browser: Browser,
  name: string,
  device: typeof DESK,
  cable: Cable = 'free',
): Promise<Student> => {
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  listen(page, name);
  const student: Student = { name, context, page, cable: undefined };
  // A school’s proxy that lets no WebSocket through.
  if (cable === 'blocked') await page.routeWebSocket(/socket\.io/u, (socket) => socket.close());
  if (cable === 'held')
    await page.routeWebSocket(/socket\.io/u, (socket) => {
      socket.connectToServer();
      student.cable = socket;
    });
  return student;
};

const takeSeat = async (page: Page, name: string, seat: string | undefined, role?: string): Promise<void> => {
  await page.getByTestId('nickname').fill(name);
  if (role !== undefined) await page.getByRole('radio', { name: role }).check({ force: true });
  if (seat !== undefined) await page.locator(`input[name="seat"][value="${seat}"]`).check();
  await page.getByTestId('join-go').click();
  await expect(page.getByTestId('lobby')).toBeVisible();
};

const confirm = async (host: Page, button: string): Promise<void> => {
  await host.getByRole('button', { name: button, exact: true }).first().click();
  await host.getByRole('alertdialog').getByRole('button', { name: 'Do it' }).click();
  await expect(host.getByRole('alertdialog')).toHaveCount(0);
};

const stretchOf = async (host: Page): Promise<string> =>
  (await host.locator('.desk-stretch').textContent()) ?? '';

const nextPhase = async (host: Page): Promise<void> => {
  const before = await stretchOf(host);
  await confirm(host, 'Skip');
  await expect(host.locator('.desk-stretch')).not.toHaveText(before);
};

const tile = (host: Page, seat: string) => host.locator(`.seat-tile[data-seat="${seat}"]`);

test('a class joins by code, plays, drops and comes back, votes and talks about it', async ({ browser }) => {
  test.setTimeout(600_000);
  faults.length = 0;
  const house = await browser.newContext({ ...DESK, reducedMotion: 'reduce' });
  house.setDefaultTimeout(60_000);
  const host = await house.newPage();
  listen(host, 'host');

  // One click opens a room.
  await host.goto('./?renderer=canvas');
  await host.getByTestId('host').click();
  await expect(host.locator('input[name="scenario"][value="class-45"]')).toBeChecked();
  // The shortest, so that the vote comes soon.
  await host.locator('input[name="scenario"][value="first-steps"]').check();
  await expectAccessible(host, 'hosting');
  await host.getByTestId('open-room').click();
  await expect(host.getByTestId('console')).toHaveAttribute('data-stage', 'lobby');
  const letters = await host.locator('.lobby-code .code-letter').allTextContents();
  const code = letters.join('');
  expect(code).toMatch(/^[A-Z]{6}$/u);

  // The projector comes in with a key of its own and hears nothing that is anybody’s secret.
  const heardByWall: string[] = [];
  house.on('page', (page) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heardByWall.push(String(payload))),
    );
    page.on('response', (response) => {
      if (response.url().includes('/socket.io/'))
        void response.text().then(
          (text) => heardByWall.push(text),
          () => undefined,
        );
    });
  });
  const [wall] = await Promise.all([
    house.waitForEvent('page'),
    host.getByTestId('open-projector').first().click(),
  ]);
  listen(wall, 'wall');
  await wall.setViewportSize(WALL);
  await expect(wall.getByTestId('projector')).toBeVisible();
  await expect(wall.getByTestId('code')).toContainText(letters[0] ?? '?');

  // Six students: two by phone, one behind a proxy without WebSockets, one for the press, one who types the code.
  const [ana, bo, chidi, dana, eli, fay] = await Promise.all([
    come(browser, 'Ana', PHONE),
    come(browser, 'Bo', PHONE),
    come(browser, 'Chidi', DESK, 'blocked'),
    come(browser, 'Dana', DESK),
    come(browser, 'Eli', DESK),
    come(browser, 'Fay', DESK, 'held'),
  ]);
  const students: readonly Student[] = [ana, bo, chidi, dana, eli, fay];
  await Promise.all(students.slice(1).map(({ page }) => page.goto(`/j/${code}?renderer=none`)));
  await ana.page.goto('./?join&renderer=canvas');
  await ana.page.getByTestId('code-input').fill(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
  await expectAccessible(ana.page, 'code');
  await ana.page.getByTestId('find-room').click();
  await expect(ana.page.getByTestId('nickname')).toBeVisible();
  await expectAccessible(ana.page, 'joining');
  await takeSeat(ana.page, 'Ana', 'AURA');
  await takeSeat(bo.page, 'Bo', 'AURA');
  await takeSeat(chidi.page, 'Chidi', 'SELL');
  await takeSeat(dana.page, 'Dana', undefined, 'as an observer');
  await takeSeat(eli.page, 'Eli', undefined, 'for the press');
  // Somebody called Ana is here already.
  await fay.page.getByTestId('nickname').fill('Ana');
  await fay.page.locator('input[name="seat"][value="DORN"]').check();
  await fay.page.getByTestId('join-go').click();
  await expect(fay.page.getByRole('alert').filter({ hasText: 'another name' })).toBeVisible();
  await takeSeat(fay.page, 'Fay', 'DORN');
  await expect(wall.locator('.placard', { hasText: 'Auralia' })).toContainText('Ana');
  await expect(ana.page.getByTestId('brief')).toContainText('You may never accept');
  await expectAccessible(ana.page, 'lobby');
  await expectAccessible(host, 'console in the lobby');
  await expectAccessible(wall, 'projector in the lobby');
  for (const { page } of students) await page.getByTestId('ready').click();
  await expect(host.locator('.check', { hasText: 'Everybody is ready' })).toHaveClass(/check-ok/u);

  // Play. Whoever has had their minute is at the table at once.
  await host.bringToFront();
  await host.getByTestId('start').click();
  await expect(host.getByTestId('console')).toHaveAttribute('data-stage', 'play');
  for (const { page } of students) await expect(page.getByTestId('room-bar')).toBeVisible();
  await expect(wall.locator('.board-text')).toBeVisible();
  await host.getByTestId('add-minute').click();

  // Talk, phrases first.
  await chidi.page.getByTestId('tab-talk').click();
  await chidi.page.locator('.talk-line', { hasText: 'Auralia' }).click();
  await chidi.page.locator('[data-phrase="hello"]').click();
  await chidi.page.getByRole('button', { name: 'About the text' }).click();
  await chidi.page.locator('[data-phrase="could-you-accept"]').click();
  await chidi.page.getByRole('combobox', { name: 'about' }).selectOption({ index: 2 });
  await chidi.page.getByTestId('say-phrase').click();
  await expect(chidi.page.locator('.bubble')).toHaveCount(2);
  await expectAccessible(chidi.page, 'talk');
  await expect(ana.page.getByTestId('tab-talk').locator('.badge')).toHaveText('2');
  await ana.page.getByTestId('tab-talk').click();
  await ana.page.locator('.talk-line', { hasText: 'Sellia' }).click();
  await expect(ana.page.locator('.bubble')).toHaveCount(2);
  await expect(ana.page.getByTestId('tab-talk').locator('.badge')).toHaveCount(0);
  await expectAccessible(ana.page, 'talk by phone');

  // Two in one delegation: what one proposes the other carries.
  await ana.page.getByTestId('main-action').click();
  await expect(bo.page.getByTestId('proposal')).toContainText('Ana');
  await bo.page.getByTestId('poll-for').click();
  await expect(ana.page.getByTestId('main-action')).toHaveText('Folder closed');
  await expect(tile(host, 'AURA')).toHaveAttribute('data-light', 'done');

  // The press prints.
  await eli.page.getByTestId('tab-talk').click();
  await eli.page.getByTestId('headline').fill('Forty hospitals wait for an answer');
  await eli.page.getByTestId('print').click();
  await host.getByTestId('desk-talk').click();
  const held = host.getByRole('button', { name: 'Let it through' });
  if (await held.isVisible()) await held.click();
  await expect(wall.locator('.ticker')).toContainText('Forty hospitals wait for an answer');

  // An inject, written on the spot.
  await host.getByTestId('desk-injects').click();
  await host.getByRole('radio', { name: 'written now' }).check({ force: true });
  await host.getByTestId('bulletin').fill('A cable breaks in the night');
  await host.getByTestId('fire-now').click();
  await expect(wall.locator('.board-news')).toContainText('A cable breaks in the night');

  // A pause, with its reason on every screen; nobody can act.
  await host.getByTestId('pause').click();
  await host.getByTestId('pause-question').click();
  await expect(wall.getByTestId('screen-paused')).toContainText('A question is being answered');
  await expect(chidi.page.getByTestId('paused')).toBeVisible();
  await chidi.page.getByTestId('main-action').click();
  await expect(chidi.page.getByRole('alert').filter({ hasText: 'The clock stands' })).toBeVisible();
  await expectAccessible(host, 'console in play');
  await host.getByTestId('go-on').click();
  await expect(chidi.page.getByTestId('paused')).toHaveCount(0);

  // A network that breaks: what is done meanwhile waits, and is done once when it is back.
  await fay.page.route(/socket\.io/u, (route) => route.abort());
  await fay.cable?.close();
  await expect(fay.page.getByTestId('link')).toHaveAttribute('data-link', 'lost');
  await fay.page.getByTestId('main-action').click();
  await expect(fay.page.getByTestId('link')).toContainText('waiting to be sent');
  await fay.page.unroute(/socket\.io/u);
  await expect(fay.page.getByTestId('link')).toHaveAttribute('data-link', 'open');
  await expect(fay.page.getByTestId('main-action')).toHaveText('Folder closed');

  // Somebody’s battery dies: AI takes the seat, everybody can see it, and hands it back.
  await chidi.page.close();
  await expect(tile(host, 'SELL')).toHaveAttribute('data-light', 'away', { timeout: 60_000 });
  await tile(host, 'SELL').getByRole('button').first().click();
  await host.getByTestId('seat-to-ai').click();
  await expect(tile(host, 'SELL')).toHaveAttribute('data-light', 'ai');
  await nextPhase(host);
  // On the floor it makes a statement, which all hear: what the console says of the seat may still be of the phase before.
  await fay.page.getByRole('tab', { name: /^Log/u }).click();
  await expect(fay.page.getByRole('tabpanel', { name: /^Log/u })).toContainText('Sellia takes the floor', {
    timeout: 60_000,
  });
  await fay.page.getByRole('tab', { name: /^Now/u }).click();
  await expect(tile(host, 'SELL')).toContainText('AI, folder closed', { timeout: 60_000 });
  await expect(tile(host, 'SELL')).toContainText(/\d acts in this phase/u);
  chidi.page = await chidi.context.newPage();
  listen(chidi.page, 'Chidi');
  await chidi.page.goto(`/j/${code}?renderer=none`);
  await chidi.page.getByTestId('resume-seat').click();
  const begin = chidi.page.getByTestId('begin');
  await expect(begin.or(chidi.page.getByTestId('room-bar'))).toBeVisible();
  if (await begin.isVisible()) await begin.click();
  await expect(chidi.page.getByTestId('ai-plays-mine')).toBeVisible();
  await host.getByTestId('seat-to-people').click();
  await expect(chidi.page.getByTestId('ai-plays-mine')).toHaveCount(0);
  // What it leaves behind is told by what the seat's own log says: options and articles, not a list of commands.
  const stood = chidi.page.getByTestId('stood-in');
  await expect(stood).toContainText('While you were away, AI did');
  await expect(stood.locator('[data-group="did"]')).toContainText('Sellia takes the floor');
  await expect(stood.locator('[data-group="positions"]')).toContainText(
    /Sellia (supports|can live|objects).+\(.+\)/u,
  );
  await expectAccessible(chidi.page, 'a seat handed back');
  await chidi.page.getByTestId('stood-in').getByRole('button', { name: 'Understood' }).click();
  await expect(chidi.page.getByTestId('stood-in')).toHaveCount(0);

  // On to the vote.
  for (let skips = 0; skips < 24 && !(await stretchOf(host)).includes('Decision'); skips += 1)
    await nextPhase(host);
  expect(await stretchOf(host)).toContain('Decision');
  await expect(wall.locator('.verdict')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(wall, 'projector in the decision');
  await expect(fay.page.getByTestId('join')).toBeVisible();
  await fay.page.getByTestId('join').click();
  await confirm(host, 'Skip');
  await expect(wall.getByTestId('verdict').or(wall.locator('.verdict h2')).first()).toBeVisible();

  // The debrief: a question to everybody, answers to the facilitator, and then on the wall.
  await host.getByTestId('desk-debrief').click();
  await confirm(host, 'Start the debrief');
  await expect(host.getByTestId('console')).toHaveAttribute('data-stage', 'debrief');
  await host.getByTestId('ask-feelings').click();
  await bo.page.getByRole('checkbox', { name: 'proud' }).check();
  await bo.page.getByTestId('poll-send').click();
  await expect(host.getByTestId('desk-poll')).toContainText('1 answer');
  await expectAccessible(bo.page, 'debrief');
  await expectAccessible(host, 'console in the debrief');
  await host.getByRole('button', { name: 'Show on the wall' }).click();
  await expect(wall.locator('.poll-result')).toContainText('proud');
  await expectAccessible(wall, 'projector in the debrief');

  // Wiped: nothing of it is left, and everybody is told.
  await host.getByTestId('desk-room').click();
  await confirm(host, 'Wipe everything');
  await expect(host.getByTestId('host-page')).toBeVisible();
  await expect(bo.page.getByTestId('gone')).toBeVisible();

  expect(heardByWall.length).toBeGreaterThan(3);
  const heard = heardByWall.join('\n');
  expect(heard).toContain('Auralia');
  for (const secret of ['"mandate"', '"own":{', '"soFar"'])
    expect(heard.includes(secret), `${secret} was sent to the projector`).toBe(false);
  expect(faults).toEqual([]);
  await Promise.all([house.close(), ...students.map(({ context }) => context.close())]);
});

test('rooms side by side, with the same start, are compared', async ({ page }) => {
  await page.goto('./?host&renderer=canvas');
  await page.locator('input[name="scenario"][value="first-steps"]').check();
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Rooms side by side' }).selectOption('2');
  await page.getByTestId('open-room').click();
  await expect(page.getByTestId('console')).toBeVisible();
  await page.getByTestId('desk-room').click();
  await page.getByRole('button', { name: 'Rooms side by side' }).click();
  await expect(page.locator('.compare-room')).toHaveCount(2);
  await expect(page.locator('.compare-table').first()).toContainText('Be careful');
  await expectAccessible(page, 'rooms side by side');
});

test('a place without rooms: the key is wrong, the code is unknown', async ({ page }) => {
  await page.goto('./?join=ZZZZZZ&renderer=canvas');
  await expect(page.getByRole('alert').filter({ hasText: 'no such room' })).toBeVisible();
  await page.goto(`./?seat=ABCDEF&renderer=canvas#key=${'x'.repeat(24)}`);
  await expect(page.getByTestId('gone')).toContainText('no such room');
  // The key is not left in the address for others to copy.
  expect(page.url()).not.toContain('xxxx');
});
