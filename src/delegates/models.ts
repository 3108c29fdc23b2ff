import { below, exp } from '../analysis/index.ts';
import {
  placeOf,
  type DelegationId,
  type Mandate,
  type Provision,
  type Scenario,
  type Text,
  type Undertaking,
  type View,
} from '../engine/seat.ts';
import { learntIn } from './dealings.ts';
import { heardIn } from './heard.ts';
import { CONSTANT, layoutOf, pairsOf, partsOf, type Layout } from './layout.ts';
import { redChance, type Mind } from './mind.ts';
import { sumOf, type NormalBelief } from './normal-belief.ts';
import { expectedGain, priorsOf } from './prior.ts';

/** What one seat believes of a delegation: a utility like a mandate's, and how sure it is of it. */
export interface Model {
  readonly delegation: DelegationId;
  readonly layout: Layout;
  /** Of a text's worth over no agreement. */
  readonly belief: NormalBelief;
  readonly table: readonly (readonly number[])[];
  readonly pairs: Mandate['pairs'];
  readonly base: number;
  readonly reservation: number;
  /** `[article][option]` chance, 0 to 1, that it is a red line. */
  readonly red: readonly (readonly number[])[];
  readonly tokenWorth: readonly number[];
  readonly gains: readonly number[];
  readonly costs: readonly (number | null)[];
  /** By point of the side tracks. */
  readonly points: readonly number[];
  /** What it is believed to reckon words for, as a multiple of what is usual. */
  readonly reckons: number;
  /** Sets of provisions of which it is known to have promised to oppose every text that has them all. */
  readonly opposes: readonly (readonly { readonly article: number; readonly option: number }[])[];
  /** What it is known to get, or give, if a text with these provisions is adopted; hundredths of a point. */
  readonly onAdoption: readonly {
    readonly worth: number;
    readonly containing: readonly { readonly article: number; readonly option: number }[];
  }[];
}

const kept = new WeakMap<View, readonly Model[]>();
const made = new WeakMap<Mind, Model>();

/** Models of all delegations: what everybody has heard, and what this seat alone has found out or learnt in its dealings. */
export const modelsOf = (scenario: Scenario, view: View): readonly Model[] => {
  const known = kept.get(view);
  if (known !== undefined) return known;
  const words = wordsOnTexts(view);
  const models = learntIn(scenario, view, heardIn(scenario, view)).map(({ mind, reckons }, place) => {
    const model = withWords(scenario, words, withSecrets(scenario, view, modelOf(scenario, mind, place)));
    return reckons === 1 ? model : { ...model, reckons };
  });
  kept.set(view, models);
  return models;
};

/** Models of all delegations from what everybody has heard alone. */
export const modelsFrom = (scenario: Scenario, minds: readonly Mind[]): readonly Model[] =>
  minds.map((mind, place) => modelOf(scenario, mind, place));

/** The model that a mind makes. */
const modelOf = (scenario: Scenario, mind: Mind, place: number): Model => {
  const known = made.get(mind);
  if (known !== undefined) return known;
  const delegation = scenario.delegations[place];
  const prior = priorsOf(scenario)[place]?.mandate;
  if (delegation === undefined || prior === undefined) throw new RangeError(`no delegation at ${place}`);
  const layout = layoutOf(scenario);
  const { mean } = mind.belief;
  const reservation = prior.reservation + mind.moved;
  const model: Model = {
    delegation: delegation.id,
    layout,
    belief: mind.belief,
    table: scenario.articles.map((article, k) =>
      article.options.map((_, option) => mean[(layout.starts[k] ?? 0) + option] ?? 0),
    ),
    pairs: pairsOf(scenario, mean),
    base: (mean[CONSTANT] ?? 0) + reservation,
    reservation,
    red: scenario.articles.map((article, k) =>
      article.options.map((_, option) => redChance(scenario, mind, place, k, option)),
    ),
    tokenWorth: prior.tokenWorth,
    gains: prior.gains,
    costs: prior.costs,
    points: prior.points,
    reckons: 1,
    opposes: [],
    onAdoption: [],
  };
  made.set(mind, model);
  return model;
};

/** Red lines that one has found out. */
const withSecrets = (scenario: Scenario, view: View, model: Model): Model =>
  (view.own?.secrets ?? [])
    .filter(({ about }) => about === model.delegation)
    .reduce((now, { redLine }) => {
      const place = placeOf(scenario, 'article', redLine.article);
      return { ...now, red: now.red.with(place, (now.red[place] ?? []).with(redLine.option, 1)) };
    }, model);

