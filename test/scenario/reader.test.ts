import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDelegation, type DelegationId } from '../../src/engine/seat.ts';
import { readScenario, type Fault } from '../../src/scenario/index.ts';
import { readRight, tiny, TINY_TEXT } from '../fixtures/index.ts';

const [kest, mara, tolv] = [asDelegation('KEST'), asDelegation('MARA'), asDelegation('TOLV')];

/** The tiny scenario with some things exchanged; each must be there. */
const tinyWith = (...swaps: readonly (readonly [from: string | RegExp, to: string])[]): string =>
  swaps.reduce((text, [from, to]) => {
    const next = text.replace(from, () => to);
    expect(next).not.toBe(text);
    return next;
  }, TINY_TEXT);

const codes = (faults: readonly Fault[] = []): readonly string[] => faults.map((fault) => fault.code);

describe('one run says everything', () => {
  it('faults of form, shape, reference and sense come together, in the order of the file', () => {
    const { faults } = readScenario(
      tinyWith(
        ['minutes: 15', 'minutes: 15\nminutes: 16'],
        ['quorum: 60', 'quorum: 600'],
        ['opening: publish', 'opening: publsh'],
        ['reservation: [30, 40]', 'reservation: [40, 30]'],
        ['placard: Tolvania', 'placrd: Tolvania'],
        ['origins: { accident: 30', 'origins: { accident: 31'],
      ),
    );
    expect(codes(faults)).toEqual([
      'duplicate-key',
      'out-of-range',
      'unknown-id',
      'out-of-range',
      'unknown-key',
      'bad-sum',
    ]);
  });

  it('what only follows from a fault is no fault of its own', () => {
    // Every name of the delegation, and what is asked of its articles and tokens, is left in peace.
    expect(codes(readScenario(tinyWith(['id: MARA\n', 'id: 7 up\n'])).faults)).toEqual(['wrong-value']);
    expect(codes(readScenario(tinyWith(['  - id: PROOF\n', '  - ID: PROOF\n'])).faults)).toEqual([
      'unknown-key',
    ]);
    expect(codes(readScenario(tinyWith(['- id: named\n', '- id: [named]\n'])).faults)).toEqual([
      'wrong-type',
    ]);
    expect(codes(readScenario(tinyWith(['accident: 30', 'accident: thirty'])).faults)).toEqual([
      'wrong-type',
    ]);
    expect(codes(readScenario(tinyWith(['language: en', 'language: English'])).faults)).toEqual([
      'wrong-value',
    ]);
    expect(codes(readScenario(tinyWith([/\nsources:\n[^]*$/u, '\n'])).faults)).toEqual(['missing']);
    expect(codes(readScenario(tinyWith(['groups: [Upper river]', 'groups: Upper river'])).faults)).toEqual([
      'wrong-type',
    ]);
  });

  it('however many faults there are, the first hundreds are shown and the others counted', () => {
    const text = `${TINY_TEXT}${Array.from({ length: 700 }, (_, place) => `extra${place}: 1\n`).join('')}`;
    const { faults = [] } = readScenario(text);
    expect(faults).toHaveLength(501);
    expect(faults.at(-1)).toMatchObject({ code: 'too-many', message: expect.stringContaining('200') });
  });

  it('a delegation that wants nothing is told so', () => {
    const place = TINY_TEXT.indexOf('id: TOLV');
    const text =
      TINY_TEXT.slice(0, place) + TINY_TEXT.slice(place).replaceAll(/weight: \[\d+, \d+\]/gu, 'weight: 0');
    expect(codes(readScenario(text).faults)).toEqual(['wrong-value']);
  });
});

describe('advice on play does not stop a game', () => {
  const warned = (...swaps: readonly (readonly [string | RegExp, string])[]): readonly Fault[] => {
    const { scenario, warnings } = readScenario(tinyWith(...swaps));
    expect(scenario).toBeDefined();
    return warnings;
  };

  it('an article on which all open alike', () => {
    const [warning, ...rest] = warned(['opening: named', 'opening: general']);
    expect(rest).toEqual([]);
    expect(warning).toMatchObject({ code: 'always-agreed', message: expect.stringContaining('"general"') });
    expect(TINY_TEXT.split('\n')[(warning?.line ?? 0) - 1]).toContain('id: SHIELD');
  });

  it('an option that is nobody’s opening and nobody’s best', () => {
    const [warning, ...rest] = warned([
      /SHIELD: \{ weight: \[35, 50\], values: .* opening: named \}/u,
      'SHIELD: { weight: [35, 50], values: [[40, 60], [30, 50], [10, 20]], opening: none }',
    ]);
    expect(rest).toEqual([]);
    expect(warning).toMatchObject({ code: 'nobody-prefers', message: expect.stringContaining('"named"') });
    expect(TINY_TEXT.split('\n')[(warning?.line ?? 0) - 1]).toContain('id: named');
  });

  it('a red line, or several, on every wording', () => {
    const lines =
      '{ article: PROOF, options: [consult], chance: 20 }\n      - { article: PROOF, options: [publish], chance: 40 }';
    const [warning, ...rest] = warned(['{ article: PROOF, options: [publish], chance: 40 }', lines]);
    expect(rest).toEqual([]);
    expect(warning).toMatchObject({ code: 'dead-article', message: expect.stringContaining('20 %') });
    expect(codes(warned(['options: [publish], chance: 40', 'options: [publish], chance: 0']))).toEqual([]);
  });

  it('a card that never comes, a deed of no use, a day outside the meeting', () => {
    expect(codes(warned(['severity: 3\n    weight: 10', 'severity: 3\n    weight: 0']))).toEqual([
      'dead-card',
    ]);
    expect(
      codes(warned(['receivers: { MARA: [220, 340], TOLV: [90, 150] }', 'receivers: { KEST: 5 }'])),
    ).toEqual(['dead-card']);
    expect(codes(warned(['date: 2030-05-07', 'date: 2030-05-09']))).toEqual(['bad-order']);
  });

  it('words that other readers of YAML take for true or false', () => {
    const [warning, ...rest] = warned(['short: Shield', 'short: No'], ['short: Proof', "short: 'No'"]);
    expect(rest).toEqual([]);
    expect(warning).toMatchObject({ code: 'yaml-trap', column: 12 });
  });
});

