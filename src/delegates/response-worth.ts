import {
  ANSWERABLE,
  CITED_TRUST,
  easedBy,
  EFFECT,
  placeOf,
  withPayoff,
  type Accusation,
  type ArticleId,
  type Benefit,
  type DelegationId,
  type IncidentSight,
} from '../engine/seat.ts';
import { CHARACTER } from './character.ts';
import { worthOfClue } from './clue-worth.ts';
import { EXCHANGE, worthOfBrink, worthOfOpinion, worthOfTension, worthOfTrust } from './exchange.ts';
import { beliefIn, suspicions, type Suspicion } from './judgement.ts';
import type { Self } from './own.ts';
import { worthOfCost } from './purse.ts';
import type { Speech, Weighable } from './response.ts';
import { oddsOf, openClues, stakesOf, type Odds } from './truth-worth.ts';

/** What a response to an incident is expected to bring a delegation, hundredths of a point, against keeping silent. */
export interface ResponseWorth {
  /** What the rules do to own points at once, exactly: tokens spent, tension moved. */
  readonly now: number;
  /** Trust, opinion at home and nearness to collapse, moved at once, by {@link EXCHANGE}. */
  readonly standing: number;
  /** What others' answers and the truth are expected to bring, by own beliefs and the rules' chances. */
  readonly later: number;
  /** How much better the best of accusing and keeping silent becomes by what is found out. */
  readonly clue: number;
  /** What it is worth to the style beyond points: `justice`, `solidarity`, answers in kind. */
  readonly beyond: number;
  /** The sum, whole. */
  readonly total: number;
}

/** What naming somebody in public is worth of a style's `justice`: in private, by joining another, and saying that it was no State. */
const JUST = { aloud: 1, quiet: 0.5, joined: 0.6, nobody: 0.5 } as const;
/** What is worth how much of a style's `solidarity`; a team counts so for each point of damage that it heals. */
const STANDING_BY = { inquiry: 1, assist: 0.5, share: 0.5, condemn: 0.25 } as const;
/** How close it holds itself to a victim, by how far it trusts it. */
const KIN = { broken: 0, wary: 0, open: 0.4, good: 0.8, close: 1 } as const;

export const worthOfResponse = (
  self: Self,
  sight: IncidentSight,
  response: Weighable,
  cites: readonly ArticleId[] = [],
): ResponseWorth => {
  const parts = partsOf(self, sight, response, cites);
  const cited = cites.reduce((sum, article) => sum + worthOfTrust(self, citedTrust(self, article)), 0);
  const found: Parts = {
    now: 0,
    later: 0,
    clue: 0,
    beyond: 0,
    ...parts,
    standing: (parts.standing ?? 0) + cited,
  };
  const { now, standing, later, clue, beyond } = found;
  return { ...found, total: Math.round(now + standing + later + clue + beyond) };
};

type Parts = Omit<ResponseWorth, 'total'>;

