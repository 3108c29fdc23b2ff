import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  command,
  difference,
  patched,
  PHRASE_CODES,
  request,
  type Patch,
} from '../../../src/protocol/index.ts';
import { view } from '../../../src/engine/index.ts';
import { courseOf, recordOf } from '../../../src/server/hall/record.ts';
import { openGame } from '../../../src/scenario/index.ts';
import { deskSight } from '../../../src/server/room/desk-sight.ts';
import { mineSight } from '../../../src/server/room/mine-sight.ts';
import { present } from '../../../src/server/room/room.ts';
import { roomSight } from '../../../src/server/room/room-sight.ts';
import { player } from '../../engine/moves.ts';
import { tiny } from '../../fixtures/index.ts';
import { Given, type Wanted } from './given.ts';

const seats = [...tiny.delegations.map(({ id }) => id), 'chair' as const];
const small = fc.integer({ min: 0, max: 6 });
const who = fc.integer({ min: 1, max: 9 }).map((n) => `p${n}`);
const seat = fc.constantFrom(...seats);
const bulletin = { kind: 'bulletin', headline: 'News', story: '', effects: [] } as const;

/** What people ask for, sensible or not. Moves of the game come from its own random player. */
const asked: fc.Arbitrary<Wanted> = fc.oneof(
  fc.constantFrom<Wanted>(
    { ask: 'leave' },
    { ask: 'ready', ready: true },
    { ask: 'help', help: true },
    { ask: 'read-stood-in' },
    { ask: 'start', despite: true },
    { ask: 'go-on' },
    { ask: 'skip' },
    { ask: 'debrief' },
    { ask: 'return' },
    { ask: 'reveal' },
    { ask: 'restart', seed: 'again' },
    { ask: 'pause', because: { code: 'question' } },
    { ask: 'pause', because: { code: 'break' } },
    { ask: 'intervene', intervention: bulletin },
    { ask: 'spotlight', show: 'text' },
    {
      ask: 'poll',
      poll: { question: { ask: 'code', code: 'fairness' }, choices: ['a', 'b'], most: 1, text: true },
    },
  ),
  fc.record({ ask: fc.constant('rewind' as const), moves: small }),
  fc.record({ ask: fc.constant('branch' as const), moves: small }),
  fc.record({ ask: fc.constant('extend' as const), seconds: fc.integer({ min: -300, max: 300 }) }),
  fc.record({ ask: fc.constant('speed' as const), percent: fc.constantFrom(50, 100, 200) }),
  fc.record({
    ask: fc.constant('hand-over' as const),
    seat,
    to: fc.constantFrom('ai' as const, 'people' as const),
  }),
  fc.record({
    ask: fc.constant('seat' as const),
    person: who,
    role: fc.constantFrom('member' as const, 'chair' as const, 'press' as const),
  }),
  fc.record({ ask: fc.constant('remove' as const), person: who }),
  fc.record({ ask: fc.constant('head' as const), person: who }),
  fc.record({ ask: fc.constant('mute' as const), person: who, muted: fc.boolean() }),
  fc.record({ ask: fc.constant('rename' as const), person: who, name: fc.string({ maxLength: 30 }) }),
  fc.record({ ask: fc.constant('back' as const), proposal: small, agree: fc.boolean() }),
  fc.record({
    ask: fc.constant('answer-poll' as const),
    poll: small,
    choices: fc.array(small, { maxLength: 2 }),
    text: fc.string({ minLength: 1, maxLength: 9 }),
  }),
  fc.record({ ask: fc.constant('show-poll' as const), poll: small, texts: fc.array(who, { maxLength: 3 }) }),
  fc.record({
    ask: fc.constant('say' as const),
    channel: fc.constantFrom('floor', ...seats.map((one) => `team:${one}`), 'pair:x:y'),
    text: fc.string({ minLength: 1, maxLength: 20 }),
  }),
  fc.record({
    ask: fc.constant('settings' as const),
    settings: fc.record({
      deciding: fc.constantFrom('anyone' as const, 'head' as const, 'majority' as const),
      freeText: fc.constantFrom('off' as const, 'moderated' as const, 'on' as const),
    }),
  }),
  fc.record({
    ask: fc.constant('plan-inject' as const),
    when: fc.record({ on: fc.constant('minutes' as const), least: small }),
    intervention: fc.constant(bulletin),
  }),
  fc.record({
    ask: fc.constant('mark' as const),
    tag: fc.constant('other' as const),
    text: fc.string({ maxLength: 9 }),
    about: seat,
  }),
);

type Step =
  | { readonly do: 'ask'; readonly by: string; readonly wanted: Wanted }
  | { readonly do: 'move'; readonly by: string }
  | { readonly do: 'join'; readonly name: string }
  | { readonly do: 'here' | 'away'; readonly by: string }
  | { readonly do: 'pass'; readonly seconds: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('ask' as const),
        by: fc.oneof(fc.constant('p1'), who),
        wanted: asked,
      }),
    },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('move' as const), by: who }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('join' as const), name: fc.string({ maxLength: 8 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('here' as const, 'away' as const), by: who }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 0, max: 400 }) }),
    },
  ),
  { minLength: 10, maxLength: 60 },
);

