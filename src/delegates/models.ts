import { exp, logistic } from '../analysis/index.ts';
import {
  expectedMandate,
  placeOf,
  type Chapter,
  type DelegationId,
  type Mandate,
  type Scenario,
  type Stance,
  type Text,
  type View,
} from '../engine/seat.ts';

/** What one seat believes of a delegation: a utility like a mandate's, and how sure it is of it. */
export interface Model {
  readonly delegation: DelegationId;
  readonly table: readonly (readonly number[])[];
  readonly pairs: Mandate['pairs'];
  readonly base: number;
  readonly reservation: number;
  /** `[article][option]` chance, 0 to 1, that it is a red line. */
  readonly red: readonly (readonly number[])[];
  /** Hundredths of a point: how far its worth of a text may lie from what we think. */
  readonly spread: number;
  readonly tokenWorth: readonly number[];
  readonly gains: readonly number[];
  readonly costs: readonly (number | null)[];
  /** By point of the side tracks. */
  readonly points: readonly number[];
}

const priors = new WeakMap<Scenario, readonly Mandate[]>();

/** What anybody can expect of all delegations, from the scenario alone. */
export const expected = (scenario: Scenario): readonly Mandate[] => {
  const known = priors.get(scenario);
  if (known !== undefined) return known;
  const made = scenario.delegations.map((_, place) => expectedMandate(scenario, place));
  priors.set(scenario, made);
  return made;
};

const kept = new WeakMap<View, readonly Model[]>();

/** Models of all delegations from what a view shows: public ranges, corrected by stances and by objections. */
export const modelsOf = (scenario: Scenario, view: View): readonly Model[] => {
  const known = kept.get(view);
  if (known !== undefined) return known;
  const objections = objectionsIn(scenario, view.log);
  const made = expected(scenario).map((mandate, place) =>
    modelOf(scenario, view, mandate, place, objections),
  );
  kept.set(view, made);
  return made;
};

/** Uncertainty of a prior, and what each thing said takes away from it. */
const SPREAD = { prior: 1_100, perWord: 22, least: 420 } as const;

const modelOf = (
  scenario: Scenario,
  view: View,
  prior: Mandate,
  place: number,
  objections: ReadonlyMap<string, number>,
): Model => {
  const delegation = scenario.delegations[place];
  if (delegation === undefined) throw new RangeError(`no delegation at ${place}`);
  let said = 0;
  const table = prior.table.map((row, article) => {
    const stances = view.stances[place]?.[article] ?? [];
    const top = Math.max(...row);
    const range = Math.max(250, top - Math.min(...row));
    return row.map((worth, option) => {
      const stance = stances[option] ?? 'silent';
      if (stance !== 'silent') said += 1;
      const objected = objections.get(`${place}/${article}/${option}`) ?? 0;
      return (
        corrected(worth, stance, top, range) -
        objected * OBJECTED -
        vowed(scenario, view, place, article, option)
      );
    });
  });
  const red = scenario.articles.map((article, index) =>
    article.options.map((_, option) =>
      foundOut(view, delegation.id, article.id, option)
        ? 1
        : Math.max(
            vowed(scenario, view, place, index, option) > 0 ? VOWED : 0,
            redChance(delegation, article.id, option, view.stances[place]?.[index]?.[option]),
          ),
    ),
  );
  return {
    delegation: delegation.id,
    table,
    pairs: prior.pairs,
    base: prior.base,
    reservation: prior.reservation,
    red,
    spread: Math.max(SPREAD.least, SPREAD.prior - SPREAD.perWord * said),
    tokenWorth: prior.tokenWorth,
    gains: prior.gains,
    costs: prior.costs,
    points: prior.points,
  };
};

/** Whether one has found out that this is a red line of theirs. */
const foundOut = (view: View, about: string, article: string, option: number): boolean =>
  view.own?.secrets.some(
    ({ about: whose, redLine }) =>
      whose === about && redLine.article === article && redLine.option === option,
  ) ?? false;

/** Chance that what somebody has publicly ruled out is a red line: most rule out what they would refuse anyway. */
const VOWED = 0.75;

/** What their own words before the press take off an option for them: all know the price of going back on them. */
const vowed = (scenario: Scenario, view: View, place: number, article: number, option: number): number => {
  const by = scenario.delegations[place]?.id;
  const id = scenario.articles[article]?.id;
  return view.vows
    .filter(
      (vow) => vow.by === by && vow.article === id && (vow.option === option) === (vow.says === 'never'),
    )
    .reduce((sum) => sum + scenario.press.vow, 0);
};

/** What a failed text's objection to an article takes off that option, hundredths of a point. */
const OBJECTED = 450;

/** A public stance moves our estimate towards the place that such a stance has among one's options. */
const corrected = (worth: number, stance: Stance, top: number, range: number): number => {
  switch (stance) {
    case 'silent':
      return worth;
    case 'support':
      return Math.round((worth + 3 * top) / 4);
    case 'accept':
      return Math.round((worth + 2 * (top - 0.38 * range)) / 3);
    case 'object':
      return Math.round((worth + 2 * (top - 0.95 * range)) / 3);
  }
};

const redChance = (
  delegation: Scenario['delegations'][number],
  article: string,
  option: number,
  stance: Stance | undefined,
): number => {
  const line = delegation.redLines.find((item) => item.article === article && item.options.includes(option));
  const prior = (line?.chance ?? 0) / 100;
  switch (stance) {
    case 'support':
    case 'accept':
      return 0;
    case 'object':
      // An objection is likelier where there is a red line: Bayes with likelihoods 0.95 and 0.3.
      return prior === 0 ? 0.03 : (prior * 0.95) / (prior * 0.95 + (1 - prior) * 0.3);
    case 'silent':
    case undefined:
      return prior * 0.9;
  }
};

/** How often a delegation objected to an option that stood in a text that failed. */
const objectionsIn = (scenario: Scenario, log: readonly Chapter[]): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const chapter of log)
    for (const event of chapter.events) {
      if (event.kind !== 'decided' || event.adopted || event.amendment !== undefined) continue;
      for (const given of event.answers) {
        if (given.answer !== 'object' && given.answer !== 'no') continue;
        const place = placeOf(scenario, 'delegation', given.by);
        for (const article of given.articles) {
          const index = placeOf(scenario, 'article', article);
          const key = `${place}/${index}/${event.text[index] ?? 0}`;
          counted.set(key, (counted.get(key) ?? 0) + 1);
        }
      }
    }
  return counted;
};

/** What we think a text is worth to it, before red lines. */
export const guessedWorth = (model: Model, text: Text): number => {
  let sum = model.base;
  for (let k = 0; k < model.table.length; k += 1) sum += model.table[k]?.[text[k] ?? 0] ?? 0;
  for (const pair of model.pairs) if (text[pair.a] === pair.o && text[pair.b] === pair.p) sum += pair.worth;
  return sum;
};

/** Chance, 0 to 1, that it would rather have this text, with so much on top, than none. */
export const joins = (model: Model, text: Text, onTop = 0): number => {
  let safe = 1;
  for (let k = 0; k < text.length; k += 1) safe *= 1 - (model.red[k]?.[text[k] ?? 0] ?? 0);
  return safe * logistic((guessedWorth(model, text) + onTop - model.reservation) / (model.spread * 0.55));
};

/** A number that grows without steps from 0, for gains that may be negative: ln(1 + e^x) by its definition. */
export const softly = (x: number, ln: (y: number) => number): number => (x > 30 ? x : ln(1 + exp(x)));