describe('the scenario that comes out', () => {
  it('is frozen through and through', () => {
    const loose: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) loose.push(path);
      for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
    };
    walk(tiny, 'scenario');
    expect(loose).toEqual([]);
  });

  it('is the same with a byte order mark, with line ends of Windows, and with its keys in another order', () => {
    expect(readRight(`\uFEFF${TINY_TEXT}`)).toEqual(tiny);
    expect(readRight(TINY_TEXT.replaceAll('\n', '\r\n'))).toEqual(tiny);
    expect(readRight(tinyWith(['id: tiny\nversion: 1.0.0', 'version: 1.0.0\nid: tiny']))).toEqual(tiny);
  });

  it('has options by number, wants in the order of the articles, groups as delegations', () => {
    expect(tiny.delegations[1]?.wants.map((want) => want.opening)).toEqual([2, 1, 2]);
    expect(tiny.delegations[1]?.wants[0]?.values).toEqual([
      { min: 0, max: 0 },
      { min: 30, max: 50 },
      { min: 90, max: 100 },
    ]);
    expect(tiny.linkages[0]).toMatchObject({ first: { options: [2] }, second: { options: [2] } });
    expect(tiny.contexts[0]?.effects).toMatchObject([
      {},
      { from: [mara, tolv], to: [kest] },
      { of: [kest, mara, tolv] },
      {},
      { of: [kest, mara, tolv] },
      { kind: 'track', open: true },
    ]);
  });

  it('has the world around the plenary, and nothing of it where a file leaves it out', () => {
    expect(tiny.tracks.map(({ kind, open, members }) => [kind, open, members.length])).toEqual([
      ['bilateral', false, 2],
      ['parallel', true, 3],
    ]);
    expect(tiny.tracks[0]?.points[0]).toMatchObject({ needs: 2, writes: { option: 1 } });
    expect(tiny.procedure).toMatchObject({ statements: 3, groups: 1, signature: { options: [2] } });
    const from = TINY_TEXT.indexOf('tracks:');
    const bare = TINY_TEXT.slice(0, from) + TINY_TEXT.slice(TINY_TEXT.indexOf('goals:'));
    const { scenario } = readScenario(bare.replace(/^ +- \{ kind: track.*\n/mu, ''));
    expect(scenario).toMatchObject({
      tracks: [],
      payoffs: [],
      vulnerabilities: [],
      calming: [],
      operations: { allowed: false, cards: [] },
      press: { interviews: 0 },
      intelligence: { warnings: [], briefings: [], heeded: 100 },
    });
  });

  it('has a list of values and a map of values alike', () => {
    const mapped = tinyWith([
      'values: [0, [30, 50], [90, 100]], opening: named',
      'values: { named: [90, 100], none: 0, general: [30, 50] }, opening: named',
    ]);
    expect(readRight(mapped)).toEqual(tiny);
  });

  it('repeats a value by an alias', () => {
    const { scenario } = readScenario(
      tinyWith(['short: Shield', 'short: &s Shield'], ['short: Proof', 'short: *s']),
    );
    expect(scenario?.articles.map((article) => article.short['en'])).toEqual(['Shield', 'Shield', 'Fund']);
  });
});

const MEMBERS: Readonly<Record<string, readonly DelegationId[]>> = {
  KEST: [kest],
  MARA: [mara],
  TOLV: [tolv],
  'Upper river': [kest],
  'Lower river': [mara, tolv],
};

describe('trust at the start', () => {
  const name = fc.constantFrom(...Object.keys(MEMBERS));
  const line = fc.record({
    one: name,
    two: name,
    both: fc.boolean(),
    trust: fc.integer({ min: 0, max: 100 }),
  });

  it('is what the last line says that speaks of a pair, and nobody trusts or distrusts itself', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const written = lines.map(({ one, two, both, trust }) =>
          both
            ? `{ between: [${one}, ${two}], trust: ${trust} }`
            : `{ from: ${one}, to: ${two}, trust: ${trust} }`,
        );
        const scenario = readRight(
          tinyWith([
            / {2}pairs:\n(?: {4}- .*\n)+/u,
            `  pairs: [${written.map((each) => `\n    ${each}`).join(',')}]\n`,
          ]),
        );
        const expected = new Map<string, number>();
        for (const { one, two, both, trust } of lines)
          for (const from of MEMBERS[one] ?? [])
            for (const to of MEMBERS[two] ?? [])
              if (from !== to) {
                expected.set(`${from} ${to}`, trust);
                if (both) expected.set(`${to} ${from}`, trust);
              }
        const found = new Map(scenario.trust.pairs.map(({ from, to, trust }) => [`${from} ${to}`, trust]));
        expect(found).toEqual(expected);
        expect(scenario.trust.pairs).toHaveLength(expected.size);
      }),
      { numRuns: 40 },
    );
  });
});
