import type { DelegationId } from './ids.ts';
import type { Origin } from './vocabulary.ts';

/**
 * What follows from answers to an incident, as far as no scenario changes it: the rest is in its `rules`. Whoever decides what to do
 * about an incident reckons with the same numbers as the rules.
 */
export const EFFECT = {
  /** An accusation that refers to what was agreed is read as a defence of it: a point less of tension for each article. */
  cited: -1,
  /** Trust that whoever learns something new gains in whoever told it; that each side of a call gains; and so on. */
  trust: { shared: 4, hotline: 2, condemned: 3, unhelped: -4 },
  opinion: { accused: -4, helped: 2, countered: 4 },
} as const;

/** The damage one team of experts takes away: `help` percent (more where assistance is agreed), at least a point while there is any. */
export const easedBy = (damage: number, help: number, percent = 100): number =>
  Math.min(damage, Math.max(1, Math.ceil((damage * percent * help) / 10_000)));

/** What somebody answers for when the truth comes out. */
export interface Accusation {
  readonly origin: Origin;
  readonly culprit: DelegationId | undefined;
  /** Percent of the consequences that it answers for: see {@link ANSWERABLE}. */
  readonly weight: number;
}

/** For what share of the consequences an accuser answers, percent: in public, in private, and by joining another's. */
export const ANSWERABLE = { aloud: 100, quiet: 40, joined: 60 } as const;

/** What a right and a wrong accusation do to how far the others trust the accuser; `shame` is opinion at home. */
const ACCUSER = { right: 3, wrong: -5, wronged: -12, shame: -6 } as const;

/** What the truth does to an accuser: trust of each other delegation, trust of whoever was wronged, opinion at home. */
export interface Verdict {
  readonly right: boolean;
  readonly others: number;
  readonly wronged?: { readonly delegation: DelegationId; readonly trust: number };
  readonly opinion: number;
}

/** How an accuser is judged by the truth; nothing comes of having named nobody, or the right one for a wrong reason. */
export const verdictOn = (
  { origin, culprit, weight }: Accusation,
  truth: { readonly origin: Origin; readonly culprit?: DelegationId },
): Verdict | undefined => {
  const right = culprit === truth.culprit && origin === truth.origin;
  const share = (points: number): number => Math.round((points * weight) / 100);
  // What was said in private is known to nobody else.
  const heard = weight > 50;
  if (right) return { right, others: heard ? share(ACCUSER.right) : 0, opinion: 0 };
  if (culprit === undefined || culprit === truth.culprit) return undefined;
  return {
    right,
    others: heard ? share(ACCUSER.wrong) : 0,
    wronged: { delegation: culprit, trust: share(ACCUSER.wronged) },
    opinion: heard ? ACCUSER.shame : 0,
  };
};
