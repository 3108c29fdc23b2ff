import {
  CONFIDENCES,
  ORIGINS,
  STANCES,
  TONES,
  type Command,
  type Dice,
  type Position,
  type Scenario,
  type View,
} from '../engine/seat.ts';
import type { Agent } from './agent.ts';

/** How many things a random player does in one phase. */
const MOST = 2;

/** A player that picks among possible commands by the dice alone. */
export const mayBe = (scenario: Scenario): Agent => ({
  act: (view, dice) => {
    const { own } = view;
    if (own === undefined) return undefined;
    const key = view.log.reduce((sum, chapter) => sum + chapter.events.length, 0);
    const acted =
      view.log
        .at(-1)
        ?.events.filter((event) => 'by' in event && event.by === own.delegation && event.kind !== 'done')
        .length ?? 0;
    if (view.decision !== undefined && view.decision.mine === undefined) return answer(view, dice, key);
    if (acted >= MOST || dice('stop', key) < 0.4) return undefined;
    const command = pick(scenario, view, dice, key);
    return command === undefined ? undefined : { command, because: [{ code: 'routine' }] };
  },
});

const answer = (view: View, dice: Dice, key: number) => {
  const yes = dice('answer', key) < 0.8;
  const word = view.decision?.method === 'vote' ? (yes ? 'yes' : 'no') : yes ? 'join' : 'object';
  return {
    command: { kind: 'answer', answer: word, articles: [], because: [] },
    because: [{ code: 'routine' }],
  } as const;
};

const one = <T>(items: readonly T[], drawn: number): T | undefined => items[Math.floor(drawn * items.length)];

const position = (scenario: Scenario, dice: Dice, key: number): Position | undefined => {
  const article = one(scenario.articles, dice('article', key));
  if (article === undefined) return undefined;
  return {
    article: article.id,
    option: Math.floor(dice('option', key) * article.options.length),
    stance: one(STANCES, dice('stance', key)) ?? 'accept',
  };
};

const pick = (scenario: Scenario, view: View, dice: Dice, key: number): Command | undefined => {
  const taken = position(scenario, dice, key);
  switch (view.phase) {
    case 'floor':
      if (view.own === undefined || view.spoken.includes(view.own.delegation)) return undefined;
      return {
        kind: 'speak',
        positions: taken === undefined ? [] : [taken],
        priorities: [],
        tone: one(TONES, dice('tone', key)) ?? 'plain',
        names: named(scenario, view, dice, key),
      };
    case 'corridor':
    case 'drafting': {
      if (taken === undefined) return undefined;
      const article = scenario.articles.findIndex((item) => item.id === taken.article);
      const now = view.stances[view.own?.index ?? 0]?.[article]?.[taken.option];
      return now === taken.stance ? undefined : { kind: 'position', positions: [taken] };
    }
    case 'briefing':
      return response(scenario, view, dice, key);
    case 'decision':
    case 'capital':
      return undefined;
  }
};

const named = (scenario: Scenario, view: View, dice: Dice, key: number) => {
  const other = one(scenario.delegations, dice('name', key));
  return other === undefined || other.id === view.own?.delegation || dice('names', key) < 0.5
    ? []
    : [other.id];
};

const response = (scenario: Scenario, view: View, dice: Dice, key: number): Command | undefined => {
  const sight = one(view.incidents, dice('incident', key));
  const other = one(scenario.delegations, dice('culprit', key));
  if (
    sight === undefined ||
    sight.truth !== undefined ||
    other === undefined ||
    other.id === view.own?.delegation
  )
    return undefined;
  if (sight.responses.some((item) => item.by === view.own?.delegation)) return undefined;
  const origin = one(ORIGINS, dice('origin', key)) ?? 'state';
  const confidence = one(CONFIDENCES, dice('confidence', key)) ?? 'low';
  const whom = origin === 'accident' || origin === 'criminals' ? {} : { culprit: other.id };
  return {
    kind: 'respond',
    incident: sight.id,
    response: { kind: 'attribute', origin, confidence, ...whom },
  };
};
