/** The scenario room: from a file's text to a checked scenario, or to faults with their places. */
export { readScenario, type Reading } from './read.ts';
export { LIMITS, type Limits } from './document.ts';
export { FAULT_CODES, type Fault, type FaultCode } from './fault.ts';
export { scenarioDraft, type ScenarioDraft, type SpanDraft } from './draft.ts';
export {
  GAME_BYTES,
  GAME_FORMAT,
  GAME_MOVES,
  GAME_VERSION,
  foldGame,
  openGame,
  parseGameFile,
  readGameFile,
  writeGameFile,
  type FiledGame,
  type FoldedGame,
  type GameFault,
  type GameRecord,
  type OpenedGame,
  type RecordedMove,
  type TakenBack,
} from './game-file.ts';
