import {
  incidentOf,
  placeOf,
  type Confidence,
  type Dice,
  type IncidentSight,
  type Response,
} from '../engine/seat.ts';
import type { Act } from './agent.ts';
import { CHARACTER } from './character.ts';
import { punishing } from './in-kind.ts';
import { beliefIn, suspicions } from './judgement.ts';
import type { Self } from './own.ts';
import { citable } from './procedure.ts';
import { alreadyDid, restrainedTowards, type Choice } from './response.ts';

/** Tension above which nobody accuses by its own choice. */
const TENSE = 68;
/** At most so many AI delegations besides the victim step forward over one incident in a session. */
const CROWD = 2;

/** A response to an incident, if one is worth it now. */
export const respondNow = (self: Self, dice: Dice): Act | undefined => {
  for (const sight of self.view.incidents) {
    const punished = punishing(self, sight);
    if (punished !== undefined)
      return {
        command: { kind: 'respond', incident: sight.id, response: punished.response },
        because: [punished.because],
      };
    if (sight.truth !== undefined) continue;
    const response =
      assessing(self, sight) ??
      (sight.victim === self.own.delegation ? asVictim(self, sight) : asOther(self, sight, dice));
    if (response === undefined) continue;
    // Only what the incident touches bears on it.
    const { touches } = incidentOf(self.scenario, sight.id);
    const cites = CITING.includes(response.response.kind)
      ? citable(self).filter((id) => touches.some(({ article }) => article === id))
      : [];
    return {
      command: {
        kind: 'respond',
        incident: sight.id,
        response: response.response,
        ...(cites.length === 0 ? {} : { cites }),
      },
      because: [response.because],
    };
  }
  return undefined;
};

/** Responses that weigh more when they refer to what was agreed. */
const CITING: readonly Response['kind'][] = ['attribute', 'condemn', 'ask'];

/** One's line in the joint assessment, once and again when one's mind has changed. */
const assessing = (self: Self, sight: IncidentSight): Choice | undefined => {
  if (!sight.inquiry.includes(self.own.delegation)) return undefined;
  const [first] = suspicions(self.scenario, sight);
  if (first === undefined || first.culprit === self.own.delegation) return undefined;
  const line = sight.assessment.find(({ by }) => by === self.own.delegation);
  const confidence = confidenceIn(first.belief);
  if (line?.origin === first.origin && line.culprit === first.culprit && line.confidence === confidence)
    return undefined;
  return {
    response: {
      kind: 'assess',
      origin: first.origin,
      confidence,
      ...(first.culprit === undefined ? {} : { culprit: first.culprit }),
    },
    because: {
      code: 'evidence-points-to',
      belief: first.belief,
      ...(first.culprit === undefined ? {} : { towards: first.culprit }),
    },
  };
};

const confidenceIn = (belief: number): Confidence =>
  belief > 0.93 ? 'high' : belief > 0.82 ? 'moderate' : 'low';

const has = (self: Self, cost: { readonly token: string; readonly amount: number }, spare: number): boolean =>
  (self.own.tokens[placeOf(self.scenario, 'token', cost.token)] ?? 0) >= cost.amount + spare;

const thisSession = (self: Self, sight: IncidentSight, kind: Response['kind']): number =>
  sight.responses.filter(
    (item) =>
      item.by === self.own.delegation && item.session === self.view.session && item.response.kind === kind,
  ).length;

