import { describe, expect, it } from 'vitest';
import { delegate, type Agent } from '../../src/delegates/index.ts';
import { lay, type EventKind, type Scenario, type SeatId } from '../../src/engine/index.ts';
import { playMachines } from '../../src/trial/index.ts';
import { readRight, TINY_TEXT } from '../fixtures/index.ts';

/** How often something happens in some games played by machines. */
const count = (scenario: Scenario, kind: EventKind): number =>
  ['a', 'b', 'c', 'd', 'e', 'f'].reduce((sum, seed) => {
    const agents = new Map<SeatId, Agent>(
      scenario.delegations.map(({ id }) => [id, delegate(scenario, id, 'gentle')]),
    );
    const { moves } = playMachines(lay(scenario, `rules/${seed}`), agents);
    return sum + moves.flatMap(({ events }) => events).filter((event) => event.kind === kind).length;
  }, 0);

const ruled = (rules: string): Scenario =>
  readRight(`${TINY_TEXT.replaceAll(/incidents: \[.*\]/gu, 'incidents: [100]')}rules: ${rules}\n`);

describe('a scenario that sets rules otherwise', () => {
  it('has the truth come out always, or never', () => {
    expect(count(ruled('{ truth: { chance: 0, clue: 0 } }'), 'truth-out')).toBe(0);
    expect(count(ruled('{ truth: { chance: 100 } }'), 'truth-out')).toBeGreaterThanOrEqual(6);
  });

  it('has teams that mend more', () => {
    const easing = (rules: string): readonly number[] =>
      ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((seed) => {
        const scenario = ruled(rules);
        const agents = new Map<SeatId, Agent>(
          scenario.delegations.map(({ id }) => [id, delegate(scenario, id, 'seasoned')]),
        );
        const { moves } = playMachines(lay(scenario, `help/${seed}`), agents);
        return moves
          .flatMap(({ events }) => events)
          .flatMap((event) => (event.kind === 'damage-eased' ? [event.points] : []));
      });
    const [usual, all] = [easing('{ help: 25 }'), easing('{ help: 100 }')];
    expect(usual.length).toBeGreaterThan(0);
    expect(Math.max(...all)).toBeGreaterThan(Math.max(...usual));
  });
});
