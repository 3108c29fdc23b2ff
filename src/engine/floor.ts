import type { Command, Position } from './command.ts';
import { closeIfCollapsed } from './close.ts';
import type { DelegationId } from './ids.ts';
import { judgePosition } from './ledger.ts';
import { placeOf, places } from './lookup.ts';
import { moveTension, type Minutes } from './minutes.ts';
import { moveOpinion } from './opinion.ts';
import { checkCited, cite } from './payoffs.ts';
import { checkProvision } from './provision.ts';
import type { Refusal } from './refusal.ts';
import { STANCES, TONES } from './vocabulary.ts';
import { colour, WORDS } from './words.ts';

const checkPosition = (minutes: Minutes, position: Position): Refusal | undefined =>
  checkProvision(minutes, position.article, position.option) ??
  (STANCES.includes(position.stance) ? undefined : { refused: 'malformed', field: 'stance' }) ??
  checkBeside(minutes, position);

/** What is said beside something is said of what stands on another article. */
const checkBeside = (minutes: Minutes, { article, beside }: Position): Refusal | undefined => {
  if (beside === undefined) return undefined;
  const refusal = checkProvision(minutes, beside.article, beside.option);
  if (refusal !== undefined) return refusal;
  const stands =
    minutes.state.articles[placeOf(minutes.table.scenario, 'article', beside.article)]?.option ===
    beside.option;
  return stands && beside.article !== article ? undefined : { refused: 'malformed', field: 'beside' };
};

/** A position is held against the promises one has made, and against what one has told the press. */
const judgeAll = (minutes: Minutes, by: DelegationId, position: Position): void => {
  judgePosition(minutes, by, position);
  const { article, option, stance } = position;
  const vowed = minutes.state.vows.some(
    (vow) => vow.by === by && vow.article === article && (vow.option === option) === (vow.says === 'never'),
  );
  if (vowed && (stance === 'support' || stance === 'accept'))
    moveOpinion(minutes, by, WORDS.brokenVow, { code: 'broke-vow', article });
};

/** A statement from the floor, once a session. */
export const speak = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'speak' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const { positions, priorities, tone, names } = command;
  const most = scenario.procedure.statements;
  if (minutes.state.spoken.includes(by)) return { refused: 'already-spoken' };
  if (most > 0 && minutes.state.spoken.length >= most) return { refused: 'floor-closed', most };
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
    if (!minutes.state.agenda.includes(position.article))
      return { refused: 'off-agenda', article: position.article };
  }
  const uncited = checkCited(minutes, command.cites);
  if (uncited !== undefined) return uncited;
  const cites = command.cites ?? [];
  const called = [...new Set(names)];
  minutes.note({
    kind: 'spoke',
    by,
    positions: positions.map(plain),
    priorities: [...priorities],
    tone,
    names: called,
    cites,
  });
  for (const position of positions) judgeAll(minutes, by, position);
  cite(minutes, by, cites);
  for (const named of called) colour(minutes, by, named, tone);
  if (tone === 'sharp' && called.length > 0) {
    moveTension(minutes, WORDS.tension, { code: 'sharp-words', by });
    moveOpinion(minutes, by, WORDS.opinion, { code: 'sharp-words' });
  }
  closeIfCollapsed(minutes);
  return undefined;
};

/** What is kept of a position: nothing a sender may have added. */
const plain = ({ article, option, stance, beside }: Position): Position => ({
  article,
  option,
  stance,
  ...(beside === undefined ? {} : { beside: { article: beside.article, option: beside.option } }),
});

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
    judgeAll(minutes, by, position);
  }
  return undefined;
};
