import { chairsText } from '../../src/delegates/chair.ts';
import { CHARACTER } from '../../src/delegates/character.ts';
import type { Strength } from '../../src/delegates/index.ts';
import { heardIn } from '../../src/delegates/heard.ts';
import { partsOf } from '../../src/delegates/layout.ts';
import { likelyTexts } from '../../src/delegates/likely-texts.ts';
import { joins, modelsFrom, modelsOf, promisedOn } from '../../src/delegates/models.ts';
import { gainOf, type Self } from '../../src/delegates/own.ts';
import { isRepeat } from '../../src/delegates/repeats.ts';
import { prioritiesOf } from '../../src/delegates/stances.ts';
import { breaksWord, imagined } from '../../src/delegates/worlds.ts';
import {
  appraise,
  asDeal,
  asPromise,
  breaches,
  carried,
  contains,
  placeOf,
  plainWorth,
  standingText,
  type Offer,
  type Provision,
  type Text,
  type Undertaking,
} from '../../src/engine/index.ts';

/** What a package is worth to a delegation and what stands in its way, worked out a second time from the mandate and the view. */

/** What each strength asks for at least, and on top from whoever broke its word, before style; hundredths of a point. */
const LEAST = { gentle: 1, seasoned: 1, hard: 25 } as const;
const GRUDGE = 150;
/** Share of a word's usual worth that each strength reckons with when others give theirs. */
const WORDS = { gentle: 2.5, seasoned: 1, hard: 0.4 } as const;
/** Share of what an option would change that a word for it moves, and that it moves if it has been said before. */
const SHARE = { support: 0.12, accept: 0.08 } as const;
const SAID = 0.03;
/** Share of a promise that is counted on, by trust, before style. */
const KEPT = { broken: 0.1, wary: 0.4, open: 0.65, good: 0.85, close: 0.95 } as const;

/** Promises to it that were broken, as long ago as its style holds against whoever broke them. */
export const brokenBy = ({ view, own, delegation }: Self, by: string): boolean =>
  view.pledges.some(
    ({ state, settled, undertaking }) =>
      state === 'broken' &&
      undertaking.by === by &&
      undertaking.to === own.delegation &&
      (settled ?? 0) >= view.session - CHARACTER[delegation.style].memory,
  );

export const faithIn = (self: Self, by: string): number => {
  const band = self.own.trust[placeOf(self.scenario, 'delegation', by)]?.mine ?? 'open';
  const share = Math.min(0.98, KEPT[band] * CHARACTER[self.delegation.style].risk);
  return brokenBy(self, by) ? Math.min(0.3, share) : share;
};

/** Tokens and deeds for nothing in return. */
export const isGift = (self: Self, { undertakings }: Pick<Offer, 'undertakings'>): boolean =>
  !undertakings.some(
    ({ by, kind }) => by === self.own.delegation || !['tokens', 'deed', 'later'].includes(kind),
  );

/** What it asks an offer to bring, hundredths of a point. */
export const asked = (self: Self, offer: Pick<Offer, 'from' | 'undertakings'>, strength: Strength): number =>
  (isGift(self, offer) ? 0 : LEAST[strength]) +
  (brokenBy(self, offer.from) ? Math.round(GRUDGE * CHARACTER[self.delegation.style].reciprocity) : 0);

/** Hundredths of a point, whole. Of promises to oppose the Chair hears what is in the open. */
export const reckoned = (
  self: Self,
  undertakings: readonly Undertaking[],
  strength: Strength,
  heard = true,
): number =>
  Math.round(
    undertakings.reduce(
      (sum, item, place) =>
        sum +
        (isRepeat(self.view, undertakings, place)
          ? 0
          : partOf(self, undertakings, item, place, strength, heard)),
      0,
    ),
  );

/** What text that provision makes of the standing one is worth more than that. */
const changeBy = ({ view, scenario, mandate }: Self, { article, option }: Provision): number => {
  const standing = standingText(view.articles);
  return (
    plainWorth(mandate, standing.with(placeOf(scenario, 'article', article), option)) -
    plainWorth(mandate, standing)
  );
};

