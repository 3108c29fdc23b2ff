import { describe, expect, it } from 'vitest';
import { delegate } from '../../src/delegates/index.ts';
import { hashOf, lay, type State } from '../../src/engine/index.ts';
import { playMachines } from '../../src/trial/machines.ts';
import { tiny } from '../fixtures/index.ts';

const agents = new Map(tiny.delegations.map(({ id }) => [id, delegate(tiny, id, 'seasoned')] as const));

describe('a game that begins in the middle', () => {
  const table = lay(tiny, 'middle');
  const states: State[] = [];
  const whole = playMachines(table, agents, (state) => states.push(state));
  const middle = states[Math.floor(states.length / 2)];
  if (middle === undefined) throw new Error('a game without states');

  it('takes its first state as it is, and ends', () => {
    const watched: State[] = [];
    const { last } = playMachines(table, agents, (state) => watched.push(state), middle);
    expect(watched[0]).toBe(middle);
    expect(last.status).not.toBe('open');
    // What has happened stays, mandates among it, whatever another seed would have drawn.
    const other = playMachines(lay(tiny, 'another'), agents, () => undefined, middle).last;
    expect(other.log.slice(0, middle.log.length - 1)).toEqual(middle.log.slice(0, -1));
    expect(other.startTokens).toEqual(middle.startTokens);
  });

  it('from the start is the whole game', () => {
    expect(hashOf(playMachines(table, agents, () => undefined, states[0]).last)).toBe(hashOf(whole.last));
  });
});
