import { close, closeIfCollapsed, endNow } from './close.ts';
import { takeEffect } from './effects.ts';
import type { Event } from './event.ts';
import type { DelegationId } from './ids.ts';
import { bringOut, hasAuthorState, strikeWith } from './incident-strikes.ts';
import { reweighed, withReservation } from './instructions.ts';
import { CORRECTIONS, INTERVENTIONS, type Correction, type Intervention } from './intervention.ts';
import { contextOf, incidentOf, placeOf, places } from './lookup.ts';
import type { Minutes } from './minutes.ts';
import { publish } from './press.ts';
import { checkProvision } from './provision.ts';
import { carriedAlong } from './rebase.ts';
import type { Refusal } from './refusal.ts';
import type { Effect } from './scenario.ts';
import { ORIGINS, PROMISE_STATES, STANCES } from './vocabulary.ts';

/** Whoever runs a room and does not play: injects, corrections, the end of play. */

const WHY = { code: 'facilitator' } as const;
/** Draws of injected incidents are keyed from here on: past those of the calendar and of operations. */
const INJECTED = 200;
/** Bounds of what is written on the spot. */
const MOST = {
  effects: 8,
  headline: 120,
  prose: 600,
  damage: 100,
  worth: 5_000,
  percent: 400,
  tokens: 100,
} as const;

export const facilitate = (minutes: Minutes, wanted: Intervention): Refusal | undefined => {
  if (!isOneOf(INTERVENTIONS, wanted, 'kind')) return { refused: 'malformed', field: 'intervention' };
  const refused = judged(minutes, wanted);
  if (refused === undefined && minutes.state.status === 'open') closeIfCollapsed(minutes);
  return refused;
};

/** Whether this is something of one of these kinds at all: a hostile sender may have put anything here. */
const isOneOf = (kinds: readonly string[], of: unknown, by: string): boolean =>
  typeof of === 'object' &&
  of !== null &&
  kinds.includes(String(Object.entries(of).find(([key]) => key === by)?.[1]));

const EFFECTS: readonly Effect['kind'][] = ['tension', 'trust', 'weight', 'reservation', 'tokens', 'track'];

const judged = (minutes: Minutes, wanted: Intervention): Refusal | undefined => {
  switch (wanted.kind) {
    case 'incident':
      return incident(minutes, wanted);
    case 'context':
      return context(minutes, wanted);
    case 'leak-deal': {
      const deal = minutes.state.deals.find((item) => item.id === wanted.deal);
      if (deal === undefined) return { refused: 'no-such-deal', deal: String(wanted.deal) };
      if (deal.open) return { refused: 'not-secret', deal: deal.id };
      minutes.note({ kind: 'facilitated', what: 'leak-deal' });
      publish(minutes, deal.id);
      return undefined;
    }
    case 'leak-clues': {
      const found = minutes.state.incidents.find((item) => item.id === wanted.incident);
      if (found === undefined) return { refused: 'no-such-incident', incident: String(wanted.incident) };
      const clues = found.truth.clues.filter(
        (clue) => !found.known.every((known) => known.includes(clue.index)),
      );
      if (clues.length === 0) return { refused: 'no-more-clues', incident: found.id };
      minutes.note({ kind: 'facilitated', what: 'leak-clues' });
      minutes.note({ kind: 'clues-leaked', incident: found.id, clues });
      return undefined;
    }
    case 'truth': {
      const found = minutes.state.incidents.find((item) => item.id === wanted.incident);
      if (found === undefined) return { refused: 'no-such-incident', incident: String(wanted.incident) };
      if (found.out) return { refused: 'truth-is-out', incident: found.id };
      minutes.note({ kind: 'facilitated', what: 'truth' });
      bringOut(minutes, found);
      return undefined;
    }
    case 'bulletin':
      return bulletin(minutes, wanted);
    case 'instruction':
      return instruction(minutes, wanted);
    case 'correct':
      return correct(minutes, wanted.what, wanted.because);
    case 'close':
      minutes.note({ kind: 'facilitated', what: 'close' });
      close(minutes, endNow(minutes.table.scenario, minutes.state));
      return undefined;
  }
};

