import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf, utilityOf } from '../../src/analysis/index.ts';
import { lay, open } from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import {
  COARSE,
  FINE,
  geniusOutcomes,
  geniusScenario,
  geniusUtility,
  readGeniusDomain,
  readGeniusProfile,
  unplayable,
  type GeniusDomain,
  type GeniusProfile,
} from '../../src/scenario/genius.ts';

const file = (name: string): string => readFileSync(`test/fixtures/genius/${name}.xml`, 'utf8');
const domainOf = (name: string, levels = FINE): GeniusDomain => {
  const { value, faults } = readGeniusDomain(file(name), levels);
  if (value === undefined) throw new Error(JSON.stringify(faults));
  return value;
};
const profileOf = (name: string, domain: GeniusDomain): GeniusProfile => {
  const { value, faults } = readGeniusProfile(file(name), domain);
  if (value === undefined) throw new Error(JSON.stringify(faults));
  return value;
};

describe('a GENIUS domain', () => {
  const picnic = domainOf('picnic/domain');

  it('has the outcomes of its categorical issues', () => {
    expect(picnic.issues.map((issue) => issue.values)).toEqual([
      ['Lake', 'Hill', 'Old mill'],
      ['Bread', 'Fish'],
    ]);
    expect(geniusOutcomes(picnic)).toBe(6);
  });

  it('has utilities of weight times evaluation over the largest of the issue', () => {
    // Ada: .75 x (4, 2, 1)/4 + .25 x (1, 2)/2. Ben: .4 x (0, 1, 4)/4 + .6 x (10, 5)/10.
    const ada = profileOf('picnic/ada', picnic);
    const ben = profileOf('picnic/ben', picnic);
    const all = [0, 1, 2].flatMap((place) => [0, 1].map((food) => [place, food]));
    expect(all.map((outcome) => geniusUtility(ada, outcome))).toEqual([0.875, 1, 0.5, 0.625, 0.3125, 0.4375]);
    [0.6, 0.3, 0.7, 0.4, 1, 0.7].forEach((utility, k) =>
      expect(geniusUtility(ben, all[k] ?? [])).toBeCloseTo(utility, 12),
    );
    expect(ada).toMatchObject({ reservation: 0.25, discount: 0.8 });
    expect(ben).toMatchObject({ reservation: 0, discount: 1 });
  });

  it('cuts integers and reals at a stated step, as finely as asked', () => {
    const [years, rent] = domainOf('lease/domain').issues;
    expect(years).toMatchObject({ step: 1, coarse: false });
    expect(years?.numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(rent?.numbers).toEqual([100, 106, 112, 118, 124, 130, 136, 142, 148, 154, 160]);
    const coarse = domainOf('lease/domain', COARSE);
    expect(coarse.issues.map((issue) => issue.numbers)).toEqual([
      [1, 3, 5, 7, 9, 11, 13],
      [100, 110, 120, 130, 140, 150, 160],
    ]);
    expect(coarse.issues.map((issue) => issue.step)).toEqual([2, 10]);
    expect(geniusOutcomes(coarse)).toBe(49);
  });

  it('has evaluators that are linear or triangular, held in 0 to 1', () => {
    const lease = domainOf('lease/domain', COARSE);
    // Years (n - 1)/16 + .25 for the owner, 1 - (n - 1)/16 for the tenant; rent x/64 - 1.5, from 0.0625 to 1.
    expect(profileOf('lease/owner', lease).table[0]).toEqual([
      0.125, 0.1875, 0.25, 0.3125, 0.375, 0.4375, 0.5,
    ]);
    expect(profileOf('lease/owner', lease).table[1]?.[0]).toBe(0.03125);
    expect(profileOf('lease/owner', lease).table[1]?.[6]).toBe(0.5);
    // The tenant likes 110 best: 0 at 100, 1 at 110, then down by .2 a step of ten.
    const tenant = profileOf('lease/tenant', lease).table[1] ?? [];
    [0, 0.5, 0.4, 0.3, 0.2, 0.1, 0].forEach((worth, k) => expect(tenant[k]).toBeCloseTo(worth, 12));
  });
});

describe('an imported scenario', () => {
  for (const [name, parties] of [
    ['picnic', ['ada', 'ben']],
    ['lease', ['owner', 'tenant']],
  ] as const) {
    it(`of ${name} is one the game accepts, with the domain's own order of outcomes`, () => {
      const domain = domainOf(`${name}/domain`, COARSE);
      const sides = parties.map((party) => ({ name: party, profile: profileOf(`${name}/${party}`, domain) }));
      const { yaml, notes } = geniusScenario(name, domain, sides);
      const { scenario, faults } = readScenario(yaml);
      expect(faults).toBeUndefined();
      if (scenario === undefined) return;
      for (const note of notes) expect(yaml).toContain(note);
      const problem = problemOf(scenario, open(lay(scenario, '1')).mandates);
      expect(problem.options).toEqual(domain.issues.map((issue) => issue.values.length + 1));
      sides.forEach(({ profile }, place) => {
        const party = problem.parties[place];
        if (party === undefined) throw new Error('no such party');
        const low = profile.table.reduce((sum, row) => sum + Math.min(...row), 0);
        const high = profile.table.reduce((sum, row) => sum + Math.max(...row), 0);
        const visit = (outcome: readonly number[]): void => {
          const row = domain.issues[outcome.length];
          if (row !== undefined) return row.values.forEach((_, k) => visit([...outcome, k]));
          const text = outcome.map((value) => value + 1);
          const wanted = (10_000 * (geniusUtility(profile, outcome) - low)) / (high - low);
          // One point of 100 at most by rounding of weights and values.
          expect(Math.abs(utilityOf(party, text) - wanted)).toBeLessThanOrEqual(100);
        };
        visit([]);
        // "No text" on everything is worth what the worst outcome is.
        expect(
          utilityOf(
            party,
            domain.issues.map(() => 0),
          ),
        ).toBe(0);
      });
    });
  }

  it('says what the game cannot keep', () => {
    const domain = domainOf('picnic/domain', COARSE);
    const sides = ['ada', 'ben'].map((name) => ({ name, profile: profileOf(`picnic/${name}`, domain) }));
    expect(geniusScenario('picnic', domain, sides).notes).toContain(
      'ada: the discount factor 0.8 is left out; the game has none.',
    );
    expect(unplayable(domain, sides.slice(1))).toBe('A game needs at least two utility profiles');
    expect(unplayable(domainOf('lease/domain', FINE), sides)).toContain('"Years" has 13 values');
  });
});

const bad = (text: string): string => {
  const { faults } = readGeniusDomain(text);
  return (faults ?? []).map(({ line, column, message }) => `${line}:${column} ${message}`).join('; ');
};

describe('a hostile file', () => {
  it('gets a clear error at its place', () => {
    expect(bad('')).toContain('1:1 This is not well-formed XML');
    expect(bad('a: yaml\n')).toContain('1:1 This is not well-formed XML');
    expect(bad('<negotiation_template>\n <x>\n</negotiation_template>')).toMatch(
      /^3:\d+ This is not well-formed/u,
    );
    expect(bad('<html/>')).toBe('1:1 The root element is <html>');
    expect(bad('<negotiation_template/>')).toBe('1:1 There is no issue in this domain');
    expect(bad('<!DOCTYPE a [\n<!ENTITY a "b">]>\n<a>&a;</a>')).toBe(
      '2:1 Entities are not read in GENIUS files',
    );
    expect(bad('<a>'.repeat(500_000))).toBe('1:301 More than 100 elements within each other');
    expect(bad(file('picnic/domain').replace('value="Hill"', 'value="Lake"'))).toBe(
      '7:9 The value "Lake" comes twice',
    );
    expect(bad(file('lease/domain').replace('upperbound="13"', 'upperbound="many"'))).toMatch(
      /^4:7 The upperbound "many" of <issue> is not a number/u,
    );
  });

  it('has all its faults said at once', () => {
    const text = file('picnic/ada')
      .replace('evaluation="2"', 'evaluation="-2"')
      .replace('<weight index="2"', '<weight index="7"');
    const { faults } = readGeniusProfile(text, domainOf('picnic/domain'));
    expect(faults?.map(({ line }) => line)).toEqual([5, 8]);
  });

  it('is reported, never thrown, however it is mutilated', () => {
    const good = file('picnic/ada');
    const domain = domainOf('picnic/domain');
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, length, put) => {
        const text = good.slice(0, at) + put + good.slice(at + length);
        for (const read of [readGeniusDomain(text), readGeniusProfile(text, domain)]) {
          expect(read.value !== undefined || read.faults.length > 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
