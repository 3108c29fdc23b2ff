import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { command } from '../../src/cli/upgrade.ts';
import { TINY_TEXT } from '../fixtures/index.ts';
import { captured, fileOf } from './captured.ts';

const old = readFileSync('test/fixtures/golden/format-1.yaml', 'utf8');
const upgrade = (...args: string[]) => captured((io) => command.run(args, io));

describe('nia upgrade', () => {
  it('writes old files anew, leaves new ones, and says which', async () => {
    const [one, two] = [fileOf('old.yaml', old), fileOf('new.yaml', TINY_TEXT)];
    const { code, out } = await upgrade(one, two, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      files: [
        { file: one, ok: true, changed: true },
        { file: two, ok: true, changed: false },
      ],
    });
    expect(readFileSync(one, 'utf8')).toContain('format: 2\n');
    expect(readFileSync(two, 'utf8')).toBe(TINY_TEXT);
    expect((await upgrade(one)).out).toBe(`${one}: as it was\n`);
  });

  it('leaves a file with faults as it is, and says them', async () => {
    const broken = old.replace('style: trader', 'style: treder');
    const file = fileOf('broken.yaml', broken);
    const { code, err } = await upgrade(file);
    expect(code).toBe(1);
    expect(err).toContain('"treder" is not one of the values');
    expect(readFileSync(file, 'utf8')).toBe(broken);
  });

  it('leaves a file alone that would mean something else afterwards', async () => {
    const shared = old
      .replace('textsPerDecision: 2', 'textsPerDecision: &two 2')
      .replace('from: 0\n    to: 1', 'from: 0\n    to: &end 1')
      .replace('statements: 3', 'statements: 3 # then')
      .replace('chance: 40, each: 10', 'chance: 40, each: *end');
    const file = fileOf('shared.yaml', shared);
    const { code, err } = await upgrade(file);
    expect([code, err]).toEqual([
      1,
      `${file}: it is written in a way that has to be changed by hand; it was left as it is\n`,
    ]);
    expect(readFileSync(file, 'utf8')).toBe(shared);
  });

  it.each([[[]], [['--json']], [['a.yaml', '--jason']]])('is used wrongly as %j', async (args) => {
    await expect(upgrade(...args)).rejects.toThrow(UsageError);
  });
});
