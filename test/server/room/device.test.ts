import { describe, expect, it } from 'vitest';
import { logFile } from '../../../src/server/hall/record.ts';
import { CODE_FOR, judgeRedeem } from '../../../src/server/room/judge-device.ts';
import { Given } from './given.ts';

/** What was drawn for the latest short code: the fixture names its secrets in turn. */
const codeIn = (room: Given): string => {
  const found = room.log.at(-1)?.facts.find((fact) => fact.fact === 'coded');
  return found?.fact === 'coded' ? found.codeHash : '';
};
const redeem = (room: Given, hash: string) => {
  const judged = judgeRedeem(room.room, room.at, hash, 'new-key');
  if (judged.refused === undefined) room.facts(judged.facts, 'door', judged.answer);
  return judged;
};
const lobby = () => {
  const room = new Given();
  return { room, ann: room.join('Ann'), bob: room.join('Bob') };
};

describe('a short code for another device', () => {
  it('brings its seat one more key, and is used up by that', () => {
    const { room, ann } = lobby();
    expect(room.does(ann, { ask: 'device-code' })).toEqual({ until: room.at + CODE_FOR });
    const hash = codeIn(room);
    expect(redeem(room, hash)).toMatchObject({ answer: { person: ann } });
    expect(room.person(ann).keyHashes).toEqual(['key-1', 'new-key']);
    expect(redeem(room, hash)).toEqual({ refused: 'wrong-code' });
    expect(room.folded()).toEqual(room.room);
  });

  it('is good for five minutes, and not when a later one has been asked for', () => {
    const { room, ann } = lobby();
    room.does(ann, { ask: 'device-code' });
    const early = codeIn(room);
    room.does(ann, { ask: 'device-code' });
    expect(redeem(room, early)).toEqual({ refused: 'wrong-code' });
    const late = codeIn(room);
    room.at += CODE_FOR - 1;
    expect(judgeRedeem(room.room, room.at, late, 'x').refused).toBeUndefined();
    room.at += 1;
    expect(redeem(room, late)).toEqual({ refused: 'wrong-code' });
  });

  it('is given by a facilitator for somebody, by nobody else for another, and never for whoever runs the room', () => {
    const { room, ann, bob } = lobby();
    room.does('p1', { ask: 'device-code', person: ann });
    expect(redeem(room, codeIn(room))).toMatchObject({ answer: { person: ann } });
    room.refused(bob, { ask: 'device-code', person: ann }, { refused: 'not-your-right' });
    room.refused('p1', { ask: 'device-code' }, { refused: 'not-your-right' });
    const { person } = room.does('p1', { ask: 'invite', role: 'co-facilitator', name: 'Co' });
    room.refused('p1', { ask: 'device-code', person: String(person) }, { refused: 'not-your-right' });
    room.refused('p1', { ask: 'device-code', person: 'p99' }, { refused: 'no-such-person', person: 'p99' });
  });

  it('goes with whoever leaves, and its hash stays out of the file', () => {
    const { room, ann } = lobby();
    room.does(ann, { ask: 'device-code' });
    const hash = codeIn(room);
    expect(hash).toMatch(/^fresh-/u);
    expect(logFile(room.log)).toContain('"coded"');
    expect(logFile(room.log)).not.toContain(hash);
    room.does(ann, { ask: 'leave' });
    expect(redeem(room, hash)).toEqual({ refused: 'wrong-code' });
  });
});
