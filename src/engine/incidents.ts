import { accusedBy, accusedIn, checkAccusation, otherDelegation } from './accusation.ts';
import { closeIfCollapsed } from './close.ts';
import type { Command, Response } from './command.ts';
import { handClues, leakClues } from './clues.ts';
import { easedBy, EFFECT } from './consequences.ts';
import type { ArticleId, DelegationId } from './ids.ts';
import { assess, inquire, investigate } from './inquiry.ts';
import { judgeAttack } from './ledger.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import { moveOpinion } from './opinion.ts';
import { checkCited, cite, paid } from './payoffs.ts';
import type { Refusal } from './refusal.ts';
import { pay } from './spend.ts';
import type { Incident } from './state.ts';

/** A delegation's response to an incident, or why it is refused. */
export const respond = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'respond' }>,
): Refusal | undefined => {
  const incident = minutes.state.incidents.find((item) => item.id === command.incident);
  if (incident === undefined) return { refused: 'no-such-incident', incident: command.incident };
  const uncited = checkCited(minutes, command.cites);
  if (uncited !== undefined) return uncited;
  const cites = command.cites ?? [];
  const refusal = responded(minutes, by, incident, command.response, cites);
  if (refusal === undefined) cite(minutes, by, cites);
  return refusal;
};

const responded = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Response,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  switch (response.kind) {
    case 'investigate':
      return investigate(minutes, by, incident, cites);
    case 'inquiry':
      return inquire(minutes, by, incident, cites);
    case 'assess':
      return assess(minutes, by, incident, response);
    case 'share':
      return share(minutes, by, incident, response, cites);
    case 'leak':
      return leakClues(minutes, by, incident);
    case 'ask':
      return ask(minutes, by, incident, response, cites);
    case 'assist':
      return assist(minutes, by, incident, cites);
    case 'hotline':
      return hotline(minutes, by, incident, response, cites);
    case 'condemn':
      return condemn(minutes, by, incident, cites);
    case 'attribute':
      return attribute(minutes, by, incident, response, cites);
    case 'endorse':
      return endorse(minutes, by, incident, response, cites);
    case 'sanction':
      return sanction(minutes, by, incident, response, cites);
    case 'countermeasure':
      return hitBack(minutes, by, incident, response, cites);
  }
};

const done = (incident: Incident, by: DelegationId, kind: Response['kind']): boolean =>
  incident.responses.some((item) => item.by === by && item.response.kind === kind);

const share = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'share' }>,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  const wrong = response.with === 'all' ? undefined : otherDelegation(minutes, by, response.with);
  if (wrong !== undefined) return wrong;
  if (!handClues(minutes, by, response.with, incident)) return { refused: 'no-clues', incident: incident.id };
  minutes.note({
    kind: 'responded',
    incident: incident.id,
    by,
    response: { kind: 'share', with: response.with },
    cites,
  });
  return undefined;
};

const ask = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'ask' }>,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  if (incident.victim !== by) return { refused: 'not-concerned', incident: incident.id };
  const { from } = response;
  const wrong = from === 'all' ? undefined : otherDelegation(minutes, by, from);
  if (wrong !== undefined) return wrong;
  if (incident.damage <= 0) return { refused: 'no-change' };
  const asked = (id: string): boolean => incident.asked.some((other) => other === id);
  const { delegations } = minutes.table.scenario;
  if (from === 'all' ? delegations.every(({ id }) => id === by || asked(id)) : asked(from))
    return { refused: 'already-responded', incident: incident.id };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'ask', from }, cites });
  return undefined;
};

/** At the end of a session: whoever was asked for help by name and sent none is remembered for it. */
export const rememberUnhelped = (minutes: Minutes): void => {
  for (const incident of minutes.state.incidents) {
    if (incident.session !== minutes.state.session) continue;
    for (const { by, response } of incident.responses)
      if (response.kind === 'ask' && response.from !== 'all' && !done(incident, response.from, 'assist'))
        moveTrust(minutes, by, response.from, EFFECT.trust.unhelped, {
          code: 'unhelped',
          incident: incident.id,
        });
  }
};

const assist = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  const { rules } = minutes.table.scenario;
  if (incident.victim === by) return { refused: 'oneself' };
  if (done(incident, by, 'assist')) return { refused: 'already-responded', incident: incident.id };
  if (incident.damage <= 0) return { refused: 'no-change' };
  const refusal = pay(minutes, by, minutes.table.scenario.procedure.assistCost);
  if (refusal !== undefined) return refusal;
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'assist' }, cites });
  const points = easedBy(incident.damage, rules.help, paid(minutes, 'assistance', 100));
  minutes.note({ kind: 'damage-eased', incident: incident.id, by, points });
  const won = incident.asked.includes(by) ? rules.trust.asked : rules.trust.help;
  moveTrust(minutes, incident.victim, by, won, { code: 'assisted', incident: incident.id });
  moveOpinion(minutes, by, EFFECT.opinion.helped, { code: 'helped', incident: incident.id });
  return undefined;
};

const hotline = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'hotline' }>,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  const { to } = response;
  const wrong = otherDelegation(minutes, by, to);
  if (wrong !== undefined) return wrong;
  const suspected = incident.suspect === by || accusedIn(incident).includes(by);
  const concerned = by === incident.victim || (suspected && to === incident.victim);
  if (!concerned) return { refused: 'not-concerned', incident: incident.id };
  if (done(incident, by, 'hotline')) return { refused: 'already-responded', incident: incident.id };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'hotline', to }, cites });
  moveTension(minutes, paid(minutes, 'contact', 0 - minutes.table.scenario.rules.tension.hotline), {
    code: 'response',
    incident: incident.id,
    by,
  });
  const won = paid(minutes, 'contact', EFFECT.trust.hotline);
  moveTrust(minutes, to, by, won, { code: 'shared', incident: incident.id });
  moveTrust(minutes, by, to, won, { code: 'shared', incident: incident.id });
  return undefined;
};

