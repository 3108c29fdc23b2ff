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

describe('nia analyse', () => {
  it('gives one document with the fields scripts rely on, the same for the same seed', async () => {
    const { code, out, err } = await run(FILE, '--seed', '7', '--json');
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out);
    const { scenario } = readScenario(await readFile(FILE, 'utf8'));
    if (scenario === undefined) throw new Error('the scenario does not read');
    const { delegations, articles } = scenario;
    const problem = problemOf(scenario, open(lay(scenario, '7')).mandates);
    const best = nash(problem);
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
    const utilities = delegations.map(({ id }): number => report.nash.utilities[id]);
    expect(utilities).toEqual(best?.utilities);
    const gains = utilities.map((u, i) => u - (problem.parties[i]?.reservation ?? 0));
    expect(report.nash.productExact).toBe(String(productOf(gains)));
    expect(report.nash.product).toBe(Number(productOf(gains)));
    const sum = delegations.reduce((total, { id }) => total + report.utilitarian.utilities[id], 0);
    expect(report.utilitarian.sum).toBe(sum);
    const again = JSON.parse((await run(FILE, '--seed', '7', '--json')).out);
    expect({ ...again, milliseconds: 0 }).toEqual({ ...report, milliseconds: 0 });
  });

  it('says in words what it found, the Nash text option by option', async () => {
    const { code, out } = await run(FILE);
    expect(code).toBe(0);
    expect(out).toMatch(/12 delegations, 10 articles, \d+ texts, \d+ of them feasible/);
    expect(out.split('\n').length).toBeGreaterThan(25);
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

  it.each([
    [[]],
    [['nowhere.yaml']],
    [[FILE, '--seeds', '0']],
    [[FILE, '--seeds', 'many']],
    [[FILE, FILE]],
    [[FILE, '--sed', '1']],
    [[FILE, '--seeds', '2', '--verify']],
  ])('is used wrongly as %j', async (args) => {
    await expect(run(...args)).rejects.toThrow(UsageError);
  });
});
