/** Negotiators against each other under stacked alternating offers. Own utilities and offers in, an agreement or none out. */
export * from './table.ts';
export * from './negotiator.ts';
export * from './baselines.ts';
export { ours, oursWith, TEMPER, type Temper } from './ours.ts';
export * from './protocol.ts';
export * from './tournament.ts';
