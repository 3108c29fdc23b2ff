import type { Command, Response } from './command.ts';
import type { DelegationId } from './ids.ts';
import { easedBy, needsCulprit } from './incident-strikes.ts';
import { judgeAttack } from './ledger.ts';
import { placeOf, places } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import { closeIfCollapsed } from './close.ts';
import type { Refusal } from './refusal.ts';
import type { Spending } from './scenario.ts';
import type { Incident } from './state.ts';
import { ORIGINS, CONFIDENCES } from './vocabulary.ts';

/** What responses to an incident do to tension and trust. */
const EFFECT = {
  accuse: { low: 2, moderate: 3, high: 4 },
  /** Saying that it was an accident or crime calms. */
  exonerate: -2,
  hotline: -4,
  sanction: 5,
  trust: { assisted: 8, shared: 4, hotline: 2, accused: -12, sanctioned: -15 },
} as const;

/** A delegation's response to an incident, or why it is refused. */
export const respond = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'respond' }>,
): Refusal | undefined => {
  const incident = minutes.state.incidents.find((item) => item.id === command.incident);
  if (incident === undefined) return { refused: 'no-such-incident', incident: command.incident };
  const { response } = command;
  switch (response.kind) {
    case 'investigate':
      return investigate(minutes, by, incident);
    case 'share':
      return share(minutes, by, incident, response);
    case 'assist':
      return assist(minutes, by, incident);
    case 'hotline':
      return hotline(minutes, by, incident, response);
    case 'attribute':
      return attribute(minutes, by, incident, response);
    case 'sanction':
      return sanction(minutes, by, incident, response);
  }
};

const done = (incident: Incident, by: DelegationId, kind: Response['kind']): boolean =>
  incident.responses.some((item) => item.by === by && item.response.kind === kind);

const pay = (minutes: Minutes, by: DelegationId, cost: Spending): Refusal | undefined => {
  const { scenario } = minutes.table;
  const have =
    minutes.state.tokens[placeOf(scenario, 'delegation', by)]?.[placeOf(scenario, 'token', cost.token)] ?? 0;
  if (have < cost.amount) return { refused: 'over-budget', token: cost.token, have, need: cost.amount };
  if (cost.amount > 0)
    minutes.note({ kind: 'tokens-moved', from: by, to: 'world', token: cost.token, amount: cost.amount });
  return undefined;
};

const investigate = (minutes: Minutes, by: DelegationId, incident: Incident): Refusal | undefined => {
  if (incident.out) return { refused: 'truth-is-out', incident: incident.id };
  const known = incident.known[placeOf(minutes.table.scenario, 'delegation', by)] ?? [];
  const clue = incident.truth.clues.find((item) => !known.includes(item.index));
  if (clue === undefined) return { refused: 'no-more-clues', incident: incident.id };
  const refusal = pay(minutes, by, minutes.table.scenario.procedure.investigateCost);
  if (refusal !== undefined) return refusal;
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'investigate' } });
  minutes.note({ kind: 'clue-found', incident: incident.id, by, clue });
  return undefined;
};

const share = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'share' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  if (response.with === by) return { refused: 'oneself' };
  if (response.with !== 'all' && !places(scenario).delegation.has(response.with))
    return { refused: 'no-such-delegation', delegation: String(response.with) };
  if (!handClues(minutes, by, response.with, incident)) return { refused: 'no-clues', incident: incident.id };
  minutes.note({
    kind: 'responded',
    incident: incident.id,
    by,
    response: { kind: 'share', with: response.with },
  });
  return undefined;
};

/** Hands over all one knows; `false` if one knows nothing. Whoever learns something new thinks better of the giver. */
export const handClues = (
  minutes: Minutes,
  by: DelegationId,
  to: DelegationId | 'all',
  incident: Incident,
): boolean => {
  const { scenario } = minutes.table;
  const mine = incident.known[placeOf(scenario, 'delegation', by)] ?? [];
  if (mine.length === 0) return false;
  const clues = incident.truth.clues.filter((clue) => mine.includes(clue.index));
  const learning = scenario.delegations.filter((other, place) => {
    if (other.id === by || (to !== 'all' && other.id !== to)) return false;
    const theirs = incident.known[place] ?? [];
    return mine.some((index) => !theirs.includes(index));
  });
  minutes.note({ kind: 'clues-shared', incident: incident.id, by, with: to, clues });
  for (const other of learning)
    moveTrust(minutes, other.id, by, EFFECT.trust.shared, { code: 'shared', incident: incident.id });
  return true;
};

