import { describe, expect, it } from 'vitest';
import { readScenario, type Fault } from '../../src/scenario/index.ts';
import { TINY_TEXT } from '../fixtures/index.ts';
import { FORMS, HERE, REFERENCES, SENSE, SHAPES, WORLDS, type Creature } from './zoo.ts';

/** Line and column of every mark, counted in the text itself. */
const marked = (text: string): readonly (readonly [number, number])[] => {
  const places: [number, number][] = [];
  text.split('\n').forEach((line, row) => {
    const pieces = line.split(HERE);
    let column = 1;
    for (const piece of pieces.slice(0, -1)) {
      column += piece.length;
      places.push([row + 1, column]);
    }
  });
  return places;
};

const brokenBy = ({
  swap: [from, to],
  rename,
}: Creature): { readonly text: string; readonly places: ReturnType<typeof marked> } => {
  const whole = TINY_TEXT.replace(from, () => to);
  expect(whole, 'the tiny scenario no longer has what is exchanged').not.toBe(TINY_TEXT);
  const renamed = rename === undefined ? whole : whole.replaceAll(...rename);
  return { text: renamed.replaceAll(HERE, ''), places: marked(renamed) };
};

const show = (faults: readonly Fault[] | undefined): unknown =>
  faults?.map(({ line, column, code, wrong, write, message }) => ({
    line,
    column,
    code,
    wrong,
    write,
    message,
  }));

describe.each([
  ['shape', SHAPES],
  ['reference', REFERENCES],
  ['sense', SENSE],
  ['world', WORLDS],
  ['form', FORMS],
])('a broken %s is told at its place, and nothing else is:', (_, creatures) => {
  it.each(creatures.map((creature) => [creature.name, creature] as const))('%s', (__, creature) => {
    const { text, places } = brokenBy(creature);
    const { faults, scenario } = readScenario(text);
    expect(scenario).toBeUndefined();
    const [first] = faults ?? [];
    const { write, wrong } = creature;
    const found = {
      faults: faults?.map(({ line, column, code }) => [line, column, code]),
      wrong: wrong === undefined ? undefined : first?.wrong,
      write: write === undefined || first?.write.includes(write) === true ? write : first?.write,
    };
    const expected = places.map(([line, column], place) => [line, column, creature.codes[place]]);
    expect(expected).toHaveLength(creature.codes.length);
    expect(found, JSON.stringify(show(faults))).toEqual({ faults: expected, wrong, write });
  });
});
