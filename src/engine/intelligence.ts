import type { Command } from './command.ts';
import { draw, pick } from './draw.ts';
import { asWarning, type DelegationId } from './ids.ts';
import { foreseen, leftToCome, type Foreseen } from './incident-cards.ts';
import { placeOf, places } from './lookup.ts';
import { moveTrust, type Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import type { Incident, Warning } from './state.ts';
import type { IncidentCard } from './scenario.ts';

/** Warnings before incidents and classified briefings after them: private, and only as reliable as they say. */

/** Services may warn their capitals of the session to come. What they say is so with the reliability they state. */
export const giveWarnings = (minutes: Minutes): void => {
  const { scenario, seed } = minutes.table;
  const session = minutes.state.session + 1;
  if (scenario.sessions[session] === undefined) return;
  const coming = foreseen(minutes, session, 0);
  for (const [index, { delegation, chance, reliability }] of scenario.intelligence.warnings.entries()) {
    if (draw(seed, 'warning-comes', session, index) * 100 >= chance) continue;
    const holds = draw(seed, 'warning-holds', session, index) * 100 < reliability;
    const said = holds ? coming : mistaken(minutes, session, index);
    if (said === undefined) continue;
    const warning: Warning = {
      id: asWarning(`warning-${session}-${index}`),
      of: delegation,
      session,
      victim: said.victim,
      sector: said.card.sector,
      reliability,
      told: [],
    };
    minutes.note({ kind: 'warned', warning });
  }
};

const mistaken = (minutes: Minutes, session: number, index: number): Foreseen | undefined => {
  const { seed } = minutes.table;
  const card = pick(leftToCome(minutes), (item) => item.weight, draw(seed, 'warning-card', session, index));
  const victim =
    card === undefined
      ? undefined
      : pick(card.victims, (item) => item.weight, draw(seed, 'warning-victim', session, index))?.delegation;
  return card === undefined || victim === undefined ? undefined : { card, victim };
};

/** What passing a warning on wins: with the one in danger, and with others. */
const PASSED = { victim: 5, others: 1 } as const;

/** Passes a warning on. */
export const warn = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'warn' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const found = minutes.state.warnings.find(
    (item) => item.id === command.warning && (item.of === by || item.told.includes(by)),
  );
  if (found === undefined) return { refused: 'no-such-warning', warning: String(command.warning) };
  const { to } = command;
  if (to === by) return { refused: 'oneself' };
  if (to !== 'all' && !places(scenario).delegation.has(to))
    return { refused: 'no-such-delegation', delegation: String(to) };
  if (found.session <= minutes.state.session - 1) return { refused: 'too-late' };
  const ignorant = scenario.delegations
    .map((delegation) => delegation.id)
    .filter((id) => id !== by && id !== found.of && !found.told.includes(id) && (to === 'all' || id === to));
  if (ignorant.length === 0) return { refused: 'no-change' };
  minutes.note({ kind: 'warning-passed', warning: { ...found, told: [] }, by, to });
  for (const other of ignorant)
    moveTrust(minutes, other, by, other === found.victim ? PASSED.victim : PASSED.others, {
      code: 'warned',
      warning: found.id,
    });
  return undefined;
};

/** Whether a victim knew what was coming. */
export const wasWarned = (minutes: Minutes, victim: DelegationId, card: IncidentCard): boolean =>
  minutes.state.warnings.some(
    (warning) =>
      warning.session === minutes.state.session &&
      warning.victim === victim &&
      warning.sector === card.sector &&
      (warning.of === victim || warning.told.includes(victim)),
  );

/** After an incident some capitals are briefed: they hold the first clue at once. */
export const brief = (minutes: Minutes, incident: Incident, index: number): void => {
  const { scenario, seed } = minutes.table;
  const clue = incident.truth.clues[0];
  if (clue === undefined) return;
  for (const [place, { delegation, chance }] of scenario.intelligence.briefings.entries()) {
    if (draw(seed, 'briefing', minutes.state.session, index * 100 + place) * 100 >= chance) continue;
    const known = incident.known[placeOf(scenario, 'delegation', delegation)] ?? [];
    if (!known.includes(clue.index))
      minutes.note({ kind: 'clue-found', incident: incident.id, by: delegation, clue });
  }
};
