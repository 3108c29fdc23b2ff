import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scenarioSchema } from '../../src/scenario/schema-json.ts';

/** Names of all fields, and the words that fields can be, anywhere in a JSON Schema. */
const namesIn = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'properties')
      return [...Object.keys(Object(value)), ...Object.values(Object(value)).flatMap(namesIn)];
    if (key === 'enum' && Array.isArray(value)) return value.map(String);
    return namesIn(value);
  });
};

it('the page for authors names every field of a scenario, and every word a field can be', () => {
  const page = readFileSync('docs/scenario-format.md', 'utf8');
  const said = new Set(page.match(/[\w-]+/gu));
  const names = new Set(namesIn(scenarioSchema()));
  expect(names.size).toBeGreaterThan(100);
  expect([...names].filter((name) => !said.has(name))).toEqual([]);
});
