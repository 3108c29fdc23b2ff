import { describe, expect, it } from 'vitest';
import { pairChannel, teamChannel } from '../../../src/protocol/index.ts';
import { channelOf, membersOf } from '../../../src/server/room/channels.ts';
import { deskSight } from '../../../src/server/room/desk-sight.ts';
import { answersFile, recordOf, talkFile } from '../../../src/server/hall/record.ts';
import { mineSight } from '../../../src/server/room/mine-sight.ts';
import { roomSight } from '../../../src/server/room/room-sight.ts';
import { tiny } from '../../fixtures/index.ts';
import { Given } from './given.ts';

const [a, b, c] = tiny.delegations.map(({ id }) => id);
if (a === undefined || b === undefined || c === undefined) throw new Error('the fixture has three');
const NOBODY = { refusals: new Map(), devices: new Map(), sockets: 0 };

const talking = (settings = {}) => {
  const room = new Given(settings);
  const ann = room.join('Ann', 'member', a);
  const bob = room.join('Bob', 'member', b);
  const cem = room.join('Cem', 'member', c);
  const eve = room.join('Eve', 'adviser', a);
  const pat = room.join('Pat', 'press');
  const heard = (who: string) =>
    mineSight(room.room, room.person(who)).channels.flatMap(({ messages }) =>
      messages.map((item) => item.text ?? item.phrase?.code ?? item.state),
    );
  return { room, ann, bob, cem, eve, pat, heard };
};

describe('channels', () => {
  it('are named by their seats, in one way only', () => {
    const { room } = talking();
    expect(channelOf(room.room, [b, a])).toBe(pairChannel(a, b));
    expect(channelOf(room.room, [a])).toBe(teamChannel(a));
    expect(channelOf(room.room, [c, a, b, a])).toBe(`group:${[a, b, c].toSorted().join(':')}`);
    expect(channelOf(room.room, [a, 'atlantis'])).toBeUndefined();
    const wrong = pairChannel(a, b).split(':');
    expect(membersOf(room.room, `pair:${wrong[2]}:${wrong[1]}`)).toBeUndefined();
    expect(membersOf(room.room, `pair:${a}:${a}`)).toBeUndefined();
    expect(membersOf(room.room, 'floor')).toHaveLength(4);
  });

  it('are heard by their seats and nobody else', () => {
    const { room, ann, bob, cem, eve, pat, heard } = talking();
    room.does(ann, { ask: 'say', channel: pairChannel(a, b), text: 'a word' });
    room.does(bob, { ask: 'say', channel: pairChannel(a, b), phrase: { code: 'yes' } });
    expect(heard(ann)).toEqual(['a word', 'yes']);
    expect(heard(bob)).toEqual(['a word', 'yes']);
    expect(heard(eve)).toEqual(['a word', 'yes']);
    expect(heard(cem)).toEqual([]);
    expect(heard(pat)).toEqual([]);
    room.refused(cem, { ask: 'say', channel: pairChannel(a, b), text: 'x' }, { refused: 'no-such-channel' });
    room.refused(pat, { ask: 'say', channel: 'floor', text: 'x' }, { refused: 'not-your-right' });
    expect(deskSight(room.room, room.at, NOBODY).talk).toHaveLength(2);
  });

  it('a seat has one voice: advisers talk to their own only', () => {
    const { room, ann, eve, heard } = talking();
    room.refused(eve, { ask: 'say', channel: pairChannel(a, b), text: 'x' }, { refused: 'not-your-right' });
    room.does(eve, { ask: 'say', channel: teamChannel(a), text: 'ask for more' });
    expect(heard(ann)).toEqual(['ask for more']);
  });
});

