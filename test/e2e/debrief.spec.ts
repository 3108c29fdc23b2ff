import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Download, type Page } from '@playwright/test';
import { lay } from '../../src/engine/index.ts';
import { foldGame, parseGameFile, readScenario, writeGameFile } from '../../src/scenario/index.ts';
import { agentNamed, playMachines } from '../../src/trial/machines.ts';
import { recordOf } from '../../src/trial/record.ts';
import { expectAccessible } from './axe.ts';
import { openFile, openPage, outcome, savedFile, startGame } from './game.ts';

/** A short game that has been played, one delegation of it by the person at this screen. */
const playedGame = (): { readonly text: string; readonly seat: string } => {
  const text = readFileSync('scenarios/first-steps.yaml', 'utf8');
  const { scenario } = readScenario(text);
  const [me] = scenario?.delegations ?? [];
  if (scenario === undefined || me === undefined) throw new Error('first-steps cannot be read');
  const seats = scenario.delegations.map(({ id }) => [id, agentNamed(scenario, 'seasoned', id)] as const);
  // Of a few that ended with a text the one with most to tell: its list of reasons takes more than one page.
  const [game] = Array.from({ length: 12 }, (_, count) =>
    playMachines(lay(scenario, `debrief/${String(count)}`), new Map(seats)),
  )
    .filter(({ last }) => last.adopted !== undefined)
    .toSorted((a, b) => b.moves.length - a.moves.length);
  if (game === undefined) throw new Error('nothing was played');
  const before = scenario.goals.map(({ id }) => ({ goal: id, level: 2 }) as const);
  const record = { ...recordOf(game, text, 'seasoned'), seat: me.id, reflections: [{ seat: me.id, before }] };
  return { text: writeGameFile(record), seat: me.id };
};

const { text: GAME, seat: ME } = playedGame();

/** A game without sense, of delegations with long names. */
const longNames = (): string => {
  const text = readFileSync('scenarios/crime-convention.yaml', 'utf8');
  const { scenario } = readScenario(text);
  const [me] = scenario?.delegations ?? [];
  if (scenario === undefined || me === undefined) throw new Error('crime-convention cannot be read');
  const seats = scenario.delegations.map(({ id }) => [id, agentNamed(scenario, 'random', id)] as const);
  const game = playMachines(lay(scenario, 'names'), new Map(seats));
  return writeGameFile({ ...recordOf(game, text, 'seasoned'), seat: me.id });
};

const contentOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

const kept = async (page: Page, testId: string): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testId).click()]);
  return download;
};

const parsed = (text: string) => {
  const filed = parseGameFile(text);
  if (filed.fault !== undefined) throw new Error(filed.fault);
  return filed;
};

const seatsOf = (text: string) => (readScenario(text).scenario?.delegations ?? []).map(({ id }) => id);

/** The record of a game file, folded here: what a browser wrote must lead to the same states in Node. */
const folded = (text: string) => {
  const filed = parsed(text);
  expect(filed.untouched).toBe(true);
  expect(foldGame(filed.record)).toMatchObject({ mismatches: [] });
  return filed.record;
};

/** Opens a page from its text alone, without a network; gives back everything it asked for all the same. */
const openedOffline = async (browser: Browser, html: string): Promise<readonly string[]> => {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.setContent(html);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page, 'report');
  await context.close();
  return [...asked, ...faults];
};