const asVictim = (self: Self, sight: IncidentSight): Choice | undefined => {
  const [first] = suspicions(self.scenario, sight);
  if (first === undefined) return undefined;
  const unsure = first.belief < CHARACTER[self.delegation.style].sure;
  const { investigateCost } = self.scenario.procedure;
  const asked = askingHelp(self, sight);
  if (asked !== undefined) return asked;
  const together = inquiring(self, sight, unsure);
  if (together !== undefined) return together;
  if (
    unsure &&
    sight.clues.length < sight.cluesInAll &&
    has(self, investigateCost, 0) &&
    thisSession(self, sight, 'investigate') < 2
  )
    return {
      response: { kind: 'investigate' },
      because: { code: 'evidence-too-thin', belief: first.belief },
    };
  const speaking = speakOut(self, sight, unsure, first);
  if (speaking !== undefined) return speaking;
  if (self.view.tension > 50 && sight.suspect !== undefined && !alreadyDid(self, sight, 'hotline'))
    return { response: { kind: 'hotline', to: sight.suspect }, because: { code: 'calms-tension' } };
  return undefined;
};

/** Damage from which a victim asks its closest friend for help, by name. */
const NEEDY = 5;

const askingHelp = (self: Self, sight: IncidentSight): Choice | undefined => {
  if (sight.damage < NEEDY || sight.asked.length > 0 || sight.session !== self.view.session) return undefined;
  const friend = self.scenario.delegations.find(
    ({ id }, place) =>
      id !== self.own.delegation &&
      self.own.trust[place]?.mine === 'close' &&
      self.own.trust[place]?.theirs === 'close',
  );
  return friend === undefined
    ? undefined
    : { response: { kind: 'ask', from: friend.id }, because: { code: 'victim-asks' } };
};

/** Alone the evidence is too thin: friends look on, and what is found counts for all of them. */
const inquiring = (self: Self, sight: IncidentSight, unsure: boolean): Choice | undefined => {
  const { investigateCost } = self.scenario.procedure;
  const friends = self.own.trust.filter(
    (trust, place) => place !== self.own.index && (trust.mine === 'good' || trust.mine === 'close'),
  ).length;
  if (!unsure || friends === 0 || sight.clues.length >= sight.cluesInAll) return undefined;
  if (!has(self, investigateCost, 0) || thisSession(self, sight, 'inquiry') > 0) return undefined;
  return { response: { kind: 'inquiry' }, because: { code: 'evidence-too-thin' } };
};

const speakOut = (
  self: Self,
  sight: IncidentSight,
  unsure: boolean,
  first: ReturnType<typeof suspicions>[number],
): Choice | undefined => {
  if (unsure || alreadyDid(self, sight, 'attribute')) return undefined;
  if (first.culprit === self.own.delegation) return undefined;
  if (first.culprit !== undefined && restrainedTowards(self, first.culprit)) return undefined;
  const confidence = confidenceIn(first.belief);
  return {
    response: {
      kind: 'attribute',
      origin: first.origin,
      confidence,
      ...(first.culprit === undefined ? {} : { culprit: first.culprit }),
      // When tension is high, the accused is told, and nobody else.
      ...(first.culprit !== undefined && self.view.tension > TENSE ? { quiet: true } : {}),
    },
    because: {
      code: 'evidence-points-to',
      belief: first.belief,
      ...(first.culprit === undefined ? {} : { towards: first.culprit }),
    },
  };
};

/** Belief below which one's own hands can be shown to be clean, and damage of face below which nobody troubles. */
const CLEAN = 0.2;

/**
 * Whoever is suspected and holds evidence that points elsewhere lays it open to all: each public accusation would cost it face, and
 * whoever learns something new thinks better of it.
 */
const clearing = (self: Self, sight: IncidentSight): Choice | undefined => {
  const me = self.own.delegation;
  if (sight.suspect !== me || sight.clues.length === 0 || self.mandate.faceStake === 0) return undefined;
  const shown = sight.responses.some(
    ({ by, response }) => by === me && response.kind === 'share' && response.with === 'all',
  );
  const suspected = beliefIn(suspicions(self.scenario, sight), me);
  return shown || suspected >= CLEAN
    ? undefined
    : {
        response: { kind: 'share', with: 'all' },
        because: { code: 'evidence-points-to', belief: 1 - suspected },
      };
};

