import {
  placeOf,
  type Dice,
  type IncidentSight,
  type Reason,
  type Response,
  type Style,
} from '../engine/seat.ts';
import type { Act } from './agent.ts';
import { suspicions } from './judgement.ts';
import type { Self } from './own.ts';

/** How sure a style wants to be before it says so in public. */
const SURE: { readonly [S in Style]: number } = {
  principled: 0.72,
  trader: 0.84,
  'bridge-builder': 0.9,
  patient: 0.86,
  reciprocal: 0.75,
  quiet: 0.93,
};
/** Tension above which nobody accuses by its own choice. */
const TENSE = 68;
/** At most so many AI delegations besides the victim step forward over one incident in a session. */
const CROWD = 2;

/** A response to an incident, if one is worth it now. */
export const respondNow = (self: Self, dice: Dice): Act | undefined => {
  for (const sight of self.view.incidents) {
    if (sight.truth !== undefined) continue;
    const response =
      sight.victim === self.own.delegation ? asVictim(self, sight) : asOther(self, sight, dice);
    if (response !== undefined)
      return {
        command: { kind: 'respond', incident: sight.id, response: response.response },
        because: [response.because],
      };
  }
  return undefined;
};

interface Choice {
  readonly response: Response;
  readonly because: Reason;
}

const mine = (self: Self, sight: IncidentSight, kind: Response['kind']): boolean =>
  sight.responses.some((item) => item.by === self.own.delegation && item.response.kind === kind);

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
  const unsure = first.belief < SURE[self.delegation.style];
  const { investigateCost } = self.scenario.procedure;
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
  if (self.view.tension > 50 && sight.suspect !== undefined && !mine(self, sight, 'hotline'))
    return { response: { kind: 'hotline', to: sight.suspect }, because: { code: 'calms-tension' } };
  return undefined;
};

const speakOut = (
  self: Self,
  sight: IncidentSight,
  unsure: boolean,
  first: ReturnType<typeof suspicions>[number],
): Choice | undefined => {
  if (unsure || mine(self, sight, 'attribute') || (self.view.tension > TENSE && first.culprit !== undefined))
    return undefined;
  if (first.culprit === self.own.delegation) return undefined;
  if (first.culprit !== undefined && bound(self, first.culprit)) return undefined;
  const confidence = first.belief > 0.93 ? 'high' : first.belief > 0.82 ? 'moderate' : 'low';
  return {
    response: {
      kind: 'attribute',
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

/** Whether one has promised restraint towards somebody. */
const bound = (self: Self, towards: string): boolean =>
  self.view.pledges.some(
    ({ state, undertaking }) =>
      state === 'open' &&
      undertaking.kind === 'restraint' &&
      undertaking.by === self.own.delegation &&
      undertaking.to === towards,
  );

const asOther = (self: Self, sight: IncidentSight, dice: Dice): Choice | undefined => {
  const { assistCost } = self.scenario.procedure;
  const crowd = new Set(
    sight.responses
      .filter((item) => item.by !== sight.victim && item.session === self.view.session)
      .map((item) => item.by),
  );
  if (sight.suspect === self.own.delegation && self.view.tension > 45 && !mine(self, sight, 'hotline'))
    return { response: { kind: 'hotline', to: sight.victim }, because: { code: 'calms-tension' } };
  // Whoever is suspected keeps a place: its call to the victim matters more than another friend's help.
  const kept = sight.suspect === undefined || crowd.has(sight.suspect) ? 0 : 1;
  if (crowd.size >= CROWD - kept) return undefined;
  const band = self.own.trust[placeOf(self.scenario, 'delegation', sight.victim)]?.mine ?? 'open';
  const friend = band === 'good' || band === 'close';
  const generous =
    dice(`assist/${sight.id}`, self.view.session) < (friend ? 0.5 : band === 'open' ? 0.15 : 0);
  if (generous && sight.damage >= 4 && !mine(self, sight, 'assist') && has(self, assistCost, 1))
    return { response: { kind: 'assist' }, because: { code: 'victim-asks' } };
  if (friend && sight.clues.length > 0 && !mine(self, sight, 'share'))
    return { response: { kind: 'share', with: sight.victim }, because: { code: 'victim-asks' } };
  return undefined;
};
