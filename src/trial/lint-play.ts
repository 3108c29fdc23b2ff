import { delegate, type Agent } from '../delegates/index.ts';
import { lay, type End, type Scenario, type SeatId } from '../engine/index.ts';
import type { Finding } from '../scenario/index.ts';
import { playMachines } from './machines.ts';
import { MANDATE_MARGIN } from './tally.ts';

/** Seats played in all, and bounds for the number of games: enough to see what is grossly wrong. */
const SEATS = 144;
const FEWEST = 4;
const MOST = 24;
/** Share of games with an adopted text below which hardly anything comes about. */
const ADOPTED = 0.15;
/** Share of games below which a seat cannot win. One that meets its mandate in all games cannot lose. */
const WON = 0.1;
/** With fewer games than these nothing is said about who cannot win, or cannot lose. */
const ENOUGH = { win: 10, lose: 20 };

/** How many games are played. */
export const gamesOf = (scenario: Scenario): number =>
  Math.max(FEWEST, Math.min(MOST, Math.round(SEATS / scenario.delegations.length)));

/** What a few games with AI delegates in all seats say about play. */
export const lintPlay = (
  scenario: Scenario,
  at: (game: number, games: number) => void,
): readonly Finding[] => {
  const games = gamesOf(scenario);
  const agents = new Map<SeatId, Agent>(
    scenario.delegations.map(({ id }) => [id, delegate(scenario, id, 'seasoned')]),
  );
  const ends = Array.from({ length: games }, (_, k) => {
    at(k, games);
    return playMachines(lay(scenario, `lint/${k + 1}`), agents).last.outcome;
  });
  const outcomes = ends.filter((outcome) => outcome !== undefined);
  if (outcomes.length < games)
    return [
      {
        path: ['sessions'],
        code: 'unfinished',
        message: `${games - outcomes.length} of ${games} games played by machines do not come to an end.`,
        write: ['fewer sessions', 'fewer offers in a corridor'],
      },
    ];
  const adopted = outcomes.filter((outcome) => outcome.end === 'adopted');
  if (adopted.length < games * ADOPTED) return [hardly(outcomes.length, adopted.length, outcomes)];
  const met = scenario.delegations.map(
    (_, place) =>
      outcomes.filter(({ seats }) => {
        const seat = seats[place];
        return seat?.bound === true && seat.utility >= seat.walkAway + MANDATE_MARGIN;
      }).length,
  );
  if (games >= ENOUGH.lose && met.every((count) => count === games))
    return [
      {
        path: ['delegations'],
        code: 'cannot-lose',
        message: `Everybody met its mandate in all of ${games} games played by machines: nobody can fail.`,
        write: ['higher reservations', 'red lines that can meet'],
      },
    ];
  return scenario.delegations.flatMap(({ id }, place): Finding[] => {
    const count = met[place] ?? 0;
    const path = ['delegations', place, 'reservation'];
    const found = `${id} met its mandate in ${count} of ${games} games played by machines`;
    if (games >= ENOUGH.win && count < games * WON)
      return [
        {
          path,
          code: 'cannot-win',
          message: `${found}: it hardly can.`,
          write: [`a lower reservation for ${id}`, 'a deed or a linkage worth something to it'],
        },
      ];
    if (games >= ENOUGH.lose && count === games)
      return [
        {
          path,
          code: 'cannot-lose',
          message: `${found}: it hardly can fail.`,
          write: [`a higher reservation for ${id}`, 'a red line, of its own or of others'],
        },
      ];
    return [];
  });
};

const hardly = (games: number, adopted: number, outcomes: readonly { readonly end: End }[]): Finding => {
  const collapsed = outcomes.filter(({ end }) => end === 'collapsed').length;
  const found = `A text is adopted in ${adopted} of ${games} games played by machines`;
  return collapsed > games / 2
    ? {
        path: ['tension'],
        code: 'hardly-adopted',
        message: `${found}; ${collapsed} collapse.`,
        write: ['a lower start', 'a lower risePerSession', 'a higher calm'],
      }
    : {
        path: ['delegations'],
        code: 'hardly-adopted',
        message: `${found}.`,
        write: ['lower reservations', 'lower chances of red lines', 'another threshold'],
      };
};
