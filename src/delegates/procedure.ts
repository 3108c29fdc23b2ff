import {
  needsSignature,
  plainWorth,
  standingText,
  worthOfText,
  type ArticleId,
  type View,
} from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { guessedWorth, modelsOf } from './models.ts';
import { bearable, changes, changesFrom, isRed, type Self } from './own.ts';
import { PLAY } from './strength.ts';

/** Amendments, points of order, contact groups, replies, signature: what an AI delegation does with the rules of procedure. */

/** Hundredths of a point an amendment must bring oneself, and must not cost the others on average. */
const AMEND = { gain: 450, harm: -150 } as const;

/** Moves what is much better for oneself and not much worse for the others, if it is not on the table. Once a session. */
export const amendNow = (self: Self, strength: Strength): Act | undefined => {
  const { view, scenario, own } = self;
  if (!PLAY[strength].leads || acted(view, 'amended', own.delegation)) return undefined;
  const standing = standingText(view.articles);
  const gains = changes(self);
  const others = modelsOf(scenario, view).filter((_, place) => place !== own.index);
  let best: { readonly article: ArticleId; readonly option: number; readonly gain: number } | undefined;
  scenario.articles.forEach((article, place) => {
    const rolling = view.articles[place];
    if (rolling === undefined || rolling.settled || !view.agenda.includes(article.id)) return;
    article.options.forEach((_, option) => {
      const gain = gains[place]?.[option] ?? 0;
      const known =
        rolling.option === option ||
        rolling.brackets.includes(option) ||
        view.amendments.some(
          (item) =>
            item.article === article.id &&
            item.option === option &&
            (item.state === 'open' || item.state === 'waiting'),
        );
      if (known || isRed(self, article.id, option) || gain < Math.max(AMEND.gain, (best?.gain ?? 0) + 1))
        return;
      const text = standing.with(place, option);
      const change =
        others.reduce((sum, model) => sum + guessedWorth(model, text) - guessedWorth(model, standing), 0) /
        Math.max(1, others.length);
      if (change >= AMEND.harm) best = { article: article.id, option, gain };
    });
  });
  return best === undefined
    ? undefined
    : {
        command: { kind: 'amend', article: best.article, option: best.option },
        because: [{ code: 'article-helps', article: best.article, gain: best.gain }],
      };
};

/** Gains from an amendment of another's above which one puts one's name to it, hundredths of a point. */
const SPONSOR = 150;

/** Sponsors what one wants and what waits for sponsors; writes one's own anew after the text has moved. */
export const sponsorNow = (self: Self): Act | undefined => {
  const { view, own, scenario } = self;
  const gains = changes(self);
  for (const amendment of view.amendments) {
    if (amendment.state !== 'open' && amendment.state !== 'waiting') continue;
    const gain =
      gains[scenario.articles.findIndex(({ id }) => id === amendment.article)]?.[amendment.option] ?? 0;
    if (gain < SPONSOR || isRed(self, amendment.article, amendment.option)) continue;
    const anew = amendment.sponsors[0] === own.delegation && amendment.conflict;
    const joins = amendment.state === 'waiting' && !amendment.sponsors.includes(own.delegation);
    if (anew || joins)
      return {
        command: { kind: 'sponsor', amendment: amendment.id },
        because: [{ code: 'article-helps', article: amendment.article, gain }],
      };
  }
  return undefined;
};

/** Speaks up when the Chair settles what one is on record against. */
export const orderNow = (self: Self): Act | undefined => {
  const { view, own, scenario } = self;
  if (view.orders.includes(own.delegation)) return undefined;
  const place = scenario.articles.findIndex((_, at) => {
    const rolling = view.articles[at];
    return rolling?.settled === true && view.stances[own.index]?.[at]?.[rolling.option] === 'object';
  });
  const article = scenario.articles[place];
  if (article === undefined) return undefined;
  // What another could bring at best; nothing where what made it bad has gone since.
  const loss = Math.max(
    0,
    ...(changes(self)[place] ?? []).filter((_, option) => !isRed(self, article.id, option)),
  );
  return {
    command: { kind: 'point-of-order', article: article.id },
    because: [loss > 0 ? { code: 'article-hurts', article: article.id, loss } : { code: 'routine' }],
  };
};

/** As facilitator: reports the option the group can live with that seems best for all in it. */
export const reportNow = (self: Self): Act | undefined => {
  const { view, own } = self;
  for (const group of view.groups) {
    const act =
      group.facilitator === own.delegation && group.report === undefined ? reportOf(self, group) : undefined;
    if (act !== undefined) return act;
  }
  return undefined;
};

