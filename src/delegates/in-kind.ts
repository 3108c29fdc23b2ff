import type { DelegationId, IncidentSight } from '../engine/seat.ts';
import { CHARACTER } from './character.ts';
import { wrongsTo, type Wrong } from './memory.ts';
import type { Self } from './own.ts';
import { alreadyDid, restrainedTowards, type Choice } from './response.ts';

/** Answers in kind: sharp words, sanctions, countermeasures. Each only by styles that do so, one step at a time, while tension is low. */

/** Reciprocity from which a delegation answers in kind, and tension above which it does not. */
const ANSWERS_IN_KIND = 1;
const HEATED = 40;
/** Opinion at home below which a public wants to see more than sanctions. */
const DEMANDING = 42;
/** Damage from which a deed is grave enough to be hit back for. */
const GRAVE = 5;

const answersInKind = ({ delegation, view }: Self): boolean =>
  CHARACTER[delegation.style].reciprocity >= ANSWERS_IN_KIND && view.tension <= HEATED;

/**
 * Sanctions, by the victim, on an author whom the truth has named and whom it has accused in public; a session later at the earliest a
 * countermeasure, where the deed was grave, the public at home is unhappy and what tension it adds leaves the talks in peace.
 */
export const punishing = (self: Self, sight: IncidentSight): readonly Choice[] => {
  const culprit = sight.truth?.culprit;
  const { view, own, scenario } = self;
  if (culprit === undefined || culprit === own.delegation || sight.victim !== own.delegation) return [];
  if (!answersInKind(self) || restrainedTowards(self, culprit)) return [];
  const accused = sight.responses.some(
    ({ response }) =>
      response.kind === 'attribute' && response.quiet !== true && response.culprit === culprit,
  );
  const because = { code: 'evidence-points-to', towards: culprit, belief: 1 } as const;
  if (accused && !alreadyDid(self, sight, 'sanction'))
    return [{ response: { kind: 'sanction', on: culprit }, because }];
  const sanctioned = sight.responses.some(
    ({ by, session, response }) =>
      by === own.delegation && response.kind === 'sanction' && session < view.session,
  );
  const calm = view.tension + scenario.rules.tension.countermeasure <= HEATED;
  const wanted = (view.opinion[own.index] ?? 50) < DEMANDING && sight.damage >= GRAVE;
  return sanctioned && calm && wanted && !alreadyDid(self, sight, 'countermeasure')
    ? [{ response: { kind: 'countermeasure', on: culprit }, because }]
    : [];
};

/**
 * Whom it calls by name and sharply from the floor: whoever broke its word to it, or was found out against it, since it last could speak.
 * The public at home likes it, and tension rises by a point.
 */
export const reproached = (self: Self): Wrong | undefined => {
  if (!answersInKind(self)) return undefined;
  const since = lastFloor(self);
  return wrongsTo(self).find(({ by, session }) => session >= since && !calledOut(self, session, by));
};

/** The session, before this one, in which the floor was last open; the first where it never was. */
const lastFloor = ({ scenario, view }: Self): number =>
  Math.max(
    0,
    scenario.sessions.findLastIndex(
      ({ phases }, session) => session < view.session && phases.includes('floor'),
    ),
  );

/** Whether it has named somebody sharply since a session began. */
const calledOut = ({ view, own }: Self, session: number, whom: DelegationId): boolean =>
  view.log.some(
    (chapter) =>
      chapter.session >= session &&
      chapter.events.some(
        (event) =>
          event.kind === 'spoke' &&
          event.by === own.delegation &&
          event.tone === 'sharp' &&
          event.names.includes(whom),
      ),
  );
