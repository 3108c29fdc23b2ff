import { describe, expect, it } from 'vitest';
import {
  believedOf,
  covered,
  debriefOf,
  FEARED,
  UNSEEN,
  type Held,
} from '../../../src/analysis/debrief/index.ts';
import { believe, suspicions } from '../../../src/delegates/index.ts';
import { evolve, lay, open, view, type State } from '../../../src/engine/index.ts';
import { agentNamed, playMachines } from '../../../src/trial/machines.ts';
import { tiny } from '../../fixtures/index.ts';

const game = playMachines(
  lay(tiny, 'believed'),
  new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, 'seasoned', id)])),
);
const all = believedOf(game, believe);

/** The state before the cards come into play. */
const atTheEnd = (): State => {
  const events = game.moves.flatMap((move) => move.events);
  const closing = events.findIndex(({ kind }) => kind === 'closed');
  return events
    .filter((_, at) => at !== closing)
    .reduce((state, event) => evolve(game.table, state, event), open(game.table));
};
const state = atTheEnd();
const minds = believe(tiny, view(game.table, state, 'observer'));
const mandateAt = (place: number) => {
  const mandate = state.mandates[place];
  if (mandate === undefined) throw new Error('no such seat');
  return mandate;
};

describe('what was believed, against what was so', () => {
  it('is of every delegation, as whoever only listened could hold it', () => {
    expect(all.map(({ delegation }) => delegation)).toEqual(tiny.delegations.map(({ id }) => id));
    all.forEach((one, place) => {
      const held = minds[place];
      expect(one.articles.map(({ weight }) => weight.believed)).toEqual(held?.weights);
      expect(one.reservation).toMatchObject({ ...held?.reservation });
      one.articles.forEach(({ favourite }, k) => {
        expect(held?.likes[k]?.[favourite.believed]).toBe(100);
      });
    });
  });

  it('the truth is the mandate’s: what lies between best and worst, the best option, red lines, the value of no agreement', () => {
    all.forEach((one, place) => {
      const { table, redLines, reservation } = mandateAt(place);
      const sorted = table.map((row) => row.toSorted((a, b) => a - b));
      const between = sorted.map((row) => (row.at(-1) ?? 0) - (row[0] ?? 0));
      const whole = between.reduce((sum, each) => sum + each, 0);
      one.articles.forEach(({ weight, favourite, lost, red }, k) => {
        expect(weight.truth).toBe(Math.round((100 * (between[k] ?? 0)) / whole));
        expect(table[k]?.[favourite.truth]).toBe(sorted[k]?.at(-1));
        expect(lost).toBe((sorted[k]?.at(-1) ?? 0) - (table[k]?.[favourite.believed] ?? 0));
        const lines = redLines.filter(({ article }) => article === tiny.articles[k]?.id);
        expect(red.filter(({ truth }) => truth).map(({ option }) => option)).toEqual(
          lines.map(({ option }) => option).toSorted((a, b) => a - b),
        );
        const feared = red.flatMap(({ truth, chance }) => (truth ? [] : [chance]));
        expect(Math.min(100, ...feared)).toBeGreaterThanOrEqual(FEARED);
      });
      expect(one.order.truth.map((k) => one.articles[k]?.weight.truth)).toEqual(
        one.articles.map(({ weight }) => weight.truth).toSorted((a, b) => b - a),
      );
      expect(one.reservation.truth).toBe(reservation);
      const inside = one.reservation.low <= reservation && reservation <= one.reservation.high;
      expect(one.reservation.off === 0).toBe(inside);
    });
  });

  /** Somebody who knows it all but for what is changed. */
  const knowing = (place: number, otherwise: Partial<Held>): Held => {
    const { reservation, redLines } = mandateAt(place);
    const one = all[place];
    if (one === undefined) throw new Error('no such seat');
    return {
      delegation: one.delegation,
      likes: mandateAt(place).table,
      weights: one.articles.map(({ weight }) => weight.truth),
      redLines: tiny.articles.map(({ id, options }) =>
        options.map((_, option) =>
          redLines.some((line) => line.article === id && line.option === option) ? 100 : 0,
        ),
      ),
      reservation: { low: reservation - 1, high: reservation + 1 },
      ...otherwise,
    };
  };
  const judgedAs = (held: Held) =>
    believedOf(game, () => [held, ...tiny.delegations.slice(1).map(() => null)]);

  it('whoever knew it all has misjudged nothing; of whom nothing is believed nothing is told', () => {
    const [one, ...others] = judgedAs(knowing(0, {}));
    expect(one?.worst).toBeUndefined();
    expect(one).toMatchObject({ weightsOff: 0, favourites: tiny.articles.length });
    expect(others).toEqual([]);
  });

  it('the worst is what was furthest off: a red line feared or unseen by its chance, a value by what it lies outside', () => {
    const known = knowing(0, {});
    const { redLines, reservation } = mandateAt(0);
    const isRed = (k: number, option: number): boolean =>
      redLines.some((line) => line.article === tiny.articles[k]?.id && line.option === option);
    const free = (tiny.articles[0]?.options ?? []).findIndex((_, option) => !isRed(0, option));
    const feared = known.redLines.with(0, (known.redLines[0] ?? []).with(free, 80));
    expect(judgedAs({ ...known, redLines: feared })[0]?.worst).toEqual({
      kind: 'red-feared',
      article: 0,
      option: free,
      chance: 80,
      size: 1_600,
    });
    // Half sure is not yet feared.
    const unsure = known.redLines.with(0, (known.redLines[0] ?? []).with(free, FEARED - 1));
    expect(judgedAs({ ...known, redLines: unsure })[0]?.worst).toBeUndefined();
    const blind = known.redLines.map((row) => row.map(() => UNSEEN - 5));
    expect(judgedAs({ ...known, redLines: blind })[0]?.worst?.kind).toBe(
      redLines.length === 0 ? undefined : 'red-unseen',
    );
    const low = reservation + 300;
    expect(judgedAs({ ...known, reservation: { low, high: low + 100 } })[0]?.worst).toEqual({
      kind: 'reservation',
      size: 300,
    });
  });

  it('is none of the figures that leave for a seat while the cards lie covered', () => {
    const figures = covered(
      tiny,
      debriefOf(game, suspicions),
      game.moves,
      tiny.delegations[0]?.id ?? 'observer',
    );
    expect(Object.keys(figures)).not.toContain('believed');
  });
});