const partsOf = (
  self: Self,
  sight: IncidentSight,
  response: Weighable,
  cites: readonly ArticleId[],
): Partial<Parts> => {
  const { scenario, mandate, delegation } = self;
  const { rules, procedure } = scenario;
  switch (response.kind) {
    case 'investigate':
    case 'inquiry': {
      const clue = worthOfClue(self, sight, response.kind, speechWorth(self, sight));
      const now = -worthOfCost(self, procedure.investigateCost);
      return {
        now,
        clue,
        ...(response.kind === 'inquiry' ? { beyond: standingBy(self, sight, 'inquiry') } : {}),
      };
    }
    case 'assess':
      return {};
    case 'share':
      return response.with === 'all' ? laidOpen(self, sight) : handed(self, sight, response.with);
    case 'ask':
      return { later: EXCHANGE.helps * eased(self, sight) * mandate.damageStake };
    case 'assist': {
      const named = sight.responses.some(
        ({ response: said }) => said.kind === 'ask' && said.from === self.own.delegation,
      );
      const remembered = named && sight.session === self.view.session ? -EFFECT.trust.unhelped : 0;
      const won = sight.asked.includes(self.own.delegation) ? rules.trust.asked : rules.trust.help;
      return {
        now: -worthOfCost(self, procedure.assistCost),
        standing: worthOfTrust(self, won + remembered) + worthOfOpinion(self, EFFECT.opinion.helped),
        beyond: standingBy(self, sight, 'assist') * eased(self, sight),
      };
    }
    case 'hotline':
      return {
        ...tense(self, paid(self, 'contact', -rules.tension.hotline), [
          worthOfTrust(self, paid(self, 'contact', EFFECT.trust.hotline)),
          -EXCHANGE.call,
        ]),
      };
    case 'condemn':
      return {
        standing: worthOfTrust(self, EFFECT.trust.condemned),
        beyond: standingBy(self, sight, 'condemn'),
      };
    case 'attribute':
    case 'endorse':
      return spoken(self, sight, response, cites);
    case 'sanction':
      return {
        ...tense(self, paid(self, 'restraint', rules.tension.sanction), [
          worthOfTrust(self, -rules.trust.sanction),
        ]),
        beyond: CHARACTER[delegation.style].reciprocity * EXCHANGE.inKind,
      };
    case 'countermeasure':
      return {
        ...tense(self, paid(self, 'restraint', rules.tension.countermeasure), [
          worthOfTrust(self, -rules.trust.countermeasure),
          worthOfOpinion(self, EFFECT.opinion.countered),
        ]),
        beyond: CHARACTER[delegation.style].reciprocity * EXCHANGE.inKind,
      };
  }
};

/** An attribution as far as it does not depend on what one believes. */
interface Form {
  readonly now: number;
  readonly standing: number;
  readonly accusation: Accusation;
  /** What the truth will be worth. */
  readonly stakes: Odds;
  /** What it is worth to the style if it is right. */
  readonly justice: number;
}

const formOf = (
  self: Self,
  sight: IncidentSight,
  response: Speech,
  cites: readonly ArticleId[],
): Form | undefined => {
  const { rules } = self.scenario;
  const { justice } = CHARACTER[self.delegation.style];
  const form = (said: Accusation, just: number, moved: Pick<Parts, 'now' | 'standing'>): Form => ({
    ...moved,
    accusation: said,
    stakes: stakesOf(self, sight, said),
    justice: just * justice,
  });
  if (response.kind === 'endorse') {
    const said = sight.responses.find(
      ({ by, response: other }) =>
        by === response.whose && other.kind === 'attribute' && other.quiet !== true,
    )?.response;
    if (said?.kind !== 'attribute') return undefined;
    return form(
      { origin: said.origin, culprit: said.culprit, weight: ANSWERABLE.joined },
      JUST.joined,
      tense(self, rules.tension.endorsement, [worthOfTrust(self, -rules.trust.endorsement)]),
    );
  }
  const { origin, culprit, confidence } = response;
  if (culprit === undefined) {
    const calms = origin === 'accident' || origin === 'criminals' ? -rules.tension.exoneration : 0;
    return form({ origin, culprit, weight: ANSWERABLE.aloud }, JUST.nobody, tense(self, calms, []));
  }
  if (response.quiet === true)
    return form({ origin, culprit, weight: ANSWERABLE.quiet }, JUST.quiet, {
      now: 0,
      standing: worthOfTrust(self, -rules.trust.quiet),
    });
  const rise = paid(self, 'restraint', rules.tension[confidence]) + EFFECT.cited * cites.length;
  return form(
    { origin, culprit, weight: ANSWERABLE.aloud },
    JUST.aloud,
    tense(self, Math.max(1, rise), [worthOfTrust(self, -rules.trust.accusation)]),
  );
};

const spoken = (
  self: Self,
  sight: IncidentSight,
  response: Speech,
  cites: readonly ArticleId[],
): Partial<Parts> => {
  const form = formOf(self, sight, response, cites);
  if (form === undefined) return {};
  const { now, standing, accusation, stakes, justice } = form;
  const odds = oddsOf(suspicions(self.scenario, sight), accusation);
  return {
    now,
    standing,
    later: odds.right * stakes.right + odds.wrong * stakes.wrong,
    beyond: odds.right * justice,
  };
};

