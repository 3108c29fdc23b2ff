import { SANS, SERIF } from '../palette.ts';
import type { Brush } from './brush.ts';

export type Face = 'serif' | 'sans';

/** A CSS font: weight 100 to 900, size in CSS pixels. */
export const font = (face: Face, size: number, weight = 400): string =>
  `${weight} ${size}px ${face === 'serif' ? SERIF : SANS}`;

/** Cuts words to a width and marks the cut with an ellipsis. */
export const fitted = (brush: Brush, words: string, width: number): string => {
  if (brush.measureText(words).width <= width) return words;
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (brush.measureText(`${words.slice(0, middle).trimEnd()}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${words.slice(0, low).trimEnd()}…`;
};

/** Breaks words into at most `most` lines of a width; the last is cut if need be. */
export const wrapped = (brush: Brush, words: string, width: number, most: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  const parts = words.split(/\s+/).filter((part) => part !== '');
  for (const [i, part] of parts.entries()) {
    const longer = line === '' ? part : `${line} ${part}`;
    if (brush.measureText(longer).width <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      lines.push(fitted(brush, [line, ...parts.slice(i)].join(' ').trim(), width));
      return lines;
    }
    if (line !== '') lines.push(line);
    line = part;
  }
  if (line !== '') lines.push(fitted(brush, line, width));
  return lines;
};

/** The largest size from `size` down to `least` at which the words fit; then cut. */
export const shrunk = (
  brush: Brush,
  words: string,
  face: Face,
  weight: number,
  size: number,
  least: number,
  width: number,
): string => {
  for (let now = size; now >= least; now -= 0.5) {
    brush.font = font(face, now, weight);
    if (brush.measureText(words).width <= width) return words;
  }
  return fitted(brush, words, width);
};