const asOther = (self: Self, sight: IncidentSight, dice: Dice): Choice | undefined => {
  const { assistCost } = self.scenario.procedure;
  const crowd = new Set(
    sight.responses
      .filter(
        (item) =>
          item.by !== sight.victim && item.session === self.view.session && item.response.kind !== 'assess',
      )
      .map((item) => item.by),
  );
  if (sight.suspect === self.own.delegation && self.view.tension > 45 && !alreadyDid(self, sight, 'hotline'))
    return { response: { kind: 'hotline', to: sight.victim }, because: { code: 'calms-tension' } };
  const cleared = clearing(self, sight);
  if (cleared !== undefined) return cleared;
  // Whoever is suspected keeps a place: its call to the victim matters more than another friend's help.
  const kept = sight.suspect === undefined || crowd.has(sight.suspect) ? 0 : 1;
  if (crowd.size >= CROWD - kept) return undefined;
  const band = self.own.trust[placeOf(self.scenario, 'delegation', sight.victim)]?.mine ?? 'open';
  const friend = band === 'good' || band === 'close';
  const pressed = sight.asked.includes(self.own.delegation) && sight.session === self.view.session;
  if (pressed && friend && sight.damage > 0 && !alreadyDid(self, sight, 'assist') && has(self, assistCost, 0))
    return { response: { kind: 'assist' }, because: { code: 'victim-asks' } };
  if (
    friend &&
    sight.inquiry.length > 0 &&
    !sight.inquiry.includes(self.own.delegation) &&
    sight.clues.length < sight.cluesInAll &&
    has(self, self.scenario.procedure.investigateCost, 2)
  )
    return { response: { kind: 'inquiry' }, because: { code: 'victim-asks' } };
  const joined = endorsing(self, sight);
  if (joined !== undefined) return joined;
  const generous =
    dice(`assist/${sight.id}`, self.view.session) < (friend ? 0.5 : band === 'open' ? 0.15 : 0);
  if (generous && sight.damage >= 4 && !alreadyDid(self, sight, 'assist') && has(self, assistCost, 1))
    return { response: { kind: 'assist' }, because: { code: 'victim-asks' } };
  const [first] = suspicions(self.scenario, sight);
  if (
    friend &&
    sight.clues.length > 0 &&
    first?.culprit !== self.own.delegation &&
    !alreadyDid(self, sight, 'share')
  )
    return { response: { kind: 'share', with: sight.victim }, because: { code: 'victim-asks' } };
  if (
    band === 'close' &&
    sight.session === self.view.session &&
    first?.origin !== 'accident' &&
    !calledAccident(sight) &&
    !alreadyDid(self, sight, 'condemn')
  )
    return { response: { kind: 'condemn' }, because: { code: 'victim-asks' } };
  return undefined;
};

/** Whether whoever was hit has said that nobody meant it. */
const calledAccident = (sight: IncidentSight): boolean =>
  sight.responses.some(
    ({ by, response }) =>
      by === sight.victim && response.kind === 'attribute' && response.origin === 'accident',
  );

/** Joins an accusation only if one's own evidence says the same, as surely as one would want it for one's own. */
const endorsing = (self: Self, sight: IncidentSight): Choice | undefined => {
  if (alreadyDid(self, sight, 'attribute') || alreadyDid(self, sight, 'endorse') || self.view.tension > TENSE)
    return undefined;
  const [first] = suspicions(self.scenario, sight);
  if (first?.culprit === undefined || first.belief < CHARACTER[self.delegation.style].sure) return undefined;
  if (first.culprit === self.own.delegation || restrainedTowards(self, first.culprit)) return undefined;
  const said = sight.responses.find(
    ({ response }) =>
      response.kind === 'attribute' && response.quiet !== true && response.culprit === first.culprit,
  );
  return said === undefined || said.by === self.own.delegation
    ? undefined
    : {
        response: { kind: 'endorse', whose: said.by },
        because: { code: 'evidence-points-to', belief: first.belief, towards: first.culprit },
      };
};