/** What speaking out would be worth if one believed this. It is asked for many beliefs and few speeches. */
const speechWorth = (self: Self, sight: IncidentSight) => {
  const known = new Map<string, Form | undefined>();
  return (speech: Speech, beliefs: readonly Suspicion[]): number => {
    const key = JSON.stringify(speech);
    const form = known.has(key) ? known.get(key) : formOf(self, sight, speech, []);
    known.set(key, form);
    if (form === undefined) return 0;
    const { right, wrong } = oddsOf(beliefs, form.accusation);
    return form.now + form.standing + right * (form.stakes.right + form.justice) + wrong * form.stakes.wrong;
  };
};

const tense = (self: Self, by: number, softly: readonly number[]): Pick<Parts, 'now' | 'standing'> => ({
  now: worthOfTension(self, by),
  standing: softly.reduce((sum, part) => sum + part, worthOfBrink(self, by)),
});

const paid = ({ scenario, view }: Self, gives: Benefit, usual: number): number =>
  withPayoff(scenario, view.articles, gives, usual);

/** Damage that one team would take away. */
const eased = (self: Self, { damage }: IncidentSight): number =>
  damage <= 0 ? 0 : easedBy(damage, self.scenario.rules.help, paid(self, 'assistance', 100));

const standingBy = (self: Self, { victim }: IncidentSight, how: keyof typeof STANDING_BY): number => {
  if (victim === self.own.delegation) return 0;
  const band = self.own.trust[placeOf(self.scenario, 'delegation', victim)]?.mine ?? 'open';
  return CHARACTER[self.delegation.style].solidarity * KIN[band] * STANDING_BY[how];
};

/** Trust won by referring to an article: of all others that are on record for what stands there. */
const citedTrust = (self: Self, article: ArticleId): number => {
  const { view, scenario, own } = self;
  const place = placeOf(scenario, 'article', article);
  const option = view.articles[place]?.option ?? 0;
  const support = view.stances.filter(
    (rows, seat) => seat !== own.index && rows[place]?.[option] === 'support',
  ).length;
  return support * paid(self, 'citation', CITED_TRUST);
};

/** Whether somebody would learn something from all that one knows, as far as one can see what it knows. */
const learns = (self: Self, sight: IncidentSight, other: DelegationId): boolean => {
  const known = new Set(openClues(self, sight));
  // Its own steps in the inquiry found the first clues that it did not know.
  const steps = sight.responses.filter(
    ({ by, response }) => by === other && response.kind === 'inquiry',
  ).length;
  for (let index = 0; index < steps; index += 1) known.add(index);
  for (const { events } of self.view.log)
    for (const event of events)
      if (event.kind === 'clues-shared' && event.incident === sight.id)
        if (event.by === other || event.with === other) for (const { index } of event.clues) known.add(index);
  return sight.clues.some(({ index }) => !known.has(index));
};

const handed = (self: Self, sight: IncidentSight, to: DelegationId): Partial<Parts> =>
  learns(self, sight, to)
    ? {
        standing: worthOfTrust(self, EFFECT.trust.shared),
        beyond: to === sight.victim ? standingBy(self, sight, 'share') : 0,
      }
    : {};

/** What is laid open is worth the trust of all who learn, and to whoever is suspected the accusations that it will be spared. */
const laidOpen = (self: Self, sight: IncidentSight): Partial<Parts> => {
  const { scenario, own, mandate } = self;
  const learning = scenario.delegations.filter(({ id }) => id !== own.delegation && learns(self, sight, id));
  const open = openClues(self, sight);
  const before = suspicions(scenario, {
    ...sight,
    clues: sight.clues.filter(({ index }) => open.has(index)),
  });
  const cleared = beliefIn(before, own.delegation) - beliefIn(suspicions(scenario, sight), own.delegation);
  return {
    standing: worthOfTrust(self, learning.length * EFFECT.trust.shared),
    later: cleared * EXCHANGE.accused * mandate.faceStake,
  };
};
