/** The scenario room: from a file's text to a checked scenario, or to faults with their places. */
export { readScenario, type Reading } from './read.ts';
export { LIMITS, type Limits } from './document.ts';
export { FAULT_CODES, type Fault, type FaultCode } from './fault.ts';
export { scenarioDraft, type ScenarioDraft } from './draft.ts';
