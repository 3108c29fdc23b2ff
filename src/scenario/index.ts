/** The scenario room: from a file's text to a checked scenario, or to faults with their places. */
export { leftNamed, SYSTEMS, without, type Left, type System } from './without.ts';
export { placedIn, readScenario, type Reading } from './read.ts';
export { readingOf, type ReadingLoad } from './reading.ts';
export { readResolution, type Resolution, type ResolutionReading } from './resolution.ts';
export { LIMITS, type Limits } from './document.ts';
export { FORMAT, upgraded } from './format.ts';
export { FAULT_CODES, type Fault, type FaultCode, type Finding, type Path } from './fault.ts';
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
  tableOf,
  writeGameFile,
  type BranchMark,
  type FiledGame,
  type FoldedGame,
  type GameFault,
  type GameRecord,
  type Person,
  type OpenedGame,
  type RecordedMove,
  type TakenBack,
} from './game-file.ts';
export {
  ANSWER_CHARACTERS,
  BENDS,
  goalsAsked,
  LEVELS,
  MOST_REFLECTIONS,
  withReflection,
  type Bend,
  type GoalLevel,
  type Level,
  type Reflection,
} from './reflections.ts';
export { reflectionShape } from './reflection-shape.ts';
