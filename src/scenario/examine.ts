import { z } from 'zod';
import { MOST_ITEMS } from './draft-basics.ts';
import type { Path } from './fault.ts';
import { near } from './nearest.ts';

/** What is wrong with the shape at one place. */
export interface ShapeIssue {
  readonly path: Path;
  readonly issue:
    | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
    | { readonly kind: 'missing'; readonly schema: z.core.$ZodType }
    | {
        readonly kind: 'value';
        readonly written: unknown;
        readonly issue: z.core.$ZodIssue;
        /** Whether a whole number is expected. */
        readonly whole?: boolean;
      }
    | { readonly kind: 'kind'; readonly written: unknown; readonly expected: string };
}

/**
 * What the shape of a file is, where it is wrong, and the same file with a stand-in wherever it is wrong, so that what refers
 * to what can be checked in the same run.
 */
export interface Examined {
  readonly issues: readonly ShapeIssue[];
  readonly mended: unknown;
  /** Where stand-ins are: what is found there, above or below is a consequence, not a fault of its own. */
  readonly standIns: readonly Path[];
}

type Schema = z.core.$ZodType;

/** Walks data along its schema. */
export const examine = (schema: Schema, data: unknown): Examined => {
  const walk = new Walk();
  const mended = walk.value(schema, data, [], true);
  return { issues: walk.issues, mended, standIns: walk.standIns };
};

/** Tried in turn where a value is wrong, after what was written, read more kindly. */
const STAND_INS: readonly unknown[] = [0, 1, 10, true, 'x', 'none', 'en', 'XX', '1.0.0', '2000-01-01', null];

class Walk {
  readonly issues: ShapeIssue[] = [];
  readonly standIns: Path[] = [];

  /** The data if it is right, else its mended copy. `said`: whether faults are reported, or follow from one that is. */
  value(schema: Schema, data: unknown, path: Path, said: boolean): unknown {
    if (z.safeParse(schema, data).success) return data;
    if (schema instanceof z.ZodOptional) return this.value(schema.unwrap(), data, path, said);
    if (schema instanceof z.ZodUnion) return this.value(branch(schema, data), data, path, said);
    if (schema instanceof z.ZodObject) return this.#object(schema, data, path, said);
    if (schema instanceof z.ZodRecord) return this.#record(schema, data, path, said);
    if (schema instanceof z.ZodTuple) return this.#tuple(schema, data, path, said);
    if (schema instanceof z.ZodArray) return this.#array(schema, data, path, said);
    if (said) this.#report(schema, data, path);
    return standIn(schema, data);
  }

