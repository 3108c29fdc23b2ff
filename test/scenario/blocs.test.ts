import { describe, expect, it } from 'vitest';
import { inWords, type Delegation, type Scenario } from '../../src/engine/seat.ts';
import { readScenario, type Fault } from '../../src/scenario/index.ts';
import { readRight, tiny, TINY_TEXT } from '../fixtures/index.ts';

const START = TINY_TEXT.indexOf('delegations:\n');
const AT = TINY_TEXT.indexOf('  - id: TOLV');
const END = AT + TINY_TEXT.slice(AT).search(/\n\w+:/u);
const TOLV = TINY_TEXT.slice(AT, END);

/** The position of Tolvania, as the bloc `hill` has it. */
const HILL = TOLV.replace('  - id: TOLV', '  - id: hill')
  .replace(/\n {4}(?:name|placard|flag|at): [^\n]*/gu, '')
  .replace(/about: [^\n]*/u, "about: '{name} lives on the hill.'")
  .replace(/briefing: [^\n]*(?:\n {6}[^\n]*)*/u, "briefing: 'You speak for {name}.'");

/** The tiny conference, with Tolvania as an heir of blocs. */
const withBlocs = (heir: string, blocs = HILL): string =>
  `${TINY_TEXT.slice(0, START)}blocs:\n${blocs}\n${TINY_TEXT.slice(START, AT)}${heir}\n${TINY_TEXT.slice(END)}`;

const ONE = `  - id: TOLV
    name: Tolvania
    placard: Tolvania
    flag: UN
    at: [12, 48]
    blocs: [hill]
`;

const tolv = (scenario: Scenario): Delegation => {
  const found = scenario.delegations.find(({ id }) => id === 'TOLV');
  if (found === undefined) throw new Error('TOLV');
  return found;
};
const faultsOf = (text: string): readonly Fault[] => readScenario(text).faults ?? [];
const placed = (text: string): readonly (readonly [line: string, code: string])[] =>
  faultsOf(text).map(({ line, code }) => [(text.split('\n')[line - 1] ?? '').trim(), code]);

describe('a delegation that speaks with a bloc', () => {
  const heir = tolv(readRight(withBlocs(ONE)));

  it('has all that the bloc has, and its own name in it', () => {
    const { name, flag, at, about, briefing, ...rest } = tolv(tiny);
    expect(heir).toMatchObject(rest);
    expect([heir.about, heir.briefing]).toEqual([
      { en: 'Tolvania lives on the hill.' },
      { en: 'You speak for Tolvania.' },
    ]);
    expect([name, flag, at, about, briefing]).not.toContain(undefined);
  });

  it('bluffs as its bloc does, or as it says itself, or not at all if nobody says so', () => {
    const bloc = HILL.replace('  - id: hill', '  - id: hill\n    bluff: 25');
    expect(bloc).not.toBe(HILL);
    expect(tolv(readRight(withBlocs(ONE, bloc))).bluff).toBe(25);
    expect(tolv(readRight(withBlocs(`${ONE}    bluff: 5\n`, bloc))).bluff).toBe(5);
    expect(heir).not.toHaveProperty('bluff');
    expect(placed(withBlocs(`${ONE}    bluff: 61\n`, bloc))).toEqual([['bluff: 61', 'out-of-range']]);
  });

  it('differs where it says so, field by field', () => {
    const differs = tolv(
      readRight(
        withBlocs(
          `${ONE}    about: '{bloc} It has a dam.'\n    reservation: 7\n    wants: { SHIELD: { weight: 99 } }\n    stakes: { face: 5 }\n`,
        ),
      ),
    );
    const [shield] = differs.wants;
    expect(inWords(tiny, differs.about, 'en')).toBe('Tolvania lives on the hill. It has a dam.');
    expect(differs.reservation).toEqual({ min: 7, max: 7 });
    expect(shield).toEqual({ ...heir.wants[0], weight: { min: 99, max: 99 } });
    expect(differs.wants.slice(1)).toEqual(heir.wants.slice(1));
    expect(differs.stakes).toEqual({ ...heir.stakes, face: { min: 5, max: 5 } });
  });

  it('follows the later of two blocs, and belongs to the groups of both', () => {
    const second = '  - { id: shore, groups: [Shore], reservation: 11, style: quiet }\n';
    const both = tolv(readRight(withBlocs(ONE.replace('[hill]', '[hill, shore]'), HILL + second)));
    expect(both.reservation).toEqual({ min: 11, max: 11 });
    expect(both.style).toBe('quiet');
    expect(both.groups).toEqual([...heir.groups, 'Shore']);
    const turned = tolv(readRight(withBlocs(ONE.replace('[hill]', '[shore, hill]'), HILL + second)));
    expect(turned.reservation).toEqual(heir.reservation);
  });

  it('has the last word on the red lines of an article it names', () => {
    const lines = '    redLines: [{ article: SHIELD, options: [named], chance: 100 }]\n';
    const own = tolv(readRight(withBlocs(ONE + lines)));
    expect(own.redLines.filter(({ article }) => article === 'SHIELD')).toEqual([
      { article: 'SHIELD', options: [2], chance: 100 },
    ]);
  });
});

