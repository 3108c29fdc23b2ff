import { describe, expect, it } from 'vitest';
import { breathOf, Unseen } from '../../../src/client/session/crowd.ts';
import { asDelegation, type Event } from '../../../src/engine/seat.ts';

const done = (id: string): Event => ({ kind: 'done', by: asDelegation(id) });
const opened: Event = { kind: 'phase-opened', session: 0, phase: 'floor' };

describe('a large conference', () => {
  it('is played faster, a table as it is', () => {
    expect(breathOf('brisk', 12)).toBe(260);
    expect(breathOf('brisk', 30)).toBe(260);
    expect(breathOf('brisk', 193)).toBeLessThan(50);
    expect(breathOf('instant', 193)).toBe(0);
  });

  it('is shown several moves at a time, and nothing of them is lost or comes twice', () => {
    const unseen = new Unseen();
    const shown: Event[] = [];
    const moves = Array.from({ length: 40 }, (_, place) => done(`D${place}`));
    let pictures = 0;
    for (const move of moves)
      if (!unseen.waits([move], 193)) {
        shown.push(...unseen.take(), move);
        pictures += 1;
      }
    expect(unseen.any).toBe(true);
    shown.push(...unseen.take());
    expect(shown).toEqual(moves);
    expect(pictures).toBeLessThan(5);
    expect([unseen.any, unseen.take()]).toEqual([false, []]);
  });

  it('shows a new phase at once; a table shows every move', () => {
    const unseen = new Unseen();
    expect(unseen.waits([done('A')], 193)).toBe(true);
    expect(unseen.waits([opened], 193)).toBe(false);
    expect(unseen.take()).toEqual([done('A')]);
    expect(unseen.waits([done('A')], 12)).toBe(false);
  });
});
