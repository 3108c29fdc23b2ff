import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativeText, momentText } from '../../../../src/client/panels/film/said.ts';
import { bunched, tally } from '../../../../src/client/panels/film/tally.ts';
import { namesOf } from '../../../../src/client/i18n/names.ts';
import { openDesk, recordedGame, scenarioOf } from '../../session/film/films.ts';

const record = recordedGame('said');
const { ask, head } = await openDesk(record);
const names = namesOf(scenarioOf());

describe('what is said of a film', () => {
  it('is in words at every place, for every pair of eyes', async () => {
    for (const eye of head.rights.eyes)
      for (let position = 0; position <= head.length; position += 5) {
        const sight = await ask({ ask: 'look', position, eye });
        const said = momentText(names, position, sight?.happening ?? []);
        expect(said).toMatch(/\S.*[.!?]$|\S/u);
        expect(said).not.toMatch(/\{\{|undefined|film:|codes:|ui:/u);
      }
  });

  it('of what could have been otherwise names who and what, and no two choices read alike', async () => {
    let choices = 0;
    for (const position of head.turns) {
      const { list } = await ask({ ask: 'alternatives', position });
      const said = list.map((alternative) => alternativeText(names, alternative));
      for (const one of said) {
        expect(one).not.toMatch(/\{\{|undefined|film:|codes:|ui:|\s{2,}/u);
        expect(one).not.toMatch(/\b(?:offer|pledge)-\d/u);
      }
      expect(new Set(said).size).toBe(said.length);
      choices += said.length;
    }
    expect(choices).toBeGreaterThan(20);
  });
});

describe('what replays came to', async () => {
  const happened = await ask({ ask: 'happened' });
  if (happened === undefined) throw new Error('the game has an end');

  it('counts each replay once: better, worse or the same', () => {
    const moved = (by: number) => ({
      ...happened,
      outcome: {
        ...happened.outcome,
        seats: happened.outcome.seats.map((seat) => ({ ...seat, utility: seat.utility + by })),
      },
    });
    expect(tally([moved(300), moved(-300), moved(-12), moved(0), moved(3)], happened, 0)).toEqual({
      games: 5,
      adopted: happened.outcome.end === 'adopted' ? 5 : 0,
      better: 1,
      worse: 2,
      same: 2,
    });
  });

  it('is drawn in bubbles that hold all of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 })),
        fc.integer({ min: 1, max: 500 }),
        (values, width) => {
          const bubbles = bunched(values, width);
          expect(bubbles.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
          const sum = bubbles.reduce((all, { value, count }) => all + value * count, 0);
          expect(sum).toBeCloseTo(
            values.reduce((all, value) => all + value, 0),
            3,
          );
        },
      ),
    );
  });
});
