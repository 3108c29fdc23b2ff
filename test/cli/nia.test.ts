import { describe, expect, it } from 'vitest';
import { nia } from '../../src/cli/nia.ts';
import { Progress } from '../../src/cli/print.ts';
import { captured, fileOf, newFile, TINY, type Said } from './captured.ts';

const run = (...args: string[]): Promise<Said> => captured((io) => nia(args, io));

const COMMANDS = ['check', 'sim', 'replay', 'analyse', 'report'];

describe('nia', () => {
  it('lists its commands, on standard output to whoever asks for help', async () => {
    const help = await run('--help');
    expect([help.code, help.err]).toEqual([0, '']);
    for (const name of COMMANDS) expect(help.out).toMatch(new RegExp(`^ {2}${name} +\\S`, 'mu'));
    expect(await run('-h')).toEqual(help);
    expect(await run()).toEqual({ code: 2, out: '', err: help.out });
  });

  it.each(COMMANDS)('%s --help says how it is used', async (name) => {
    const { code, out, err } = await run(name, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`nia ${name} `);
    expect(out).toContain('--json');
    expect(out).toMatch(/Exit code/iu);
  });

  it.each(['chekc', '__proto__', 'constructor', 'toString', ''])('knows no command "%s"', async (name) => {
    const { code, out, err } = await run(name);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`There is no command "${name}".`);
  });

  it.each(COMMANDS)('%s ends with 2 when it is used wrongly, and says how it is used', async (name) => {
    for (const args of [[name], [name, TINY, '--no-such-option']]) {
      const { code, out, err } = await run(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`nia ${name} `);
    }
  });

  it.each(COMMANDS)('%s ends with 1 at a broken file or none', async (name) => {
    for (const file of [fileOf('broken.yaml', 'format: ['), newFile('none'), 'src']) {
      const { code, out, err } = await run(name, file);
      expect(code).toBe(1);
      expect(`${out}${err}`).toContain(file);
    }
  });

  it('leaves standard output to the document', async () => {
    const { out } = await captured((io) => nia(['sim', TINY, '--games', '2', '--json'], io), true);
    expect(() => JSON.parse(out)).not.toThrow();
  });
});

describe('progress', () => {
  const drawn = (times: readonly number[], terminal: boolean): string => {
    let err = '';
    const clock = [0, ...times];
    const progress = new Progress(
      { out: () => undefined, err: (text) => (err += text), terminal },
      'games',
      () => clock.shift() ?? 0,
    );
    times.forEach((_, place) => progress.at(place + 1, times.length));
    progress.done();
    return err;
  };

  it('is drawn after two seconds, and wiped at the end', () => {
    expect(drawn([500, 1_999], true)).toBe('');
    expect(drawn([1_000, 3_000, 4_000, 5_000], true).split('\r\u001B[K')).toEqual([
      '',
      `[${'#'.repeat(12)}${'.'.repeat(12)}] 2 of 4 games, 3 s left`,
      `[${'#'.repeat(18)}${'.'.repeat(6)}] 3 of 4 games, 1 s left`,
      `[${'#'.repeat(24)}] 4 of 4 games, 0 s left`,
      '',
    ]);
  });

  it('is not drawn more than ten times a second, nor where there is no terminal', () => {
    expect(drawn([3_000, 3_050, 3_099], true).match(/of 3/gu)).toHaveLength(1);
    expect(drawn([3_000, 9_000], false)).toBe('');
  });
});
