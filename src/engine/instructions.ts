import { draw, within } from './draw.ts';
import { largest, smallest } from './extremes.ts';
import { placeOf } from './lookup.ts';
import type { Mandate, PairWorth, Provision, RawWants } from './mandate.ts';
import type { Delegation, Scenario, Span } from './scenario.ts';
import type { Track } from './scenario-world.ts';
import type { Table } from './table.ts';
import type { Vow } from './vocabulary.ts';

/** Worth of the best reachable text, hundredths of a point. */
export const BEST = 10_000;
/** Reservation values stay between these, so that agreement is never worthless nor out of reach by decree. */
const LOWEST_RESERVATION = 0;
export const HIGHEST_RESERVATION = 9_500;

/**
 * What anybody can expect a delegation to want: the middle of every range of the scenario. Public knowledge.
 * Red lines are those whose chance is at least even.
 */
export const expectedMandate = (scenario: Scenario, place: number): Mandate =>
  mandateFrom(scenario, place, (span) => Math.round((span.min + span.max) / 2), 50);

/** The mandate that the seed draws for a delegation (by place) from the scenario's ranges. */
export const drawMandate = (table: Table, place: number): Mandate => {
  let drawn = 0;
  const next = (span: Span): number => {
    drawn += 1;
    return within(span, draw(table.seed, 'mandate', place, drawn));
  };
  return mandateFrom(table.scenario, place, next, undefined);
};

/** Puts a mandate together from the scenario's ranges by `take`; red lines from `even` percent on, or drawn. */
const mandateFrom = (
  scenario: Scenario,
  place: number,
  take: (span: Span) => number,
  even: number | undefined,
): Mandate => {
  const delegation = scenario.delegations[place];
  if (delegation === undefined) throw new RangeError(`no delegation at ${place}`);
  const raw: RawWants = {
    weights: delegation.wants.map((want) => take(want.weight)),
    values: delegation.wants.map((want) => want.values.map(take)),
    pairs: scenario.linkages.flatMap((linkage) => {
      const worth = linkage.worth.find((item) => item.delegation === delegation.id);
      return worth === undefined ? [] : cells(scenario, linkage.first, linkage.second, take(worth.points));
    }),
  };
  // Drawn one after the other, in this order; the points last, so that a scenario without side tracks gives the mandates it always did.
  const redLines = drawRedLines(delegation, () => even ?? take({ min: 1, max: 100 }));
  const reservation = take({ min: delegation.reservation.min * 100, max: delegation.reservation.max * 100 });
  const tokenWorth = delegation.tokenWorth.map(take);
  const costs = scenario.concessions.map((concession) => {
    const giver = concession.givers.find((item) => item.delegation === delegation.id);
    return giver === undefined ? null : take(giver.cost);
  });
  const gains = scenario.concessions.map((concession) => {
    const receiver = concession.receivers.find((item) => item.delegation === delegation.id);
    return receiver === undefined ? 0 : take(receiver.worth);
  });
  const tensionStake = take(delegation.stakes.tension);
  const damageStake = take(delegation.stakes.damage);
  const faceStake = take(delegation.stakes.face);
  const points = scenario.tracks.flatMap((track) => pointWorths(track, delegation, take));
  // Each key once: a literal that names one twice after a spread has its keys in another order in V8, and fingerprints go by the order.
  return {
    ...scaled(raw),
    redLines,
    reservation,
    tokenWorth,
    costs,
    gains,
    points,
    vows: [],
    tensionStake,
    damageStake,
    faceStake,
    raw,
  };
};

const pointWorths = (track: Track, delegation: Delegation, take: (span: Span) => number): readonly number[] =>
  track.points.map((point) => {
    const found = point.worth.find((item) => item.delegation === delegation.id);
    return found === undefined ? 0 : take(found.worth);
  });

const cells = (
  scenario: Scenario,
  first: Scenario['linkages'][number]['first'],
  second: Scenario['linkages'][number]['second'],
  worth: number,
): readonly PairWorth[] => {
  const one = placeOf(scenario, 'article', first.article);
  const two = placeOf(scenario, 'article', second.article);
  return first.options.flatMap((o) =>
    second.options.map((p) =>
      one < two ? { a: one, o, b: two, p, worth } : { a: two, o: p, b: one, p: o, worth },
    ),
  );
};

