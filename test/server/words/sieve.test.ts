import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allLocales } from '@faker-js/faker';
import { describe, expect, it } from 'vitest';
import { isUnfit, nameIn } from '../../../src/server/room/names.ts';

/** All texts in a tree of lists. */
const textsIn = (tree: unknown): readonly string[] => {
  if (typeof tree === 'string') return [tree];
  if (Array.isArray(tree)) return tree.flatMap(textsIn);
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
};

/** Given names and family names that people have, by language and country: some seventy of them. */
const people = Object.entries(allLocales).flatMap(([locale, { person }]) => {
  const given = [...new Set(textsIn(person?.first_name))];
  const family = [...new Set(textsIn(person?.last_name))];
  return given.length === 0 ? [] : [{ locale, given, family }];
});

describe('the sieve for words', () => {
  it('lets real names through, of all the world', () => {
    const names = new Set(people.flatMap(({ given, family }) => [...given, ...family]));
    expect(names.size).toBeGreaterThan(30_000);
    for (const language of ['fr', 'es', 'de', 'ar', 'ru', 'zh_CN'])
      expect(people.find(({ locale }) => locale === language)?.given.length).toBeGreaterThan(100);
    expect([...names].filter(isUnfit)).toEqual([]);
  });

  it('lets them through with their family names, whatever stands beside whatever', () => {
    const full = people.flatMap(({ given, family }) =>
      family.length === 0
        ? []
        : given
            .filter((_, place) => place % 3 === 0)
            .map((name, place) => `${name} ${family[(place * 7) % family.length] ?? ''}`),
    );
    expect(full.length).toBeGreaterThan(8_000);
    expect(full.filter(isUnfit)).toEqual([]);
  });

  it('lets through all that scenarios say of the matter itself', () => {
    const folder = fileURLToPath(new URL('../../../scenarios', import.meta.url));
    const lines = readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n'));
    expect(lines.length).toBeGreaterThan(5_000);
    expect(lines.filter(isUnfit)).toEqual([]);
  });

  it.each([
    ['en', ['f.u.c.k.e.r', 'fuuuuck', 'sh1t', 'motherfucker', 'fück', 'b1tch', 'ASSHOLE', 'a s s']],
    ['fr', ['connard', 'Fils de pute', 'ENCULÉ', 'encule', 'puuuute', 'nique ta mère', 'fdp']],
    ['es', ['gilipollas', 'Hijo de puta', 'cabrón', 'cabron', 'PUTA', 'coño']],
    ['de', ['Hurensohn', 'Arschloch', 'scheiße', 'Scheisse', 'Wichser', 'fotze']],
    ['ar', ['شرموطة', 'الشرموطة', 'يا قحبة', 'كُسّمك', 'شرمـــوطة']],
    ['ru', ['сука', 'СУКААА', 'ты пидор', 'хуй', 'ёб твою мать', 'блядь', 'pizda']],
    ['zh', ['他妈的', '操你妈', '傻逼', '你这个王八蛋', '婊 子']],
  ])('finds what is worst in %s', (_language, texts) => {
    expect(texts.filter((text) => !isUnfit(text))).toEqual([]);
  });

  it('lets through words of one language that the list of another has, and words that only contain one', () => {
    const fine = [
      'Bitte',
      'con mucho gusto',
      'a bite of the apple',
      'Scunthorpe',
      'class',
      'assess the text',
      'analysis',
      'peacock',
      'Río Negro',
      'какая разница',
      'мы за норму',
      '新娘的妈妈',
      '听妈妈的话',
      'الأستاذ فرج',
      'Cul-de-sac',
      '717',
    ];
    expect(fine.filter(isUnfit)).toEqual([]);
  });

  it('refuses a nickname with a reason, in whatever language', () => {
    for (const name of ['connard', 'сука', '傻逼', 'Hurensohn'])
      expect(nameIn(undefined, name)).toEqual({ refused: 'name-unfit' });
  });

  it('does not know what is not on a list: endings, other letters, what is meant', () => {
    // What a facilitator has to see for themselves; docs/classroom.md says so.
    expect(isUnfit('c0nnard')).toBe(false);
    expect(isUnfit('сученька')).toBe(false);
    expect(isUnfit('you are all so stupid')).toBe(false);
  });
});
