import { exp } from '../analysis/index.ts';
import {
  carried,
  placeOf,
  standingText,
  type DelegationId,
  type Provision,
  type Scenario,
  type Text,
  type View,
} from '../engine/seat.ts';
import { promiseToOppose } from './bound.ts';
import { decisionsLeft } from './calendar.ts';
import { heardIn } from './heard.ts';
import { partsOf } from './layout.ts';
import { gainIn, liking, likelyTexts } from './likely-texts.ts';
import { canVote } from './mediation.ts';
import type { Mind } from './mind.ts';
import { modelsFrom, modelsOf, opposes, promisedOn, publicModels, type Model } from './models.ts';
import { bearable, gainOf, type Self } from './own.ts';
import { BARRED, breaksWord, imagined } from './worlds.ts';

/**
 * What may still be adopted. The truth is drawn a few dozen times from what is believed of all delegations; in each such world the texts that
 * enough would join are the ones that may be adopted, and a Chair, who hears what they want, comes out near the one with the largest
 * product of gains. How often each text does is its chance, how often none passes the chance of none. As each world is one draw of
 * everything that is believed, what hangs together stays together: chances of single delegations are never multiplied.
 */
export interface Prospects {
  readonly scenario: Scenario;
  readonly texts: readonly Text[];
  /** By text, 0 to 1. */
  readonly chances: readonly number[];
  /** Chance, 0 to 1, of a text of which nobody thinks now: any text alike. */
  readonly stray: number;
}

/** In each world texts count by e to the power of their liking over this: fitted, with the next two, as docs/delegates.md says. */
const HEAT = 0.5;
/** Share of what is adopted that nobody thinks of now. */
const STRAY = 0.02;
/** How seldom it comes otherwise than the worlds say: none although some could pass, or one although none could. */
const SLIP = 0.03;

/** Draws of the truth: fewer where there are many delegations, whose number does what the draws would. */
const WORLDS = { least: 16, most: 64, delegations: 1_200 } as const;

const worldsFor = (delegations: number): number =>
  2 *
  Math.floor(
    Math.min(WORLDS.most, Math.max(WORLDS.least, WORLDS.delegations / Math.max(1, delegations))) / 2,
  );

/** What is reckoned once for all seats, from what everybody has heard. `[world * texts + text]`. */
interface Table {
  readonly standing: string;
  readonly models: readonly Model[];
  readonly worlds: number;
  readonly texts: readonly Text[];
  /** Σ {@link liking} over all delegations. */
  readonly liked: Float64Array;
  /** How many would join. */
  readonly joined: Float64Array;
}

const tables = new WeakMap<readonly Mind[], Table>();

/** Whether a text passes if so many would rather have it than none: by vote, where the procedure knows one. */
const passing =
  (scenario: Scenario) =>
  (joining: number): boolean =>
    canVote(scenario)
      ? carried(scenario.procedure.threshold, joining, scenario.delegations.length - joining)
      : joining === scenario.delegations.length;

const tableOf = (scenario: Scenario, view: View): Table => {
  const minds = heardIn(scenario, view);
  const standing = standingText(view.articles).join();
  const known = tables.get(minds);
  if (known?.standing === standing) return known;
  const models = modelsFrom(scenario, minds);
  const worlds = worldsFor(models.length);
  const drawn = models.map((model, place) => imagined(model, place, worlds));
  const texts = likelyTexts(
    scenario,
    view,
    models,
    Array.from({ length: worlds }, (_, world) => drawn.map((rows) => rows[world] ?? new Float64Array())),
    passing(scenario),
  );
  const size = worlds * texts.length;
  const empty = {
    standing,
    models,
    worlds,
    texts,
    liked: new Float64Array(size),
    joined: new Float64Array(size),
  };
  models.forEach((model, place) => count(empty, gainsOf(model, place, texts, drawn[place] ?? []), 1));
  tables.set(minds, empty);
  return empty;
};

