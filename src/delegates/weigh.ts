import {
  appraise,
  breaches,
  contains,
  meetIn,
  placeOf,
  standingText,
  type Reason,
  type Undertaking,
} from '../engine/seat.ts';
import { CHARACTER } from './character.ts';
import { withAll } from './in-sight.ts';
import { resents } from './memory.ts';
import { changes, gainOf, isRed, type Self } from './own.ts';
import { partOfOpposing, wouldJoinGladly } from './opposing.ts';
import { promisedOnArticle, promisedWords, SWAY, wordsBefore } from './promised-words.ts';
import { chanceOf, prospectsOf } from './prospects.ts';
import { isRepeat } from './repeats.ts';
import { prioritiesOf } from './stances.ts';
import { isWord } from './usual-worth.ts';

/** Worth of softer things, hundredths of a point. */
const SOFT = { learn: 60, tell: 35, restraint: 90, refrain: 30, join: 120, bind: 60 } as const;

/** What a package is worth to oneself, all in, and what in it weighs most. */
export interface Weighed {
  readonly worth: number;
  /** Something in it must not be done at any price. */
  readonly forbidden: Reason | undefined;
  /** Own parts by undertaking, in order. */
  readonly parts: readonly number[];
}

const TRUST_SHARE = { broken: 0.1, wary: 0.4, open: 0.65, good: 0.85, close: 0.95 } as const;

/** Share of a promise's worth that one reckons with, by how far one trusts whoever makes it. */
export const faith = (self: Self, delegation: string): number => {
  const place = placeOf(self.scenario, 'delegation', delegation);
  const { risk } = CHARACTER[self.delegation.style];
  const share = Math.min(0.98, TRUST_SHARE[self.own.trust[place]?.mine ?? 'open'] * risk);
  return resents(self, delegation) ? Math.min(0.3, share) : share;
};

/**
 * @param words What words are reckoned to move, as a share of {@link SWAY} and of the worths in {@link SOFT}: a strength's `words`.
 * @param open Whether the package would be in the open.
 */
export const weigh = (
  self: Self,
  undertakings: readonly Undertaking[],
  words: number,
  open = true,
): Weighed => {
  const gains = changes(self);
  let forbidden: Reason | undefined;
  const parts = undertakings.map((item, place) => {
    const crossed =
      crossing(self, item) ??
      contrary(self, item) ??
      untenable(self, item, undertakings) ??
      unwise(self, item);
    if (crossed !== undefined) forbidden = crossed;
    if (isRepeat(self.view, undertakings, place)) return 0;
    const part =
      item.kind === 'oppose'
        ? partOfOpposing(self, undertakings, place, open, (by) => faith(self, by))
        : partOf(self, item, gains, wordsBefore(undertakings, place));
    if (!isWord(item)) return part;
    // Whoever overrates what others say does not ask more for its own words.
    return part * (item.by === self.own.delegation ? Math.min(1, words) : words);
  });
  return { worth: Math.round(parts.reduce((sum, part) => sum + part, 0)), forbidden, parts };
};

/** A red line that an undertaking of one's own would cross. */
const crossing = (self: Self, item: Undertaking): Reason | undefined => {
  if (item.by !== self.own.delegation) return undefined;
  const provisions =
    item.kind === 'position' ? [item.provision] : item.kind === 'join' ? item.containing : [];
  const red = provisions.find((provision) => isRed(self, provision.article, provision.option));
  return red === undefined ? undefined : { code: 'red-line', article: red.article };
};

/** Somebody to whom one has promised to support something else on the same article. */
const contrary = (self: Self, item: Undertaking): Reason | undefined => {
  if (item.kind !== 'position' || item.by !== self.own.delegation || item.stance !== 'support')
    return undefined;
  const other = promisedOnArticle(self.view, item.by, item.provision.article).find(
    ({ stance, provision }) => stance === 'support' && provision.option !== item.provision.option,
  );
  return other === undefined ? undefined : { code: 'promised', to: other.to };
};

