import { z } from 'zod';
import type { ShapeIssue } from './examine.ts';
import type { Finding, Path } from './fault.ts';
import { nearest } from './nearest.ts';

/** What is wrong with the shape of a file, with what was written and what to write instead. */
export const shapeFindings = (issues: readonly ShapeIssue[]): readonly Finding[] => issues.map(shapeFinding);

const shapeFinding = ({ path, issue }: ShapeIssue): Finding => {
  switch (issue.kind) {
    case 'unknown-key':
      return {
        path,
        at: 'key',
        code: 'unknown-key',
        wrong: issue.key,
        write: () => nearest(issue.key, issue.known),
        exact: true,
        message: `"${issue.key.slice(0, 60)}" is not a field here.`,
      };
    case 'missing':
      return {
        path,
        code: 'missing',
        write: [`${nameOf(path)}: ${exampleOf(issue.schema)}`],
        message: `"${nameOf(path)}" is missing here.`,
      };
    case 'kind':
      return wrongType(path, issue.written, issue.expected);
    case 'value':
      return wrongValue(path, issue.written, issue.issue, issue.whole ?? false);
  }
};

const nameOf = (path: Path): string => String(path.at(-1) ?? 'it');

/** What could be written for a field that is not there. */
const exampleOf = (schema: z.core.$ZodType): string => {
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String).join(' or ');
  if (schema instanceof z.ZodEnum) return schema.options.map(String).join(' or ');
  if (schema instanceof z.ZodArray || schema instanceof z.ZodTuple) return '[…]';
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return '{ … }';
  return schema instanceof z.ZodBoolean ? 'true or false' : '…';
};

const wrongValue = (path: Path, written: unknown, issue: z.core.$ZodIssue, whole: boolean): Finding => {
  switch (issue.code) {
    case 'invalid_value':
      return notListed(path, written, issue.values.map(String));
    case 'too_small':
      return outOfRange(path, written, `at least ${String(issue.minimum)}`);
    case 'too_big':
      return outOfRange(path, written, `at most ${String(issue.maximum)}`);
    case 'invalid_type':
      return wrongType(path, written, whole ? 'a whole number' : (NAMES[issue.expected] ?? issue.expected));
    case 'invalid_format':
      return {
        path,
        code: 'wrong-value',
        wrong: shown(written),
        write: [issue.message],
        message: `"${shown(written)}" cannot stand here.`,
      };
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return wrongType(path, written, issue.message);
  }
};

const notListed = (path: Path, written: unknown, allowed: readonly string[]): Finding => {
  const one = allowed.length === 1;
  return {
    path,
    code: 'wrong-value',
    wrong: shown(written),
    write: () => {
      const found = nearest(shown(written), allowed);
      return found.length > 0 ? found : allowed;
    },
    exact: true,
    message: one
      ? `"${shown(written)}" cannot stand here.`
      : `"${shown(written)}" is not one of the values this field can have.`,
  };
};

const outOfRange = (path: Path, written: unknown, bound: string): Finding => {
  const counted = Array.isArray(written) ? ' entries' : typeof written === 'string' ? ' characters' : '';
  const now =
    Array.isArray(written) || typeof written === 'string' ? `${written.length}${counted}` : shown(written);
  return {
    path,
    code: 'out-of-range',
    wrong: shown(written),
    write: [`${bound}${counted}`],
    message: `${now} is out of range here.`,
  };
};

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const wrongType = (path: Path, written: unknown, expected: string): Finding => {
  const trap = trapOf(written, expected);
  return {
    path,
    wrong: shown(written),
    ...(trap === undefined
      ? { code: 'wrong-type', write: [expected], message: `Here stands ${kindOf(written)}, not ${expected}.` }
      : { code: 'yaml-trap', exact: true, ...trap }),
  };
};

/** Values that YAML reads otherwise than a newcomer means them. */
const trapOf = (written: unknown, expected: string): Pick<Finding, 'message' | 'write'> | undefined => {
  if (expected === 'a text' && (typeof written === 'boolean' || typeof written === 'number'))
    return {
      message: `YAML reads this as ${kindOf(written)}, not as a text.`,
      write: [`'${String(written)}'`],
    };
  if (typeof written !== 'string') return undefined;
  if (expected === 'true or false' && /^(?:yes|no|on|off|y|n)$/iu.test(written))
    return {
      message: `YAML 1.2 reads "${written}" as a text, not as true or false.`,
      write: [/^(?:yes|on|y)$/iu.test(written) ? 'true' : 'false'],
    };
  if (/number/u.test(expected) && /^-?\d+$/u.test(written))
    return { message: `In quotes this is a text, not ${expected}.`, write: [String(Number(written))] };
  return undefined;
};

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return 'true or false';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a whole number' : 'a number';
  return typeof value === 'string' ? 'a text' : 'keys and values';
};

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, 60)
    : kindOf(value);