const drawRedLines = (delegation: Delegation, percent: () => number): readonly Provision[] =>
  delegation.redLines.flatMap((line) =>
    percent() <= line.chance ? line.options.map((option) => ({ article: line.article, option })) : [],
  );

/**
 * Table, pairs and base in hundredths of a point, such that the worst text is worth 0 and the best 10 000, exactly.
 * Rounding leaves the best some hundredths off; the difference goes to one option that is in the best text and not in the worst.
 */
export const scaled = (raw: RawWants): Pick<Mandate, 'table' | 'pairs' | 'base'> => {
  const sum = Math.max(
    1,
    raw.weights.reduce((total, weight) => total + weight, 0),
  );
  const rough = raw.values.map((row, article) =>
    row.map((value) => Math.round(((raw.weights[article] ?? 0) * value * 100) / sum)),
  );
  const roughPairs = raw.pairs.map((pair) => ({ ...pair, worth: pair.worth * 100 }));
  const spread = largest(rough, roughPairs).worth - smallest(rough, roughPairs).worth;
  if (spread <= 0) return { table: rough.map((row) => row.map(() => 0)), pairs: [], base: BEST };
  const fit = (worth: number): number => Math.round((worth * BEST) / spread);
  const table = rough.map((row) => row.map(fit));
  const pairs = roughPairs.map((pair) => ({ ...pair, worth: fit(pair.worth) }));
  for (let round = 0; round < 50; round += 1) {
    const top = largest(table, pairs);
    const bottom = smallest(table, pairs);
    const off = BEST - (top.worth - bottom.worth);
    if (off === 0) return { table, pairs, base: -bottom.worth };
    const article = top.text.findIndex((option, place) => option !== bottom.text[place]);
    const row = table[article];
    const option = top.text[article];
    if (row === undefined || option === undefined) break;
    row[option] = (row[option] ?? 0) + off;
  }
  return { table, pairs, base: -smallest(table, pairs).worth };
};

/** The mandate after its capital weighs some articles anew: percent of the weight so far, by article. */
export const reweighed = (mandate: Mandate, percent: ReadonlyMap<number, number>): Mandate => {
  const weights = mandate.raw.weights.map((weight, article) =>
    Math.max(1, Math.min(1_000, Math.round((weight * (percent.get(article) ?? 100)) / 100))),
  );
  const raw: RawWants = { ...mandate.raw, weights };
  const fresh = scaled(raw);
  return { ...mandate, ...fresh, raw, table: mandate.vows.reduce(vowed, fresh.table) };
};

/** A table in which what was ruled out costs something, and so does going without what was insisted on. */
const vowed = (table: Mandate['table'], vow: Mandate['vows'][number]): Mandate['table'] =>
  table.map((row, article) =>
    article === vow.article
      ? row.map((worth, option) =>
          (option === vow.option) === (vow.says === 'never') ? worth - vow.cost : worth,
        )
      : row,
  );

/** The mandate of a delegation that has tied its hands in public. A vow only takes away: texts can now be worth less than 0. */
export const withVow = (
  mandate: Mandate,
  article: number,
  option: number,
  says: Vow,
  cost: number,
): Mandate => {
  const vow = { article, option, says, cost };
  return { ...mandate, vows: [...mandate.vows, vow], table: vowed(mandate.table, vow) };
};

/** The mandate without one of its red lines. */
export const withoutRedLine = (mandate: Mandate, { article, option }: Provision): Mandate => ({
  ...mandate,
  redLines: mandate.redLines.filter((line) => line.article !== article || line.option !== option),
});

/** The mandate with its reservation value moved by hundredths of a point. */
export const withReservation = (mandate: Mandate, by: number): Mandate => ({
  ...mandate,
  reservation: Math.max(LOWEST_RESERVATION, Math.min(HIGHEST_RESERVATION, mandate.reservation + by)),
});
