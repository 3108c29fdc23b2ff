import { draw, pick } from './draw.ts';
import type { DelegationId } from './ids.ts';
import type { Minutes } from './minutes.ts';
import type { IncidentCard } from './scenario.ts';

/** Which incident comes, and whom it hits: drawn from the deck by the seed, so it can be foreseen. */
export interface Foreseen {
  readonly card: IncidentCard;
  readonly victim: DelegationId;
}

/** Cards that may still come. */
export const leftToCome = (minutes: Minutes): readonly IncidentCard[] =>
  minutes.table.scenario.incidents.filter(
    (card) => !minutes.state.incidents.some((known) => known.id === card.id),
  );

const isSpared = ({ table }: Minutes, session: number, card: IncidentCard): boolean =>
  table.fates?.some(
    (fate) => fate.kind === 'spared' && fate.incident === card.id && fate.session === session,
  ) ?? false;

/** What the seed has in store for a place of a session's calendar, as the deck now stands. */
export const foreseen = (minutes: Minutes, session: number, index: number): Foreseen | undefined => {
  const { scenario, seed } = minutes.table;
  const chance = scenario.sessions[session]?.incidents[index];
  if (chance === undefined || draw(seed, 'incident-comes', session, index) * 100 >= chance) return undefined;
  const card = pick(leftToCome(minutes), (item) => item.weight, draw(seed, 'incident-card', session, index));
  if (card === undefined || isSpared(minutes, session, card)) return undefined;
  const victim = pick(card.victims, (item) => item.weight, draw(seed, 'victim', session, index))?.delegation;
  return victim === undefined ? undefined : { card, victim };
};
