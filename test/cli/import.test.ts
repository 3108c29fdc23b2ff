import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { command as check } from '../../src/cli/check.ts';
import { UsageError } from '../../src/cli/command.ts';
import { command } from '../../src/cli/import.ts';
import { captured, fileOf, newFile, type Said } from './captured.ts';

const PICNIC = ['domain', 'ada', 'ben'].map((name) => `test/fixtures/genius/picnic/${name}.xml`);
const run = (...args: string[]): Promise<Said> => captured((io) => command.run(args, io));

describe('nia import genius', () => {
  it('writes a scenario that nia check accepts, and says what it is', async () => {
    const out = newFile('picnic.yaml');
    const said = await run('genius', ...PICNIC, '--out', out, '--json');
    expect(said.code).toBe(0);
    expect(JSON.parse(said.out)).toEqual({ out, issues: 2, texts: 6, profiles: 2 });
    expect(said.err).toContain('ada: the discount factor 0.8 is left out');
    expect(readFileSync(out, 'utf8')).toContain('# ada: the discount factor 0.8 is left out');
    expect(await captured((io) => check.run([out], io))).toMatchObject({ code: 0 });
  });

  it('says file and line of what is wrong, and writes nothing', async () => {
    const file = fileOf('broken.xml', '<utility_space>\n<objective></utility_space>');
    const out = newFile('nothing.yaml');
    const said = await run('genius', PICNIC[0] ?? '', PICNIC[1] ?? '', file, '--out', out);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toContain(`${file}:2:`);
    expect(() => readFileSync(out)).toThrow(/ENOENT/u);
    const big = fileOf('big.xml', Buffer.alloc(50_000_000, 60));
    expect((await run('genius', big, big, big, '--out', out)).err).toContain(
      'The file has more than 4,000,000 bytes',
    );
  });

  it('refuses wrong use', async () => {
    await expect(run('genius', ...PICNIC)).rejects.toThrow(UsageError);
    await expect(run('genius', ...PICNIC.slice(0, 2), '--out', 'x')).rejects.toThrow(/two utility profiles/u);
    await expect(run('other')).rejects.toThrow(/only format/u);
  });
});
