import { ln } from '../analysis/index.ts';
import type { DelegationId, Undertaking } from '../engine/seat.ts';
import { TAKES, takes } from './guessed-package.ts';

/**
 * The package that promises most: own worth times the chance that the other takes it, over all packages that can be put together from
 * some priced pieces. Branch and bound: what it finds is the best there is.
 */

/** An undertaking with what it is worth to oneself and seems worth to the other; hundredths of a point. */
export interface Piece {
  readonly item: Undertaking;
  /** Whether it is left out of a package that is there to begin with, instead of added. */
  readonly leaving?: true;
  readonly worth: number;
  readonly guessed: number;
  /** Whether the other gives it. */
  readonly asked: boolean;
  /** Of pieces with the same slot a package has one at most: two options of one article are no trade, a deed is done once. */
  readonly slot: string;
}

/** Tokens of one kind, one way: by the piece. */
export interface Coin {
  /** Of one token to oneself, and as it seems to the other; one of the two is below zero. */
  readonly worth: number;
  readonly guessed: number;
  /** Tokens that can be asked for or given at most. */
  readonly most: number;
  readonly paying: (amount: number) => Undertaking;
}

export interface Terms {
  /** Undertakings in a package at most, tokens among them. */
  readonly most: number;
  /** Packages that are kept, best first. */
  readonly keep: number;
  /** What a package should seem worth to the other: tokens are paid up to that, or asked for down to it. `any`: whatever promises most. */
  readonly comfort: number | 'any';
  /** What it must be worth to oneself at least. */
  readonly least: number;
  /** Positions that the other, and that one oneself, has promised already: a further word from one hand counts for less. */
  readonly said: { readonly asked: number; readonly given: number };
  /** What it must score more than. */
  readonly floor: number;
  /** Whether it can be offered: for what no sum tells. */
  readonly allowed: (undertakings: readonly Undertaking[]) => boolean;
}

/** A package that is there to begin with. */
export interface Start {
  readonly undertakings: readonly Undertaking[];
  /** Who looks for a better one. */
  readonly by: DelegationId;
  readonly worth: number;
  readonly guessed: number;
}

export interface Package {
  readonly pieces: readonly Piece[];
  readonly undertakings: readonly Undertaking[];
  readonly worth: number;
  readonly guessed: number;
  /** Own worth times the chance that it is taken, less {@link EARNS} for each undertaking after the first. */
  readonly score: number;
}

/** An offer is made only if it is likely enough to be taken. */
export const LEAST_CHANCE = 0.35;

/** Hundredths of a point, times the chance, that each undertaking after the first must bring: whoever is asked has to read it. */
export const EARNS = 20;

/**
 * Exchange rates between own worth and the other's at which the bound is tried. All that promises at least `s` lies at or above the line
 * worth = s / takes(guessed), which is convex: at each rate it has one tangent, and what stays below that promises less.
 */
const RATES = [0.2, 0.4, 0.7, 1, 1.5, 2.5] as const;

/**
 * @param pieces In the order in which they stand in a package: what is asked first, and of words from one hand the dearest first.
 * @param start What they are added to, or left out of; `most` and the price of length are then of changes. If left out, nothing: then a
 *   package asks for something.
 */
export const bestPackages = (
  pieces: readonly Piece[],
  coins: readonly Coin[],
  terms: Terms,
  start?: Start,
): readonly Package[] => {
  const found: Package[] = [];
  const reach = reachOf(pieces, coins, terms.most);
  let needs = needsFor(found, terms);

  const consider = (chosen: readonly Piece[], worth: number, guessed: number, last?: Undertaking): void => {
    const size = chosen.length + (last === undefined ? 0 : 1);
    if (size > terms.most || worth < terms.least || takes(guessed) < LEAST_CHANCE) return;
    const score = scoreOf(worth, guessed, size);
    if (score <= floorOf(found, terms)) return;
    const undertakings = together(start, chosen, last);
    if (!terms.allowed(undertakings)) return;
    const place = found.findLastIndex((other) => other.score >= score) + 1;
    found.splice(place, 0, { pieces: chosen, undertakings, worth, guessed, score });
    if (found.length > terms.keep) found.pop();
    needs = needsFor(found, terms);
  };

  const withTokens = (chosen: readonly Piece[], worth: number, guessed: number): void => {
    // Nobody is asked to pay for giving what one asks of it.
    const trade = givesSomething(start, chosen);
    for (const coin of coins) {
      if (coin.worth > 0 && !trade) continue;
      for (const amount of amountsOf(coin, terms.comfort, guessed))
        consider(chosen, worth + coin.worth * amount, guessed + coin.guessed * amount, coin.paying(amount));
    }
  };

  const extend = (chosen: readonly Piece[], from: number, worth: number, guessed: number): void => {
    for (let place = from; place < pieces.length; place += 1) {
      const piece = pieces[place];
      if (piece === undefined || chosen.some(({ slot }) => slot === piece.slot)) continue;
      if (chosen.length === 0 && start === undefined && !piece.asked) continue;
      const share = shareOf(piece, start, chosen, terms);
      const all = [...chosen, piece];
      const mine = worth + piece.worth * (piece.asked ? share : 1);
      const theirs = guessed + piece.guessed * (piece.asked ? 1 : share);
      consider(all, mine, theirs);
      withTokens(all, mine, theirs);
      if (all.length < terms.most && canReach(reach, needs, all.length, place + 1, mine, theirs))
        extend(all, place + 1, mine, theirs);
    }
  };
  if (start !== undefined) withTokens([], start.worth, start.guessed);
  extend([], 0, start?.worth ?? 0, start?.guessed ?? 0);
  return found;
};

