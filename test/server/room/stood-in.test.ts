import { describe, expect, it } from 'vitest';
import { delegate, handover, type Agent, type Handover } from '../../../src/delegates/index.ts';
import { decide, dice, view, type Command, type Event, type View } from '../../../src/engine/index.ts';
import type { MineSight } from '../../../src/protocol/index.ts';
import { mineSight } from '../../../src/server/room/mine-sight.ts';
import { standInOf } from '../../../src/server/room/room.ts';
import { tiny, TINY_TEXT } from '../../fixtures/index.ts';
import { Given } from './given.ts';

const [a, b, c] = tiny.delegations.map(({ id }) => id);
const [token] = tiny.tokens.map(({ id }) => id);
const [shield] = tiny.articles.map(({ id }) => id);
if (a === undefined || b === undefined || c === undefined || token === undefined || shield === undefined)
  throw new Error('the fixture has one of everything');

const playing = () => {
  const room = new Given({ grace: 60 }, TINY_TEXT, 'brook');
  const ann = room.join('Ann', 'member', a);
  const bob = room.join('Bob', 'member', b);
  room.does('p1', { ask: 'start', despite: false });
  return { room, ann, bob };
};

const seenBy = (room: Given, seat: typeof a): View => view(room.room.table, room.room.game, seat);
const eventsOf = ({ log }: View): readonly Event[] => log.flatMap(({ events }) => events);

/** As the room's own AI moves: judged by the rules, folded as its doing. */
const moves = (room: Given, seat: typeof a, command: Command): void => {
  const { table, game } = room.room;
  const { events, refusal } = decide(table, game, { seat, command });
  if (events === undefined) throw new Error(`${seat}: ${refusal.refused}`);
  room.facts([{ fact: 'moved', seat, command, events, because: [], hash: '', via: 'ai' }], 'ai');
};

/** The seat's machine plays until it has nothing more to do in this phase. */
const plays = (room: Given, seat: typeof a, agent: Agent): number => {
  for (let count = 0; count < 24; count += 1) {
    const act = agent.act(seenBy(room, seat), dice('brook', seat));
    if (act === undefined || room.room.game.done.includes(seat)) return count;
    moves(room, seat, act.command);
  }
  return 24;
};

/** What is told to somebody who sits in a seat again: by their own sight and their own view. */
const told = (room: Given, person: string): { sight: MineSight['stoodIn']; summary: Handover } => {
  const sight = mineSight(room.room, room.person(person)).stoodIn;
  const { seat } = room.person(person);
  if (sight === undefined || seat === undefined || seat === 'chair') throw new Error('nothing is told');
  return { sight, summary: handover(tiny, seenBy(room, seat), sight) };
};

const PACKAGE = {
  kind: 'offer',
  to: [a],
  undertakings: [
    { kind: 'tokens', by: b, to: a, token, amount: 1, when: { on: 'now' } },
    { kind: 'restraint', by: a, to: b, through: 1 },
  ],
  open: false,
  expires: 1,
  because: [],
} as const satisfies Command;

