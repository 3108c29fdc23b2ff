import type { Finding, Path } from './fault.ts';
import { KNOWN_KEYS } from './draft.ts';
import { nearest } from './nearest.ts';

/** One issue as zod reports it; only what is used here. */
export interface ShapeIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

/** Findings from what zod says of the shape, with what was written and what to write instead. */
export const shapeFindings = (issues: readonly ShapeIssue[], data: unknown): readonly Finding[] =>
  issues.flatMap((issue) => {
    const path: Path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const written = valueAt(data, path);
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) => unknownKey(path, key, issue.message));
    if (issue.code === 'invalid_value') return [invalidValue(path, written, issue)];
    if (issue.code === 'too_small' || issue.code === 'too_big') return [outOfRange(path, written, issue)];
    return [wrongType(path, written, issue)];
  });

const unknownKey = (path: Path, key: string, message: string): Finding => {
  const known = message.startsWith(KNOWN_KEYS) ? message.slice(KNOWN_KEYS.length).split(' ') : [];
  return {
    path: [...path, key],
    at: 'key',
    code: 'unknown-key',
    wrong: key,
    write: nearest(key, known),
    message: `"${key.slice(0, 60)}" is not a field here.`,
  };
};

const invalidValue = (path: Path, written: unknown, issue: ShapeIssue): Finding => {
  const allowed = (issue.values ?? []).map(String);
  if (written === undefined) return missing(path, allowed.slice(0, 3));
  const near = nearest(shown(written), allowed);
  return {
    path,
    code: 'wrong-value',
    wrong: shown(written),
    write: near.length > 0 ? near : allowed,
    message: `"${shown(written)}" is not one of the values this field can have.`,
  };
};

const outOfRange = (path: Path, written: unknown, issue: ShapeIssue): Finding => {
  const bound =
    issue.code === 'too_small' ? `at least ${String(issue.minimum)}` : `at most ${String(issue.maximum)}`;
  const counted = typeof written === 'number' ? '' : ' entries or characters';
  return {
    path,
    code: 'out-of-range',
    wrong: shown(written),
    write: [`${bound}${counted}`],
    message: `This is out of range: ${bound}${counted} are allowed.`,
  };
};

const wrongType = (path: Path, written: unknown, issue: ShapeIssue): Finding => {
  if (written === undefined) return missing(path, []);
  const expected =
    typeof issue.expected === 'string' ? (NAMES[issue.expected] ?? issue.expected) : issue.message;
  const trap = trapOf(written, expected);
  if (trap !== undefined) return { path, code: 'yaml-trap', wrong: shown(written), ...trap };
  return {
    path,
    code: 'wrong-type',
    wrong: shown(written),
    write: [expected],
    message: `Here stands ${kindOf(written)}; expected ${expected}.`,
  };
};

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'keys and values',
  record: 'keys and values',
  array: 'a list',
  tuple: 'a list of two',
};

const missing = (path: Path, write: readonly string[]): Finding => ({
  path,
  code: 'missing',
  write: write.length > 0 ? write : [`${String(path.at(-1) ?? 'it')}: …`],
  message: `"${String(path.at(-1) ?? 'it')}" is missing here.`,
});

/** Values that YAML reads otherwise than a newcomer means them. */
const trapOf = (written: unknown, expected: string): Pick<Finding, 'message' | 'write'> | undefined => {
  const wantsText = expected.includes('text') || expected.includes('id');
  if (wantsText && (written === null || typeof written === 'boolean' || typeof written === 'number'))
    return {
      message: `YAML reads this as ${kindOf(written)}, not as a text. Put it in quotes.`,
      write: [`"${written === null ? '' : String(written)}"`],
    };
  if (
    expected.includes('true or false') &&
    typeof written === 'string' &&
    /^(?:yes|no|on|off|y|n)$/iu.test(written)
  )
    return {
      message: `YAML 1.2 reads ${written} as a text.`,
      write: [/^(?:yes|on|y)$/iu.test(written) ? 'true' : 'false'],
    };
  if (typeof written === 'string' && /^\d+$/u.test(written) && expected.includes('number'))
    return { message: 'Quotes make this a text; a number is expected.', write: [written] };
  return undefined;
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return 'true or false';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'string' ? 'a text' : 'keys and values';
};

const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null ? kindOf(value) : String(value).slice(0, 60);

const valueAt = (data: unknown, path: Path): unknown => {
  let now = data;
  for (const step of path) {
    if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step)) return undefined;
    now = Object.entries(now).find(([key]) => key === String(step))?.[1];
  }
  return now;
};
