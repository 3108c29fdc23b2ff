/** The door for whoever hosts a game: it holds the whole state and lets nobody see more than a view. */
export * from './seat.ts';
export type { Fate, Table } from './table.ts';
export type { State, Incident, Decision } from './state.ts';
export { lay } from './table.ts';
export { open } from './open.ts';
export { decide, type Decided } from './decide.ts';
export { chapters, evolve } from './evolve.ts';
export { keptViews } from './kept-views.ts';
export { view } from './view.ts';
export { whole } from './whole.ts';
export { audience } from './audience.ts';
export { hashOf, hasHash, fingerprint } from './hash.ts';
export { decisionAhead } from './ahead.ts';
export { outcomeNow } from './close.ts';
export { witnesses } from './audience.ts';
export { carried } from './decision.ts';
export { draw, dice, type Dice } from './draw.ts';
export { drawMandate } from './instructions.ts';