describe('free text', () => {
  it('off: phrases only; moderated: a facilitator sees it first; unfit: not at all', () => {
    const { room, ann, bob, heard } = talking({ freeText: 'off' });
    const pair = pairChannel(a, b);
    room.refused(ann, { ask: 'say', channel: pair, text: 'x' }, { refused: 'free-text-off' });
    room.does(ann, { ask: 'say', channel: pair, phrase: { code: 'hello' } });
    room.does('p1', { ask: 'settings', settings: { freeText: 'moderated' } });
    expect(room.room.notices.at(-1)?.what).toEqual({ kind: 'free-text', now: 'moderated' });
    expect(room.does(ann, { ask: 'say', channel: pair, text: 'wait' })).toEqual({ message: 2, held: true });
    expect(heard(ann)).toEqual(['hello', 'wait']);
    expect(heard(bob)).toEqual(['hello']);
    expect(deskSight(room.room, room.at, NOBODY).heldMessages).toHaveLength(1);
    room.does('p1', { ask: 'moderate-message', message: 2, show: true });
    expect(heard(bob)).toEqual(['hello', 'wait']);
    room.does('p1', { ask: 'moderate-message', message: 2, show: false });
    expect(heard(bob)).toEqual(['hello', 'hidden']);
    room.refused('p1', { ask: 'moderate-message', message: 2, show: true }, { refused: 'no-such-item' });
    room.refused(ann, { ask: 'say', channel: pair, text: 'you bitch' }, { refused: 'text-unfit' });
  });

  it('muted people are not heard by others, but can talk to their own; nobody talks in a pause', () => {
    const { room, ann } = talking();
    room.does('p1', { ask: 'mute', person: ann, muted: true });
    room.refused(ann, { ask: 'say', channel: 'floor', phrase: { code: 'hello' } }, { refused: 'muted' });
    room.does(ann, { ask: 'say', channel: teamChannel(a), phrase: { code: 'hello' } });
    room.does('p1', { ask: 'mute', person: ann, muted: false });
    room.does('p1', { ask: 'pause', because: { code: 'explain' } });
    room.refused(ann, { ask: 'say', channel: 'floor', phrase: { code: 'hello' } }, { refused: 'paused' });
  });

  it('is written down for whoever runs the room', () => {
    const { room, ann, pat } = talking();
    room.does(ann, { ask: 'say', channel: 'floor', text: 'good morning' });
    room.does(pat, { ask: 'headline', text: 'Talks begin', about: [] });
    const lines = talkFile(room.room, room.log)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toMatchObject([
      { channel: 'floor', by: 'Ann', seat: a, text: 'good morning' },
      { channel: 'press', by: 'Pat', text: 'Talks begin' },
    ]);
  });
});

describe('the press desk', () => {
  it('publishes at once, or when a facilitator has seen it', () => {
    const { room, ann, pat } = talking();
    room.does(pat, { ask: 'headline', text: 'One', about: [a] });
    expect(roomSight(room.room, []).headlines.map(({ text }) => text)).toEqual(['One']);
    room.does('p1', { ask: 'settings', settings: { headlines: 'moderated' } });
    room.does(pat, { ask: 'headline', text: 'Two', about: [] });
    expect(roomSight(room.room, []).headlines).toHaveLength(1);
    room.does('p1', { ask: 'moderate-headline', headline: 2, show: true });
    expect(roomSight(room.room, []).headlines).toHaveLength(2);
    room.does('p1', { ask: 'moderate-headline', headline: 1, show: false });
    expect(roomSight(room.room, []).headlines.map(({ text }) => text)).toEqual(['Two']);
    room.refused(ann, { ask: 'headline', text: 'x', about: [] }, { refused: 'not-your-right' });
  });
});

