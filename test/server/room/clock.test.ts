import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS, type PauseReason } from '../../../src/protocol/index.ts';
import {
  begin,
  debriefAt,
  extend,
  firstClock,
  goOn,
  leftAt,
  pause,
  speedUp,
  untilOf,
} from '../../../src/server/room/clock.ts';
import { deskSight } from '../../../src/server/room/desk-sight.ts';
import { keepsDebrief, planFor, replanned, secondsOf, tooShort } from '../../../src/server/room/plan.ts';
import type { ClockState } from '../../../src/server/room/room.ts';
import { roomSight } from '../../../src/server/room/room-sight.ts';
import { tiny } from '../../fixtures/index.ts';
import { Given } from './given.ts';

const NOBODY = { refusals: new Map(), devices: new Map(), sockets: 0 };

describe('the plan', () => {
  it.each(PRESETS)(
    '%s is shared out to the second, and a quarter of it and more is the debrief',
    (preset) => {
      const plan = planFor(tiny, preset);
      expect(plan.stretches.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(plan.seconds);
      expect(secondsOf(plan, 'debrief') / plan.seconds).toBeGreaterThanOrEqual(0.25);
      expect(plan.stretches.filter(({ stretch }) => stretch.kind === 'phase')).toHaveLength(11);
      expect(tooShort(plan)).toBe(0);
    },
  );

  it('can be changed, but not so that the debrief loses its quarter', () => {
    const plan = planFor(tiny, '45');
    const seconds = plan.stretches.map((item) => item.seconds);
    const without = replanned(plan, [...seconds.slice(0, -1), 10]);
    expect(without && keepsDebrief(without)).toBe(false);
    const room = new Given();
    room.refused('p1', { ask: 'plan', seconds: [1, 2] }, { refused: 'plan-not-fitting' });
    room.refused(
      'p1',
      { ask: 'plan', seconds: [...seconds.slice(0, -1), 10] },
      { refused: 'plan-without-debrief', least: Math.ceil((without?.seconds ?? 0) / 4) },
    );
    room.does('p1', { ask: 'plan', seconds: seconds.map((item) => item * 2) });
    expect(room.room.plan.seconds).toBe(5_400);
  });
});

type Doing =
  | { readonly do: 'wait'; readonly by: number }
  | { readonly do: 'pause' | 'go-on' }
  | { readonly do: 'extend'; readonly by: number }
  | { readonly do: 'speed'; readonly to: number };
const doings = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('wait' as const), by: fc.integer({ min: 0, max: 90_000 }) }),
    fc.record({ do: fc.constantFrom('pause' as const, 'go-on' as const) }),
    fc.record({ do: fc.constant('extend' as const), by: fc.integer({ min: -60, max: 120 }) }),
    fc.record({ do: fc.constant('speed' as const), to: fc.constantFrom(50, 100, 200) }),
  ),
  { maxLength: 30 },
);
const BREAK: PauseReason = { code: 'break' };

describe('the clock', () => {
  const plan = planFor(tiny, '90');
  const start = { kind: 'phase', session: 0, phase: 'briefing' } as const;

  it('has left what it had, less what ran, at the speed it ran at, plus what was added', () => {
    fc.assert(
      fc.property(doings, (all: readonly Doing[]) => {
        let at = 5_000;
        let clock: ClockState = begin(firstClock(plan, 0), plan, start, at);
        let left = clock.whole;
        let paused = false;
        let speed = 100;
        for (const doing of all)
          switch (doing.do) {
            case 'wait':
              at += doing.by;
              if (!paused) left = Math.max(0, left - (doing.by * speed) / 100);
              break;
            case 'pause':
              paused = true;
              clock = pause(clock, BREAK, at);
              break;
            case 'go-on':
              if (paused) clock = goOn(clock, at);
              paused = false;
              break;
            case 'extend':
              left = Math.max(0, left + doing.by * 1_000);
              clock = extend(clock, doing.by, at);
              break;
            case 'speed':
              speed = doing.to;
              clock = speedUp(clock, doing.to, at);
          }
        expect(leftAt(clock, at)).toBeCloseTo(left, 3);
        expect(untilOf(clock) === undefined).toBe(paused);
      }),
    );
  });

  it('never takes of the debrief: what is lost is taken of the rounds, and a break moves the end', () => {
    const clock = begin(firstClock(plan, 0), plan, start, 0);
    expect(debriefAt(clock, plan)).toBe(
      (plan.seconds - secondsOf(plan, 'debrief') - secondsOf(plan, 'lobby')) * 1_000,
    );
    const asked = goOn(pause(clock, { code: 'question' }, 1_000), 301_000);
    expect(debriefAt(asked, plan)).toBe(debriefAt(clock, plan));
    const next = begin(asked, plan, { kind: 'phase', session: 0, phase: 'floor' }, 400_000);
    const planned = plan.stretches.find(
      ({ stretch }) => stretch.kind === 'phase' && stretch.phase === 'floor' && stretch.session === 0,
    );
    expect(next.whole).toBeLessThan((planned?.seconds ?? 0) * 1_000);
    const rested = goOn(pause(clock, BREAK, 1_000), 601_000);
    expect(debriefAt(rested, plan)).toBe((debriefAt(clock, plan) ?? 0) + 600_000);
  });
});

