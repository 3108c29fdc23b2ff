import { CST, Lexer } from 'yaml';
import type { FormFault } from './tree.ts';

/** What of a file's marks is read at most; a scenario of 200 delegations stays far below. */
export interface MarkLimits {
  /** Words, marks and line ends in all. */
  readonly marks: number;
  /** Brackets within brackets. */
  readonly depth: number;
}

/** Anchors, aliases, tags, directives and explicit keys: a scenario needs none of them. */
const RARE = 1_000;
/** Brackets that close nothing. */
const STRAY = 100;
const ESCAPES = 20_000;

/**
 * Looks at the marks of a file before it is parsed: the parser takes minutes, or all the memory there is, for a megabyte of
 * brackets. Linear in the length of the text. `undefined` for a file that may be parsed.
 */
export const refuseMarks = (text: string, limits: MarkLimits): FormFault | undefined => {
  let offset = 0;
  let marks = 0;
  let depth = 0;
  let entries = 0;
  let rare = 0;
  let stray = 0;
  for (const source of new Lexer().lex(text)) {
    const type = CST.tokenType(source);
    marks += 1;
    if (marks > limits.marks)
      return {
        offset,
        code: 'too-large',
        message: `The file has more than ${limits.marks / 1_000} thousand words and marks.`,
        write: ['a shorter file'],
      };
    switch (type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        depth += 1;
        if (depth > limits.depth) return tooDeep(offset, limits.depth);
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        if (depth === 0) stray += 1;
        depth = Math.max(0, depth - 1);
        if (stray > STRAY) return noYaml(offset, 'Many brackets close here that were never opened.');
        break;
      case 'seq-item-ind':
        entries += 1;
        if (entries > limits.depth) return tooDeep(offset, limits.depth);
        break;
      case 'newline':
        entries = 0;
        break;
      case 'anchor':
      case 'alias':
      case 'tag':
      case 'directive-line':
      case 'explicit-key-ind':
      case 'doc-end':
        rare += 1;
        if (rare > RARE)
          return noYaml(offset, 'The file has too many anchors, tags or other rare marks of YAML.');
        break;
      case 'double-quoted-scalar':
        if (source.length > ESCAPES && source.split('\\').length > ESCAPES)
          return noYaml(offset, 'This text is more backslashes than text.');
        break;
      case 'flow-error-end':
        depth = 0;
        break;
      case 'byte-order-mark':
      case 'doc-mode':
      case 'scalar':
      case 'doc-start':
      case 'space':
      case 'comment':
      case 'map-value-ind':
      case 'comma':
      case 'single-quoted-scalar':
      case 'block-scalar-header':
      case null:
    }
    // Three marks of the lexer stand for no letter of the text.
    if (type !== 'scalar' && type !== 'doc-mode' && type !== 'flow-error-end') offset += source.length;
  }
  return undefined;
};

const tooDeep = (offset: number, depth: number): FormFault => ({
  offset,
  code: 'too-deep',
  message: `Lists within lists, more than ${depth} deep.`,
  write: ['a flatter structure'],
});

const noYaml = (offset: number, message: string): FormFault => ({
  offset,
  code: 'not-yaml',
  message,
  write: ['a YAML file'],
});
