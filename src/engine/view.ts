import { soFar } from './close.ts';
import type { DelegationId, SeatId } from './ids.ts';
import { places } from './lookup.ts';
import { mayIn } from './may.ts';
import { incidentOf } from './lookup.ts';
import type { Ending, Outcome } from './outcome.ts';
import type { IncidentSight, Own, View } from './sight.ts';
import type { Chapter, Incident, State, Warning } from './state.ts';
import type { Table } from './table.ts';
import { TRUST_BANDS, type TrustBand } from './vocabulary.ts';
import { witnesses } from './audience.ts';

/** What a seat may see. Built up, never stripped down: what is not written here does not leave. */
export const view = (table: Table, state: State, seat: SeatId): View => {
  const { scenario } = table;
  const place = places(scenario).delegation.get(seat);
  const mine = (party: string): boolean => party === seat;
  const reveal = state.status === 'closed' && scenario.procedure.revealAtEnd;
  const own = place === undefined ? undefined : ownOf(table, state, place);
  return {
    seat,
    status: state.status,
    session: state.session,
    phase: state.phase,
    done: state.done,
    may: state.status === 'closed' ? [] : mayIn(seat, state.phase),
    articles: state.articles,
    drafts: state.drafts,
    stances: state.stances,
    priorities: state.priorities,
    spoken: state.spoken,
    replies: state.replies,
    agenda: state.agenda,
    amendments: state.amendments,
    groups: state.groups,
    orders: state.orders,
    offers: state.offers.filter((offer) => mine(offer.from) || offer.to.some(mine)),
    offersLeft:
      place === undefined
        ? 0
        : Math.max(0, scenario.procedure.offersPerCorridor - (state.offered[place] ?? 0)),
    deals: state.deals.filter((deal) => deal.open || deal.parties.some(mine)),
    pledges: state.pledges.filter(
      ({ open, undertaking }) => open || mine(undertaking.by) || mine(undertaking.to),
    ),
    pending: state.pending.filter((item) => mine(item.by) || mine(item.to)),
    deeds: state.deeds.filter((deed) => mine(deed.by) || mine(deed.to)),
    tension: state.tension,
    incidents: state.incidents.map((incident) => sightOf(table, incident, seat, place)),
    contexts: state.contexts,
    damage: state.damage,
    accused: state.accused,
    tracks: state.tracks,
    opinion: state.opinion,
    vows: state.vows,
    calmed: state.calmed,
    explained: state.explained,
    ...(state.decision === undefined
      ? {}
      : {
          decision: {
            method: state.decision.method,
            text: state.decision.text,
            ...(state.decision.amendment === undefined ? {} : { amendment: state.decision.amendment }),
            answered: state.decision.answers.map((given) => given.by),
            ...mineOf(state, seat),
          },
        }),
    tried: state.tried,
    voted: state.voted,
    ...(state.adopted === undefined ? {} : { adopted: state.adopted }),
    ...(own === undefined ? {} : { own }),
    ...(state.outcome === undefined ? {} : { ending: endingOf(state.outcome, place) }),
    ...(state.outcome === undefined || !reveal ? {} : { outcome: state.outcome }),
    ...(reveal ? { revealed: revealedOf(state) } : {}),
    log: witnessed(state, seat),
  };
};

const endingOf = ({ end, text, method, session, seats }: Outcome, place: number | undefined): Ending => {
  const own = place === undefined ? undefined : seats[place];
  return {
    end,
    ...(text === undefined ? {} : { text }),
    ...(method === undefined ? {} : { method }),
    session,
    ...(own === undefined ? {} : { own }),
  };
};

const mineOf = (state: State, seat: SeatId): Pick<NonNullable<View['decision']>, 'mine'> => {
  const given = state.decision?.answers.find((item) => item.by === seat);
  return given === undefined ? {} : { mine: { answer: given.answer, articles: given.articles } };
};

/** Upper ends of the trust bands but the last, on the scale 0 to 100. */
const BAND_ENDS = [15, 38, 62, 82] as const;

export const bandOf = (trust: number): TrustBand => {
  const place = BAND_ENDS.findIndex((end) => trust < end);
  return TRUST_BANDS[place === -1 ? TRUST_BANDS.length - 1 : place] ?? 'open';
};

