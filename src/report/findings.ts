import type { Debrief } from '../analysis/debrief/index.ts';
import type { DelegationId } from '../engine/index.ts';
import type { Names } from './names.ts';
import { listedNames, percent, points, say, whole } from './words.ts';

/** What went well and what did not, by the figures. */
export interface Findings {
  readonly strengths: readonly string[];
  readonly gaps: readonly string[];
}

/** A share of the best balanced text from which an agreement counts as balanced, and below which as unbalanced. */
const BALANCED = 0.8;
const UNBALANCED = 0.5;
/** A share of promises that came due from which keeping them is a strength. */
const FAITHFUL = 0.8;

type Finding = { readonly good: boolean; readonly text: string } | undefined;

const sorted = (found: readonly Finding[]): Findings => {
  const said = found.filter((finding) => finding !== undefined);
  return {
    strengths: said.filter(({ good }) => good).map(({ text }) => text),
    gaps: said.filter(({ good }) => !good).map(({ text }) => text),
  };
};

/** Findings for the whole table. */
export const tableFindings = (names: Names, debrief: Debrief): Findings => {
  const { left, delegations } = debrief;
  const named = (places: readonly number[]): string =>
    listedNames(places.flatMap((place) => delegations[place] ?? []).map(names.delegation));
  const below = left.gains.flatMap((gain, place) => (gain < 0 ? [place] : []));
  const richer = (left.more ?? []).flatMap((more, place) => (more > 0 ? [place] : []));
  const silent = debrief.activity.flatMap(({ offersMade }, place) => (offersMade === 0 ? [place] : []));
  return sorted([
    ending(debrief),
    balance(names, debrief),
    left.more === undefined
      ? debrief.outcome.end === 'adopted'
        ? { good: true, text: say('find.frontier') }
        : undefined
      : { good: false, text: say('find.left', { who: named(richer) }) },
    ...promises(debrief),
    below.length === 0 ? undefined : { good: false, text: say('find.below', { who: named(below) }) },
    calm(debrief),
    ...attributions(debrief),
    silent.length === 0 ? undefined : { good: false, text: say('find.silent', { who: named(silent) }) },
  ]);
};

const ending = ({ outcome, left, standing }: Debrief): Finding => {
  switch (outcome.end) {
    case 'adopted':
      return { good: true, text: say('find.adopted') };
    case 'not-adopted':
      return left.feasible === 0
        ? { good: false, text: say('find.not-adopted-none') }
        : { good: false, text: say('find.not-adopted', { texts: whole(left.feasible) }) };
    case 'stopped':
      return left.feasible === 0
        ? { good: false, text: say('find.stopped-none') }
        : {
            good: false,
            text: say('find.stopped', {
              texts: whole(left.feasible),
              keeping: whole(standing?.keeping ?? 0),
            }),
          };
    case 'collapsed':
      return { good: false, text: say('find.collapsed') };
  }
};

const balance = (names: Names, { left, outcome, delegations }: Debrief): Finding => {
  const share = left.nashShare;
  if (share === undefined || outcome.end !== 'adopted') return undefined;
  if (share >= BALANCED) return { good: true, text: say('find.balanced', { percent: percent(share) }) };
  if (share >= UNBALANCED) return undefined;
  const least = delegations[left.gains.indexOf(Math.min(...left.gains))];
  const who = least === undefined ? '' : names.delegation(least);
  return { good: false, text: say('find.unbalanced', { percent: percent(share), who }) };
};

const promises = ({ outcome }: Debrief): readonly Finding[] => {
  const { kept, broken } = outcome.promises;
  const due = kept + broken;
  return [
    due > 0 && kept >= FAITHFUL * due ? { good: true, text: say('find.kept', { kept, due }) } : undefined,
    broken > 0 ? { good: false, text: say('find.broken', { count: broken }) } : undefined,
  ];
};

const calm = ({ tension, outcome }: Debrief): Finding => {
  const from = tension[0]?.tension ?? outcome.tension;
  return outcome.tension <= from
    ? { good: true, text: say('find.calm') }
    : { good: false, text: say('find.tense', { from, to: outcome.tension }) };
};

const attributions = ({ attribution }: Debrief): readonly Finding[] => {
  const said = attribution.flatMap(({ statements }) => statements);
  const right = said.filter((statement) => statement.right).length;
  const wrong = said.length - right;
  return [
    right > 0 ? { good: true, text: say('find.right', { right, all: said.length }) } : undefined,
    wrong > 0 ? { good: false, text: say('find.wrong', { wrong, all: said.length }) } : undefined,
  ];
};

/** Findings for one delegation, by what it may know. */
export const seatFindings = (debrief: Debrief, me: DelegationId): Findings => {
  const place = debrief.delegations.indexOf(me);
  const gain = debrief.left.gains[place] ?? 0;
  const trusted = trustIn(debrief, place, -1) - trustIn(debrief, place, 0);
  const mine = debrief.ledger.filter(({ by }) => by === me);
  const kept = mine.filter(({ state }) => state === 'kept').length;
  const broken = mine.filter(({ state }) => state === 'broken').length;
  return sorted([
    debrief.outcome.end === 'stopped'
      ? undefined
      : gain >= 0
        ? { good: true, text: say('find.gained', { points: points(gain) }) }
        : { good: false, text: say('find.lost', { points: points(-gain) }) },
    ...promises({ ...debrief, outcome: withPromises(debrief, kept, broken) }),
    trusted > 0 ? { good: true, text: say('find.trusted', { points: whole(trusted) }) } : undefined,
    trusted < 0 ? { good: false, text: say('find.mistrusted', { points: whole(-trusted) }) } : undefined,
  ]);
};

const withPromises = ({ outcome }: Debrief, kept: number, broken: number): Debrief['outcome'] => ({
  ...outcome,
  promises: { ...outcome.promises, kept, broken },
});

/** How far all the others together trust a delegation at one of the snapshots. */
export const trustIn = ({ trust }: Debrief, place: number, snapshot: number): number =>
  (trust.at(snapshot)?.trust ?? []).reduce(
    (sum, row, from) => (from === place ? sum : sum + (row[place] ?? 0)),
    0,
  );
