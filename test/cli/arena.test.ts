import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/arena.ts';
import { UsageError } from '../../src/cli/command.ts';
import { captured, fileOf, TINY, type Said } from './captured.ts';

const GENIUS = 'test/fixtures/genius';
const run = (...args: string[]): Promise<Said> => captured((io) => command.run(args, io));

describe('nia arena', () => {
  it('plays all pairs on every domain of a folder, with the fields scripts rely on', async () => {
    const said = await run(GENIUS, '--agents', 'ours,boulware', '--rounds', '50', '--json');
    expect(said).toMatchObject({ code: 0, err: '' });
    const { results, summary, ...more } = JSON.parse(said.out);
    expect(more).toEqual({});
    expect(results.map((one: { domain: string }) => one.domain)).toEqual([
      ...Array.from({ length: 4 }, () => 'lease'),
      ...Array.from({ length: 4 }, () => 'picnic'),
    ]);
    for (const one of results)
      expect(Object.keys(one)).toEqual([
        'domain',
        'agents',
        'judged',
        'agreement',
        'rounds',
        'utilities',
        'advantages',
      ]);
    expect(Object.keys(summary)).toEqual(['ours', 'boulware']);
    for (const one of Object.values(summary))
      expect(Object.keys(Object(one))).toEqual([
        'agreementRate',
        'meanAdvantage',
        'meanNashShare',
        'meanParetoDistance',
        'millisecondsPerNegotiation',
      ]);
  });

  it('has the exact utilities of the domain', async () => {
    const files = ['domain', 'ada', 'ben'].map((name) => `${GENIUS}/picnic/${name}.xml`);
    const { out } = await run(...files, '--agents', 'conceder', '--json');
    const [one] = JSON.parse(out).results;
    // Ada .75 x (4, 2, 1)/4 + .25 x (1, 2)/2; Ben .4 x (0, 1, 4)/4 + .6 x (10, 5)/10.
    const ada = [
      [0.875, 1],
      [0.5, 0.625],
      [0.3125, 0.4375],
    ];
    const ben = [
      [0.6, 0.3],
      [0.7, 0.4],
      [1, 0.7],
    ];
    const [place, food] = one.agreement;
    expect(one.utilities).toEqual([ada[place]?.[food], ben[place]?.[food]]);
    // Ada's reservation value is .25 and her best 1; Ben's are 0 and 1. Every outcome is feasible.
    expect(one.advantages[0]).toBeCloseTo(((ada[place]?.[food] ?? 0) - 0.25) / 0.75, 12);
    expect(one.advantages[1]).toBeCloseTo(ben[place]?.[food] ?? 0, 12);
  });

  it('plays scenarios with the mandates of the seed, three parties and all', async () => {
    const words = [TINY, '--agents', 'ours,linear', '--json'];
    const [one, same, other] = await Promise.all(
      ['7', '7', '8'].map(async (seed) => JSON.parse((await run(...words, '--seed', seed)).out).results),
    );
    expect(one).toHaveLength(24);
    expect(one[0].agents).toHaveLength(3);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('says what is wrong and plays nothing', async () => {
    const broken = fileOf('arena.xml', '<utility_space>\n<oops></utility_space>');
    const said = await run(`${GENIUS}/picnic/domain.xml`, broken, broken);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toContain(`${broken}:2:`);
    expect((await run('nowhere.xml')).err).toBe('nowhere.xml: there is no such file\n');
    await expect(run(GENIUS, '--agents', 'nobody')).rejects.toThrow(UsageError);
    await expect(run(GENIUS, '--rounds', '0')).rejects.toThrow(UsageError);
    await expect(run()).rejects.toThrow(UsageError);
  });
});
