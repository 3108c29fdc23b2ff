import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { languageName, sayTextsIn, textLanguage, textLanguages } from '../../../src/client/i18n/texts.ts';
import { readScenario } from '../../../src/scenario/index.ts';

const { scenario } = readScenario(readFileSync('scenarios/first-steps.yaml', 'utf8'));
if (scenario === undefined) throw new Error('the scenario cannot be read');

afterEach(() => sayTextsIn(undefined));

test('a scenario is offered in the languages of its title, its own first', () => {
  expect(textLanguages(scenario.title, scenario.language)).toEqual(['en', 'es', 'fr']);
  expect(textLanguages({ fr: 'Port', en: '' }, 'fr')).toEqual(['fr']);
});

test('names follow the language that was chosen, also after they were said in another', () => {
  const names = namesOf(scenario);
  expect(names.delegation('SELL')).toBe('Sellia');
  sayTextsIn('fr');
  expect(names.delegation('SELL')).toBe('Sellie');
  sayTextsIn(undefined);
  expect(names.delegation('SELL')).toBe('Sellia');
});

test('a language that the scenario lacks is answered in its own', () => {
  sayTextsIn('de');
  expect(textLanguage()).toBe('de');
  expect(namesOf(scenario).delegation('SELL')).toBe('Sellia');
});

test('a language is called as it calls itself; what is no tag, by its letters', () => {
  expect(languageName('fr')).toBe('français');
  expect(languageName('not a tag')).toBe('not a tag');
});
