import { expect, test, type Page } from '@playwright/test';
import { goOn, openPage, startGame } from './game.ts';

interface Held {
  readonly table: () => {
    readonly game: {
      readonly scene: {
        readonly getScene: (name: string) => {
          readonly children: {
            readonly list: readonly { readonly name: string; readonly visible: boolean }[];
          };
        };
      };
    };
  };
}

/** The answers that placards on the table show, each once. */
const shown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const chamber = (window as unknown as { __nia: Held }).__nia.table().game.scene.getScene('chamber');
    const faces = chamber.children.list.flatMap(({ name, visible }) => {
      const answer = /^verdict (?<answer>\w+) \d+$/u.exec(name)?.groups?.['answer'];
      return visible && answer !== undefined ? [answer] : [];
    });
    return [...new Set(faces)].toSorted();
  });

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Whoever stops a consensus is asked whether it means it. */
const object = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Object', exact: true }).click();
  await page.getByRole('button', { name: 'Do it' }).click();
};

test('after a vote the placards on the table say yes, no or abstain', async ({ page }) => {
  const faults = await openPage(page);
  await startGame(page, { scenario: 'crime-convention', seat: 'IR', seed: 'look' });
  const no = page.getByRole('button', { name: 'No', exact: true });
  // There is no consensus as long as one objects: the Chair puts the text to the vote.
  for (let step = 0; step < 60 && (await no.count()) === 0; step += 1) {
    await goOn(page, object);
    await expect(page.getByRole('banner').getByText('The room waits for you').or(no).first()).toBeVisible();
  }
  expect(await shown(page)).toEqual([]);
  await no.click();
  await expect.poll(() => shown(page)).toContain('no');
  expect((await shown(page)).filter((answer) => answer === 'join' || answer === 'object')).toEqual([]);
  expect(faults).toEqual([]);
});