describe('AI takes over a seat and hands it back', () => {
  it('with the commitments it made there: promise, deal, purse, in a summary of the seat’s own log', () => {
    const { room, ann, bob } = playing();
    room.toPhase('corridor');
    const before = eventsOf(seenBy(room, a)).length;
    room.away(ann);
    room.pass(61);
    expect(standInOf(room.room, a)).toBe('left');
    room.does(bob, { ask: 'move', command: PACKAGE });
    const [offer] = room.room.game.offers;
    if (offer === undefined) throw new Error('nothing is on the table');
    moves(room, a, { kind: 'accept', offer: offer.id, because: [] });
    room.here(ann);
    expect(standInOf(room.room, a)).toBeUndefined();

    const { sight, summary } = told(room, ann);
    expect(sight).toMatchObject({
      seat: a,
      moves: 1,
      since: before,
      until: eventsOf(seenBy(room, a)).length,
    });
    expect(summary.promised).toMatchObject([
      { state: 'open', undertaking: { kind: 'restraint', by: a, to: b, through: 1 } },
    ]);
    expect(summary.deals).toMatchObject([{ parties: [b, a], open: false }]);
    expect(summary.purse).toEqual([{ token, received: 1, spent: 0 }]);

    // What Ann does herself afterwards is not told as AI's; what waits for her is told as it stands.
    room.does(bob, { ask: 'move', command: { ...PACKAGE, undertakings: PACKAGE.undertakings.slice(0, 1) } });
    room.does(ann, { ask: 'move', command: { kind: 'done' } });
    const later = told(room, ann);
    expect(later.sight).toEqual(sight);
    expect(later.summary.promised).toEqual(summary.promised);
    expect(later.summary.waiting.received).toHaveLength(1);

    room.does(ann, { ask: 'read-stood-in' });
    expect(mineSight(room.room, room.person(ann)).stoodIn).toBeUndefined();
    expect(room.folded()).toEqual(room.room);
  });

  it('with all that a real machine said and did, and with nothing else', () => {
    const { room, ann } = playing();
    const agent = delegate(tiny, a, 'hard');
    room.does('p1', { ask: 'hand-over', seat: a, to: 'ai' });
    const then = room.room.game;
    const begun = eventsOf(seenBy(room, a)).length;
    let acts = 0;
    for (const phase of ['briefing', 'floor', 'corridor', 'drafting', 'capital'] as const) {
      room.toPhase(phase, 0);
      acts += plays(room, a, agent);
    }
    room.does('p1', { ask: 'hand-over', seat: a, to: 'people' });
    const { sight, summary } = told(room, ann);
    expect(acts).toBeGreaterThan(1);
    expect(sight?.moves).toBe(acts);
    const since = eventsOf(seenBy(room, a)).slice(begun);
    expect(summary.did.filter(({ kind }) => kind === 'spoke')).toEqual(
      since.filter((event) => event.kind === 'spoke' && event.by === a),
    );
    for (const event of [...summary.did, ...summary.met]) expect(since).toContain(event);
    for (const { position, before } of summary.positions) {
      const article = tiny.articles.findIndex(({ id }) => id === position.article);
      expect(then.stances[0]?.[article]?.[position.option]).toBe(before.stance);
      expect(room.room.game.stances[0]?.[article]?.[position.option]).toBe(position.stance);
    }
    expect(summary.positions.length).toBeGreaterThan(0);
    // Nobody else is told.
    const other = room.join('Cleo', 'member', c);
    expect(mineSight(room.room, room.person(other)).stoodIn).toBeUndefined();
  });

  it('whoever comes late to a seat that was empty is told all that was done there', () => {
    const { room } = playing();
    moves(room, c, { kind: 'done' });
    const late = room.join('Late', 'member', c);
    expect(told(room, late).sight).toMatchObject({ seat: c, since: 0, moves: 1 });
  });

  it('a second absence before anybody has read of the first is told with it; acting is having read', () => {
    const { room, ann } = playing();
    const leaves = (): void => {
      room.away(ann);
      room.pass(61);
    };
    leaves();
    moves(room, a, { kind: 'done' });
    room.here(ann);
    const { sight } = told(room, ann);
    leaves();
    room.here(ann);
    expect(told(room, ann).sight).toMatchObject({ since: sight?.since, moves: 1 });
    room.toPhase('corridor');
    room.pass(1);
    room.does(ann, { ask: 'move', command: { kind: 'done' } });
    leaves();
    room.here(ann);
    expect(mineSight(room.room, room.person(ann)).stoodIn).toBeUndefined();
  });

  it('what was taken back is not told, and a branch leaves no trace', () => {
    const { room, ann } = playing();
    const atFirst = eventsOf(seenBy(room, a)).length;
    room.toPhase('floor');
    room.does('p1', { ask: 'hand-over', seat: a, to: 'ai' });
    const begun = room.room.stoodIn;
    moves(room, a, { kind: 'done' });
    const stood = room.room.stoodIn;
    room.does('p1', { ask: 'branch', moves: 0 });
    expect(room.room.stoodIn).toMatchObject([{ seat: a, since: atFirst, moved: [] }]);
    moves(room, a, { kind: 'done' });
    room.does('p1', { ask: 'hand-over', seat: b, to: 'ai' });
    moves(room, b, { kind: 'done' });
    room.does('p1', { ask: 'return' });
    const there = eventsOf(seenBy(room, b)).length;
    expect(room.room.stoodIn).toEqual([
      ...stood,
      expect.objectContaining({ seat: b, since: there, moved: [] }),
    ]);
    room.does('p1', { ask: 'rewind', moves: 0 });
    expect(begun[0]?.since).toBeGreaterThan(atFirst);
    expect(room.room.stoodIn).toMatchObject([
      { seat: a, since: atFirst },
      { seat: b, since: atFirst },
    ]);
    room.does('p1', { ask: 'hand-over', seat: a, to: 'people' });
    expect(mineSight(room.room, room.person(ann)).stoodIn).toBeUndefined();
    expect(room.folded()).toEqual(room.room);
  });

  it('a note that waits to be read tells only what was not taken back, and goes with the last of it', () => {
    const { room, ann } = playing();
    const mine = (): MineSight['stoodIn'] => mineSight(room.room, room.person(ann)).stoodIn;
    room.toPhase('corridor');
    room.does('p1', { ask: 'hand-over', seat: a, to: 'ai' });
    const first = room.room.sizes.length;
    moves(room, a, { kind: 'position', positions: [{ article: shield, option: 1, stance: 'object' }] });
    const second = room.room.sizes.length;
    moves(room, a, { kind: 'done' });
    room.does('p1', { ask: 'hand-over', seat: a, to: 'people' });
    expect(mine()).toMatchObject({ moves: 2 });
    room.does('p1', { ask: 'rewind', moves: second });
    expect(mine()).toMatchObject({ moves: 1 });
    room.does('p1', { ask: 'rewind', moves: first });
    expect(mine()).toBeUndefined();
    room.refused(ann, { ask: 'read-stood-in' }, { refused: 'nothing-to-do' });
    expect(room.folded()).toEqual(room.room);
  });

  it('a branch before it shows nothing of it, and coming back from there does', () => {
    const { room, ann } = playing();
    const mine = (): MineSight['stoodIn'] => mineSight(room.room, room.person(ann)).stoodIn;
    room.toPhase('floor');
    room.does('p1', { ask: 'hand-over', seat: a, to: 'ai' });
    moves(room, a, { kind: 'done' });
    const there = eventsOf(seenBy(room, a)).length;
    room.does('p1', { ask: 'branch', moves: 0 });
    room.does('p1', { ask: 'hand-over', seat: a, to: 'people' });
    expect(mine()).toBeUndefined();
    room.does('p1', { ask: 'return' });
    expect(mine()).toMatchObject({ seat: a, moves: 1, until: there });
    const note = mine();
    room.does('p1', { ask: 'branch', moves: 0 });
    expect(mine()).toBeUndefined();
    room.does('p1', { ask: 'return' });
    expect(mine()).toEqual(note);
    expect(room.folded()).toEqual(room.room);
  });

  describe('a note of the game’s own course that nobody has read', () => {
    /** AI has moved for Ann and given her seat back; she has read nothing. */
    const unreadNote = () => {
      const { room, ann } = playing();
      const mine = (): MineSight['stoodIn'] => mineSight(room.room, room.person(ann)).stoodIn;
      const hands = (to: 'ai' | 'people'): void => {
        room.pass(1);
        room.does('p1', { ask: 'hand-over', seat: a, to });
      };
      room.toPhase('floor');
      hands('ai');
      moves(room, a, { kind: 'done' });
      hands('people');
      const note = mine();
      expect(note).toMatchObject({ seat: a, moves: 1 });
      const branch = (): void => {
        room.pass(1);
        room.does('p1', { ask: 'branch', moves: 0 });
        room.toPhase('corridor');
      };
      const acts = (): void => {
        room.pass(1);
        room.does(ann, { ask: 'move', command: { kind: 'position', positions: POSITION } });
      };
      return { room, ann, mine, hands, note, branch, acts };
    };
    const POSITION = [{ article: shield, option: 1, stance: 'object' } as const];

    it('is there again after a branch in which she acted, left her seat to AI and came back', () => {
      const { room, ann, mine, hands, note, branch, acts } = unreadNote();
      branch();
      acts();
      hands('ai');
      moves(room, a, { kind: 'done' });
      hands('people');
      expect(mine()).toMatchObject({ moves: 1 });
      expect(mine()).not.toEqual(note);
      // What she reads there is what AI did there.
      room.does(ann, { ask: 'read-stood-in' });
      expect(mine()).toBeUndefined();
      room.does('p1', { ask: 'return' });
      expect(mine()).toEqual(note);
      expect(room.folded()).toEqual(room.room);
    });

    it('goes on being written where AI still sits there when the branch is left', () => {
      const { room, mine, hands, note, branch, acts } = unreadNote();
      branch();
      acts();
      hands('ai');
      moves(room, a, { kind: 'done' });
      room.does('p1', { ask: 'return' });
      expect(mine()).toBeUndefined();
      expect(room.room.stoodIn).toMatchObject([{ seat: a, since: note?.since }]);
      hands('people');
      expect(mine()).toMatchObject({ moves: 1, since: note?.since, until: eventsOf(seenBy(room, a)).length });
      expect(room.folded()).toEqual(room.room);
    });

    it('is told also where AI sat there when the branch began, and twice in it', () => {
      const { room, mine, hands, note, branch, acts } = unreadNote();
      hands('ai');
      branch();
      hands('people');
      acts();
      hands('ai');
      hands('people');
      room.does('p1', { ask: 'return' });
      expect(mine()).toMatchObject({ moves: 1, since: note?.since, until: eventsOf(seenBy(room, a)).length });
      expect(room.folded()).toEqual(room.room);
    });

    it('is not told again when it was read in a branch', () => {
      const { room, ann, mine, hands, acts } = unreadNote();
      room.pass(1);
      // Right after what AI did: the branch shows its note.
      room.does('p1', { ask: 'branch', moves: room.room.sizes.length });
      expect(mine()).toMatchObject({ moves: 1 });
      room.does(ann, { ask: 'read-stood-in' });
      room.toPhase('corridor');
      acts();
      hands('ai');
      hands('people');
      room.does('p1', { ask: 'return' });
      expect(mine()).toBeUndefined();
      expect(room.folded()).toEqual(room.room);
    });
  });
});
