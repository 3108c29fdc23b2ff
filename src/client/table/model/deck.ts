import {
  articleOf,
  concessionOf,
  deedCost,
  placeOf,
  plainWorth,
  standingText,
  tokenOf,
  type ArticleId,
  type ConcessionId,
  type DelegationId,
  type IncidentId,
  type Provision,
  type Scenario,
  type TokenId,
  type Undertaking,
  type View,
  type Words,
} from '../../../engine/seat.ts';

/** The piles of the hand: deeds, means (tokens), positions and other promises. */
export const PILES = ['deeds', 'means', 'positions'] as const;
export type Pile = (typeof PILES)[number];

/** One card of the hand: something one side could undertake towards the other. */
export type Card =
  | { readonly kind: 'deed'; readonly concession: ConcessionId; readonly worth: number | undefined }
  | {
      readonly kind: 'tokens';
      readonly token: TokenId;
      readonly left: number | undefined;
      readonly worth: number | undefined;
    }
  | {
      readonly kind: 'position';
      readonly article: ArticleId;
      readonly option: number;
      readonly stance: 'accept' | 'support';
    }
  | { readonly kind: 'join' | 'oppose'; readonly containing: readonly Provision[] }
  | { readonly kind: 'intelligence'; readonly incident: IncidentId }
  | { readonly kind: 'restraint'; readonly through: number };

/** A name for one card that stays the same while it is in the hand; tests find it by this. */
export const cardName = (side: Side, card: Card): string => {
  switch (card.kind) {
    case 'deed':
      return `${side}:deed:${card.concession}`;
    case 'tokens':
      return `${side}:tokens:${card.token}`;
    case 'position':
      return `${side}:position:${card.article}:${card.option}`;
    case 'join':
    case 'oppose':
      return `${side}:${card.kind}`;
    case 'intelligence':
      return `${side}:intelligence:${card.incident}`;
    case 'restraint':
      return `${side}:restraint`;
  }
};

/** Whose undertaking: `give` from me to the partner, `ask` from the partner to me. */
export type Side = 'give' | 'ask';

export interface Parties {
  readonly me: DelegationId;
  readonly partner: DelegationId;
}

/** Everything I could give to the partner, or ask of it, that makes sense from what I see. */
export const deckOf = (scenario: Scenario, view: View, parties: Parties, side: Side): readonly Card[] => {
  const own = view.own;
  if (own === undefined) return [];
  const giver = side === 'give' ? parties.me : parties.partner;
  const receiver = side === 'give' ? parties.partner : parties.me;
  return [
    ...deeds(scenario, view, giver, receiver, side),
    ...means(scenario, view, side),
    ...promises(scenario, view, giver, side),
  ];
};

const deeds = (
  scenario: Scenario,
  view: View,
  giver: DelegationId,
  receiver: DelegationId,
  side: Side,
): readonly Card[] =>
  scenario.concessions.flatMap((concession, place): readonly Card[] => {
    const can = concession.givers.some((one) => one.delegation === giver);
    const wanted = side === 'give' || concession.receivers.some((one) => one.delegation === receiver);
    const given = view.deeds.some((deed) => deed.concession === concession.id && deed.by === giver);
    if (!can || !wanted || given || view.own === undefined) return [];
    const worth =
      side === 'give' ? -deedCost(scenario, view.own.mandate, place) : (view.own.mandate.gains[place] ?? 0);
    return [{ kind: 'deed', concession: concession.id, worth }];
  });

const means = (scenario: Scenario, view: View, side: Side): readonly Card[] =>
  scenario.tokens.flatMap((token, place): readonly Card[] => {
    const unit = view.own?.mandate.tokenWorth[place] ?? 0;
    if (side === 'ask') return [{ kind: 'tokens', token: token.id, left: undefined, worth: unit }];
    const left = view.own?.tokens[place] ?? 0;
    return left > 0 ? [{ kind: 'tokens', token: token.id, left, worth: -unit }] : [];
  });

