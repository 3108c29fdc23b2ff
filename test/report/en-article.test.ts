import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inSentence, withArticle } from '../../src/report/en-article.ts';
import { readRight } from '../fixtures/index.ts';

const SHELF = join(import.meta.dirname, '../../scenarios');

/** What delegations and whoever presides are called on the shelf, in all languages, by name and by placard. */
const shelf = new Set(
  readdirSync(SHELF)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const { delegations, chair } = readRight(readFileSync(join(SHELF, file), 'utf8'));
      return [chair.name, ...delegations.flatMap(({ name, placard }) => [name, placard])];
    })
    .flatMap((words) => Object.values(words)),
);

describe('the definite article', () => {
  it('stands before the names of the shelf that have one, and before no other', () => {
    const taking = [...shelf].map(withArticle).filter((name) => name.startsWith('the '));
    expect(taking.toSorted()).toEqual([
      'the Bahamas',
      'the Central African Republic',
      'the Chair',
      'the Comoros',
      'the Congo',
      'the DR Congo',
      'the Democratic People’s Republic of Korea',
      'the Democratic Republic of the Congo',
      'the Dominican Rep.',
      'the Dominican Republic',
      'the European Union',
      'the Gambia',
      'the Islamic Republic of Iran',
      'the Lao PDR',
      'the Lao People’s Democratic Republic',
      'the Marshall Is.',
      'the Marshall Islands',
      'the Netherlands',
      'the Niger',
      'the Philippines',
      'the Rep. of Korea',
      'the Republic of Korea',
      'the Republic of Moldova',
      'the Russian Fed.',
      'the Russian Federation',
      'the Sudan',
      'the Syrian Arab Republic',
      'the UAE',
      'the United Arab Emirates',
      'the United Kingdom',
      'the United Republic of Tanzania',
      'the United States',
      'the host',
      'the night desk',
    ]);
    const without = [...shelf].filter((name) => withArticle(name) === name);
    expect(without).toHaveLength(shelf.size - taking.length);
    expect(without).toEqual(
      expect.arrayContaining(['Solomon Islands', 'South Sudan', 'Nigeria', 'Maldives']),
    );
    expect(without).toEqual(
      expect.arrayContaining(['Iran (Islamic Republic of)', 'Bolivia (Plurinational State of)']),
    );
    expect(without).toEqual(
      expect.arrayContaining(['Saint Vincent and the Grenadines', 'La présidence', 'La Presidencia']),
    );
  });

  it.each([
    ['Holy See', 'the Holy See'],
    ['State of Palestine', 'the State of Palestine'],
    ['Kingdom of the Netherlands', 'the Kingdom of the Netherlands'],
    ['Northern Federation', 'the Northern Federation'],
    ['Rhine Confederation', 'the Rhine Confederation'],
    ['Emirates', 'the Emirates'],
    ['African Group', 'the African Group'],
    ['Group of 77', 'the Group of 77'],
    ['United Nations', 'the United Nations'],
    ['The Gambia', 'the Gambia'],
    ['the Netherlands', 'the Netherlands'],
    ['Theland', 'Theland'],
    ['Congolia', 'Congolia'],
    ['Delegation A', 'Delegation A'],
    ['everybody', 'everybody'],
    ['us', 'us'],
    ['4 others', '4 others'],
    ['', ''],
  ])('%s is %s', (name, said) => {
    expect(withArticle(name)).toBe(said);
    expect(withArticle(said)).toBe(said);
  });

  it('a list of names, each with its article, gets no other', () => {
    for (const list of [
      'India and the European Union',
      'India and the Republic of Korea',
      'China, India, and the Russian Federation',
      'Kenya and the Democratic Republic of the Congo',
    ])
      expect(withArticle(list)).toBe(list);
  });

  it('is large at the beginning of a sentence', () => {
    expect(inSentence('United States', 'The')).toBe('The United States');
    expect(inSentence('The Chair', 'The')).toBe('The Chair');
    expect(inSentence('the United States and Kenya', 'The')).toBe('The United States and Kenya');
    expect(inSentence('you', 'The')).toBe('You');
    expect(inSentence('The Chair', 'the')).toBe('the Chair');
    expect(inSentence('The Chair')).toBe('The Chair');
  });
});
