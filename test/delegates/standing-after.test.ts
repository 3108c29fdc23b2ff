import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDRAFTING, standingAfter, type Redrafting } from '../../src/delegates/standing-after.ts';
import {
  chapters,
  evolve,
  lay,
  open,
  standingText,
  type Event,
  type Scenario,
  type State,
  type Text,
} from '../../src/engine/index.ts';
import { play as atRandom } from '../engine/moves.ts';
import { smallScenario } from '../engine/small.ts';
import { invented, newYork, play } from './play.ts';

const redrafts = (event: Event): event is Redrafting => REDRAFTING.some((kind) => kind === event.kind);
const eventsOf = (state: State): readonly Event[] => chapters(state).flatMap(({ events }) => events);
/** What a log alone tells of the draft. */
const told = (scenario: Scenario, state: State): Text =>
  eventsOf(state)
    .filter(redrafts)
    .reduce<Text>(
      (standing, event) => standingAfter(scenario, standing, event),
      scenario.articles.map(({ draft }) => draft),
    );

describe('what stands in the draft, by the log alone', () => {
  it('is what stands in the draft, in games by chance with somebody who corrects them', () => {
    let corrected = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const scenario = smallScenario({
          delegations: 4,
          articles: 4,
          options: 4,
          seed: `standing/${seed}`,
          world: true,
        });
        const table = lay(scenario, `${seed}`);
        const { moves, last } = atRandom(table, `${seed}`, 600);
        let standing: Text = scenario.articles.map(({ draft }) => draft);
        let state = open(table);
        for (const event of moves.flatMap(({ events }) => events)) {
          if (redrafts(event)) standing = standingAfter(scenario, standing, event);
          state = evolve(table, state, event);
          if (event.kind !== 'corrected') continue;
          if (event.what.of === 'article') corrected += 1;
          expect(standing).toEqual(standingText(state.articles));
        }
        expect(told(scenario, last)).toEqual(standingText(last.articles));
      }),
      { numRuns: 40 },
    );
    expect(corrected).toBeGreaterThan(0);
  });

  it('and in whole games by machines', () => {
    for (const scenario of [invented('standing'), newYork()]) {
      const { last } = play(scenario, 'standing');
      expect(told(scenario, last)).toEqual(standingText(last.articles));
    }
  });
});
