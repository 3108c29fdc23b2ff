import {
  countTexts,
  distanceTo,
  geometricMean,
  nash,
  nashShare,
  paretoDistance,
  rankOf,
  textAt,
  worthOf,
  type Problem,
} from '../../analysis/index.ts';
import { chanceOf } from './chance.ts';

/** A negotiation problem for the arena. */
export interface ArenaDomain {
  readonly name: string;
  /** Worths as whole numbers. */
  readonly problem: Problem;
  /** How many of them make a utility of 1. */
  readonly unit: number;
}

/** The outcomes that can be offered, by number; who likes them is not said here. */
export interface Outcomes {
  readonly count: number;
  /** By issue: how many values it has. */
  readonly options: readonly number[];
  /** `[outcome * issues + issue]`. */
  readonly values: Uint16Array;
}

/** A domain made ready for many negotiations. */
export interface ArenaTable {
  readonly domain: ArenaDomain;
  readonly outcomes: Outcomes;
  /** Whether every outcome of the domain can be offered, or only a sample. */
  readonly whole: boolean;
  /** By party and outcome; 1 is the best there is on the domain's own scale. */
  readonly utilities: readonly Float64Array[];
  /** By party: outcomes from best to worst; ties by number, the highest first. */
  readonly orders: readonly Uint32Array[];
  readonly reservations: readonly number[];
  /** By party: utility of its best feasible outcome; of its best outcome where none is feasible. */
  readonly ideals: readonly number[];
  /** By party: gains at the Nash point; `undefined` where no outcome is feasible. */
  readonly nashGains: readonly number[] | undefined;
}

/** Larger spaces are cut to a sample. */
export const MOST_OUTCOMES = 400_000;
const SAMPLE = 60_000;

const ranksOf = (domain: ArenaDomain, seed: string): Float64Array => {
  const { options } = domain.problem;
  const texts = countTexts(options);
  if (texts <= MOST_OUTCOMES) return Float64Array.from({ length: texts }, (_, rank) => rank);
  const chance = chanceOf(`${seed}/${domain.name}/sample`);
  const ranks = new Set<number>();
  // Everybody's best is among them, so that the first offers are those of the whole space.
  for (const party of domain.problem.parties)
    ranks.add(
      rankOf(
        options,
        party.table.map((row) => row.indexOf(Math.max(...row))),
      ),
    );
  while (ranks.size < SAMPLE)
    ranks.add(
      rankOf(
        options,
        options.map((count) => Math.floor(chance() * count)),
      ),
    );
  return Float64Array.from(ranks).toSorted();
};

/**
 * Outcomes from best to worst for these utilities; ties by number, the highest first: read from the worst they stand as a stable sort
 * leaves them.
 */
export const orderOf = (utilities: Float64Array): Uint32Array =>
  Uint32Array.from(utilities, (_, k) => k).toSorted(
    (a, b) => (utilities[b] ?? 0) - (utilities[a] ?? 0) || b - a,
  );

/** Feasible in the sample: at least the reservation value to everybody. */
const bestOfAll = (
  utilities: readonly Float64Array[],
  reservations: readonly number[],
  count: number,
): Pick<ArenaTable, 'ideals' | 'nashGains'> => {
  const tops = utilities.map((own) => own.reduce((most, u) => Math.max(most, u), -Infinity));
  const ideals = reservations.map(() => -Infinity);
  let best = -1;
  let at = -1;
  for (let outcome = 0; outcome < count; outcome += 1) {
    let product = 1;
    for (let i = 0; i < utilities.length; i += 1) {
      const gain = (utilities[i]?.[outcome] ?? 0) - (reservations[i] ?? 0);
      if (gain < 0) {
        product = -1;
        break;
      }
      // Scaled by the most there is to gain, so that many parties do not underflow.
      const most = (tops[i] ?? 0) - (reservations[i] ?? 0);
      product *= most > 0 ? gain / most : 1;
    }
    if (product < 0) continue;
    for (let i = 0; i < ideals.length; i += 1)
      ideals[i] = Math.max(ideals[i] ?? 0, utilities[i]?.[outcome] ?? 0);
    if (product > best) [best, at] = [product, outcome];
  }
  if (at < 0) return { ideals: tops, nashGains: undefined };
  return { ideals, nashGains: utilities.map((own, i) => (own[at] ?? 0) - (reservations[i] ?? 0)) };
};

