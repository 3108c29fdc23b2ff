/** The delegates' room: AI players of seats, the conductor that leads them, and the estimates a person may ask for. */
export * from './agent.ts';
export { conduct, type Company, type Conducted, type Conductor } from './conduct.ts';
export { delegate } from './delegate.ts';
export { aiEverywhere } from './everywhere.ts';
export { chair } from './chair.ts';
export { blocker, passive, random } from './players.ts';
export {
  appraisePackage,
  appraiseText,
  believe,
  believedOfMe,
  type Belief,
  type PackageGuess,
  type TextGuess,
} from './guess.ts';
export { handover, type Absence, type Handover } from './handover.ts';
export { suspicions, type Suspicion } from './judgement.ts';
export { alike, votesOn, type Leaning, type Tabled } from './voter.ts';