const unknown = (minutes: Minutes, delegation: DelegationId): Refusal | undefined =>
  places(minutes.table.scenario).delegation.has(delegation)
    ? undefined
    : { refused: 'no-such-delegation', delegation: String(delegation) };

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const isProse = (text: string, most: number): boolean => typeof text === 'string' && text.length <= most;

const incident = (
  minutes: Minutes,
  { incident: id, victim, origin, culprit }: Extract<Intervention, { kind: 'incident' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  if (!places(scenario).incident.has(id)) return { refused: 'no-such-incident', incident: String(id) };
  if (minutes.state.incidents.some((item) => item.id === id))
    return { refused: 'already-happened', what: id };
  const card = incidentOf(scenario, id);
  const hit =
    victim ?? card.victims[minutes.state.incidents.length % Math.max(1, card.victims.length)]?.delegation;
  if (hit === undefined) return { refused: 'malformed', field: 'victim' };
  const stranger = unknown(minutes, hit) ?? (culprit === undefined ? undefined : unknown(minutes, culprit));
  if (stranger !== undefined) return stranger;
  if (origin !== undefined && !ORIGINS.includes(origin)) return { refused: 'malformed', field: 'origin' };
  if (culprit !== undefined && (origin === undefined || !hasAuthorState(origin)))
    return { refused: 'culprit-not-fitting' };
  if (culprit === hit) return { refused: 'oneself' };
  minutes.note({ kind: 'facilitated', what: 'incident' });
  strikeWith(minutes, card, INJECTED + placeOf(scenario, 'incident', id), {
    victim: hit,
    ...(origin === undefined ? {} : { origin }),
    ...(culprit === undefined ? {} : { culprit }),
  });
  return undefined;
};

const context = (
  minutes: Minutes,
  { card: id }: Extract<Intervention, { kind: 'context' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  if (!places(scenario).context.has(id)) return { refused: 'no-such-card', card: String(id) };
  if (minutes.state.contexts.includes(id)) return { refused: 'already-happened', what: id };
  minutes.note({ kind: 'facilitated', what: 'context' });
  minutes.note({ kind: 'context-drawn', card: id });
  for (const effect of contextOf(scenario, id).effects)
    takeEffect(minutes, effect, { code: 'context', card: id });
  return undefined;
};

const bulletin = (
  minutes: Minutes,
  { headline, story, effects, damage }: Extract<Intervention, { kind: 'bulletin' }>,
): Refusal | undefined => {
  if (!isProse(headline, MOST.headline) || headline.trim() === '')
    return { refused: 'malformed', field: 'headline' };
  if (!isProse(story, MOST.prose)) return { refused: 'malformed', field: 'story' };
  if (!Array.isArray(effects) || effects.length > MOST.effects)
    return { refused: 'malformed', field: 'effects' };
  for (const effect of effects) {
    if (!isOneOf(EFFECTS, effect, 'kind')) return { refused: 'malformed', field: 'effects' };
    const refused = effectRefused(minutes, effect);
    if (refused !== undefined) return refused;
  }
  if (damage !== undefined) {
    const refused = unknown(minutes, damage.to);
    if (refused !== undefined) return refused;
    if (!isWithin(damage.points, -MOST.damage, MOST.damage)) return { refused: 'malformed', field: 'damage' };
  }
  minutes.note({ kind: 'facilitated', what: 'bulletin', headline, story });
  for (const effect of effects) takeEffect(minutes, effect, WHY);
  if (damage !== undefined) {
    const now = minutes.state.damage[placeOf(minutes.table.scenario, 'delegation', damage.to)] ?? 0;
    const to = Math.max(0, now + damage.points);
    if (to !== now) minutes.note({ kind: 'corrected', what: { of: 'damage', delegation: damage.to, to } });
  }
  return undefined;
};

const effectRefused = (minutes: Minutes, effect: Effect): Refusal | undefined => {
  const { scenario } = minutes.table;
  const strangers = (of: readonly DelegationId[]): Refusal | undefined =>
    of.map((delegation) => unknown(minutes, delegation)).find((refused) => refused !== undefined);
  const out = (value: number, most: number): Refusal | undefined =>
    isWithin(value, -most, most) ? undefined : { refused: 'malformed', field: effect.kind };
  switch (effect.kind) {
    case 'tension':
      return out(effect.by, 100);
    case 'trust':
      return strangers([...effect.from, ...effect.to]) ?? out(effect.by, 100);
    case 'weight':
      if (!places(scenario).article.has(effect.article))
        return { refused: 'no-such-article', article: String(effect.article) };
      return strangers(effect.of) ?? weightRefused(effect.percent);
    case 'reservation':
      return strangers(effect.of) ?? out(effect.by, MOST.worth);
    case 'tokens':
      if (!places(scenario).token.has(effect.token))
        return { refused: 'no-such-token', token: String(effect.token) };
      return strangers(effect.of) ?? out(effect.by, MOST.tokens);
    case 'track':
      return scenario.tracks.some((track) => track.id === effect.track)
        ? undefined
        : { refused: 'no-such-track', track: String(effect.track) };
  }
};

const weightRefused = (percent: number): Refusal | undefined =>
  isWithin(percent, 25, MOST.percent) ? undefined : { refused: 'malformed', field: 'percent' };

const instruction = (
  minutes: Minutes,
  { to, message, reservation, weight }: Extract<Intervention, { kind: 'instruction' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const stranger = unknown(minutes, to);
  if (stranger !== undefined) return stranger;
  if (!isProse(message, MOST.prose) || message.trim() === '')
    return { refused: 'malformed', field: 'message' };
  if (reservation !== undefined && !isWithin(reservation, -MOST.worth, MOST.worth))
    return { refused: 'malformed', field: 'reservation' };
  if (weight !== undefined) {
    if (!places(scenario).article.has(weight.article))
      return { refused: 'no-such-article', article: String(weight.article) };
    const refused = weightRefused(weight.percent);
    if (refused !== undefined) return refused;
  }
  minutes.note({ kind: 'facilitated', what: 'instruction' });
  minutes.note({ kind: 'instruction-given', to, message });
  const before = minutes.state.mandates[placeOf(scenario, 'delegation', to)];
  if (before === undefined) return undefined;
  const weighed =
    weight === undefined
      ? before
      : reweighed(before, new Map([[placeOf(scenario, 'article', weight.article), weight.percent]]));
  const mandate = reservation === undefined ? weighed : withReservation(weighed, reservation);
  if (mandate !== before) minutes.note({ kind: 'instructed', delegation: to, mandate, why: WHY });
  return undefined;
};

const correct = (minutes: Minutes, what: Correction, because: string): Refusal | undefined => {
  if (!isProse(because, MOST.prose) || because.trim() === '')
    return { refused: 'malformed', field: 'because' };
  if (!isOneOf(CORRECTIONS, what, 'of')) return { refused: 'malformed', field: 'what' };
  const events = corrected(minutes, what);
  if ('refused' in events) return events;
  if (events.length === 0) return { refused: 'no-change' };
  minutes.note({ kind: 'facilitated', what: 'correct', of: what.of, because });
  for (const event of events) minutes.note(event);
  return undefined;
};

const scale = (value: number, most = 100): Refusal | undefined =>
  isWithin(value, 0, most) ? undefined : { refused: 'malformed', field: 'to' };

const corrected = (minutes: Minutes, what: Correction): readonly Event[] | Refusal => {
  const { scenario } = minutes.table;
  const { state } = minutes;
  switch (what.of) {
    case 'tokens': {
      const refused = unknown(minutes, what.delegation) ?? scale(what.to, 1_000_000);
      if (refused !== undefined) return refused;
      if (!places(scenario).token.has(what.token))
        return { refused: 'no-such-token', token: String(what.token) };
      const held =
        state.tokens[placeOf(scenario, 'delegation', what.delegation)]?.[
          placeOf(scenario, 'token', what.token)
        ] ?? 0;
      const by = what.to - held;
      if (by === 0) return [];
      const [from, to] =
        by > 0 ? (['world', what.delegation] as const) : ([what.delegation, 'world'] as const);
      return [{ kind: 'tokens-moved', from, to, token: what.token, amount: Math.abs(by) }];
    }
    case 'tension': {
      const refused = scale(what.to, scenario.tension.collapse);
      if (refused !== undefined) return refused;
      return what.to === state.tension ? [] : [{ kind: 'corrected', what: { of: 'tension', to: what.to } }];
    }
    case 'trust': {
      const refused = unknown(minutes, what.from) ?? unknown(minutes, what.to) ?? scale(what.points);
      if (refused !== undefined) return refused;
      if (what.from === what.to) return { refused: 'oneself' };
      const now =
        state.trust[placeOf(scenario, 'delegation', what.from)]?.[placeOf(scenario, 'delegation', what.to)] ??
        50;
      const by = what.points - now;
      return by === 0 ? [] : [{ kind: 'trust-moved', from: what.from, to: what.to, by, why: WHY }];
    }
    case 'stance': {
      const { article, option, stance } = what.position;
      const refused = unknown(minutes, what.delegation) ?? checkProvision(minutes, article, option);
      if (refused !== undefined) return refused;
      if (!STANCES.includes(stance)) return { refused: 'malformed', field: 'stance' };
      return [{ kind: 'position-taken', by: what.delegation, position: { article, option, stance } }];
    }
    case 'damage': {
      const refused = unknown(minutes, what.delegation) ?? scale(what.to, 1_000);
      if (refused !== undefined) return refused;
      const now = state.damage[placeOf(scenario, 'delegation', what.delegation)] ?? 0;
      return now === what.to
        ? []
        : [{ kind: 'corrected', what: { of: 'damage', delegation: what.delegation, to: what.to } }];
    }
    case 'opinion': {
      const refused = unknown(minutes, what.delegation) ?? scale(what.to);
      if (refused !== undefined) return refused;
      const now = state.opinion[placeOf(scenario, 'delegation', what.delegation)] ?? 50;
      const { delegation, to } = what;
      return now === to ? [] : [{ kind: 'opinion-moved', delegation, by: to - now, to, why: WHY }];
    }
    case 'article':
      return articleSet(minutes, what);
    case 'pledge': {
      const pledge = state.pledges.find((item) => item.id === what.pledge);
      if (pledge === undefined) return { refused: 'no-such-promise', pledge: String(what.pledge) };
      if (!PROMISE_STATES.includes(what.state)) return { refused: 'malformed', field: 'state' };
      const { by, to } = pledge.undertaking;
      return pledge.state === what.state
        ? []
        : [{ kind: 'promise-settled', pledge: pledge.id, state: what.state, by, to, open: pledge.open }];
    }
    case 'offer': {
      const offer = state.offers.find((item) => item.id === what.offer);
      if (offer === undefined) return { refused: 'no-such-offer', offer: String(what.offer) };
      return [
        { kind: 'offer-withdrawn', offer: offer.id, by: offer.from, parties: [offer.from, ...offer.to] },
      ];
    }
  }
};

const articleSet = (
  minutes: Minutes,
  { article, now }: Extract<Correction, { of: 'article' }>,
): readonly Event[] | Refusal => {
  for (const option of [now.option, ...now.brackets]) {
    const refused = checkProvision(minutes, article, option);
    if (refused !== undefined) return refused;
  }
  const brackets = [...new Set(now.brackets)]
    .filter((option) => option !== now.option)
    .toSorted((a, b) => a - b);
  if (now.settled && brackets.length > 0) return { refused: 'malformed', field: 'brackets' };
  const set = carriedAlong(minutes.state, article, { option: now.option, brackets, settled: now.settled });
  return [{ kind: 'corrected', what: { of: 'article', article, now: set } }];
};
