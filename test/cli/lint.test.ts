import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/check.ts';
import { drawsOf, gamesOf } from '../../src/trial/index.ts';
import { readScenario, type FaultCode } from '../../src/scenario/index.ts';
import { tiny, TINY_TEXT } from '../fixtures/index.ts';
import { captured, fileOf } from './captured.ts';

interface Warning {
  readonly line: number;
  readonly col: number;
  readonly code: FaultCode;
  readonly message: string;
}

/** The warnings of the tiny scenario with something changed; each change must find its place. */
const warnings = async (
  changes: readonly (readonly [from: string | RegExp, to: string])[],
  ...options: readonly string[]
): Promise<{ readonly text: string; readonly found: readonly Warning[] }> => {
  let text = TINY_TEXT;
  for (const [from, to] of changes) {
    const next = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gu'), to);
    expect(next, String(from)).not.toBe(text);
    text = next;
  }
  const file = fileOf('lint.yaml', text);
  const { code, out } = await captured((io) => command.run([file, '--json', ...options], io));
  const [checked] = JSON.parse(out).files;
  expect(checked.errors).toEqual([]);
  // Advice never fails a file.
  expect(code).toBe(0);
  return { text, found: checked.warnings };
};

/** The text from where a warning points. */
const at = (text: string, { line, col }: Warning): string =>
  (text.split('\n')[line - 1] ?? '').slice(col - 1);

const CONSENSUS = [/methods: .*/, 'methods: [consensus]'] as const;

