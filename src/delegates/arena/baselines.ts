import {
  accept,
  bestOf,
  countAbove,
  EPSILON,
  floorOf,
  nearest,
  offer,
  worstAbove,
  type Brief,
  type Strategy,
} from './negotiator.ts';

/** Published negotiators, written from their definitions. All but `random` promise never to end below their reservation value. */

/** Share of the deadline that has passed when a round (from 0) is played: never 0, never 1. */
export const timeAt = (round: number, rounds: number): number => (round + 1) / (rounds + 1);

/** Nothing below the reservation value is good enough, whatever the target. */
const goodEnough = ({ mine, reservation }: Brief, outcome: number, target: number): boolean =>
  (mine[outcome] ?? 0) >= Math.max(reservation, target) - EPSILON;

/**
 * Time-dependent tactic: target `min + (max - min) (1 - t^e)`; offers the worst outcome not below it, accepts what reaches it.
 * Faratin, Sierra, Jennings (1998), Robotics and Autonomous Systems 24; exponents 4 (boulware), 1 (linear), 1/4 (conceder) as in
 * NegMAS.
 */
const timeDependent =
  (power: (t: number) => number): Strategy =>
  (brief) => {
    const low = floorOf(brief);
    const high = bestOf(brief);
    return {
      hear: () => undefined,
      act: (round, standing) => {
        const target = low + Math.max(0, high - low) * (1 - power(timeAt(round, brief.rounds)));
        if (standing !== undefined && goodEnough(brief, standing.outcome, target)) return accept;
        return offer(worstAbove(brief, target));
      },
    };
  };

export const boulware = timeDependent((t) => t * t * t * t);
export const linear = timeDependent((t) => t);
export const conceder = timeDependent((t) => Math.sqrt(Math.sqrt(t)));

/**
 * Absolute tit-for-tat by own utility: concedes as much of it as the others' last offers gave it more than those before
 * (Faratin, Sierra, Jennings 1998, section 4.3). With several others: their mean. Begins with its best, then one smallest step.
 */
export const titForTat: Strategy = (brief) => {
  const { mine, order } = brief;
  const heard = new Map<number, { readonly last: number; readonly before: number | undefined }>();
  let asked: number | undefined;
  const low = floorOf(brief);
  const high = bestOf(brief);
  return {
    hear: ({ by, outcome }) => {
      heard.set(by, { last: mine[outcome] ?? 0, before: heard.get(by)?.last });
    },
    act: (_, standing) => {
      const steps = [...heard.values()].flatMap(({ last, before }) =>
        before === undefined ? [] : [last - before],
      );
      const step = steps.reduce((sum, one) => sum + one, 0) / Math.max(1, steps.length);
      const second = mine[order[countAbove(brief, high)] ?? order[0] ?? 0] ?? high;
      const target =
        asked === undefined
          ? high
          : Math.max(low, Math.min(high, steps.length === 0 ? Math.min(asked, second) : asked - step));
      if (standing !== undefined && goodEnough(brief, standing.outcome, target)) return accept;
      asked = target;
      return offer(nearest(brief, target));
    },
  };
};

/**
 * MiCRO: own outcomes from best to worst; a new one only if it has made no more different offers than each of the others, else one
 * of the old again, drawn by chance. Accepts what is worth as much as the worst it would offer now. de Jonge (2022), IJCAI; with
 * several others the least counts (MiCRO-Min, arXiv 2510.17401).
 */
export const micro: Strategy = (brief) => {
  const { mine, order, seat, parties } = brief;
  const heard = Array.from({ length: parties }, () => new Set<number>());
  const rational = countAbove(brief, brief.reservation);
  let made = 0;
  return {
    hear: ({ by, outcome }) => {
      heard[by]?.add(outcome);
    },
    act: (_, standing) => {
      const least = Math.min(...heard.flatMap((offers, by) => (by === seat ? [] : [offers.size])));
      const fresh = made < rational && made <= least;
      const worst = mine[order[Math.max(0, fresh ? made : made - 1)] ?? 0] ?? 0;
      if (standing !== undefined && goodEnough(brief, standing.outcome, worst)) return accept;
      if (!fresh) return offer(order[Math.floor(brief.chance() * Math.max(1, made))] ?? 0);
      made += 1;
      return offer(order[made - 1] ?? 0);
    },
  };
};

/** Weights of the last steps of the others, newest last. */
const WINDOWS: readonly (readonly number[])[] = [
  [1],
  [0.25, 0.75],
  [0.11, 0.22, 0.66],
  [0.05, 0.15, 0.3, 0.5],
];

/** Utility at which the hybrid ends, by the size of the domain. */
const hybridEnd = (outcomes: number): number => {
  if (outcomes < 450) return 0.8;
  if (outcomes < 1_500) return 0.775;
  if (outcomes < 4_500) return 0.75;
  if (outcomes < 18_000) return 0.725;
  return outcomes < 33_000 ? 0.7 : 0.675;
};

/**
 * Hybrid of time and behaviour: `(1 - t²) u_behaviour + t² u_time`, where u_time is a Bézier curve from 1 by .75 to an end that
 * depends on the size of the domain, and u_behaviour takes from the utility of its own last offer what the others' last four steps
 * gave, times .5 (1 + t). By time alone until three offers were heard. Keskin, Çakan, Aydoğan (2021), AAMAS, "Solver Agent"; the
 * constants are those of NegoLog and NegMAS.
 */
export const hybrid: Strategy = (brief) => {
  const { mine } = brief;
  const heard: number[] = [];
  const end = Math.max(brief.reservation, hybridEnd(brief.outcomes.count));
  let made: number | undefined;
  return {
    hear: ({ outcome }) => {
      heard.push(mine[outcome] ?? 0);
      if (heard.length > 5) heard.shift();
    },
    act: (round, standing) => {
      const t = timeAt(round, brief.rounds);
      const byTime = (1 - t) * (1 - t) + 2 * (1 - t) * t * 0.75 + t * t * end;
      const steps = heard.slice(1).map((u, k) => u - (heard[k] ?? 0));
      const weights = WINDOWS[steps.length - 1] ?? [];
      const given = steps.reduce((sum, step, k) => sum + step * (weights[k] ?? 0), 0);
      const target =
        made === undefined || heard.length < 3
          ? byTime
          : (1 - t * t) * ((mine[made] ?? 0) - 0.5 * (1 + t) * given) + t * t * byTime;
      if (standing !== undefined && goodEnough(brief, standing.outcome, target)) return accept;
      made = nearest(brief, target);
      return offer(made);
    },
  };
};

/** Accepts with chance .15, leaves with .1, else offers any outcome: the random negotiator of NegMAS. It promises nothing. */
export const random: Strategy = (brief) => ({
  hear: () => undefined,
  act: (_, standing) => {
    const drawn = brief.chance();
    if (standing !== undefined && drawn < 0.15) return accept;
    if (standing !== undefined && drawn < 0.25) return { kind: 'leave' };
    return offer(Math.floor(brief.chance() * brief.outcomes.count));
  },
});
