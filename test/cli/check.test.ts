import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/check.ts';
import { UsageError } from '../../src/cli/command.ts';
import { TINY_TEXT } from '../fixtures/index.ts';
import { captured, fileOf, newFile, TINY, type Said } from './captured.ts';

const check = (...args: string[]): Promise<Said> => captured((io) => command.run(args, io));

/** Two faults of one line, one far below it. */
const broken = TINY_TEXT.replace('threshold: two-thirds', 'threshold: two-third')
  .replace('quorum: 60', 'quorum: 160')
  .replace('style: trader', 'style: treder');
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('nia check', () => {
  it('is content with the scenarios that come with the game', async () => {
    expect(await check('scenarios/oewg-2022.yaml', TINY, '--quick')).toMatchObject({ code: 0, out: '' });
  });

  it('says every fault at its place, with what to write instead', async () => {
    const file = fileOf('broken.yaml', broken);
    const { code, out, err } = await check(file);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `${file}:${lineOf(broken, 'two-third\n')}:14: "two-third" is not one of the values this field can have; write two-thirds`,
      `${file}:${lineOf(broken, '160')}:11: 160 is out of range here; write at most 100`,
      `${file}:${lineOf(broken, 'treder')}:12: "treder" is not one of the values this field can have; write trader`,
      '',
    ]);
    expect(err).toBe(`${file}: 3 errors\n`);
  });

  it('gives one document with the fields scripts rely on, and no others', async () => {
    const file = fileOf('broken.yaml', broken);
    const { code, out } = await check(TINY, file, '--json', '--quick');
    expect(code).toBe(1);
    const document = JSON.parse(out);
    expect(Object.keys(document)).toEqual(['files']);
    const load = { sheet: expect.any(Number), all: expect.any(Number) };
    const reading = { KEST: load, MARA: load, TOLV: load };
    expect(document.files[0]).toEqual({ file: TINY, ok: true, errors: [], warnings: [], reading });
    expect(document.files[1]).toMatchObject({ file, ok: false, warnings: [], reading: {} });
    expect(document.files[1].errors).toEqual([
      {
        line: lineOf(broken, 'two-third\n'),
        col: 14,
        code: 'wrong-value',
        message: '"two-third" is not one of the values this field can have; write two-thirds',
      },
      expect.objectContaining({ line: lineOf(broken, '160'), code: 'out-of-range' }),
      expect.objectContaining({ line: lineOf(broken, 'treder'), code: 'wrong-value' }),
    ]);
  });

  it('warns of poor play and lets it pass', async () => {
    const dull = TINY_TEXT.replaceAll(/opening: (?:none|offers|fund)/g, 'opening: none');
    const file = fileOf('dull.yaml', dull);
    const { code, out } = await check(file, '--json');
    expect(code).toBe(0);
    const [found] = JSON.parse(out).files;
    expect(found).toMatchObject({ ok: true, errors: [] });
    expect(found.warnings).toContainEqual(
      expect.objectContaining({ line: lineOf(dull, 'id: FUND'), code: 'always-agreed' }),
    );
    expect((await check(file)).out).toContain(': warning: ');
  });

  it('takes a file that cannot be read for a fault of that file, and reads the others', async () => {
    const utf16 = fileOf('utf16.yaml', Buffer.from(`\uFEFF${TINY_TEXT}`, 'utf16le'));
    const latin1 = fileOf('latin1.yaml', Buffer.from('format: 1\ntitle: Genève\n', 'latin1'));
    const missing = newFile('missing.yaml');
    const { code, out } = await check('src', missing, utf16, latin1, '/dev/zero', TINY, '--json');
    expect(code).toBe(1);
    const places = JSON.parse(out).files.map(
      ({ ok, errors }: { ok: boolean; errors: { code: string; line: number; col: number }[] }) => [
        ok,
        ...errors.map((error) => `${error.line}:${error.col} ${error.code}`),
      ],
    );
    expect(places).toEqual([
      [false, '1:1 unreadable'],
      [false, '1:1 unreadable'],
      [false, '1:1 binary'],
      [false, '2:11 binary'],
      [false, '1:1 too-large'],
      [true],
    ]);
  });

  it.each([[[]], [['--json']], [[TINY, '--jason']], [[TINY, '--json=yes']]])(
    'is used wrongly as %j',
    async (args) => {
      await expect(check(...args)).rejects.toThrow(UsageError);
    },
  );
});
