import type { Scenario } from './scenario.ts';
import type { Phase } from './vocabulary.ts';

/**
 * What moves tension, in points: `hotline` and `exoneration` calm; `low`, `moderate` and `high` are public accusations by their
 * confidence; `block` is a consensus that was stopped.
 */
export const TENSION_RULES = [
  'hotline',
  'exoneration',
  'low',
  'moderate',
  'high',
  'endorsement',
  'sanction',
  'countermeasure',
  'exposure',
  'block',
] as const;
export type TensionRule = (typeof TENSION_RULES)[number];

/**
 * What wins or costs trust, in points: `asked` is help that was asked for; `position`, `join`, `restraint` and `deed` are broken promises
 * by their kind, and `witness` is what everybody else takes away; `quiet` is an accusation in private.
 */
export const TRUST_RULES = [
  'deal',
  'kept',
  'help',
  'asked',
  'position',
  'join',
  'restraint',
  'deed',
  'witness',
  'accusation',
  'quiet',
  'endorsement',
  'sanction',
  'countermeasure',
  'exposure',
  'block',
] as const;
export type TrustRule = (typeof TRUST_RULES)[number];

/** Percent: that an older incident's truth comes out in a session, and what each clue adds that everybody knows. */
export const TRUTH_RULES = ['chance', 'clue'] as const;
/** Percent: that rumours name a deed's author, and that they name somebody where no State was behind it. */
export const RUMOUR_RULES = ['author', 'nobody'] as const;

/** Numbers of the rules that a scenario may set otherwise. All are sizes: whether something rises or falls by them is not. */
export interface Rules {
  readonly truth: { readonly [K in (typeof TRUTH_RULES)[number]]: number };
  readonly rumours: { readonly [K in (typeof RUMOUR_RULES)[number]]: number };
  /** Percent of the damage that one team of experts takes away. */
  readonly help: number;
  readonly tension: { readonly [K in TensionRule]: number };
  readonly trust: { readonly [K in TrustRule]: number };
}

/** What holds where a scenario says nothing. */
export const USUAL_RULES: Rules = {
  truth: { chance: 25, clue: 10 },
  rumours: { author: 60, nobody: 40 },
  help: 25,
  tension: {
    hotline: 4,
    exoneration: 2,
    low: 2,
    moderate: 3,
    high: 4,
    endorsement: 1,
    sanction: 5,
    countermeasure: 8,
    exposure: 6,
    block: 2,
  },
  trust: {
    deal: 2,
    kept: 6,
    help: 8,
    asked: 12,
    position: 15,
    join: 22,
    restraint: 20,
    deed: 25,
    witness: 4,
    accusation: 12,
    quiet: 5,
    endorsement: 7,
    sanction: 15,
    countermeasure: 20,
    exposure: 20,
    block: 4,
  },
};

/** Minutes by phase. */
export type Clock = { readonly [P in Phase]?: number };

/** Minutes of a phase where a scenario says nothing. Whoever holds the clock stretches them to the time there is. */
export const USUAL_CLOCK: Required<Clock> = {
  briefing: 2,
  floor: 4,
  corridor: 10,
  drafting: 3,
  decision: 6,
  capital: 1,
};

/** Minutes that a phase of a session should have beside the others: the session's own, the scenario's, or the usual. */
export const minutesOf = (scenario: Scenario, session: number, phase: Phase): number =>
  scenario.sessions[session]?.clock?.[phase] ?? scenario.clock?.[phase] ?? USUAL_CLOCK[phase];