const reportOf = (self: Self, group: View['groups'][number]): Act | undefined => {
  const { view, scenario } = self;
  const place = scenario.articles.findIndex(({ id }) => id === group.article);
  const article = scenario.articles[place];
  const standing = standingText(view.articles);
  if (article === undefined) return undefined;
  const seats = group.members.map((member) => scenario.delegations.findIndex(({ id }) => id === member));
  const models = modelsOf(scenario, view);
  const possible = article.options
    .map((_, option) => {
      const said = seats.map((seat) => view.stances[seat]?.[place]?.[option] ?? 'silent');
      const spoken = said.filter((stance) => stance === 'support' || stance === 'accept').length;
      const text = standing.with(place, option);
      const worth = seats.reduce((sum, seat) => {
        const model = models[seat];
        return sum + (model === undefined ? 0 : guessedWorth(model, text));
      }, 0);
      return { option, worth, agreed: !said.includes('object') && spoken * 2 >= said.length };
    })
    .filter(({ option, agreed }) => agreed && option > 0 && !isRed(self, group.article, option))
    .toSorted((a, b) => b.worth - a.worth);
  const [best] = possible;
  return best === undefined
    ? undefined
    : {
        command: { kind: 'report', article: group.article, option: best.option },
        because: [
          {
            code: 'builds-coalition',
            with: group.members,
            provision: { article: group.article, option: best.option },
          },
        ],
      };
};

/** Answers whoever named one sharply; a bridge-builder warmly. */
export const replyNow = (self: Self): Act | undefined => {
  const { view, own } = self;
  const due = view.replies.find(({ named }) => named === own.delegation);
  if (due === undefined) return undefined;
  const sharp = view.log
    .at(-1)
    ?.events.some(
      (event) =>
        event.kind === 'spoke' &&
        event.by === due.by &&
        event.tone === 'sharp' &&
        event.names.includes(own.delegation),
    );
  if (sharp !== true) return undefined;
  const tone = self.delegation.style === 'bridge-builder' ? 'warm' : 'plain';
  return { command: { kind: 'reply', to: due.by, tone }, because: [{ code: 'routine' }] };
};

/** Signs what it would rather have than no agreement. */
export const signNow = (self: Self): Act | undefined => {
  const { view, scenario, mandate, own } = self;
  const { adopted } = view;
  if (adopted === undefined || adopted.bound.includes(own.delegation)) return undefined;
  if (!needsSignature(scenario, adopted.text) || !bearable(self, adopted.text)) return undefined;
  const gain = worthOfText(scenario, mandate, adopted.text) - mandate.reservation;
  return gain < 0
    ? undefined
    : { command: { kind: 'sign' }, because: [{ code: 'better-than-no-agreement', gain }] };
};

/** Loss on one article, against one's best bearable option, that is worth a word at home; hundredths of a point. */
const DISTANT = 500;

/** Explains its position where an adopted article hurts most, if opinion at home could be better. */
export const explainNow = (self: Self): Act | undefined => {
  const { view, own, scenario } = self;
  const { adopted } = view;
  if (adopted === undefined || view.explained.some(({ by }) => by === own.delegation)) return undefined;
  if (scenario.press.interviews === 0 || (view.opinion[own.index] ?? 50) >= 50) return undefined;
  const rows = changesFrom(self, adopted.text);
  const worst = scenario.articles
    .map((article, place) => ({
      id: article.id,
      loss: Math.max(...(rows[place] ?? [0]).filter((_, option) => !isRed(self, article.id, option))),
    }))
    .toSorted((a, b) => b.loss - a.loss)[0];
  return worst === undefined || worst.loss < DISTANT
    ? undefined
    : {
        command: { kind: 'explain', articles: [worst.id], tone: 'plain' },
        because: [{ code: 'article-hurts', article: worst.id, loss: worst.loss }],
      };
};

/** Settled articles it supports and others do too: worth referring to. */
export const citable = ({ view, scenario, own }: Self): readonly ArticleId[] =>
  scenario.articles
    .filter((_, place) => {
      const rolling = view.articles[place];
      if (rolling === undefined || !rolling.settled || rolling.option === 0) return false;
      const support = view.stances.filter((rows) => rows[place]?.[rolling.option] === 'support').length;
      return view.stances[own.index]?.[place]?.[rolling.option] === 'support' && support >= 3;
    })
    .map(({ id }) => id)
    .slice(0, 2);

const acted = (view: View, kind: string, by: string): boolean =>
  view.log.some(
    (chapter) =>
      chapter.session === view.session &&
      chapter.events.some((event) => event.kind === kind && 'by' in event && event.by === by),
  );

/** Worth of an amendment on trial: the text with it against the text without, hundredths of a point. */
export const amendmentGain = (self: Self, text: readonly number[]): number =>
  plainWorth(self.mandate, text) - plainWorth(self.mandate, standingText(self.view.articles));
