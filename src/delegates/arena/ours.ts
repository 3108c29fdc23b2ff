import { timeAt } from './baselines.ts';
import { Consents } from './consent.ts';
import { Liking, startsOf } from './liking.ts';
import {
  accept,
  bestOf,
  countAbove,
  EPSILON,
  offer,
  worstOf,
  type Action,
  type Brief,
  type Strategy,
} from './negotiator.ts';

/** What can be turned; measured in docs/arena.md. */
export interface Temper {
  /** How late it concedes: exponent of the share of time passed, a multiple of a half. */
  readonly patience: number;
  /** The same with two others; a half less with each more: the more must agree, the more rounds that takes. */
  readonly patienceWithMany: number;
  /** With one other: share of its part at the guessed Nash point below which it does not ask. */
  readonly claim: number;
  /** It does not ask for more gain than this unless it was offered more: the last bit costs the other most, and who leaves by chance is lost. */
  readonly modesty: number;
  /** With several others: the same, or its part at the guessed Nash point if that is more. */
  readonly modestyWithMany: number;
  /** With one other: gain of an early offer for which it closes at once, at the start; it rises by the share of time passed. */
  readonly closingOfTwo: number;
  /** With several others: the same as the last whose yes is missing; it rises twice as fast. */
  readonly closingOfMany: number;
  /** Chance it gives itself that a last offer is taken which nobody has made yet, or which was refused and nothing new was said since. */
  readonly lastHope: number;
  /** The same if it was made and taken back, or if the other seems to like it no less than its own latest offers. */
  readonly likely: number;
  /** Offers of each other that it remembers for its last word. */
  readonly recent: number;
  /** How much an offer it has made before must be liked more than a new one. */
  readonly novelty: number;
  readonly noveltyWithMany: number;
}

export const TEMPER: Temper = {
  patience: 4,
  patienceWithMany: 5,
  claim: 0.5,
  modesty: 0.91,
  modestyWithMany: 0.8,
  closingOfTwo: 0.7,
  closingOfMany: 0.5,
  lastHope: 0.1,
  likely: 0.4,
  recent: 15,
  novelty: 0.3,
  noveltyWithMany: 1,
};

/** Outcomes looked at for one offer and for one guess, at most. */
const NEAR = 300;
const FAR = 100;
const GUESSES = 500;
/** Chance that what was offered just now is taken. */
const SAFE = 0.9;
/** The other's last offers that count as just now. */
const LATEST = 2;
/** More parties than this are a conference. */
const CROWD = 9;
const CLAIM_OF_CROWD = 0.1;
/** The last rounds among several: a share of all, and so many at least. */
const LATE = 0.05;
const LAST = 2;
const lateRounds = (rounds: number): number => Math.max(LAST, rounds * LATE);
/** What an offer to several promises in those rounds each time it has been made before, as a share. */
const STALE = 0.6;
/** Share of time from which it asks for less of one other who never offered anything it could bear. */
const DESPERATE = 0.85;
/** An offer that is better by less than this does not replace an earlier one, which its author likes better. */
const CRUMB = 0.02;
/** By so much more it must gain to close at the first offer it hears. */
const FIRST = 0.1;
/** What one other seems to like no more than this is taken to be no better to it than no agreement. */
const INDIFFERENT = 0.1;

/** `t^e` for whole and half e: exact everywhere, which `Math.pow` need not be. */
const power = (t: number, exponent: number): number => {
  let product = exponent % 1 === 0 ? 1 : Math.sqrt(t);
  for (let k = 1; k <= exponent; k += 1) product *= t;
  return product;
};

/**
 * Our own negotiator. It asks for what is at least its target and, of that, offers what the others seem to like most
 * (log-rolling). The target falls late towards a share of its part at what it believes is the Nash point, and never below the best
 * it was ever offered. Of what is equally liked it offers the new before the old. When nothing it says can be agreed any more it
 * takes what is on the table, if that is not below its reservation value; with its last word it weighs that against what the other
 * may still take. With several others it does so in all of the last rounds, by what each has said yes and no to: where two shut out each
 * other's offers, somebody has to make one that suits both.
 */
