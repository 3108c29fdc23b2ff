import { isAlias, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { keyOf } from '../tree.ts';
import { BY_HAND, sharedAs, type Change, type EditFault, type Plain } from './edit.ts';
import { applied, type Plan } from './plan.ts';
import {
  anchorOf,
  below,
  columnOf,
  dashOf,
  endOf,
  isBlank,
  lineEnd,
  lineStart,
  repeatedIn,
  startOf,
  topOf,
  type Source,
  type Spot,
} from './source.ts';
import { afterMark, asEntry, asItem, inFlow } from './write.ts';

/** The stretches of the text that a plan changes, or why it cannot be written. */
export const changesOf = (source: Source, plan: Plan): readonly Change[] | EditFault => {
  const writer = new Writer(source);
  writer.within(topOf(source), plan, source.data);
  return writer.fault ?? writer.changes.toSorted((a, b) => a.from - b.from || a.to - b.to);
};

class Writer {
  readonly changes: Change[] = [];
  fault: EditFault | undefined;
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  get #text(): string {
    return this.#source.text;
  }

  #change(from: number, to: number, insert: string): void {
    this.changes.push({ from, to, insert });
  }

  #refuse(fault: EditFault = BY_HAND): void {
    this.fault ??= fault;
  }

  /** Carries out what a plan says of a value and of what is in it. `data` is what is read there. */
  within(spot: Spot, plan: Plan, data: unknown): void {
    if (plan.set !== undefined) {
      this.#replace(spot, plan.set.value);
      return;
    }
    if (plan.inserts.length === 0 && plan.swap === undefined && plan.below.size === 0) return;
    if (isAlias(spot.node)) {
      this.#refuse(sharedAs(spot.node.source));
      return;
    }
    const anchor = anchorOf(spot.node);
    if (anchor !== undefined && this.#source.repeated.has(anchor)) {
      this.#refuse(sharedAs(anchor));
      return;
    }
    if (isSeq(spot.node) && spot.node.items.length > 0) this.#list(spot, spot.node, plan, data);
    else if (isMap(spot.node) && spot.node.items.length > 0) this.#map(spot, spot.node, plan, data);
    // Nothing, an empty collection or something else stands there: what is wanted is written whole.
    else this.#replace(spot, plainOf(applied(data, plan)));
  }

  /** Another value in the same place. */
  #replace(spot: Spot, value: Plain): void {
    const { node, mark, indent } = spot;
    const name = repeatedIn(this.#source, node);
    if (name !== undefined) {
      this.#refuse(sharedAs(name));
      return;
    }
    const text = this.#text;
    const start = startOf(node);
    const end = endOf(text, node);
    if (spot.inFlow) {
      if (start === undefined || end === undefined || isBlank(node)) this.#refuse();
      else this.#change(start, end, inFlow(value));
      return;
    }
    if (mark === undefined) {
      this.#refuse();
      return;
    }
    if (start === undefined || end === undefined || isBlank(node)) {
      this.#change(mark, mark, afterMark(value, indent, columnOf(text, mark)));
      return;
    }
    const folded = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
    const written = afterMark(value, indent, columnOf(text, mark), folded);
    const began = lineStart(text, start);
    if (began <= mark) {
      // On the line of its mark: what stands between, an anchor or a tag, stays.
      if (written.startsWith('\n')) this.#change(mark, end, written);
      else this.#change(start, end, written.slice(1));
      return;
    }
    // On lines of its own: comments between the mark and the first of them stay.
    if (written.startsWith('\n')) this.#change(began, end, written.slice(1));
    else {
      this.#change(mark, mark, written);
      this.#change(began - 1, end, '');
    }
  }

  #map(spot: Spot, map: YAMLMap, plan: Plan, data: unknown): void {
    const flow = spot.inFlow || map.flow === true;
    const keys = map.items.map(keyOf);
    const gone = map.items.filter((_, place) => plan.below.get(keys[place] ?? '')?.removed === true);
    if (gone.length === map.items.length || (flow && gone.length > 1)) {
      this.#replace(spot, plainOf(applied(data, plan)));
      return;
    }
    const added: [string, Plain][] = [];
    for (const [key, part] of plan.below) {
      if (keys.includes(key)) {
        if (part.removed) this.#removeEntry(map, keys.indexOf(key), flow);
        else {
          const next = below(this.#source, { ...spot, inFlow: flow }, key);
          if (next === undefined) this.#refuse();
          else this.within(next, part, fieldOf(data, key));
        }
      } else if (!part.removed) added.push([key, plainOf(applied(undefined, part))]);
    }
    if (added.length > 0) this.#addEntries(map, added, flow);
  }

  #addEntries(map: YAMLMap, entries: readonly (readonly [string, Plain])[], flow: boolean): void {
    const last = map.items.at(-1);
    const first = startOf(map.items[0]?.key);
    const end = endOf(this.#text, isBlank(last?.value) ? last?.key : last?.value);
    if (first === undefined || end === undefined || (isBlank(last?.value) && flow)) {
      this.#refuse();
      return;
    }
    if (flow) {
      const written = entries.map(([key, value]) => `, ${inFlow({ [key]: value }).slice(2, -2)}`);
      this.#change(end, end, written.join(''));
      return;
    }
    const indent = columnOf(this.#text, first);
    const pad = ' '.repeat(indent);
    const at = lineEnd(this.#text, end);
    this.#change(at, at, entries.map(([key, value]) => `\n${pad}${asEntry(key, value, indent)}`).join(''));
  }

  #removeEntry(map: YAMLMap, place: number, flow: boolean): void {
    const pair = map.items[place];
    const start = startOf(pair?.key);
    const end = endOf(this.#text, isBlank(pair?.value) ? pair?.key : pair?.value);
    if (start === undefined || end === undefined || this.#isShared(pair)) return;
    const next = startOf(map.items[place + 1]?.key);
    if (flow) {
      const before = map.items[place - 1];
      this.#cutFlow(
        start,
        end,
        next,
        endOf(this.#text, isBlank(before?.value) ? before?.key : before?.value),
      );
      return;
    }
    const began = lineStart(this.#text, start);
    if (this.#text.slice(began, start).trim() === '') this.#cutLines(began, end);
    // The first entry of a list's entry shares its line with the dash: the next one takes its place.
    else if (next === undefined) this.#refuse();
    else this.#change(start, next, '');
  }

  #isShared(node: unknown): boolean {
    const name = repeatedIn(this.#source, node);
    if (name !== undefined) this.#refuse(sharedAs(name));
    return name !== undefined;
  }

  #cutFlow(start: number, end: number, next: number | undefined, before: number | undefined): void {
    if (next !== undefined) this.#change(start, next, '');
    else if (before === undefined) this.#refuse();
    else this.#change(before, end, '');
  }

  /** Whole lines, with the comment at the end of the last one. */
  #cutLines(began: number, end: number): void {
    const over = lineEnd(this.#text, end);
    if (over < this.#text.length) this.#change(began, over + 1, '');
    else this.#change(Math.max(0, began - 1), over, '');
  }

  #list(spot: Spot, seq: YAMLSeq, plan: Plan, data: unknown): void {
    const flow = spot.inFlow || seq.flow === true;
    if (plan.swap !== undefined) {
      this.#swap(seq, plan.swap.one, plan.swap.two);
      return;
    }
    const gone = seq.items.filter((_, place) => plan.below.get(String(place))?.removed === true).length;
    if (gone === seq.items.length || (flow && gone > 0 && gone + plan.inserts.length > 1)) {
      this.#replace(spot, plainOf(applied(data, plan)));
      return;
    }
    for (const [step, part] of plan.below) {
      const place = Number(step);
      const next = below(this.#source, { ...spot, inFlow: flow }, place);
      if (next === undefined) this.#refuse();
      else if (part.removed) this.#removeItem(seq, place, flow);
      else this.within(next, part, Array.isArray(data) ? data[place] : undefined);
    }
    const places = [...new Set(plan.inserts.map(({ at }) => Math.min(at, seq.items.length)))];
    for (const at of places)
      this.#insertItems(
        seq,
        at,
        plan.inserts.filter((one) => Math.min(one.at, seq.items.length) === at).map(({ value }) => value),
        flow,
      );
  }

  #removeItem(seq: YAMLSeq, place: number, flow: boolean): void {
    const item = seq.items[place];
    const start = startOf(item);
    const end = endOf(this.#text, item);
    if (start === undefined || end === undefined || this.#isShared(item)) return;
    if (flow) {
      this.#cutFlow(start, end, startOf(seq.items[place + 1]), endOf(this.#text, seq.items[place - 1]));
      return;
    }
    const dash = dashOf(seq, place);
    const began = dash === undefined ? 0 : lineStart(this.#text, dash);
    if (dash === undefined || this.#text.slice(began, dash).trim() !== '') this.#refuse();
    else this.#cutLines(began, Math.max(dash + 1, end));
  }

  #insertItems(seq: YAMLSeq, at: number, values: readonly Plain[], flow: boolean): void {
    const before = endOf(this.#text, seq.items[at - 1]);
    if (flow) {
      const next = startOf(seq.items[at]);
      if (before !== undefined)
        this.#change(before, before, values.map((value) => `, ${inFlow(value)}`).join(''));
      else if (next !== undefined)
        this.#change(next, next, values.map((value) => `${inFlow(value)}, `).join(''));
      else this.#refuse();
      return;
    }
    const dash = dashOf(seq, 0);
    if (dash === undefined) {
      this.#refuse();
      return;
    }
    const indent = columnOf(this.#text, dash);
    const pad = ' '.repeat(indent);
    if (at === 0) {
      this.#change(dash, dash, values.map((value) => `${asItem(value, indent)}\n${pad}`).join(''));
      return;
    }
    const mark = dashOf(seq, at - 1);
    const end = before ?? (mark === undefined ? undefined : mark + 1);
    if (end === undefined) {
      this.#refuse();
      return;
    }
    const over = lineEnd(this.#text, end);
    this.#change(over, over, values.map((value) => `\n${pad}${asItem(value, indent)}`).join(''));
  }

  #swap(seq: YAMLSeq, one: number, two: number): void {
    const spans = [one, two].map((place) => ({
      from: startOf(seq.items[place]),
      to: endOf(this.#text, seq.items[place]),
    }));
    const [a, b] = spans;
    if (a?.from === undefined || a.to === undefined || b?.from === undefined || b.to === undefined) {
      this.#refuse();
      return;
    }
    this.#change(a.from, a.to, this.#text.slice(b.from, b.to));
    this.#change(b.from, b.to, this.#text.slice(a.from, a.to));
  }
}

const fieldOf = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? Object.entries(data).find(([name]) => name === key)?.[1]
    : undefined;

/** What was read from YAML, or is written into it: plain data. */
const plainOf = (value: unknown): Plain => {
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainOf(item)]));
};
