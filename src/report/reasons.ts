import { behind, foremost, type Why } from '../analysis/debrief/index.ts';
import type { DelegationId, Event, Reason } from '../engine/index.ts';
import { esc } from './html.ts';
import type { Names } from './names.ts';
import { reasonSentence } from './reason-sentence.ts';
import { listed, percent, points, say } from './words.ts';

/** One reason of an AI player. Several delegations are named in the alphabet's order: the scenario's own would give letters away. */
export const reasonWords = (names: Names, reason: Reason): string =>
  reasonSentence(
    { say, points, percent, listed, names: { ...names, concession: names.thing, token: names.thing } },
    inOrder(names, reason),
  );

const inOrder = (names: Names, reason: Reason): Reason => {
  if (reason.code === 'builds-coalition' || reason.code === 'builds-minority')
    return { ...reason, with: sorted(names, reason.with) };
  return reason.code === 'meets-objections' || reason.code === 'objections-remain'
    ? { ...reason, of: sorted(names, reason.of) }
    : reason;
};

const sorted = (names: Names, ids: readonly DelegationId[]): readonly DelegationId[] =>
  ids
    .map((id) => ({ id, name: names.delegation(id) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id }) => id);

/** Why a moment came about, a line for each AI player that made it so, of many for the foremost; `only`: its own reasons and nobody else's. */
export const whyHtml = (
  names: Names,
  whys: readonly Why[],
  { at, event }: { readonly at: number; readonly event: Event },
  only?: DelegationId,
): string => {
  const { told, others } = foremost(
    behind(whys, at, event).filter(({ seat }) => only === undefined || seat === only),
  );
  const lines = told.map(({ seat, because }) =>
    say(seat === 'chair' ? 'why.chair' : 'why.line', {
      who: names.seat(seat),
      reasons: [...new Set(because.map((reason) => reasonWords(names, reason)))].join('; '),
    }),
  );
  return [...lines, ...(others === 0 ? [] : [say('why.others', { count: others })])]
    .map((line) => `<p class="why">${esc(line)}.</p>`)
    .join('\n');
};