export const oursWith =
  (temper: Temper): Strategy =>
  (brief) => {
    const mind = new Mind(brief, temper);
    return {
      hear: ({ by, outcome }) => mind.hear(by, outcome),
      act: (round, standing) => mind.act(round, standing?.outcome, standing?.by),
    };
  };

export const ours: Strategy = oursWith(TEMPER);

class Mind {
  readonly #brief: Brief;
  readonly #temper: Temper;
  readonly #likings: readonly Liking[];
  readonly #starts: readonly number[];
  readonly #made = new Map<number, number>();
  readonly #low: number;
  readonly #high: number;
  readonly #rational: number;
  /** With several others, but for a conference. */
  readonly #consents: Consents | undefined;
  #offered: number | undefined;
  #nash = 0;
  /** The last offers heard. */
  readonly #recent: number[] = [];
  /** Own offers that the one other has not taken since it last said something new. */
  readonly #refused = new Set<number>();
  #said: number | undefined;

  constructor(brief: Brief, temper: Temper) {
    this.#brief = brief;
    this.#temper = temper;
    this.#starts = startsOf(brief.outcomes);
    this.#likings = Array.from({ length: brief.parties }, () => new Liking(brief.outcomes, this.#starts));
    this.#low = Math.max(brief.reservation, worstOf(brief));
    this.#high = bestOf(brief);
    this.#rational = countAbove(brief, brief.reservation);
    const { parties, seat } = brief;
    if (parties > 2 && parties <= CROWD)
      this.#consents = new Consents(
        parties,
        seat,
        (by, outcome) => this.#likedBy(by, outcome),
        // What somebody lets pass it likes, much as what it offers.
        (by, outcome) => this.#likings[by]?.learn(outcome),
      );
  }

  hear(by: number, outcome: number): void {
    this.#consents?.offered(by, outcome);
    this.#recent.push(outcome);
    if (this.#recent.length > this.#temper.recent * (this.#brief.parties - 1)) this.#recent.shift();
    if (this.#likings[by]?.learn(outcome) === true) this.#refused.clear();
    else if (this.#said !== undefined && this.#brief.parties === 2) this.#refused.add(this.#said);
    const enough = this.#offered === undefined ? EPSILON : this.#gain(this.#offered) + CRUMB;
    if (this.#gain(outcome) > enough) this.#offered = outcome;
  }

  act(round: number, standing: number | undefined, by = 0): Action {
    const { seat, parties, rounds, order } = this.#brief;
    const after = rounds * parties - 1 - (round * parties + seat);
    const acceptable = standing !== undefined && this.#bears(standing);
    // All others have to act once more for an offer of mine to be agreed.
    if (after < parties - 1) return acceptable ? accept : offer(order[0] ?? 0);
    if (this.#rational === 0) return offer(order[0] ?? 0);
    if (this.#consents !== undefined && rounds - round <= lateRounds(rounds))
      return this.#late(this.#consents, round, acceptable ? standing : undefined, by);
    if (round % 6 === 0) this.#guess();
    const t = timeAt(round, rounds);
    const target = this.#target(t);
    if (acceptable && this.#gain(standing) >= Math.min(target, this.#closing(t, by)) - EPSILON) return accept;
    const bid = this.#bid(target);
    // Of two, the second has no word that the first must take or leave: its last offer can be answered by another one.
    const final = parties === 2 ? 3 : parties;
    if (after < final) return this.#lastWord(bid, acceptable ? standing : undefined, after >= parties);
    if (acceptable && this.#gain(standing) >= this.#gain(bid) - EPSILON) return accept;
    // The word before the last reminds the other of the best it ever offered.
    if (parties === 2 && after < final + parties && this.#offered !== undefined) {
      if (acceptable && this.#gain(standing) >= this.#gain(this.#offered) - EPSILON) return accept;
      return this.#say(this.#offered);
    }
    this.#made.set(bid, (this.#made.get(bid) ?? 0) + 1);
    return this.#say(bid);
  }

  /**
   * Among several, in the last rounds: takes what stands if that promises as much as an offer of its own. In every other round that is the
   * one that promises most, in the others what they like most of what it asks for by then, which goes to nothing: where nobody has said yes
   * to anything yet, nobody knows what would be taken.
   */
  #late(consents: Consents, round: number, standing: number | undefined, by: number): Action {
    const { seat, parties, rounds } = this.#brief;
    consents.reckon();
    const left = rounds - round;
    const target = (this.#target(timeAt(round, rounds)) * left) / (lateRounds(rounds) + 1);
    const bid = left % 2 === 0 ? this.#mostPromising(consents) : this.#bid(target);
    if (standing !== undefined) {
      if ((seat + 1) % parties === by && this.#gain(standing) >= target) return accept;
      if (
        this.#stake(standing) * consents.chance(standing, by) >=
        this.#stake(bid) * consents.chance(bid, seat)
      )
        return accept;
    }
    this.#made.set(bid, (this.#made.get(bid) ?? 0) + 1);
    return this.#say(bid);
  }

  /** The outcome with most to be lost times the chance that all others take it, less where it was offered before. */
  #mostPromising(consents: Consents): number {
    const { order, seat } = this.#brief;
    let [best, most] = [order[0] ?? 0, -1];
    const look = (outcome: number): void => {
      const stale = power(STALE, Math.min(3, this.#made.get(outcome) ?? 0));
      const promised = this.#stake(outcome) * consents.chance(outcome, seat) * stale;
      if (promised > most) [best, most] = [outcome, promised];
    };
    const step = Math.max(1, Math.floor(this.#rational / (NEAR + FAR)));
    for (let place = 0; place < this.#rational; place += step) look(order[place] ?? 0);
    for (const outcome of this.#recent) if (this.#bears(outcome)) look(outcome);
    return best;
  }

  #say(outcome: number): Action {
    this.#consents?.offered(this.#brief.seat, outcome);
    this.#said = outcome;
    return offer(outcome);
  }

  /**
   * The last offer, or what stands if that is worth as much: what was offered just now will more likely be taken than what was taken
   * back since, and that more likely than what never was. What was refused by one who has said nothing new since will be again.
   *
   * @param answered Whether another offer may follow: then that is what is left if this one is refused.
   */
  #lastWord(bid: number, standing: number | undefined, answered: boolean): Action {
    const { likely, lastHope } = this.#temper;
    const latest = this.#recent.slice(this.#brief.parties === 2 ? -LATEST : 0);
    const level = Math.min(1, ...latest.map((outcome) => this.#liked(outcome)));
    const left = answered ? latest.reduce((sum, one) => sum + Math.max(0, this.#stake(one)), 0) / LATEST : 0;
    const chance = (outcome: number): number => {
      if (latest.includes(outcome)) return SAFE;
      if (this.#refused.has(outcome)) return lastHope;
      return this.#recent.includes(outcome) || this.#liked(outcome) >= level - EPSILON ? likely : lastHope;
    };
    let [best, most] = [bid, -Infinity];
    for (const outcome of [bid, ...this.#recent.filter((one) => this.#bears(one))]) {
      const taken = chance(outcome);
      const worth = taken * this.#stake(outcome) + (1 - taken) * left;
      if (worth > most) [best, most] = [outcome, worth];
    }
    return standing !== undefined && this.#stake(standing) >= most - EPSILON ? accept : this.#say(best);
  }

  /** Whether it is worth no less than no agreement. */
  #bears(outcome: number): boolean {
    return (this.#brief.mine[outcome] ?? 0) >= this.#brief.reservation - EPSILON;
  }

  /** 0 at the reservation value (or the worst there is, if that is more), 1 at the best. */
  #gain(outcome: number): number {
    const range = this.#high - this.#low;
    return range > 0 ? ((this.#brief.mine[outcome] ?? 0) - this.#low) / range : 0;
  }

  /** What is to be lost: utility over the reservation value, 1 at the best. */
  #stake(outcome: number): number {
    const { mine, reservation } = this.#brief;
    const most = this.#high - reservation;
    return most > 0 ? ((mine[outcome] ?? 0) - reservation) / most : 0;
  }

  /**
   * Gain for which it takes at once what makes an agreement, whatever its target: who concedes soon may also leave soon, and the longer
   * it has stayed the less so. Of one other the first offer must be better still: that is the other's best and says nothing of what it would give.
   */
  #closing(t: number, by: number): number {
    const { parties, seat } = this.#brief;
    if (parties > 2) return (seat + 1) % parties === by ? this.#temper.closingOfMany + 2 * t : 1;
    return this.#temper.closingOfTwo + ((this.#likings[by]?.heard ?? 0) > 1 ? t : FIRST);
  }

  /**
   * In gain. One other that offered something once can be held to it; of several each speaks for itself. With one that never offered
   * anything bearable an agreement comes from its own offers or not at all: late it asks for less and less.
   */
  #target(t: number): number {
    const { claim, patience, modesty } = this.#temper;
    if (this.#brief.parties > 2) return this.#targetOfMany(t);
    const least = Math.min(1, claim * this.#nash);
    const byTime = Math.min(modesty, least + (1 - least) * (1 - power(t, patience)));
    if (this.#offered !== undefined) return Math.max(byTime, this.#gain(this.#offered));
    return t > DESPERATE ? (byTime * (1 - t)) / (1 - DESPERATE) : byTime;
  }

  #targetOfMany(t: number): number {
    const { parties } = this.#brief;
    const { patienceWithMany, modestyWithMany } = this.#temper;
    // A whole conference needs many rounds in which all ask for little: whoever waits for the last one gets nothing.
    if (parties > CROWD) return 1 - (1 - CLAIM_OF_CROWD * this.#nash) * Math.sqrt(Math.sqrt(t));
    const patience = patienceWithMany - (parties - 3) / 2;
    return Math.min(1 - power(t, patience), Math.max(modestyWithMany, this.#nash));
  }

  /** How much one of the others seems to like an outcome, 0 to 1. */
  #likedBy(by: number, outcome: number): number {
    const { values, options } = this.#brief.outcomes;
    const adds = this.#likings[by]?.adds;
    let liked = 0;
    for (let k = 0; k < options.length; k += 1)
      liked += adds?.[(this.#starts[k] ?? 0) + (values[outcome * options.length + k] ?? 0)] ?? 0;
    return liked;
  }

  /** How much the others seem to like an outcome: with several, half of it is what the least pleased likes. */
  #liked(outcome: number): number {
    const { seat, parties } = this.#brief;
    let [sum, least] = [0, 1];
    for (let by = 0; by < parties; by += 1) {
      if (by === seat) continue;
      const liked = this.#likedBy(by, outcome);
      sum += liked;
      if (liked < least) least = liked;
    }
    const mean = sum / Math.max(1, parties - 1);
    return parties === 2 ? mean : (mean + least) / 2;
  }

  /** Own gain at the outcome with the largest guessed product of gains. */
  #guess(): void {
    const { order, parties } = this.#brief;
    const step = Math.max(1, Math.floor(this.#rational / GUESSES));
    // Where nothing of mine has ever been offered, nothing is known of what the other would take: no claim.
    const indifferent = parties === 2 ? INDIFFERENT : 0;
    let most = 0;
    this.#nash = 0;
    for (let k = 0; k < this.#rational; k += step) {
      const outcome = order[k] ?? 0;
      const gain = this.#gain(outcome);
      const liked = Math.max(0, this.#liked(outcome) - indifferent);
      const product = this.#stake(outcome) * power(liked, parties - 1);
      if (product > most) {
        most = product;
        this.#nash = gain;
      }
    }
  }

  /** Of what reaches the target: what the others seem to like most, new offers before old, the better for me on a tie. */
  #bid(target: number): number {
    const { order } = this.#brief;
    const utility = this.#low + target * (this.#high - this.#low);
    const above = Math.max(1, Math.min(this.#rational, countAbove(this.#brief, utility)));
    let best = order[0] ?? 0;
    let most = -Infinity;
    const novelty = this.#brief.parties > 2 ? this.#temper.noveltyWithMany : this.#temper.novelty;
    const look = (place: number): void => {
      const outcome = order[place] ?? 0;
      const repeated = Math.min(3, this.#made.get(outcome) ?? 0);
      const score = this.#liked(outcome) + 0.05 * this.#gain(outcome) - novelty * repeated;
      if (score > most) {
        most = score;
        best = outcome;
      }
    };
    const near = Math.max(0, above - NEAR);
    for (let place = near; place < above; place += 1) look(place);
    const step = Math.max(1, Math.floor(near / FAR));
    for (let place = 0; place < near; place += step) look(place);
    return best;
  }
}
