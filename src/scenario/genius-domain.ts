import { named, readXml, type Element, type GeniusFaults, type GeniusReading } from './genius-xml.ts';

/**
 * An issue of a GENIUS domain as a list of values. Categorical values are names; those of integer and real issues are numbers
 * from the lower to the upper bound, `step` apart.
 */
export interface GeniusIssue {
  readonly index: string;
  readonly name: string;
  readonly kind: 'discrete' | 'integer' | 'real';
  readonly values: readonly string[];
  /** By value, for integer and real issues. */
  readonly numbers: readonly number[];
  /** 0 for categorical issues. */
  readonly step: number;
  /** Whether the step leaves out values that the domain has. */
  readonly coarse: boolean;
}

export interface GeniusDomain {
  readonly issues: readonly GeniusIssue[];
}

/** How many values an issue with bounds may be cut into, at most. */
export interface Levels {
  readonly integer: number;
  readonly real: number;
}
/** For the arena and the analysis: every integer up to 101 of them, eleven points of a real range. */
export const FINE: Levels = { integer: 101, real: 11 };
/** For the game, whose articles have at most seven wordings beside "no text". */
export const COARSE: Levels = { integer: 7, real: 7 };

const MOST_ISSUES = 100;
const MOST_VALUES = 1_000;

/** The issues of an objective and of the objectives within it, in document order. */
export const issuesIn = (element: Element): readonly Element[] =>
  element.children.flatMap((child) =>
    child.name === 'issue' ? [child] : child.name === 'objective' ? issuesIn(child) : [],
  );

/** The bounds of an issue: attributes of its own or of a <range> in it, spelt either way. */
const boundsOf = (issue: Element, faults: GeniusFaults): readonly [number, number] => {
  const holder = named(issue, 'range')[0] ?? issue;
  const spelt = (name: string): string =>
    Object.keys(holder.attributes).find((key) => key.toLowerCase() === name) ?? name;
  return [faults.number(holder, spelt('lowerbound')), faults.number(holder, spelt('upperbound'))];
};

/** Twelve digits: what two machines agree on when they print a sum of steps. */
const printed = (value: number): string => String(Number(value.toPrecision(12)));

const rangeOf = (
  issue: Element,
  kind: 'integer' | 'real',
  levels: Levels,
  faults: GeniusFaults,
): Pick<GeniusIssue, 'values' | 'numbers' | 'step' | 'coarse'> => {
  const [low, high] = boundsOf(issue, faults);
  if (high < low || (kind === 'integer' && !(Number.isSafeInteger(low) && Number.isSafeInteger(high)))) {
    faults.at(
      issue,
      kind === 'integer' ? 'The bounds are not two rising whole numbers' : 'The bounds do not rise',
      'lowerbound="1" upperbound="10"',
    );
    return { values: [], numbers: [], step: 0, coarse: false };
  }
  if (high === low) return { values: [printed(low)], numbers: [low], step: 0, coarse: false };
  const most = Math.max(2, levels[kind]);
  const step =
    kind === 'integer' ? Math.max(1, Math.ceil((high - low) / (most - 1))) : (high - low) / (most - 1);
  const count = kind === 'integer' ? Math.floor((high - low) / step) + 1 : most;
  const numbers = Array.from({ length: count }, (_, k) =>
    k === count - 1 && kind === 'real' ? high : low + k * step,
  );
  return { values: numbers.map(printed), numbers, step, coarse: kind === 'real' || step > 1 };
};

const issueOf = (element: Element, levels: Levels, faults: GeniusFaults): GeniusIssue => {
  const { index = '', name = '' } = element.attributes;
  if (index === '') faults.at(element, 'This issue has no index', 'index="1"');
  if (name.trim() === '') faults.at(element, 'This issue has no name', 'name="…"');
  const written = element.attributes['vtype'] ?? element.attributes['type'] ?? element.attributes['etype'];
  const kind = written ?? 'discrete';
  const told = { index, name: name.trim() };
  if (kind === 'integer' || kind === 'real')
    return { ...told, kind, ...rangeOf(element, kind, levels, faults) };
  if (kind !== 'discrete')
    faults.at(element, `Issues of type "${kind.slice(0, 40)}" are not known`, 'discrete', 'integer', 'real');
  const items = named(element, 'item');
  const values = items.map((item) => item.attributes['value'] ?? '');
  if (values.length === 0)
    faults.at(element, `The issue "${name}" has no values`, '<item index="1" value="…"/>');
  if (values.length > MOST_VALUES)
    faults.at(element, `The issue "${name}" has ${values.length} values`, `at most ${MOST_VALUES}`);
  const seen = new Set<string>();
  items.forEach((item, place) => {
    const value = values[place] ?? '';
    if (value === '') faults.at(item, 'This item has no value', 'value="…"');
    else if (seen.has(value)) faults.at(item, `The value "${value}" comes twice`, 'another value');
    seen.add(value);
  });
  return { ...told, kind: 'discrete', values, numbers: [], step: 0, coarse: false };
};

/** Reads a domain file (`<negotiation_template>`, or a profile, which repeats its domain). Never throws. */
export const readGeniusDomain = (text: string, levels: Levels = FINE): GeniusReading<GeniusDomain> => {
  const read = readXml(text, ['negotiation_template', 'utility_space']);
  if (read.value === undefined) return read;
  const { root, faults } = read.value;
  const space = root.name === 'utility_space' ? root : (named(root, 'utility_space')[0] ?? root);
  const elements = issuesIn(space);
  if (elements.length === 0)
    faults.at(space, 'There is no issue in this domain', '<issue index="1" name="…">');
  if (elements.length > MOST_ISSUES) {
    faults.at(space, `There are ${elements.length} issues`, `at most ${MOST_ISSUES}`);
    return { faults: faults.faults };
  }
  const issues = elements.map((element) => issueOf(element, levels, faults));
  const indices = new Set<string>();
  issues.forEach((issue, place) => {
    const element = elements[place];
    if (element !== undefined && indices.has(issue.index))
      faults.at(element, `The index ${issue.index} comes twice`, 'another index');
    indices.add(issue.index);
  });
  return faults.faults.length > 0 ? { faults: faults.faults } : { value: { issues } };
};
