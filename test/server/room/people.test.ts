import { describe, expect, it } from 'vitest';
import { isUnfit, nameIn, plainLine } from '../../../src/server/room/names.ts';
import { actingHead, playersOf, standInOf } from '../../../src/server/room/room.ts';
import { mineSight } from '../../../src/server/room/mine-sight.ts';
import { roomSight } from '../../../src/server/room/room-sight.ts';
import { tiny } from '../../fixtures/index.ts';
import { Given } from './given.ts';

const [a, b, c] = tiny.delegations.map(({ id }) => id);
if (a === undefined || b === undefined || c === undefined) throw new Error('the fixture has three');

describe('names', () => {
  it('are one plain line: no signs that cannot be seen, one kind of spaces', () => {
    expect(plainLine('  A\u202Enn\u200B \u00a0 B\u0301\u0301\u0301\u0301 ')).toBe(
      'Ann B\u0301'.normalize('NFKC').replace('B\u0301', 'B'),
    );
    expect(plainLine('Zoë')).toBe('Zoë');
    expect(plainLine('ＡＢＣ')).toBe('ABC');
  });

  it('are unique in the room, whatever their spelling, and free again when their owner has gone', () => {
    const room = new Given();
    const ann = room.join('Ánn K.');
    expect(room.tryJoin('ann k')).toEqual({ refused: 'name-taken' });
    expect(nameIn(room.room, 'ANNK', ann)).toEqual({ name: 'ANNK' });
    room.does('p1', { ask: 'remove', person: ann });
    expect(room.tryJoin('ann k').refused).toBeUndefined();
  });

  it('are refused where there is nothing to read, too much, or what does not belong in a classroom', () => {
    expect(nameIn(undefined, ' \u200B.')).toEqual({ refused: 'name-empty' });
    expect(nameIn(undefined, 'x'.repeat(25))).toEqual({ refused: 'name-too-long', most: 24 });
    expect(nameIn(undefined, 'f.u.c.k.e.r')).toEqual({ refused: 'name-unfit' });
    expect(isUnfit('We could accept the fund if you accept the registry')).toBe(false);
  });

  it('can be changed by their owner and by a facilitator, and by nobody else', () => {
    const room = new Given();
    const ann = room.join('Ann');
    const bob = room.join('Bob');
    room.does(ann, { ask: 'name', name: 'Anna' });
    room.does('p1', { ask: 'rename', person: bob, name: 'Robert' });
    expect(room.room.people.map(({ name }) => name)).toEqual(['Teacher', 'Anna', 'Robert']);
    room.refused(ann, { ask: 'rename', person: bob, name: 'x' }, { refused: 'not-your-right' });
    room.refused(ann, { ask: 'name', name: 'robert' }, { refused: 'name-taken' });
  });
});

