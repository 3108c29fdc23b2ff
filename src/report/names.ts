import {
  articleOf,
  contextOf,
  delegationOf,
  fingerprint,
  incidentOf,
  inWords,
  type ArticleId,
  type ConcessionId,
  type ContextId,
  type DelegationId,
  type IncidentId,
  type Origin,
  type PointId,
  type Provision,
  type Scenario,
  type SeatId,
  type TokenId,
  type TrackId,
  type VulnerabilityId,
} from '../engine/index.ts';
import { LANGUAGE, say } from './words.ts';

/** What things are called in one report. */
export interface Names {
  readonly title: string;
  readonly delegation: (id: DelegationId) => string;
  /** For tight places. */
  readonly short: (id: DelegationId) => string;
  /** Whoever plays there: a delegation, the Chair, an observer. */
  readonly seat: (seat: SeatId) => string;
  /** The same for sheets and statements. */
  readonly seatShort: (seat: SeatId) => string;
  readonly article: (id: ArticleId) => string;
  readonly option: (id: ArticleId, option: number) => string;
  readonly incident: (id: IncidentId) => string;
  readonly context: (id: ContextId) => string;
  readonly track: (id: TrackId) => string;
  readonly point: (track: TrackId, point: PointId) => string;
  /** For sheets: the card's identity, or its number where there are no names. */
  readonly card: (id: IncidentId | ContextId) => string;
  /** An option with its article. */
  readonly provision: (provision: Provision) => string;
  /** Tokens as they are called; a deed by its title in quotation marks, without names only as a deed: its title may tell whose it is. */
  readonly thing: (id: TokenId | ConcessionId) => string;
  readonly flaw: (id: VulnerabilityId) => string;
  readonly session: (session: number) => string;
  readonly origin: (origin: Origin, culprit: DelegationId | undefined) => string;
}

/** Letters A to Z, then AA, AB and so on. */
const letterAt = (place: number): string => {
  const last = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? last : `${letterAt(Math.floor(place / 26) - 1)}${last}`;
};

/** Delegations in an order that the game's seed mixes: the scenario's own order would give them away. */
export const mixedOrder = (scenario: Scenario, seed: string): readonly DelegationId[] =>
  scenario.delegations
    .map(({ id }) => ({ id, key: fingerprint(`${seed}/anonymous/${id}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);

const isDelegation = (seat: SeatId): seat is DelegationId =>
  seat !== 'chair' && seat !== 'observer' && seat !== 'facilitator';

/** Place in a list, from 1. */
const numbered = (list: readonly { readonly id: string }[], id: string): number =>
  list.findIndex((item) => item.id === id) + 1;

/**
 * Names of a scenario in the report's language. Without names, letters stand for the delegations, and incidents, context cards and
 * side rooms are numbered: their titles may tell who was concerned.
 */
export const namesOf = (scenario: Scenario, seed: string, anonymous: boolean): Names => {
  const letters = new Map(mixedOrder(scenario, seed).map((id, place) => [id, letterAt(place)]));
  const short = (id: DelegationId): string =>
    anonymous ? (letters.get(id) ?? '') : inWords(scenario, delegationOf(scenario, id).placard, LANGUAGE);
  const delegation = (id: DelegationId): string =>
    anonymous
      ? say('letter', { letter: letters.get(id) ?? '' })
      : inWords(scenario, delegationOf(scenario, id).name, LANGUAGE);
  const article = (id: ArticleId): string => inWords(scenario, articleOf(scenario, id).title, LANGUAGE);
  const option = (id: ArticleId, place: number): string => {
    const found = articleOf(scenario, id).options[place];
    return found === undefined ? '' : inWords(scenario, found.label, LANGUAGE);
  };
  return {
    title: inWords(scenario, scenario.title, LANGUAGE),
    delegation,
    short,
    seat: (seat) => (isDelegation(seat) ? delegation(seat) : say(`seat.${seat}`)),
    seatShort: (seat) => (isDelegation(seat) ? short(seat) : seat),
    article,
    option,
    provision: (provision) =>
      `${option(provision.article, provision.option)} (${article(provision.article)})`,
    thing: (id) => {
      const token = scenario.tokens.find((item) => item.id === id);
      if (token !== undefined) return inWords(scenario, token.name, LANGUAGE);
      const deed = scenario.concessions.find((item) => item.id === id);
      return anonymous || deed === undefined
        ? say('reason.deed')
        : `“${inWords(scenario, deed.title, LANGUAGE)}”`;
    },
    flaw: (id) => {
      const found = scenario.vulnerabilities.find((item) => item.id === id);
      return anonymous || found === undefined
        ? say('reason.flaw')
        : `“${inWords(scenario, found.title, LANGUAGE)}”`;
    },
    incident: (id) =>
      anonymous
        ? say('incident-number', { number: numbered(scenario.incidents, id) })
        : inWords(scenario, incidentOf(scenario, id).title, LANGUAGE),
    context: (id) =>
      anonymous
        ? say('context-number', { number: numbered(scenario.contexts, id) })
        : inWords(scenario, contextOf(scenario, id).title, LANGUAGE),
    card: (id) => (anonymous ? String(numbered([...scenario.incidents, ...scenario.contexts], id)) : id),
    track: (id) => {
      if (anonymous) return say('track-number', { number: numbered(scenario.tracks, id) });
      const track = scenario.tracks.find((item) => item.id === id);
      return track === undefined ? '' : inWords(scenario, track.title, LANGUAGE);
    },
    point: (track, point) => {
      const points = scenario.tracks.find((item) => item.id === track)?.points ?? [];
      if (anonymous) return say('point-number', { number: numbered(points, point) });
      const found = points.find((item) => item.id === point);
      return found === undefined ? '' : inWords(scenario, found.title, LANGUAGE);
    },
    session: (session) => (session < 0 ? say('opening') : say('session', { number: session + 1 })),
    origin: (origin, culprit) => {
      if (origin === 'accident' || origin === 'criminals') return say(`origin.${origin}`);
      return culprit === undefined
        ? say(`origin.${origin}-nobody`)
        : say(`origin.${origin}`, { culprit: delegation(culprit) });
    },
  };
};
