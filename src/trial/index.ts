/** The trial room: whole games played by machines, what they add up to, and what both say of a scenario. No clock. */
export { judged, type Judged } from './judged.ts';
export { drawsOf, lintSpace } from './lint-space.ts';
export { gamesOf, lintPlay } from './lint-play.ts';
export {
  AGENTS,
  agentNamed,
  playMachines,
  replayMismatches,
  type AgentName,
  type PlayedGame,
  type PlayedMove,
} from './machines.ts';
export { recordOf } from './record.ts';
export { MANDATE_MARGIN, Tally, type SimResult } from './tally.ts';
export { remarksOn, summed, tryOnce, type Remark, type Tried, type TriedGame } from './try.ts';
export { counted } from './words.ts';