/** What a package of these pieces holds: what is left of the one that was there, then what is added, and tokens last. */
const together = (
  start: Start | undefined,
  chosen: readonly Piece[],
  last: Undertaking | undefined,
): readonly Undertaking[] => [
  ...(start?.undertakings ?? []).filter(
    (item) => !chosen.some((piece) => piece.leaving === true && piece.item === item),
  ),
  ...chosen.flatMap(({ item, leaving }) => (leaving === true ? [] : [item])),
  ...(last === undefined ? [] : [last]),
];

const givesSomething = (start: Start | undefined, chosen: readonly Piece[]): boolean =>
  start === undefined
    ? chosen.some(({ asked }) => !asked)
    : together(start, chosen, undefined).some(({ by }) => by === start.by);

export const scoreOf = (worth: number, guessed: number, size: number): number =>
  worth * takes(guessed) - EARNS * (size - 1);

/** A further word from one hand counts for less, to whoever hears it. */
const shareOf = (
  piece: Piece,
  start: Start | undefined,
  chosen: readonly Piece[],
  { said }: Terms,
): number => {
  if (piece.item.kind !== 'position' || piece.leaving === true) return 1;
  const { by } = piece.item;
  const before = together(start, chosen, undefined).filter(
    (item) => item.kind === 'position' && item.by === by,
  ).length;
  const given = piece.asked ? said.asked : said.given;
  return (1 + given) / (1 + given + before);
};

/** How many tokens are tried: those that bring a package up to comfort, or that can be asked for above it, or all. */
const amountsOf = (
  { guessed: unit, most }: Coin,
  comfort: Terms['comfort'],
  guessed: number,
): readonly number[] => {
  if (comfort === 'any') return Array.from({ length: most }, (_, less) => less + 1);
  const short = comfort - guessed;
  // Of one's own tokens so many that it is enough, or none; of the other's as many as there can be.
  const amount = unit > 0 ? Math.ceil(short / unit) : Math.min(most, Math.floor(short / unit));
  return amount > 0 && amount <= most ? [amount] : [];
};

/** What the next package must score more than. */
const floorOf = (found: readonly Package[], terms: Terms): number =>
  found.length < terms.keep ? terms.floor : Math.max(terms.floor, found.at(-1)?.score ?? 0);

/** `[rate][pieces still to come][place from which on]`: own worth, with the other's at that rate, that pieces and tokens can add at most. */
type Reach = readonly (readonly (readonly number[])[])[];

const reachOf = (pieces: readonly Piece[], coins: readonly Coin[], most: number): Reach =>
  RATES.map((rate) => {
    const tokens = Math.max(
      0,
      ...coins.map((coin) => coin.most * Math.max(0, coin.worth + rate * coin.guessed)),
    );
    const sums = pieces.map(({ item, leaving, asked, worth, guessed }) => {
      // A word that counts for less, and was a burden, burdens less.
      const atMost = (part: number, fades: boolean): number =>
        fades && item.kind === 'position' && leaving !== true ? Math.max(0, part) : part;
      return atMost(worth, asked) + rate * atMost(guessed, !asked);
    });
    const reach = Array.from({ length: most + 1 }, () => [...sums, 0].fill(tokens));
    // From the last place on: the largest sums there, largest first.
    let largest: readonly number[] = [];
    for (let from = sums.length - 1; from >= 0; from -= 1) {
      const sum = sums[from] ?? 0;
      if (sum > 0) largest = [...largest, sum].toSorted((one, other) => other - one).slice(0, most);
      let all = 0;
      for (const [more, row] of reach.entries()) {
        if (more > 0) all += largest[more - 1] ?? 0;
        row[from] = tokens + all;
      }
    }
    return reach;
  });

/** `[rate][size]`: own worth, with the other's at that rate, that a package of more than so many undertakings must have to be kept. */
type Needs = readonly (readonly number[])[];

const needsFor = (found: readonly Package[], terms: Terms): Needs =>
  RATES.map((rate) =>
    Array.from({ length: terms.most + 1 }, (_, size) => {
      const target = Math.max(floorOf(found, terms) + EARNS * size, terms.least * LEAST_CHANCE);
      return target + rate * (TAKES.half + TAKES.doubt * (1 + ln(target / (TAKES.doubt * rate))));
    }),
  );

const canReach = (
  reach: Reach,
  needs: Needs,
  size: number,
  from: number,
  worth: number,
  guessed: number,
): boolean =>
  RATES.every((rate, at) => {
    const row = reach[at] ?? [];
    const more = row.length - 1 - size;
    return worth + rate * guessed + (row[more]?.[from] ?? 0) >= (needs[at]?.[size] ?? 0);
  });
