import type { Command } from './command.ts';
import { closeIfCollapsed } from './close.ts';
import type { Conditional } from './deal.ts';
import type { GivenAnswer } from './event.ts';
import type { DelegationId } from './ids.ts';
import { judgeAnswer, judgePassed } from './ledger.ts';
import { placeOf, places } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import { spendUpTo } from './spend.ts';
import type { State } from './state.ts';
import type { Procedure } from './scenario.ts';
import { ANSWERS, METHODS, type Answer, type Method, type Threshold } from './vocabulary.ts';
import { contains, standingText } from './worth.ts';

/** Answers that fit a method. */
export const ANSWERS_TO: { readonly [M in Method]: readonly Answer[] } = {
  silence: ['join', 'object'],
  consensus: ['join', 'object'],
  vote: ['yes', 'no', 'abstain'],
};

/** Methods open now: the last one tried again, or the next in the procedure's order. */
export const openMethods = (procedure: Procedure, tried: State['tried']): readonly Method[] => {
  const last = Math.max(-1, ...tried.map((item) => procedure.methods.indexOf(item.method)));
  return procedure.methods.filter((_, place) => place === last || place === last + 1);
};

/** The Chair puts a whole text before the room. */
export const putText = (
  minutes: Minutes,
  command: Extract<Command, { kind: 'put' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const { state } = minutes;
  if (command.amendment !== undefined) return putAmendment(minutes, command);
  if (state.decision !== undefined || state.adopted !== undefined) return { refused: 'text-already-put' };
  if (state.tried.length >= scenario.procedure.textsPerDecision)
    return { refused: 'too-many-texts', most: scenario.procedure.textsPerDecision };
  if (!METHODS.includes(command.method)) return { refused: 'malformed', field: 'method' };
  const open = openMethods(scenario.procedure, state.tried);
  if (!open.includes(command.method)) return { refused: 'method-not-open', method: command.method, open };
  if (command.text.length !== scenario.articles.length) return { refused: 'malformed', field: 'text' };
  for (const [place, article] of scenario.articles.entries()) {
    const option = command.text[place];
    if (option === undefined || !Number.isInteger(option) || option < 0 || option >= article.options.length)
      return {
        refused: 'no-such-option',
        article: article.id,
        option: option ?? -1,
        options: article.options.length,
      };
  }
  minutes.note({ kind: 'text-put', text: [...command.text], method: command.method });
  return undefined;
};

/** Puts one open amendment to a vote: the text is what stands, with it. */
const putAmendment = (minutes: Minutes, command: Extract<Command, { kind: 'put' }>): Refusal | undefined => {
  const { scenario } = minutes.table;
  const { state } = minutes;
  if (!scenario.procedure.amendmentVotes) return { refused: 'amendment-votes-off' };
  if (state.decision !== undefined || state.adopted !== undefined) return { refused: 'text-already-put' };
  const found = state.amendments.find((item) => item.id === command.amendment);
  if (found === undefined) return { refused: 'no-such-amendment', amendment: String(command.amendment) };
  if (found.state !== 'open' || state.voted.includes(found.id))
    return { refused: 'amendment-closed', amendment: found.id };
  if (command.method !== 'vote')
    return { refused: 'method-not-open', method: command.method, open: ['vote'] };
  const text = standingText(state.articles).with(placeOf(scenario, 'article', found.article), found.option);
  minutes.note({ kind: 'text-put', text, method: 'vote', amendment: found.id });
  return undefined;
};

/** A delegation's answer to the text before the room; it stays unseen until the gavel falls. */
export const answer = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'answer' }>,
): Refusal | undefined => {
  const { decision } = minutes.state;
  if (decision === undefined) return { refused: 'no-text-put' };
  if (!ANSWERS.includes(command.answer)) return { refused: 'malformed', field: 'answer' };
  if (!ANSWERS_TO[decision.method].includes(command.answer))
    return { refused: 'wrong-answer', method: decision.method };
  if (decision.answers.some((given) => given.by === by)) return { refused: 'already-answered' };
  for (const article of command.articles)
    if (!places(minutes.table.scenario).article.has(article))
      return { refused: 'no-such-article', article: String(article) };
  minutes.note({
    kind: 'answered',
    by,
    answer: command.answer,
    articles: [...new Set(command.articles)],
    because: command.because,
  });
  return undefined;
};