/** Positions on what stands and what is bracketed, where the giver does not already agree in public. */
const promises = (scenario: Scenario, view: View, giver: DelegationId, side: Side): readonly Card[] => {
  const seat = placeOf(scenario, 'delegation', giver);
  const found: Card[] = [];
  for (const [k, article] of scenario.articles.entries()) {
    const rolling = view.articles[k];
    if (rolling === undefined || rolling.settled) continue;
    for (const option of [rolling.option, ...rolling.brackets]) {
      const stance = view.stances[seat]?.[k]?.[option] ?? 'silent';
      if (stance === 'accept' || stance === 'support') continue;
      found.push({ kind: 'position', article: article.id, option, stance: 'accept' });
    }
  }
  const standing = scenario.articles.map((article, k) => ({
    article: article.id,
    option: view.articles[k]?.option ?? 0,
  }));
  found.push({ kind: 'join', containing: standing.filter(({ option }) => option !== 0) });
  const hurting = costliest(scenario, view);
  if (hurting.length > 0) found.push({ kind: 'oppose', containing: hurting });
  for (const incident of view.incidents) {
    if (incident.truth !== undefined) continue;
    if (side === 'ask' || incident.clues.length > 0)
      found.push({ kind: 'intelligence', incident: incident.id });
  }
  found.push({ kind: 'restraint', through: Math.min(view.session + 1, scenario.sessions.length - 1) });
  return found;
};

/** So many provisions a text is told by that somebody is to stand against. */
const NAMED = 3;

/** Of what stands, what costs me most against no text on its article; in the text's order. */
const costliest = (scenario: Scenario, view: View): readonly Provision[] => {
  if (view.own === undefined) return [];
  const { mandate } = view.own;
  const text = standingText(view.articles);
  const whole = plainWorth(mandate, text);
  const costly = scenario.articles
    .map(({ id }, place) => ({ id, place, cost: plainWorth(mandate, text.with(place, 0)) - whole }))
    .filter(({ cost }) => cost > 0)
    .toSorted((a, b) => b.cost - a.cost)
    .slice(0, NAMED);
  return costly
    .toSorted((a, b) => a.place - b.place)
    .map(({ id, place }) => ({ article: id, option: text[place] ?? 0 }));
};

export const pileOf = (card: Card): Pile => {
  switch (card.kind) {
    case 'deed':
      return 'deeds';
    case 'tokens':
      return 'means';
    case 'position':
    case 'join':
    case 'oppose':
    case 'intelligence':
    case 'restraint':
      return 'positions';
  }
};

/** What playing a card undertakes. One token at a time; a deed is done now. */
export const undertake = (card: Card, side: Side, parties: Parties): Undertaking => {
  const by = side === 'give' ? parties.me : parties.partner;
  const to = side === 'give' ? parties.partner : parties.me;
  switch (card.kind) {
    case 'deed':
      return { kind: 'deed', by, to, concession: card.concession, when: { on: 'now' } };
    case 'tokens':
      return { kind: 'tokens', by, to, token: card.token, amount: 1, when: { on: 'now' } };
    case 'position':
      return {
        kind: 'position',
        by,
        to,
        provision: { article: card.article, option: card.option },
        stance: card.stance,
      };
    case 'join':
    case 'oppose':
      return { kind: card.kind, by, to, containing: card.containing };
    case 'intelligence':
      return { kind: 'intelligence', by, to, incident: card.incident };
    case 'restraint':
      return { kind: 'restraint', by, to, through: card.through };
  }
};

/** The scenario's words for what a card or an undertaking is about. */
export const subjectOf = (scenario: Scenario, item: Card | Undertaking): Words => {
  switch (item.kind) {
    case 'deed':
    case 'later':
      return concessionOf(scenario, item.concession).title;
    case 'tokens':
      return tokenOf(scenario, item.token).name;
    case 'position': {
      const provision = 'provision' in item ? item.provision : item;
      return articleOf(scenario, provision.article).options[provision.option]?.label ?? {};
    }
    case 'point':
      return (
        scenario.tracks.flatMap((track) => track.points).find((point) => point.id === item.point)?.title ?? {}
      );
    case 'intelligence':
      return scenario.incidents.find((card) => card.id === item.incident)?.title ?? {};
    case 'join':
    case 'oppose':
    case 'restraint':
      return {};
  }
};
