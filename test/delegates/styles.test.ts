import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { STYLES, type Scenario, type Style } from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { confusion, differences, meanOf, PAIRS, recognised } from './recognise.ts';
import { FEATURES, galleries, type Company, type Gallery } from './styles.ts';

/**
 * Whole games with one seat in each style, told apart by what others witness alone. Which figure is asked of which pair was found by the bench
 * (`delegates styles`) on more seeds and tables.
 */

const table = (name: string): Scenario => {
  const { scenario } = readScenario(
    readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8'),
  );
  if (scenario === undefined) throw new Error(`scenarios/${name}.yaml has faults`);
  return scenario;
};

const seen = (
  name: string,
  seat: string,
  company: Company,
  seeds: number,
  styles: readonly Style[] = STYLES,
): Gallery => {
  const scenario = table(name);
  const delegation = scenario.delegations.find(({ id }) => id === seat);
  if (delegation === undefined) throw new Error(`no seat ${seat}`);
  const names = Array.from({ length: seeds }, (_, k) => `styles/${k + 1}`);
  return galleries(scenario, delegation.id, names, company, styles)['whoever deals with it'];
};

/** By how many of its own errors the first of two styles has more of a figure than the second, seed by seed. */
const clearBy = (gallery: Gallery, name: string, one: Style, other: Style): number => {
  const feature = FEATURES.findIndex((item) => item.name === name);
  if (feature < 0) throw new Error(`nobody looks at "${name}"`);
  return meanOf(differences(gallery, feature, one, other)).z;
};

/** Errors from zero asked here. With these seeds each difference is clear by three and a half or more. */
const CLEAR = 2.5;

interface Told {
  readonly figure: string;
  readonly more: readonly Style[];
  readonly less: readonly Style[];
}

/** Of which figure a style has more than which others, in first-steps. */
const TOLD: readonly Told[] = [
  {
    figure: 'share of these in the open',
    more: ['principled', 'bridge-builder'],
    less: ['trader', 'patient', 'reciprocal', 'quiet'],
  },
  {
    figure: 'options it objects to, first third',
    more: ['principled', 'trader', 'patient', 'reciprocal', 'quiet'],
    less: ['bridge-builder'],
  },
  {
    figure: 'options it objects to, two thirds',
    more: ['patient'],
    less: ['trader', 'bridge-builder', 'reciprocal', 'quiet'],
  },
  {
    figure: 'authors named in public',
    more: ['principled', 'reciprocal'],
    less: ['trader', 'bridge-builder', 'patient', 'quiet'],
  },
];

const pairsOf = ({ more, less }: Told): readonly (readonly [Style, Style])[] =>
  more.flatMap((one) => less.map((other) => [one, other] as const));

describe('styles are told apart in whole games', () => {
  let usual: Gallery;
  beforeAll(() => {
    usual = seen('first-steps', 'SELL', 'as it is', 40);
  });

  it.each(TOLD)('by: $figure', (told) => {
    for (const [one, other] of pairsOf(told))
      expect(clearBy(usual, told.figure, one, other), `${one} and ${other}`).toBeGreaterThan(CLEAR);
  });

  it('by sharp words, where others break their word to it', () => {
    const wronged = seen('first-steps', 'SELL', 'breaking its word', 8);
    for (const one of ['principled', 'reciprocal'] as const)
      for (const other of ['trader', 'bridge-builder', 'patient', 'quiet'] as const)
        expect(clearBy(wronged, 'sharp words', one, other), `${one} and ${other}`).toBeGreaterThan(CLEAR);
  });

  it('traders and the quiet, the one pair left, at a larger table', () => {
    const apart = TOLD.flatMap(pairsOf).map((pair) => pair.toSorted().join());
    expect(PAIRS.filter((pair) => !apart.includes(pair.toSorted().join()))).toEqual([['trader', 'quiet']]);
    const both = seen('class-45', 'KE', 'as it is', 16, ['trader', 'quiet']);
    expect(clearBy(both, 'options it objects to, two thirds', 'trader', 'quiet')).toBeGreaterThan(CLEAR);
  });

  it('by a single game, more than twice as often as by chance', () => {
    expect(recognised(confusion(usual))).toBeGreaterThan(2 / STYLES.length);
  });
});