/** Of one delegation, `[world * texts + text]`: what it gains, hundredths of a point. */
const gainsOf = (
  model: Model,
  place: number,
  texts: readonly Text[],
  rows: readonly Float64Array[],
): Float64Array => {
  const parts = texts.map((text) => partsOf(model.layout, text));
  const due = texts.map((text) => promisedOn(model, text));
  const bound = texts.map((text) => opposes(model, text));
  const gains = new Float64Array(rows.length * texts.length);
  const isBound = bound.includes(true);
  rows.forEach((row, world) => {
    const keeps = isBound && !breaksWord(place, world);
    parts.forEach((places, at) => {
      const kept = keeps && bound[at] === true;
      gains[world * texts.length + at] = gainIn(row, places) + (due[at] ?? 0) - (kept ? BARRED : 0);
    });
  });
  return gains;
};

/** Counts one delegation in, or out. */
const count = (
  { liked, joined }: Pick<Table, 'liked' | 'joined'>,
  gains: Float64Array,
  times: 1 | -1,
): void => {
  for (let at = 0; at < gains.length; at += 1) {
    const gain = gains[at] ?? 0;
    liked[at] = (liked[at] ?? 0) + times * liking(gain);
    if (gain >= 0) joined[at] = (joined[at] ?? 0) + times;
  }
};

/** The table where something else is known of some delegations: what each of them gains, by world and text. */
const instead = (table: Table, known: ReadonlyMap<number, Float64Array>): Table => {
  if (known.size === 0) return table;
  const changed = { ...table, liked: table.liked.slice(), joined: table.joined.slice() };
  for (const [place, gains] of known) {
    const model = table.models[place];
    if (model === undefined) continue;
    count(changed, gainsHere(table, model, place), -1);
    count(changed, gains, 1);
  }
  return changed;
};

/** Of those of whom these models say something else than what everybody has heard: what they gain. */
const otherwise = (table: Table, models: readonly Model[]): Map<number, Float64Array> =>
  new Map(
    models.flatMap((model, place): readonly [number, Float64Array][] => {
      const usual = table.models[place];
      return usual === undefined || sameOfTexts(model, usual)
        ? []
        : [[place, gainsHere(table, model, place)]];
    }),
  );

/** Whether two models say the same of what texts are worth to a delegation. */
const sameOfTexts = (one: Model, other: Model): boolean =>
  one.belief === other.belief &&
  one.red === other.red &&
  one.opposes === other.opposes &&
  one.onAdoption === other.onAdoption;

interface Counted {
  readonly model: Model;
  readonly gains: Float64Array;
}

/** What was counted last, of the table asked about last: seats ask by turns, each several times, about delegations they know more of. */
let latest: { readonly table: Table; readonly counted: (readonly Counted[])[] } | undefined;

const gainsHere = (table: Table, model: Model, place: number): Float64Array => {
  if (latest?.table !== table) latest = { table, counted: table.models.map(() => []) };
  const known = latest.counted[place] ?? [];
  const found = known.find((one) => sameOfTexts(one.model, model));
  if (found !== undefined) return found.gains;
  const gains = gainsOf(model, place, table.texts, imagined(model, place, table.worlds));
  latest.counted[place] = [...known, { model, gains }].slice(-table.models.length);
  return gains;
};

/**
 * Chances of the texts. In each world those that all join share it. Where no text is joined by all, one can be put to the vote: all texts share
 * the world as what is put, and what would not carry comes to nothing.
 */
const sharedOut = (scenario: Scenario, { models, worlds, texts, liked, joined }: Table): Prospects => {
  const passes = passing(scenario);
  const chances = texts.map(() => 0);
  let some = 0;
  for (let world = 0; world < worlds; world += 1) {
    const at = world * texts.length;
    const joining = texts.map((_, text) => Math.round(joined[at + text] ?? 0));
    const byAll = joining.includes(models.length);
    const put = joining.map((many, text) =>
      (byAll ? many === models.length : canVote(scenario)) ? (liked[at + text] ?? 0) : -Infinity,
    );
    const best = Math.max(...put);
    if (best === -Infinity) continue;
    const weights = put.map((like) => exp((like - best) / HEAT));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    for (const [text, weight] of weights.entries()) {
      if (!passes(joining[text] ?? 0)) continue;
      chances[text] = (chances[text] ?? 0) + weight / sum;
      some += weight / sum;
    }
  }
  const any = SLIP / 2 + (1 - SLIP) * (some / Math.max(1, worlds));
  const stray = some === 0 ? any : STRAY * any;
  return {
    scenario,
    texts,
    chances: chances.map((chance) => (some === 0 ? 0 : ((any - stray) * chance) / some)),
    stray,
  };
};