const ownOf = (table: Table, state: State, place: number): Own | undefined => {
  const delegation = table.scenario.delegations[place]?.id;
  const mandate = state.mandates[place];
  if (delegation === undefined || mandate === undefined) return undefined;
  return {
    delegation,
    index: place,
    mandate,
    tokens: state.tokens[place] ?? [],
    startTokens: state.startTokens[place] ?? [],
    trust: state.trust.map((row, other) =>
      other === place
        ? { mine: 'open', theirs: 'open' }
        : { mine: bandOf(state.trust[place]?.[other] ?? 50), theirs: bandOf(row[place] ?? 50) },
    ),
    soFar: soFar(table, state, place),
    unmended: state.unmended[place] ?? [],
    warnings: state.warnings
      .filter((warning) => warning.of === delegation || warning.told.includes(delegation))
      .map((warning) => (warning.of === delegation ? warning : toldOnly(warning, delegation))),
    operations: state.operations.filter((operation) => operation.by === delegation),
    secrets: state.secrets.filter((secret) => secret.by === delegation),
    interviewsLeft: Math.max(0, table.scenario.press.interviews - (state.interviews[place] ?? 0)),
    flexed: state.flexed.includes(delegation),
  };
};

/** Whoever was told of a warning does not see who else was. */
const toldOnly = (warning: Warning, me: DelegationId): Warning => ({ ...warning, told: [me] });

const sightOf = (
  table: Table,
  incident: Incident,
  seat: SeatId,
  place: number | undefined,
): IncidentSight => {
  const known = place === undefined ? everybodys(incident) : (incident.known[place] ?? []);
  const { origin, culprit } = incident.truth;
  return {
    id: incident.id,
    session: incident.session,
    victim: incident.victim,
    damage: incident.damage,
    ...(incident.suspect === undefined ? {} : { suspect: incident.suspect }),
    clues: incident.truth.clues.filter((clue) => known.includes(clue.index)),
    cluesInAll: incidentOf(table.scenario, incident.id).clues.length,
    ...(incident.exploited === undefined ? {} : { exploited: incident.exploited }),
    warned: incident.warned,
    inquiry: incident.inquiry,
    assessment: incident.inquiry.some((member) => member === seat) ? incident.assessment : [],
    asked: incident.asked,
    responses: incident.responses.filter((item) => seesResponse(incident, item, seat)),
    ...(incident.out ? { truth: { origin, ...(culprit === undefined ? {} : { culprit }) } } : {}),
  };
};

const seesResponse = (
  incident: Incident,
  { by, response }: Incident['responses'][number],
  seat: SeatId,
): boolean => {
  if (by === seat) return true;
  switch (response.kind) {
    case 'investigate':
    case 'leak':
      return false;
    case 'assess':
      return incident.inquiry.some((member) => member === seat);
    case 'share':
      return response.with === 'all' || response.with === seat;
    case 'attribute':
      return response.quiet !== true || response.culprit === seat;
    case 'inquiry':
    case 'ask':
    case 'assist':
    case 'hotline':
    case 'condemn':
    case 'endorse':
    case 'sanction':
    case 'countermeasure':
      return true;
  }
};

/** Clues that every delegation knows: what the Chair and observers may see. */
const everybodys = (incident: Incident): readonly number[] =>
  (incident.known[0] ?? []).filter((index) => incident.known.every((known) => known.includes(index)));

export const revealedOf = (state: State): NonNullable<View['revealed']> => ({
  mandates: state.mandates,
  operations: state.operations,
  truths: state.incidents.map((incident) => ({ incident: incident.id, truth: incident.truth })),
});

/** Chapters as a seat witnessed them. Past chapters do not change, so each is filtered once for each seat. */
const kept = new WeakMap<Chapter, Map<SeatId, Chapter>>();

const witnessed = ({ log, latest }: State, seat: SeatId): readonly Chapter[] => {
  const seen = log.map((chapter) => witnessedIn(chapter, seat));
  const last = seen.at(-1);
  const fresh = latest.filter((event) => witnesses(event, seat));
  return last === undefined || fresh.length === 0
    ? seen
    : [...seen.slice(0, -1), { ...last, events: [...last.events, ...fresh] }];
};

const witnessedIn = (chapter: Chapter, seat: SeatId): Chapter => {
  const seen = kept.get(chapter)?.get(seat);
  if (seen !== undefined) return seen;
  const filtered = { ...chapter, events: chapter.events.filter((event) => witnesses(event, seat)) };
  const bySeat = kept.get(chapter) ?? new Map<SeatId, Chapter>();
  bySeat.set(seat, filtered);
  kept.set(chapter, bySeat);
  return filtered;
};
