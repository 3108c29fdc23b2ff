import type { Finding, Path } from './fault.ts';
import { nearest } from './nearest.ts';
import type { Span, Words } from '../engine/seat.ts';
import type { SpanDraft, WordsDraft } from './draft.ts';

/** Collects findings while a scenario is put together, so that all faults come out in one run. */
export class Findings {
  readonly faults: Finding[] = [];
  readonly warnings: Finding[] = [];

  fault(
    path: Path,
    code: Finding['code'],
    message: string,
    write: readonly string[] = [],
    wrong?: string,
  ): void {
    this.faults.push({ path, code, message, write, ...(wrong === undefined ? {} : { wrong }) });
  }

  faultAtKey(
    path: Path,
    code: Finding['code'],
    message: string,
    write: readonly string[] = [],
    wrong?: string,
  ): void {
    this.faults.push({ path, at: 'key', code, message, write, ...(wrong === undefined ? {} : { wrong }) });
  }

  warn(path: Path, code: Finding['code'], message: string, write: readonly string[] = []): void {
    this.warnings.push({ path, code, message, write });
  }

  /** A name that must be one of the known ones. */
  known(
    path: Path,
    what: string,
    name: string,
    all: ReadonlySet<string>,
    at: 'key' | 'value' = 'value',
  ): boolean {
    if (all.has(name)) return true;
    const write = nearest(name, [...all]);
    const message = `There is no ${what} "${name.slice(0, 60)}" in this scenario.`;
    if (at === 'key') this.faultAtKey(path, 'unknown-id', message, write, name);
    else this.fault(path, 'unknown-id', message, write, name);
    return false;
  }

  span(path: Path, draft: SpanDraft, least: number, most: number): Span {
    const span = typeof draft === 'number' ? { min: draft, max: draft } : { min: draft[0], max: draft[1] };
    if (span.min > span.max)
      this.fault(
        path,
        'out-of-range',
        'The least is above the most.',
        [`[${span.max}, ${span.min}]`],
        `[${span.min}, ${span.max}]`,
      );
    if (span.min < least || span.max > most)
      this.fault(
        path,
        'out-of-range',
        `Out of range: ${least} to ${most} is allowed.`,
        [`${least} to ${most}`],
        `${span.min} to ${span.max}`,
      );
    return span;
  }

  words(path: Path, draft: WordsDraft, language: string): Words {
    if (typeof draft === 'string') return { [language]: draft };
    if (!Object.hasOwn(draft, language))
      this.fault(path, 'missing', `The text in the scenario's own language (${language}) is missing.`, [
        `${language}: …`,
      ]);
    return draft;
  }

  /** Ids of a list, each once. */
  ids(path: Path, what: string, list: readonly { readonly id: string }[]): ReadonlySet<string> {
    const seen = new Set<string>();
    list.forEach((item, place) => {
      if (seen.has(item.id))
        this.fault(
          [...path, place, 'id'],
          'duplicate-id',
          `Two ${what} have the id "${item.id}".`,
          [`${item.id}-2`],
          item.id,
        );
      seen.add(item.id);
    });
    return seen;
  }
}
