import { ANSWERABLE, verdictOn, type Accusation } from './consequences.ts';
import { draw, pick, within } from './draw.ts';
import type { Clue, Truth } from './event.ts';
import { foreseen } from './incident-cards.ts';
import type { DelegationId } from './ids.ts';
import { reweighed, withReservation } from './instructions.ts';
import { brief, wasWarned } from './intelligence.ts';
import { incidentOf, placeOf } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import { moveOpinion } from './opinion.ts';
import { exploited } from './resilience.ts';
import type { IncidentCard } from './scenario.ts';
import type { Incident } from './state.ts';
import { feelRupture, softenedByPoints } from './tracks.ts';
import { ORIGINS, type Origin } from './vocabulary.ts';

/** Draws whether incidents come in this session, which, whom they hit and who was behind them. */
export const strike = (minutes: Minutes): void => {
  const { scenario } = minutes.table;
  const { session } = minutes.state;
  const chances = scenario.sessions[session]?.incidents ?? [];
  for (const index of chances.keys()) {
    const coming = foreseen(minutes, session, index);
    if (coming !== undefined) strikeWith(minutes, coming.card, index, { victim: coming.victim });
  }
};

/** Whom an incident hits, and who was behind it where that is not left to chance. */
interface Aim {
  readonly victim: DelegationId;
  readonly origin?: Origin;
  readonly culprit?: DelegationId;
}

/** Opinion at home that a victim loses for each step of severity. */
const HIT = -1;

/** An incident strikes. `index` keys its draws: its place in the calendar, or 50 and more for one that an operation sets off. */
export const strikeWith = (minutes: Minutes, card: IncidentCard, index: number, aim: Aim): void => {
  const { seed } = minutes.table;
  const { session } = minutes.state;
  const { victim } = aim;
  const soft = softening(minutes, card, victim);
  const flaw = exploited(minutes, victim, card.sector);
  const warned = wasWarned(minutes, victim, card);
  const heeded = warned ? minutes.table.scenario.intelligence.heeded : 100;
  const usual = within(card.damage, draw(seed, 'damage', session, index)) * soft.damage;
  const damage = Math.round((usual * heeded * (flaw?.percent ?? 100)) / 1_000_000);
  const { truth, framed } = hide(minutes, card, aim, index);
  const suspect = rumour(minutes, card, truth, framed, victim, index);
  minutes.note({
    kind: 'incident-struck',
    incident: card.id,
    victim,
    damage,
    warned,
    ...(suspect === undefined ? {} : { suspect }),
    ...(flaw === undefined ? {} : { exploited: flaw.id }),
  });
  minutes.note({ kind: 'incident-hidden', incident: card.id, truth });
  const rise = within(card.tension, draw(seed, 'incident-tension', session, index));
  moveTension(minutes, Math.round((rise * soft.tension) / 100), { code: 'incident', incident: card.id });
  instruct(minutes, card, victim);
  moveOpinion(minutes, victim, HIT * card.severity, { code: 'hit', incident: card.id });
  feelRupture(minutes, victim, card.id);
  const struck = minutes.state.incidents.find((incident) => incident.id === card.id);
  if (struck !== undefined) brief(minutes, struck, index);
};

/** What settled provisions, and points agreed elsewhere, leave of damage and tension, percent. The strongest counts for each. */
const softening = (
  minutes: Minutes,
  card: IncidentCard,
  victim: DelegationId,
): { readonly damage: number; readonly tension: number } => {
  const active = card.damped.filter((damper) => {
    const article = minutes.state.articles[placeOf(minutes.table.scenario, 'article', damper.article)];
    return article !== undefined && article.settled && damper.options.includes(article.option);
  });
  const rooms = softenedByPoints(minutes, victim);
  return {
    damage: Math.min(rooms.damage, ...active.map((damper) => damper.damage)),
    tension: Math.min(rooms.tension, ...active.map((damper) => damper.tension)),
  };
};

/** Origins behind which there is a state to be named. */
export const hasAuthorState = (origin: Origin): boolean =>
  origin === 'state' || origin === 'proxy' || origin === 'false-flag';

const hide = (
  minutes: Minutes,
  card: IncidentCard,
  { victim, ...aimed }: Aim,
  index: number,
): { readonly truth: Truth; readonly framed: DelegationId | undefined } => {
  const { seed } = minutes.table;
  const { session } = minutes.state;
  const others = card.culprits.filter((item) => item.delegation !== victim);
  const fate = minutes.table.fates?.find((item) => item.kind === 'origin' && item.incident === card.id);
  const aim = fate?.kind === 'origin' ? { ...aimed, origin: fate.origin, culprit: fate.culprit } : aimed;
  const origin =
    aim.origin ??
    pick(card.origins, (item) => item.percent, draw(seed, 'origin', session, index))?.origin ??
    'accident';
  const drawn = hasAuthorState(origin)
    ? pick(others, (item) => item.weight, draw(seed, 'culprit', session, index))?.delegation
    : undefined;
  const culprit = aim.culprit ?? drawn;
  const framed = pick(
    others.filter((item) => item.delegation !== culprit),
    (item) => item.weight,
    draw(seed, 'framed', session, index),
  )?.delegation;
  const clues = card.clues.map((clue, place): Clue => {
    const key = index * 100 + place;
    const holds = draw(seed, 'clue-holds', session, key) * 100 < clue.reliability;
    const base = { index: place, reliability: clue.reliability };
    if (holds) return { ...base, origin, ...(culprit === undefined ? {} : { culprit }) };
    if (origin === 'false-flag')
      return { ...base, origin: 'state', ...(framed === undefined ? {} : { culprit: framed }) };
    const wrong = ORIGINS.filter(
      (other) => other !== origin && (!hasAuthorState(other) || others.length > 0),
    );
    const seeming = pick(wrong, () => 1, draw(seed, 'clue-origin', session, key)) ?? 'accident';
    const named = hasAuthorState(seeming)
      ? pick(others, (item) => item.weight, draw(seed, 'clue-culprit', session, key))?.delegation
      : undefined;
    return { ...base, origin: seeming, ...(named === undefined ? {} : { culprit: named }) };
  });
  return { truth: { origin, clues, ...(culprit === undefined ? {} : { culprit }) }, framed };
};