describe('the room by its clock', () => {
  it('goes from phase to phase by itself to the debrief, which has its whole time', () => {
    const room = new Given();
    room.join('Ann');
    room.does('p1', { ask: 'start', despite: false });
    const start = room.at;
    room.pass(1_379);
    expect(room.room.stage).toBe('play');
    expect(room.room.game.session).toBe(1);
    room.pass(2);
    expect(room.room.stage).toBe('debrief');
    expect(room.room.game.status).toBe('closed');
    expect(room.room.clock.whole).toBe(840_000);
    expect(room.at - start).toBe(1_381_000);
    room.pass(841);
    expect(room.room.clock.up).toBe(true);
    expect(room.room.stage).toBe('debrief');
  });

  it('cuts play when minutes were added, and says so before', () => {
    const room = new Given();
    room.join('Ann');
    room.does('p1', { ask: 'start', despite: false });
    room.does('p1', { ask: 'extend', seconds: 900 });
    const advice = deskSight(room.room, room.at, NOBODY).advice;
    expect(advice).toContainEqual({ advice: 'cut-play', seconds: 900 });
    room.pass(1_381);
    expect(room.room.stage).toBe('debrief');
    expect(room.room.clock.whole).toBe(840_000);
  });

  it('waits for a facilitator where it may not end phases', () => {
    const room = new Given({ clockEndsPhases: false });
    room.join('Ann');
    room.does('p1', { ask: 'start', despite: false });
    room.pass(3_000);
    expect(room.room.game.phase).toBe('briefing');
    expect(roomSight(room.room, []).clock.up).toBe(true);
    room.does('p1', { ask: 'extend', seconds: 60 });
    expect(roomSight(room.room, []).clock.until).toBe(room.at + 60_000);
    room.does('p1', { ask: 'skip' });
    expect(room.room.game.phase).toBe('floor');
  });

  it('stands in a pause, whose reason all see, and no seat can do anything in it', () => {
    const room = new Given();
    const ann = room.join('Ann');
    room.does('p1', { ask: 'start', despite: false });
    room.does('p1', { ask: 'pause', because: { code: 'explain', text: 'what binds' } });
    const left = roomSight(room.room, []).clock.left;
    room.pass(500);
    expect(roomSight(room.room, []).clock).toMatchObject({
      left,
      paused: { code: 'explain', text: 'what binds' },
    });
    room.refused(ann, { ask: 'move', command: { kind: 'done' } }, { refused: 'paused' });
    room.does('p1', { ask: 'go-on' });
    room.does(ann, { ask: 'move', command: { kind: 'done' } });
    room.refused('p1', { ask: 'go-on' }, { refused: 'nothing-to-do' });
  });

  it('lets the gavel fall on each text in its share of the decision', () => {
    const room = new Given();
    room.join('Chair', 'chair');
    room.join('Ann');
    room.does('p1', { ask: 'start', despite: false });
    room.toPhase('decision', 1);
    const chair = room.room.people.find(({ role }) => role === 'chair')?.id ?? '';
    const text = tiny.articles.map(() => 1);
    room.does(chair, { ask: 'move', command: { kind: 'put', text, method: 'silence' } });
    const share = room.room.clock.whole / 2_000;
    room.pass(share - 2);
    expect(room.room.game.decision).toBeDefined();
    room.pass(3);
    expect(room.room.game.decision).toBeUndefined();
    // Nobody objected.
    expect(room.room.game.adopted?.text).toEqual(text);
    expect(roomSight(room.room, []).decided).toBe('adopted');
  });

  it('leaves time for every text and method, whoever does not answer', () => {
    const room = new Given({}, readFileSync('scenarios/crime-convention.yaml', 'utf8'));
    room.join('Chair', 'chair');
    const ann = room.join('Ann');
    room.does('p1', { ask: 'start', despite: true });
    const { scenario, people } = room.room;
    room.toPhase('decision', scenario.sessions.length - 1);
    const chair = people.find(({ role }) => role === 'chair')?.id ?? '';
    const methods = ['consensus', 'consensus', 'consensus', 'vote'] as const;
    expect(methods).toHaveLength(scenario.procedure.textsPerDecision);
    const waits = methods.map((method, count) => {
      expect(room.room.game.phase).toBe('decision');
      const text = scenario.articles.map((_, place) => (place === 0 ? count : 1));
      const answer = method === 'vote' ? 'no' : 'object';
      room.does(chair, { ask: 'move', command: { kind: 'put', text, method } });
      room.does(ann, { ask: 'move', command: { kind: 'answer', answer, articles: [], because: [] } });
      let seconds = 0;
      for (; room.room.game.decision !== undefined && seconds < 1_000; seconds += 1) room.pass(1);
      return seconds;
    });
    // A quarter of the phase each, and half a minute at least.
    const share = room.room.plan.stretches.find(
      ({ stretch }) => stretch.kind === 'phase' && stretch.phase === 'decision',
    )?.seconds;
    for (const seconds of waits) expect(Math.abs(seconds - (share ?? 0) / 4)).toBeLessThanOrEqual(2);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(30);
  });

  it('starts only when it is wise to, or when it is told to anyway', () => {
    const room = new Given();
    room.refused('p1', { ask: 'start', despite: false }, { refused: 'not-ready', checks: ['somebody-here'] });
    room.does('p1', { ask: 'start', despite: true });
    room.refused('p1', { ask: 'start', despite: true }, { refused: 'wrong-stage', now: 'play' });
  });
});
