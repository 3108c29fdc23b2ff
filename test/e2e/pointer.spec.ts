import { expect, test, type Page } from '@playwright/test';
import { goOn, openPage, outcome, playUntil, quiet, startGame } from './game.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Held {
  readonly table: () => {
    readonly screenPoint: (name: string) => Point | undefined;
    readonly dropOn: () => Point | undefined;
    readonly names: () => readonly string[];
    readonly view: () => string;
  };
  readonly store: {
    readonly getState: () => {
      readonly mat: { readonly partner?: string; readonly undertakings: readonly unknown[] };
    };
  };
}

/** Where something on the table is, in pixels of the page; waits until it is there. */
const onTable = async (page: Page, name: string): Promise<Point> => {
  const found = await page.waitForFunction((wanted) => {
    const table = (window as unknown as { __nia: Held }).__nia.table();
    return table?.screenPoint(wanted);
  }, name);
  return found.jsonValue() as Promise<Point>;
};

const names = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { __nia: Held }).__nia.table().names());
const mat = (page: Page): Promise<{ readonly partner?: string; readonly undertakings: readonly unknown[] }> =>
  page.evaluate(() => (window as unknown as { __nia: Held }).__nia.store.getState().mat);

const clickOn = async (page: Page, name: string): Promise<void> => {
  const point = await onTable(page, name);
  await page.mouse.click(point.x, point.y);
};

const drag = async (page: Page, name: string): Promise<void> => {
  const from = await onTable(page, name);
  const to = await page.evaluate(() => (window as unknown as { __nia: Held }).__nia.table().dropOn());
  if (to === undefined) throw new Error('there is no mat to drop on');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
};

// Nothing is drawn that does not change: games go by faster.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a whole game by pointer, with a deal dragged together on the table', async ({ page }) => {
  test.setTimeout(300_000);
  const faults = await openPage(page);
  await startGame(page, { seat: 'EU', seed: 'pointer' });

  await playUntil(page, (now) => now === '1 floor');
  await quiet(page);
  await page.getByTestId('speak').click();
  await expect(page.getByText('You have spoken today.')).toBeVisible();

  await playUntil(page, (now) => now === '1 corridor');
  await quiet(page);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { __nia: Held }).__nia.table().view()), {
      timeout: 30_000,
    })
    .toBe('corridor');
  await clickOn(page, 'partner:KE');
  await expect.poll(async () => (await mat(page)).partner).toBe('KE');
  const card = await expect
    .poll(async () => (await names(page)).find((name) => name.startsWith('give:')), { timeout: 20_000 })
    .toBeTruthy()
    .then(async () => (await names(page)).find((name) => name.startsWith('give:')) ?? '');
  await drag(page, card);
  await expect.poll(async () => (await mat(page)).undertakings.length, { timeout: 20_000 }).toBe(1);
  // The form beside the table shows the same package.
  await expect(page.getByTestId('make-offer')).toBeEnabled();
  await clickOn(page, 'offer');
  await expect.poll(async () => (await mat(page)).undertakings.length).toBe(0);
  await page.getByRole('tab', { name: 'Log' }).click();
  await expect(page.getByRole('tabpanel', { name: /^Log/u })).toContainText(
    'The European Union makes an offer to Kenya',
  );

  await page.getByRole('tab', { name: /^Now/u }).click();
  expect(await playUntil(page, (now) => now === 'closed')).toBe('closed');
  await expect(outcome(page)).toBeVisible();
  // What the others came away with lies face down.
  await page.getByTestId('outcome-reveal').click();
  await expect(page.getByRole('table')).toContainText('Kenya');
  expect(faults).toEqual([]);
  await goOn(page);
});

interface Turned {
  readonly table: () => {
    readonly screenPoint: (name: string) => Point | undefined;
    readonly view: () => string;
    readonly game: {
      readonly canvas: HTMLCanvasElement;
      readonly scene: { readonly isActive: (key: string) => boolean };
    };
  };
}

test('a view that was turned away from before it was drawn does not stay on the table', async ({ page }) => {
  const faults = await openPage(page);
  await startGame(page, { seat: 'EU', seed: 'pointer' });
  await onTable(page, 'tab:corridor');
  await page.evaluate(() => {
    const table = (window as unknown as { __nia: Turned }).__nia.table();
    // Both taps between two pictures, as on a slow machine two phases may begin between two.
    for (const name of ['tab:corridor', 'tab:chamber']) {
      const at = table.screenPoint(name);
      if (at === undefined) throw new Error(`no ${name}`);
      for (const kind of ['pointerdown', 'pointerup'])
        table.game.canvas.dispatchEvent(
          new PointerEvent(kind, {
            clientX: at.x,
            clientY: at.y,
            pointerId: 1,
            isPrimary: true,
            bubbles: true,
          }),
        );
    }
  });
  const awake = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const { game } = (window as unknown as { __nia: Turned }).__nia.table();
      return ['chamber', 'corridor', 'map'].filter((key) => game.scene.isActive(key));
    });
  await expect.poll(awake).toEqual(['chamber']);
  // And it stays so once everything that was asked for has been drawn.
  await page.waitForTimeout(700);
  expect(await awake()).toEqual(['chamber']);
  expect(await page.evaluate(() => (window as unknown as { __nia: Turned }).__nia.table().view())).toBe(
    'chamber',
  );
  expect(faults).toEqual([]);
});
