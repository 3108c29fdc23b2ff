import { below, ln, lnWhole } from '../analysis/index.ts';
import { carried, type Scenario, type Text, type Threshold } from '../engine/seat.ts';
import { partsOf } from './layout.ts';
import { bears, doubtOf, joins, promisedOn, softly, type Model } from './models.ts';

/** A mediator's search for a text: what all are likely to join, and the product of what they are believed to gain. */

/** How good a text seems. */
export interface Promise {
  /** Σ ln of the chance that each joins. */
  readonly joining: number;
  /** Σ ln of what each is believed to gain, hundredths of a point. */
  readonly gaining: number;
}

const FLOOR = 1e-6;
/** Hundredths of a point from which a gain counts as one. */
const SCALE = 400;

/** @param doubts By model: how far the worth of the text may lie from what is believed. */
const promiseWith = (models: readonly Model[], text: Text, doubts: readonly number[]): Promise => {
  const [first] = models;
  if (first === undefined) return { joining: 0, gaining: 0 };
  const parts = partsOf(first.layout, text);
  let [joining, gaining] = [0, 0];
  for (const [place, model] of models.entries()) {
    const { mean } = model.belief;
    let gain = promisedOn(model, text);
    for (const at of parts) gain += mean[at] ?? 0;
    joining += ln(Math.max(FLOOR, bears(model, text) * below(gain / (doubts[place] ?? 1))));
    gaining += gain > 20 * SCALE ? lnWhole(Math.round(gain)) : ln(SCALE * softly(gain / SCALE, ln));
  }
  return { joining, gaining };
};

export const promiseOfText = (models: readonly Model[], text: Text): Promise =>
  promiseWith(
    models,
    text,
    models.map((model) => doubtOf(model, text)),
  );

/** Whether a text can be put to the vote: then it need not be joined by all. */
export const canVote = ({ procedure }: Scenario): boolean => procedure.methods.includes('vote');

/** Chance, 0 to 1, that a text carries if those who would rather have it than none vote yes and the others no. */
export const chanceToCarry = (models: readonly Model[], text: Text, threshold: Threshold): number =>
  chanceOfMajority(
    models.map((model) => joins(model, text)),
    threshold,
  );

/** Chance, 0 to 1, of a majority where each votes yes with such a chance, and else no. */
export const chanceOfMajority = (votes: readonly number[], threshold: Threshold): number => {
  // By number of yes votes so far.
  let chances = [1];
  for (const yes of votes)
    chances = [...chances, 0].map((no, count) => no * (1 - yes) + (chances[count - 1] ?? 0) * yes);
  return chances.reduce(
    (sum, chance, yes) => (carried(threshold, yes, votes.length - yes) ? sum + chance : sum),
    0,
  );
};

/** Chance, 0 to 1, that all join, each with such a chance. */
export const chanceOfAll = (votes: readonly number[]): number => votes.reduce((all, one) => all * one, 1);

/** What one number comes of it. `ambition`: how much a gain counts against the risk that somebody objects. */
export const valueOf = ({ joining, gaining }: Promise, ambition: number): number =>
  joining + ambition * gaining;

export interface Found {
  readonly text: Text;
  readonly value: number;
}

/** The most promising text by ascent from several starts; none of those in `not`. */
export const seek = (
  options: readonly number[],
  models: readonly Model[],
  starts: readonly Text[],
  ambition: number,
  not: ReadonlySet<string> = new Set(),
): Found | undefined => {
  let best: Found | undefined;
  const met = new Set<string>();
  for (const start of starts) {
    const found = climb(options, models, start, ambition, not, met);
    if (found === undefined || not.has(found.text.join())) continue;
    if (best === undefined || found.value > best.value) best = found;
  }
  return best;
};

/** How many texts are spread out. */
const SPREAD = 4;

/**
 * Starts that have nothing to do with what stands, far from each other and always the same: by turns one option of the same place everywhere, and
 * each article one further than the last. With them, and with what was tried, a hundred starts at random found something better than 1 of 212 texts that
 * Chairs put in 30 games each of oewg-2022 and global-mechanism; without, than 20 of 213.
 */
export const spread = (options: readonly number[]): readonly Text[] =>
  Array.from({ length: SPREAD }, (_, turn) =>
    options.map((count, place) => (turn % 2 === 0 ? turn : turn + place) % Math.max(1, count)),
  );

const STEPS = 40;

/**
 * Ascent by single articles and, where that helps no more, by two that are linked.
 * @param met Texts where an ascent has been: from there on this one would go the same way, and comes to nothing new.
 */
const climb = (
  options: readonly number[],
  models: readonly Model[],
  start: Text,
  ambition: number,
  not: ReadonlySet<string>,
  met: Set<string>,
): Found | undefined => {
  let now: Found = { text: start, value: valueAt(models, start, ambition, not) };
  for (let step = 0; step < STEPS; step += 1) {
    const key = now.text.join();
    if (met.has(key)) return undefined;
    met.add(key);
    const next = stepFrom(options, models, now, ambition, not);
    if (next === undefined) return now;
    now = next;
  }
  return now;
};

const valueAt = (models: readonly Model[], text: Text, ambition: number, not: ReadonlySet<string>): number =>
  not.has(text.join()) ? -Infinity : valueOf(promiseOfText(models, text), ambition);

/** How many of the neighbours that look best are looked at closely. */
const CLOSELY = 3;

/** Neighbours are compared with the doubts of the text as it is; the best of them then with their own. */
const stepFrom = (
  options: readonly number[],
  models: readonly Model[],
  { text, value }: Found,
  ambition: number,
  not: ReadonlySet<string>,
): Found | undefined => {
  const doubts = models.map((model) => doubtOf(model, text));
  const better = (neighbours: Iterable<Text>): Found | undefined => {
    let near: Found[] = [];
    for (const candidate of neighbours) {
      const looks = valueOf(promiseWith(models, candidate, doubts), ambition);
      if (near.length === CLOSELY && looks <= (near.at(-1)?.value ?? -Infinity)) continue;
      near = [...near, { text: candidate, value: looks }]
        .toSorted((a, b) => b.value - a.value)
        .slice(0, CLOSELY);
    }
    let best: Found | undefined;
    for (const { text: candidate } of near) {
      const exact = valueAt(models, candidate, ambition, not);
      if (exact > (best?.value ?? value) + 1e-9) best = { text: candidate, value: exact };
    }
    return best;
  };
  return better(singles(options, text)) ?? better(pairs(options, models, text));
};

function* singles(options: readonly number[], text: Text): Generator<Text> {
  for (let k = 0; k < options.length; k += 1)
    for (let o = 0; o < (options[k] ?? 0); o += 1) if (o !== text[k]) yield text.with(k, o);
}

function* pairs(options: readonly number[], models: readonly Model[], text: Text): Generator<Text> {
  for (const { a, b } of models[0]?.layout.ties ?? [])
    for (let o = 0; o < (options[a] ?? 0); o += 1)
      for (let p = 0; p < (options[b] ?? 0); p += 1)
        if (o !== text[a] && p !== text[b]) yield text.with(a, o).with(b, p);
}
