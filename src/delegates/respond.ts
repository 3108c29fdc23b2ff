import { incidentOf, placeOf, type ArticleId, type Dice, type IncidentSight } from '../engine/seat.ts';
import { confidenceIn, speeches } from './accusing.ts';
import type { Act } from './agent.ts';
import { punishing } from './in-kind.ts';
import { beliefIn, suspicions, type Suspicion } from './judgement.ts';
import type { Self } from './own.ts';
import { citable } from './procedure.ts';
import { affordable } from './purse.ts';
import { alreadyDid, type Choice, type Weighable } from './response.ts';
import { worthOfResponse } from './response-worth.ts';
import { sharersOf } from './sharers.ts';

/** At most so many AI delegations besides the victim step forward over one incident in a session. */
const CROWD = 2;

/** A response to an incident, if one is worth it now. */
export const respondNow = (self: Self, dice: Dice): Act | undefined => {
  for (const sight of self.view.incidents) {
    const choice = chosen(self, sight, dice);
    if (choice === undefined) continue;
    const cites = citesOf(self, sight, choice.response);
    return {
      command: {
        kind: 'respond',
        incident: sight.id,
        response: choice.response,
        ...(cites.length === 0 ? {} : { cites }),
      },
      because: [choice.because],
    };
  }
  return undefined;
};

/** Responses that weigh more when they refer to what was agreed. */
const CITING: readonly Weighable['kind'][] = ['attribute', 'condemn', 'ask'];

/** What it refers to: only what the incident touches bears on it. */
const citesOf = (self: Self, sight: IncidentSight, { kind }: Weighable): readonly ArticleId[] => {
  const { touches } = incidentOf(self.scenario, sight.id);
  return CITING.includes(kind)
    ? citable(self).filter((id) => touches.some(({ article }) => article === id))
    : [];
};

/** A line in the joint assessment is owed by whoever is in the inquiry; of all else, what is worth most, and nothing if silence is worth as much. */
const chosen = (self: Self, sight: IncidentSight, dice: Dice): Choice | undefined => {
  if (sight.truth !== undefined) return most(valued(self, sight, punishing(self, sight)));
  const line = assessing(self, sight);
  if (line !== undefined) return line;
  const open = sight.victim === self.own.delegation ? asVictim(self, sight) : asOther(self, sight, dice);
  const worth = valued(self, sight, open);
  // Whoever was hit may say only once who it was: not while it is worth its price to know more.
  return most(
    worth.some(({ choice, total }) => total > 0 && findsOut(choice)) ? worth.filter(keepsQuiet) : worth,
  );
};

const findsOut = ({ response }: Choice): boolean =>
  response.kind === 'investigate' || response.kind === 'inquiry';

interface Valued {
  readonly choice: Choice;
  /** Hundredths of a point, against silence. */
  readonly total: number;
}

const keepsQuiet = ({ choice }: Valued): boolean => choice.response.kind !== 'attribute';

const valued = (self: Self, sight: IncidentSight, open: readonly Choice[]): readonly Valued[] =>
  open.map((choice) => {
    const { response } = choice;
    return { choice, total: worthOfResponse(self, sight, response, citesOf(self, sight, response)).total };
  });

/** The choice that is worth most, the first of equals, if it is worth more than silence. */
const most = (open: readonly Valued[]): Choice | undefined =>
  open
    .filter(({ total }) => total > 0)
    .reduce<Valued | undefined>(
      (found, item) => (found === undefined || item.total > found.total ? item : found),
      undefined,
    )?.choice;

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
    because: pointing(first),
  };
};

const pointing = ({ belief, culprit }: Suspicion): Choice['because'] => ({
  code: 'evidence-points-to',
  belief,
  ...(culprit === undefined ? {} : { towards: culprit }),
});

/** Investigations of its own in one session: time, too, is short. */
const INVESTIGATIONS = 2;

const thisSession = (self: Self, sight: IncidentSight, kind: Weighable['kind']): number =>
  sight.responses.filter(
    (item) =>
      item.by === self.own.delegation && item.session === self.view.session && item.response.kind === kind,
  ).length;

const asVictim = (self: Self, sight: IncidentSight): readonly Choice[] => {
  const [first] = suspicions(self.scenario, sight);
  if (first === undefined) return [];
  const thin = { code: 'evidence-too-thin', belief: first.belief } as const;
  const more =
    sight.clues.length < sight.cluesInAll && affordable(self, self.scenario.procedure.investigateCost, 0);
  return [
    ...askingHelp(self, sight),
    ...(more && thisSession(self, sight, 'inquiry') === 0 && befriended(self)
      ? [{ response: { kind: 'inquiry' }, because: thin } as const]
      : []),
    ...(more && thisSession(self, sight, 'investigate') < INVESTIGATIONS
      ? [{ response: { kind: 'investigate' }, because: thin } as const]
      : []),
    ...speeches(self, sight, first).map((response): Choice => ({ response, because: pointing(first) })),
    ...(sight.suspect !== undefined && !alreadyDid(self, sight, 'hotline')
      ? [{ response: { kind: 'hotline', to: sight.suspect }, because: { code: 'calms-tension' } } as const]
      : []),
  ];
};

/** Damage from which a victim asks its closest friend for help, by name. */
const NEEDY = 5;

