import {
  articleOf,
  type Provision,
  type Scenario,
  type Undertaking,
  type Words,
} from '../../../engine/seat.ts';
import type { CardFace, SlipFace } from '../paint/card.ts';
import { say } from '../words.ts';
import { subjectOf, type Card, type Side } from './deck.ts';
import { points } from './points.ts';

type Speak = (words: Words) => string;

const nameOfKind = (kind: Card['kind']): string => {
  switch (kind) {
    case 'deed':
      return say('deed');
    case 'tokens':
      return say('tokens');
    case 'position':
      return say('position');
    case 'join':
      return say('joinCard');
    case 'oppose':
      return say('opposeCard');
    case 'intelligence':
      return say('intelligence');
    case 'restraint':
      return say('restraint');
  }
};

const worthOf = (worth: number | undefined): CardFace['worth'] =>
  worth === undefined || worth === 0 ? undefined : { words: points(worth), good: worth > 0 };

/** What is printed on a card. */
export const cardFace = (scenario: Scenario, card: Card, side: Side, speak: Speak): CardFace => {
  const subject = speak(subjectOf(scenario, card));
  const face = {
    glyph: card.kind,
    kind: nameOfKind(card.kind),
    title: subject,
    note: '',
    worth: undefined,
    count: undefined,
  } as const;
  switch (card.kind) {
    case 'deed':
      return { ...face, worth: worthOf(card.worth) };
    case 'tokens':
      return { ...face, note: say('each'), worth: worthOf(card.worth), count: card.left };
    case 'position':
      return {
        ...face,
        kind: speak(articleOf(scenario, card.article).short),
        title: card.option === 0 ? say('noText') : subject,
        note: say(card.stance === 'support' ? 'support' : 'accept'),
      };
    case 'join':
      return { ...face, title: say('joinAbout') };
    case 'oppose':
      return { ...face, title: say('opposeAbout', { articles: shorts(scenario, card.containing, speak) }) };
    case 'intelligence':
      return face;
    case 'restraint':
      return { ...face, title: say('restraintAbout', { n: card.through + 1 }) };
  }
};

const provisionOf = (scenario: Scenario, { article: id, option }: Provision, speak: Speak): string => {
  const article = articleOf(scenario, id);
  const said = option === 0 ? say('noText') : speak(article.options[option]?.label ?? {});
  return `${speak(article.short)}: ${said}`;
};

const shorts = (scenario: Scenario, provisions: readonly Provision[], speak: Speak): string =>
  provisions.map(({ article }) => speak(articleOf(scenario, article).short)).join(', ');

/** What is to be stood against, in one line: of several provisions their articles alone. */
const opposed = (scenario: Scenario, containing: readonly Provision[], speak: Speak): string => {
  const [first] = containing;
  return first !== undefined && containing.length === 1
    ? provisionOf(scenario, first, speak)
    : shorts(scenario, containing, speak);
};

/** What a slip on the mat says. */
export const slipFace = (scenario: Scenario, item: Undertaking, speak: Speak): SlipFace => {
  const subject = speak(subjectOf(scenario, item));
  const plain: SlipFace = {
    glyph: item.kind,
    title: subject,
    amount: undefined,
    when: undefined,
    waits: false,
  };
  switch (item.kind) {
    case 'tokens':
      return {
        ...plain,
        amount: item.amount,
        when: say(item.when.on === 'now' ? 'now' : 'onAdoption'),
        waits: item.when.on === 'adoption',
      };
    case 'deed':
      return {
        ...plain,
        when: say(item.when.on === 'now' ? 'now' : 'onAdoption'),
        waits: item.when.on === 'adoption',
      };
    case 'position':
      return { ...plain, title: provisionOf(scenario, item.provision, speak) };
    case 'join':
      return { ...plain, title: say('joinAbout') };
    case 'oppose':
      return { ...plain, title: say('opposeSlip', { what: opposed(scenario, item.containing, speak) }) };
    case 'intelligence':
    case 'point':
      return plain;
    case 'restraint':
      return { ...plain, title: say('restraintAbout', { n: item.through + 1 }) };
    case 'later':
      return { ...plain, title: `${subject}, ${say('laterAbout', { n: item.due + 1 })}` };
  }
};
