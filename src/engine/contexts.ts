import { draw, pick } from './draw.ts';
import { reweighed, withReservation } from './instructions.ts';
import { placeOf } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import type { ContextCard, Effect } from './scenario.ts';

/** Draws the session's context cards, none twice in a game, and does what they say. */
export const drawContexts = (minutes: Minutes): void => {
  const { scenario, seed } = minutes.table;
  const { session } = minutes.state;
  const count = scenario.sessions[session]?.contexts ?? 0;
  for (let index = 0; index < count; index += 1) {
    const left = scenario.contexts.filter(
      (card) => card.from <= session && session <= card.to && !minutes.state.contexts.includes(card.id),
    );
    const card = pick(left, (item) => item.weight, draw(seed, 'context', session, index));
    if (card === undefined) return;
    minutes.note({ kind: 'context-drawn', card: card.id });
    for (const effect of card.effects) take(minutes, card, effect);
  }
};

const take = (minutes: Minutes, card: ContextCard, effect: Effect): void => {
  const { scenario } = minutes.table;
  const why = { code: 'context', card: card.id } as const;
  switch (effect.kind) {
    case 'tension':
      moveTension(minutes, effect.by, why);
      return;
    case 'trust':
      for (const from of effect.from)
        for (const to of effect.to) moveTrust(minutes, from, to, effect.by, why);
      return;
    case 'weight': {
      const article = placeOf(scenario, 'article', effect.article);
      for (const delegation of effect.of) {
        const mandate = minutes.state.mandates[placeOf(scenario, 'delegation', delegation)];
        if (mandate !== undefined)
          minutes.note({
            kind: 'instructed',
            delegation,
            mandate: reweighed(mandate, new Map([[article, effect.percent]])),
            why,
          });
      }
      return;
    }
    case 'reservation':
      for (const delegation of effect.of) {
        const mandate = minutes.state.mandates[placeOf(scenario, 'delegation', delegation)];
        if (mandate !== undefined)
          minutes.note({ kind: 'instructed', delegation, mandate: withReservation(mandate, effect.by), why });
      }
      return;
    case 'tokens':
      for (const delegation of effect.of) {
        const held =
          minutes.state.tokens[placeOf(scenario, 'delegation', delegation)]?.[
            placeOf(scenario, 'token', effect.token)
          ] ?? 0;
        const amount = effect.by > 0 ? effect.by : Math.min(held, -effect.by);
        if (amount === 0) continue;
        const [from, to] =
          effect.by > 0 ? (['world', delegation] as const) : ([delegation, 'world'] as const);
        minutes.note({ kind: 'tokens-moved', from, to, token: effect.token, amount });
      }
      return;
  }
};