describe('faults in blocs', () => {
  it('an unknown bloc is told with the nearest one', () => {
    const [fault] = faultsOf(withBlocs(ONE.replace('[hill]', '[hil]')));
    expect(fault).toMatchObject({ code: 'unknown-id', wrong: 'hil', write: ['hill'] });
  });

  it('what is wrong in a bloc is said once, at the bloc, however many speak with it', () => {
    const twice = `${ONE}${ONE.replace('TOLV', 'TOLW')}`;
    const wrong = HILL.replace(/reservation: [^\n]*/u, 'reservation: [90, 10]').replace(
      /opening: \w+/u,
      'opening: namd',
    );
    const text = withBlocs(twice, wrong);
    expect(placed(text).map(([, code]) => code)).toEqual(['unknown-id', 'out-of-range']);
    const lines = faultsOf(text).map(({ line }) => line);
    const end = text.split('\n').findIndex((line) => line.startsWith('delegations:'));
    expect(lines.every((line) => line < end)).toBe(true);
  });

  it('what neither the delegation nor a bloc says is missing at the delegation', () => {
    const without = HILL.replace(/\n {4}reservation: [^\n]*/u, '').replace(/\n {4}style: [^\n]*/u, '');
    expect(placed(withBlocs(ONE, without))).toEqual([
      ['- id: TOLV', 'missing'],
      ['- id: TOLV', 'missing'],
    ]);
  });

  it('a delegation that names no bloc has to say everything', () => {
    expect(placed(withBlocs(ONE.replace('    blocs: [hill]\n', '')))).toContainEqual([
      '- id: TOLV',
      'missing',
    ]);
  });
});

describe('a group in a field by delegation', () => {
  const worthOf = (text: string): Readonly<Record<string, number>> =>
    Object.fromEntries(
      (readRight(text).linkages[0]?.worth ?? []).map(({ delegation, points }) => [delegation, points.max]),
    );
  const withWorth = (worth: string): string =>
    TINY_TEXT.replace(/(linkages:[^]*?worth: )\{[^}]*\}/u, (_, before: string) => before + worth);

  it('stands for its members; whoever is named has what stands there; of two groups the later counts', () => {
    // In the file Tolvania is of the lower river, and so is Mara; the island is made up.
    const text = (worth: string): string =>
      withWorth(worth).replace('groups: [Lower river]', 'groups: [Lower river, Island]');
    const [group] = tiny.delegations.find(({ id }) => id === 'TOLV')?.groups ?? [];
    const members = readRight(text(`{ TOLV: 1 }`))
      .delegations.filter(({ groups }) => groups.includes('Lower river'))
      .map(({ id }) => id);
    expect(group).toBe('Lower river');
    expect(worthOf(text(`{ Lower river: 7 }`))).toEqual(Object.fromEntries(members.map((id) => [id, 7])));
    const [first = ''] = members;
    expect(worthOf(text(`{ ${first}: 3, Lower river: 7 }`))[first]).toBe(3);
    const island = readRight(text('{ TOLV: 1 }')).delegations.find(({ groups }) => groups.includes('Island'));
    expect(worthOf(text('{ Lower river: 7, Island: 9 }'))[island?.id ?? '']).toBe(9);
  });
});
