import { joins, modelsOf } from '../../../src/delegates/models.ts';
import type { Strength } from '../../../src/delegates/index.ts';
import { contains, placeOf, plainWorth, type Text } from '../../../src/engine/index.ts';
import {
  bestChange,
  changeIn,
  crossedBy,
  dueBy,
  gainBy,
  isOwn,
  pledgedBy,
  type Check,
  type Moment,
} from './stated.ts';

/** Whether what is said of a text, and of an amendment to one, is so. */

/** Percent of what there is to gain that a text put by silence must bring, for each later session that decides, eight at most. */
const HELD_OUT: { readonly [S in Strength]: number } = { gentle: 0, seasoned: 4.5, hard: 4.5 };
/** Hundredths of a point: what one may be short of and abstain; what an amendment may change and be no matter of one's own. */
const SLIGHT = 50;
const INDIFFERENT = 40;
/** Loss by an adopted article that is worth a word at home. */
const DISTANT = 500;

const putIn = ({ view }: Moment): Text => {
  if (view.decision === undefined) throw new Error('an answer to no text');
  return view.decision.text;
};

const answers = ({ command }: Moment, ...wanted: readonly string[]): boolean =>
  command.kind === 'answer' && wanted.includes(command.answer);

const laterDecisions = ({ scenario, view }: Moment): number =>
  scenario.sessions.slice(view.session + 1).filter(({ phases }) => phases.includes('decision')).length;

const optionIn = ({ scenario }: Moment, text: Text, article: string): number =>
  text[placeOf(scenario, 'article', article)] ?? 0;

export const worse: Check<'worse-than-no-agreement'> = ({ short }, at) =>
  answers(at, 'object', 'no', 'abstain') &&
  gainBy(at, putIn(at)) < 0 &&
  isOwn(at, short, -gainBy(at, putIn(at)));

export const better: Check<'better-than-no-agreement'> = ({ gain }, at) =>
  answers(at, 'join', 'yes') &&
  gainBy(at, putIn(at)) >= 0 &&
  crossedBy(at, putIn(at)).length === 0 &&
  isOwn(at, gain, gainBy(at, putIn(at)));

export const redLine: Check<'red-line'> = ({ article }, at) =>
  answers(at, 'object', 'no') && crossedBy(at, putIn(at)).includes(article);

export const hurts: Check<'article-hurts'> = ({ article, loss }, at) =>
  answers(at, 'object', 'no') &&
  loss === undefined &&
  !crossedBy(at, putIn(at)).includes(article) &&
  bestChange(at, putIn(at), article) > 0;

export const tooEarly: Check<'too-early'> = (_, at) => {
  const { self, view, strength } = at;
  const text = putIn(at);
  const times = Math.min(8, laterDecisions(at));
  const early = ((10_000 - self.mandate.reservation) * HELD_OUT[strength] * times) / 100;
  const asked = Math.round(view.tried.length === 0 ? early : early / 2);
  return (
    answers(at, 'object') &&
    view.decision?.method === 'silence' &&
    gainBy(at, text) >= 0 &&
    gainBy(at, text) < asked &&
    crossedBy(at, text).length === 0 &&
    !pledgedBy(at, 'join').some(({ undertaking }) => contains(at.scenario, text, undertaking.containing))
  );
};

/** Its word, to whoever is named, on a text with what this one has; of one given in secret it says nothing. */
export const promised: Check<'promised'> = ({ to }, at) => {
  const kind = answers(at, 'join', 'yes') ? 'join' : 'oppose';
  return (
    !answers(at, 'abstain') &&
    pledgedBy(at, kind).some(
      ({ undertaking, open }) =>
        undertaking.to === to &&
        contains(at.scenario, putIn(at), undertaking.containing) &&
        (open || !at.aloud),
    )
  );
};

const isSlight = (at: Moment): boolean =>
  answers(at, 'abstain') &&
  at.view.decision?.method === 'vote' &&
  gainBy(at, putIn(at)) < 0 &&
  gainBy(at, putIn(at)) >= -SLIGHT &&
  dueBy(at, putIn(at), at.view.pending) === 0 &&
  crossedBy(at, putIn(at)).length === 0;

export const friendWants: Check<'friend-wants'> = ({ friend }, at) => {
  const seat = placeOf(at.scenario, 'delegation', friend);
  const model = modelsOf(at.scenario, at.view)[seat];
  return (
    isSlight(at) &&
    friend !== at.me &&
    at.self.own.trust[seat]?.mine === 'close' &&
    model !== undefined &&
    joins(model, putIn(at)) >= 0.8
  );
};

