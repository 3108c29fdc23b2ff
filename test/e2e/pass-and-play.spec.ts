import { expect, test, type Page } from '@playwright/test';
import type { ScreenStore, Session } from '../../src/client/session/index.ts';
import { mainAction, openPage, outcome, where } from './game.ts';

/** Everything a page gives away: its markup, what assistive technology reads, what the table has painted as text. */
const everything = async (page: Page): Promise<string> => {
  const markup = await page.evaluate(() => document.documentElement.outerHTML);
  const client = await page.context().newCDPSession(page);
  const tree: unknown = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const painted = await page.evaluate(() => JSON.stringify(window.painted));
  const stored = await page.evaluate(() => JSON.stringify(window.__nia?.store.getState() ?? {}));
  return `${markup}\n${JSON.stringify(tree)}\n${painted}\n${stored}`;
};

declare global {
  interface Window {
    /** What the build for tests holds out. */
    readonly __nia?: { readonly store: ScreenStore; readonly session: Session };
    /** What has been written on any canvas since the screen last changed hands. */
    painted: string[];
  }
}

/** Listens to what is written on canvases: the table paints its letters itself. */
const listen = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    window.painted = [];
    const { prototype } = CanvasRenderingContext2D;
    const write = Reflect.get(prototype, 'fillText') as (...rest: readonly unknown[]) => void;
    Reflect.set(prototype, 'fillText', function fillText(this: unknown, ...rest: readonly unknown[]) {
      window.painted.push(String(rest[0]));
      Reflect.apply(write, this, rest);
    });
  });
};

interface Secrets {
  /** What this capital alone knows: the role sheet's words and its own drawn numbers. */
  readonly words: readonly string[];
}

/** What nobody else may see of whoever is at the screen. */
const secretsOf = async (page: Page): Promise<Secrets> =>
  page.evaluate(() => {
    const state = window.__nia?.store.getState();
    const own = state?.view?.own;
    if (own === undefined) throw new Error('nobody sits here');
    return {
      words: [
        JSON.stringify(own.mandate.table),
        JSON.stringify(own.mandate.gains),
        `"reservation":${String(own.mandate.reservation)},`,
        JSON.stringify(own.tokens),
      ],
    };
  });

const sit = async (page: Page): Promise<string> => {
  await expect(page.getByTestId('sit')).toBeVisible({ timeout: 30_000 });
  await page.getByTestId('sit').click();
  await expect(mainAction(page)).toBeVisible();
  return page.evaluate(() => window.__nia?.store.getState().seat ?? '');
};

test('two people pass and play a session, and neither’s secrets are on the screen while the other is at it', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await listen(page);
  const faults = await openPage(page);
  await page.getByTestId('new-game').click();
  await page.locator('input[name="scenario"][value="class-45"]').check();
  await page.getByRole('textbox', { name: 'Seed' }).fill('two-people');
  await page.locator('input[name="how"][value="shared"]').check({ force: true });
  await page.locator('input[name="people"][value="US"]').check();
  await page.locator('input[name="people"][value="BR"]').check();
  await page.getByRole('textbox', { name: /leads Brazil/u }).fill('Ana');
  await page.getByTestId('play').click();
  await expect(page.getByTestId('hand-over')).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => window.__nia?.session.pace('instant'));

  const secrets = new Map<string, readonly string[]>();
  const sheets = await page.evaluate(() =>
    (window.__nia?.store.getState().scenario?.delegations ?? []).map(({ id, briefing }) => [
      id,
      Object.values(briefing)[0]?.slice(0, 60) ?? '',
    ]),
  );
  const sheetOf = new Map(sheets.map(([id = '', text = '']) => [id, text]));
  /** Of everybody but `seat`, nothing is to be found. The scenario itself is public; its sheets are not for the page to show. */
  const keepsSecrets = async (seat: string): Promise<void> => {
    const all = await everything(page);
    for (const [whose, words] of secrets)
      for (const word of whose === seat ? [] : words)
        expect(all, `${whose} while ${seat}`).not.toContain(word);
    const shown = await page.evaluate(() => document.body.innerText);
    for (const [whose, sheet] of sheetOf) if (whose !== seat) expect(shown).not.toContain(sheet);
  };

  const sat: string[] = [];
  let reloaded = false;
  for (let step = 0; step < 60; step += 1) {
    await expect(async () => {
      expect((await page.getByTestId('sit').count()) + (await outcome(page).count())).toBeGreaterThan(0);
    }).toPass({ timeout: 60_000 });
    if ((await outcome(page).count()) > 0) break;
    await keepsSecrets('nobody');
    await page.evaluate(() => {
      window.painted = [];
    });
    const seat = await sit(page);
    sat.push(seat);
    secrets.set(seat, (await secretsOf(page)).words);
    for (const word of secrets.get(seat) ?? []) expect(await everything(page)).toContain(word);
    await keepsSecrets(seat);
    if (sat.length === 3) {
      // Somebody begins to put a package together and passes the screen on instead.
      await page.getByTestId('tab-offers').click();
      await page.getByTestId('hand-on').click();
      await expect(page.getByTestId('hand-over')).toBeVisible();
      await keepsSecrets('nobody');
      continue;
    }
    if (!reloaded && sat.length === 4) {
      reloaded = true;
      await page.reload();
      await page.getByRole('button', { name: /^Continue/u }).click();
      await expect(page.getByTestId('hand-over')).toBeVisible({ timeout: 30_000 });
      await page.evaluate(() => window.__nia?.session.pace('instant'));
      await keepsSecrets('nobody');
      continue;
    }
    const join = page.getByTestId('join');
    if ((await join.count()) > 0 && (await join.isEnabled())) await join.click();
    else await mainAction(page).click();
    await expect(page.getByTestId('hand-over').or(outcome(page))).toBeVisible({ timeout: 30_000 });
  }
  expect(new Set(sat)).toEqual(new Set(['US', 'BR']));
  expect(sat.length).toBeGreaterThan(6);
  expect(await where(page)).toBe('closed');
  expect(faults).toEqual([]);
});
