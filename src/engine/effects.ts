import type { ContextId, DelegationId, PointId, TrackId } from './ids.ts';
import { reweighed, withReservation } from './instructions.ts';
import { placeOf } from './lookup.ts';
import type { Mandate } from './mandate.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import type { Effect } from './scenario.ts';

/** Whence an effect comes: a card that was drawn, a point that was agreed, or whoever runs the room. */
export type EffectCause =
  | { readonly code: 'context'; readonly card: ContextId }
  | { readonly code: 'point'; readonly track: TrackId; readonly point: PointId }
  | { readonly code: 'facilitator' };

/** Does what a card or an agreed point says. */
export const takeEffect = (minutes: Minutes, effect: Effect, why: EffectCause): void => {
  const { scenario } = minutes.table;
  switch (effect.kind) {
    case 'tension':
      moveTension(minutes, effect.by, why);
      return;
    case 'trust':
      for (const from of effect.from)
        for (const to of effect.to) moveTrust(minutes, from, to, effect.by, why);
      return;
    case 'weight': {
      const percents = new Map([[placeOf(scenario, 'article', effect.article), effect.percent]]);
      instruct(minutes, effect.of, why, (mandate) => reweighed(mandate, percents));
      return;
    }
    case 'reservation':
      instruct(minutes, effect.of, why, (mandate) => withReservation(mandate, effect.by));
      return;
    case 'tokens':
      for (const delegation of effect.of) handTokens(minutes, delegation, effect);
      return;
    case 'track': {
      const now = minutes.state.tracks.find((track) => track.id === effect.track);
      if (now !== undefined && now.open !== effect.open)
        minutes.note({
          kind: 'track-step',
          track: effect.track,
          by: 'world',
          step: effect.open ? 'resume' : 'suspend',
          open: effect.open,
        });
      return;
    }
  }
};

const instruct = (
  minutes: Minutes,
  of: readonly DelegationId[],
  why: EffectCause,
  change: (mandate: Mandate) => Mandate,
): void => {
  for (const delegation of of) {
    const mandate = minutes.state.mandates[placeOf(minutes.table.scenario, 'delegation', delegation)];
    if (mandate !== undefined)
      minutes.note({ kind: 'instructed', delegation, mandate: change(mandate), why });
  }
};

const handTokens = (
  minutes: Minutes,
  delegation: DelegationId,
  effect: Extract<Effect, { kind: 'tokens' }>,
): void => {
  const { scenario } = minutes.table;
  const held =
    minutes.state.tokens[placeOf(scenario, 'delegation', delegation)]?.[
      placeOf(scenario, 'token', effect.token)
    ] ?? 0;
  const amount = effect.by > 0 ? effect.by : Math.min(held, -effect.by);
  if (amount === 0) return;
  const [from, to] = effect.by > 0 ? (['world', delegation] as const) : ([delegation, 'world'] as const);
  minutes.note({ kind: 'tokens-moved', from, to, token: effect.token, amount });
};
