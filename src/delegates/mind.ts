import { logistic } from '../analysis/index.ts';
import { withReservation, type Mandate } from '../engine/seat.ts';
import { instructed, type Prior } from './prior.ts';
import { tied, type Shape } from './shape.ts';

/** Φ(x) is the logistic function of 1.702 x, to within a hundredth. */
const PROBIT = 1.702;

/**
 * What is believed of one delegation: a normal distribution over what each option adds, over each linkage and over the
 * level of its reservation value, centred on the middle of the scenario's ranges. It learns by signs: "this text is worth
 * more than nothing to it", "it likes this option more than the others of the article". Hundredths of a point.
 */
export class Mind {
  readonly #shape: Shape;
  readonly #prior: Prior;
  #mandate: Mandate;
  #ties: readonly number[];
  /** Deviation from the middle: cells, then linkages, then the level. */
  readonly mean: Float64Array;
  readonly #covariance: Float64Array;
  readonly #size: number;
  /** By cell: chance, 0 to 1, that it is a red line. */
  readonly redLines: Float64Array;

  constructor(shape: Shape, prior: Prior) {
    this.#shape = shape;
    this.#prior = prior;
    this.#mandate = prior.mandate;
    this.#ties = tieWorths(shape, prior, prior.mandate);
    this.#size = shape.cells + shape.ties.length + 1;
    this.mean = new Float64Array(this.#size);
    this.#covariance = new Float64Array(this.#size * this.#size);
    this.redLines = Float64Array.from(prior.redLines);
    this.#fill();
  }

  #fill(): void {
    const { offset, options, cells, ties } = this.#shape;
    const size = this.#size;
    options.forEach((count, article) => {
      const from = offset[article] ?? 0;
      for (let o = 0; o < count; o += 1)
        for (let p = 0; p < count; p += 1)
          this.#covariance[(from + o) * size + from + p] = this.#prior.rows[from + o]?.[p] ?? 0;
    });
    ties.forEach((_, tie) => {
      const at = cells + tie;
      this.#covariance[at * size + at] = this.#prior.ties[tie] ?? 0;
    });
    const last = size - 1;
    this.#covariance[last * size + last] = this.#prior.level.variance;
    this.mean[last] = this.#prior.level.shift;
  }

  /** The middle mandate now, new instructions included. */
  get mandate(): Mandate {
    return this.#mandate;
  }

