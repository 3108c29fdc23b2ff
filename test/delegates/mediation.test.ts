import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { chairsText, soughtFrom } from '../../src/delegates/chair.ts';
import { spread } from '../../src/delegates/mediation.ts';

import type { DelegationId, GivenAnswer, Text, View } from '../../src/engine/seat.ts';
import { newYork, play } from './play.ts';

const scenario = newYork();
const options = scenario.articles.map((article) => article.options.length);

describe('starts that are spread out', () => {
  it('are texts, and by turns the same option everywhere, where an article has it, and all one further', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 14 }), (counts) => {
        const [first, second, third, fourth, ...more] = spread(counts);
        const turned = (by: number) => counts.map((count, place) => (by + place) % count);
        expect(more).toEqual([]);
        expect([first, third]).toEqual([0, 2].map((option) => counts.map((count) => option % count)));
        expect([second, fourth]).toEqual([turned(1), turned(3)]);
      }),
    );
  });
});

describe('the Chair’s search', () => {
  it('is hardly ever beaten from two dozen starts at random', () => {
    const random = seedrandom.alea('starts');
    const puts = Array.from({ length: 12 }, (_, k) =>
      play(scenario, `1/${k + 1}`, { strength: 'hard' }).turns.filter(
        ({ command }) => command.kind === 'put',
      ),
    ).flat();
    const beaten = puts.filter(({ view }) => {
      const text = chairsText(scenario, view);
      const value = text === undefined ? -Infinity : (soughtFrom(scenario, view, [text])?.value ?? -Infinity);
      const starts = Array.from({ length: 24 }, () => options.map((count) => Math.floor(random() * count)));
      return (soughtFrom(scenario, view, starts)?.value ?? -Infinity) > value + 1e-6;
    });
    expect(puts.length).toBeGreaterThan(20);
    expect(beaten.length).toBeLessThan(puts.length * 0.05);
  });
});

describe('a text that one delegation has stopped', () => {
  /** The Chair's view when it is about to put its first text of the last decision. */
  const views = ['1/1', '1/2', '1/3'].map((seed) => {
    const turn = play(scenario, seed, { strength: 'hard' }).turns.findLast(
      ({ command, view }) => command.kind === 'put' && view.tried.length === 0,
    );
    if (turn === undefined) throw new Error('nothing was put');
    return turn.view;
  });

  /** That view, had the text been stopped in the session before; and had whoever stopped it then come round to it. */
  const stopped = (
    view: View,
    text: Text,
    by: DelegationId,
    why: 'red-line' | 'worse-than-no-agreement',
    comesRound: boolean,
  ): View => {
    const [article] = scenario.articles;
    const option = text[0] ?? 0;
    if (article === undefined) throw new Error('no article');
    const said = { article: article.id, option, stance: 'accept' as const };
    const answers = scenario.delegations.map(({ id }): GivenAnswer => ({
      by: id,
      answer: id === by ? 'object' : 'join',
      articles: id === by ? [article.id] : [],
      because: [id === by ? { code: 'red-line', article: article.id } : { code: 'better-than-no-agreement' }],
    }));
    const session = view.session - 1;
    const decided = {
      kind: 'decided',
      method: 'consensus',
      text,
      adopted: false,
      answers,
      valid: true,
    } as const;
    const place = scenario.delegations.findIndex(({ id }) => id === by);
    return {
      ...view,
      stances: comesRound
        ? view.stances.map((rows, at) =>
            at === place ? rows.map((row, k) => (k === 0 ? row.with(option, said.stance) : row)) : rows,
          )
        : view.stances,
      log: [
        ...view.log,
        { session, phase: 'decision', events: [decided] },
        ...(comesRound
          ? [{ session, phase: 'capital', events: [{ kind: 'position-taken', by, position: said }] } as const]
          : []),
      ],
    };
  };

  it('is not put again as long as the line seems to be there, and is when whoever drew it can live with it', () => {
    for (const view of views) {
      const text = chairsText(scenario, view);
      if (text === undefined) throw new Error('the Chair knows of no text');
      for (const { id } of scenario.delegations.slice(0, 4)) {
        expect(chairsText(scenario, stopped(view, text, id, 'red-line', false))).not.toEqual(text);
        expect(chairsText(scenario, stopped(view, text, id, 'red-line', true))).toEqual(text);
      }
    }
  });

  it('is not put again after “worse than no agreement” either, however sure the Chair was of its giver, where nothing was heard since', () => {
    for (const view of views) {
      const text = chairsText(scenario, view);
      if (text === undefined) throw new Error('the Chair knows of no text');
      for (const { id } of scenario.delegations)
        expect(chairsText(scenario, stopped(view, text, id, 'worse-than-no-agreement', false))).not.toEqual(
          text,
        );
    }
  });
});