describe('the lint for play', () => {
  it('finds nothing in the tiny scenario but that nobody can fail in it', async () => {
    expect((await warnings([['minutes: 15', 'minutes: 16']], '--quick')).found).toEqual([]);
  });

  it('names who stands in the way where nothing can be agreed', async () => {
    const { text, found } = await warnings(
      [CONSENSUS, ['[35, 45]', '[94, 95]'], ['[30, 40]', '[94, 95]']],
      '--quick',
    );
    const [warning] = found.filter(({ code }) => code === 'no-agreement');
    if (warning === undefined) throw new Error('not found');
    expect(warning.message).toMatch(/^In \d+ of 40 draws no text is acceptable to all/u);
    expect(warning.message).toContain('; write ');
    expect(at(text, warning)).toMatch(/^(\[|- id)/u);
  });

  it('does not ask for a text acceptable to all where a vote can decide', async () => {
    const { found } = await warnings(
      [
        ['[35, 45]', '[94, 95]'],
        ['[30, 40]', '[94, 95]'],
      ],
      '--quick',
    );
    expect(found.map(({ code }) => code)).not.toContain('no-agreement');
  });

  it("finds one text that is everybody's first choice, and that a package brings nothing", async () => {
    const { text, found } = await warnings(
      [
        ['{ MARA: [10, 16], TOLV: [-8, -4] }', '{ MARA: 1, TOLV: -1 }'],
        ['[0, [30, 50], [90, 100]], opening: named', '[0, 100, 50], opening: named'],
        [
          /SHIELD: \{ weight: \[\d+, \d+\], values: [^\n]*\}, opening/,
          'SHIELD: { weight: 20, values: [0, 100, 50], opening',
        ],
        [/values: \{ none: \[20, 40\], general: \[70, 100\], named: \[20, 45\] \}/, 'values: [0, 100, 50]'],
        [/values: \{ none: 0, consult: \[40, 60\], publish: \[85, 100\] \}/, 'values: [0, 100, 50]'],
        [/values: \[\[20, 40\], \[60, 100\], \[30, 60\]\]/, 'values: [0, 100, 50]'],
        [/values: \{ none: \[30, 60\], consult: \[80, 100\], publish: \[0, 15\] \}/, 'values: [0, 100, 50]'],
        [/values: \{ none: \[60, 80\], offers: \[70, 100\], fund: \[0, 20\] \}/, 'values: [0, 100, 50]'],
        [/values: \[0, \[30, 50\], \[90, 100\]\], opening: fund/, 'values: [0, 100, 50], opening: fund'],
        [/values: \{ none: \[60, 90\], offers: \[60, 100\], fund: \[10, 30\] \}/, 'values: [0, 100, 50]'],
      ],
      '--quick',
    );
    const codes = found.map(({ code }) => code);
    expect(codes).toContain('one-first-choice');
    expect(codes).toContain('weak-linkages');
    const weak = found.find(({ code }) => code === 'weak-linkages');
    expect(text.split('\n')[(weak?.line ?? 2) - 2]).toBe('linkages:');
  });

  it('finds a seat that cannot win', async () => {
    const { text, found } = await warnings(
      [
        ['[38, 48]', '[80, 83]'],
        ['options: [publish], chance: 40', 'options: [publish], chance: 100'],
      ],
      '--quick',
    );
    const [warning] = found.filter(({ code }) => code === 'cannot-win');
    if (warning === undefined) throw new Error('not found');
    expect(warning.message).toMatch(/^KEST cannot win/u);
    expect(at(text, warning)).toMatch(/^\[80, 83\]/u);
  });

  it('finds a seat that cannot lose', async () => {
    const { text, found } = await warnings([['[30, 40]', '0']], '--quick');
    const [warning] = found.filter(({ code }) => code === 'cannot-lose');
    if (warning === undefined) throw new Error('not found');
    expect(warning.message).toMatch(/^MARA cannot lose/u);
    expect(text.split('\n')[warning.line - 1]).toContain('reservation: 0');
  });

  it('finds red lines that leave an article dead only together', async () => {
    const { text, found } = await warnings(
      [
        ['{ article: FUND, options: [fund], chance: 25 }', '{ article: FUND, options: [fund], chance: 90 }'],
        [
          '{ article: PROOF, options: [publish], chance: 40 }',
          '{ article: FUND, options: [offers], chance: 100 }',
        ],
      ],
      '--quick',
    );
    const [warning] = found.filter(({ code }) => code === 'dead-article');
    if (warning === undefined) throw new Error('not found');
    expect(warning.message).toContain('KEST, TOLV');
    expect(text.split('\n')[warning.line - 1]).toContain('chance: 100');
  });

  it('finds cards for which the calendar has no room', async () => {
    const none = await warnings([[/incidents: \[(?:80|40, 10)\]/, 'incidents: []']], '--quick');
    expect(none.found).toContainEqual(expect.objectContaining({ code: 'dead-card' }));
    const zero = await warnings([[/contexts: 1/, 'contexts: 0']], '--quick');
    const [warning] = zero.found.filter(({ code }) => code === 'dead-card');
    if (warning === undefined) throw new Error('not found');
    expect(zero.text.split('\n')[warning.line - 1]).toContain('from: 1');
  });

  it('finds a learning goal that no decision exercises', async () => {
    const { text, found } = await warnings([[/decisions: .*/, "decisions: ' '"]], '--quick');
    const [warning] = found.filter(({ code }) => code === 'goal-without-decision');
    if (warning === undefined) throw new Error('not found');
    expect(at(text, warning)).toBe("' '");
  });

  it('finds more reading than play, and a role sheet that nobody reads', async () => {
    const hasty = await warnings([['minutes: 15', 'minutes: 1']], '--quick');
    expect(hasty.found.map(({ code }) => code)).toEqual(['long-reading']);
    const wordy = await warnings(
      [['You hold the upper dams.', 'You hold the upper dams. '.repeat(60)]],
      '--quick',
    );
    const [warning] = wordy.found;
    if (warning === undefined) throw new Error('not found');
    expect(warning.message).toMatch(/^The role sheet of KEST takes \d\.\d minutes/u);
  });

  it('plays some games and says where hardly anything is adopted, but not when it is in a hurry', async () => {
    const doomed = [
      CONSENSUS,
      ['[35, 45]', '[94, 95]'],
      ['[30, 40]', '[94, 95]'],
      ['[38, 48]', '[94, 95]'],
    ] as const;
    const { text, found } = await warnings(doomed);
    const [warning] = found.filter(({ code }) => code === 'hardly-adopted');
    if (warning === undefined) throw new Error('not found');
    expect(warning.message).toMatch(/^A text is adopted in \d of 24 games played by machines/u);
    expect(text.split('\n')[warning.line - 2]).toBe('delegations:');
    const hurried = await warnings(doomed, '--quick');
    expect(hurried.found.map(({ code }) => code)).not.toContain('hardly-adopted');
  });

  it('says the same every time', async () => {
    const change = [['minutes: 15', 'minutes: 2']] as const;
    expect((await warnings(change)).found).toEqual((await warnings(change)).found);
  });

  it('looks at fewer draws and plays fewer games where there is more, and at none where that would not end', () => {
    expect([drawsOf(tiny), gamesOf(tiny)]).toEqual([40, 24]);
    const [article] = tiny.articles;
    const [delegation] = tiny.delegations;
    if (article === undefined || delegation === undefined) throw new Error('the tiny scenario is empty');
    const large = { ...tiny, articles: Array.from({ length: 30 }, () => article) };
    const crowded = { ...tiny, delegations: Array.from({ length: 193 }, () => delegation) };
    expect(drawsOf(large)).toBe(0);
    expect(gamesOf(crowded)).toBe(4);
  });
});

describe('the shelf', () => {
  const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));

  it.each(files)('%s: clean, with a page for teachers', async (name) => {
    const { out, code } = await captured((io) => command.run([`scenarios/${name}`, '--quick'], io));
    expect([code, out]).toEqual([0, '']);
    const text = readFileSync(`scenarios/${name}`, 'utf8');
    // Editors complete by it.
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=schema.json');
    const { scenario } = readScenario(text);
    expect(`${scenario?.id}.yaml`).toBe(name);
    const page = readFileSync(`docs/scenarios/${name.replace('.yaml', '.md')}`, 'utf8');
    for (const part of ['## Learning goals', '## How to run it', '## Debrief', '## Sources', 'invented'])
      expect(page.includes(part), part).toBe(true);
  });
});
