import { describe, expect, it } from 'vitest';
import { hashOf, lay, open } from '../../../src/engine/index.ts';
import { readGameFile } from '../../../src/scenario/index.ts';
import { branchFile, courseOf, gameFile, logFile, timelineOf } from '../../../src/server/hall/record.ts';
import { leftAt } from '../../../src/server/room/clock.ts';
import { deskSight } from '../../../src/server/room/desk-sight.ts';
import { mineSight } from '../../../src/server/room/mine-sight.ts';
import { roomSight } from '../../../src/server/room/room-sight.ts';
import { suggestionsFor } from '../../../src/server/room/suggest.ts';
import { mayAdvance } from '../../../src/server/room/turns.ts';
import { tiny, TINY_TEXT } from '../../fixtures/index.ts';
import { Given } from './given.ts';

const [a, b] = tiny.delegations.map(({ id }) => id);
const [incident] = tiny.incidents.map(({ id }) => id);
const [card] = tiny.contexts.map(({ id }) => id);
const [token] = tiny.tokens.map(({ id }) => id);
if (a === undefined || b === undefined) throw new Error('the fixture has delegations');
if (incident === undefined || card === undefined || token === undefined)
  throw new Error('the fixture has one of everything');

const done = { ask: 'move', command: { kind: 'done' } } as const;
const NOBODY = { refusals: new Map([['p2', 3]]), devices: new Map(), sockets: 0 };

/** A seed by which nothing strikes on the first day, so that a test can. */
const quiet = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].find(
  (seed) => open(lay(tiny, seed)).incidents.length === 0,
);

const started = (settings = {}) => {
  const room = new Given(settings, TINY_TEXT, quiet);
  const ann = room.join('Ann', 'member', a);
  const bob = room.join('Bob', 'member', a);
  const cem = room.join('Cem', 'member', a);
  const dot = room.join('Dot', 'member', b);
  room.does('p1', { ask: 'start', despite: false });
  return { room, ann, bob, cem, dot };
};

describe('several people in one delegation', () => {
  it('anyone: whoever comes first, and the game says no to the second', () => {
    const { room, ann, bob } = started();
    expect(room.does(ann, done)).toEqual({ proposed: false });
    room.refused(bob, done, { refused: 'rules', rules: { refused: 'already-done' } });
  });

  it('head: the others propose, the head decides', () => {
    const { room, ann, bob, cem } = started({ deciding: 'head' });
    expect(mineSight(room.room, room.person(bob)).commands).toBe('proposed');
    expect(room.does(bob, done)).toEqual({ proposed: true });
    const [proposal] = mineSight(room.room, room.person(ann)).proposals;
    expect(proposal).toMatchObject({ n: 1, by: bob, command: { kind: 'done' }, yes: [bob], needed: 1 });
    expect(room.does(cem, { ask: 'back', proposal: 1, agree: true })).toEqual({ carried: false });
    expect(room.room.game.done).toEqual([]);
    expect(room.does(ann, { ask: 'back', proposal: 1, agree: true })).toEqual({ carried: true });
    expect(room.room.game.done).toEqual([a]);
    expect(room.room.proposals).toEqual([]);
  });

  it('majority: more than half of those who are here now', () => {
    const { room, ann, bob, cem } = started({ deciding: 'majority' });
    room.does(ann, done);
    expect(room.room.game.done).toEqual([]);
    expect(room.does(bob, { ask: 'back', proposal: 1, agree: true })).toEqual({ carried: true });
    expect(room.room.game.done).toEqual([a]);
    room.toPhase('floor');
    room.away(bob);
    room.away(cem);
    expect(room.does(ann, done)).toEqual({ proposed: false });
  });

  it('majority: a proposal most are against lapses, and nobody votes twice', () => {
    const { room, ann, bob, cem, dot } = started({ deciding: 'majority' });
    room.does(ann, done);
    expect(room.does(ann, { ask: 'back', proposal: 1, agree: true })).toEqual({ carried: false });
    room.does(bob, { ask: 'back', proposal: 1, agree: false });
    room.refused(dot, { ask: 'back', proposal: 1, agree: true }, { refused: 'no-such-proposal' });
    room.does(cem, { ask: 'back', proposal: 1, agree: false });
    expect(room.room.proposals).toEqual([]);
    expect(room.room.game.done).toEqual([]);
  });

  it('proposals are of their phase, and the other delegations never see them', () => {
    const { room, ann, bob, dot } = started({ deciding: 'head' });
    room.does(bob, done);
    expect(mineSight(room.room, room.person(dot)).proposals).toEqual([]);
    room.toPhase('floor');
    expect(mineSight(room.room, room.person(ann)).proposals).toEqual([]);
    room.refused(ann, { ask: 'back', proposal: 1, agree: true }, { refused: 'no-such-proposal' });
  });

  it('whoever does not sit has no move: advisers, press, facilitators', () => {
    const { room } = started();
    const eve = room.join('Eve', 'adviser', a);
    const pat = room.join('Pat', 'press');
    for (const who of [eve, pat, 'p1']) room.refused(who, done, { refused: 'not-your-right' });
  });
});

