import type { Span, Words } from '../engine/seat.ts';
import type { SpanDraft, WordsDraft } from './draft.ts';
import type { Finding, Path } from './fault.ts';
import { nearest } from './nearest.ts';
import { StandIns } from './stand-ins.ts';
import type { WrittenText } from './translations.ts';

/** Names that other parts of the file may refer to. */
export interface NameSet {
  readonly names: ReadonlySet<string>;
  /** Whether all of them could be read. If not, an unknown name may be one of those that could not. */
  readonly whole: boolean;
}

type Write = Finding['write'];

const keyOf = (path: Path): string => path.join('\0');

/** Collects findings while a scenario is put together, so that all faults come out in one run. */
export class Findings {
  readonly faults: Finding[] = [];
  readonly warnings: Finding[] = [];
  /** Every text of the file, once. */
  readonly texts: WrittenText[] = [];
  readonly standIns: StandIns;
  readonly #origins: Map<string, Path>;
  readonly #said = new Set<string>();

  constructor(standIns: StandIns = new StandIns([]), origins: Map<string, Path> = new Map<string, Path>()) {
    this.standIns = standIns;
    this.#origins = origins;
  }

  /** Further findings about the same file, of which other parts are not judged. */
  besides(standIns: StandIns): Findings {
    return new Findings(standIns, this.#origins);
  }

  fault(path: Path, code: Finding['code'], message: string, write: Write = [], wrong?: string): void {
    if (this.#above(path)) return;
    this.#note({ path, code, message, write, ...(wrong === undefined ? {} : { wrong }) });
  }

  /** As `fault`, at a value or at a key, where what to write can stand there letter by letter. */
  #exactly(
    path: Path,
    at: 'key' | 'value',
    code: Finding['code'],
    message: string,
    write: NonNullable<Write>,
    wrong: string,
  ): void {
    if (this.#above(at === 'key' ? path.slice(0, -1) : path)) return;
    this.#note({ path, at, code, message, write, exact: true, wrong });
  }

  warn(path: Path, code: Finding['code'], message: string, write: Write = []): void {
    if (this.standIns.none) this.warnings.push({ path: this.originOf(path), code, message, write });
  }

  /** Something that should stand in the map a path leads to. */
  missing(path: Path, message: string, write: readonly string[]): void {
    if (!this.#above(path)) this.#note({ path, at: 'key', code: 'missing', message, write });
  }

  /** What a path leads to was taken from another place of the file, and is found fault with there. */
  stands(path: Path, origin: Path): void {
    this.#origins.set(keyOf(path), origin);
  }

  /** Where in the file that stands which a path leads to. */
  originOf(path: Path): Path {
    if (this.#origins.size === 0) return path;
    for (let length = path.length; length > 0; length -= 1) {
      const origin = this.#origins.get(keyOf(path.slice(0, length)));
      if (origin !== undefined) return [...origin, ...path.slice(length)];
    }
    return path;
  }

  /** One fault of a bloc is said once, however many speak with it. */
  #note(finding: Finding): void {
    const path = this.originOf(finding.path);
    if (path === finding.path) {
      this.faults.push(finding);
      return;
    }
    const key = `${keyOf(path)} ${finding.code} ${finding.message}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.faults.push({ ...finding, path });
  }

  #above(path: Path): boolean {
    return this.standIns.above(this.originOf(path));
  }

  #around(path: Path): boolean {
    return this.standIns.around(this.originOf(path));
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
    if (this.#around(path)) return span;
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
    if (typeof draft === 'string') {
      const words = { [language]: draft };
      this.texts.push({ path, words });
      return words;
    }
    this.texts.push({ path, words: draft });
    if (!Object.hasOwn(draft, language) && !this.#around(path) && !this.standIns.above(['language']))
      this.missing(path, `The text in the scenario's own language (${language}) is missing.`, [
        `${language}: …`,
      ]);
    return draft;
  }

  /** Ids of a list, each once. */
  ids(path: Path, what: string, list: readonly { readonly id: string }[]): NameSet {
    const names = new Set<string>();
    let whole = !this.#above(path);
    list.forEach((item, place) => {
      const at: Path = [...path, place, 'id'];
      if (this.#above(at)) {
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
