/** A worth on one's own scale of 0 to 100 points, from hundredths, as a length in a bar. */
export const percentOf = (hundredths: number): string =>
  `${String(Math.max(0, Math.min(100, hundredths / 100)))}%`;