/** A promise to oppose what one has promised to join, or the other way round; or to oppose a text that one would gladly join. */
const unwise = (self: Self, item: Undertaking): Reason | undefined => {
  if ((item.kind !== 'oppose' && item.kind !== 'join') || item.by !== self.own.delegation) return undefined;
  const other = item.kind === 'oppose' ? 'join' : 'oppose';
  for (const { state, undertaking } of self.view.pledges)
    if (
      state === 'open' &&
      undertaking.kind === other &&
      undertaking.by === item.by &&
      meetIn(undertaking.containing, item.containing)
    )
      return { code: 'promised', to: undertaking.to };
  return item.kind === 'oppose' && wouldJoinGladly(self, item.containing)
    ? { code: 'better-than-no-agreement' }
    : undefined;
};

/** A promise to join a text that one would have to refuse: the draft with these provisions, and with all that is due on its adoption. */
const untenable = (
  self: Self,
  item: Undertaking,
  undertakings: readonly Undertaking[],
): Reason | undefined => {
  if (item.kind !== 'join' || item.by !== self.own.delegation) return undefined;
  const text = withAll(self.scenario, standingText(self.view.articles), item.containing);
  const [line] = breaches(self.scenario, self.mandate, text);
  if (line !== undefined) return { code: 'red-line', article: line.article };
  const due = undertakings.filter(
    (other) =>
      (other.kind === 'tokens' || other.kind === 'deed') &&
      other.when.on === 'adoption' &&
      contains(self.scenario, text, other.when.containing),
  );
  const { onAdoption } = appraise(self.scenario, self.mandate, self.own.delegation, due);
  return gainOf(self, text) + onAdoption < 0 ? { code: 'worse-than-no-agreement' } : undefined;
};

const partOf = (
  self: Self,
  item: Exclude<Undertaking, { kind: 'oppose' }>,
  gains: readonly (readonly number[])[],
  before: number,
): number => {
  const me = self.own.delegation;
  const mine = item.by === me;
  if (!mine && item.to !== me && item.kind !== 'position') return 0;
  const exact = appraise(self.scenario, self.mandate, me, [item]);
  switch (item.kind) {
    case 'tokens':
    case 'deed':
      return item.when.on === 'now'
        ? exact.now
        : exact.onAdoption * chanceOf(prospectsOf(self, [item.by, item.to]), item.when.containing);
    case 'point':
      return exact.now;
    case 'later':
      return mine ? exact.now : exact.ifKept * faith(self, item.by);
    case 'position': {
      const place = placeOf(self.scenario, 'article', item.provision.article);
      const change = gains[place]?.[item.provision.option] ?? 0;
      const { principle } = CHARACTER[self.delegation.style];
      const dear = mine && change < 0 && prioritiesOf(self).includes(item.provision.article) ? principle : 1;
      // Whoever sells many words sells words that move little: each is reckoned less than those before.
      const share =
        SWAY[item.stance] *
        (mine ? dear : faith(self, item.by) / (1 + before + promisedWords(self.view, item.by).length));
      const already =
        self.view.stances[placeOf(self.scenario, 'delegation', item.by)]?.[place]?.[item.provision.option];
      return already === item.stance || already === 'support' ? change * 0.03 : change * share;
    }
    case 'join':
      return joining(self, item, mine);
    case 'intelligence':
      return mine ? -SOFT.tell : learning(self, item.incident) ? SOFT.learn : 5;
    case 'restraint':
      return mine ? -SOFT.refrain : Math.min(SOFT.restraint, self.mandate.faceStake) * faith(self, item.by);
  }
};

const learning = (self: Self, incident: string): boolean => {
  const seen = self.view.incidents.find((item) => item.id === incident);
  return seen !== undefined && seen.truth === undefined && seen.clues.length < seen.cluesInAll;
};

const joining = (self: Self, item: Extract<Undertaking, { kind: 'join' }>, mine: boolean): number => {
  const standing = standingText(self.view.articles);
  const already = contains(self.scenario, standing, item.containing);
  const change = item.containing.reduce(
    (sum, provision) =>
      sum + (changes(self)[placeOf(self.scenario, 'article', provision.article)]?.[provision.option] ?? 0),
    0,
  );
  return mine
    ? change * 0.2 - SOFT.bind
    : (already ? SOFT.join : change * 0.25 + SOFT.join / 2) * faith(self, item.by);
};
