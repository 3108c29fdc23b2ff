import type { Strength } from '../../src/delegates/index.ts';
import { gainOf, type Self } from '../../src/delegates/own.ts';
import {
  appraise,
  breaches,
  concessionOf,
  contains,
  meetIn,
  placeOf,
  plainWorth,
  standingText,
  type DelegationId,
  type Offer,
  type Provision,
  type Text,
  type Undertaking,
} from '../../src/engine/index.ts';
import { asked, reckoned } from './reckoning.ts';

/** Whether a package can be taken, and should be: what stands in its way at any price, and its worth, a second time from mandate and view. */

/** Whether its own word to oppose would hold it back from a text that it would gladly join: the text in sight with these, or one change of it. */
export const gladToJoin = (self: Self, undertakings: readonly Undertaking[]): boolean =>
  undertakings.some((item) => {
    if (item.kind !== 'oppose' || item.by !== self.own.delegation) return false;
    const { scenario, view, mandate } = self;
    const decided = view.log.flatMap(({ events }) =>
      events.flatMap((event) =>
        event.kind === 'decided' && !event.adopted && event.amendment === undefined ? [event.text] : [],
      ),
    );
    const seen = item.containing.reduce(
      (now, { article, option }) => now.with(placeOf(scenario, 'article', article), option),
      decided.at(-1) ?? standingText(view.articles),
    );
    const near = scenario.articles.flatMap(({ options }, at) =>
      options.map((_, option) => seen.with(at, option)),
    );
    return [seen, ...near].some((text) => {
      if (!contains(scenario, text, item.containing) || breaches(scenario, mandate, text).length > 0)
        return false;
      const due = view.pending.filter(
        ({ when }) => when.on === 'adoption' && contains(scenario, text, when.containing),
      );
      const paid = appraise(scenario, mandate, self.own.delegation, due).onAdoption;
      return plainWorth(mandate, text) + paid - mandate.reservation > 100;
    });
  });

/** Tokens of one kind that it would hand over or spend. */
export const owes = (self: Self, undertakings: readonly Undertaking[], token: string): number =>
  undertakings.reduce((sum, item) => {
    if (item.by !== self.own.delegation) return sum;
    if (item.kind === 'tokens') return sum + (item.token === token ? item.amount : 0);
    if (item.kind !== 'deed') return sum;
    const { spends } = concessionOf(self.scenario, item.concession);
    return sum + spends.reduce((all, cost) => all + (cost.token === token ? cost.amount : 0), 0);
  }, 0);

/** Articles of red lines that its own undertakings would cross. */
export const crossed = (self: Self, undertakings: readonly Undertaking[]): readonly string[] =>
  undertakings
    .filter(({ by }) => by === self.own.delegation)
    .flatMap((item) =>
      item.kind === 'position' ? [item.provision] : item.kind === 'join' ? item.containing : [],
    )
    .filter(({ article, option }) =>
      self.mandate.redLines.some((line) => line.article === article && line.option === option),
    )
    .map(({ article }) => article);

/** The draft with what an undertaking of its own to join a text names. */
const joined = (self: Self, undertakings: readonly Undertaking[]): readonly Text[] =>
  undertakings.flatMap((item) =>
    item.kind === 'join' && item.by === self.own.delegation
      ? [withAll(self, standingText(self.view.articles), item.containing)]
      : [],
  );

const withAll = ({ scenario }: Self, text: Text, provisions: readonly Provision[]): Text =>
  provisions.reduce(
    (now, { article, option }) => now.with(placeOf(scenario, 'article', article), option),
    text,
  );

/** Articles of red lines that such a text crosses. */
export const crossedByJoining = (self: Self, undertakings: readonly Undertaking[]): readonly string[] =>
  joined(self, undertakings).flatMap((text) =>
    breaches(self.scenario, self.mandate, text).map(({ article }) => article),
  );

/** Whether it would have promised to join a text that is worth less than no agreement, with all that is due on its adoption. */
export const badToJoin = (self: Self, undertakings: readonly Undertaking[]): boolean =>
  joined(self, undertakings).some((text) => {
    const due = undertakings.filter(
      (item) =>
        (item.kind === 'tokens' || item.kind === 'deed') &&
        item.when.on === 'adoption' &&
        contains(self.scenario, text, item.when.containing),
    );
    return (
      gainOf(self, text) + appraise(self.scenario, self.mandate, self.own.delegation, due).onAdoption < 0
    );
  });

/** To whom it has given its word for the contrary of what is asked of it: another option, or to join what it is to oppose. */
export const wordsAgainst = (
  { view, own }: Self,
  undertakings: readonly Undertaking[],
): readonly DelegationId[] =>
  view.pledges
    .filter(({ state, undertaking }) => state === 'open' && undertaking.by === own.delegation)
    .flatMap(({ undertaking: given }) =>
      undertakings.some((item) => item.by === own.delegation && gainsays(given, item)) ? [given.to] : [],
    );

const gainsays = (given: Undertaking, asks: Undertaking): boolean => {
  if (given.kind === 'position' && asks.kind === 'position')
    return (
      given.stance === 'support' &&
      asks.stance === 'support' &&
      given.provision.article === asks.provision.article &&
      given.provision.option !== asks.provision.option
    );
  return (
    ((given.kind === 'join' && asks.kind === 'oppose') ||
      (given.kind === 'oppose' && asks.kind === 'join')) &&
    meetIn(given.containing, asks.containing)
  );
};

/** Concessions asked of it that it has made, set aside or promised already. */
export const spent = (self: Self, undertakings: readonly Undertaking[]): readonly string[] => {
  const { deeds, pending, pledges } = self.view;
  const given = [
    ...deeds,
    ...pending,
    ...pledges.filter(({ state }) => state === 'open').map(({ undertaking }) => undertaking),
  ].flatMap((item) => ('concession' in item && item.by === self.own.delegation ? [item.concession] : []));
  return undertakings.flatMap((item) =>
    'concession' in item && item.by === self.own.delegation && given.includes(item.concession)
      ? [item.concession]
      : [],
  );
};

export const lacks = (self: Self, undertakings: readonly Undertaking[], token: string): boolean =>
  owes(self, undertakings, token) > (self.own.tokens[placeOf(self.scenario, 'token', token)] ?? 0);

/** Whether nothing in it is barred at any price. */
export const isOpen = (self: Self, undertakings: readonly Undertaking[]): boolean =>
  crossed(self, undertakings).length === 0 &&
  crossedByJoining(self, undertakings).length === 0 &&
  wordsAgainst(self, undertakings).length === 0 &&
  !badToJoin(self, undertakings) &&
  !gladToJoin(self, undertakings) &&
  spent(self, undertakings).length === 0 &&
  !self.scenario.tokens.some(({ id }) => lacks(self, undertakings, id));

/** Whether it should take an offer: it can be done, crosses nothing, and brings what is asked. */
export const takes = (self: Self, offer: Offer, strength: Strength): boolean =>
  isOpen(self, offer.undertakings) &&
  reckoned(self, offer.undertakings, strength, offer.open) >= asked(self, offer, strength);