describe('the debrief', () => {
  const poll = {
    question: { ask: 'code', code: 'feelings' },
    choices: ['proud', 'cross'],
    most: 1,
    text: true,
  } as const;

  it('asks everybody; counts come when they are shown, words without names', () => {
    const { room, ann, bob } = talking();
    room.does('p1', { ask: 'poll', poll });
    room.does(ann, { ask: 'answer-poll', poll: 1, choices: [0], text: 'we held on' });
    room.does(bob, { ask: 'answer-poll', poll: 1, choices: [1], text: 'too long' });
    room.does(bob, { ask: 'answer-poll', poll: 1, choices: [0] });
    const seen = () => roomSight(room.room, []).polls[0];
    expect(seen()).toMatchObject({ open: true, answered: 2 });
    expect(seen()?.counts).toBeUndefined();
    room.refused(
      ann,
      { ask: 'answer-poll', poll: 1, choices: [0, 1] },
      { refused: 'not-in-form', field: 'choices' },
    );
    room.refused(
      ann,
      { ask: 'answer-poll', poll: 1, choices: [7] },
      { refused: 'not-in-form', field: 'choices' },
    );
    room.refused('p1', { ask: 'answer-poll', poll: 1, choices: [0] }, { refused: 'not-your-right' });
    room.does('p1', { ask: 'show-poll', poll: 1, texts: [ann, bob] });
    expect(seen()).toMatchObject({ counts: [2, 0], shown: ['we held on'] });
    room.does('p1', { ask: 'poll', poll });
    expect(seen()?.open).toBe(false);
    room.refused(ann, { ask: 'answer-poll', poll: 1, choices: [0] }, { refused: 'no-such-item' });
  });

  it('hands answers out by name only to whoever runs the room, and no cell is a formula', () => {
    const { room, ann, bob } = talking();
    room.does('p1', { ask: 'poll', poll });
    room.does(ann, { ask: 'answer-poll', poll: 1, choices: [], text: '=1+1' });
    room.does(bob, { ask: 'answer-poll', poll: 1, choices: [1], text: 'a "word", or two' });
    const all = answersFile(room.room, room.person('p1'));
    expect(all).toContain("1,feelings,Ann,,'=1+1");
    expect(all).toContain('1,feelings,Bob,cross,"a ""word"", or two"');
    expect(answersFile(room.room, room.person(ann))).not.toContain('Bob');
  });

  it('what each says of the game is theirs and the facilitators’, two of a delegation apart, and is in the game’s file', () => {
    const { room, ann, eve, bob } = talking();
    room.does(ann, { ask: 'reflect', said: { before: [{ goal: 'trade', level: 2 }] } });
    room.does(eve, { ask: 'reflect', said: { takeAway: 'ask first' } });
    room.does(ann, { ask: 'reflect', said: { takeAway: 'write it down' } });
    room.refused(ann, { ask: 'reflect', said: { takeAway: 'write it down' } }, { refused: 'nothing-to-do' });
    room.refused('p1', { ask: 'reflect', said: { takeAway: 'mine' } }, { refused: 'not-your-right' });
    expect(mineSight(room.room, room.person(ann)).said).toEqual({ takeAway: 'write it down' });
    expect(JSON.stringify(mineSight(room.room, room.person(bob)))).not.toContain('ask first');
    expect(deskSight(room.room, room.at, NOBODY).reflections).toEqual([
      { by: ann, seat: a, said: { takeAway: 'write it down' } },
      { by: eve, seat: a, said: { takeAway: 'ask first' } },
    ]);
    expect(JSON.stringify(roomSight(room.room, []))).not.toContain('ask first');
    const all = recordOf(room.room, room.log, room.person('p1'));
    expect(all).toMatchObject({ seat: 'observer' });
    expect(all.reflections).toEqual([
      { seat: a, takeAway: 'write it down' },
      { seat: a, takeAway: 'ask first' },
    ]);
    // Whoever else keeps the game keeps their own words with it, and their seat.
    const own = recordOf(room.room, room.log, room.person(eve));
    expect(own).toMatchObject({ seat: a, reflections: [{ seat: a, takeAway: 'ask first' }] });
    expect(recordOf(room.room, room.log, room.person(bob)).reflections).toBeUndefined();
    expect(room.folded()).toEqual(room.room);
  });

  it('marks on the timeline are their author’s and the facilitators’', () => {
    const { room, ann, bob } = talking();
    const oli = room.join('Oli', 'observer');
    const { mark } = room.does(oli, { ask: 'mark', tag: 'promise', text: 'they shook hands', about: a });
    expect(mineSight(room.room, room.person(oli)).marks).toHaveLength(1);
    expect(mineSight(room.room, room.person(bob)).marks).toEqual([]);
    expect(deskSight(room.room, room.at, NOBODY).marks).toMatchObject([
      { tag: 'promise', about: a, moves: 0 },
    ]);
    room.refused(ann, { ask: 'mark', tag: 'other', text: 'x' }, { refused: 'not-your-right' });
    room.refused(ann, { ask: 'unmark', mark: Number(mark) }, { refused: 'not-your-right' });
    room.does('p1', { ask: 'unmark', mark: Number(mark) });
    expect(room.room.marks).toEqual([]);
  });

  it('notes of a delegation are its own', () => {
    const { room, ann, bob, eve } = talking();
    room.does(ann, { ask: 'team-notes', text: 'our line: the fund' });
    expect(mineSight(room.room, room.person(eve)).notes).toBe('our line: the fund');
    expect(mineSight(room.room, room.person(bob)).notes).toBe('');
    expect(JSON.stringify(deskSight(room.room, room.at, NOBODY))).not.toContain('our line');
  });
});
