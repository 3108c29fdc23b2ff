import type { OpinionCause } from './event.ts';
import type { DelegationId } from './ids.ts';
import { withReservation } from './instructions.ts';
import { placeOf } from './lookup.ts';
import type { Minutes } from './minutes.ts';

/** Opinion at home: what the public thinks of its delegation, 0 to 100, for all to see. */

/** Moves opinion at home, within 0 and 100. Nothing moves where a scenario has no press. */
export const moveOpinion = (
  minutes: Minutes,
  delegation: DelegationId,
  by: number,
  why: OpinionCause,
): void => {
  const { scenario } = minutes.table;
  if (scenario.press.interviews === 0) return;
  const now = minutes.state.opinion[placeOf(scenario, 'delegation', delegation)] ?? 50;
  const to = Math.max(0, Math.min(100, now + by));
  if (to !== now) minutes.note({ kind: 'opinion-moved', delegation, by: to - now, to, why });
};

/** Below the first, a capital hardens; above the second it lends its delegation standing. */
export const OPINION_BANDS = { restless: 35, proud: 65 } as const;

/** At the end of a session each capital reads its own papers. */
export const readPapers = (minutes: Minutes): void => {
  const { scenario } = minutes.table;
  if (scenario.press.interviews === 0) return;
  scenario.delegations.forEach((delegation, place) => {
    const opinion = minutes.state.opinion[place] ?? 50;
    const mandate = minutes.state.mandates[place];
    if (opinion < OPINION_BANDS.restless && mandate !== undefined && scenario.press.swing > 0)
      minutes.note({
        kind: 'instructed',
        delegation: delegation.id,
        mandate: withReservation(mandate, scenario.press.swing),
        why: { code: 'opinion' },
      });
    if (opinion > OPINION_BANDS.proud)
      minutes.note({
        kind: 'tokens-moved',
        from: 'world',
        to: delegation.id,
        token: scenario.press.flexibility.cost.token,
        amount: 1,
      });
  });
};