describe('the way back', () => {
  it('rewinding takes the game back to the moment, byte for byte, and the log keeps what was', () => {
    const { room, ann, dot } = started();
    room.does(ann, done);
    const then = hashOf(room.room.game);
    room.does(dot, done);
    room.toPhase('corridor');
    expect(room.room.sizes).toHaveLength(4);
    room.does('p1', { ask: 'rewind', moves: 1 });
    expect(hashOf(room.room.game)).toBe(then);
    expect(room.room.clock.stretch).toEqual({ kind: 'phase', session: 0, phase: 'briefing' });
    room.does(dot, done);
    expect(room.room.game.done).toEqual([a, b]);
    const { moves } = courseOf(room.log);
    expect(moves.map(({ move }) => move.command.kind)).toEqual(['done', 'done']);
    const { entries } = timelineOf(room.log, 0);
    expect(entries.filter(({ undone }) => undone).map(({ kind }) => kind)).toEqual([
      'done',
      'advance',
      'advance',
    ]);
    expect(room.folded()).toEqual(room.room);
    room.refused('p1', { ask: 'rewind', moves: 9 }, { refused: 'past-the-end', moves: 2 });
  });

  it('a branch is played and left: the game goes on as if it had not been', () => {
    const { room, ann, dot } = started();
    room.does(ann, done);
    room.toPhase('floor');
    const then = hashOf(room.room.game);
    room.does('p1', { ask: 'branch', moves: 0 });
    expect(roomSight(room.room, []).branch).toEqual({ from: 0, moves: 2 });
    room.does(dot, done);
    room.does('p1', { ask: 'branch', moves: 1 });
    expect(room.room.game.done).toEqual([a]);
    room.does('p1', { ask: 'return' });
    expect(hashOf(room.room.game)).toBe(then);
    expect(courseOf(room.log).moves).toHaveLength(2);
    room.refused('p1', { ask: 'return' }, { refused: 'nothing-to-do' });
    expect(room.folded()).toEqual(room.room);
  });

  it('from the debrief a branch is played live, and takes none of the debrief’s time', () => {
    const { room, ann } = started();
    room.does('p1', { ask: 'debrief' });
    const whole = room.room.clock.whole;
    room.pass(60);
    expect(leftAt(room.room.clock, room.at)).toBe(whole - 60_000);
    room.does('p1', { ask: 'branch', moves: 0 });
    expect(room.room.stage).toBe('play');
    expect(room.room.clock.whole).toBe((room.room.plan.stretches[1]?.seconds ?? 0) * 1_000);
    room.does(ann, done);
    room.pass(300);
    room.does('p1', { ask: 'return' });
    expect(room.room.stage).toBe('debrief');
    expect(leftAt(room.room.clock, room.at)).toBe(whole - 60_000);
    room.pass(5);
    expect(leftAt(room.room.clock, room.at)).toBe(whole - 65_000);
    expect(room.folded()).toEqual(room.room);
  });

  it('a clock that stood when a branch began stands when it is left', () => {
    const { room } = started();
    room.does('p1', { ask: 'debrief' });
    room.does('p1', { ask: 'pause', because: { code: 'break' } });
    const { clock } = room.room;
    room.does('p1', { ask: 'branch', moves: 0 });
    room.pass(30);
    room.does('p1', { ask: 'return' });
    expect(room.room.clock).toEqual(clock);
  });

  it('a branch that was played is kept beside the game, and the game’s own file does not change by one byte', () => {
    const { room, ann, dot } = started();
    room.does(ann, done);
    room.toPhase('floor');
    const before = gameFile(room.room, room.log);
    const state = hashOf(room.room.game);
    expect(roomSight(room.room, [])).toMatchObject({ played: [] });
    room.does('p1', { ask: 'branch', moves: 1 });
    room.does(dot, done);
    // While it is played, the file is that of the game.
    expect(gameFile(room.room, room.log)).toBe(before);
    const stood = hashOf(room.room.game);
    room.does('p1', { ask: 'return' });
    expect(gameFile(room.room, room.log)).toBe(before);
    expect(hashOf(room.room.game)).toBe(state);
    const { played, stands } = roomSight(room.room, []);
    expect(played).toMatchObject([{ n: 1, from: 1, moves: 1, session: 0, phase: 'briefing' }]);
    expect(played[0]?.stood.gains).toBeUndefined();
    expect(stands?.text).toHaveLength(tiny.articles.length);
    const opened = readGameFile(branchFile(room.room, room.log, 1) ?? '');
    if (opened.fault !== undefined) throw new Error(opened.fault);
    expect(hashOf(opened.state)).toBe(stood);
    expect(opened.record.branch).toEqual({ at: 1, fates: [] });
    expect(branchFile(room.room, room.log, 2)).toBeUndefined();
    // What it brought each opens with the cards.
    room.does('p1', { ask: 'debrief' });
    room.does('p1', { ask: 'reveal' });
    expect(roomSight(room.room, []).played[0]?.stood.gains).toHaveLength(tiny.delegations.length);
    expect(room.folded()).toEqual(room.room);
  });

  it('a branch in which nobody moved is not kept; a new game has none', () => {
    const { room, ann, dot } = started();
    room.does(ann, done);
    room.does('p1', { ask: 'branch', moves: 1 });
    room.does('p1', { ask: 'return' });
    expect(roomSight(room.room, []).played).toEqual([]);
    room.does('p1', { ask: 'branch', moves: 0 });
    room.does(dot, done);
    room.does('p1', { ask: 'return' });
    expect(courseOf(room.log).branches).toMatchObject([{ n: 1, from: 0 }]);
    room.does('p1', { ask: 'restart' });
    expect(roomSight(room.room, []).played).toEqual([]);
    expect(courseOf(room.log).branches).toEqual([]);
  });

  it('the file of a room opens as a game, and names nobody', () => {
    const { room, ann } = started();
    room.does(ann, done);
    room.does('p1', { ask: 'debrief' });
    const text = gameFile(room.room, room.log);
    const opened = readGameFile(text);
    expect(opened.fault).toBeUndefined();
    expect(opened.fault === undefined && hashOf(opened.state)).toBe(hashOf(room.room.game));
    for (const secret of ['Ann', 'Bob', 'Teacher', 'ABCDEF']) expect(text).not.toContain(secret);
    expect(logFile(room.log)).not.toContain('key-1');
    expect(logFile(room.log).trim().split('\n')).toHaveLength(room.log.length);
  });

  it('the same people can play again, with another seed', () => {
    const { room, ann } = started();
    room.does(ann, done);
    room.does('p1', { ask: 'debrief' });
    room.does('p1', { ask: 'restart', seed: 'other' });
    expect(room.room.stage).toBe('lobby');
    expect(room.room.sizes).toEqual([]);
    expect(room.person(ann).seat).toBe(a);
    expect(room.room.table.seed).toBe('other');
    room.does('p1', { ask: 'start', despite: false });
    expect(room.room.stage).toBe('play');
  });
});

