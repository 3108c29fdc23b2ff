import type { Command, Position } from './command.ts';
import { closeIfCollapsed } from './close.ts';
import type { DelegationId } from './ids.ts';
import { judgePosition } from './ledger.ts';
import { placeOf, places } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import { STANCES, TONES } from './vocabulary.ts';

/** What words on the floor do, per delegation named. */
const WORDS = { warm: 3, sharp: -4, tension: 1, mostPriorities: 3 } as const;

/** The article and option exist. */
export const checkProvision = (minutes: Minutes, article: string, option: number): Refusal | undefined => {
  const { scenario } = minutes.table;
  const place = places(scenario).article.get(article);
  const found = place === undefined ? undefined : scenario.articles[place];
  if (found === undefined) return { refused: 'no-such-article', article };
  if (!Number.isInteger(option) || option < 0 || option >= found.options.length)
    return { refused: 'no-such-option', article: found.id, option, options: found.options.length };
  return undefined;
};

const checkPosition = (minutes: Minutes, position: Position): Refusal | undefined =>
  checkProvision(minutes, position.article, position.option) ??
  (STANCES.includes(position.stance) ? undefined : { refused: 'malformed', field: 'stance' });

/** A statement from the floor, once a session. */
export const speak = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'speak' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const { positions, priorities, tone, names } = command;
  if (minutes.state.spoken.includes(by)) return { refused: 'already-spoken' };
  if (positions.length > scenario.procedure.positionsPerStatement)
    return { refused: 'too-many-positions', most: scenario.procedure.positionsPerStatement };
  if (!TONES.includes(tone)) return { refused: 'malformed', field: 'tone' };
  if (priorities.length > WORDS.mostPriorities || new Set(priorities).size < priorities.length)
    return { refused: 'malformed', field: 'priorities' };
  for (const article of priorities)
    if (!places(scenario).article.has(article))
      return { refused: 'no-such-article', article: String(article) };
  for (const named of names) {
    if (!places(scenario).delegation.has(named))
      return { refused: 'no-such-delegation', delegation: String(named) };
    if (named === by) return { refused: 'oneself' };
  }
  for (const position of positions) {
    const refusal = checkPosition(minutes, position);
    if (refusal !== undefined) return refusal;
  }
  const called = [...new Set(names)];
  minutes.note({
    kind: 'spoke',
    by,
    positions: positions.map(plain),
    priorities: [...priorities],
    tone,
    names: called,
  });
  for (const position of positions) judgePosition(minutes, by, position);
  for (const named of called) colour(minutes, by, named, tone);
  if (tone === 'sharp' && called.length > 0) moveTension(minutes, WORDS.tension, { code: 'sharp-words', by });
  closeIfCollapsed(minutes);
  return undefined;
};

/** What is kept of a position: nothing a sender may have added. */
const plain = ({ article, option, stance }: Position): Position => ({ article, option, stance });

const colour = (
  minutes: Minutes,
  by: DelegationId,
  towards: DelegationId,
  tone: Extract<Command, { kind: 'speak' }>['tone'],
): void => {
  switch (tone) {
    case 'warm':
      moveTrust(minutes, towards, by, WORDS.warm, { code: 'warm-words' });
      return;
    case 'sharp':
      moveTrust(minutes, towards, by, WORDS.sharp, { code: 'sharp-words' });
      return;
    case 'plain':
      return;
  }
};

/** The right of reply: once to each who named one on this floor. */
export const reply = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'reply' }>,
): Refusal | undefined => {
  const { to, tone } = command;
  if (!TONES.includes(tone)) return { refused: 'malformed', field: 'tone' };
  if (!minutes.state.replies.some((item) => item.named === by && item.by === to))
    return { refused: 'not-named', by: to };
  minutes.note({ kind: 'replied', by, to, tone });
  colour(minutes, by, to, tone);
  if (tone === 'sharp') moveTension(minutes, WORDS.tension, { code: 'sharp-words', by });
  closeIfCollapsed(minutes);
  return undefined;
};

/** Public positions taken outside a statement: a reaction to a draft, a step in the corridor. */
export const takePositions = (
  minutes: Minutes,
  by: DelegationId,
  positions: readonly Position[],
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const most = scenario.articles.reduce((sum, article) => sum + article.options.length, 0);
  if (positions.length > most) return { refused: 'too-many-positions', most };
  for (const position of positions) {
    const refusal = checkPosition(minutes, position);
    if (refusal !== undefined) return refusal;
  }
  const stances = minutes.state.stances[placeOf(scenario, 'delegation', by)];
  const changed = positions.filter(
    ({ article, option, stance }) => stances?.[placeOf(scenario, 'article', article)]?.[option] !== stance,
  );
  if (changed.length === 0) return { refused: 'no-change' };
  for (const position of changed) {
    minutes.note({ kind: 'position-taken', by, position: plain(position) });
    judgePosition(minutes, by, position);
  }
  return undefined;
};

/** An amendment puts an option in brackets beside what stands; a settled article is reopened, at a price. */
export const amend = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'amend' }>,
): Refusal | undefined => {
  const refusal = checkProvision(minutes, command.article, command.option);
  if (refusal !== undefined) return refusal;
  const { scenario } = minutes.table;
  const place = placeOf(scenario, 'article', command.article);
  const article = minutes.state.articles[place];
  if (article === undefined) return { refused: 'no-such-article', article: command.article };
  if (article.option === command.option || article.brackets.includes(command.option))
    return { refused: 'already-on-table', article: command.article, option: command.option };
  if (article.settled) {
    const { token, amount } = scenario.procedure.reopenCost;
    const have =
      minutes.state.tokens[placeOf(scenario, 'delegation', by)]?.[placeOf(scenario, 'token', token)] ?? 0;
    if (have < amount) return { refused: 'over-budget', token, have, need: amount };
    if (amount > 0) minutes.note({ kind: 'tokens-moved', from: by, to: 'world', token, amount });
  }
  minutes.note({
    kind: 'amended',
    by,
    article: command.article,
    option: command.option,
    reopened: article.settled,
  });
  return undefined;
};
