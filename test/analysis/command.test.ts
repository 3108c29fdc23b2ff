import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nash, problemOf, productOf } from '../../src/analysis/index.ts';
import { command } from '../../src/cli/analyse.ts';
import { UsageError } from '../../src/cli/command.ts';
import { lay, open } from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { readFile } from 'node:fs/promises';

const FILE = 'scenarios/oewg-2022.yaml';

const run = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  let out = '';
  let err = '';
  const code = await command.run(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    terminal: false,
  });
  return { code, out, err };
};

/** The scenario, and the first seed in which something can be agreed. */
const agreeable = async () => {
  const { scenario } = readScenario(await readFile(FILE, 'utf8'));
  if (scenario === undefined) throw new Error('the scenario does not read');
  for (let seed = 1; seed <= 50; seed += 1) {
    const problem = problemOf(scenario, open(lay(scenario, String(seed))).mandates);
    const best = nash(problem);
    if (best !== undefined) return { scenario, seed: String(seed), problem, best };
  }
  throw new Error('nothing can be agreed in 50 seeds');
};

describe('nia analyse', () => {
  it('gives one document with the fields scripts rely on, the same for the same seed', async () => {
    const { scenario, seed, problem, best } = await agreeable();
    const { delegations, articles } = scenario;
    const { code, out, err } = await run(FILE, '--seed', seed, '--json');
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      parties: delegations.length,
      articles: articles.length,
      texts: articles.reduce((product, { options }) => product * options.length, 1),
      milliseconds: expect.any(Number),
      paretoSize: expect.any(Number),
    });
    expect(report.feasible).toBeGreaterThan(0);
    for (const point of ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian']) {
      expect(Object.keys(report[point].text)).toEqual(articles.map(({ id }) => id));
      expect(Object.keys(report[point].utilities)).toEqual(delegations.map(({ id }) => id));
    }
    articles.forEach(({ id, options }, k) => {
      expect(report.nash.text[id]).toBe(options[best.text[k] ?? 0]?.id);
    });
    const utilities = delegations.map(({ id }): number => report.nash.utilities[id]);
    expect(utilities).toEqual(best.utilities);
    const gains = utilities.map((u, i) => u - (problem.parties[i]?.reservation ?? 0));
    expect(report.nash.productExact).toBe(String(productOf(gains)));
    expect(report.nash.product).toBe(Number(productOf(gains)));
    const sum = delegations.reduce((total, { id }) => total + report.utilitarian.utilities[id], 0);
    expect(report.utilitarian.sum).toBe(sum);
    const again = JSON.parse((await run(FILE, '--seed', seed, '--json')).out);
    expect({ ...again, milliseconds: 0 }).toEqual({ ...report, milliseconds: 0 });
  });

  it('says so where nothing can be agreed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'analyse-'));
    const file = join(folder, 'hopeless.yaml');
    const text = await readFile(FILE, 'utf8');
    const proud = text.replaceAll(/^( +reservation: )\[\d+, \d+\]$/gm, '$1[95, 95]');
    expect(proud).not.toBe(text);
    await writeFile(file, proud);
    const { code, out } = await run(file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      feasible: 0,
      paretoSize: 0,
      nash: null,
      kalaiSmorodinsky: null,
      egalitarian: null,
      utilitarian: null,
    });
    expect((await run(file)).out).toContain('nothing can be agreed as things stand');
  });

  it('says in words what it found, the Nash text option by option', async () => {
    const { scenario, seed, best } = await agreeable();
    const { code, out } = await run(FILE, '--seed', seed);
    expect(code).toBe(0);
    const { delegations, articles } = scenario;
    expect(out).toContain(`${delegations.length} delegations, ${articles.length} articles`);
    const rows = out.split('\n');
    articles.forEach(({ short, options }, k) => {
      const row = rows.find((line) => line.startsWith(short[scenario.language] ?? ''));
      expect(row).toContain(options[best.text[k] ?? 0]?.id);
    });
  });

  it('surveys many seeds', async () => {
    const { code, out } = await run(FILE, '--seeds', '3', '--seed', 'x', '--json');
    expect(code).toBe(0);
    const found = JSON.parse(out);
    expect(found).toMatchObject({ seeds: 3, seed: 'x' });
    expect(found.feasible.min).toBeLessThanOrEqual(found.feasible.max);
    expect(found.withFeasible * 3 + found.without.length).toBe(3);
    const one = JSON.parse((await run(FILE, '--seed', 'x/2', '--json')).out);
    expect(one.feasible).toBeGreaterThanOrEqual(found.feasible.min);
    expect(one.feasible).toBeLessThanOrEqual(found.feasible.max);
  });

  it('names the faults of a broken scenario with their places and falls short', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'analyse-'));
    const file = join(folder, 'broken.yaml');
    await writeFile(file, 'format: 1\nid: 3\n');
    const { code, out, err } = await run(file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${file}:2:`);
  });

  it('falls short of a file that is not there', async () => {
    const { code, out, err } = await run('nowhere.yaml');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('nowhere.yaml:1:1: ');
  });

  it.each([
    [[]],
    [[FILE, '--seeds', '0']],
    [[FILE, '--seeds', 'many']],
    [[FILE, FILE]],
    [[FILE, '--sed', '1']],
    [[FILE, '--seeds', '2', '--verify']],
  ])('is used wrongly as %j', async (args) => {
    await expect(run(...args)).rejects.toThrow(UsageError);
  });
});
