import { draw, pick, within } from './draw.ts';
import type { Clue, Truth } from './event.ts';
import type { DelegationId } from './ids.ts';
import { reweighed, withReservation } from './instructions.ts';
import { incidentOf, placeOf } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import type { IncidentCard } from './scenario.ts';
import type { Incident } from './state.ts';
import { ORIGINS, type Origin } from './vocabulary.ts';

/** Draws whether incidents come in this session, which, whom they hit and who was behind them. */
export const strike = (minutes: Minutes): void => {
  const { scenario, seed } = minutes.table;
  const { session } = minutes.state;
  const chances = scenario.sessions[session]?.incidents ?? [];
  chances.forEach((chance, index) => {
    if (draw(seed, 'incident-comes', session, index) * 100 >= chance) return;
    const left = scenario.incidents.filter(
      (card) => !minutes.state.incidents.some((known) => known.id === card.id),
    );
    const card = pick(left, (item) => item.weight, draw(seed, 'incident-card', session, index));
    if (card !== undefined) strikeWith(minutes, card, index);
  });
};

const strikeWith = (minutes: Minutes, card: IncidentCard, index: number): void => {
  const { seed } = minutes.table;
  const { session } = minutes.state;
  const victim = pick(card.victims, (item) => item.weight, draw(seed, 'victim', session, index))?.delegation;
  if (victim === undefined) return;
  const soft = softening(minutes, card);
  const damage = Math.round((within(card.damage, draw(seed, 'damage', session, index)) * soft.damage) / 100);
  const { truth, framed } = hide(minutes, card, victim, index);
  const suspect = rumour(minutes, card, truth, framed, victim, index);
  const rumoured = suspect === undefined ? {} : { suspect };
  minutes.note({ kind: 'incident-struck', incident: card.id, victim, damage, ...rumoured });
  minutes.note({ kind: 'incident-hidden', incident: card.id, truth });
  const rise = within(card.tension, draw(seed, 'incident-tension', session, index));
  moveTension(minutes, Math.round((rise * soft.tension) / 100), { code: 'incident', incident: card.id });
  instruct(minutes, card, victim);
};

/** What settled provisions leave of damage and tension, percent. The strongest counts for each. */
const softening = (
  minutes: Minutes,
  card: IncidentCard,
): { readonly damage: number; readonly tension: number } => {
  const active = card.damped.filter((damper) => {
    const article = minutes.state.articles[placeOf(minutes.table.scenario, 'article', damper.article)];
    return article !== undefined && article.settled && damper.options.includes(article.option);
  });
  return {
    damage: Math.min(100, ...active.map((damper) => damper.damage)),
    tension: Math.min(100, ...active.map((damper) => damper.tension)),
  };
};

const hasAuthorState = (origin: Origin): boolean =>
  origin === 'state' || origin === 'proxy' || origin === 'false-flag';

const hide = (
  minutes: Minutes,
  card: IncidentCard,
  victim: DelegationId,
  index: number,
): { readonly truth: Truth; readonly framed: DelegationId | undefined } => {
  const { seed } = minutes.table;
  const { session } = minutes.state;
  const others = card.culprits.filter((item) => item.delegation !== victim);
  const origin =
    pick(card.origins, (item) => item.percent, draw(seed, 'origin', session, index))?.origin ?? 'accident';
  const culprit = hasAuthorState(origin)
    ? pick(others, (item) => item.weight, draw(seed, 'culprit', session, index))?.delegation
    : undefined;
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

/** Chances in percent that rumours name the true author of a deed, or somebody when there was no state behind it. */
const RUMOUR = { author: 60, nobody: 40 } as const;

const rumour = (
  minutes: Minutes,
  card: IncidentCard,
  truth: Truth,
  framed: DelegationId | undefined,
  victim: DelegationId,
  index: number,
): DelegationId | undefined => {
  const drawn = draw(minutes.table.seed, 'suspect', minutes.state.session, index);
  if (truth.origin === 'false-flag') return framed;
  if (truth.culprit !== undefined && drawn * 100 < RUMOUR.author) return truth.culprit;
  if (truth.culprit !== undefined || drawn * 100 >= RUMOUR.nobody) return undefined;
  return pick(
    card.culprits.filter((item) => item.delegation !== victim),
    (item) => item.weight,
    (drawn * 100) / RUMOUR.nobody,
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

/** Chance in percent that an older incident's truth comes out, and what each public clue adds. */
const OUT = { chance: 25, perClue: 10 } as const;
/** What a right and a wrong accusation do to how far the others trust the accuser. */
const ACCUSER = { right: 3, wrong: -5, wronged: -12 } as const;

/** Truth comes out about incidents of earlier sessions; accusers are judged by it. */
export const truthsOut = (minutes: Minutes): void => {
  const { scenario, seed } = minutes.table;
  const { session } = minutes.state;
  for (const incident of minutes.state.incidents) {
    if (incident.out || incident.session >= session) continue;
    const shared = incident.truth.clues.filter((clue) =>
      incident.known.every((known) => known.includes(clue.index)),
    ).length;
    const chance = OUT.chance + OUT.perClue * shared;
    if (draw(seed, 'truth-out', session, placeOf(scenario, 'incident', incident.id)) * 100 >= chance)
      continue;
    const { origin, culprit } = incident.truth;
    minutes.note({
      kind: 'truth-out',
      incident: incident.id,
      origin,
      ...(culprit === undefined ? {} : { culprit }),
    });
    judgeAccusers(minutes, incident);
  }
};

const judgeAccusers = (minutes: Minutes, incident: Incident): void => {
  const { delegations } = minutes.table.scenario;
  for (const { by, response } of incident.responses) {
    if (response.kind !== 'attribute') continue;
    const right = response.culprit === incident.truth.culprit && response.origin === incident.truth.origin;
    const wronged =
      response.culprit !== undefined && response.culprit !== incident.truth.culprit
        ? response.culprit
        : undefined;
    if (!right && wronged === undefined) continue;
    for (const other of delegations) {
      if (other.id === wronged)
        moveTrust(minutes, other.id, by, ACCUSER.wronged, { code: 'wrongly-accused', incident: incident.id });
      else if (right)
        moveTrust(minutes, other.id, by, ACCUSER.right, { code: 'accused', incident: incident.id });
      else
        moveTrust(minutes, other.id, by, ACCUSER.wrong, { code: 'wrongly-accused', incident: incident.id });
    }
  }
};

/** The damage one team of experts takes away: a quarter, at least one point while there is any. */
export const easedBy = (damage: number): number => Math.min(damage, Math.max(1, Math.ceil(damage / 4)));

/** Whether an attribution of this origin must name somebody. */
export const needsCulprit = (
  scenario: Parameters<typeof incidentOf>[0],
  incident: Incident,
  origin: Origin,
): boolean => hasAuthorState(origin) && incidentOf(scenario, incident.id).culprits.length > 0;
