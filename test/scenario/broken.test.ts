import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../src/cli/load.ts';
import { faultLine } from '../../src/cli/print.ts';

/**
 * A folder of broken files, each beside what a person is told about it, word for word. To add one: put NAME.yaml there, run
 * `npm run -s nia -- check --quick NAME.yaml`, and put what it should say into NAME.txt.
 */
const FOLDER = 'test/scenario/broken';
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

/** What `nia check` would print of a file. */
const told = async (name: string): Promise<string> => {
  const { scenario, faults = [], warnings } = await readScenarioFile(`${FOLDER}/${name}.yaml`);
  expect(scenario, 'it is not broken').toBeUndefined();
  return [
    ...faults.map((fault) => `${faultLine(`${name}.yaml`, fault)}\n`),
    ...warnings.map((fault) => `${faultLine(`${name}.yaml`, fault, 'warning')}\n`),
  ].join('');
};

describe('broken files', () => {
  it('are sixty at least, and each has its message', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    const messages = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
    expect(messages.map((name) => name.replace('.txt', ''))).toEqual(names);
  });

  it.each(names)('%s', async (name) => {
    expect(await told(name)).toBe(readFileSync(`${FOLDER}/${name}.txt`, 'utf8'));
  });
});
