import type { Outcome } from '../../engine/index.ts';
import type { RoomSummary } from '../../protocol/index.ts';
import type { Company } from '../ai/company.ts';
import type { Shares } from '../ai/players.ts';
import { isHere, present, type Room } from '../room/room.ts';
import { contestedArticles } from '../room/suggest.ts';

/** Exact figures take their time in a large space of texts; a game ends once. */
const weighed = new WeakMap<Outcome, Promise<Shares | undefined>>();

const sharesOf = (company: Company, room: Room, outcome: Outcome): Promise<Shares | undefined> => {
  const known = weighed.get(outcome);
  if (known !== undefined) return known;
  const { mandates } = room.game;
  const utilities = outcome.seats.map(
    (seat, place) => seat.utility - seat.walkAway + (mandates[place]?.reservation ?? 0),
  );
  const shares = company.weigh({ room: room.code, text: room.text, mandates, utilities });
  weighed.set(outcome, shares);
  return shares;
};

/** A room for the page that compares rooms of one series. Utilities only when its game has ended. */
export const summaryOf = async (company: Company, room: Room): Promise<RoomSummary> => {
  const { game, scenario } = room;
  const stands = game.articles.map(({ option }) => option);
  const says = (stance: string) =>
    scenario.delegations
      .filter((_, place) => game.stances[place]?.some((row, article) => row[stands[article] ?? 0] === stance))
      .map(({ id }) => id);
  const objectors = says('object');
  const contested = contestedArticles(scenario, game);
  const { outcome } = game;
  return {
    room: room.code,
    stage: room.stage,
    people: present(room).filter(isHere).length,
    session: game.session,
    phase: game.phase,
    moves: room.sizes.length,
    tension: game.tension,
    damage: game.damage.reduce((sum, points) => sum + points, 0),
    drafts: game.drafts,
    text: game.articles.map(({ option, settled }) => ({ option, settled })),
    ...(outcome === undefined ? {} : { end: outcome.end }),
    promises: {
      made: game.pledges.length,
      kept: game.pledges.filter(({ state }) => state === 'kept').length,
      broken: game.pledges.filter(({ state }) => state === 'broken').length,
    },
    deals: game.deals.length,
    incidents: game.incidents.map(({ id }) => id),
    supporters: says('support').filter((id) => !objectors.includes(id)),
    objectors,
    contested: scenario.articles.filter((_, place) => (contested[place] ?? 0) > 0).map(({ id }) => id),
    ...(outcome === undefined
      ? {}
      : {
          utilities: outcome.seats.map(({ utility }) => utility),
          walkAways: outcome.seats.map(({ walkAway }) => walkAway),
          ...(await sharesOf(company, room, outcome)),
        }),
  };
};
