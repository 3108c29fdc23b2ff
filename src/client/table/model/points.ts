/** Hundredths of a point as points with a sign that cannot be overlooked: `+1.2`, `−0.4`, `0`. */
export const points = (hundredths: number): string => {
  const rounded = Math.round(hundredths / 10) / 10;
  if (rounded === 0) return '0';
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)}`;
};

/** An estimate: both ends of the likely range. */
export const range = (low: number, high: number): string => `${points(low)} … ${points(high)}`;