const askingHelp = (self: Self, sight: IncidentSight): readonly Choice[] => {
  if (sight.damage < NEEDY || sight.asked.length > 0 || sight.session !== self.view.session) return [];
  const friend = self.scenario.delegations.find(
    ({ id }, place) =>
      id !== self.own.delegation &&
      self.own.trust[place]?.mine === 'close' &&
      self.own.trust[place]?.theirs === 'close',
  );
  return friend === undefined
    ? []
    : [{ response: { kind: 'ask', from: friend.id }, because: { code: 'victim-asks' } }];
};

/** Whether anybody is there to look on with it: what is found counts for all of them. */
const befriended = ({ own }: Self): boolean =>
  own.trust.some((trust, place) => place !== own.index && (trust.mine === 'good' || trust.mine === 'close'));

/** Belief below which one's own hands can be shown to be clean. */
const CLEAN = 0.2;

/**
 * Whoever is suspected and holds evidence that points elsewhere may lay it open to all: each public accusation would cost it face, and
 * whoever learns something new thinks better of it.
 */
const clearing = (self: Self, sight: IncidentSight): readonly Choice[] => {
  const me = self.own.delegation;
  if (sight.suspect !== me || sight.clues.length === 0) return [];
  const shown = sight.responses.some(
    ({ by, response }) => by === me && response.kind === 'share' && response.with === 'all',
  );
  const found = suspicions(self.scenario, sight);
  const elsewhere = found.find(({ culprit }) => culprit !== me);
  return shown || elsewhere === undefined || beliefIn(found, me) >= CLEAN
    ? []
    : [{ response: { kind: 'share', with: 'all' }, because: pointing(elsewhere) }];
};

/** Chance that a delegation has a team to send in one session, and that one has that is no friend. */
const READY = { friend: 0.5, open: 0.15 } as const;

const asOther = (self: Self, sight: IncidentSight, dice: Dice): readonly Choice[] => {
  const { scenario, view, own } = self;
  const mine: readonly Choice[] =
    sight.suspect === own.delegation
      ? [
          ...(alreadyDid(self, sight, 'hotline')
            ? []
            : [
                {
                  response: { kind: 'hotline', to: sight.victim },
                  because: { code: 'calms-tension' },
                } as const,
              ]),
          ...clearing(self, sight),
        ]
      : [];
  const because = { code: 'victim-asks' } as const;
  const band = own.trust[placeOf(scenario, 'delegation', sight.victim)]?.mine ?? 'open';
  const friend = band === 'good' || band === 'close';
  const [first] = suspicions(scenario, sight);
  // What is told the victim in private crowds nobody, and has its own two places.
  const told: readonly Choice[] =
    friend &&
    sight.clues.length > 0 &&
    first?.culprit !== own.delegation &&
    !alreadyDid(self, sight, 'share') &&
    sharersOf(scenario, sight, view.session).includes(own.delegation)
      ? [{ response: { kind: 'share', with: sight.victim }, because }]
      : [];
  if (crowded(self, sight)) return [...mine, ...told];
  const { assistCost, investigateCost } = scenario.procedure;
  const asked = friend && sight.asked.includes(own.delegation) && sight.session === view.session;
  const ready =
    dice(`assist/${sight.id}`, view.session) < (friend ? READY.friend : band === 'open' ? READY.open : 0);
  const helps =
    (asked || ready) &&
    sight.damage > 0 &&
    !alreadyDid(self, sight, 'assist') &&
    affordable(self, assistCost, asked ? 0 : 1);
  const joins =
    friend &&
    sight.inquiry.length > 0 &&
    !sight.inquiry.includes(own.delegation) &&
    sight.clues.length < sight.cluesInAll &&
    affordable(self, investigateCost, 2);
  const condemns =
    band === 'close' &&
    sight.session === view.session &&
    first?.origin !== 'accident' &&
    !calledAccident(sight) &&
    !alreadyDid(self, sight, 'condemn');
  return [
    ...mine,
    ...told,
    ...(helps ? [{ response: { kind: 'assist' }, because } as const] : []),
    ...(joins ? [{ response: { kind: 'inquiry' }, because } as const] : []),
    ...(first === undefined
      ? []
      : speeches(self, sight, first).map((response): Choice => ({ response, because: pointing(first) }))),
    ...(condemns ? [{ response: { kind: 'condemn' }, because } as const] : []),
  ];
};

/** Whether enough have stepped forward for all to see. Whoever is suspected keeps a place: its call to the victim matters more than another friend's help. */
const crowded = (self: Self, sight: IncidentSight): boolean => {
  const crowd = new Set(
    sight.responses
      .filter(
        ({ by, session, response }) =>
          by !== sight.victim &&
          session === self.view.session &&
          response.kind !== 'assess' &&
          (response.kind !== 'share' || response.with === 'all'),
      )
      .map(({ by }) => by),
  );
  const kept = sight.suspect === undefined || crowd.has(sight.suspect) ? 0 : 1;
  return crowd.size >= CROWD - kept;
};

/** Whether whoever was hit has said that nobody meant it. */
const calledAccident = (sight: IncidentSight): boolean =>
  sight.responses.some(
    ({ by, response }) =>
      by === sight.victim && response.kind === 'attribute' && response.origin === 'accident',
  );
