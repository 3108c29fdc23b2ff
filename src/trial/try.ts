import { delegate, type Agent } from '../delegates/index.ts';
import { lay, type Scenario, type SeatId, type State } from '../engine/index.ts';
import { judged } from './judged.ts';
import { playMachines } from './machines.ts';
import { MANDATE_MARGIN } from './tally.ts';

/** One game of a trial, as far as its author wants to know. */
export interface TriedGame {
  readonly seed: string;
  /** `unfinished`: machines did not come to an end. */
  readonly end: 'adopted' | 'not-adopted' | 'collapsed' | 'unfinished';
  /** Points of tension at the end. */
  readonly tension: number;
  /** The session in which it ended, from 0. */
  readonly session: number;
  readonly incidents: number;
  /** Whether any text was acceptable to everybody when one could last be put. */
  readonly feasible: boolean;
  /** Share of the Nash optimum, 0 to 1; 0 where there is none. */
  readonly nashShare: number;
  /** The adopted text, one option a place; absent where none was. */
  readonly text?: readonly number[];
  /** By delegation, in the scenario's order; hundredths of a point. `met`: bound, and well above no agreement. */
  readonly seats: readonly { readonly utility: number; readonly walkAway: number; readonly met: boolean }[];
}

/** Plays one game with AI delegates in all seats. */
export const tryOnce = (scenario: Scenario, seed: string): TriedGame => {
  const agents = new Map<SeatId, Agent>(
    scenario.delegations.map(({ id }) => [id, delegate(scenario, id, 'seasoned')]),
  );
  const game = playMachines(lay(scenario, seed), agents);
  const { last } = game;
  const { outcome } = last;
  const verdict = judged(game, () => true);
  return {
    seed,
    // Machines do not stop a game.
    end: outcome === undefined || outcome.end === 'stopped' ? 'unfinished' : outcome.end,
    tension: last.tension,
    session: last.session,
    incidents: last.incidents.length,
    feasible: verdict.feasible,
    nashShare: verdict.nashShare,
    ...textOf(outcome),
    seats: (outcome?.seats ?? []).map(({ utility, walkAway, bound }) => ({
      utility,
      walkAway,
      met: bound && utility >= walkAway + MANDATE_MARGIN,
    })),
  };
};

const textOf = (outcome: State['outcome']): { readonly text?: readonly number[] } =>
  outcome?.end === 'adopted' && outcome.text !== undefined ? { text: outcome.text } : {};

