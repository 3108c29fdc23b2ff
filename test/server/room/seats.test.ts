import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SomeSettings } from '../../../src/protocol/index.ts';
import { request } from '../../../src/protocol/index.ts';
import { checksOf } from '../../../src/server/room/checks.ts';
import { evolve } from '../../../src/server/room/evolve.ts';
import type { Entry } from '../../../src/server/room/fact.ts';
import { fillingOrder } from '../../../src/server/room/filling.ts';
import { roomCard, roomSight } from '../../../src/server/room/room-sight.ts';
import { standInOf } from '../../../src/server/room/room.ts';
import { tiny } from '../../fixtures/index.ts';
import { Given, read } from './given.ts';

const [a, b, c] = tiny.delegations.map(({ id }) => id);
if (a === undefined || b === undefined || c === undefined) throw new Error('the fixture has three');

describe('seats open to people', () => {
  it('are the ones in which one can sit; the others say that AI plays them', () => {
    const room = new Given({ seats: [a, c] });
    expect(room.tryJoin('Ann', 'member', b)).toEqual({ refused: 'seat-closed', seat: b });
    expect(room.tryJoin('Ann', 'adviser', b)).toEqual({ refused: 'seat-closed', seat: b });
    expect(room.person(room.join('Ann', 'member', c)).seat).toBe(c);
    expect(roomCard(room.room).delegations.map(({ id }) => id)).toEqual([a, c]);
    expect(roomSight(room.room, []).seats.map(({ seat, closed }) => [seat, closed ?? false])).toEqual([
      [a, false],
      [b, true],
      [c, false],
      ['chair', false],
    ]);
    const seats = checksOf(room.room).find(({ check }) => check === 'every-seat-taken');
    expect(seats).toMatchObject({ ok: false, figure: 1 });
  });

  it('are filled evenly, and no other is', () => {
    fc.assert(
      fc.property(
        fc.subarray([a, b, c], { minLength: 1 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 10 }),
        (seats, teamSize, people) => {
          const room = new Given({ seats, teamSize, choosing: false });
          const refusals = Array.from({ length: people }, (_, n) => room.tryJoin(`N${n}`)).filter(
            ({ refused }) => refused !== undefined,
          );
          expect(refusals).toEqual(refusals.map(() => ({ refused: 'seat-full', most: teamSize })));
          const seated = people - refusals.length;
          expect(seated).toBe(Math.min(people, seats.length * teamSize));
          const counts = seats.map(
            (seat) => room.room.people.filter((person) => person.seat === seat).length,
          );
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(seated);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('change while people arrive; whoever sits in one that closes stays there', () => {
    const room = new Given();
    const ann = room.join('Ann', 'member', b);
    room.does('p1', { ask: 'settings', settings: { seats: [a] } });
    expect(room.person(ann).seat).toBe(b);
    expect(standInOf(room.room, b)).toBeUndefined();
    expect(room.tryJoin('Bob', 'member', b)).toEqual({ refused: 'seat-closed', seat: b });
    expect(room.person(room.join('Bob')).seat).toBe(a);
    room.does('p1', { ask: 'settings', settings: { seats: 'all' } });
    expect(room.person(room.join('Cem', 'member', b)).seat).toBe(b);
    room.refused(ann, { ask: 'settings', settings: { seats: 'all' } }, { refused: 'not-your-right' });
  });

  it('do not bind a facilitator, who moves people wherever they are needed', () => {
    const room = new Given({ seats: [a] });
    const ann = room.join('Ann');
    room.does('p1', { ask: 'seat', person: ann, role: 'member', seat: c });
    expect(room.person(ann).seat).toBe(c);
  });

  it('are delegations that the scenario has', () => {
    const room = new Given();
    const wanted = request.parse({
      ask: 'settings',
      id: 'i'.repeat(16),
      settings: { seats: ['atlantis'] },
    });
    const settings: SomeSettings = wanted.ask === 'settings' ? wanted.settings : {};
    room.refused('p1', { ask: 'settings', settings }, { refused: 'no-such-seat', seat: 'atlantis' });
    expect(
      request.safeParse({ ask: 'settings', id: 'i'.repeat(16), settings: { seats: 'some' } }).success,
    ).toBe(false);
  });

  it('are all of them in a room that was stored before seats could be closed', () => {
    const stored = new Given({ teamSize: 2 }).log.map((entry): Entry => ({
      ...entry,
      facts: entry.facts.map((fact) => {
        if (fact.fact !== 'created') return fact;
        const { seats: _seats, questions: _questions, ...settings } = fact.settings;
        return { ...fact, settings } as typeof fact;
      }),
    }));
    const [first] = stored;
    expect(JSON.stringify(first)).not.toContain('seats');
    const room = stored.reduce<ReturnType<typeof evolve> | undefined>(
      (now, entry) => evolve(read, now, entry),
      undefined,
    );
    expect(room?.settings).toMatchObject({ seats: 'all', questions: 'none', teamSize: 2 });
  });
});

describe('the order in which few people take seats', () => {
  const scenario = (groups: readonly (readonly string[])[]) => ({
    ...tiny,
    delegations: groups.flatMap((own, place) => {
      const [like] = tiny.delegations;
      return like === undefined ? [] : [{ ...like, id: `D${place}` as typeof like.id, groups: own }];
    }),
  });

  it('gives every camp a seat before any has two, and is the author’s among equals', () => {
    // West, East, East and South, West, South, South.
    const order = fillingOrder(scenario([['W'], ['E'], ['E', 'S'], ['W'], ['S'], ['S']]));
    expect(order.slice(0, 3)).toEqual(['D0', 'D1', 'D4']);
    expect(fillingOrder(scenario([[], [], []]))).toEqual(['D0', 'D1', 'D2']);
  });

  it('has every delegation once', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(['W', 'E', 'S', 'N']), { maxLength: 12 }), (groups) => {
        const order = fillingOrder(scenario(groups));
        expect(order.toSorted()).toEqual(groups.map((_, place) => `D${place}`).toSorted());
      }),
    );
  });
});