/** Where it is known already: a text is adopted, or none can be put any more. */
const settled = (scenario: Scenario, view: View): Prospects | undefined => {
  if (view.adopted !== undefined) return { scenario, texts: [view.adopted.text], chances: [1], stray: 0 };
  const { phases = [] } = scenario.sessions[view.session] ?? {};
  const here =
    phases.includes('decision') &&
    view.phase !== 'capital' &&
    (view.phase !== 'decision' ||
      view.decision !== undefined ||
      view.tried.length < scenario.procedure.textsPerDecision);
  return view.status === 'open' && (here || decisionsLeft(scenario, view) > 0)
    ? undefined
    : { scenario, texts: [], chances: [], stray: 0 };
};

type Kept = WeakMap<View, Map<string, Prospects>>;
const common: Kept = new WeakMap();
const seats: Kept = new WeakMap();

const keptIn = (
  kept: Kept,
  scenario: Scenario,
  view: View,
  willing: readonly DelegationId[],
  make: () => Prospects,
): Prospects => {
  const known = kept.get(view) ?? new Map<string, Prospects>();
  kept.set(view, known);
  const key = willing.join();
  const found = known.get(key) ?? settled(scenario, view) ?? make();
  known.set(key, found);
  return found;
};

/**
 * The same where some are taken to join whatever crosses none of their red lines. What is due on adoption is asked about so: for those between
 * whom it passes it comes due only if they can join, and a payment is there to make them able to.
 */
const withWilling = (
  table: Table,
  known: Map<number, Float64Array>,
  willing: readonly DelegationId[],
): ReadonlyMap<number, Float64Array> => {
  for (const [place, model] of table.models.entries()) {
    if (!willing.includes(model.delegation)) continue;
    const gains = known.get(place) ?? gainsHere(table, model, place);
    known.set(
      place,
      gains.map((gain) => (gain < -BARRED / 2 ? gain : Math.max(0, gain))),
    );
  }
  return known;
};

/**
 * What everybody can reckon with: what has been heard, and open deals.
 * @param willing See {@link withWilling}.
 */
export const publicProspects = (
  scenario: Scenario,
  view: View,
  willing: readonly DelegationId[] = [],
): Prospects =>
  keptIn(common, scenario, view, willing, () => {
    const table = tableOf(scenario, view);
    const known = otherwise(table, publicModels(scenario, view, table.models));
    return sharedOut(scenario, instead(table, withWilling(table, known, willing)));
  });

/**
 * What a delegation reckons with: its own mandate as it is, and what it has found out of others. A view has one seat.
 * @param willing See {@link withWilling}.
 */
export const prospectsOf = (self: Self, willing: readonly DelegationId[] = []): Prospects => {
  const { scenario, view, own } = self;
  return keptIn(seats, scenario, view, willing, () => {
    const table = tableOf(scenario, view);
    const gains = table.texts.map((text) =>
      bearable(self, text) && promiseToOppose(self, text) === undefined ? gainOf(self, text) : -Infinity,
    );
    const mine = new Float64Array(table.worlds * gains.length).map((_, at) => gains[at % gains.length] ?? 0);
    const known = otherwise(table, modelsOf(scenario, view)).set(own.index, mine);
    return sharedOut(scenario, instead(table, withWilling(table, known, willing)));
  });
};

/** Chance, 0 to 1, that a text which contains all of these is adopted; of any text, if there are none. */
export const chanceOf = (
  { scenario, texts, chances, stray }: Prospects,
  containing: readonly Provision[],
): number => {
  const places = containing.map(({ article, option }) => ({
    article: placeOf(scenario, 'article', article),
    option,
  }));
  const asked = new Map(places.map(({ article, option }) => [article, option]));
  if (places.some(({ article, option }) => asked.get(article) !== option)) return 0;
  let alike = stray;
  for (const [article] of asked) alike /= scenario.articles[article]?.options.length ?? 1;
  const all = chances.reduce(
    (sum, chance, at) =>
      places.every(({ article, option }) => texts[at]?.[article] === option) ? sum + chance : sum,
    alike,
  );
  return Math.min(1, all);
};
