import { describe, expect, it } from 'vitest';
import type { BranchAnswer, BranchPoint } from '../../../../src/client/session/film/contract.ts';
import { playBranch, workersFor } from '../../../../src/client/session/film/pool.ts';
import { fileOf, hiring, openDesk, recordedGame } from './films.ts';

const record = recordedGame('pool');
const { ask, head } = await openDesk(record);
const happened = await ask({ ask: 'happened' });
if (happened === undefined) throw new Error('the game has an end');

const played = (point: BranchPoint, runs: number, cores: number) => {
  const { hire, count } = hiring();
  const told: (readonly [number, number])[] = [];
  const running = playBranch({
    hire,
    text: fileOf(record),
    happened,
    point,
    runs,
    progress: (done, of) => told.push([done, of]),
    cores,
    findings: (results) => ask({ ask: 'findings', results }),
  });
  return { running, told, count };
};

const done = (answer: BranchAnswer) => {
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.done;
};

const at = head.turns.at(-1) ?? 0;
const { list } = await ask({ ask: 'alternatives', position: at });
const [first] = list;
if (first === undefined) throw new Error('the last choice had no other');
const point = { at: first.at ?? at - 1, change: first.change };

describe('branches in several workers', () => {
  it('come to the same whatever the number of workers, and say how far they are', async () => {
    const one = played(point, 3, 1);
    const many = played(point, 3, 5);
    const [alone, together] = await Promise.all([one.running.answer, many.running.answer]);
    expect(done(together)).toEqual(done(alone));
    expect([one.count.hired, many.count.hired]).toEqual([1, 4]);
    expect([one.count.gone, many.count.gone]).toEqual([1, 4]);
    for (const { told } of [one, many])
      expect(told.map(([n, of]) => `${n}/${of}`)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `${n}/6`));
    expect(done(alone).changed).toHaveLength(3);
    expect(done(alone).findings?.games).toBe(3);
  });

  it('with nothing changed are one arm, and its first run is the game', async () => {
    const { running, told } = played({ at: point.at, change: { kind: 'nothing' } }, 2, 2);
    const report = done(await running.answer);
    expect(told.at(-1)).toEqual([2, 2]);
    expect(report.unchanged).toBe(report.changed);
    expect(report.changed[0]).toEqual(happened);
  });

  it('can be stopped, and nothing goes on', async () => {
    const { running, count } = played(point, 50, 2);
    running.cancel();
    expect(await running.answer).toEqual({ failed: 'cancelled' });
    expect(count.gone).toBe(count.hired);
  });

  it('that the rules do not allow are refused', async () => {
    const wrong = { at: 0, change: { kind: 'instead', command: { kind: 'gavel' } } } as const;
    const { running } = played(wrong, 4, 2);
    expect(await running.answer).toEqual({ failed: 'refused' });
  });

  it('leave a core to the page where there are three or more', () => {
    expect([undefined, 1, 2, 3, 4, 64].map((cores) => workersFor(cores, 100))).toEqual([1, 1, 2, 2, 3, 8]);
    expect(workersFor(8, 3)).toBe(3);
  });
});