const partOf = (
  self: Self,
  undertakings: readonly Undertaking[],
  item: Undertaking,
  place: number,
  strength: Strength,
  heard: boolean,
): number => {
  const { scenario, mandate, own } = self;
  const mine = item.by === own.delegation;
  if (!mine && item.to !== own.delegation && item.kind !== 'position' && item.kind !== 'oppose') return 0;
  const words = mine ? Math.min(1, WORDS[strength]) : WORDS[strength];
  const trusted = mine ? 1 : faithIn(self, item.by);
  const exact = appraise(scenario, mandate, own.delegation, [item]);
  switch (item.kind) {
    case 'tokens':
    case 'deed':
      return item.when.on === 'now'
        ? exact.now
        : exact.onAdoption * adopted(self, item.when.containing, [item.by, item.to]);
    case 'point':
      return exact.now;
    case 'later':
      return exact.now + exact.ifKept * trusted;
    case 'position':
      return words * position(self, undertakings, item, place, trusted);
    case 'join': {
      const change = item.containing.reduce((sum, provision) => sum + changeBy(self, provision), 0);
      if (mine) return words * (change * 0.2 - 60);
      const already = contains(scenario, standingText(self.view.articles), item.containing);
      return words * trusted * (already ? 120 : change * 0.25 + 60);
    }
    case 'oppose': {
      const given = undertakings.slice(0, place + 1).filter((other) => other.kind === 'oppose');
      const change = expected(self, given, heard) - expected(self, given.slice(0, -1), heard);
      return words * (mine ? change - 20 : change * trusted);
    }
    case 'intelligence': {
      const seen = self.view.incidents.find(({ id }) => id === item.incident);
      const news = seen !== undefined && seen.truth === undefined && seen.clues.length < seen.cluesInAll;
      return words * (mine ? -35 : news ? 60 : 5);
    }
    case 'restraint':
      return words * (mine ? -30 : Math.min(90, mandate.faceStake) * trusted);
  }
};

/** What the text that the Chair would put brings, with its chance to pass, if these promises to oppose were known of. */
const expected = (self: Self, promises: readonly Opposing[], heard: boolean): number => {
  const { scenario, own, view } = self;
  if (!ahead(self)) return 0;
  const pledges = promises.map((undertaking, n) => ({
    id: asPromise(`p${String(n)}`),
    deal: asDeal('d'),
    undertaking,
    state: 'open' as const,
    open: heard,
  }));
  const then = { ...view, pledges: [...view.pledges, ...pledges] };
  const { own: _, ...seen } = then;
  const chairs = {
    ...seen,
    pledges: then.pledges.filter(({ open }) => open),
    deals: then.deals.filter(({ open }) => open),
  };
  const text = chairsText(scenario, chairs) ?? standingText(view.articles);
  const due = view.pending.filter(
    ({ when }) => when.on === 'adoption' && contains(scenario, text, when.containing),
  );
  const paid = appraise(scenario, self.mandate, own.delegation, due).onAdoption;
  const gain = plainWorth(self.mandate, text) + paid - self.mandate.reservation;
  const fits = breaches(scenario, self.mandate, text).length === 0;
  const votes = modelsOf(scenario, then).map((model, seat) =>
    seat === own.index ? Number(fits && gain >= 0) : joins(model, text),
  );
  let passes = votes.reduce((all, one) => all * one, 1);
  if (scenario.procedure.methods.includes('vote')) {
    passes = 0;
    for (let ways = 0; ways < 2 ** votes.length; ways += 1) {
      let [chance, yes] = [1, 0];
      votes.forEach((one, seat) => {
        const says = Math.floor(ways / 2 ** seat) % 2 === 1;
        chance *= says ? one : 1 - one;
        yes += Number(says);
      });
      if (carried(scenario.procedure.threshold, yes, votes.length - yes)) passes += chance;
    }
  }
  return passes * (fits ? Math.max(paid, gain) : paid);
};

type Opposing = Extract<Undertaking, { kind: 'oppose' }>;

/** Whether a decision is still to come. */
const ahead = ({ scenario, view }: Self): boolean => {
  const phases = scenario.sessions[view.session]?.phases ?? [];
  const rest = [
    ...phases.slice(Math.max(0, phases.indexOf(view.phase))),
    ...scenario.sessions.slice(view.session + 1).flatMap((session) => session.phases),
  ];
  return rest.includes('decision');
};

const position = (
  self: Self,
  undertakings: readonly Undertaking[],
  item: Extract<Undertaking, { kind: 'position' }>,
  place: number,
  trusted: number,
): number => {
  const { view, scenario, own, delegation } = self;
  const { article, option } = item.provision;
  const change = changeBy(self, item.provision);
  const [by, at] = [placeOf(scenario, 'delegation', item.by), placeOf(scenario, 'article', article)];
  const said = view.stances[by]?.[at]?.[option];
  if (said === item.stance || said === 'support') return change * SAID;
  if (item.by === own.delegation) {
    const dear = change < 0 && prioritiesOf(self).includes(article);
    return change * SHARE[item.stance] * (dear ? CHARACTER[delegation.style].principle : 1);
  }
  const words = [
    ...undertakings.slice(0, place),
    ...view.pledges.filter(({ state }) => state === 'open').map(({ undertaking }) => undertaking),
  ].filter((other) => other.kind === 'position' && other.by === item.by);
  return (change * SHARE[item.stance] * trusted) / (1 + words.length);
};