  /** Middle estimate of what an option adds. */
  cell(article: number, option: number): number {
    const at = (this.#shape.offset[article] ?? 0) + option;
    return (this.#mandate.table[article]?.[option] ?? 0) + (this.mean[at] ?? 0);
  }

  /** Middle estimate of the level: what a text has over the reservation value beside its cells and linkages. */
  get level(): number {
    return this.#mandate.base - this.#mandate.reservation + (this.mean[this.#size - 1] ?? 0);
  }

  /** Middle estimate of a linkage's worth. */
  tie(tie: number): number {
    return (this.#ties[tie] ?? 0) + (this.mean[this.#shape.cells + tie] ?? 0);
  }

  /** What a text is believed to be worth over its reservation value, red lines aside. */
  gain(text: readonly number[]): number {
    let sum = this.level;
    for (let k = 0; k < text.length; k += 1) sum += this.cell(k, text[k] ?? 0);
    this.#shape.ties.forEach((tie, at) => {
      if (tied(tie, text)) sum += this.tie(at);
    });
    return sum;
  }

  /** Places of the distribution that a text depends on. */
  #places(text: readonly number[]): number[] {
    const { offset, ties, cells } = this.#shape;
    const places = text.map((option, article) => (offset[article] ?? 0) + option);
    ties.forEach((tie, at) => {
      if (tied(tie, text)) places.push(cells + at);
    });
    places.push(this.#size - 1);
    return places;
  }

  /** Standard deviation of `gain`. */
  spread(text: readonly number[]): number {
    const places = this.#places(text);
    let sum = 0;
    for (const row of places)
      for (const column of places) sum += this.#covariance[row * this.#size + column] ?? 0;
    return Math.sqrt(Math.max(1, sum));
  }

  /** Standard deviation of the level, reservation value included. */
  get levelSpread(): number {
    return Math.sqrt(Math.max(1, this.#covariance[this.#size * this.#size - 1] ?? 0));
  }

  /** Chance, 0 to 1, that none of a text's provisions is a red line. */
  unbarred(text: readonly number[]): number {
    let chance = 1;
    for (let k = 0; k < text.length; k += 1)
      chance *= 1 - (this.redLines[(this.#shape.offset[k] ?? 0) + (text[k] ?? 0)] ?? 0);
    return chance;
  }

  /** Chance, 0 to 1, that a text is acceptable to it, with something paid beside it. */
  joins(text: readonly number[], paid: number = 0): number {
    const spread = Math.sqrt(this.spread(text) * this.spread(text) + 100 * 100);
    return logistic((PROBIT * (this.gain(text) + paid)) / spread) * this.unbarred(text);
  }

  /**
   * Learns that a text with `paid` beside it is worth more (`sign` 1) or less (−1) than `over`, hundredths above no agreement,
   * said with so much noise.
   */
  learnText(text: readonly number[], sign: 1 | -1, over: number, noise: number, paid: number = 0): void {
    const places = this.#places(text);
    this.#learn(
      places,
      places.map(() => 1),
      this.gain(text) + paid - over,
      sign,
      noise,
    );
  }

  /** Learns that an option is liked more (`sign` 1) or less (−1) than the others of its article on average, by `over`. */
  learnOption(article: number, option: number, sign: 1 | -1, over: number, noise: number): void {
    const count = this.#shape.options[article] ?? 1;
    if (count < 2) return;
    const from = this.#shape.offset[article] ?? 0;
    const places = Array.from({ length: count }, (_, o) => from + o);
    const share = 1 / (count - 1);
    const factors = places.map((_, o) => (o === option ? 1 : -share));
    const estimate = places.reduce((sum, __, o) => sum + this.cell(article, o) * (factors[o] ?? 0), 0);
    this.#learn(places, factors, estimate - over, sign, noise);
  }

  /** One step of a probit filter: the distribution given that `factors · places` has this sign, by matching moments. */
  #learn(
    places: readonly number[],
    factors: readonly number[],
    estimate: number,
    sign: 1 | -1,
    noise: number,
  ): void {
    const size = this.#size;
    const covariance = this.#covariance;
    const column = new Float64Array(size);
    places.forEach((place, k) => {
      const factor = factors[k] ?? 0;
      for (let row = 0; row < size; row += 1)
        column[row] = (column[row] ?? 0) + factor * (covariance[row * size + place] ?? 0);
    });
    let variance = noise * noise;
    places.forEach((place, k) => (variance += (factors[k] ?? 0) * (column[place] ?? 0)));
    if (!(variance > 0)) return;
    const deviation = Math.sqrt(variance);
    const z = (sign * estimate) / deviation;
    const missed = 1 - logistic(PROBIT * z);
    const step = (sign * PROBIT * missed) / deviation;
    const shrink = (PROBIT * PROBIT * missed * (1 - missed)) / variance;
    for (let row = 0; row < size; row += 1) {
      const here = column[row] ?? 0;
      if (here === 0) continue;
      this.mean[row] = (this.mean[row] ?? 0) + step * here;
      const by = shrink * here;
      for (let other = 0; other < size; other += 1)
        covariance[row * size + other] = (covariance[row * size + other] ?? 0) - by * (column[other] ?? 0);
    }
  }

  /** It has said (or done) something that makes a red line likelier by these odds. Where the scenario gives none, there is none. */
  learnRedLine(article: number, option: number, odds: number): void {
    const at = (this.#shape.offset[article] ?? 0) + option;
    const chance = Math.min(0.995, this.redLines[at] ?? 0);
    if (chance <= 0) return;
    const now = (chance / (1 - chance)) * odds;
    this.redLines[at] = now / (1 + now);
  }

  /** New instructions of which everybody knows. */
  instruct(percents: ReadonlyMap<number, number>, reservation: number): void {
    const weighed = percents.size === 0 ? this.#mandate : instructed(this.#mandate, percents);
    this.#mandate = reservation === 0 ? weighed : withReservation(weighed, reservation);
    this.#ties = tieWorths(this.#shape, this.#prior, this.#mandate);
  }
}

/** By linkage: the middle mandate's worth. Its pairs stand linkage by linkage, as many cells as the linkage joins. */
const tieWorths = ({ ties }: Shape, prior: Prior, { pairs }: Mandate): readonly number[] => {
  let at = 0;
  return ties.map((tie, place) => {
    if (prior.ties[place] === undefined) return 0;
    const worth = pairs[at]?.worth ?? 0;
    at += tie.at.filter(Boolean).length * tie.bt.filter(Boolean).length;
    return worth;
  });
};
