import type { GivenAnswer } from './event.ts';
import type { ArticleId, DelegationId } from './ids.ts';
import { placeOf } from './lookup.ts';
import type { Provision, Text } from './mandate.ts';
import type { Reason } from './reason.ts';
import type { Scenario } from './scenario.ts';
import type { View } from './sight.ts';
import { standingText } from './worth.ts';

/** Reasons given for one text at most. */
export const MOST_WHY_TEXT = 3;

/** What is needed of a view: all of it is public. */
export type OnRecord = Pick<View, 'articles' | 'stances' | 'tried' | 'log'>;

/**
 * Who has objected in public to what a text says on an article: by a position on record, or by naming the article against the last text
 * refused. A position taken beside something that the text does not say is none against it.
 */
export const objectorsTo = (
  scenario: Scenario,
  view: OnRecord,
  place: number,
  text: Text,
): readonly DelegationId[] => {
  const article = scenario.articles[place]?.id;
  const option = text[place] ?? 0;
  if (article === undefined) return [];
  const named =
    view.tried.at(-1)?.text[place] === option
      ? against(view).filter(({ articles }) => articles.includes(article))
      : [];
  const conditions = conditionsIn(view.log);
  const holds = (by: DelegationId): boolean => {
    const beside = conditions.get(keyOf(by, { article, option }));
    return beside === undefined || text[placeOf(scenario, 'article', beside.article)] === beside.option;
  };
  return scenario.delegations.flatMap(({ id }, seat) =>
    (view.stances[seat]?.[place]?.[option] === 'object' && holds(id)) || named.some(({ by }) => by === id)
      ? [id]
      : [],
  );
};

/** Whoever stood against the text that was decided on last. */
const against = ({ log }: OnRecord): readonly GivenAnswer[] => {
  const decided = log
    .at(-1)
    ?.events.findLast((event) => event.kind === 'decided' && event.amendment === undefined);
  return decided?.kind === 'decided'
    ? decided.answers.filter(({ answer }) => answer === 'object' || answer === 'no')
    : [];
};

const keyOf = (by: DelegationId, { article, option }: Provision): string => `${by}/${article}/${option}`;

/** What each position was last taken beside, if it was; by whose it is and what it is on. Worked out once for a log. */
const conditions = new WeakMap<OnRecord['log'], ReadonlyMap<string, Provision | undefined>>();

const conditionsIn = (log: OnRecord['log']): ReadonlyMap<string, Provision | undefined> => {
  const known = conditions.get(log);
  if (known !== undefined) return known;
  const made = new Map<string, Provision | undefined>();
  for (const { events } of log)
    for (const event of events)
      if (event.kind === 'spoke')
        for (const position of event.positions) made.set(keyOf(event.by, position), position.beside);
      else if (event.kind === 'position-taken')
        made.set(keyOf(event.by, event.position), event.position.beside);
  conditions.set(log, made);
  return made;
};

/**
 * What a text answers and what it leaves open, by what delegations have said in public: whose objections it meets, article by
 * article, against the last text refused in this decision, or against the draft that stands where none has been; and whose remain.
 * At most three reasons, the articles first on which most are met, or remain; the same for every seat, and for a Chair played by anybody.
 */
export const whyThisText = (scenario: Scenario, view: OnRecord, text: Text): readonly Reason[] => {
  const before = view.tried.at(-1)?.text ?? standingText(view.articles);
  const met: Extract<Reason, { code: 'meets-objections' }>[] = [];
  const remaining: { readonly article: ArticleId; readonly of: readonly DelegationId[] }[] = [];
  for (const [place, article] of scenario.articles.entries()) {
    const [was, now] = [before[place] ?? 0, text[place] ?? 0];
    const still = objectorsTo(scenario, view, place, text);
    if (still.length > 0) remaining.push({ article: article.id, of: still });
    if (was === now) continue;
    const of = objectorsTo(scenario, view, place, before).filter((id) => !still.includes(id));
    if (of.length > 0) met.push({ code: 'meets-objections', article: article.id, of });
  }
  const again = view.tried.at(-1)?.text.join() === text.join() ? against(view) : [];
  const open = scenario.delegations.flatMap(({ id }) =>
    remaining.some(({ of }) => of.includes(id)) || again.some(({ by }) => by === id) ? [id] : [],
  );
  const last: Reason =
    open.length === 0
      ? { code: 'no-objections' }
      : {
          code: 'objections-remain',
          articles: remaining.toSorted((a, b) => b.of.length - a.of.length).map(({ article }) => article),
          of: open,
        };
  return [...met.toSorted((a, b) => b.of.length - a.of.length).slice(0, MOST_WHY_TEXT - 1), last];
};