describe('whoever runs the room', () => {
  it('puts in an incident, news and instructions, each noted for all', () => {
    const { room, ann } = started();
    room.does('p1', { ask: 'intervene', intervention: { kind: 'incident', incident, victim: b } });
    room.does('p1', {
      ask: 'intervene',
      intervention: {
        kind: 'bulletin',
        headline: 'Lights out',
        story: 'In two towns.',
        effects: [{ kind: 'tension', by: 3 }],
      },
    });
    expect(room.room.game.incidents.map(({ id, victim }) => [id, victim])).toContainEqual([incident, b]);
    expect(room.room.notices.slice(-2).map(({ what }) => what)).toEqual([
      { kind: 'intervened', what: 'incident' },
      { kind: 'intervened', what: 'bulletin' },
    ]);
    room.refused(
      'p1',
      { ask: 'intervene', intervention: { kind: 'incident', incident } },
      { refused: 'rules', rules: { refused: 'already-happened', what: incident } },
    );
    room.refused(ann, { ask: 'intervene', intervention: { kind: 'close' } }, { refused: 'not-your-right' });
  });

  it('sets the state right by an act that is in the log', () => {
    const { room } = started();
    const place = tiny.tokens.findIndex(({ id }) => id === token);
    room.does('p1', {
      ask: 'intervene',
      intervention: {
        kind: 'correct',
        what: { of: 'tokens', delegation: a, token, to: 9 },
        because: 'a slip',
      },
    });
    expect(room.room.game.tokens[0]?.[place]).toBe(9);
    const kinds = room.log.at(-1)?.facts.flatMap((fact) => (fact.fact === 'moved' ? fact.events : []));
    expect(kinds?.map(({ kind }) => kind)).toEqual(['facilitated', 'tokens-moved']);
  });

  it('plans injects by condition: they come by themselves, or are only said to be due', () => {
    const { room } = started();
    const news = { kind: 'bulletin', headline: 'Now', story: '', effects: [] } as const;
    room.does('p1', {
      ask: 'plan-inject',
      when: { on: 'phase', session: 0, phase: 'floor' },
      intervention: news,
    });
    room.does('p1', { ask: 'plan-inject', when: { on: 'minutes', least: 2 }, intervention: news });
    expect(room.room.injects).toHaveLength(2);
    room.toPhase('floor');
    expect(room.room.injects).toHaveLength(1);
    room.pass(121);
    expect(room.room.injects).toEqual([]);
    expect(room.room.notices.filter(({ what }) => what.kind === 'intervened')).toHaveLength(2);
    room.does('p1', { ask: 'settings', settings: { injectsByThemselves: false } });
    const { inject } = room.does('p1', {
      ask: 'plan-inject',
      when: { on: 'tension', least: 0 },
      intervention: news,
    });
    expect(deskSight(room.room, room.at, NOBODY).planned).toMatchObject([{ n: 3, due: true }]);
    room.does('p1', { ask: 'fire-inject', inject: Number(inject) });
    expect(room.room.injects).toEqual([]);
  });

  it('sees who is silent, who is stuck and who has offers waiting', () => {
    const { room, ann, dot } = started();
    room.toPhase('corridor');
    const figures = () => deskSight(room.room, room.at, NOBODY).seats;
    expect(figures().find(({ seat }) => seat === b)).toMatchObject({ here: 1, silent: false, done: false });
    room.does(ann, {
      ask: 'move',
      command: {
        kind: 'offer',
        to: [b],
        undertakings: [{ kind: 'restraint', by: a, to: b, through: 0 }],
        open: false,
        expires: 0,
        because: [],
      },
    });
    room.pass((room.room.clock.whole / 1_000) * 0.5);
    expect(figures().find(({ seat }) => seat === b)).toMatchObject({ silent: true, toAnswer: 1, waiting: 0 });
    expect(figures().find(({ seat }) => seat === a)).toMatchObject({
      silent: false,
      stuck: true,
      waiting: 1,
      movesInPhase: 1,
    });
    expect(deskSight(room.room, room.at, NOBODY).advice).toContainEqual({ advice: 'prompt', seat: b });
    room.does('p1', { ask: 'nudge', seat: b });
    expect(mineSight(room.room, room.person(dot)).nudged).toBe(room.at);
    room.does(dot, { ask: 'help', help: true });
    expect(deskSight(room.room, room.at, NOBODY).advice).toContainEqual({ advice: 'help', person: dot });
  });

  it('is offered what fits the state, and everything offered can be done', () => {
    const { room, ann } = started();
    room.toPhase('corridor');
    room.does(ann, {
      ask: 'move',
      command: {
        kind: 'position',
        positions: [{ article: tiny.articles[0]?.id ?? ('' as never), option: 0, stance: 'object' }],
      },
    });
    const found = suggestionsFor(room.room);
    expect(found.length).toBeGreaterThan(0);
    for (const { intervention, score } of found) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      const words =
        intervention.kind === 'instruction' ? { ...intervention, message: 'Be kind' } : intervention;
      const judged = room.ask('p1', { ask: 'intervene', intervention: words });
      expect(judged.refused).toBeUndefined();
    }
  });

  it('the Chair by AI may end a phase only when the room says so', () => {
    const { room } = started({ endWhenDone: false });
    expect(mayAdvance(room.room)).toBe(false);
    room.does('p1', { ask: 'settings', settings: { endWhenDone: true } });
    expect(mayAdvance(room.room)).toBe(true);
  });

  it('starts the debrief early: the game is closed and scored, and can then be revealed', () => {
    const { room } = started();
    room.refused('p1', { ask: 'reveal' }, { refused: 'wrong-stage', now: 'play' });
    room.does('p1', { ask: 'debrief' });
    expect(room.room.game.outcome?.end).toBe('stopped');
    room.does('p1', { ask: 'reveal' });
    expect(roomSight(room.room, []).revealed).toBe(true);
    room.does('p1', { ask: 'end' });
    expect(room.room.stage).toBe('ended');
    expect(room.tryJoin('Late')).toEqual({ refused: 'room-closed' });
  });
});
