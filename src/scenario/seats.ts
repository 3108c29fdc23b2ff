import { asDelegation, type Delegation, type RedLine, type Span, type Want } from '../engine/seat.ts';
import { articleNamed, optionsOf, type Names } from './refer.ts';
import type { DelegationDraft, SpanDraft } from './draft.ts';
import type { Path } from './fault.ts';
import type { NameSet } from './names.ts';

/** The delegations, with what they want in the order of the articles and tokens. */
export const delegations = (seats: readonly DelegationDraft[], names: Names): readonly Delegation[] =>
  seats.map((delegation, place): Delegation => {
    const path: Path = ['delegations', place];
    const { findings, language } = names;
    const words = (key: 'name' | 'placard' | 'about' | 'briefing' | 'manner') =>
      findings.words([...path, key], delegation[key], language);
    return {
      id: asDelegation(delegation.id),
      name: words('name'),
      placard: words('placard'),
      flag: delegation.flag,
      at: delegation.at,
      groups: delegation.groups,
      about: words('about'),
      briefing: words('briefing'),
      manner: words('manner'),
      style: delegation.style,
      ...(delegation.bluff === undefined ? {} : { bluff: delegation.bluff }),
      wants: wants(delegation, path, names),
      redLines: delegation.redLines.map((line, index): RedLine => {
        const at: Path = [...path, 'redLines', index];
        return {
          article: articleNamed(names, [...at, 'article'], line.article),
          options: optionsOf(names, [...at, 'options'], line.article, line.options),
          chance: line.chance,
        };
      }),
      reservation: findings.span([...path, 'reservation'], delegation.reservation, 0, 95),
      tokens: perToken(delegation.tokens, [...path, 'tokens'], names, 1_000),
      tokenWorth: perToken(delegation.tokenWorth, [...path, 'tokenWorth'], names, 1_000),
      stakes: {
        tension: findings.span([...path, 'stakes', 'tension'], delegation.stakes.tension, 0, 500),
        damage: findings.span([...path, 'stakes', 'damage'], delegation.stakes.damage, 0, 500),
        face: findings.span([...path, 'stakes', 'face'], delegation.stakes.face, 0, 2_000),
      },
      capacity: delegation.capacity,
    };
  });

const wants = (delegation: DelegationDraft, path: Path, names: Names): readonly Want[] => {
  const { findings } = names;
  // Said of the bloc where the delegation says nothing itself: once, not for all who speak with it.
  const [origin] = findings.originOf([...path, 'wants']);
  const speaker = origin === 'blocs' ? 'This bloc' : delegation.id;
  for (const id of Object.keys(delegation.wants))
    findings.known([...path, 'wants', id], 'article', id, names.articles, 'key');
  return names.made.map((article, place): Want => {
    const at: Path = [...path, 'wants', article.id];
    const want = Object.hasOwn(delegation.wants, article.id) ? delegation.wants[article.id] : undefined;
    const ids = article.options.map((option) => option.id);
    if (want === undefined) {
      if (names.articles.names.has(article.id))
        findings.missing([...path, 'wants'], `${speaker} says nothing of article ${article.id}.`, [
          `${article.id}: { weight: …, values: …, opening: … }`,
        ]);
      return { weight: { min: 1, max: 1 }, values: ids.map(() => ({ min: 0, max: 0 })), opening: 0 };
    }
    const options: NameSet = names.options[place] ?? { names: new Set(ids), whole: false };
    findings.known([...at, 'opening'], `option of ${article.id}`, want.opening, options);
    return {
      weight: findings.span([...at, 'weight'], want.weight, 0, 100),
      values: values(want.values, [...at, 'values'], ids, options, names),
      opening: Math.max(0, ids.indexOf(want.opening)),
    };
  });
};

const values = (
  draft: DelegationDraft['wants'][string]['values'],
  path: Path,
  ids: readonly string[],
  options: NameSet,
  { findings }: Names,
): readonly Span[] => {
  if (Array.isArray(draft)) {
    if (draft.length !== ids.length && options.whole)
      findings.fault(path, 'wrong-value', `There are ${ids.length} options and ${draft.length} values.`, [
        `one value for each of ${ids.join(', ')}`,
      ]);
    return ids.map((_, place) => findings.span([...path, place], draft[place] ?? 0, 0, 100));
  }
  for (const id of Object.keys(draft))
    findings.known([...path, id], 'option of this article', id, options, 'key');
  return ids.map((id) => {
    const value: SpanDraft | undefined = Object.hasOwn(draft, id) ? draft[id] : undefined;
    if (value === undefined && options.names.has(id))
      findings.missing(path, `No value for the option "${id}".`, [`${id}: 0 to 100`]);
    return findings.span([...path, id], value ?? 0, 0, 100);
  });
};

const perToken = (
  draft: Readonly<Record<string, SpanDraft>>,
  path: Path,
  names: Names,
  most: number,
): readonly Span[] => {
  for (const id of Object.keys(draft)) names.findings.known([...path, id], 'token', id, names.tokens, 'key');
  return [...names.tokens.names].map((id) => {
    const span = Object.hasOwn(draft, id) ? draft[id] : undefined;
    if (span === undefined)
      names.findings.missing(path, `Nothing is said of the token "${id}".`, [`${id}: 0`]);
    return names.findings.span([...path, id], span ?? 0, 0, most);
  });
};
