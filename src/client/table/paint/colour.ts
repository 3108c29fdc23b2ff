/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Reads `#rrggbb`. */
export const rgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** Between two colours: 0 gives `a`, 1 gives `b`. */
export const mix = (a: string, b: string, share: number): string => {
  const from = rgb(a);
  const to = rgb(b);
  const at = (i: 0 | 1 | 2): string =>
    Math.round(from[i] + (to[i] - from[i]) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${at(0)}${at(1)}${at(2)}`;
};

/** The same colour, see-through: `alpha` 0 to 1. */
export const veil = (hex: string, alpha: number): string => `rgba(${rgb(hex).join(',')},${alpha})`;

export const lighter = (hex: string, share: number): string => mix(hex, '#ffffff', share);
export const darker = (hex: string, share: number): string => mix(hex, '#000000', share);

/** For Phaser, which counts colours. */
export const number = (hex: string): number => Number.parseInt(hex.slice(1), 16);
