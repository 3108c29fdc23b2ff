/** Branches of a finished game: one decision otherwise, and what AI players then make of it. */
export * from './alternatives.ts';
export * from './game.ts';
export * from './result.ts';
export * from './spread.ts';
