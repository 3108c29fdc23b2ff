/** The session: one interface to a game, the store it writes, and the worker it runs in. */
export type * from './contract.ts';
export type * from './debrief/contract.ts';
export {
  againstMandate,
  FEARED,
  foremost,
  inFigures,
  saidAloud,
  unsaid,
  whysAt,
} from './debrief/contract.ts';
export { MOST_PEOPLE, PACES, STRENGTHS } from './contract.ts';
export { createScreen, type ScreenStore } from './screen.ts';
export { localSession } from './session.ts';
