import type { ArticleId } from './ids.ts';
import type { Vow } from './vocabulary.ts';

/** One option per article, in the scenario's order of articles. */
export type Text = readonly number[];

/**
 * What one delegation's capital wants in this game, drawn by the seed. Secret.
 * All worths are whole hundredths of a point; the worst reachable text is 0, the best 10 000.
 */
export interface Mandate {
  /** `[article][option]`: what the option adds. */
  readonly table: readonly (readonly number[])[];
  /** What two options add together, beyond the table. */
  readonly pairs: readonly PairWorth[];
  /** Added once, so that the worst text is 0. */
  readonly base: number;
  /** Options that may not be accepted. */
  readonly redLines: readonly Provision[];
  /** Value of no agreement now. */
  readonly reservation: number;
  /** By token: what one unit is worth. */
  readonly tokenWorth: readonly number[];
  /** By concession: what giving it costs; `null` where it cannot give it. */
  readonly costs: readonly (number | null)[];
  /** By concession: what receiving it is worth. */
  readonly gains: readonly number[];
  /** By point of the side tracks, in the scenario's order of tracks and points: what being a party to it is worth. */
  readonly points: readonly number[];
  /** What has been said before the press; worked into the table, and again after every new instruction. */
  readonly vows: readonly {
    readonly article: number;
    readonly option: number;
    readonly says: Vow;
    readonly cost: number;
  }[];
  /** Lost per point of tension above the start. */
  readonly tensionStake: number;
  /** Lost per point of damage suffered. */
  readonly damageStake: number;
  /** Lost when publicly accused. */
  readonly faceStake: number;
  /** What the table was made from; kept so that new instructions can be worked in. */
  readonly raw: RawWants;
}

export interface RawWants {
  /** By article, before normalising. */
  readonly weights: readonly number[];
  /** `[article][option]`, 0 to 100. */
  readonly values: readonly (readonly number[])[];
  /** In points. */
  readonly pairs: readonly PairWorth[];
}

/** Articles `a` and `b` by index; `o` and `p` their options. `a < b`. */
export interface PairWorth {
  readonly a: number;
  readonly o: number;
  readonly b: number;
  readonly p: number;
  readonly worth: number;
}

/** One option of one article. */
export interface Provision {
  readonly article: ArticleId;
  readonly option: number;
}
