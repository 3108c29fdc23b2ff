import {
  CONFIDENCES,
  ORIGINS,
  RESPONSES,
  STANCES,
  TONES,
  TRACK_STEPS,
  VOWS,
  type Command,
  type DelegationId,
  type Dice,
  type Position,
  type Response,
  type Scenario,
  type View,
} from '../engine/seat.ts';
import type { Agent } from './agent.ts';

/** How many things a random player does in one phase. */
const MOST = 2;

/** A player that picks among possible commands by the dice alone. */
export const mayBe = (scenario: Scenario): Agent => ({
  act: (view, dice) => {
    const { own } = view;
    if (own === undefined) return undefined;
    const key = view.log.reduce((sum, chapter) => sum + chapter.events.length, 0);
    const acted =
      view.log
        .at(-1)
        ?.events.filter((event) => 'by' in event && event.by === own.delegation && event.kind !== 'done')
        .length ?? 0;
    if (view.decision !== undefined && view.decision.mine === undefined) return answer(view, dice, key);
    if (acted >= MOST || dice('stop', key) < 0.4) return undefined;
    const command = pick(scenario, view, dice, key);
    return command === undefined ? undefined : { command, because: [{ code: 'routine' }] };
  },
});

const answer = (view: View, dice: Dice, key: number) => {
  const yes = dice('answer', key) < 0.8;
  const word = view.decision?.method === 'vote' ? (yes ? 'yes' : 'no') : yes ? 'join' : 'object';
  return {
    command: { kind: 'answer', answer: word, articles: [], because: [] },
    because: [{ code: 'routine' }],
  } as const;
};

const one = <T>(items: readonly T[], drawn: number): T | undefined => items[Math.floor(drawn * items.length)];

const position = (scenario: Scenario, dice: Dice, key: number): Position | undefined => {
  const article = one(scenario.articles, dice('article', key));
  if (article === undefined) return undefined;
  return {
    article: article.id,
    option: Math.floor(dice('option', key) * article.options.length),
    stance: one(STANCES, dice('stance', key)) ?? 'accept',
  };
};

const pick = (scenario: Scenario, view: View, dice: Dice, key: number): Command | undefined => {
  if (dice('aside', key) < ASIDE) {
    const aside = pickAside(scenario, view, dice, key);
    if (aside !== undefined && view.may.includes(aside.kind)) return aside;
  }
  const taken = position(scenario, dice, key);
  switch (view.phase) {
    case 'floor':
      if (view.own === undefined || view.spoken.includes(view.own.delegation)) return undefined;
      return {
        kind: 'speak',
        positions: taken === undefined || !view.agenda.includes(taken.article) ? [] : [taken],
        priorities: [],
        tone: one(TONES, dice('tone', key)) ?? 'plain',
        names: named(scenario, view, dice, key),
      };
    case 'corridor':
    case 'drafting': {
      if (taken === undefined) return undefined;
      const article = scenario.articles.findIndex((item) => item.id === taken.article);
      const now = view.stances[view.own?.index ?? 0]?.[article]?.[taken.option];
      return now === taken.stance ? undefined : { kind: 'position', positions: [taken] };
    }
    case 'briefing':
      return response(scenario, view, dice, key);
    case 'decision':
    case 'capital':
      return undefined;
  }
};

/** How often it does something beside the phase's main business. */
const ASIDE = 0.35;
const ASIDES = [
  'mend',
  'warn',
  'track',
  'calm',
  'interview',
  'leak',
  'flexibility',
  'operate',
  'amend',
  'sponsor',
  'point-of-order',
  'sign',
  'explain',
  'offer',
  'accept',
  'accept',
  'decline',
  'reply',
  'perform',
  'report',
] as const;

