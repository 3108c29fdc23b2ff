/** The analysis room: exact properties of a text space, and searches in it. Numbers and functions in, numbers out. */
export * from './problem.ts';
export * from './best.ts';
export * from './climb.ts';
export * from './ln.ts';
export * from './exp.ts';
