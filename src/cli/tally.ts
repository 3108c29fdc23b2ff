import type { Scenario } from '../engine/index.ts';
import type { PlayedGame } from './machines.ts';
import type { Judged } from './sim.ts';

/** The figures of many games; the names are a contract with scripts outside (DESIGN: the command line). */
export interface SimResult {
  readonly scenario: string;
  readonly seed: string;
  readonly games: number;
  readonly finished: number;
  readonly adopted: number;
  readonly infeasible: number;
  readonly collapsed: number;
  readonly refusedByRule: number;
  readonly belowReservation: number;
  readonly redLinesCrossed: number;
  readonly replayMismatches: number;
  readonly gamesPerSecond: number;
  readonly commandsPerSecond: number;
  readonly nashShare: { readonly mean: number; readonly p10: number };
  readonly paretoDistance: { readonly mean: number };
  readonly promises: { readonly made: number; readonly kept: number; readonly broken: number };
  readonly deals: number;
  /** What `metByMargin` asks, in hundredths of a point. */
  readonly mandateMargin: number;
  readonly seats: Readonly<
    Record<
      string,
      {
        readonly meanUtility: number;
        readonly meanReservation: number;
        readonly metMandate: number;
        /** Share of all games in which it was bound and got at least `MANDATE_MARGIN` more than no agreement. */
        readonly metByMargin: number;
        /** Mean of utility less the value of no agreement over the games with an adopted text; 0 if there is none. */
        readonly meanGainAdopted: number;
      }
    >
  >;
}

/** What a delegation that can show its text at home has won over no agreement, in hundredths of a point: three points. */
export const MANDATE_MARGIN = 300;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Adds up games. */
export class Tally {
  readonly #scenario: Scenario;
  readonly #games: {
    readonly game: PlayedGame['last'];
    readonly refused: number;
    readonly judged: Judged;
  }[] = [];
  #seconds = 0;
  #commands = 0;
  #mismatches = 0;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  add(game: PlayedGame, seconds: number, mismatches: number, judged: Judged): void {
    this.#games.push({ game: game.last, refused: game.refusals.length, judged });
    this.#seconds += seconds;
    this.#commands += game.moves.length;
    this.#mismatches += mismatches;
  }

  result(seed: string): SimResult {
    const games = this.#games;
    const outcomes = games.map(({ game }) => game.outcome);
    const feasible = games.filter(({ judged }) => judged.feasible);
    const shares = feasible.map(({ judged }) => judged.nashShare).toSorted((a, b) => a - b);
    const adopted = games.filter(({ game }) => game.outcome?.end === 'adopted');
    const sum = (of: (item: (typeof games)[number]) => number): number =>
      games.reduce((total, item) => total + of(item), 0);
    const promised = (of: 'made' | 'kept' | 'broken'): number =>
      sum(({ game }) => game.outcome?.promises[of] ?? 0);
    return {
      scenario: this.#scenario.id,
      seed,
      games: games.length,
      finished: games.filter(({ game }) => game.status === 'closed').length,
      adopted: adopted.length,
      infeasible: games.length - feasible.length,
      collapsed: outcomes.filter((outcome) => outcome?.end === 'collapsed').length,
      refusedByRule: sum(({ refused }) => refused),
      belowReservation: sum(({ judged }) => judged.belowReservation),
      redLinesCrossed: sum(({ judged }) => judged.redLinesCrossed),
      replayMismatches: this.#mismatches,
      gamesPerSecond: rounded(games.length / Math.max(1e-9, this.#seconds), 2),
      commandsPerSecond: Math.round(this.#commands / Math.max(1e-9, this.#seconds)),
      nashShare: {
        mean: rounded(mean(shares), 3),
        p10: rounded(shares[Math.floor(shares.length * 0.1)] ?? 0, 3),
      },
      paretoDistance: { mean: rounded(mean(adopted.map(({ judged }) => judged.paretoDistance)), 3) },
      promises: { made: promised('made'), kept: promised('kept'), broken: promised('broken') },
      deals: sum(({ game }) => game.deals.length),
      mandateMargin: MANDATE_MARGIN,
      seats: Object.fromEntries(
        this.#scenario.delegations.map((delegation, place) => {
          const seats = outcomes.flatMap((outcome) => outcome?.seats[place] ?? []);
          return [
            delegation.id,
            {
              meanUtility: Math.round(mean(seats.map((seat) => seat.utility))),
              meanReservation: Math.round(mean(seats.map((seat) => seat.walkAway))),
              metMandate: rounded(
                mean(seats.map((seat) => (seat.bound && seat.utility > seat.walkAway ? 1 : 0))),
                3,
              ),
              metByMargin: rounded(
                mean(
                  seats.map((seat) => (seat.bound && seat.utility >= seat.walkAway + MANDATE_MARGIN ? 1 : 0)),
                ),
                3,
              ),
              meanGainAdopted: Math.round(
                mean(
                  adopted.flatMap(({ game }) => {
                    const seat = game.outcome?.seats[place];
                    return seat === undefined ? [] : [seat.utility - seat.walkAway];
                  }),
                ),
              ),
            },
          ];
        }),
      ),
    };
  }
}
