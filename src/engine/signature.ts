import type { Command } from './command.ts';
import type { DelegationId } from './ids.ts';
import { placeOf, places } from './lookup.ts';
import { moveTrust, type Minutes } from './minutes.ts';
import { moveOpinion } from './opinion.ts';
import type { Refusal } from './refusal.ts';
import { needsSignature } from './binding.ts';
import { TONES } from './vocabulary.ts';

/** After adoption: who signs, and what is said of how one has voted. */

/** Signs the adopted text. Nobody is bound by a treaty it has not signed. */
export const sign = (minutes: Minutes, by: DelegationId): Refusal | undefined => {
  const { adopted } = minutes.state;
  if (adopted === undefined) return { refused: 'nothing-adopted' };
  if (!needsSignature(minutes.table.scenario, adopted.text)) return { refused: 'no-signature-needed' };
  if (adopted.bound.includes(by)) return { refused: 'already-signed' };
  minutes.note({ kind: 'signed', by });
  return undefined;
};

/** What explaining does: opinion at home likes it, whoever supports the articles does not. */
const EXPLAINED = { opinion: 4, trust: -2, most: 2 } as const;

/** Explanation of position after the decision: one keeps one's distance from some of what was adopted. */
export const explain = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'explain' }>,
): Refusal | undefined => {
  const { adopted, explained } = minutes.state;
  const { scenario } = minutes.table;
  if (adopted === undefined) return { refused: 'nothing-adopted' };
  if (explained.some((item) => item.by === by)) return { refused: 'already-explained' };
  if (!TONES.includes(command.tone)) return { refused: 'malformed', field: 'tone' };
  const articles = [...new Set(command.articles)];
  if (articles.length === 0 || articles.length > EXPLAINED.most)
    return { refused: 'malformed', field: 'articles' };
  for (const article of articles)
    if (!places(scenario).article.has(article)) return { refused: 'no-such-article', article };
  minutes.note({ kind: 'explained', by, articles, tone: command.tone });
  moveOpinion(minutes, by, EXPLAINED.opinion, { code: 'explained' });
  for (const article of articles) {
    const place = placeOf(scenario, 'article', article);
    const option = adopted.text[place] ?? 0;
    scenario.delegations.forEach((other, seat) => {
      if (minutes.state.stances[seat]?.[place]?.[option] === 'support')
        moveTrust(minutes, other.id, by, EXPLAINED.trust, { code: 'explained' });
    });
  }
  return undefined;
};
