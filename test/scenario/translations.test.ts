import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inWords, type Words } from '../../src/engine/seat.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { readRight, TINY_TEXT } from '../fixtures/index.ts';

const TEXT = readFileSync('scenarios/first-steps.yaml', 'utf8');
const scenario = readRight(TEXT);

const isWords = (value: object): value is Words =>
  'en' in value && Object.values(value).every((text) => typeof text === 'string');
/** Every text of a scenario that says something. */
const textsIn = (value: unknown): readonly Words[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isWords(value)) return value['en'] === '' ? [] : [value];
  return Object.values(value).flatMap(textsIn);
};

describe('the tutorial', () => {
  const texts = textsIn(scenario);

  it.each(['fr', 'es'])('has every text in %s, and none that is only copied', (language) => {
    expect(texts.length).toBeGreaterThan(90);
    const copied = texts.filter((text) => inWords(scenario, text, language) === text['en']);
    // Words that are the same in both languages.
    const same = language === 'fr' ? ['Accusations', 'Experts'] : ['Auralia', 'Dornia'];
    expect(new Set(copied.map((text) => text['en']))).toEqual(new Set(same));
  });

  it('keeps its marks in every language', () => {
    for (const { story } of [...scenario.incidents, ...scenario.contexts])
      for (const language of ['fr', 'es'])
        expect(story[language]?.match(/\{victim\}/gu)).toEqual(story['en']?.match(/\{victim\}/gu));
  });

  it('says what it does not have in the language of the scenario', () => {
    expect(inWords(scenario, scenario.title, 'pt-BR')).toBe('First steps');
    expect(inWords(scenario, scenario.title, 'fr')).toBe('Premiers pas');
  });
});

describe('a translation that is nearly complete', () => {
  const without = (text: string): string => {
    const broken = TEXT.replace(text, '');
    expect(broken).not.toBe(TEXT);
    return broken;
  };

  it('is told where it stops, once a language', () => {
    const broken = without('      fr: Bouclier\n')
      .replace('      fr: Preuves\n', '')
      .replace('      es: Pruebas\n', '');
    const { warnings, faults } = readScenario(broken);
    expect(faults).toBeUndefined();
    expect(
      warnings.map(({ line, code, message }) => [broken.split('\n')[line - 1]?.trim(), code, message]),
    ).toEqual([
      ['en: Shield', 'half-translated', expect.stringMatching(/^2 of \d+ texts are not in fr/u)],
      ['en: Proof', 'half-translated', expect.stringMatching(/^1 of \d+ texts are not in es/u)],
    ]);
  });

  it('is none where a language has only some names', () => {
    expect(TINY_TEXT).toContain('fr: La conférence du fleuve');
    expect(readScenario(TINY_TEXT).warnings).toEqual([]);
  });
});
