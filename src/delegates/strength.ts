import type { Strength } from './agent.ts';

/**
 * What the strengths differ in, all of it: how far an AI delegation searches, how plainly it says what it could give, and how much it
 * asks for while there is time. What it may see and how it reckons its own worths is the same for all.
 */
export interface Play {
  /** How late it concedes, as a multiple of its style's patience. */
  readonly firm: number;
  /** Share of what its style would admit to be ready to give that it admits. */
  readonly admits: number;
  /** What an offer must be worth to it at least, hundredths of a point: nobody calls a loss a gain. */
  readonly asks: number;
  /** Percent of what there is to gain that a text put by silence must bring it, for each later session that decides. */
  readonly holdsOut: number;
  /** How many wishes, and how many gifts, are tried in packages, besides all deeds and tokens. */
  readonly breadth: number;
  /** Undertakings of which it puts a package together, at most. */
  readonly longest: number;
  /** Of how many of the best packages one is taken by the dice. */
  readonly among: number;
  /** Offers to one other that it makes in a corridor, counter-offers aside: few enough for a person to follow. */
  readonly offers: number;
  /** Hundredths of a point that its package should seem worth to the other, to be likely to be taken: it pays until it does. */
  readonly comfort: number;
  /** Where it asks a price for what seems worth more than that to the other: nowhere, in its own offers, or in answer to others' too. */
  readonly bargains: 'no' | 'offering' | 'always';
  /**
   * What it reckons that words (positions, promises to join, restraint, evidence) move, as a share of what is usual; its own it never
   * reckons above the usual. One word for an option moves little (measured: docs/delegates.md): the gentle overrate what they are told,
   * the hard buy and sell words cheap.
   */
  readonly words: number;
  /** Whether what others offer and how they answer teaches it what they want. */
  readonly learns: boolean;
  /** Whether it gathers friends, pays for a text, and moves amendments. */
  readonly leads: boolean;
}

export const PLAY: { readonly [S in Strength]: Play } = {
  gentle: {
    firm: 0.75,
    admits: 1.15,
    asks: 1,
    holdsOut: 0,
    breadth: 1,
    longest: 3,
    among: 4,
    offers: 1,
    comfort: 150,
    bargains: 'no',
    words: 2.5,
    learns: false,
    leads: false,
  },
  seasoned: {
    firm: 1,
    admits: 1,
    asks: 1,
    holdsOut: 4.5,
    breadth: 3,
    longest: 4,
    among: 2,
    offers: 2,
    comfort: 60,
    bargains: 'offering',
    words: 1,
    learns: true,
    leads: true,
  },
  hard: {
    firm: 1.2,
    admits: 0.92,
    asks: 25,
    holdsOut: 4.5,
    breadth: 6,
    longest: 5,
    among: 1,
    offers: 4,
    comfort: 0,
    bargains: 'always',
    words: 0.4,
    learns: true,
    leads: true,
  },
};
