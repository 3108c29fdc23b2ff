import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nia } from '../../src/cli/nia.ts';
import { mayTeach } from '../../src/cli/roll-calls.ts';
import { readResolution } from '../../src/scenario/index.ts';
import { readRight } from '../fixtures/index.ts';
import { captured, fileOf, newFile, type Said } from './captured.ts';

const FILE = 'scenarios/general-assembly.yaml';
const RES = 'scenarios/resolutions/a-res-73-266.yaml';
const run = (...args: string[]): Promise<Said> => captured((io) => nia(['vote', ...args], io));

describe('nia vote', () => {
  it('gives one JSON document: everybody votes yes, no or abstains, and the counts are those of the votes', async () => {
    const { code, out, err } = await run(FILE, '--resolution', RES, '--json');
    expect([code, err]).toEqual([0, '']);
    const found: unknown = JSON.parse(out);
    expect(found).toMatchObject({ resolution: 'a-res-73-266', recorded: { voted: 166 } });
    const { votes, learntFrom, ...counts } = found as {
      readonly votes: Readonly<Record<string, string>>;
      readonly learntFrom: readonly string[];
      readonly [ballot: string]: unknown;
    };
    expect(Object.keys(votes)).toHaveLength(193);
    for (const ballot of ['yes', 'no', 'abstain'])
      expect(counts[ballot]).toBe(Object.values(votes).filter((vote) => vote === ballot).length);
    expect(votes).toMatchObject({ USA: 'yes', RUS: 'no', KEN: 'yes' });
    expect(learntFrom).toHaveLength(5);
    expect(learntFrom).not.toContain('a-res-73-266');
  });

  it('says in words who changes sides with another provision', async () => {
    const { code, out } = await run(
      FILE,
      '--resolution',
      'scenarios/resolutions/a-res-73-27.yaml',
      '--swap',
      'NORMS=reports',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/from no to abstain: .*France/u);
  });

  it('counts names under the draft as it was, whenever that was, and none under another', async () => {
    const text = readFileSync('scenarios/resolutions/a-res-74-247.yaml', 'utf8');
    const namesOf = async (draft: string, ...more: string[]): Promise<readonly number[]> => {
      const file = fileOf('draft.yaml', draft);
      const { out } = await run(
        FILE,
        '--resolution',
        file,
        '--record',
        'scenarios/resolutions',
        '--json',
        ...more,
      );
      const { why } = JSON.parse(out) as {
        readonly why: Readonly<Record<string, { readonly names: number }>>;
      };
      return ['NRU', 'MEX'].map((id) => why[id]?.names ?? Number.NaN);
    };
    const [signed = 0, not = 0] = await namesOf(text);
    expect([signed > 0.3, not < 0]).toEqual([true, true]);
    const later = text.replace('id: a-res-74-247', 'id: later').replace('date: 2019', 'date: 2020');
    const unsigned = later.replace(/cosponsors:\n\s+\[[^\]]*\]\n/u, '');
    expect(unsigned.length).toBeLessThan(later.length);
    const [elsewhere = 0] = await namesOf(later, '--swap', 'CRIME=report');
    const [never = 0] = await namesOf(unsigned, '--swap', 'CRIME=report');
    expect(elsewhere).toBeGreaterThan(never + 0.01);
    expect(elsewhere).toBeLessThan(signed);
  });

  it('never learns from a vote after 2019', () => {
    const assembly = readRight(readFileSync(FILE, 'utf8'));
    const text = readFileSync(RES, 'utf8');
    const { resolution } = readResolution(text, assembly);
    const { resolution: later } = readResolution(
      text.replace('date: 2018-12-22', 'date: 2020-01-01'),
      assembly,
    );
    expect([resolution, later].map((item) => item !== undefined && mayTeach(item))).toEqual([true, false]);
  });

  it('goes without a record where there is none, and says so', async () => {
    const { code, err } = await run(
      fileOf('assembly.yaml', readFileSync(FILE)),
      '--resolution',
      RES,
      '--json',
    );
    expect(code).toBe(0);
    expect(err).toContain('only what is coded counts');
  });

  it('ends with 1 at a broken file, told at its place, and with 2 at wrong use', async () => {
    const broken = fileOf(
      'broken.yaml',
      readFileSync(RES, 'utf8').replace('TRACK: experts', 'TRACK: expert'),
    );
    const faulty = await run(FILE, '--resolution', broken);
    expect(faulty).toMatchObject({ code: 1, out: '' });
    expect(faulty.err).toMatch(/broken\.yaml:\d+:\d+: There is no option of TRACK "expert".*experts/u);
    expect(await run(newFile('none.yaml'), '--resolution', RES)).toMatchObject({ code: 1, out: '' });
    for (const args of [
      [FILE],
      ['--resolution', RES],
      [FILE, '--resolution', RES, '--swap', 'TRCK=open'],
      [FILE, '--resolution', RES, '--swap', 'TRACK=opn'],
      [FILE, '--resolution', RES, '--record', newFile('nowhere')],
    ])
      expect(await run(...args)).toMatchObject({ code: 2, out: '' });
  });
});
