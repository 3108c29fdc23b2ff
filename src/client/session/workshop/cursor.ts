import type { Place } from './look.ts';

/** Where in a file somebody is writing: which place of the data, and whether a name or a value belongs there. */
export interface Cursor {
  /** Of the map a name belongs to, or of the value itself. */
  readonly path: Place;
  readonly writes: 'key' | 'value';
  /** Offset where the word that has been begun starts. */
  readonly from: number;
}

interface Level {
  readonly column: number;
  key?: string;
  index?: number;
}

/** An open bracket: what of it is being written. */
interface Bracket {
  readonly kind: '{' | '[';
  key?: string;
  index: number;
}

/**
 * Finds the cursor in a file that is being written and therefore cannot be read. It looks at the part of the file that begins with
 * the last line without indent, so it is quick in a long file. `undefined` inside of texts and comments.
 */
export const cursorAt = (text: string, offset: number): Cursor | undefined => {
  const top = sectionStart(text, offset);
  return new Scan(text, offset).from(top);
};

const sectionStart = (text: string, offset: number): number => {
  let line = text.lastIndexOf('\n', offset - 1) + 1;
  const written = text.slice(line, offset);
  // A line that is only begun may be a section of its own, and may not.
  if (/^[A-Za-z]/u.test(written)) return line;
  while (line > 0) {
    line = text.lastIndexOf('\n', line - 2) + 1;
    if (/[A-Za-z'"]/u.test(text[line] ?? '')) return line;
  }
  return 0;
};

const KEY = /^("[^"]*"|'[^']*'|[^\s#[\]{},:&*!|>'"%@`-][^:#[\]{},]*?)\s*:(?=\s|$)/u;

class Scan {
  readonly #text: string;
  readonly #end: number;
  readonly #levels: Level[] = [];
  readonly #brackets: Bracket[] = [];

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  from(start: number): Cursor | undefined {
    let at = start;
    while (at <= this.#end) {
      const over = this.#text.indexOf('\n', at);
      const line = over === -1 ? this.#text.length : over;
      const next = this.#line(at, Math.min(line, this.#end), line);
      if (next === 'here') return this.#begun(at);
      if (next === undefined) return undefined;
      if (typeof next !== 'number') return next;
      at = next;
    }
    return undefined;
  }

  /** One line outside of brackets: where to go on; the cursor where it is in there; nothing where it is in a text. */
  #line(start: number, end: number, over: number): number | Cursor | 'here' | undefined {
    const line = this.#text.slice(start, over);
    const last = over >= this.#end;
    const written = this.#text.slice(start, end);
    if (last && /^\s*(?:- +)*[\w-]*$/u.test(written)) return 'here';
    if (/^\s*(?:#|$)/u.test(line)) return last ? undefined : over + 1;
    let column = line.search(/\S/u);
    while (line.startsWith('- ', column)) {
      this.#dash(column);
      column += 1 + (line.slice(column + 1).search(/\S/u) === -1 ? 1 : line.slice(column + 1).search(/\S/u));
    }
    const key = KEY.exec(line.slice(column));
    if (key === null) return this.#value(start + column, end, over, column);
    this.#key(column, unquoted(key[1] ?? ''));
    const value = column + key[0].length;
    const rest = line.slice(value);
    const begins = rest.search(/\S/u);
    if (start + value >= this.#end) return { path: this.#path(), writes: 'value', from: this.#end };
    if (begins === -1 || rest.slice(begins).startsWith('#')) {
      if (!last) return over + 1;
      return /#/u.test(written) ? undefined : { path: this.#path(), writes: 'value', from: this.#end };
    }
    return this.#value(start + value + begins, end, over, column);
  }

  /** A value outside of brackets that begins at `at`. */
  #value(at: number, end: number, over: number, column: number): number | Cursor | undefined {
    const first = this.#text[at] ?? '';
    if (first === '[' || first === '{') return this.#between(at);
    if (first === '|' || first === '>') {
      let next = over + 1;
      for (;;) {
        if (next > this.#end) return undefined;
        const until = this.#text.indexOf('\n', next);
        const line = this.#text.slice(next, until === -1 ? this.#text.length : until);
        if (line.trim() !== '' && line.search(/\S/u) <= column) return next;
        if (until === -1 || until >= this.#end) {
          // A line without letters at the foot of a text may be the beginning of something else.
          return line.slice(0, this.#end - next).trim() === '' && this.#end - next <= column
            ? next
            : undefined;
        }
        next = until + 1;
      }
    }
    if (first === "'" || first === '"') {
      const close = this.#text.indexOf(first, at + 1);
      if (close === -1 || close >= this.#end) return undefined;
      const line = this.#text.indexOf('\n', close);
      return line === -1 || line >= this.#end ? undefined : line + 1;
    }
    if (over < this.#end) return over + 1;
    const begun = this.#text.slice(at, end);
    return /^[^#]*$/u.test(begun) ? { path: this.#path(), writes: 'value', from: at } : undefined;
  }

  /** Between brackets, over as many lines as they take. Gives the start of the line after them. */
  #between(start: number): number | Cursor | undefined {
    const text = this.#text;
    let at = start;
    /** Where the word that is being read began. */
    let word = start;
    let fresh = true;
    while (at < this.#end) {
      const letter = text[at] ?? '';
      if (fresh && (letter === "'" || letter === '"')) {
        const close = text.indexOf(letter, at + 1);
        if (close === -1 || close >= this.#end) return undefined;
        at = close + 1;
        fresh = false;
        continue;
      }
      if (letter === '#' && /\s/u.test(text[at - 1] ?? '')) {
        const line = text.indexOf('\n', at);
        if (line === -1 || line >= this.#end) return undefined;
        at = line;
        continue;
      }
      if (letter === '[' || letter === '{') this.#brackets.push({ kind: letter, index: 0 });
      const inner = this.#brackets.at(-1);
      if (letter === ']' || letter === '}') {
        this.#brackets.pop();
        if (this.#brackets.length === 0) {
          const line = text.indexOf('\n', at);
          return line === -1 || line >= this.#end ? undefined : line + 1;
        }
      } else if (letter === ',' && inner !== undefined) {
        inner.index += 1;
        delete inner.key;
      } else if (letter === ':' && inner?.kind === '{' && inner.key === undefined) {
        inner.key = unquoted(text.slice(word, at).trim());
      }
      if (/[[{\]},:\s]/u.test(letter)) {
        if (!/\s/u.test(letter) || /[[{,:]/u.test(text.slice(word, at).trim().at(-1) ?? ',')) word = at + 1;
        fresh = true;
      } else fresh = false;
      at += 1;
    }
    return this.#inBrackets(word);
  }

  #inBrackets(word: number): Cursor | undefined {
    const inner = this.#brackets.at(-1);
    if (inner === undefined) return undefined;
    const begun = this.#text.slice(word, this.#end);
    const from = this.#end - begun.trimStart().length;
    if (/['"]/u.test(begun)) return undefined;
    if (inner.kind === '{' && inner.key === undefined) return { path: this.#path(), writes: 'key', from };
    const step = inner.kind === '{' ? [] : [inner.index];
    return { path: [...this.#path(), ...step], writes: 'value', from };
  }

  /** A line on which only a word has been begun. */
  #begun(start: number): Cursor {
    const written = this.#text.slice(start, this.#end);
    const word = /[\w-]*$/u.exec(written)?.[0] ?? '';
    const before = written.slice(0, written.length - word.length);
    for (const { index } of before.matchAll(/-/gu)) this.#dash(index);
    const column = before.length;
    while ((this.#levels.at(-1)?.column ?? -1) >= column) this.#levels.pop();
    return { path: this.#path(), writes: 'key', from: this.#end - word.length };
  }

  #dash(column: number): void {
    while ((this.#levels.at(-1)?.column ?? -1) > column) this.#levels.pop();
    const last = this.#levels.at(-1);
    if (last?.column === column && last.index !== undefined) last.index += 1;
    else this.#levels.push({ column, index: 0 });
  }

  #key(column: number, key: string): void {
    while ((this.#levels.at(-1)?.column ?? -1) >= column) this.#levels.pop();
    this.#levels.push({ column, key });
  }

  #path(): Place {
    const path: (string | number)[] = [];
    for (const { key, index } of this.#levels) path.push(key ?? index ?? 0);
    for (const [place, { kind, key, index }] of this.#brackets.entries()) {
      if (key !== undefined) path.push(key);
      else if (kind === '[' && place < this.#brackets.length - 1) path.push(index);
    }
    return path;
  }
}

const unquoted = (key: string): string => key.replaceAll(/^['"]|['"]$/gu, '');
