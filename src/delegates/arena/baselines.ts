import {
  accept,
  bestOf,
  countAbove,
  EPSILON,
  nearest,
  offer,
  worstAbove,
  worstOf,
  type Brief,
  type Strategy,
} from './negotiator.ts';

/** Published negotiators, written from their definitions. All but `random` promise never to end below their reservation value. */

/** Share of the deadline that has passed when a round (from 0) is played: never 0, never 1. */
export const timeAt = (round: number, rounds: number): number => (round + 1) / (rounds + 1);

/** Nothing below the reservation value is good enough, whatever the target. */
const goodEnough = ({ mine, reservation }: Brief, outcome: number, target: number): boolean =>
  (mine[outcome] ?? 0) >= Math.max(reservation, target) - EPSILON;

/** By so much an outcome may miss a time-dependent target, as in NegMAS. */
const TOLERANCE = 1e-4;

/**
 * Time-dependent tactic: target `min + (max - min) (1 - t^e)`; offers the worst outcome not below it, accepts what reaches it.
 * Faratin, Sierra, Jennings (1998), Robotics and Autonomous Systems 24; exponents 4 (boulware), 1 (linear), 1/4 (conceder) as in
 * NegMAS.
 */
const timeDependent =
  (power: (t: number) => number): Strategy =>
  (brief) => {
    const low = Math.max(brief.reservation, worstOf(brief));
    const high = bestOf(brief);
    return {
      hear: () => undefined,
      act: (round, standing) => {
        const target = low + Math.max(0, high - low) * (1 - power(timeAt(round, brief.rounds))) - TOLERANCE;
        if (standing !== undefined && goodEnough(brief, standing.outcome, target)) return accept;
        return offer(worstAbove(brief, target));
      },
    };
  };

export const boulware = timeDependent((t) => t * t * t * t);
export const linear = timeDependent((t) => t);
export const conceder = timeDependent((t) => Math.sqrt(Math.sqrt(t)));

/** Rounds after the first in which naive tit-for-tat takes a smallest step of its own. */
const OPENING = 2;

/**
 * Naive tit-for-tat by own utility: it takes what the last offer gives it, as a share of its range above the reservation value, for what
 * the other has conceded, and concedes the same share of its whole range; so it accepts from half on. Its best in the first round; in
 * the next two a step as small as that between two of its own best outcomes, the next two each time it is asked. With several others it
 * answers whoever spoke last. The rule of NegMAS' NaiveTitForTatNegotiator, in which unlike in Faratin's tactics the level counts and not
 * the step; but offers below the reservation value are not made.
 */
export const titForTat: Strategy = (brief) => {
  const { mine, order, reservation } = brief;
  const high = bestOf(brief);
  const worst = worstOf(brief);
  const low = Math.max(reservation, worst);
  let place = 0;
  const smallStep = (): number => {
    const step = (mine[order[place] ?? 0] ?? 0) - (mine[order[place + 1] ?? 0] ?? 0);
    place += 2;
    return high > worst ? step / (high - worst) : 0;
  };
  const given = (outcome: number): number => (high > low ? ((mine[outcome] ?? 0) - low) / (high - low) : 1);
  const concession = (round: number, outcome: number | undefined): number => {
    if (round === 0) return 0;
    if (round <= OPENING) return smallStep();
    return outcome === undefined ? 0 : Math.min(1, Math.max(0, given(outcome)));
  };
  return {
    hear: () => undefined,
    act: (round, standing) => {
      if (
        standing !== undefined &&
        given(standing.outcome) >= Math.max(0, 1 - concession(round, standing.outcome) - EPSILON)
      )
        return accept;
      const target = worst + (1 - concession(round, standing?.outcome)) * (high - worst);
      return offer(worstAbove(brief, Math.max(reservation, target)));
    },
  };
};

/** How many different offers of the others a new one of its own is an answer to. */
type Heard = (brief: Brief) => {
  readonly hear: (by: number, outcome: number) => void;
  readonly count: () => number;
};

/**
 * MiCRO: own outcomes from best to worst; a new one only if it has made no more different offers than it has heard, else one of the old
 * again, drawn by chance. Accepts what is worth as much as the worst it would offer now. de Jonge (2022), IJCAI.
 */
const microBy =
  (listen: Heard): Strategy =>
  (brief) => {
    const { mine, order } = brief;
    const heard = listen(brief);
    const rational = countAbove(brief, brief.reservation);
    let made = 0;
    return {
      hear: ({ by, outcome }) => heard.hear(by, outcome),
      act: (_, standing) => {
        const fresh = made < rational && made <= heard.count();
        const worst = mine[order[Math.max(0, fresh ? made : made - 1)] ?? 0] ?? 0;
        if (standing !== undefined && goodEnough(brief, standing.outcome, worst)) return accept;
        if (!fresh) return offer(order[Math.floor(brief.chance() * Math.max(1, made))] ?? 0);
        made += 1;
        return offer(order[made - 1] ?? 0);
      },
    };
  };

/** The rule for two parties as it stands: with several others it answers every new offer of anybody, as in NegMAS. */
export const micro = microBy(() => {
  const heard = new Set<number>();
  return { hear: (_, outcome) => heard.add(outcome), count: () => heard.size };
});

/** MiCRO-Min, the rule for several: only as many new offers as the slowest of the others has made (arXiv 2510.17401). */
export const microMin = microBy(({ seat, parties }) => {
  const heard = Array.from({ length: parties }, () => new Set<number>());
  return {
    hear: (by, outcome) => heard[by]?.add(outcome),
    count: () => Math.min(...heard.flatMap((offers, by) => (by === seat ? [] : [offers.size]))),
  };
});

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
 * depends on the size of the domain, and u_behaviour takes from the utility of its own last bid what the others' last four steps
 * gave, times .5 (1 + t). By time alone until three offers were heard. Accepts what is worth its next bid. Keskin, Çakan, Aydoğan
 * (2021), AAMAS, "Solver Agent"; the constants are those of NegoLog and NegMAS. As in NegMAS it finds a bid to judge the offer by and
 * then, from that, the one it makes, so that what the others gave counts twice a round.
 */
export const hybrid: Strategy = (brief) => {
  const { mine } = brief;
  const heard: number[] = [];
  const end = Math.max(brief.reservation, hybridEnd(brief.outcomes.count));
  let last: number | undefined;
  const bid = (t: number): number => {
    const byTime = (1 - t) * (1 - t) + 2 * (1 - t) * t * 0.75 + t * t * end;
    const steps = heard.slice(1).map((u, k) => u - (heard[k] ?? 0));
    const weights = WINDOWS[steps.length - 1] ?? [];
    const given = steps.reduce((sum, step, k) => sum + step * (weights[k] ?? 0), 0);
    const target =
      last === undefined || heard.length < 3
        ? byTime
        : (1 - t * t) * ((mine[last] ?? 0) - 0.5 * (1 + t) * given) + t * t * byTime;
    last = nearest(brief, Math.max(brief.reservation, target));
    return last;
  };
  return {
    hear: ({ outcome }) => {
      heard.push(mine[outcome] ?? 0);
      if (heard.length > 5) heard.shift();
    },
    act: (round, standing) => {
      const t = timeAt(round, brief.rounds);
      if (standing !== undefined && goodEnough(brief, standing.outcome, mine[bid(t)] ?? 0)) return accept;
      return offer(bid(t));
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