const assist = (minutes: Minutes, by: DelegationId, incident: Incident): Refusal | undefined => {
  if (incident.victim === by) return { refused: 'oneself' };
  if (done(incident, by, 'assist')) return { refused: 'already-responded', incident: incident.id };
  if (incident.damage <= 0) return { refused: 'no-change' };
  const refusal = pay(minutes, by, minutes.table.scenario.procedure.assistCost);
  if (refusal !== undefined) return refusal;
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'assist' } });
  minutes.note({ kind: 'damage-eased', incident: incident.id, by, points: easedBy(incident.damage) });
  moveTrust(minutes, incident.victim, by, EFFECT.trust.assisted, { code: 'assisted', incident: incident.id });
  return undefined;
};

const accusedIn = (incident: Incident): readonly DelegationId[] =>
  incident.responses.flatMap(({ response }) =>
    response.kind === 'attribute' && response.culprit !== undefined ? [response.culprit] : [],
  );

const hotline = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'hotline' }>,
): Refusal | undefined => {
  const { to } = response;
  if (to === by) return { refused: 'oneself' };
  if (!places(minutes.table.scenario).delegation.has(to))
    return { refused: 'no-such-delegation', delegation: String(to) };
  const suspected = incident.suspect === by || accusedIn(incident).includes(by);
  const concerned = by === incident.victim || (suspected && to === incident.victim);
  if (!concerned) return { refused: 'not-concerned', incident: incident.id };
  if (done(incident, by, 'hotline')) return { refused: 'already-responded', incident: incident.id };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'hotline', to } });
  moveTension(minutes, EFFECT.hotline, { code: 'response', incident: incident.id, by });
  moveTrust(minutes, to, by, EFFECT.trust.hotline, { code: 'shared', incident: incident.id });
  moveTrust(minutes, by, to, EFFECT.trust.hotline, { code: 'shared', incident: incident.id });
  return undefined;
};

const attribute = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'attribute' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const { origin, culprit, confidence } = response;
  if (!ORIGINS.includes(origin)) return { refused: 'malformed', field: 'origin' };
  if (!CONFIDENCES.includes(confidence)) return { refused: 'malformed', field: 'confidence' };
  if (incident.out) return { refused: 'truth-is-out', incident: incident.id };
  if (done(incident, by, 'attribute')) return { refused: 'already-responded', incident: incident.id };
  if (culprit === undefined && needsCulprit(scenario, incident, origin)) return { refused: 'culprit-needed' };
  if (culprit !== undefined) {
    if (!places(scenario).delegation.has(culprit))
      return { refused: 'no-such-delegation', delegation: String(culprit) };
    if (culprit === by) return { refused: 'oneself' };
    if (origin === 'accident' || origin === 'criminals') return { refused: 'culprit-not-fitting' };
  }
  const said: Response = {
    kind: 'attribute',
    origin,
    confidence,
    ...(culprit === undefined ? {} : { culprit }),
  };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: said });
  const why = { code: 'response', incident: incident.id, by } as const;
  if (culprit === undefined) {
    if (origin === 'accident' || origin === 'criminals') moveTension(minutes, EFFECT.exonerate, why);
    return undefined;
  }
  moveTension(minutes, EFFECT.accuse[confidence], why);
  moveTrust(minutes, culprit, by, EFFECT.trust.accused, { code: 'accused', incident: incident.id });
  judgeAttack(minutes, by, culprit);
  closeIfCollapsed(minutes);
  return undefined;
};

const sanction = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'sanction' }>,
): Refusal | undefined => {
  const { on } = response;
  if (on === by) return { refused: 'oneself' };
  if (!places(minutes.table.scenario).delegation.has(on))
    return { refused: 'no-such-delegation', delegation: String(on) };
  if (!accusedIn(incident).includes(on)) return { refused: 'not-accused', incident: incident.id, on };
  if (done(incident, by, 'sanction')) return { refused: 'already-responded', incident: incident.id };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'sanction', on } });
  moveTension(minutes, EFFECT.sanction, { code: 'response', incident: incident.id, by });
  moveTrust(minutes, on, by, EFFECT.trust.sanctioned, { code: 'sanctioned', incident: incident.id });
  judgeAttack(minutes, by, on);
  closeIfCollapsed(minutes);
  return undefined;
};
