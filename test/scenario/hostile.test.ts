import { describe, expect, it } from 'vitest';
import { readScenario, type FaultCode } from '../../src/scenario/index.ts';
import { TINY_TEXT } from '../fixtures/index.ts';

/** The tiny scenario with one part written otherwise; it must be there. */
const tinyWith = (part: string, other: string): string => {
  if (!TINY_TEXT.includes(part)) throw new Error(`no "${part}" in the fixture`);
  return TINY_TEXT.replace(part, () => other);
};

const DEEP = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const NAMES = 'abcdefgh'.split('');
/** Nine times nine times nine … */
const LAUGHS = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...NAMES.slice(1).map(
    (name, place) => `${name}: &${name} [${Array(9).fill(`*${NAMES[place]}`).join(', ')}]`,
  ),
].join('\n');

describe('a hostile file is refused, quickly', () => {
  it.each<[string, FaultCode, string]>([
    ['of 50 million letters', 'too-large', 'a'.repeat(50_000_000)],
    ['of 50 million line ends', 'too-large', '\n'.repeat(50_000_000)],
    ['of a million letters of three bytes', 'too-large', '条'.repeat(1_000_000)],
    ['with a zero', 'binary', 'format: 1\n\0'],
    ['a picture', 'binary', '\uFFFDPNG\r\n\u001A\n'],
    ['brackets in brackets', 'too-deep', DEEP],
    ['brackets in brackets, as a value', 'too-deep', `format: ${DEEP}`],
    ['dashes after dashes', 'too-deep', `${'- '.repeat(900_000)}x`],
    ['aliases of aliases', 'alias-explosion', LAUGHS],
  ])('%s: %s', (_, code, text) => {
    const start = performance.now();
    const { faults = [] } = readScenario(text);
    expect(performance.now() - start, 'it hangs').toBeLessThan(60_000);
    expect(faults.map((fault) => fault.code)).toContain(code);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('one that names %s', (name) => {
    for (const text of [
      `${TINY_TEXT}\n${name}: { polluted: true }\n`,
      tinyWith('MARA: 3', `${name}: 3`),
      tinyWith('article: SHIELD', `article: ${name}`),
      tinyWith('from: [Lower river]', `from: [${name}]`),
      tinyWith('opening: publish', `opening: ${name}`),
      tinyWith('language: en', `language: ${name}`),
      tinyWith('id: MARA', `id: ${name}`),
    ]) {
      expect(readScenario(text).faults?.length).toBeGreaterThan(0);
      expect('polluted' in {}).toBe(false);
    }
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n\n'],
    ['a comment', '# format: 1\n'],
    ['a word', 'format'],
    ['a list', '- format: 1\n'],
    ['nothing', 'null\n'],
  ])('one that is %s', (_, text) => {
    const { faults = [] } = readScenario(text);
    expect(faults.map(({ code, line }) => [code, line])).toEqual([['not-yaml', 1]]);
  });
});

describe('a file as other programs save it', () => {
  const { scenario } = readScenario(TINY_TEXT);

  it.each([
    ['with a byte order mark', `\uFEFF${TINY_TEXT}`],
    ['with the line ends of Windows', TINY_TEXT.replaceAll('\n', '\r\n')],
    ['with both', `\uFEFF${TINY_TEXT.replaceAll('\n', '\r\n')}`],
    ['without a last line end', TINY_TEXT.trimEnd()],
    ['as a document that begins and ends', `---\n${TINY_TEXT}...\n`],
    ['with a version', `%YAML 1.2\n---\n${TINY_TEXT}`],
  ])('reads the same %s', (_, text) => {
    expect(readScenario(text).scenario).toEqual(scenario);
  });

  it('has its faults at the same places with the line ends of Windows and a byte order mark', () => {
    const broken = tinyWith('style: trader', 'style: treder');
    const before = broken.slice(0, broken.indexOf('treder'));
    const [fault] = readScenario(`\uFEFF${broken.replaceAll('\n', '\r\n')}`).faults ?? [];
    expect(fault).toMatchObject({
      line: before.split('\n').length,
      column: before.length - before.lastIndexOf('\n'),
    });
  });
});

it('all faults come in one run, in the order of the file: of form, of shape, of reference and of sense', () => {
  const text = TINY_TEXT.replace('minutes: 15', 'minutes: 15\nminutes: 15')
    .replace('quorum: 60', 'quorum: sixty')
    .replace('opening: publish', 'opening: publsih')
    .replace('style: trader', 'style: treder')
    .replace('accident: 30', 'accident: 29');
  expect(readScenario(text).faults?.map(({ code }) => code)).toEqual([
    'duplicate-key',
    'wrong-type',
    'unknown-id',
    'wrong-value',
    'bad-sum',
  ]);
});

it('the first of very many faults are listed, and how many there are', () => {
  const text = `${TINY_TEXT}${Array.from({ length: 3_000 }, (_, place) => `x${place}: 1`).join('\n')}\n`;
  const { faults = [] } = readScenario(text);
  expect(faults.length).toBeLessThan(600);
  expect(faults.at(-1)).toMatchObject({ code: 'too-many' });
});

it('one slip of form does not bury its author: the first of what the parser stumbles over, and how many more', () => {
  const text = TINY_TEXT.replace('delegations:\n', 'delegations: [\n');
  const { faults = [] } = readScenario(text);
  expect(faults.length).toBeLessThanOrEqual(21);
  expect(faults[0]?.code).toBe('not-yaml');
});
