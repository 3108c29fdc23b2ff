import { draw, pick } from './draw.ts';
import { takeEffect } from './effects.ts';
import type { Minutes } from './minutes.ts';

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
    for (const effect of card.effects) takeEffect(minutes, effect, { code: 'context', card: card.id });
  }
};
