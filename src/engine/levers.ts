import type { Command } from './command.ts';
import type { DelegationId } from './ids.ts';
import { placeOf, places } from './lookup.ts';
import type { Minutes } from './minutes.ts';
import { checkProvision } from './provision.ts';
import type { Refusal } from './refusal.ts';
import type { ContactGroup } from './state.ts';

/** The Chair's levers besides text and timing: what is discussed, and in what company. */

/** What this session speaks about. Articles left out keep their text; nobody can take positions on them from the floor. */
export const setAgenda = (
  minutes: Minutes,
  command: Extract<Command, { kind: 'agenda' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const wanted = new Set<string>(command.articles);
  if (wanted.size === 0) return { refused: 'malformed', field: 'articles' };
  for (const article of wanted)
    if (!places(scenario).article.has(article)) return { refused: 'no-such-article', article };
  const articles = scenario.articles.map((article) => article.id).filter((id) => wanted.has(id));
  if (articles.join() === minutes.state.agenda.join()) return { refused: 'no-change' };
  minutes.note({ kind: 'agenda-set', articles });
  return undefined;
};

/** A contact group on one article, with a delegation as its facilitator. */
export const formGroup = (
  minutes: Minutes,
  command: Extract<Command, { kind: 'group' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const most = scenario.procedure.groups;
  if (minutes.state.groups.length >= most) return { refused: 'too-many-groups', most };
  const refusal = checkProvision(minutes, command.article, 0);
  if (refusal !== undefined) return refusal;
  if (minutes.state.groups.some((group) => group.article === command.article))
    return { refused: 'group-stands', article: command.article };
  const members = [...new Set([command.facilitator, ...command.members])];
  for (const member of members)
    if (!places(scenario).delegation.has(member))
      return { refused: 'no-such-delegation', delegation: String(member) };
  if (members.length < 2) return { refused: 'malformed', field: 'members' };
  const group: ContactGroup = { article: command.article, facilitator: command.facilitator, members };
  minutes.note({ kind: 'group-formed', group });
  return undefined;
};

/** The facilitator reports an option that no member objects to and half of them have spoken for: it then stands in the text. */
export const report = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'report' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const refusal = checkProvision(minutes, command.article, command.option);
  if (refusal !== undefined) return refusal;
  const group = minutes.state.groups.find(
    (item) => item.article === command.article && item.facilitator === by,
  );
  if (group === undefined) return { refused: 'not-facilitator', article: command.article };
  if (group.report === command.option) return { refused: 'no-change' };
  const place = placeOf(scenario, 'article', command.article);
  const stanceOf = (member: DelegationId): string =>
    minutes.state.stances[placeOf(scenario, 'delegation', member)]?.[place]?.[command.option] ?? 'silent';
  const against = group.members.find((member) => stanceOf(member) === 'object');
  if (against !== undefined) return { refused: 'group-not-agreed', article: command.article, by: against };
  const spoken = group.members.filter((member) => ['support', 'accept'].includes(stanceOf(member))).length;
  const silent = group.members.find((member) => stanceOf(member) === 'silent');
  if (spoken * 2 < group.members.length && silent !== undefined)
    return { refused: 'group-not-agreed', article: command.article, by: silent };
  minutes.note({ kind: 'group-reported', article: command.article, by, option: command.option });
  return undefined;
};
