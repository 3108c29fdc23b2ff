import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { mainAction, openPage } from './game.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const SMALL = readFileSync('src/client/session/workshop/template.yaml', 'utf8');
const SECTIONS = [
  'overview',
  'calendar',
  'procedure',
  'articles',
  'delegations',
  'linkages',
  'incidents',
  'contexts',
  'learning',
];

const faults = (page: Page): Locator => page.getByTestId('faults');
const yaml = (page: Page): Locator => page.getByTestId('yaml');

/** The workshop with a scenario on its bench: a copy from the shelf, or the small one that is there at once. */
const openBench = async (page: Page, copied?: string): Promise<void> => {
  await page.getByTestId('workshop-open').click();
  if (copied === undefined) await page.getByTestId('new-scenario').click();
  else await page.getByRole('button', { name: `Change a copy of ${copied}` }).click();
  await expect(faults(page)).toContainText('No faults');
};
const section = (page: Page, name: string): Promise<void> =>
  page.locator(`input[name="section"][value="${name}"]`).check({ force: true });
const pane = (page: Page, name: 'form' | 'yaml' | 'try'): Promise<void> =>
  page.locator(`input[name="pane"][value="${name}"]`).check({ force: true });

/** Writes over the first place where something stands in the YAML, as a person with the search does. */
const overwrite = async (page: Page, from: string, to: string): Promise<void> => {
  await yaml(page).click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type(from);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText(to);
};

/** Drops a file on the page, as from a folder. */
const drop = async (page: Page, name: string, text: string): Promise<void> => {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const made = new DataTransfer();
      made.items.add(new File([content], file));
      return made;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
};

test('an author breaks and mends a file, takes things back, plays it and comes back to it', async ({
  page,
}) => {
  const wrong = await openPage(page);
  await openBench(page, 'First steps');

  // By form: the YAML follows; translations, comments and all else stay.
  await page.getByLabel('Title', { exact: true }).fill('The third island');
  await expect(yaml(page)).toContainText('en: The third island');
  await expect(yaml(page)).toContainText('fr: Premiers pas');
  await expect(yaml(page)).toContainText('# The tutorial: three invented states');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('First steps');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('The third island');

  // By hand: the fault is told at its place, with what to write instead, and mended by a click.
  await overwrite(page, 'two-thirds', 'two-thrids');
  await expect(faults(page)).toContainText('1 fault');
  await expect(faults(page)).toContainText(
    '"two-thrids" is not one of the values this field can have; write two-thirds',
  );
  await expect(page.locator('.cm-lintRange-error')).toHaveText('two-thrids');
  await expect(page.getByTestId('play-it')).toBeDisabled();
  await page.keyboard.press('Control+Home');
  await page.locator('.fault-go').click();
  await expect(yaml(page)).toBeFocused();
  await expect(page.locator('.cm-activeLine')).toContainText('two-thrids');
  await page.getByRole('button', { name: /^In line \d+ write two-thirds$/u }).click();
  await expect(faults(page)).toContainText('No faults');

  // Broken off in the middle: the form says so and keeps what it knew.
  await overwrite(page, 'phases: [briefing', 'phases: [[briefing');
  await expect(page.getByText(/^The text cannot be read at line/u)).toBeVisible();
  await expect(page.getByLabel('Title', { exact: true })).toBeDisabled();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('The third island');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(faults(page)).toContainText('No faults');
  await expect(page.getByLabel('Title', { exact: true })).toBeEnabled();

  // Nothing is lost on a reload.
  await expect(page.getByText('Kept in this browser')).toBeVisible();
  await page.reload();
  await page.getByTestId('workshop-open').click();
  await page.getByRole('button', { name: /^Go on writing first-steps-copy/u }).click();
  await expect(yaml(page)).toContainText('en: The third island');

  await page.getByTestId('play-it').click();
  await expect(page.getByText('From a file of yours: first-steps-copy')).toBeVisible();
  await page.locator('input[name="seat"][value="SELL"]').check();
  await page.getByTestId('play').click();
  await expect(mainAction(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('banner')).toContainText('Morning');
  await page.getByRole('button', { name: 'Game menu' }).click();
  await page.getByRole('button', { name: 'Leave the room' }).click();
  await expect(page.getByTestId('workshop')).toBeVisible();
  await expect(yaml(page)).toContainText('en: The third island');
  expect(wrong).toEqual([]);
});

test('sliders, options, delegations and incidents are changed by form, and the file stays one that plays', async ({
  page,
}) => {
  const wrong = await openPage(page);
  await openBench(page);

  // The text follows the form to the part that is shown.
  await expect(yaml(page)).not.toContainText('name: Alta');
  await section(page, 'delegations');
  await expect(yaml(page)).toContainText('name: Alta');
  const least = page.getByRole('slider', { name: 'Worth of no agreement, in points of 100, least' });
  await least.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('29 to 42')).toBeVisible();
  await expect(yaml(page)).toContainText('reservation: [29, 42]');

  await section(page, 'articles');
  await page.getByLabel('One more option').fill('Only by day');
  await page.getByRole('button', { name: 'Add option' }).click();
  await expect(page.getByLabel('Option 3')).toHaveValue('Only by day');
  await page.getByRole('button', { name: 'Move up: Only by day' }).click();
  await expect(page.getByLabel('Option 2')).toHaveValue('Only by day');
  await page.getByRole('button', { name: 'Remove: The line is named' }).click();
  await page.getByLabel('One more article').fill('Drones');
  await page.getByRole('button', { name: 'Add article' }).click();
  await expect(page.getByLabel('Title in the text')).toHaveValue('Drones');

  await section(page, 'delegations');
  await page.getByLabel('One more delegation').fill('Hohenau');
  await page.getByRole('button', { name: 'Add delegation' }).click();
  await expect(page.getByLabel('Full name')).toHaveValue('Hohenau');

  await section(page, 'incidents');
  await page.getByRole('checkbox', { name: 'A ward in the dark: in play' }).uncheck();
  await expect(page.getByRole('checkbox', { name: 'A ward in the dark: in play' })).not.toBeChecked();
  await expect(faults(page)).toContainText('No faults');
  expect(wrong).toEqual([]);
});

