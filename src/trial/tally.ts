import { chapters, type EventKind, type Scenario } from '../engine/index.ts';
import type { Judged } from './judged.ts';
import type { PlayedGame } from './machines.ts';

/** Shares of the Nash optimum over many games. */
interface Shares {
  readonly mean: number;
  /** Nine games of ten lie above. */
  readonly p10: number;
}

/** The figures of many games; the names are a contract with scripts outside (DESIGN: the command line). */
export interface SimResult {
  readonly scenario: string;
  readonly seed: string;
  readonly games: number;
  readonly finished: number;
  readonly adopted: number;
  /** Of them, games that had a feasible text. */
  readonly adoptedFeasible: number;
  readonly infeasible: number;
  readonly collapsed: number;
  readonly refusedByRule: number;
  readonly belowReservation: number;
  readonly redLinesCrossed: number;
  readonly replayMismatches: number;
  readonly gamesPerSecond: number;
  readonly commandsPerSecond: number;
  readonly nashShare: Shares;
  /** The same of the texts alone, without what was traded beside them. */
  readonly textShare: Shares;
  readonly paretoDistance: { readonly mean: number };
  readonly promises: { readonly made: number; readonly kept: number; readonly broken: number };
  readonly deals: number;
  /** Means over all games, at their end. */
  readonly world: {
    readonly tension: number;
    /** Damage points of all delegations. */
    readonly damage: number;
    /** 0 to 100, over all pairs. */
    readonly trust: number;
    /** 0 to 100, over all delegations. */
    readonly opinion: number;
    /** Points agreed, or reached, in side tracks. */
    readonly points: number;
    /** Articles settled. */
    readonly settled: number;
    readonly incidents: number;
    /** Public attributions that named the true origin and author, and the others. */
    readonly attributions: { readonly right: number; readonly wrong: number };
    readonly leaks: number;
    readonly operations: number;
    /** Value of no agreement, hundredths of a point, over all delegations. */
    readonly reservation: number;
    /** Worth of tokens, deeds and points of side tracks to a delegation, hundredths of a point. */
    readonly traded: number;
  };
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

const sharesOf = (shares: readonly number[]): Shares => ({
  mean: rounded(mean(shares), 3),
  p10: rounded(shares.toSorted((a, b) => a - b)[Math.floor(shares.length * 0.1)] ?? 0, 3),
});

/** How often something happened in a game. */
const told = (kind: EventKind) => (game: PlayedGame['last']) =>
  chapters(game).reduce(
    (sum, chapter) => sum + chapter.events.filter((event) => event.kind === kind).length,
    0,
  );
/** Public attributions of a game that were right, or wrong. */
const blamed = (right: boolean) => (game: PlayedGame['last']) =>
  game.incidents.reduce(
    (sum, { truth, responses }) =>
      sum +
      responses.filter(
        ({ response }) =>
          response.kind === 'attribute' &&
          response.quiet !== true &&
          (response.origin === truth.origin && response.culprit === truth.culprit) === right,
      ).length,
    0,
  );

/** What became of the world in one game. */
const figuresOf = (game: PlayedGame['last']) => ({
  tension: game.tension,
  damage: game.damage.reduce((sum, points) => sum + points, 0),
  trust: mean(game.trust.flatMap((row, from) => row.filter((_, to) => to !== from))),
  opinion: mean(game.opinion),
  points: game.tracks.reduce((sum, track) => sum + track.agreed.length, 0),
  settled: game.articles.filter((article) => article.settled).length,
  incidents: game.incidents.length,
  right: blamed(true)(game),
  wrong: blamed(false)(game),
  leaks: told('deal-leaked')(game),
  operations: game.operations.length,
  reservation: mean(game.mandates.map((mandate) => mandate.reservation)),
  traded: mean((game.outcome?.seats ?? []).map(({ parts }) => parts.tokens + parts.deeds + parts.rooms)),
});
type Figures = ReturnType<typeof figuresOf>;

/** What became of the world, on average. */
const worldOf = (games: readonly Figures[]): SimResult['world'] => {
  const over = (figure: keyof Figures): number => rounded(mean(games.map((game) => game[figure])), 2);
  return {
    tension: over('tension'),
    damage: over('damage'),
    trust: over('trust'),
    opinion: over('opinion'),
    points: over('points'),
    settled: over('settled'),
    incidents: over('incidents'),
    attributions: { right: over('right'), wrong: over('wrong') },
    leaks: over('leaks'),
    operations: over('operations'),
    reservation: over('reservation'),
    traded: over('traded'),
  };
};

/** Adds up games. */
export class Tally {
  readonly #scenario: Scenario;
  readonly #games: {
    readonly outcome: PlayedGame['last']['outcome'];
    readonly finished: boolean;
    readonly deals: number;
    /** What is needed of the world: a hundred whole games of a large conference would not fit in memory. */
    readonly figures: Figures;
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
    const { last, refusals } = game;
    this.#games.push({
      outcome: last.outcome,
      finished: last.status === 'closed',
      deals: last.deals.length,
      figures: figuresOf(last),
      refused: refusals.length,
      judged,
    });
    this.#seconds += seconds;
    this.#commands += game.moves.length;
    this.#mismatches += mismatches;
  }

  result(seed: string): SimResult {
    const games = this.#games;
    const outcomes = games.map(({ outcome }) => outcome);
    const feasible = games.filter(({ judged }) => judged.feasible);
    const adopted = games.filter(({ outcome }) => outcome?.end === 'adopted');
    const sum = (of: (item: (typeof games)[number]) => number): number =>
      games.reduce((total, item) => total + of(item), 0);
    const promised = (of: 'made' | 'kept' | 'broken'): number =>
      sum(({ outcome }) => outcome?.promises[of] ?? 0);
    return {
      scenario: this.#scenario.id,
      seed,
      games: games.length,
      finished: games.filter(({ finished }) => finished).length,
      adopted: adopted.length,
      adoptedFeasible: adopted.filter(({ judged }) => judged.feasible).length,
      infeasible: games.length - feasible.length,
      collapsed: outcomes.filter((outcome) => outcome?.end === 'collapsed').length,
      refusedByRule: sum(({ refused }) => refused),
      belowReservation: sum(({ judged }) => judged.belowReservation),
      redLinesCrossed: sum(({ judged }) => judged.redLinesCrossed),
      replayMismatches: this.#mismatches,
      gamesPerSecond: rounded(games.length / Math.max(1e-9, this.#seconds), 2),
      commandsPerSecond: Math.round(this.#commands / Math.max(1e-9, this.#seconds)),
      nashShare: sharesOf(feasible.map(({ judged }) => judged.nashShare)),
      textShare: sharesOf(feasible.map(({ judged }) => judged.textShare)),
      paretoDistance: { mean: rounded(mean(adopted.map(({ judged }) => judged.paretoDistance)), 3) },
      promises: { made: promised('made'), kept: promised('kept'), broken: promised('broken') },
      deals: sum(({ deals }) => deals),
      world: worldOf(games.map(({ figures }) => figures)),
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
                  adopted.flatMap(({ outcome }) => {
                    const seat = outcome?.seats[place];
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
