import type { Command } from './command.ts';
import { draw } from './draw.ts';
import { asOperation, type DelegationId } from './ids.ts';
import { strikeWith } from './incident-strikes.ts';
import { withReservation } from './instructions.ts';
import { incidentOf, placeOf, places } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import { moveOpinion } from './opinion.ts';
import type { Refusal } from './refusal.ts';
import type { OperationCard } from './scenario-world.ts';
import { checkCost, pay } from './spend.ts';
import type { Operation } from './state.ts';

/** Operations that states order in secret, where a scenario allows it: what they gain, set off, and cost when found out. */

/** A delegation orders an operation; it is carried out before the next session. */
export const operate = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'operate' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const { state } = minutes;
  if (!scenario.operations.allowed) return { refused: 'operations-off' };
  const card = scenario.operations.cards.find((item) => item.id === command.operation);
  if (card === undefined) return { refused: 'no-such-operation', operation: String(command.operation) };
  if (!places(scenario).delegation.has(command.against))
    return { refused: 'no-such-delegation', delegation: String(command.against) };
  if (command.against === by) return { refused: 'oneself' };
  if (typeof command.proxy !== 'boolean') return { refused: 'malformed', field: 'proxy' };
  if (scenario.sessions[state.session + 1] === undefined) return { refused: 'too-late' };
  if (state.operations.some((other) => other.by === by && other.session === state.session))
    return { refused: 'once-a-session', what: 'operate' };
  const proxyFirst = command.proxy ? checkBoth(minutes, by, card) : undefined;
  const refusal = proxyFirst ?? pay(minutes, by, card.cost);
  if (refusal !== undefined) return refusal;
  if (command.proxy) pay(minutes, by, card.proxyCost);
  minutes.note({
    kind: 'operation-ordered',
    operation: {
      id: asOperation(`operation-${state.operations.length + 1}`),
      card: card.id,
      by,
      against: command.against,
      proxy: command.proxy,
      session: state.session,
      state: 'ordered',
      exposed: false,
    },
  });
  return undefined;
};

/** Both costs must be there before either is spent. */
const checkBoth = (minutes: Minutes, by: DelegationId, card: OperationCard): Refusal | undefined =>
  card.cost.token === card.proxyCost.token
    ? checkCost(minutes, by, { token: card.cost.token, amount: card.cost.amount + card.proxyCost.amount })
    : (checkCost(minutes, by, card.cost) ?? checkCost(minutes, by, card.proxyCost));

/** Percent for each step of the target's defence from 5, and of one's own offence; and for having prepared the ground. */
const SKILL = { defence: 4, offence: 2, prepared: 20 } as const;

/** Chance in percent that an operation succeeds. */
export const successChance = (
  card: OperationCard,
  offence: number,
  defence: number,
  prepared: boolean,
): number =>
  Math.max(
    5,
    Math.min(
      95,
      card.success +
        SKILL.offence * (offence - 5) -
        SKILL.defence * (defence - 5) +
        (prepared ? SKILL.prepared : 0),
    ),
  );

/** Before a session: what was ordered is carried out; what was done may be found out. */
export const carryOutOperations = (minutes: Minutes): void => {
  for (const operation of minutes.state.operations) {
    if (operation.state === 'ordered') carryOut(minutes, operation);
    else if (!operation.exposed) mayBeExposed(minutes, operation);
  }
};

const cardOf = (minutes: Minutes, operation: Operation): OperationCard | undefined =>
  minutes.table.scenario.operations.cards.find((item) => item.id === operation.card);

const carryOut = (minutes: Minutes, operation: Operation): void => {
  const { scenario, seed } = minutes.table;
  const { session } = minutes.state;
  const card = cardOf(minutes, operation);
  const key = placeOf(scenario, 'delegation', operation.by);
  const target = scenario.delegations[placeOf(scenario, 'delegation', operation.against)];
  const own = scenario.delegations[key];
  if (card === undefined || target === undefined || own === undefined) return;
  const prepared =
    card.kind === 'disrupt' &&
    minutes.state.operations.some(
      (other) =>
        other.by === operation.by &&
        other.against === operation.against &&
        other.state === 'succeeded' &&
        cardOf(minutes, other)?.kind === 'pre-position',
    );
  const chance = successChance(card, own.capacity.offence, target.capacity.defence, prepared);
  const succeeded = draw(seed, 'operation', session, key) * 100 < chance;
  const slipped = draw(seed, 'operation-mishap', session, key) * 100 < card.mishap;
  const sets = card.kind === 'disrupt' ? succeeded : slipped;
  const struck = minutes.state.incidents.some((incident) => incident.id === card.incident);
  const incident = sets && !struck && card.incident !== null ? card.incident : undefined;
  minutes.note({
    kind: 'operation-done',
    operation: operation.id,
    by: operation.by,
    succeeded,
    ...(incident === undefined ? {} : { incident }),
  });
  if (succeeded) reap(minutes, operation, card);
  if (incident !== undefined)
    strikeWith(minutes, incidentOf(scenario, incident), 50 + key, {
      victim: operation.against,
      origin: operation.proxy ? 'proxy' : 'state',
      culprit: operation.by,
    });
};

const reap = (minutes: Minutes, operation: Operation, card: OperationCard): void => {
  const { scenario } = minutes.table;
  const mandate = minutes.state.mandates[placeOf(scenario, 'delegation', operation.by)];
  if (mandate !== undefined && card.gain > 0)
    minutes.note({
      kind: 'instructed',
      delegation: operation.by,
      mandate: withReservation(mandate, card.gain),
      why: { code: 'operation', operation: operation.id },
    });
  if (card.kind !== 'spy') return;
  const theirs = minutes.state.mandates[placeOf(scenario, 'delegation', operation.against)];
  const redLine = theirs?.redLines.find(
    (line) =>
      !minutes.state.secrets.some(
        (known) =>
          known.by === operation.by &&
          known.about === operation.against &&
          known.redLine.article === line.article &&
          known.redLine.option === line.option,
      ),
  );
  if (redLine !== undefined)
    minutes.note({ kind: 'secret-learned', by: operation.by, about: operation.against, redLine });
};

/** What being found out does, besides what the scenario's rules say. */
const EXPOSED = { others: -6, opinion: -6 } as const;

const mayBeExposed = (minutes: Minutes, operation: Operation): void => {
  const { scenario, seed } = minutes.table;
  const { session } = minutes.state;
  const card = cardOf(minutes, operation);
  if (card === undefined) return;
  const chance = operation.proxy ? card.exposure / 2 : card.exposure;
  const key = minutes.state.operations.indexOf(operation);
  if (draw(seed, 'operation-exposed', session, key) * 100 >= chance) return;
  const why = { code: 'operation', operation: operation.id } as const;
  minutes.note({ kind: 'operation-exposed', operation: { ...operation, exposed: true } });
  for (const other of scenario.delegations)
    moveTrust(
      minutes,
      other.id,
      operation.by,
      other.id === operation.against ? 0 - scenario.rules.trust.exposure : EXPOSED.others,
      why,
    );
  moveTension(minutes, scenario.rules.tension.exposure, why);
  moveOpinion(minutes, operation.by, EXPOSED.opinion, why);
  const incident = minutes.state.incidents.find((item) => item.id === operation.incident);
  if (incident !== undefined && !incident.out)
    minutes.note({
      kind: 'truth-out',
      incident: incident.id,
      origin: incident.truth.origin,
      ...(incident.truth.culprit === undefined ? {} : { culprit: incident.truth.culprit }),
    });
};
