import { judge } from '../../../src/delegates/answer.ts';
import { changes, isRed, selfOf, type Self } from '../../../src/delegates/own.ts';
import { PLAY } from '../../../src/delegates/strength.ts';
import { weigh } from '../../../src/delegates/weigh.ts';
import {
  appraise,
  asOffer,
  decide,
  view as viewOf,
  type Command,
  type DelegationId,
  type Offer,
  type State,
  type Table,
  type Undertaking,
  type View,
} from '../../../src/engine/index.ts';

/**
 * Trade by somebody who knows what everybody needs: to each delegation the dearest package that it would just take. It sells what
 * costs nothing (words for what serves both, restraint, evidence), swaps concessions, and asks the exact price in tokens.
 */

/** An offer must bring this at least, hundredths of a point. */
const LEAST = 25;
/** Options of one's own to speak for that are offered at once: each further word moves less. */
const WORDS = 3;

interface Deal {
  readonly with: DelegationId;
  readonly undertakings: readonly Undertaking[];
  /** To whoever offers it, for certain; hundredths of a point. */
  readonly worth: number;
}

/** The offer that brings most now; `undefined` where none brings anything. @param asked Whom not to ask again. */
export const dearest = (
  table: Table,
  state: State,
  view: View,
  asked: ReadonlySet<DelegationId>,
): { readonly command: Command; readonly to: DelegationId } | undefined => {
  const me = selfOf(table.scenario, view);
  if (me === undefined || view.offersLeft <= 0) return undefined;
  const deals = table.scenario.delegations
    .filter(({ id }) => id !== me.own.delegation && !asked.has(id))
    .flatMap(({ id }) => {
      const other = selfOf(table.scenario, viewOf(table, state, id));
      return other === undefined ? [] : (bestWith(me, other) ?? []);
    })
    .toSorted((a, b) => b.worth - a.worth);
  for (const { with: to, undertakings } of deals) {
    const command: Command = {
      kind: 'offer',
      to: [to],
      undertakings,
      open: false,
      expires: view.session,
      because: [{ code: 'gains' }],
    };
    if (decide(table, state, { seat: me.own.delegation, command }).refusal === undefined)
      return { command, to };
  }
  return undefined;
};

const bestWith = (me: Self, other: Self): Deal | undefined => {
  const [my, their] = [me.own.delegation, other.own.delegation];
  const takes = (undertakings: readonly Undertaking[]): boolean =>
    undertakings.length > 0 && judge(other, offerOf(me, other, undertakings), 'hard').take;
  const worth = (undertakings: readonly Undertaking[]): number =>
    appraise(me.scenario, me.mandate, my, undertakings).now;
  const free = freeFor(me, other);
  const bases: (readonly Undertaking[])[] = [[]];
  const [mine, theirs] = [deedsFor(me, my, their), deedsFor(me, their, my)];
  for (const deed of [...mine, ...theirs]) bases.push([deed]);
  for (const one of mine) for (const two of theirs) bases.push([one, two]);
  let best: Deal | undefined;
  for (const base of bases) {
    const whole = priced(me, other, [...free, ...base], takes);
    if (whole === undefined || worth(whole) <= Math.max(LEAST, best?.worth ?? 0)) continue;
    best = { with: their, undertakings: whole, worth: worth(whole) };
  }
  return best;
};

/** The package with as many tokens for it as the other would pay; or, where it would not take it so, with as few of one's own as it takes. */
const priced = (
  me: Self,
  other: Self,
  base: readonly Undertaking[],
  takes: (undertakings: readonly Undertaking[]) => boolean,
): readonly Undertaking[] | undefined => {
  const [my, their] = [me.own.delegation, other.own.delegation];
  const paid = (
    by: DelegationId,
    to: DelegationId,
    token: number,
    amount: number,
  ): readonly Undertaking[] => {
    const kind = me.scenario.tokens[token];
    return kind === undefined || amount === 0
      ? []
      : [{ kind: 'tokens', by, to, token: kind.id, amount, when: { on: 'now' } }];
  };
  const ratio = (token: number): number =>
    (me.mandate.tokenWorth[token] ?? 0) / Math.max(1, other.mandate.tokenWorth[token] ?? 0);
  const tokens = me.scenario.tokens.map((_, token) => token).toSorted((a, b) => ratio(b) - ratio(a));
  if (!takes(base)) {
    for (const token of tokens.toReversed())
      for (let amount = 1; amount <= (me.own.tokens[token] ?? 0); amount += 1) {
        const sweet = [...base, ...paid(my, their, token, amount)];
        if (takes(sweet)) return sweet;
      }
    return undefined;
  }
  let now = base;
  for (const token of tokens) {
    let most = other.own.tokens[token] ?? 0;
    while (most > 0 && !takes([...now, ...paid(their, my, token, most)])) most -= 1;
    now = [...now, ...paid(their, my, token, most)];
  }
  return now;
};

/** What costs nothing to give and is worth something to the other. */
const freeFor = (me: Self, other: Self): readonly Undertaking[] => {
  const [by, to] = [me.own.delegation, other.own.delegation];
  const gains = changes(me);
  const words: Undertaking[] = me.scenario.articles.flatMap(({ id, options }, article) =>
    options.flatMap((_, option): readonly Undertaking[] =>
      (gains[article]?.[option] ?? 0) < 0 || isRed(me, id, option)
        ? []
        : [{ kind: 'position', by, to, provision: { article: id, option }, stance: 'support' }],
    ),
  );
  const worthOf = (item: Undertaking): number => weigh(other, [item], PLAY.hard.words).worth;
  const best = words
    .map((item) => ({ item, worth: worthOf(item) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, WORDS)
    .map(({ item }) => item);
  const rest: Undertaking[] = [
    { kind: 'restraint', by, to, through: me.view.session },
    ...me.view.incidents
      .filter(({ clues }) => clues.length > 0)
      .map(({ id }): Undertaking => ({ kind: 'intelligence', by, to, incident: id })),
  ];
  return [...best, ...rest].filter((item) => worthOf(item) > 0);
};

const deedsFor = (me: Self, by: DelegationId, to: DelegationId): readonly Undertaking[] =>
  me.scenario.concessions.flatMap(({ id, givers }): readonly Undertaking[] =>
    givers.some(({ delegation }) => delegation === by)
      ? [{ kind: 'deed', by, to, concession: id, when: { on: 'now' } }]
      : [],
  );

const offerOf = (me: Self, other: Self, undertakings: readonly Undertaking[]): Offer => ({
  id: OFFER,
  from: me.own.delegation,
  to: [other.own.delegation],
  undertakings,
  open: false,
  expires: me.view.session,
  accepted: [],
  because: [],
});

const OFFER: Offer['id'] = asOffer('offer-asked');
