import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resolutionSchema, scenarioSchema } from '../../src/scenario/schema-json.ts';

it('scenarios/schema.json is the one of the reader (else: npm run schema)', () => {
  expect(JSON.parse(readFileSync('scenarios/schema.json', 'utf8'))).toEqual(scenarioSchema());
});

it('scenarios/resolutions/schema.json is the one of the reader (else: npm run schema)', () => {
  expect(JSON.parse(readFileSync('scenarios/resolutions/schema.json', 'utf8'))).toEqual(resolutionSchema());
});