const rumour = (
  minutes: Minutes,
  card: IncidentCard,
  truth: Truth,
  framed: DelegationId | undefined,
  victim: DelegationId,
  index: number,
): DelegationId | undefined => {
  const { rumours } = minutes.table.scenario.rules;
  const drawn = draw(minutes.table.seed, 'suspect', minutes.state.session, index);
  if (truth.origin === 'false-flag') return framed;
  if (truth.culprit !== undefined && drawn * 100 < rumours.author) return truth.culprit;
  if (truth.culprit !== undefined || drawn * 100 >= rumours.nobody) return undefined;
  return pick(
    card.culprits.filter((item) => item.delegation !== victim),
    (item) => item.weight,
    (drawn * 100) / rumours.nobody,
  )?.delegation;
};

/** The victim's capital, and half as much every other, now gives the articles concerned more weight. */
const instruct = (minutes: Minutes, card: IncidentCard, victim: DelegationId): void => {
  const { scenario } = minutes.table;
  if (card.touches.length === 0 && card.reservation === 0) return;
  const why = { code: 'incident', incident: card.id } as const;
  scenario.delegations.forEach((delegation, place) => {
    const before = minutes.state.mandates[place];
    if (before === undefined) return;
    const hit = delegation.id === victim;
    const percents = new Map(
      card.touches.map((touch) => [
        placeOf(scenario, 'article', touch.article),
        hit ? touch.percent : 100 + Math.trunc((touch.percent - 100) / 2),
      ]),
    );
    const weighed = card.touches.length === 0 ? before : reweighed(before, percents);
    const mandate = hit ? withReservation(weighed, card.reservation) : weighed;
    if (mandate !== before) minutes.note({ kind: 'instructed', delegation: delegation.id, mandate, why });
  });
};

/** Truth comes out about incidents of earlier sessions; accusers are judged by it. */
export const truthsOut = (minutes: Minutes): void => {
  const { scenario, seed } = minutes.table;
  const { session } = minutes.state;
  for (const incident of minutes.state.incidents) {
    if (incident.out || incident.session >= session) continue;
    const shared = incident.truth.clues.filter((clue) =>
      incident.known.every((known) => known.includes(clue.index)),
    ).length;
    const chance = scenario.rules.truth.chance + scenario.rules.truth.clue * shared;
    if (draw(seed, 'truth-out', session, placeOf(scenario, 'incident', incident.id)) * 100 >= chance)
      continue;
    bringOut(minutes, incident);
  }
};

/** The truth about one incident comes out; accusers are judged by it. */
export const bringOut = (minutes: Minutes, incident: Incident): void => {
  const { origin, culprit } = incident.truth;
  minutes.note({
    kind: 'truth-out',
    incident: incident.id,
    origin,
    ...(culprit === undefined ? {} : { culprit }),
  });
  judgeAccusers(minutes, incident);
};

/** What an accuser had said: itself, or by joining another's attribution. */
const accusations = (incident: Incident): readonly (Accusation & { readonly by: DelegationId })[] =>
  incident.responses.flatMap(({ by, response }): readonly (Accusation & { readonly by: DelegationId })[] => {
    if (response.kind === 'attribute')
      return [
        {
          by,
          origin: response.origin,
          culprit: response.culprit,
          weight: response.quiet === true ? ANSWERABLE.quiet : ANSWERABLE.aloud,
        },
      ];
    if (response.kind !== 'endorse') return [];
    const joined = incident.responses.find(
      (other) => other.by === response.whose && other.response.kind === 'attribute',
    )?.response;
    return joined?.kind === 'attribute'
      ? [{ by, origin: joined.origin, culprit: joined.culprit, weight: ANSWERABLE.joined }]
      : [];
  });

const judgeAccusers = (minutes: Minutes, incident: Incident): void => {
  const wrongly = { code: 'wrongly-accused', incident: incident.id } as const;
  const rightly = { code: 'accused', incident: incident.id } as const;
  for (const { by, ...said } of accusations(incident)) {
    const verdict = verdictOn(said, incident.truth);
    if (verdict === undefined) continue;
    const { right, others, wronged, opinion } = verdict;
    for (const { id } of minutes.table.scenario.delegations) {
      const points = id === wronged?.delegation ? wronged.trust : others;
      moveTrust(minutes, id, by, points, right ? rightly : wrongly);
    }
    moveOpinion(minutes, by, opinion, wrongly);
  }
};

/** Whether an attribution of this origin must name somebody. */
export const needsCulprit = (
  scenario: Parameters<typeof incidentOf>[0],
  incident: Incident,
  origin: Origin,
): boolean => hasAuthorState(origin) && incidentOf(scenario, incident.id).culprits.length > 0;