export const nothingLost: Check<'nothing-lost'> = (_, at) =>
  isSlight(at) &&
  laterDecisions(at) === 0 &&
  at.view.tried.length + 1 === at.scenario.procedure.textsPerDecision;

export const due: Check<'due-to-us'> = ({ gain }, at) => {
  const text = putIn(at);
  const pending = dueBy(at, text, at.view.pending);
  const known = at.view.deals.filter(({ open }) => open).flatMap(({ undertakings }) => undertakings);
  return (
    answers(at, 'abstain') &&
    at.view.decision?.method === 'vote' &&
    gainBy(at, text) < 0 &&
    crossedBy(at, text).length === 0 &&
    pending > 0 &&
    isOwn(at, gain, pending) &&
    (!at.aloud ||
      dueBy(
        at,
        text,
        known.filter(({ to }) => to === at.me),
      ) > 0)
  );
};

const amending = (at: Moment): number =>
  plainWorth(at.self.mandate, putIn(at)) - plainWorth(at.self.mandate, at.standing);

/** Red lines that the draft crosses only with the amendment. */
const newlyCrossed = (at: Moment): readonly string[] =>
  crossedBy(at, at.standing).length > 0 ? [] : crossedBy(at, putIn(at));

export const amendmentGains: Check<'gains'> = ({ gain }, at) =>
  answers(at, 'yes') &&
  newlyCrossed(at).length === 0 &&
  amending(at) > INDIFFERENT &&
  isOwn(at, gain, amending(at));

export const amendmentHurts: Check<'article-hurts'> = ({ article, loss }, at) =>
  answers(at, 'no') &&
  amending(at) < -INDIFFERENT &&
  optionIn(at, putIn(at), article) !== optionIn(at, at.standing, article) &&
  isOwn(at, loss, -amending(at));

export const amendmentCrosses: Check<'red-line'> = ({ article }, at) =>
  answers(at, 'no') && newlyCrossed(at).includes(article);

export const amendmentIdle: Check<'routine'> = (_, at) =>
  answers(at, 'abstain') && Math.abs(amending(at)) <= INDIFFERENT && newlyCrossed(at).length === 0;

export const signs: Check<'better-than-no-agreement'> = ({ gain }, at) => {
  const { adopted } = at.view;
  if (adopted === undefined || adopted.bound.includes(at.me)) return false;
  const worth = plainWorth(at.self.mandate, adopted.text) - at.self.mandate.reservation;
  return crossedBy(at, adopted.text).length === 0 && worth >= 0 && gain === worth;
};

/** The article of the adopted text on which most was lost. */
export const explains: Check<'article-hurts'> = ({ article, loss }, at) => {
  const { adopted } = at.view;
  if (adopted === undefined || loss === undefined) return false;
  const losses = at.scenario.articles.map(({ id }) => bestChange(at, adopted.text, id));
  return loss >= DISTANT && loss === Math.max(...losses) && loss === bestChange(at, adopted.text, article);
};

/** What another option that one could bear would bring where the Chair has settled what one objects to. */
export const settledHurts: Check<'article-hurts'> = ({ article, loss }, at) =>
  isSettledAgainst(at, article) && loss === bestChange(at, at.standing, article) && loss > 0;

export const settledIdle: Check<'routine'> = (_, at) =>
  at.command.kind === 'point-of-order' &&
  isSettledAgainst(at, at.command.article) &&
  bestChange(at, at.standing, at.command.article) <= 0;

const isSettledAgainst = (at: Moment, article: string): boolean => {
  const place = placeOf(at.scenario, 'article', article);
  const rolling = at.view.articles[place];
  return (
    at.command.kind === 'point-of-order' &&
    at.command.article === article &&
    rolling?.settled === true &&
    at.view.stances[at.self.own.index]?.[place]?.[rolling.option] === 'object'
  );
};

/** What one moves, or puts one's name to, is not in the draft, crosses no red line, and brings so much. */
export const amends: Check<'article-helps'> = ({ article, gain }, at) => {
  const { command } = at;
  const moved =
    command.kind === 'amend'
      ? command
      : command.kind === 'sponsor'
        ? at.view.amendments.find(({ id }) => id === command.amendment)
        : undefined;
  return (
    moved?.article === article &&
    !crossedBy(at, at.standing.with(placeOf(at.scenario, 'article', article), moved.option)).includes(
      article,
    ) &&
    gain === changeIn(at, at.standing, moved) &&
    gain >= (command.kind === 'amend' ? 450 : 150)
  );
};