/** Abstentions are not votes cast (General Assembly, rule 86). */
export const twoThirds = (yes: number, no: number): boolean => yes > 0 && yes >= 2 * no;
/** More than half of those present and voting (rule 85); a tie falls (rule 133). */
export const simpleMajority = (yes: number, no: number): boolean => yes > no;

export const carried = (threshold: Threshold, yes: number, no: number): boolean => {
  switch (threshold) {
    case 'simple-majority':
      return simpleMajority(yes, no);
    case 'two-thirds':
      return twoThirds(yes, no);
  }
};

/** The gavel falls on the text before the room. Whoever said nothing under silence or consensus has not objected. */
export const gavel = (minutes: Minutes): Refusal | undefined => {
  const { decision } = minutes.state;
  if (decision === undefined) return { refused: 'no-text-put' };
  const { scenario } = minutes.table;
  const count = (wanted: Answer): number =>
    decision.answers.filter((given) => given.answer === wanted).length;
  const valid =
    decision.method !== 'vote' ||
    decision.answers.length * 100 >= scenario.procedure.quorum * scenario.delegations.length;
  const adopted =
    decision.method === 'vote'
      ? valid && carried(scenario.procedure.threshold, count('yes'), count('no'))
      : count('object') === 0;
  const { method, text, answers } = decision;
  const { amendment } = decision;
  if (amendment !== undefined) {
    minutes.note({ kind: 'decided', method, text, adopted, answers, valid, amendment });
    return undefined;
  }
  minutes.note({ kind: 'decided', method, text, adopted, answers, valid });
  for (const given of answers) judgeAnswer(minutes, given.by, given.answer, given.articles, text);
  if (adopted) {
    judgePassed(minutes, answers, text);
    carryOut(minutes);
  } else if (method === 'consensus') chargeBlockers(minutes, answers);
  closeIfCollapsed(minutes);
  return undefined;
};

/** Adoption carries out what waited for it and gives back the rest. */
const carryOut = (minutes: Minutes): void => {
  const { adopted, pending } = minutes.state;
  if (adopted === undefined) return;
  const done: Conditional[] = [];
  for (const item of pending) {
    const met =
      item.when.on === 'adoption' && contains(minutes.table.scenario, adopted.text, item.when.containing);
    if (item.kind === 'tokens') {
      const { token, amount } = item;
      minutes.note({ kind: 'tokens-moved', from: 'escrow', to: met ? item.to : item.by, token, amount });
      if (met) done.push(item);
    } else if (met && carryOutDeed(minutes, item)) done.push(item);
  }
  minutes.note({ kind: 'conditions-met', carriedOut: done });
};

/** A deed that waited is done now, with the tokens it spends as far as there are any left. */
const carryOutDeed = (minutes: Minutes, item: Extract<Conditional, { kind: 'deed' }>): boolean => {
  const { scenario } = minutes.table;
  if (minutes.state.deeds.some((deed) => deed.by === item.by && deed.concession === item.concession))
    return false;
  const place = placeOf(scenario, 'concession', item.concession);
  for (const cost of scenario.concessions[place]?.spends ?? []) spendUpTo(minutes, item.by, cost);
  minutes.note({ kind: 'deed-done', undertaking: item, open: true });
  return true;
};

const chargeBlockers = (minutes: Minutes, answers: readonly GivenAnswer[]): void => {
  const { rules, procedure } = minutes.table.scenario;
  const joined = answers.filter((given) => given.answer === 'join');
  for (const blocker of answers) {
    if (blocker.answer !== 'object') continue;
    spendUpTo(minutes, blocker.by, procedure.blockCost);
    for (const other of joined)
      moveTrust(minutes, other.by, blocker.by, 0 - rules.trust.block, { code: 'blocked' });
  }
  moveTension(minutes, rules.tension.block, { code: 'text-failed' });
};