/** @param seed Draws the sample where the space is too large to be listed. */
export const layTable = (domain: ArenaDomain, seed: string): ArenaTable => {
  const { problem, unit } = domain;
  const { options, parties } = problem;
  const ranks = ranksOf(domain, seed);
  const count = ranks.length;
  const values = new Uint16Array(count * options.length);
  const utilities = parties.map(() => new Float64Array(count));
  ranks.forEach((rank, outcome) => {
    const text = textAt(options, rank);
    text.forEach((value, issue) => (values[outcome * options.length + issue] = value));
    parties.forEach((party, i) => {
      const own = utilities[i];
      if (own !== undefined) own[outcome] = worthOf(party, text) / unit;
    });
  });
  const reservations = parties.map((party) => party.reservation / unit);
  const whole = count === countTexts(options);
  const best = bestOfAll(utilities, reservations, count);
  const exact = whole ? undefined : nash(problem);
  return {
    domain,
    outcomes: { count, options, values },
    whole,
    utilities,
    orders: utilities.map(orderOf),
    reservations,
    ...best,
    ...(exact === undefined ? {} : { nashGains: exact.gains.map((gain) => gain / unit) }),
  };
};

/** How good an end was. */
export interface Score {
  /** By party; the reservation value without an agreement. */
  readonly utilities: readonly number[];
  /** By party: utility over the reservation value, as a share of the best feasible utility over it. 0 where nothing is to be gained. */
  readonly advantages: readonly number[];
  /** 0 without an agreement; `undefined` where no outcome is feasible. */
  readonly nashShare: number | undefined;
  /** `paretoDistance` of the analysis room: 0 on the frontier, 1 for no agreement where one was possible. */
  readonly paretoDistance: number;
}

/** @param agreement An outcome by number, `undefined` for none. */
export const scoreOf = (table: ArenaTable, agreement: number | undefined): Score => {
  const { reservations, ideals, nashGains } = table;
  const utilities =
    agreement === undefined ? reservations : table.utilities.map((own) => own[agreement] ?? 0);
  const gains = utilities.map((u, i) => u - (reservations[i] ?? 0));
  return {
    utilities,
    advantages: gains.map((gain, i) => {
      const most = (ideals[i] ?? 0) - (reservations[i] ?? 0);
      return most > 0 ? gain / most : 0;
    }),
    nashShare: nashGains === undefined ? undefined : agreement === undefined ? 0 : shareOf(gains, nashGains),
    paretoDistance: distanceOf(table, utilities),
  };
};

const shareOf = (gains: readonly number[], best: readonly number[]): number =>
  geometricMean(best) === 0 && gains.some((gain) => gain < 0) ? 0 : nashShare(gains, best);

const distanceOf = (table: ArenaTable, utilities: readonly number[]): number => {
  const { domain, outcomes, reservations } = table;
  const { problem, unit } = domain;
  const worths = utilities.map((u) => Math.round(u * unit));
  if (!table.whole) return paretoDistance(problem, worths);
  let most = 0;
  let at = -1;
  for (let outcome = 0; outcome < outcomes.count; outcome += 1) {
    let more = 0;
    for (let i = 0; i < utilities.length; i += 1) {
      const u = table.utilities[i]?.[outcome] ?? 0;
      const gain = u - (utilities[i] ?? 0);
      if (gain < 0 || u < (reservations[i] ?? 0)) {
        more = -1;
        break;
      }
      more += gain;
    }
    if (more > most) [most, at] = [more, outcome];
  }
  if (at < 0) return 0;
  return distanceTo(
    problem,
    worths,
    table.utilities.map((own) => Math.round((own[at] ?? 0) * unit)),
  );
};