test('ten games are played, can be stopped, and say what they found; advice on play', async ({ page }) => {
  const wrong = await openPage(page);
  await openBench(page);
  await pane(page, 'try');
  // Small games are over in a moment: whoever stops them is as quick as the page itself.
  await page.evaluate(
    () =>
      new Promise<void>((stopped) => {
        const watcher = new MutationObserver(() => {
          const stop = [...document.querySelectorAll('button')].find(
            ({ textContent }) => textContent === 'Stop',
          );
          if (stop === undefined) return;
          watcher.disconnect();
          stop.click();
          stopped();
        });
        watcher.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>('[data-testid="try"]')?.click();
      }),
  );
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await page.getByTestId('try').click();
  const trial = page.getByTestId('trial');
  await expect(trial).toBeVisible({ timeout: 60_000 });
  await expect(trial.getByRole('heading', { name: 'What the games say' })).toBeVisible();
  await trial.getByText('As a table').first().click();
  await expect(trial.getByRole('row', { name: /^Lowen/u })).toBeVisible();
  await page.getByTestId('lint').click();
  await expect(page.getByTestId('advice')).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await expectAccessible(page, 'a trial and advice');
  // A trial of an older text is known as one.
  await pane(page, 'form');
  await page.getByLabel('Title', { exact: true }).fill('Other steps');
  await pane(page, 'try');
  await expect(trial.getByText('Of an earlier text', { exact: false })).toBeVisible();
  // One of the games, as it ended.
  await trial.getByRole('button', { name: 'Look at it: game 1', exact: true }).click();
  await expect(page.getByTestId('outcome')).toBeVisible({ timeout: 30_000 });
  expect(wrong).toEqual([]);
});

