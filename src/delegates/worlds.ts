import { ln } from '../analysis/index.ts';
import { chanceOf } from './arena/chance.ts';
import { BREAKS, type Model } from './models.ts';
import type { NormalBelief } from './normal-belief.ts';

/**
 * What a delegation may want in truth, drawn so many times from what is believed of it: rows of numbers as in the layout, whose sum over
 * a text is its worth over no agreement. What hangs together in the belief does so in each draw.
 *
 * For the same place always with the same chances: what differs between two beliefs is then due to the beliefs. Every second draw mirrors
 * the one before, so that on average they are what is believed.
 */
export const imagined = (model: Model, place: number, count: number): readonly Float64Array[] => {
  const { mean } = model.belief;
  const root = rootOf(model.belief);
  const size = mean.length;
  let shift: Float64Array = new Float64Array(size);
  return Array.from({ length: count }, (_, world) => {
    const chance = chanceOf(`world/${place}/${world}`);
    const lines = drawnLines(model, chance);
    const mirrored = world % 2 === 1;
    if (!mirrored) shift = times(root, normals(chance, size));
    const row = mean.map((middle, at) => middle + (mirrored ? -SPREAD : SPREAD) * (shift[at] ?? 0));
    for (const at of lines) row[at] = (row[at] ?? 0) - BARRED;
    return row;
  });
};

/** Whether somebody breaks a promise about a text in this world: in one of so many that follow on each other, each at its own turn. */
export const breaksWord = (place: number, world: number): boolean => {
  const turns = Math.round(1 / BREAKS);
  const chance = chanceOf(`word/${place}/${Math.floor(world / turns)}`);
  return world % turns === Math.floor(turns * chance());
};

/**
 * How far the draws lie from what is believed, as a share of how far the belief would have them: it is held wider than it need be
 * (docs/delegates.md). Fitted, as said there.
 */
const SPREAD = 0.8;

/** Hundredths of a point that a red line takes off: so many that nothing makes up for it. */
export const BARRED = 1_000_000;

/**
 * Below this chance a red line is not drawn. What is said lets one believe a little in lines of which the scenario knows nothing: rightly
 * little of each (of 16 000 such options in games not one was a red line), but there are a hundred at a large table.
 */
const LIKELY = 0.05;

/** Places in the row of the options drawn as red lines: one chance for each article, for those that stand and fall together. */
const drawnLines = ({ red, layout }: Model, chance: () => number): readonly number[] =>
  red.flatMap((row, article) => {
    const luck = chance();
    return row.flatMap((line, option) =>
      line >= LIKELY && luck < line ? [(layout.starts[article] ?? 0) + option] : [],
    );
  });

/** Numbers of the standard normal distribution (the polar method, Marsaglia and Bray 1964). */
const normals = (chance: () => number, count: number): Float64Array => {
  const found = new Float64Array(count + 1);
  for (let at = 0; at < count;) {
    const [x, y] = [2 * chance() - 1, 2 * chance() - 1];
    const square = x * x + y * y;
    if (square >= 1 || square === 0) continue;
    const length = Math.sqrt((-2 * ln(square)) / square);
    found[at] = x * length;
    found[at + 1] = y * length;
    at += 2;
  }
  return found.subarray(0, count);
};

const times = (root: Float64Array, wave: Float64Array): Float64Array => {
  const size = wave.length;
  const found = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let sum = 0;
    for (let j = 0; j <= i; j += 1) sum += (root[i * size + j] ?? 0) * (wave[j] ?? 0);
    found[i] = sum;
  }
  return found;
};

/** Variance, square hundredths of a point, below which a number is taken to follow from those before it. */
const CERTAIN = 1e-6;

/** The lower root of a covariance (Cholesky); what rounding has left below zero is taken for zero. */
export const rootOf = ({ mean, covariance }: NormalBelief): Float64Array => {
  const size = mean.length;
  const root = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    let left = covariance[j * size + j] ?? 0;
    for (let k = 0; k < j; k += 1) left -= (root[j * size + k] ?? 0) * (root[j * size + k] ?? 0);
    if (left <= CERTAIN) continue;
    const pivot = Math.sqrt(left);
    root[j * size + j] = pivot;
    for (let i = j + 1; i < size; i += 1) {
      let sum = covariance[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (root[i * size + k] ?? 0) * (root[j * size + k] ?? 0);
      root[i * size + j] = sum / pivot;
    }
  }
  return root;
};