/** The same with what everybody knows of deals and promises. */
export const publicModels = (
  scenario: Scenario,
  { deals, pledges }: View,
  models: readonly Model[],
): readonly Model[] => {
  const words = wordsOnTexts({
    deals: deals.filter((deal) => deal.open),
    pledges: pledges.filter((pledge) => pledge.open),
  });
  return models.map((model) => withWords(scenario, words, model));
};

type Due = Extract<Undertaking, { kind: 'tokens' }> & { readonly when: { readonly on: 'adoption' } };

/** What is known to hang on texts: looked for once for all delegations, for deals are many and these few. */
interface Words {
  readonly due: readonly Due[];
  readonly opposed: readonly Extract<Undertaking, { kind: 'oppose' }>[];
}

const isDue = (item: Undertaking): item is Due => item.kind === 'tokens' && item.when.on === 'adoption';

/** Of promises everybody knows the open ones, the parties their own too. */
const wordsOnTexts = ({ deals, pledges }: Pick<View, 'deals' | 'pledges'>): Words => ({
  due: deals.flatMap(({ undertakings }) => (undertakings.some(isDue) ? undertakings.filter(isDue) : [])),
  opposed: pledges.flatMap(({ state, undertaking }) =>
    state === 'open' && undertaking.kind === 'oppose' ? [undertaking] : [],
  ),
});

/** With what deals bring it, or cost it, on adoption, and with the texts that it has promised to oppose. */
const withWords = (scenario: Scenario, { due, opposed }: Words, model: Model): Model => {
  const { delegation } = model;
  const paid = due.filter(({ by, to }) => by === delegation || to === delegation);
  const against = opposed.filter(({ by }) => by === delegation);
  if (paid.length === 0 && against.length === 0) return model;
  return {
    ...model,
    opposes: against.map(({ containing }) => inPlaces(scenario, containing)),
    onAdoption: paid.map(({ by, token, amount, when }) => ({
      worth:
        (by === delegation ? -1 : 1) * (model.tokenWorth[placeOf(scenario, 'token', token)] ?? 0) * amount,
      containing: inPlaces(scenario, when.containing),
    })),
  };
};

const inPlaces = (
  scenario: Scenario,
  provisions: readonly Provision[],
): readonly { readonly article: number; readonly option: number }[] =>
  provisions.map(({ article, option }) => ({ article: placeOf(scenario, 'article', article), option }));

/** What it is known to get or give if this text is adopted. */
export const promisedOn = ({ onAdoption }: Model, text: Text): number =>
  onAdoption.reduce(
    (sum, { worth, containing }) =>
      containing.every(({ article, option }) => text[article] === option) ? sum + worth : sum,
    0,
  );

/** What we think a text is worth to it over no agreement, before red lines. */
export const guessedGain = (model: Model, text: Text): number =>
  expectedGain(model.layout, model.belief.mean, text);

/** What we think a text is worth to it, before red lines. */
export const guessedWorth = (model: Model, text: Text): number =>
  guessedGain(model, text) + model.reservation;

/** Standard deviation of what we think a text is worth to it over no agreement. */
export const doubtOf = (model: Model, text: Text): number =>
  Math.sqrt(sumOf(model.belief, { plus: partsOf(model.layout, text), minus: [] }).variance) + SLACK;

/** Hundredths of a point by which one is always unsure. */
const SLACK = 20;

/** Chance, 0 to 1, that such a promise does not keep its giver from a text: people break some, machines hardly any. */
export const BREAKS = 0.2;

/** Whether it is known to have promised to oppose a text. */
export const opposes = (model: Model, text: Text): boolean =>
  model.opposes.some((set) => set.every(({ article, option }) => text[article] === option));

/** Chance, 0 to 1, that nothing keeps it from a text: none of its red lines, and no promise to oppose it. */
export const bears = (model: Model, text: Text): number => {
  let safe = opposes(model, text) ? BREAKS : 1;
  for (let k = 0; k < text.length; k += 1) safe *= 1 - (model.red[k]?.[text[k] ?? 0] ?? 0);
  return safe;
};

/** Chance, 0 to 1, that it would rather have this text, with so much on top, than none. */
export const joins = (model: Model, text: Text, onTop = 0): number => {
  const safe = bears(model, text);
  return safe === 0
    ? 0
    : safe * below((guessedGain(model, text) + promisedOn(model, text) + onTop) / doubtOf(model, text));
};

/** A number that grows without steps from 0, for gains that may be negative: ln(1 + e^x) by its definition. */
export const softly = (x: number, ln: (y: number) => number): number => (x > 30 ? x : ln(1 + exp(x)));