describe('seats', () => {
  it('fill evenly where nobody chooses, and one may choose where the room allows it', () => {
    const room = new Given();
    const seats = ['1', '2', '3', '4', '5', '6'].map((name) => room.person(room.join(name)).seat);
    expect(seats).toEqual([a, b, c, a, b, c]);
    expect(room.person(room.join('chooser', 'member', b)).seat).toBe(b);
    room.does('p1', { ask: 'settings', settings: { choosing: false } });
    expect(room.person(room.join('other', 'member', b)).seat).toBe(a);
  });

  it('take so many people and no more', () => {
    const room = new Given({ teamSize: 1 });
    room.join('1', 'member', a);
    expect(room.tryJoin('2', 'member', a)).toEqual({ refused: 'seat-full', most: 1 });
    room.join('2');
    room.join('3');
    expect(room.tryJoin('4')).toEqual({ refused: 'seat-full', most: 1 });
    expect(room.tryJoin('5', 'member', 'atlantis')).toEqual({ refused: 'no-such-seat', seat: 'atlantis' });
  });

  it('open only the roles and the doors that the facilitator opens', () => {
    const room = new Given({ open: ['member'] });
    expect(room.tryJoin('P', 'press')).toEqual({ refused: 'role-not-open', role: 'press' });
    room.does('p1', { ask: 'settings', settings: { joining: false } });
    expect(room.tryJoin('M')).toEqual({ refused: 'joining-closed' });
  });

  it('move people: their head stays a head of somebody, and what they see is the new seat', () => {
    const room = new Given();
    const ann = room.join('Ann', 'member', a);
    const bob = room.join('Bob', 'member', a);
    expect([room.person(ann).head, room.person(bob).head]).toEqual([true, false]);
    room.does('p1', { ask: 'seat', person: bob, role: 'member', seat: b });
    expect(room.person(bob)).toMatchObject({ seat: b, head: true });
    room.does('p1', { ask: 'seat', person: bob, role: 'chair' });
    expect(room.person(bob)).toMatchObject({ seat: 'chair', role: 'chair' });
    room.refused(ann, { ask: 'seat', person: ann, role: 'chair' }, { refused: 'not-your-right' });
    room.refused('p1', { ask: 'seat', person: 'p1', role: 'member', seat: a }, { refused: 'not-your-right' });
  });

  it('have a head: the first to come, whom the facilitator names, or the next one who is here', () => {
    const room = new Given({ deciding: 'head' });
    const ann = room.join('Ann', 'member', a);
    const bob = room.join('Bob', 'member', a);
    expect(actingHead(room.room, a)?.id).toBe(ann);
    room.away(ann);
    expect(actingHead(room.room, a)?.id).toBe(bob);
    room.here(ann);
    room.does('p1', { ask: 'head', person: bob });
    expect(actingHead(room.room, a)?.id).toBe(bob);
    room.refused('p1', { ask: 'head', person: bob }, { refused: 'nothing-to-do' });
  });
});

describe('somebody drops out', () => {
  const playing = () => {
    const room = new Given({ grace: 60 });
    const ann = room.join('Ann', 'member', a);
    const bob = room.join('Bob', 'member', b);
    room.does('p1', { ask: 'start', despite: false });
    return { room, ann, bob };
  };

  it('is waited for as long as the room says, and then played by AI, for all to see', () => {
    const { room, ann } = playing();
    room.away(ann);
    const seat = () => roomSight(room.room, []).seats.find((item) => item.seat === a);
    expect(seat()).toEqual({ seat: a, by: 'people', takeOverAt: room.at + 60_000 });
    room.pass(59);
    expect(seat()?.by).toBe('people');
    room.pass(2);
    expect(seat()).toEqual({ seat: a, by: 'ai', why: 'left' });
    expect(room.room.notices.at(-1)?.what).toEqual({ kind: 'ai-took-over', seat: a, why: 'left' });
    room.refused(ann, { ask: 'move', command: { kind: 'done' } }, { refused: 'played-by-ai' });
  });

  it('gets the seat back by coming back, and is told where AI sat in', () => {
    const { room, ann } = playing();
    room.away(ann);
    room.pass(61);
    room.facts(
      [
        {
          fact: 'moved',
          seat: a,
          command: { kind: 'calm', move: 'none' as never },
          events: [],
          because: [{ code: 'calms-tension' }],
          hash: '',
          via: 'ai',
        },
      ],
      'ai',
    );
    // To close the folder is to do something, too: the seat can do nothing more in that phase.
    room.facts(
      [{ fact: 'moved', seat: a, command: { kind: 'done' }, events: [], because: [], hash: '', via: 'ai' }],
      'ai',
    );
    room.here(ann);
    expect(standInOf(room.room, a)).toBeUndefined();
    expect(room.room.notices.at(-1)?.what).toEqual({ kind: 'handed-back', seat: a, moves: 2 });
    const mine = () => mineSight(room.room, room.person(ann));
    expect(mine().stoodIn).toMatchObject({ seat: a, moves: 2 });
    expect(mine().commands).toBe('at-once');
    room.does(ann, { ask: 'read-stood-in' });
    expect(mine().stoodIn).toBeUndefined();
  });

  it('is nothing as long as somebody of the delegation is here, or on another device', () => {
    const { room, ann } = playing();
    const cleo = room.join('Cleo', 'member', a);
    room.away(ann);
    room.pass(120);
    expect(standInOf(room.room, a)).toBeUndefined();
    room.here(cleo, 'two');
    room.away(cleo, 'one');
    room.pass(120);
    expect(standInOf(room.room, a)).toBeUndefined();
  });

  it('does not count while the room pauses, and never in the lobby', () => {
    const { room, ann } = playing();
    room.does('p1', { ask: 'pause', because: { code: 'break' } });
    room.away(ann);
    room.pass(600);
    expect(standInOf(room.room, a)).toBeUndefined();
    const lobby = new Given();
    const early = lobby.join('Early', 'member', a);
    lobby.away(early);
    lobby.pass(600);
    expect(standInOf(lobby.room, a)).toBeUndefined();
  });

  it('AI plays empty seats from the start; whoever comes late to one gets it, with what was done', () => {
    const { room } = playing();
    expect(standInOf(room.room, c)).toBe('empty');
    const late = room.join('Late', 'member', c);
    expect(standInOf(room.room, c)).toBeUndefined();
    expect(mineSight(room.room, room.person(late)).late).toBe(room.at);
    room.does(late, { ask: 'leave' });
    expect(standInOf(room.room, c)).toBe('empty');
    expect(room.room.notices.at(-1)?.what).toEqual({ kind: 'removed', person: late });
  });

  it('a facilitator hands seats to AI and back, whoever is here', () => {
    const { room, ann } = playing();
    room.does('p1', { ask: 'hand-over', seat: a, to: 'ai' });
    expect(standInOf(room.room, a)).toBe('facilitator');
    room.away(ann);
    room.here(ann);
    expect(standInOf(room.room, a)).toBe('facilitator');
    room.does('p1', { ask: 'hand-over', seat: a, to: 'people' });
    expect(standInOf(room.room, a)).toBeUndefined();
    room.refused('p1', { ask: 'hand-over', seat: c, to: 'people' }, { refused: 'nothing-to-do' });
    room.refused(
      'p1',
      { ask: 'hand-over', seat: 'none' as never, to: 'ai' },
      { refused: 'no-such-seat', seat: 'none' },
    );
    expect(playersOf(room.room, a).map(({ id }) => id)).toEqual([ann]);
  });
});

