/** Branches of a finished game: one decision otherwise, and what AI players then make of it. */
export * from './game.ts';
export * from './spread.ts';
