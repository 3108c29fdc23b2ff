import { issuesIn, type GeniusDomain, type GeniusIssue } from './genius-domain.ts';
import { named, readXml, type Element, type GeniusFaults, type GeniusReading } from './genius-xml.ts';

/**
 * An additive utility function over a domain, on GENIUS's scale: `u = Σ table[issue][value]`, where an entry is the weight of
 * the issue times the evaluation of the value. Evaluations of a categorical issue are divided by the largest of the issue;
 * those of a number are held in 0 to 1. With weights that sum to 1, 0 <= u <= 1.
 */
export interface GeniusProfile {
  readonly table: readonly (readonly number[])[];
  /** Utility of no agreement; 0 where the file has none. */
  readonly reservation: number;
  /** Utility kept per unit of time; 1: no discount. */
  readonly discount: number;
  /** Sum of the weights as written, before they were divided by it. */
  readonly weights: number;
}

const discreteRow = (issue: GeniusIssue, element: Element, faults: GeniusFaults): readonly number[] => {
  const items = new Map(named(element, 'item').map((item) => [item.attributes['value'] ?? '', item]));
  const evaluations = issue.values.map((value) => {
    const item = items.get(value);
    if (item !== undefined) return faults.number(item, 'evaluation', 0);
    faults.at(
      element,
      `The value "${value}" of "${issue.name}" has no evaluation`,
      `<item value="${value}" evaluation="…"/>`,
    );
    return 0;
  });
  for (const [value, item] of items)
    if (!issue.values.includes(value))
      faults.at(
        item,
        `The domain has no value "${value.slice(0, 40)}" in "${issue.name}"`,
        ...issue.values.slice(0, 3),
      );
  const most = Math.max(...evaluations);
  return evaluations.map((evaluation) => (most > 0 ? evaluation / most : 0));
};

const inUnit = (value: number): number => Math.max(0, Math.min(1, value));

/**
 * `linear`: slope and offset (integers count from the lower bound), or parameter1 · value + parameter0; `constant`: parameter0;
 * `triangular`: 0 at parameter0 and parameter1, 1 at parameter2.
 */
const rangeRow = (issue: GeniusIssue, element: Element, faults: GeniusFaults): readonly number[] => {
  const [evaluator] = named(element, 'evaluator');
  if (evaluator === undefined) {
    faults.at(
      element,
      `"${issue.name}" has no evaluator`,
      '<evaluator ftype="linear" slope="…" offset="…"/>',
    );
    return issue.values.map(() => 0);
  }
  const get = (attribute: string): number => faults.number(evaluator, attribute);
  const kind = evaluator.attributes['ftype'] ?? 'linear';
  const low = issue.numbers[0] ?? 0;
  if (kind === 'linear' && evaluator.attributes['slope'] !== undefined) {
    const [slope, offset] = [get('slope'), get('offset')];
    return issue.numbers.map((x) => inUnit(slope * (issue.kind === 'integer' ? x - low : x) + offset));
  }
  if (kind === 'linear') {
    const [slope, offset] = [get('parameter1'), get('parameter0')];
    return issue.numbers.map((x) => inUnit(slope * x + offset));
  }
  if (kind === 'constant') {
    const value = inUnit(get('parameter0'));
    return issue.numbers.map(() => value);
  }
  if (kind === 'triangular') {
    const [from, to, top] = [get('parameter0'), get('parameter1'), get('parameter2')];
    return issue.numbers.map((x) =>
      inUnit(x === top ? 1 : x < top ? (x - from) / (top - from) : (to - x) / (to - top)),
    );
  }
  faults.at(
    evaluator,
    `Evaluators of type "${kind.slice(0, 40)}" are not known`,
    'linear',
    'constant',
    'triangular',
  );
  return issue.values.map(() => 0);
};

const weightsIn = (element: Element): readonly Element[] => [
  ...named(element, 'weight'),
  ...named(element, 'objective').flatMap(weightsIn),
];

const single = (
  root: Element,
  name: string,
  attribute: string,
  usual: number,
  faults: GeniusFaults,
): number => {
  const [element] = named(root, name);
  if (element === undefined || element.attributes[attribute]?.trim() === '') return usual;
  return faults.number(element, attribute, 0);
};

/** Reads a utility profile for a domain. Never throws; everything that is wrong comes at once. */
export const readGeniusProfile = (text: string, domain: GeniusDomain): GeniusReading<GeniusProfile> => {
  const read = readXml(text, ['utility_space']);
  if (read.value === undefined) return read;
  const { root, faults } = read.value;
  const elements = new Map(issuesIn(root).map((issue) => [issue.attributes['index'] ?? '', issue]));
  for (const [index, element] of elements)
    if (!domain.issues.some((issue) => issue.index === index))
      faults.at(
        element,
        `The domain has no issue with index "${index.slice(0, 40)}"`,
        'the profile of this domain',
      );
  const weights = new Map(weightsIn(root).map((weight) => [weight.attributes['index'] ?? '', weight]));
  const rows = domain.issues.map((issue) => {
    const element = elements.get(issue.index);
    const weight = weights.get(issue.index);
    if (element === undefined) {
      faults.at(
        root,
        `The issue "${issue.name}" (index ${issue.index}) is missing`,
        `<issue index="${issue.index}" …>`,
      );
      return { weight: 0, row: issue.values.map(() => 0) };
    }
    if (weight === undefined)
      faults.at(element, `"${issue.name}" has no weight`, `<weight index="${issue.index}" value="…"/>`);
    return {
      weight: weight === undefined ? 0 : faults.number(weight, 'value', 0),
      row: issue.kind === 'discrete' ? discreteRow(issue, element, faults) : rangeRow(issue, element, faults),
    };
  });
  const sum = rows.reduce((total, { weight }) => total + weight, 0);
  if (!(sum > 0) && faults.faults.length === 0) faults.at(root, 'All weights are 0', 'weights that sum to 1');
  const reservation = single(root, 'reservation', 'value', 0, faults);
  const discount = single(root, 'discount_factor', 'value', 1, faults);
  if (faults.faults.length > 0) return { faults: faults.faults };
  // Weights saved with a few decimals sum to 0.9999: that is not worth moving every utility for.
  const scale = Math.abs(sum - 1) < 0.005 ? 1 : sum;
  return {
    value: {
      table: rows.map(({ weight, row }) => row.map((evaluation) => (weight * evaluation) / scale)),
      reservation,
      discount: discount === 0 ? 1 : discount,
      weights: sum,
    },
  };
};

/** Utility of an outcome: one value per issue, by place. */
export const geniusUtility = (profile: GeniusProfile, outcome: readonly number[]): number =>
  profile.table.reduce((sum, row, issue) => sum + (row[outcome[issue] ?? 0] ?? 0), 0);

/** How many outcomes a domain has. */
export const geniusOutcomes = (domain: GeniusDomain): number =>
  domain.issues.reduce((product, issue) => product * issue.values.length, 1);