  #report(schema: Schema, written: unknown, path: Path): void {
    this.standIns.push(path);
    const whole = schema instanceof z.ZodNumber && schema.format === 'safeint';
    for (const issue of z.safeParse(schema, written).error?.issues ?? [])
      this.issues.push({ path, issue: { kind: 'value', written, issue, whole } });
  }

  /** Whether data is there and of the right kind; if not, that is said. */
  #kind(right: boolean, written: unknown, expected: string, path: Path, said: boolean): boolean {
    if (right) return true;
    if (said) {
      this.standIns.push(path);
      this.issues.push({ path, issue: { kind: 'kind', written, expected } });
    }
    return false;
  }

  #object(schema: z.ZodObject, data: unknown, path: Path, said: boolean): unknown {
    const right = this.#kind(isRecord(data), data, 'keys and values', path, said);
    const written = right && isRecord(data) ? data : {};
    const shape = schema.shape;
    const known = Object.keys(shape);
    const unknown = Object.keys(written).filter((key) => !Object.hasOwn(shape, key));
    if (right && said)
      for (const key of unknown)
        this.issues.push({ path: [...path, key], issue: { kind: 'unknown-key', key, known } });
    const made: Record<string, unknown> = {};
    for (const [key, child] of Object.entries(shape)) {
      const at = [...path, key];
      if (Object.hasOwn(written, key)) {
        made[key] = this.value(child, written[key], at, said && right);
        continue;
      }
      if (child instanceof z.ZodOptional) continue;
      // A misspelt key is one fault, not two: what it holds is read as what it was meant to be.
      const meant = unknown.slice(0, 20).find((name) => near(name, known)[0] === key);
      if (meant !== undefined) {
        made[key] = this.value(child, written[meant], [...path, meant], said && right);
        continue;
      }
      if (said && right) {
        this.standIns.push(at);
        this.issues.push({ path: at, issue: { kind: 'missing', schema: child } });
      }
      made[key] = this.value(child, undefined, at, false);
    }
    return made;
  }

  #record(schema: z.ZodRecord, data: unknown, path: Path, said: boolean): unknown {
    const right = this.#kind(isRecord(data), data, 'keys and values', path, said);
    const made: Record<string, unknown> = {};
    if (!right || !isRecord(data)) return made;
    const { keyType, valueType } = schema;
    for (const [key, value] of Object.entries(data).slice(0, MOST_ITEMS)) {
      const at = [...path, key];
      if (z.safeParse(keyType, key).success) made[key] = this.value(valueType, value, at, said);
      else if (said) {
        this.standIns.push(at);
        const known = keyType instanceof z.ZodEnum ? keyType.options.map(String) : [];
        this.issues.push({ path: at, issue: { kind: 'unknown-key', key, known } });
      }
    }
    return made;
  }

  #array(schema: z.ZodArray, data: unknown, path: Path, said: boolean): unknown {
    const right = this.#kind(Array.isArray(data), data, 'a list', path, said);
    const written: readonly unknown[] = right && Array.isArray(data) ? data : [];
    const made = written
      .slice(0, MOST_ITEMS + 1)
      .map((item, place) => this.value(schema.element, item, [...path, place], said));
    const issue = z.safeParse(schema, made).error?.issues.find((each) => each.path.length === 0);
    if (issue === undefined) return made;
    if (right && said) {
      this.standIns.push(path);
      this.issues.push({ path, issue: { kind: 'value', written, issue } });
    }
    if (issue.code === 'too_big') return made.slice(0, Number(issue.maximum));
    if (issue.code !== 'too_small') return made;
    while (made.length < Number(issue.minimum))
      made.push(this.value(schema.element, undefined, [...path, made.length], false));
    return made;
  }

  #tuple(schema: z.ZodTuple, data: unknown, path: Path, said: boolean): unknown {
    const { items } = schema.def;
    const fits = Array.isArray(data) && data.length === items.length;
    const right = this.#kind(
      fits,
      data,
      `a list of ${items.length === 2 ? 'two' : items.length}`,
      path,
      said,
    );
    const written: readonly unknown[] = right && Array.isArray(data) ? data : [];
    return items.map((item, place) => this.value(item, written[place], [...path, place], said && right));
  }
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** The member of a union that was meant: the one of the same kind, with the most keys in common. */
const branch = (schema: z.ZodUnion, data: unknown): Schema => {
  const [first, ...rest] = schema.options;
  if (first === undefined) throw new RangeError('a union without members');
  let best: { readonly option: Schema; readonly score: number } = {
    option: first,
    score: affinity(first, data),
  };
  for (const option of rest) {
    const score = affinity(option, data);
    if (score > best.score) best = { option, score };
  }
  return best.option;
};

const affinity = (schema: Schema, data: unknown): number => {
  if (schema instanceof z.ZodArray || schema instanceof z.ZodTuple) return Array.isArray(data) ? 1 : 0;
  if (schema instanceof z.ZodRecord) return isRecord(data) ? 1 : 0;
  if (!(schema instanceof z.ZodObject)) return typeof data === 'object' ? 0 : 1;
  if (!isRecord(data)) return 0;
  const shape = schema.shape;
  const shared = Object.keys(shape).filter((key) => Object.hasOwn(data, key)).length;
  // The kind an effect names says which it is meant to be, whatever else is wrong with it.
  const kind: Schema | undefined = shape['kind'];
  const named = kind !== undefined && z.safeParse(kind, data['kind']).success;
  return 1 + shared + (named ? 100 : 0);
};

const standIn = (schema: Schema, written: unknown): unknown => {
  const kindly =
    typeof written === 'string' || typeof written === 'number' || typeof written === 'boolean'
      ? [String(written).trim(), Number(written)]
      : [];
  const fits = [...kindly, ...STAND_INS].find((value) => z.safeParse(schema, value).success);
  if (fits !== undefined) return fits;
  if (schema instanceof z.ZodEnum) return schema.options[0];
  return schema instanceof z.ZodLiteral ? [...schema.values][0] : undefined;
};
