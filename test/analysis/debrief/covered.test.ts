import { describe, expect, it } from 'vitest';
import { covered, debriefOf } from '../../../src/analysis/debrief/index.ts';
import { witnesses, lay, type Event, type SeatId } from '../../../src/engine/index.ts';
import { suspicions } from '../../../src/delegates/index.ts';
import { agentNamed, playMachines } from '../../../src/trial/index.ts';
import { tiny } from '../../fixtures/index.ts';

const games = Array.from({ length: 8 }, (_, k) => {
  const game = playMachines(
    lay(tiny, `covered/${k}`),
    new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, 'seasoned', id)])),
  );
  return { game, debrief: debriefOf(game, suspicions) };
});
const seats: readonly SeatId[] = [...tiny.delegations.map(({ id }) => id), 'chair', 'observer'];
const zero = (value: unknown): boolean =>
  value === 0 ||
  value === false ||
  (typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([key, part]) => key === 'delegation' || zero(part)));

describe('the figures of a game whose cards lie covered', () => {
  it('name no event that the seat has not witnessed', () => {
    let hidden = 0;
    for (const { game, debrief } of games)
      for (const seat of seats) {
        const seen = covered(tiny, debrief, game.moves, seat);
        const named: readonly Event[] = [
          ...seen.landmarks.map(({ event }) => event),
          ...seen.turning.seats.flatMap(({ points }) => points.map(({ event }) => event)),
        ];
        for (const event of named) expect(witnesses(event, seat)).toBe(true);
        hidden += debrief.landmarks.length - seen.landmarks.length;
      }
    // There was something to hide.
    expect(hidden).toBeGreaterThan(0);
  });

  it('have worths of one’s own seat only, and those as they are', () => {
    for (const { game, debrief } of games)
      for (const seat of seats) {
        const seen = covered(tiny, debrief, game.moves, seat);
        tiny.delegations.forEach(({ id }, place) => {
          const numbers = [
            seen.left.gains[place],
            seen.outcome.seats[place],
            seen.left.more?.[place] ?? 0,
            seen.standing?.worths[place] ?? 0,
            seen.standing?.livable[place] ?? false,
            ...seen.turning.seats.flatMap(({ points }) => points.map(({ shifts }) => shifts[place])),
          ];
          const own = id === seat;
          expect(own ? [] : numbers.filter((number) => !zero(number))).toEqual([]);
          expect(own ? seen.outcome.seats[place] : undefined).toEqual(
            own ? debrief.outcome.seats[place] : undefined,
          );
          expect(seen.left.gains[place]).toBe(own ? debrief.left.gains[place] : 0);
        });
        expect(seen.turning.seats.map(({ delegation }) => delegation)).toEqual(
          tiny.delegations.some(({ id }) => id === seat) ? [seat] : [],
        );
        for (const { by, to, open } of seen.ledger) expect(open || by === seat || to === seat).toBe(true);
      }
  });

  it('count of others’ doings what the seat has seen of them', () => {
    let less = 0;
    for (const { game, debrief } of games)
      for (const seat of seats) {
        const seen = covered(tiny, debrief, game.moves, seat);
        tiny.delegations.forEach(({ id }, place) => {
          const all = debrief.activity[place]?.offersMade ?? 0;
          const known = seen.activity[place]?.offersMade ?? 0;
          expect(known).toBeLessThanOrEqual(all);
          expect(id === seat ? known : all).toBe(all);
          less += all - known;
        });
      }
    expect(less).toBeGreaterThan(0);
  });

  it('say nothing of what is made of everybody’s cards', () => {
    for (const { game, debrief } of games) {
      const seen = covered(tiny, debrief, game.moves, tiny.delegations[0]?.id ?? 'observer');
      expect(seen).toMatchObject({
        turning: { table: [] },
        path: { points: [] },
        named: [],
        reservations: [],
        trust: [],
        attribution: [],
        blocking: [],
        causes: { trust: [], reservations: [] },
      });
      expect(seen.zones).toBeUndefined();
      expect(seen.left.nash).toBeUndefined();
      expect(seen.standing?.best).toBeUndefined();
    }
  });
});
