import {
  appraise,
  breaches,
  contains,
  plainWorth,
  standingText,
  type Delegation,
  type Mandate,
  type Own,
  type Scenario,
  type Text,
  type View,
} from '../engine/seat.ts';

/** What a delegation knows of itself, with the scenario at hand. */
export interface Self {
  readonly scenario: Scenario;
  readonly view: View;
  readonly own: Own;
  readonly mandate: Mandate;
  readonly delegation: Delegation;
}

export const selfOf = (scenario: Scenario, view: View): Self | undefined => {
  const { own } = view;
  const delegation = own === undefined ? undefined : scenario.delegations[own.index];
  return own === undefined || delegation === undefined
    ? undefined
    : { scenario, view, own, mandate: own.mandate, delegation };
};

/** Whether a text may be accepted at all: it crosses no red line. */
export const bearable = ({ scenario, mandate }: Self, text: Text): boolean =>
  breaches(scenario, mandate, text).length === 0;

/** What adoption of this text would bring on top: what has been agreed for that case. */
export const conditionalOn = (self: Self, text: Text): number => {
  const due = self.view.pending.filter(
    (item) => item.when.on === 'adoption' && contains(self.scenario, text, item.when.containing),
  );
  return appraise(self.scenario, self.mandate, self.own.delegation, due).onAdoption;
};

/** Gain of a text over no agreement, with what is due on its adoption; hundredths of a point. */
export const gainOf = (self: Self, text: Text): number =>
  plainWorth(self.mandate, text) + conditionalOn(self, text) - self.mandate.reservation;

/** By article and option: what putting it into the standing draft would change, hundredths of a point. */
export const changes = (self: Self): readonly (readonly number[])[] => {
  const known = changesOf.get(self.view);
  if (known !== undefined) return known;
  const found = changesFrom(self, standingText(self.view.articles));
  changesOf.set(self.view, found);
  return found;
};

/** Asked for many packages in one view; a view has one seat. */
const changesOf = new WeakMap<View, readonly (readonly number[])[]>();

export const changesFrom = (self: Self, text: Text): readonly (readonly number[])[] => {
  const now = plainWorth(self.mandate, text);
  return self.scenario.articles.map((article, place) =>
    article.options.map((_, option) => plainWorth(self.mandate, text.with(place, option)) - now),
  );
};

export const isRed = ({ mandate }: Self, article: string, option: number): boolean =>
  mandate.redLines.some((line) => line.article === article && line.option === option);
