import {
  asArticle,
  asDelegation,
  asToken,
  type Article,
  type ArticleId,
  type DelegationId,
  type Spending,
  type TokenId,
} from '../engine/seat.ts';
import type { Path } from './fault.ts';
import type { Findings, NameSet } from './names.ts';

/** What the parts of a file may refer to. */
export interface Names {
  readonly findings: Findings;
  readonly language: string;
  readonly delegations: NameSet;
  readonly articles: NameSet;
  /** Options by place of the article. */
  readonly options: readonly NameSet[];
  readonly tokens: NameSet;
  readonly sources: NameSet;
  readonly tracks: NameSet;
  /** By name; empty lists for those that could not be read. */
  readonly groups: ReadonlyMap<string, readonly DelegationId[]>;
  /** Whether all names of groups could be read. */
  readonly groupsWhole: boolean;
  readonly made: readonly Article[];
}

export const spending = (
  names: Names,
  path: Path,
  cost: { readonly token: string; readonly amount: number },
): Spending => ({ token: tokenNamed(names, [...path, 'token'], cost.token), amount: cost.amount });

/** Option numbers of an article from their ids; unknown ones are reported and left out. */
export const optionsOf = (
  names: Names,
  path: Path,
  article: string,
  ids: readonly string[],
): readonly number[] => {
  names.findings.once(path, ids);
  const place = names.made.findIndex((item) => item.id === article);
  const found = names.made[place];
  const known = names.options[place];
  if (found === undefined || known === undefined) return [];
  return ids.flatMap((id, at) =>
    names.findings.known([...path, at], `option of ${article}`, id, known)
      ? [found.options.findIndex((option) => option.id === id)]
      : [],
  );
};

/** The number of one option of an article; an unknown one is reported and stands for no text. */
export const optionNamed = (names: Names, path: Path, article: string, id: string): number => {
  const place = names.made.findIndex((item) => item.id === article);
  const known = names.options[place];
  if (known === undefined || !names.findings.known(path, `option of ${article}`, id, known)) return 0;
  return Math.max(0, names.made[place]?.options.findIndex((option) => option.id === id) ?? 0);
};

export const articleNamed = (
  names: Names,
  path: Path,
  id: string,
  at: 'key' | 'value' = 'value',
): ArticleId => {
  names.findings.known(path, 'article', id, names.articles, at);
  return asArticle(id);
};

export const delegationNamed = (names: Names, path: Path, id: string): DelegationId => {
  names.findings.known(path, 'delegation', id, names.delegations);
  return asDelegation(id);
};

export const tokenNamed = (names: Names, path: Path, id: string, at: 'key' | 'value' = 'value'): TokenId => {
  names.findings.known(path, 'token', id, names.tokens, at);
  return asToken(id);
};

/**
 * A map by delegation as a list, in the file's order. A group stands for its members; whoever is named by itself has that, else
 * what the last of its groups has.
 */
export const byDelegation = <Value, Made>(
  names: Names,
  path: Path,
  map: Readonly<Record<string, Value>>,
  make: (delegation: DelegationId, value: Value, path: Path) => Made,
): readonly Made[] => {
  const made = new Map<DelegationId, Made>();
  for (const [id, value] of Object.entries(map)) {
    const group = names.delegations.names.has(id) ? undefined : names.groups.get(id);
    if (group === undefined) {
      names.findings.known([...path, id], 'delegation or group', id, knownNames(names), 'key');
      made.set(asDelegation(id), make(asDelegation(id), value, [...path, id]));
    } else
      for (const member of group)
        if (!Object.hasOwn(map, member)) made.set(member, make(member, value, [...path, id]));
  }
  return [...made.values()];
};

/** All names that can mean one delegation or several. */
export const knownNames = (names: Names): NameSet => ({
  names: new Set([...names.delegations.names, ...names.groups.keys()]),
  whole: names.delegations.whole && names.groupsWhole,
});
