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
import type { Findings } from './names.ts';

/** What the parts of a file may refer to. */
export interface Names {
  readonly findings: Findings;
  readonly language: string;
  readonly delegations: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly tokens: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, readonly DelegationId[]>;
  readonly made: readonly Article[];
}

export const spending = (
  names: Names,
  path: Path,
  cost: { readonly token: string; readonly amount: number },
): Spending => {
  names.findings.known([...path, 'token'], 'token', cost.token, names.tokens);
  return { token: asToken(cost.token), amount: cost.amount };
};

/** Option numbers of an article from their ids; unknown ones are reported and left out. */
export const optionsOf = (
  names: Names,
  path: Path,
  article: string,
  ids: readonly string[],
): readonly number[] => {
  const found = names.made.find((item) => item.id === article);
  if (found === undefined) return [];
  const known = new Set(found.options.map((option) => option.id));
  return ids.flatMap((id, place) =>
    names.findings.known([...path, place], `option of ${article}`, id, known)
      ? [found.options.findIndex((option) => option.id === id)]
      : [],
  );
};

export const articleNamed = (names: Names, path: Path, id: string): ArticleId => {
  names.findings.known(path, 'article', id, names.articles);
  return asArticle(id);
};

/** A map by delegation as a list, in the file's order. */
export const byDelegation = <Value, Made>(
  names: Names,
  path: Path,
  map: Readonly<Record<string, Value>>,
  make: (delegation: DelegationId, value: Value, path: Path) => Made,
): readonly Made[] =>
  Object.entries(map).map(([id, value]) => {
    names.findings.known([...path, id], 'delegation', id, names.delegations, 'key');
    return make(asDelegation(id), value, [...path, id]);
  });

export const tokenNamed = (names: Names, path: Path, id: string): TokenId => {
  names.findings.known(path, 'token', id, names.tokens);
  return asToken(id);
};
