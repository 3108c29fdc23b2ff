/** The analysis room: exact properties of a text space, and searches in it. Numbers and functions in, numbers out. */
export * from './problem.ts';
export * from './best.ts';
export * from './climb.ts';
export * from './ln.ts';
export * from './exp.ts';
export * from './normal.ts';
export type { Solution } from './bargain.ts';
export { feasibleTexts, firstFeasible, type FeasibleTexts } from './feasible.ts';
export * from './nash.ts';
export * from './maxmin.ts';
export { greatestWelfare, utilitarian, type WelfareSolution } from './welfare.ts';
export * from './frontier.ts';
export * from './share.ts';
export * from './enumerate.ts';
export * from './report.ts';
export * from './survey.ts';
export * from './zopa.ts';
export { blocking, blockingByArticle, LARGEST_BLOCK, type Blocking } from './blocking.ts';