describe('rights', () => {
  it('of facilitators are refused to everybody else, and the host keeps the last word', () => {
    const room = new Given();
    const ann = room.join('Ann');
    const { person } = room.does('p1', { ask: 'invite', role: 'co-facilitator', name: 'Co' });
    const co = String(person);
    room.does(co, { ask: 'pause', because: { code: 'question' } });
    room.refused(ann, { ask: 'pause', because: { code: 'question' } }, { refused: 'not-your-right' });
    room.refused(co, { ask: 'invite', role: 'co-facilitator', name: 'Co 2' }, { refused: 'not-your-right' });
    room.refused(co, { ask: 'remove', person: 'p1' }, { refused: 'not-your-right' });
    room.refused(co, { ask: 'end' }, { refused: 'not-your-right' });
    room.refused(co, { ask: 'new-key', person: 'p1', only: true }, { refused: 'not-your-right' });
    room.refused('p1', { ask: 'leave' }, { refused: 'not-your-right' });
  });

  it('end for whoever is removed: no key opens the room for them, nothing they ask is done', () => {
    const room = new Given();
    const ann = room.join('Ann');
    room.does('p1', { ask: 'remove', person: ann });
    expect(room.room.people.find(({ id }) => id === ann)?.keyHashes).toEqual([]);
    room.refused(ann, { ask: 'ready', ready: true }, { refused: 'not-in-a-room' });
  });

  it('a new key can replace all others', () => {
    const room = new Given();
    const ann = room.join('Ann');
    const before = room.person(ann).keyHashes;
    room.does('p1', { ask: 'new-key', person: ann, only: false });
    expect(room.person(ann).keyHashes).toHaveLength(2);
    room.does('p1', { ask: 'new-key', person: ann, only: true });
    expect(room.person(ann).keyHashes).toHaveLength(1);
    expect(room.person(ann).keyHashes).not.toEqual(before);
  });
});