test('a scenario file is dropped on the title and played; one with faults is shown with them and mended @phone', async ({
  page,
}) => {
  const wrong = await openPage(page);
  await drop(page, 'harbour.yaml', SMALL.replace('title: The mountain line', 'title: Harbour talks'));
  await expect(page.getByText('From a file of yours: harbour')).toBeVisible();
  await expect(page.getByText('Harbour talks')).toBeVisible();
  await expectAccessible(page, 'a scenario that was dropped');

  await drop(
    page,
    'harbour.yaml',
    SMALL.replace('style: trader', 'style: tradre').replace('quorum: 60', 'quorum: 600'),
  );
  const found = page.getByTestId('own-faults');
  await expect(found).toContainText('it has 2 faults');
  await expect(found).toContainText('Write trader.');
  await expectAccessible(page, 'a scenario with faults');
  await page.getByTestId('mend').click();
  await expect(faults(page)).toContainText('2 faults');
  await page
    .getByRole('button', { name: /write trader$/u })
    .last()
    .click();
  await expect(faults(page)).toContainText('1 fault');

  // What is no scenario at all is told like any other fault.
  await page.getByRole('button', { name: 'Another scenario' }).click();
  await page.getByRole('button', { name: 'To the title page' }).click();
  await drop(page, 'picture.png', '\u{0}\u{1}PNG');
  await expect(found).toContainText('not a text file');
  await page.getByRole('button', { name: 'Back' }).click();
  await drop(page, 'game.json', '{"what": "no game"}');
  await expect(page.getByRole('alert')).toContainText('not a game file', { ignoreCase: true });
  expect(wrong).toEqual([]);
});

test('a link holds the scenario: it can be played, or changed; a damaged one says so @phone', async ({
  page,
}) => {
  const wrong = await openPage(page);
  await openBench(page);
  await page.getByTestId('share').click();
  const link = await page.getByTestId('link').inputValue();
  await expectAccessible(page, 'sharing');
  // Opened where the game is open already: only what comes after # changes.
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'The mountain line' })).toBeVisible();
  await expectAccessible(page, 'a link');
  await page.getByTestId('link-play').click();
  await expect(page.getByText('From a file of yours: my-scenario')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByTestId('link-open').click();
  await expect(faults(page)).toContainText('No faults');

  await page.goto('about:blank');
  await page.goto(link.slice(0, -30));
  await expect(page.getByRole('alert').filter({ hasText: 'This link is damaged' })).toBeVisible();
  await page.getByRole('button', { name: 'To the title page' }).click();
  await expect(page.getByTestId('title')).toBeVisible();
  expect(wrong).toEqual([]);
});

test('what the workshop shows is accessible: every part of the form, faults, the start @phone', async ({
  page,
}, { project }) => {
  await openPage(page);
  await page.getByTestId('workshop-open').click();
  await expect(page.getByRole('button', { name: 'Change a copy of First steps' })).toBeVisible();
  await expectAccessible(page, 'start');
  await page.getByRole('button', { name: 'Change a copy of One day in New York' }).click();
  await expect(faults(page)).toContainText('No faults');
  // What differs on a telephone is how wide things are: three parts tell.
  for (const name of project.name === 'phone' ? ['overview', 'delegations', 'linkages'] : SECTIONS) {
    await section(page, name);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await expectAccessible(page, name);
  }
  // Wide screens show the text beside the form.
  if (project.name === 'phone') await pane(page, 'yaml');
  await overwrite(page, 'style: principled', 'style: principal');
  await expect(faults(page)).toContainText('1 fault');
  await expectAccessible(page, 'a fault');
});

test('on a telephone one pane is shown at a time, and a fault leads to its line @phone-only', async ({
  page,
}) => {
  await openPage(page);
  await openBench(page);
  await expect(page.getByRole('region', { name: 'Form' })).toBeVisible();
  await expect(yaml(page)).toBeHidden();
  await section(page, 'learning');
  await page.getByRole('textbox', { name: 'Question', exact: true }).first().fill('Who paid for the walls?');
  await pane(page, 'yaml');
  await expect(yaml(page)).toBeVisible();
  await expect(yaml(page)).toContainText('question: Who paid for the walls?');
  await expect(page.getByRole('region', { name: 'Form' })).toBeHidden();
  await overwrite(page, 'two-thirds', 'most');
  await expect(faults(page)).toContainText('1 fault');
  await pane(page, 'form');
  await page.locator('.fault-go').click();
  await expect(yaml(page)).toBeFocused();
  await expect(page.locator('.cm-activeLine')).toContainText('most');
});
