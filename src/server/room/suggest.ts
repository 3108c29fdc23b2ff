import {
  standingText,
  worthOfText,
  type IncidentCard,
  type Scenario,
  type State,
} from '../../engine/index.ts';
import type { Suggestion, SuggestionCode } from '../../protocol/index.ts';
import type { Room } from './room.ts';

/** What could be put in now, ranked by what it would do to what the table is at: a help for whoever runs the room, not a rule. */

const MOST = 8;

export const suggestionsFor = (room: Room): readonly Suggestion[] => {
  const { game, scenario } = room;
  if (game.status === 'closed') return [];
  const contested = contestedArticles(scenario, game);
  const found: Suggestion[] = [
    ...incidents(scenario, game, contested),
    ...contexts(scenario, game),
    ...leaks(game),
    ...truths(game),
    ...blockers(scenario, game),
  ];
  return found.toSorted((a, b) => b.score - a.score).slice(0, MOST);
};

/** How much an article is fought over: objections to what is on the table, by place. */
export const contestedArticles = (scenario: Scenario, game: State): readonly number[] =>
  scenario.articles.map((_, place) =>
    game.stances.reduce(
      (sum, rows) => sum + (rows[place] ?? []).filter((stance) => stance === 'object').length,
      0,
    ),
  );

const incidents = (scenario: Scenario, game: State, contested: readonly number[]): readonly Suggestion[] => {
  const heat = (articles: readonly string[]): number =>
    articles.reduce(
      (sum, id) => sum + (contested[scenario.articles.findIndex((article) => article.id === id)] ?? 0),
      0,
    );
  const struck = game.incidents.some(({ session }) => session === game.session);
  const hot = game.tension >= scenario.tension.collapse * 0.7;
  return scenario.incidents
    .filter(({ id }) => !game.incidents.some((incident) => incident.id === id))
    .map((card): Suggestion => {
      const softened = softens(scenario, game, card);
      const touched = heat(card.touches.map(({ article }) => article));
      const because: SuggestionCode = softened
        ? 'shows-the-text-works'
        : touched > 0
          ? 'touches-contested'
          : card.damped.length > 0
            ? 'shows-what-is-missing'
            : 'too-calm';
      const score =
        30 +
        Math.min(30, touched * 4) +
        (softened ? 15 : 0) +
        (struck ? -25 : 10) -
        (hot ? card.severity * 8 : 0);
      return {
        intervention: { kind: 'incident', incident: card.id },
        because,
        score: within(score),
      };
    });
};

/** Whether something already settled would soften it. */
const softens = (scenario: Scenario, game: State, card: IncidentCard): boolean =>
  card.damped.some(({ article, options }) => {
    const now = game.articles[scenario.articles.findIndex(({ id }) => id === article)];
    return now !== undefined && now.settled && options.includes(now.option);
  });

const contexts = (scenario: Scenario, game: State): readonly Suggestion[] => {
  const hot = game.tension >= scenario.tension.collapse * 0.6;
  return scenario.contexts
    .filter(({ id }) => !game.contexts.includes(id))
    .map((card): Suggestion => {
      const tension = card.effects.reduce(
        (sum, effect) => sum + (effect.kind === 'tension' ? effect.by : 0),
        0,
      );
      const cools = tension < 0;
      const fits = card.from <= game.session && game.session <= card.to;
      return {
        intervention: { kind: 'context', card: card.id },
        because: cools ? 'cools' : 'too-calm',
        score: within((fits ? 25 : 5) + (cools && hot ? 45 : 0) + (!cools && hot ? -20 : 0)),
      };
    });
};

/** The older a secret deal, and the more it binds, the more of a story it is. */
const leaks = (game: State): readonly Suggestion[] =>
  game.deals
    .filter(({ open }) => !open)
    .map((deal): Suggestion => ({
      intervention: { kind: 'leak-deal', deal: deal.id },
      because: 'secret-deal',
      score: within(35 + 5 * deal.undertakings.length + 8 * (game.session - deal.session)),
    }));

const truths = (game: State): readonly Suggestion[] =>
  game.incidents
    .filter(({ out }) => !out)
    .flatMap((incident): readonly Suggestion[] => {
      const accused = incident.responses.filter(
        ({ response }) => response.kind === 'attribute' || response.kind === 'endorse',
      ).length;
      const kept = incident.truth.clues.filter(
        (clue) =>
          incident.known.some((known) => known.includes(clue.index)) &&
          !incident.known.every((known) => known.includes(clue.index)),
      ).length;
      return [
        ...(accused > 0
          ? [
              {
                intervention: { kind: 'truth', incident: incident.id },
                because: 'accusations-to-judge',
                score: within(30 + 12 * accused),
              } as const,
            ]
          : []),
        ...(kept > 0
          ? [
              {
                intervention: { kind: 'leak-clues', incident: incident.id },
                because: 'clues-kept',
                score: within(25 + 8 * kept),
              } as const,
            ]
          : []),
      ];
    });

/** A reservation value this much lower, in hundredths of a point, is what new instructions could bring. */
const SOFTENING = -500;

/** Who has nothing to lose from blocking what stands: new instructions, in the facilitator's own words, could move it. */
const blockers = (scenario: Scenario, game: State): readonly Suggestion[] => {
  if (game.session < scenario.sessions.length - 1) return [];
  const text = standingText(game.articles);
  return scenario.delegations.flatMap(({ id }, place): readonly Suggestion[] => {
    const mandate = game.mandates[place];
    const short = mandate === undefined ? 0 : mandate.reservation - worthOfText(scenario, mandate, text);
    return short <= 0
      ? []
      : [
          {
            intervention: { kind: 'instruction', to: id, message: '', reservation: SOFTENING },
            because: 'blocker',
            score: within(20 + Math.min(30, short / 50)),
          },
        ];
  });
};

const within = (score: number): number => Math.max(0, Math.min(100, Math.round(score)));
