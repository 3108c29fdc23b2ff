/** Latest answers of each other that are remembered: what they ask for falls from round to round. */
const LATEST = 4;
/** How gradually a yes becomes likely, in liking. */
const WIDTH = 0.1;
/** Liking from which somebody is taken to say yes who has not been asked yet; and how far from a single kind of answer that may lie. */
const UNASKED = 0.9;
const BEYOND = 0.1;

interface Answer {
  readonly outcome: number;
  readonly yes: boolean;
}

/**
 * What several others have said yes and no to, and how likely that makes a yes of all. Nobody announces a yes: whoever lets an offer pass
 * to the next has given it, whoever puts another in its place has not.
 */
export class Consents {
  readonly #parties: number;
  readonly #seat: number;
  readonly #likedBy: (by: number, outcome: number) => number;
  readonly #agreed: (by: number, outcome: number) => void;
  readonly #answers: readonly Answer[][];
  readonly #thresholds: number[];
  #standing: { readonly by: number; readonly outcome: number } | undefined;

  /**
   * @param likedBy How much somebody seems to like an outcome, 0 to 1.
   * @param agreed Is told of every yes.
   */
  constructor(
    parties: number,
    seat: number,
    likedBy: (by: number, outcome: number) => number,
    agreed: (by: number, outcome: number) => void = () => undefined,
  ) {
    this.#parties = parties;
    this.#seat = seat;
    this.#likedBy = likedBy;
    this.#agreed = agreed;
    this.#answers = Array.from({ length: parties }, () => []);
    this.#thresholds = Array.from({ length: parties }, () => UNASKED);
  }

  /** An offer is put, one's own included, in place of what stood. */
  offered(by: number, outcome: number): void {
    const before = this.#standing;
    this.#standing = { by, outcome };
    if (before === undefined) return;
    for (let k = (before.by + 1) % this.#parties; k !== by && k !== before.by; k = (k + 1) % this.#parties)
      this.#answered(k, { outcome: before.outcome, yes: true });
    if (by !== before.by) this.#answered(by, { outcome: before.outcome, yes: false });
  }

  #answered(by: number, answer: Answer): void {
    const own = this.#answers[by];
    if (own === undefined || by === this.#seat) return;
    if (answer.yes) this.#agreed(by, answer.outcome);
    own.push(answer);
    if (own.length > LATEST) own.shift();
  }

  /** Judges the latest answers anew, by what each seems to like by now: between the most liked no and the least liked yes. */
  reckon(): void {
    for (const [by, answers] of this.#answers.entries()) {
      let [yes, no] = [Infinity, -Infinity];
      for (const answer of answers) {
        const liked = this.#likedBy(by, answer.outcome);
        if (answer.yes) yes = Math.min(yes, liked);
        else no = Math.max(no, liked);
      }
      this.#thresholds[by] = between(no, yes);
    }
  }

  /** Chance, 0 to 1, that all who act after oneself and before whoever offers this say yes; 1 if there are none. */
  chance(outcome: number, by: number): number {
    let product = 1;
    for (let k = (this.#seat + 1) % this.#parties; k !== by; k = (k + 1) % this.#parties) {
      const over = (this.#likedBy(k, outcome) - (this.#thresholds[k] ?? UNASKED)) / WIDTH;
      product *= 0.5 * (1 + over / Math.sqrt(1 + over * over));
    }
    return product;
  }
}

const between = (no: number, yes: number): number => {
  if (yes === Infinity) return no === -Infinity ? UNASKED : no + BEYOND;
  return no === -Infinity ? yes - BEYOND : (yes + no) / 2;
};