const condemn = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  if (done(incident, by, 'condemn')) return { refused: 'already-responded', incident: incident.id };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'condemn' }, cites });
  moveTrust(minutes, incident.victim, by, EFFECT.trust.condemned, {
    code: 'condemned',
    incident: incident.id,
  });
  return undefined;
};

const attribute = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'attribute' }>,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  const { rules } = minutes.table.scenario;
  const { origin, culprit, confidence } = response;
  const quiet = response.quiet === true;
  const refusal = checkAccusation(minutes, by, incident, response);
  if (refusal !== undefined) return refusal;
  if (done(incident, by, 'attribute')) return { refused: 'already-responded', incident: incident.id };
  if (quiet && culprit === undefined) return { refused: 'culprit-needed' };
  const said: Response = {
    kind: 'attribute',
    origin,
    confidence,
    ...(culprit === undefined ? {} : { culprit }),
    ...(quiet ? { quiet } : {}),
  };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: said, cites });
  const why = { code: 'response', incident: incident.id, by } as const;
  if (culprit === undefined) {
    if (origin === 'accident' || origin === 'criminals')
      moveTension(minutes, 0 - rules.tension.exoneration, why);
    return undefined;
  }
  const accused = { code: 'accused', incident: incident.id } as const;
  if (quiet) {
    moveTrust(minutes, culprit, by, 0 - rules.trust.quiet, accused);
    return undefined;
  }
  const rise = paid(minutes, 'restraint', rules.tension[confidence]) + EFFECT.cited * cites.length;
  moveTension(minutes, Math.max(1, rise), why);
  moveTrust(minutes, culprit, by, 0 - rules.trust.accusation, accused);
  moveOpinion(minutes, culprit, EFFECT.opinion.accused, accused);
  judgeAttack(minutes, by, culprit);
  closeIfCollapsed(minutes);
  return undefined;
};

const endorse = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'endorse' }>,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  const { rules } = minutes.table.scenario;
  const { whose } = response;
  const wrong = otherDelegation(minutes, by, whose);
  if (wrong !== undefined) return wrong;
  if (incident.out) return { refused: 'truth-is-out', incident: incident.id };
  const said = incident.responses.find(
    (item) => item.by === whose && item.response.kind === 'attribute' && item.response.quiet !== true,
  )?.response;
  if (said?.kind !== 'attribute' || said.culprit === undefined)
    return { refused: 'not-attributed', incident: incident.id, by: whose };
  const { culprit } = said;
  if (culprit === by) return { refused: 'oneself' };
  if (done(incident, by, 'attribute') || done(incident, by, 'endorse'))
    return { refused: 'already-responded', incident: incident.id };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'endorse', whose }, cites });
  const why = { code: 'accused', incident: incident.id } as const;
  moveTension(minutes, rules.tension.endorsement, { code: 'response', incident: incident.id, by });
  moveTrust(minutes, culprit, by, 0 - rules.trust.endorsement, why);
  moveOpinion(minutes, culprit, EFFECT.opinion.accused / 2, why);
  judgeAttack(minutes, by, culprit);
  closeIfCollapsed(minutes);
  return undefined;
};

const sanction = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'sanction' }>,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  const { rules } = minutes.table.scenario;
  const { on } = response;
  const wrong = otherDelegation(minutes, by, on);
  if (wrong !== undefined) return wrong;
  if (!accusedIn(incident).includes(on)) return { refused: 'not-accused', incident: incident.id, on };
  if (done(incident, by, 'sanction')) return { refused: 'already-responded', incident: incident.id };
  minutes.note({ kind: 'responded', incident: incident.id, by, response: { kind: 'sanction', on }, cites });
  strikeAt(minutes, by, on, incident, rules.tension.sanction);
  moveTrust(minutes, on, by, 0 - rules.trust.sanction, { code: 'sanctioned', incident: incident.id });
  closeIfCollapsed(minutes);
  return undefined;
};

const hitBack = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'countermeasure' }>,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  const { rules } = minutes.table.scenario;
  const { on } = response;
  const wrong = otherDelegation(minutes, by, on);
  if (wrong !== undefined) return wrong;
  if (incident.victim !== by) return { refused: 'not-concerned', incident: incident.id };
  const named = accusedBy(incident, by).includes(on) || (incident.out && incident.truth.culprit === on);
  if (!named) return { refused: 'not-accused', incident: incident.id, on };
  if (done(incident, by, 'countermeasure')) return { refused: 'already-responded', incident: incident.id };
  minutes.note({
    kind: 'responded',
    incident: incident.id,
    by,
    response: { kind: 'countermeasure', on },
    cites,
  });
  strikeAt(minutes, by, on, incident, rules.tension.countermeasure);
  moveTrust(minutes, on, by, 0 - rules.trust.countermeasure, { code: 'hit-back', incident: incident.id });
  moveOpinion(minutes, by, EFFECT.opinion.countered, { code: 'hit', incident: incident.id });
  closeIfCollapsed(minutes);
  return undefined;
};

const strikeAt = (
  minutes: Minutes,
  by: DelegationId,
  on: DelegationId,
  incident: Incident,
  rise: number,
): void => {
  moveTension(minutes, paid(minutes, 'restraint', rise), { code: 'response', incident: incident.id, by });
  judgeAttack(minutes, by, on);
};
