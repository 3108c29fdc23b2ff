import { describe, expect, it } from 'vitest';
import { debriefOf, momentsOf, weightOf, type Debrief } from '../../../src/analysis/debrief/index.ts';
import { chapters, lay, open, outcomeNow, worthOfText, type Outcome } from '../../../src/engine/index.ts';
import { suspicions } from '../../../src/delegates/index.ts';
import { agentNamed, playMachines, type AgentName, type PlayedGame } from '../../../src/trial/index.ts';
import { tiny } from '../../fixtures/index.ts';

const played = (seed: string, name: AgentName): PlayedGame =>
  playMachines(lay(tiny, seed), new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, name, id)])));

const seeds = Array.from({ length: 12 }, (_, k) => `debrief/${k}`);
const games = seeds.flatMap((seed) =>
  (['seasoned', 'hard', 'random'] as const).map((name) => {
    const game = played(seed, name);
    return { name: `${name}, ${seed}`, game, debrief: debriefOf(game, suspicions) };
  }),
);
const each = (check: (game: PlayedGame, debrief: Debrief) => void): void => {
  for (const { game, debrief } of games) check(game, debrief);
};
const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

describe('the figures of a finished game', () => {
  it('changes add up: tension, trust, deals and the world from the opening to the end', () => {
    each((game, { tension, trust, outcome }) => {
      const moments = momentsOf(game);
      const { last } = game;
      const opening = tension[0]?.tension ?? 0;
      // What came with the opening itself is part of no move.
      const start = moments[0]?.before;
      expect(opening).toBe(last.startTension);
      expect((start?.tension ?? 0) + total(moments.map((moment) => moment.tension))).toBe(last.tension);
      expect(tension.at(-1)?.tension).toBe(last.tension);
      expect(trust.at(-1)?.trust).toEqual(last.trust);
      tiny.delegations.forEach((_, place) => {
        const traded = ({ seats }: Outcome): number => {
          const parts = seats[place]?.parts;
          return (parts?.tokens ?? 0) + (parts?.deeds ?? 0) + (parts?.rooms ?? 0);
        };
        const shifts = moments.flatMap((moment) => moment.shifts[place] ?? []);
        expect(traded(outcomeNow(game.table, open(game.table))) + total(shifts.map(({ deal }) => deal))).toBe(
          traded(outcome),
        );
        const trusted = (matrix: readonly (readonly number[])[]): number =>
          total(matrix.map((row, from) => (from === place ? 0 : (row[place] ?? 0))));
        const world = ({ seats }: Outcome): number => seats[place]?.parts.world ?? 0;
        expect(
          world(outcomeNow(game.table, open(game.table))) + total(shifts.map((shift) => shift.world)),
        ).toBe(world(outcome));
        expect(total(shifts.map((shift) => shift.trust))).toBe(
          trusted(last.trust) - trusted(start?.trust ?? []),
        );
      });
    });
  });

  it('what promises come to at the close moves nobody but by trust', () => {
    each((game) => {
      for (const { after } of momentsOf(game)) {
        if (after.status === 'closed' || after.pledges.length === 0) continue;
        const { seats } = outcomeNow(game.table, after);
        expect(outcomeNow(game.table, { ...after, pledges: [] }).seats).toEqual(seats);
      }
    });
  });

  it('what tension, trust and no agreement are made of adds up to what they came to', () => {
    each((game, { causes, tension, reservations }) => {
      const moments = momentsOf(game);
      const start = moments[0]?.before;
      expect((tension[0]?.tension ?? 0) + total(causes.tension.map(({ by }) => by))).toBe(game.last.tension);
      tiny.delegations.forEach(({ id }, place) => {
        const moves = causes.reservations.filter(({ delegation }) => delegation === id);
        expect((start?.mandates[place]?.reservation ?? 0) + total(moves.map(({ by }) => by))).toBe(
          reservations.at(-1)?.reservations[place],
        );
        tiny.delegations.forEach((other, j) => {
          const between = causes.trust.filter(({ from, to }) => from === id && to === other.id);
          if (j === place) return;
          expect((start?.trust[place]?.[j] ?? 0) + total(between.map(({ by }) => by))).toBe(
            game.last.trust[place]?.[j],
          );
        });
      });
    });
  });

  it('landmarks are events of the game, in order, and every incident and decision is one', () => {
    each((game, { landmarks }) => {
      const all = [...chapters(open(game.table)), ...game.moves].flatMap(({ events }) => events);
      const wanted = all.filter(({ kind }) => kind === 'incident-struck' || kind === 'decided');
      const shown = landmarks.map(({ event }) => event);
      const told = new Set(shown.map((event) => JSON.stringify(event)));
      expect(wanted.every((event) => told.has(JSON.stringify(event)))).toBe(true);
      expect(shown).toEqual(all.filter((event) => told.has(JSON.stringify(event))));
    });
  });

  it('the ledger has every promise once, settled as the rules settled it', () => {
    each((game, { ledger, outcome }) => {
      const count = (state: string): number => ledger.filter((line) => line.state === state).length;
      expect(ledger.map(({ promise }) => promise)).toEqual(game.last.pledges.map(({ id }) => id));
      const { made, kept, broken, void: fallen } = outcome.promises;
      expect([ledger.length, count('kept'), count('broken'), count('void')]).toEqual([
        made,
        kept,
        broken,
        fallen,
      ]);
      for (const line of ledger) expect(line.cost !== undefined).toBe(line.state === 'broken');
    });
  });

  it('turning points are at most three, in order of time, and the heaviest moment is one of them', () => {
    each((game, { turning }) => {
      const moments = momentsOf(game).filter(
        ({ head }) => head.kind !== 'closed' && head.kind !== 'phase-opened',
      );
      for (const points of [turning.table, ...turning.seats.map((seat) => seat.points)]) {
        expect(points.length).toBeLessThanOrEqual(3);
        expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).toSorted((a, b) => a - b));
      }
      turning.seats.forEach(({ points }, place) => {
        const weights = moments.flatMap(({ shifts }) => shifts[place] ?? []).map(weightOf);
        const heaviest = Math.max(0, ...weights);
        expect(Math.max(0, ...points.map(({ weight }) => weight))).toBe(heaviest);
      });
    });
  });

  it('the path ends at the adopted text, and every point is what the mandates of its time say', () => {
    each(({ last }, { path }) => {
      const end = path.points.at(-1);
      expect(end?.text).toEqual(last.adopted?.text ?? end?.text);
      expect(end?.worths).toEqual(
        last.mandates.map((mandate) => worthOfText(tiny, mandate, end?.text ?? [])),
      );
      for (const point of path.points) {
        expect(point.sum).toBe(total(point.worths));
        expect(point.feasible && point.leastGain < 0).toBe(false);
        expect(point.feasible ? (point.nashShare ?? 0) : 0).toBeLessThanOrEqual(1);
      }
    });
  });

  it('a step away from what one favoured costs its giver; deeds add up to what the rules scored', () => {
    each(({ last }, { concessions, balance }) => {
      for (const concession of concessions) {
        if (concession.kind !== 'position') continue;
        const giver = tiny.delegations.findIndex(({ id }) => id === concession.by);
        expect(concession.worths[giver]).toBeLessThan(0);
      }
      tiny.delegations.forEach((_, place) => {
        const deeds = concessions.filter(({ kind }) => kind === 'deed');
        expect(total(deeds.map(({ worths }) => worths[place] ?? 0))).toBe(
          last.outcome?.seats[place]?.parts.deeds,
        );
        expect(balance[place]?.given).toBeGreaterThanOrEqual(0);
        expect(balance[place]?.received).toBeGreaterThanOrEqual(0);
      });
    });
  });

  it('counts what was said and offered as the log has it', () => {
    each((game, { activity }) => {
      const events = game.moves.flatMap((move) => move.events);
      expect(total(activity.map(({ statements }) => statements))).toBe(
        events.filter(({ kind }) => kind === 'spoke').length,
      );
      expect(total(activity.map(({ offersMade }) => offersMade))).toBe(
        events.filter(({ kind }) => kind === 'offered').length,
      );
    });
  });

  it('sets attribution against the truth, with the beliefs held before it came out', () => {
    let statements = 0;
    each(({ last }, { attribution }) => {
      expect(attribution.map(({ incident }) => incident)).toEqual(last.incidents.map(({ id }) => id));
      attribution.forEach((record, place) => {
        const { truth } = last.incidents[place] ?? {};
        for (const { belief } of record.beliefs) {
          expect(belief).toBeGreaterThanOrEqual(0);
          expect(belief).toBeLessThanOrEqual(1);
        }
        for (const { origin, culprit, right } of record.statements)
          expect(right).toBe(origin === truth?.origin && culprit === truth.culprit);
        statements += record.statements.length;
      });
    });
    expect(statements).toBeGreaterThan(0);
  });

  it('what was left is nothing only on the frontier', () => {
    each((_, { left }) => {
      expect(left.more === undefined).toBe((left.paretoDistance ?? 0) === 0);
      const more = left.more ?? [0, 1];
      expect(Math.min(...more)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...more)).toBeGreaterThan(0);
    });
  });

  it('is the same for the same game', () => {
    const [first] = games;
    if (first === undefined) throw new Error('no game');
    expect(JSON.stringify(debriefOf(first.game, suspicions), bigints)).toBe(
      JSON.stringify(first.debrief, bigints),
    );
  });
});

const bigints = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