const PICTURES = [
  'plane',
  'left',
  'walk',
  'balance',
  'promises',
  'trust',
  'tension',
  'who',
  'believed',
  'activity',
  'block',
];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('from feelings to what is kept, each part accessible @phone', async ({ page, browser }) => {
  const faults = await openPage(page, 'none');
  await openFile(page, 'played.json', GAME);
  await expect(outcome(page)).toBeVisible({ timeout: 30_000 });
  // What others got stays covered until somebody turns it over.
  await expect(outcome(page).locator('table')).toHaveCount(0);
  await page.getByTestId('to-debrief').click();

  const debrief = page.getByTestId('debrief');
  await expect(debrief).toHaveAttribute('data-step', 'feelings');
  await page.getByRole('radio', { name: 'rather good' }).first().check({ force: true });
  await page.getByTestId('feeling-word').fill('relieved');
  await expectAccessible(page, 'feelings');

  await page.getByTestId('next-step').click();
  await expect(page.getByTestId('story')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Facts', level: 2 })).toBeFocused();
  await expect(page.getByTestId('moments').getByRole('listitem').first()).toBeVisible();
  await expect(page.getByTestId('turning')).toHaveCount(0);
  // Nor why the others did what they did.
  await expect(page.getByTestId('whys')).toHaveCount(0);
  await expect(page.getByTestId('why')).toHaveCount(0);
  await expectAccessible(page, 'facts, covered');

  await page.getByTestId('next-step').click();
  await expect(page.getByTestId('picture-plane')).toHaveCount(0);
  await expect(page.getByTestId('picture-believed')).toHaveCount(0);
  await expect(page.getByTestId('chart-tension')).toBeVisible();
  await page.getByTestId('turn-over').click();
  for (const picture of PICTURES) {
    await page.getByTestId(`picture-${picture}`).click();
    // Every number can be opened.
    const opener = page.locator('.figure-drawing button').first();
    if ((await opener.count()) > 0) {
      await opener.click();
      await expect(opener).toHaveAttribute('aria-expanded', 'true');
    }
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await expect(page.locator('table.figures')).toBeVisible();
    await expectAccessible(page, picture);
  }
  await page.getByTestId('picture-plane').click();
  // By keyboard along the way of the text, back to where it began.
  await page.getByTestId('along').press('Home');
  await expect(page.getByTestId('chart-plane').getByRole('heading', { name: 'Opening' })).toBeVisible();
  await page.getByTestId('definitions').locator('summary').click();
  await expect(page.getByTestId('definitions')).toContainText('largest product of all gains');

  await page.getByTestId('step-facts').click();
  await expect(page.getByTestId('turning')).toBeVisible();
  // What the AI players did and why: by delegation and by session.
  const whys = page.getByTestId('whys');
  const act = whys.getByTestId('why-act').first();
  await expect(act).toContainText(/(?:Why|Not said): /u);
  const who = whys.getByRole('combobox', { name: 'Delegation' });
  await expect(who).not.toHaveValue(ME);
  await who.selectOption('chair');
  await expect(act).toContainText('The Chair');
  await expect(act).toContainText(/on record: (?:it answers|objections to|no objection)/u);
  await who.selectOption('all');
  await expect(whys.getByTestId('why-act')).toHaveCount(30);
  await whys.getByTestId('whys-more').click();
  await expect.poll(() => whys.getByTestId('why-act').count()).toBeGreaterThan(30);
  await whys.getByRole('combobox', { name: 'Session' }).selectOption({ index: 1 });
  await expect(whys.locator('h4')).toHaveCount(1);
  await expectAccessible(page, 'facts, open');

  await page.getByTestId('step-transfer').click();
  await page.getByRole('button', { name: 'Write a note' }).first().click();
  await page.getByRole('textbox').first().fill('The cable for the wards.');
  for (const scale of await page.getByTestId('after').getByRole('group').all())
    await scale.getByRole('radio', { name: 'mostly' }).check({ force: true });
  await expect(page.getByRole('heading', { name: 'Before and after' })).toBeVisible();
  await expectAccessible(page, 'transfer');

  await page.getByTestId('next-step').click();
  await page.getByTestId(`take-${ME}`).fill('Ask what it is worth to them.');
  await page.getByRole('radio', { name: 'agreement looks easier than it is' }).check();
  await expectAccessible(page, 'take-away');

  await page.getByTestId('next-step').click();
  await expectAccessible(page, 'to keep');
  const report = await contentOf(await kept(page, 'keep-teacher'));
  expect(report).toContain('Ask what it is worth to them.');
  expect(report).toContain('The cable for the wards.');
  expect(await openedOffline(browser, report)).toEqual([]);
  const nameless = await contentOf(await kept(page, 'keep-anonymous'));
  expect(nameless).not.toContain('Ask what it is worth to them.');
  const sheets = await contentOf(await kept(page, 'keep-sheets'));
  expect(sheets.slice(0, 2)).toBe('PK');
  const statements: unknown = JSON.parse(await contentOf(await kept(page, 'keep-statements')));
  expect(statements).toContainEqual(
    expect.objectContaining({ verb: expect.objectContaining({ id: expect.stringMatching(/answered$/u) }) }),
  );
  const [said] = folded(await contentOf(await kept(page, 'keep-game'))).reflections ?? [];
  expect(said).toMatchObject({
    seat: ME,
    feeling: { outcome: 4, word: 'relieved' },
    takeAway: 'Ask what it is worth to them.',
    unrealistic: { bend: 'too-easy' },
    notes: [{ text: 'The cable for the wards.' }],
  });
  expect(said?.before).toHaveLength(3);
  expect(said?.after?.map(({ level }) => level)).toEqual([4, 4, 4]);

  // All of it is still there after the page was closed.
  await page.reload();
  await page.getByRole('button', { name: /^Continue/u }).click();
  await expect(outcome(page)).toBeVisible({ timeout: 30_000 });
  await page.getByTestId('to-debrief').click();
  await expect(page.getByTestId('feeling-word')).toHaveValue('relieved');
  await page.getByTestId('step-takeaway').click();
  await expect(page.getByTestId(`take-${ME}`)).toHaveValue('Ask what it is worth to them.');
  expect(faults).toEqual([]);
});

test('no chart cuts the name of a delegation @phone-only', async ({ page }) => {
  await openPage(page, 'none');
  await openFile(page, 'names.json', longNames());
  await page.getByTestId('to-debrief').click();
  await page.getByTestId('step-causes').click();
  await page.getByTestId('turn-over').click({ timeout: 60_000 });
  for (const picture of ['believed', 'left', 'activity', 'walk']) {
    await page.getByTestId(`picture-${picture}`).click();
    const name = page.locator('.figure-drawing .placard-name');
    await expect(name.filter({ hasText: 'European Union' }).first()).toBeVisible();
    const cut = await name.evaluateAll((all) =>
      all.flatMap((one) => (one.scrollWidth > one.clientWidth ? [one.textContent] : [])),
    );
    expect(cut, picture).toEqual([]);
  }
});

test('in five minutes: a moment, a gap, an action', async ({ page }) => {
  await openPage(page, 'none');
  await openFile(page, 'played.json', GAME);
  await page.getByTestId('to-short-debrief').click();
  const choice = page.locator('.three-choices button').first();
  await choice.click({ timeout: 60_000 });
  await expect(page.getByTestId('short-moment')).not.toHaveValue('');
  await page.getByTestId('short-gap').fill('I never asked.');
  await page.getByTestId('short-action').fill('Ask first.');
  await expectAccessible(page, 'short form');
  await page.getByTestId('next-step').click();
  const record = folded(await contentOf(await kept(page, 'keep-game')));
  expect(record.reflections?.[0]?.short).toMatchObject({ gap: 'I never asked.', action: 'Ask first.' });
});

test('several who share a screen: each says their own, and all hear how it felt @phone', async ({ page }) => {
  const { record } = parsed(GAME);
  const [first, second] = seatsOf(record.scenario.text);
  if (first === undefined || second === undefined) throw new Error('two delegations');
  const people = [
    { seat: first, name: 'Ana' },
    { seat: second, name: 'Ben' },
  ];
  const faults = await openPage(page, 'none');
  await openFile(page, 'shared.json', writeGameFile({ ...record, people, reflections: [] }));
  await expect(outcome(page)).toBeVisible({ timeout: 30_000 });
  await page.getByTestId('to-debrief').click();
  const speaks = page.getByRole('combobox', { name: 'Who is speaking?' });
  await page.getByRole('radio', { name: 'good', exact: true }).first().check({ force: true });
  await speaks.selectOption(second);
  await expect(page.getByRole('radio', { name: 'good', exact: true }).first()).not.toBeChecked();
  await page.getByRole('radio', { name: 'bad', exact: true }).first().check({ force: true });
  await expect(page.locator('.felt li')).toHaveCount(2);
  await expectAccessible(page, 'feelings of two');
  // Both have their moments before the cards are turned over, and nobody else.
  await page.getByTestId('step-facts').click();
  await expect(page.getByTestId('moments').getByRole('combobox').locator('option')).toHaveCount(2, {
    timeout: 60_000,
  });
  await page.getByTestId('step-takeaway').click();
  await page.getByTestId(`take-${first}`).fill('Speak last.');
  await page.getByTestId(`take-${second}`).fill('Write it down.');
  await expectAccessible(page, 'take-away of two');
  await page.getByTestId('step-keep').click();
  await expect(page.getByTestId(`keep-${first}`)).toBeVisible();
  await expect(page.getByTestId(`keep-${second}`)).toBeVisible();
  const said = folded(await contentOf(await kept(page, 'keep-game'))).reflections;
  expect(said).toMatchObject([
    { seat: first, feeling: { outcome: 5 }, takeAway: 'Speak last.' },
    { seat: second, feeling: { outcome: 1 }, takeAway: 'Write it down.' },
  ]);
  expect(faults).toEqual([]);
});

test('a game that is stopped in the middle has no outcome, but a debrief', async ({ page }) => {
  const faults = await openPage(page, 'none');
  await startGame(page, { scenario: 'first-steps', seat: ME, seed: 'stopped' });
  await page.getByRole('button', { name: 'Game menu' }).click();
  await page.getByRole('button', { name: 'Stop here and talk about it' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Do it' }).click();
  await expect(outcome(page)).toHaveAttribute('data-end', 'stopped');
  await expect(page.getByTestId('on-the-table')).toBeVisible();
  await expectAccessible(page, 'stopped');
  await page.getByTestId('to-debrief').click();
  await page.getByTestId('step-facts').click();
  await expect(page.getByTestId('standing')).toBeVisible({ timeout: 60_000 });
  await page.getByTestId('turn-over').click();
  await expect(page.getByTestId('standing')).toContainText('could have lived with the text');
  await expectAccessible(page, 'what was on the table');
  await page.getByTestId('step-keep').click();
  expect(await contentOf(await kept(page, 'keep-teacher'))).toContain('Play ended before a decision');
  const record = folded(await contentOf(await kept(page, 'keep-game')));
  expect(record.moves.at(-1)?.move).toMatchObject({ seat: 'facilitator' });
  expect(faults).toEqual([]);
});

test('three questions before the game: nobody has to, and what is answered is kept with it', async ({
  page,
}) => {
  await openPage(page, 'none');
  await startGame(page, { scenario: 'first-steps', seat: ME, seed: 'before' });
  const questions = page.getByTestId('before-questions');
  // Folded: whoever does not want them plays on.
  await expect(questions.getByRole('radio').first()).toBeHidden();
  await questions.locator('summary').click();
  await questions.getByRole('radio', { name: 'hardly' }).first().check({ force: true });
  await expectAccessible(page, 'three questions');
  const record = folded(await savedFile(page));
  expect(record.reflections).toMatchObject([{ seat: ME, before: [{ level: 2 }] }]);
  expect(record.moves.length).toBeGreaterThan(0);
});