/**
 * Chance that a text with these provisions is adopted: the share of imagined worlds, in each of which the texts that enough would join share
 * it, the better ones more. Over all texts where there are no more than a hundred. `willing`: those taken to join what crosses no red line.
 */
export const adopted = (
  self: Self,
  containing: readonly Provision[],
  willing: readonly string[] = [],
): number => {
  const { scenario, view, own } = self;
  const holds = (text: Text): boolean => contains(scenario, text, containing);
  if (view.adopted !== undefined) return holds(view.adopted.text) ? 1 : 0;
  const models = modelsOf(scenario, view);
  const count = models.length;
  const worlds = 2 * Math.floor(Math.min(64, Math.max(16, 1_200 / count)) / 2);
  const drawn = models.map((model, place) => imagined(model, place, worlds));
  const { methods, threshold } = scenario.procedure;
  const vote = methods.includes('vote');
  const passes = (yes: number): boolean =>
    !vote
      ? yes === count
      : threshold === 'two-thirds'
        ? yes > 0 && yes >= 2 * (count - yes)
        : yes > count - yes;
  const options = scenario.articles.map((article) => article.options.length);
  const heard = modelsFrom(scenario, heardIn(scenario, view));
  const common = heard.map((model, place) => imagined(model, place, worlds));
  const texts =
    options.reduce((product, each) => product * each, 1) <= 100
      ? allTexts(options)
      : likelyTexts(
          scenario,
          view,
          heard,
          Array.from({ length: worlds }, (_, world) =>
            common.map((rows) => rows[world] ?? new Float64Array()),
          ),
          passes,
        );
  const has = (kind: 'join' | 'oppose', by: string | undefined, text: Text): boolean =>
    view.pledges.some(
      ({ state, undertaking }) =>
        state === 'open' &&
        undertaking.kind === kind &&
        undertaking.by === by &&
        contains(scenario, text, undertaking.containing),
    );
  const me = own.delegation;
  const barred = (text: Text): boolean =>
    breaches(scenario, self.mandate, text).length > 0 || (has('oppose', me, text) && !has('join', me, text));
  const mine = texts.map((text) => (barred(text) ? -Infinity : gainOf(self, text)));
  const opposed = models.map(({ delegation }) => texts.map((text) => has('oppose', delegation, text)));
  let [some, met] = [0, 0];
  for (let world = 0; world < worlds; world += 1) {
    const all = texts.map((text, at) => {
      const alone = models.map((model, place) =>
        place === own.index
          ? (mine[at] ?? 0)
          : partsOf(model.layout, text).reduce((sum, part) => sum + (drawn[place]?.[world]?.[part] ?? 0), 0) +
            promisedOn(model, text) -
            // In one world of five such a promise is broken.
            (opposed[place]?.[at] === true && !breaksWord(place, world) ? 1_000_000 : 0),
      );
      const gains = alone.map((gain, place) =>
        gain > -500_000 && willing.includes(models[place]?.delegation ?? '') ? Math.max(0, gain) : gain,
      );
      const yes = gains.filter((gain) => gain >= 0).length;
      const good = gains.reduce(
        (sum, gain) => sum + (gain >= 0 ? Math.log(1 + gain / 200) : Math.max(-40, gain / 50)),
        0,
      );
      return { text, good, yes };
    });
    // What all join, else, where there is one, what is put to the vote: the best as a rule, and it may fail.
    const joined = all.filter(({ yes }) => yes === count);
    const put = joined.length > 0 ? joined : vote ? all : [];
    const best = Math.max(...put.map(({ good }) => good));
    const sum = put.reduce((total, { good }) => total + Math.exp(2 * (good - best)), 0);
    for (const { text, good, yes } of put) {
      const share = passes(yes) ? Math.exp(2 * (good - best)) / sum / worlds : 0;
      some += share;
      met += holds(text) ? share : 0;
    }
  }
  const any = 0.015 + 0.97 * some;
  const alike = containing.reduce(
    (product, { article }) => product / (options[placeOf(scenario, 'article', article)] ?? 1),
    1,
  );
  return some === 0 ? any * alike : any * (0.98 * (met / some) + 0.02 * alike);
};

const allTexts = (options: readonly number[]): readonly Text[] => {
  const [first, ...rest] = options;
  if (first === undefined) return [[]];
  return Array.from({ length: first }, (_, option) => allTexts(rest).map((text) => [option, ...text])).flat();
};