/** Plays a room at random; `seen` hears of every state on the way. */
const run = (all: readonly Step[], seed: string, seen: (room: Given) => void = () => undefined): Given => {
  const room = new Given({ teamSize: 2 }, undefined, seed);
  const { move } = player(room.room.table, seed);
  for (const name of ['Ann', 'Bob', 'Cem', 'Dot']) room.join(name);
  room.join('Chai', 'chair');
  room.does('p1', { ask: 'start', despite: true });
  for (const step of all) {
    if (step.do === 'join') room.tryJoin(step.name);
    else if (step.do === 'pass') room.pass(step.seconds);
    else if (room.room.people.some(({ id, gone }) => id === step.by && !gone)) {
      if (step.do === 'ask') room.ask(step.by, step.wanted);
      else if (step.do === 'here') room.here(step.by);
      else if (step.do === 'away') room.away(step.by);
      else if (room.room.game.status === 'open') {
        const { command: wanted } = move(room.room.game);
        if (wanted.kind !== 'intervene') room.ask(step.by, { ask: 'move', command: wanted });
      }
    }
    seen(room);
  }
  return room;
};

const seeds = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

describe('laws of a room', () => {
  it('its log folds to its state, in one process as in another', () => {
    fc.assert(
      fc.property(steps, seeds, (all, seed) => {
        const room = run(all, seed);
        expect(JSON.stringify(room.folded())).toBe(JSON.stringify(room.room));
      }),
      { numRuns: 40 },
    );
  });

  it('its game is the one its file opens, whatever was rewound, branched and restarted', () => {
    fc.assert(
      fc.property(steps, seeds, (all, seed) => {
        const { room, log } = run(all, seed);
        const opened = openGame(recordOf(room, log));
        const game = room.main?.game ?? room.game;
        expect(opened.fault).toBeUndefined();
        const state = opened.fault === undefined ? opened.state : undefined;
        expect(JSON.stringify(state)).toBe(JSON.stringify(game));
        expect(courseOf(log).moves).toHaveLength((room.main?.sizes ?? room.sizes).length);
      }),
      { numRuns: 30 },
    );
  });

  it('what screens build from differences is what they would be sent whole', () => {
    fc.assert(
      fc.property(steps, seeds, (all, seed) => {
        const shown = new Map<string, unknown>();
        const built = new Map<string, unknown>();
        run(all, seed, ({ room, at }) => {
          const parts: Record<string, unknown> = {
            room: roomSight(room, []),
            desk: deskSight(room, at, { refusals: new Map(), devices: new Map(), sockets: 0 }),
            observer: view(room.table, room.game, 'observer'),
            seat: view(room.table, room.game, tiny.delegations[0]?.id ?? 'observer'),
          };
          for (const person of present(room)) parts[person.id] = mineSight(room, person);
          for (const [key, next] of Object.entries(parts)) {
            const before = shown.get(key);
            const patch = before === undefined ? { v: next } : difference(before, next);
            shown.set(key, next);
            if (patch !== undefined)
              built.set(key, patched(built.get(key), JSON.parse(JSON.stringify(patch)) as Patch));
            expect(JSON.parse(JSON.stringify(built.get(key)))).toEqual(JSON.parse(JSON.stringify(next)));
          }
        });
      }),
      { numRuns: 12 },
    );
  });

  it('no time is taken of the debrief', () => {
    fc.assert(
      fc.property(steps, seeds, (all, seed) => {
        run(all, seed, ({ room }) => {
          if (room.clock.stretch.kind !== 'debrief' || room.stage === 'ended') return;
          const planned = room.plan.stretches.at(-1)?.seconds ?? 0;
          // Only a facilitator, who takes some off by hand, can make it shorter.
          const taken = room.notices.some(({ what }) => what.kind === 'extended' && what.seconds < 0);
          expect(room.clock.whole >= planned * 1_000 || taken).toBe(true);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('the door', () => {
  it('takes every command that the game knows, as it was', () => {
    const room = new Given();
    const { move } = player(room.room.table, 'door');
    const kinds = new Set<string>();
    for (let count = 0; count < 3_000; count += 1) {
      const { command: wanted } = move(room.room.game);
      if (wanted.kind === 'intervene' || JSON.stringify(wanted).includes('null')) continue;
      const sent: unknown = JSON.parse(JSON.stringify(wanted));
      const parsed = command.safeParse(sent);
      // Numbers that no command can have are turned away at the door.
      if (!parsed.success) continue;
      expect(parsed.data).toEqual(sent);
      kinds.add(wanted.kind);
    }
    expect(kinds.size).toBeGreaterThan(10);
    expect(PHRASE_CODES.length).toBeGreaterThan(15);
  });

  it('turns away whatever is not in form, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(request.safeParse(raw).success).toBe(false);
      }),
    );
    const id = 'i'.repeat(16);
    expect(request.safeParse({ ask: 'ready', id, ready: true }).success).toBe(true);
    expect(request.safeParse({ ask: 'ready', id, ready: true, more: 1 }).success).toBe(false);
    expect(request.safeParse({ ask: 'ready', id: 'short', ready: true }).success).toBe(false);
    expect(request.safeParse({ ask: 'knock', room: 'abc-def' }).data).toEqual({
      ask: 'knock',
      room: 'ABCDEF',
    });
    expect(request.safeParse({ ask: 'knock', room: 'ABCDEO' }).success).toBe(false);
  });
});