/** What several games add up to. */
export interface Tried {
  readonly games: readonly TriedGame[];
  readonly ends: Readonly<Record<TriedGame['end'], number>>;
  /** Mean over the games in which a text was feasible; absent if there was none. */
  readonly nashShare?: number;
  /** Mean at the end, and the points at which talks collapse. */
  readonly tension: number;
  readonly collapse: number;
  /** By delegation, in the scenario's order; means in hundredths of a point, `met` a share from 0 to 1. */
  readonly seats: readonly { readonly utility: number; readonly walkAway: number; readonly met: number }[];
  /** By article, in the scenario's order: in how many adopted texts each option stands. */
  readonly articles: readonly (readonly number[])[];
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export const summed = (scenario: Scenario, games: readonly TriedGame[]): Tried => {
  const count = (end: TriedGame['end']): number => games.filter((game) => game.end === end).length;
  const shares = games.filter(({ feasible }) => feasible).map(({ nashShare }) => nashShare);
  return {
    games,
    ends: {
      adopted: count('adopted'),
      'not-adopted': count('not-adopted'),
      collapsed: count('collapsed'),
      unfinished: count('unfinished'),
    },
    ...(shares.length === 0 ? {} : { nashShare: mean(shares) }),
    tension: mean(games.map(({ tension }) => tension)),
    collapse: scenario.tension.collapse,
    seats: scenario.delegations.map((_, place) => {
      const seats = games.flatMap((game) => game.seats[place] ?? []);
      return {
        utility: mean(seats.map(({ utility }) => utility)),
        walkAway: mean(seats.map(({ walkAway }) => walkAway)),
        met: mean(seats.map(({ met }) => (met ? 1 : 0))),
      };
    }),
    articles: scenario.articles.map((article, place) =>
      article.options.map((_, option) => games.filter(({ text }) => text?.[place] === option).length),
    ),
  };
};

/** Something worth saying about a trial, most serious first. `place`: of the delegation or article, in the scenario's order. */
export type Remark =
  | { readonly code: 'unfinished'; readonly count: number; readonly games: number }
  | { readonly code: 'collapses'; readonly count: number; readonly games: number }
  | { readonly code: 'hardly-adopted'; readonly count: number; readonly games: number }
  | { readonly code: 'nothing-feasible'; readonly count: number; readonly games: number }
  | {
      readonly code: 'never-gains';
      readonly place: number;
      readonly utility: number;
      readonly walkAway: number;
    }
  | { readonly code: 'seldom-gains'; readonly place: number; readonly count: number; readonly games: number }
  | { readonly code: 'always-gains'; readonly place: number }
  | { readonly code: 'all-gain' }
  | { readonly code: 'same-text'; readonly count: number }
  | { readonly code: 'article-dead'; readonly place: number; readonly count: number }
  | { readonly code: 'far-from-best'; readonly share: number }
  | { readonly code: 'tense'; readonly tension: number; readonly collapse: number }
  | { readonly code: 'always-adopted'; readonly games: number }
  | { readonly code: 'balanced' };

/** Below this share of games something hardly happens. */
const HARDLY = 0.2;
/** With fewer games than this the remarks about seats would be chance. */
const ENOUGH = 5;
/** Below this share of the Nash optimum machines leave much on the table. */
const FAR = 0.6;
/** Above this share of the way to collapse the talks end tense. */
const TENSE = 0.8;

/** What the games say, in the order in which an author should hear it. */
export const remarksOn = (tried: Tried): readonly Remark[] => {
  const { ends, seats, articles } = tried;
  const games = tried.games.length;
  if (games === 0) return [];
  const remarks: Remark[] = [];
  if (ends.unfinished > 0) remarks.push({ code: 'unfinished', count: ends.unfinished, games });
  if (ends.collapsed > games / 3) remarks.push({ code: 'collapses', count: ends.collapsed, games });
  const barren = tried.games.filter(({ feasible }) => !feasible).length;
  if (barren > games / 2) remarks.push({ code: 'nothing-feasible', count: barren, games });
  if (ends.adopted < games * HARDLY) remarks.push({ code: 'hardly-adopted', count: ends.adopted, games });
  else if (games >= ENOUGH) remarks.push(...seatRemarks(tried));
  const texts = new Set(tried.games.flatMap(({ text }) => (text === undefined ? [] : [text.join()])));
  if (texts.size === 1 && ends.adopted >= ENOUGH) remarks.push({ code: 'same-text', count: ends.adopted });
  if (ends.adopted >= ENOUGH)
    articles.forEach(([none = 0], place) => {
      if (none === ends.adopted) remarks.push({ code: 'article-dead', place, count: ends.adopted });
    });
  // Of adopted texts alone: what was not adopted has been spoken of.
  const shares = tried.games.flatMap(({ text, feasible, nashShare }) =>
    text !== undefined && feasible ? [nashShare] : [],
  );
  if (shares.length >= ENOUGH && mean(shares) < FAR)
    remarks.push({ code: 'far-from-best', share: mean(shares) });
  if (tried.tension > tried.collapse * TENSE && ends.collapsed <= games / 3)
    remarks.push({ code: 'tense', tension: tried.tension, collapse: tried.collapse });
  if (ends.adopted === games && games >= ENOUGH && !seats.every(({ met }) => met === 1))
    remarks.push({ code: 'always-adopted', games });
  return remarks.length === 0 ? [{ code: 'balanced' }] : remarks;
};

const seatRemarks = ({ seats, games }: Tried): readonly Remark[] => {
  if (seats.every(({ met }) => met === 1)) return [{ code: 'all-gain' }];
  return seats.flatMap(({ met, utility, walkAway }, place): Remark[] => {
    if (met === 0) return [{ code: 'never-gains', place, utility, walkAway }];
    if (met < HARDLY)
      return [{ code: 'seldom-gains', place, count: Math.round(met * games.length), games: games.length }];
    return met === 1 ? [{ code: 'always-gains', place }] : [];
  });
};
