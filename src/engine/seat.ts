/**
 * The door for whoever sits in a game: people's screens and AI delegates. Vocabularies, the view, commands, refusals,
 * and what a seat can work out from what it sees. No state passes here.
 */
export * from './vocabulary.ts';
export * from './ids.ts';
export type * from './scenario.ts';
export type * from './scenario-world.ts';
export type * from './mandate.ts';
export type * from './reason.ts';
export type * from './command.ts';
export * from './intervention.ts';
export type * from './deal.ts';
export type * from './event.ts';
export type * from './refusal.ts';
export * from './outcome.ts';
export type * from './sight.ts';
export type {
  Amendment,
  Assessment,
  Chapter,
  ContactGroup,
  Operation,
  PublicVow,
  RollingArticle,
  Secret,
  TrackState,
  Warning,
} from './state.ts';
export { CITED_TRUST, payoff, withPayoff } from './payoffs.ts';
export * from './consequences.ts';
export { tensionAfter } from './tension.ts';
export { OPINION_BANDS } from './opinion.ts';
export * from './rules.ts';
export { agreedPoints, pointPlace } from './points.ts';
export { successChance } from './operations.ts';
export { flexibilityChance } from './press.ts';
export { needsSignature } from './binding.ts';
export { ANSWERS_TO, carried } from './decision.ts';
export { meetIn } from './provision.ts';
export * from './worth.ts';
export { MOST_WHY_TEXT, objectorsTo, whyThisText, type OnRecord } from './why-text.ts';
export { BEST, expectedMandate, HIGHEST_RESERVATION } from './instructions.ts';
export * from './lookup.ts';
export { largest, smallest, type Extreme } from './extremes.ts';
export type { Dice } from './draw.ts';
export type { Adopted } from './state.ts';
