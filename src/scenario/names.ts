import type { Span, Words } from '../engine/seat.ts';
import type { SpanDraft, WordsDraft } from './draft.ts';
import type { Finding, Path } from './fault.ts';
import { nearest } from './nearest.ts';
import { StandIns } from './stand-ins.ts';

/** Names that other parts of the file may refer to. */
export interface NameSet {
  readonly names: ReadonlySet<string>;
  /** Whether all of them could be read. If not, an unknown name may be one of those that could not. */
  readonly whole: boolean;
}

type Write = Finding['write'];

/** Collects findings while a scenario is put together, so that all faults come out in one run. */
export class Findings {
  readonly faults: Finding[] = [];
  readonly warnings: Finding[] = [];
  readonly standIns: StandIns;

  constructor(standIns: StandIns = new StandIns([])) {
    this.standIns = standIns;
  }

  fault(path: Path, code: Finding['code'], message: string, write: Write = [], wrong?: string): void {
    if (this.standIns.above(path)) return;
    this.faults.push({ path, code, message, write, ...(wrong === undefined ? {} : { wrong }) });
  }

  /** As `fault`, at a value or at a key, where what to write can stand there letter by letter. */
  #exactly(
    path: Path,
    at: 'key' | 'value',
    code: Finding['code'],
    message: string,
    write: Write,
    wrong: string,
  ): void {
    if (this.standIns.above(at === 'key' ? path.slice(0, -1) : path)) return;
    this.faults.push({
      path,
      at,
      code,
      message,
      ...(write === undefined ? {} : { write }),
      exact: true,
      wrong,
    });
  }

  warn(path: Path, code: Finding['code'], message: string, write: Write = []): void {
    if (this.standIns.none) this.warnings.push({ path, code, message, write });
  }

  /** Something that should stand in the map a path leads to. */
  missing(path: Path, message: string, write: readonly string[]): void {
    if (!this.standIns.above(path)) this.faults.push({ path, at: 'key', code: 'missing', message, write });
  }

  /** A name that must be one of the known ones. */
  known(path: Path, what: string, name: string, all: NameSet, at: 'key' | 'value' = 'value'): boolean {
    if (all.names.has(name)) return true;
    if (!all.whole) return false;
    const write = () => nearest(name, [...all.names]);
    const message = `There is no ${what} "${name.slice(0, 60)}" in this scenario.`;
    this.#exactly(path, at, 'unknown-id', message, write, name);
    return false;
  }

  span(path: Path, draft: SpanDraft, least: number, most: number): Span {
    const span = typeof draft === 'number' ? { min: draft, max: draft } : { min: draft[0], max: draft[1] };
    if (this.standIns.around(path)) return span;
    if (span.min > span.max)
      this.#exactly(
        path,
        'value',
        'out-of-range',
        'The least is above the most.',
        [`[${span.max}, ${span.min}]`],
        `[${span.min}, ${span.max}]`,
      );
    if (Math.min(span.min, span.max) < least || Math.max(span.min, span.max) > most)
      this.fault(
        path,
        'out-of-range',
        `${typeof draft === 'number' ? draft : `[${draft.join(', ')}]`} is out of range here.`,
        [`${least} to ${most}`],
        typeof draft === 'number' ? String(draft) : `[${draft.join(', ')}]`,
      );
    return span;
  }

  words(path: Path, draft: WordsDraft, language: string): Words {
    if (typeof draft === 'string') return { [language]: draft };
    if (!Object.hasOwn(draft, language) && !this.standIns.around(path) && !this.standIns.above(['language']))
      this.missing(path, `The text in the scenario's own language (${language}) is missing.`, [
        `${language}: …`,
      ]);
    return draft;
  }

  /** Ids of a list, each once. */
  ids(path: Path, what: string, list: readonly { readonly id: string }[]): NameSet {
    const names = new Set<string>();
    let whole = !this.standIns.above(path);
    list.forEach((item, place) => {
      const at: Path = [...path, place, 'id'];
      if (this.standIns.above(at)) {
        whole = false;
        return;
      }
      if (names.has(item.id)) {
        // Whoever names the one that lost its own name means something, if only the author knows what.
        whole = false;
        this.fault(at, 'duplicate-id', `Two ${what} have the id "${item.id}".`, ['another id'], item.id);
      }
      names.add(item.id);
    });
    return { names, whole };
  }

  /** The same thing is named once in one list. */
  once(path: Path, list: readonly string[]): void {
    list.forEach((name, place) => {
      if (list.indexOf(name) < place)
        this.fault(
          [...path, place],
          'duplicate-id',
          `"${name}" stands twice in this list.`,
          ['it once'],
          name,
        );
    });
  }
}