/** Something beside the phase's main business, if there is anything to do it with. */
const pickAside = (scenario: Scenario, view: View, dice: Dice, key: number): Command | undefined => {
  const { own } = view;
  const kind = one(ASIDES, dice('aside-kind', key));
  const drawn = dice('aside-what', key);
  const other = one(
    scenario.delegations.filter(({ id }) => id !== own?.delegation),
    dice('aside-whom', key),
  );
  const taken = position(scenario, dice, key);
  if (own === undefined || kind === undefined || other === undefined || taken === undefined) return undefined;
  switch (kind) {
    case 'mend': {
      const vulnerability = one(own.unmended, drawn);
      return vulnerability === undefined ? undefined : { kind, vulnerability };
    }
    case 'warn': {
      const warning = one(own.warnings, drawn)?.id;
      return warning === undefined ? undefined : { kind, warning, to: other.id };
    }
    case 'track': {
      const track = one(
        scenario.tracks.filter((item) => item.members.includes(own.delegation)),
        drawn,
      );
      const step = one(TRACK_STEPS, dice('step', key)) ?? 'enter';
      return track === undefined ? undefined : { kind, track: track.id, step };
    }
    case 'calm': {
      const move = one(scenario.calming, drawn)?.id;
      return move === undefined ? undefined : { kind, move };
    }
    case 'interview':
      return {
        kind,
        tone: one(TONES, dice('tone', key)) ?? 'plain',
        names: named(scenario, view, dice, key),
        ...(drawn < 0.3
          ? {
              vow: {
                article: taken.article,
                option: taken.option,
                says: one(VOWS, dice('vow', key)) ?? 'never',
              },
            }
          : {}),
      };
    case 'leak': {
      const deal = one(
        view.deals.filter((item) => !item.open && item.parties.includes(own.delegation)),
        drawn,
      )?.id;
      return deal === undefined ? undefined : { kind, deal };
    }
    case 'flexibility': {
      const redLine = one(own.mandate.redLines, drawn);
      return redLine === undefined ? undefined : { kind, redLine };
    }
    case 'operate': {
      const card = one(scenario.operations.cards, drawn)?.id;
      return card === undefined || !scenario.operations.allowed
        ? undefined
        : { kind, operation: card, against: other.id, proxy: dice('proxy', key) < 0.5 };
    }
    case 'amend':
      return { kind, article: taken.article, option: taken.option };
    case 'sponsor': {
      const amendment = one(view.amendments, drawn)?.id;
      return amendment === undefined ? undefined : { kind, amendment };
    }
    case 'point-of-order':
      return { kind, article: taken.article };
    case 'offer': {
      const token = one(scenario.tokens, drawn)?.id;
      return token === undefined || view.offersLeft === 0
        ? undefined
        : {
            kind,
            to: [other.id],
            undertakings: [
              { kind: 'tokens', by: own.delegation, to: other.id, token, amount: 1, when: { on: 'now' } },
              {
                kind: 'position',
                by: other.id,
                to: own.delegation,
                provision: { article: taken.article, option: taken.option },
                stance: 'accept',
              },
            ],
            open: dice('open', key) < 0.5,
            expires: view.session,
            because: [],
          };
    }
    case 'accept':
    case 'decline': {
      const offer = one(
        view.offers.filter(
          (item) => item.to.includes(own.delegation) && !item.accepted.includes(own.delegation),
        ),
        drawn,
      )?.id;
      if (offer === undefined) return undefined;
      return kind === 'accept' ? { kind, offer, because: [] } : { kind, offer, because: [], wouldChange: [] };
    }
    case 'reply': {
      const due = view.replies.find((item) => item.named === own.delegation);
      return due === undefined
        ? undefined
        : { kind, to: due.by, tone: one(TONES, dice('tone', key)) ?? 'plain' };
    }
    case 'perform': {
      const pledge = view.pledges.find(
        (item) =>
          item.state === 'open' &&
          item.undertaking.kind === 'later' &&
          item.undertaking.by === own.delegation,
      )?.id;
      return pledge === undefined ? undefined : { kind, pledge };
    }
    case 'report': {
      const article = view.groups.find((group) => group.facilitator === own.delegation)?.article;
      return article === undefined ? undefined : { kind, article, option: taken.option };
    }
    case 'sign':
      return view.adopted === undefined ? undefined : { kind };
    case 'explain':
      return view.adopted === undefined
        ? undefined
        : { kind, articles: [taken.article], tone: one(TONES, dice('tone', key)) ?? 'plain' };
  }
};

const named = (scenario: Scenario, view: View, dice: Dice, key: number) => {
  const other = one(scenario.delegations, dice('name', key));
  return other === undefined || other.id === view.own?.delegation || dice('names', key) < 0.5
    ? []
    : [other.id];
};

const response = (scenario: Scenario, view: View, dice: Dice, key: number): Command | undefined => {
  const sight = one(view.incidents, dice('incident', key));
  const other = one(scenario.delegations, dice('culprit', key));
  if (
    sight === undefined ||
    sight.truth !== undefined ||
    other === undefined ||
    other.id === view.own?.delegation
  )
    return undefined;
  if (sight.responses.some((item) => item.by === view.own?.delegation)) return undefined;
  const origin = one(ORIGINS, dice('origin', key)) ?? 'state';
  const confidence = one(CONFIDENCES, dice('confidence', key)) ?? 'low';
  const said = {
    origin,
    confidence,
    ...(origin === 'accident' || origin === 'criminals' ? {} : { culprit: other.id }),
  };
  return { kind: 'respond', incident: sight.id, response: anyResponse(said, other.id, dice, key) };
};

const anyResponse = (
  said: Omit<Extract<Response, { kind: 'assess' }>, 'kind'>,
  other: DelegationId,
  dice: Dice,
  key: number,
): Response => {
  // Half of the time it accuses somebody: the worst a table can do to itself.
  const kind = dice('accuse', key) < 0.5 ? 'attribute' : (one(RESPONSES, dice('response', key)) ?? 'condemn');
  switch (kind) {
    case 'investigate':
    case 'inquiry':
    case 'leak':
    case 'assist':
    case 'condemn':
      return { kind };
    case 'share':
      return { kind, with: dice('with', key) < 0.5 ? 'all' : other };
    case 'ask':
      return { kind, from: dice('with', key) < 0.5 ? 'all' : other };
    case 'hotline':
      return { kind, to: other };
    case 'endorse':
      return { kind, whose: other };
    case 'sanction':
    case 'countermeasure':
      return { kind, on: other };
    case 'assess':
    case 'attribute':
      return { kind, ...said };
  }
};
