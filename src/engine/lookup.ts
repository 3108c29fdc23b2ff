import type { ArticleId, ConcessionId, ContextId, DelegationId, IncidentId, TokenId } from './ids.ts';
import type {
  Article,
  Concession,
  ContextCard,
  Delegation,
  IncidentCard,
  Scenario,
  Token,
  Words,
} from './scenario.ts';

/** Places of a scenario's things in its lists, by identity. Made once per scenario. */
export interface Places {
  readonly delegation: ReadonlyMap<string, number>;
  readonly article: ReadonlyMap<string, number>;
  readonly token: ReadonlyMap<string, number>;
  readonly concession: ReadonlyMap<string, number>;
  readonly incident: ReadonlyMap<string, number>;
  readonly context: ReadonlyMap<string, number>;
}

const byId = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(list.map((item, place) => [item.id, place]));

const located = (scenario: Scenario): Places => ({
  delegation: byId(scenario.delegations),
  article: byId(scenario.articles),
  token: byId(scenario.tokens),
  concession: byId(scenario.concessions),
  incident: byId(scenario.incidents),
  context: byId(scenario.contexts),
});

const known = new WeakMap<Scenario, Places>();
/** A game asks for the same scenario's places thousands of times a second. */
let latest: { readonly scenario: Scenario; readonly places: Places } | undefined;

export const places = (scenario: Scenario): Places => {
  if (latest?.scenario === scenario) return latest.places;
  const found = known.get(scenario) ?? located(scenario);
  known.set(scenario, found);
  latest = { scenario, places: found };
  return found;
};

const at = <T>(list: readonly T[], place: number | undefined, what: string): T => {
  const item = place === undefined ? undefined : list[place];
  if (item === undefined) throw new RangeError(`unknown ${what}`);
  return item;
};

/** The scenario's article of that identity. Throws `RangeError` for one it does not have: a fault in the caller. */
export const articleOf = (scenario: Scenario, id: ArticleId): Article =>
  at(scenario.articles, places(scenario).article.get(id), `article ${id}`);
export const delegationOf = (scenario: Scenario, id: DelegationId): Delegation =>
  at(scenario.delegations, places(scenario).delegation.get(id), `delegation ${id}`);
export const tokenOf = (scenario: Scenario, id: TokenId): Token =>
  at(scenario.tokens, places(scenario).token.get(id), `token ${id}`);
export const concessionOf = (scenario: Scenario, id: ConcessionId): Concession =>
  at(scenario.concessions, places(scenario).concession.get(id), `concession ${id}`);
export const incidentOf = (scenario: Scenario, id: IncidentId): IncidentCard =>
  at(scenario.incidents, places(scenario).incident.get(id), `incident ${id}`);
export const contextOf = (scenario: Scenario, id: ContextId): ContextCard =>
  at(scenario.contexts, places(scenario).context.get(id), `context card ${id}`);

/** Place in the scenario's list. Throws `RangeError` for an unknown identity. */
export const placeOf = (scenario: Scenario, kind: keyof Places, id: string): number => {
  const place = places(scenario)[kind].get(id);
  if (place === undefined) throw new RangeError(`unknown ${kind} ${id}`);
  return place;
};

/** A sentence in the wanted language, else in the scenario's own. */
export const inWords = (scenario: Scenario, words: Words, language: string): string =>
  words[language] ?? words[scenario.language] ?? '';
