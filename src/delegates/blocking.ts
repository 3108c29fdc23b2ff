import {
  carried,
  type Provision,
  type Reason,
  type Scenario,
  type Text,
  type Undertaking,
} from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { guessedPackage, takes } from './guessed-package.ts';
import { textInSight } from './in-sight.ts';
import { canVote } from './mediation.ts';
import { resents } from './memory.ts';
import { modelsOf, type Model } from './models.ts';
import { offeredToday } from './offered.ts';
import { chanceToPass, decisionsAhead, gladly, inReach, votesOn } from './opposing.ts';
import { bearable, changesFrom, gainOf, isRed, type Self } from './own.ts';
import { isRefused } from './refusals.ts';
import { PLAY } from './strength.ts';
import { LITTLE } from './verdicts.ts';
import { weigh } from './weigh.ts';

/** A text is worth standing against only if it is believed to carry with at least this chance. */
const THREATENING = 0.25;
/** Partners one asks at most: with more it is no longer a few that stop many. */
const PARTNERS = 4;
/** Every partner must be this likely to come in. */
const LIKELY = 0.5;
/** Chance up to which a partner is believed to be able to join a text with the provisions gladly. */
const GLADLY = 0.35;
/** Provisions named at most. */
const NAMED = 3;

/**
 * Brings together those who are believed to lose by a text that a majority may adopt: each promises the next to stand against every text
 * with what hurts them. In the open, whatever the style: the Chair steers around what it hears of. Only where a vote decides: stopping a
 * consensus takes one, and each who does pays the whole price of it, so that nothing would be shared.
 */
export const standAgainst = (self: Self, strength: Strength): Act | undefined => {
  const { scenario, view } = self;
  if (view.offersLeft <= 0 || !canVote(scenario)) return undefined;
  if (decisionsAhead(scenario, view) === 0 || askedHere(self)) return undefined;
  if (noVotesThatStop(scenario) > PARTNERS + 1) return undefined;
  const text = textInSight(view);
  if (bearable(self, text) && gainOf(self, text) >= 0) return undefined;
  const votes = votesOn(scenario, view, text, self);
  if (chanceToPass(scenario, votes) < THREATENING) return undefined;
  const { partners, containing } = minorityOf(self, text, votes);
  if (partners.length === 0) return undefined;
  const undertakings = ringOf(self, partners, containing);
  const likely = partners.every(
    (model) =>
      !isRefused(view, model.delegation, undertakings) &&
      takes(guessedPackage(scenario, view, model, undertakings)) >= LIKELY,
  );
  const { worth, forbidden } = weigh(self, undertakings, PLAY[strength].words);
  if (!likely || forbidden !== undefined || worth < PLAY[strength].asks) return undefined;
  const to = partners.map(({ delegation }) => delegation);
  const because: Reason[] = [{ code: 'builds-minority', with: to, containing }];
  return {
    command: { kind: 'offer', to, undertakings, open: true, expires: view.session, because },
    because: [...because, { code: 'gains', gain: worth }],
  };
};

/** No votes that stop a text if all others vote yes. */
export const noVotesThatStop = ({ delegations, procedure }: Scenario): number => {
  const all = delegations.length;
  let no = 1;
  while (no < all && carried(procedure.threshold, all - no, no)) no += 1;
  return no;
};

/** Whether one has asked for it in this session already. */
const askedHere = (self: Self): boolean =>
  offeredToday(self).some(({ undertakings }) => undertakings.some(({ kind }) => kind === 'oppose'));

interface Minority {
  readonly partners: readonly Model[];
  readonly containing: readonly Provision[];
}

/**
 * Those believed to lose by the text, as many as are needed, the least sure of them first, for their promise changes most; and the fewest of its provisions that none of them could live with.
 */
const minorityOf = (self: Self, text: Text, votes: readonly number[]): Minority => {
  const { scenario, view, own } = self;
  const most = Math.min(PARTNERS, noVotesThatStop(scenario) - 1);
  const losing = modelsOf(scenario, view)
    .map((model, place) => ({ model, place, joining: votes[place] ?? 0 }))
    .filter(
      ({ model, place, joining }) =>
        place !== own.index &&
        joining < 0.5 &&
        !resents(self, model.delegation) &&
        model.opposes.length === 0,
    )
    .toSorted((a, b) => b.joining - a.joining);
  let found: Minority = { partners: [], containing: [] };
  for (const { model } of losing) {
    if (found.partners.length >= most) break;
    const partners = [...found.partners, model];
    const containing = intolerable(self, text, partners);
    if (containing !== undefined) found = { partners, containing };
  }
  return found;
};

/** The fewest provisions of the text with which none of them could gladly join any text in reach; of several those that hurt most. */
export const intolerable = (
  self: Self,
  text: Text,
  partners: readonly Model[],
): readonly Provision[] | undefined => {
  const { scenario, view } = self;
  const hurts = hurtsIn(self, text, partners);
  const provisions = scenario.articles.map(({ id }, place) => ({ article: id, option: text[place] ?? 0 }));
  for (let size = 1; size <= NAMED; size += 1) {
    const sets = subsets(hurts, size)
      .map((places) => ({
        containing: places.flatMap((place) => provisions[place] ?? []),
        hurt: places.reduce((sum, place) => sum + (hurts.get(place) ?? 0), 0),
      }))
      .toSorted((a, b) => b.hurt - a.hurt);
    const first = sets.find(
      ({ containing }) =>
        inReach(scenario, text, containing).every(
          (other) => !bearable(self, other) || gainOf(self, other) <= LITTLE,
        ) && partners.every((model) => gladly(scenario, view, model, containing) <= GLADLY),
    );
    if (first !== undefined) return first.containing;
  }
  return undefined;
};

/** Articles looked at: those that hurt most. */
const LOOKED = 6;
/** Hundredths of a point as which a red line counts. */
const RED = 2_000;

/** What the text's provisions seem to cost all of them together, against the best on the article; those that hurt oneself alone. */
const hurtsIn = (self: Self, text: Text, partners: readonly Model[]): ReadonlyMap<number, number> => {
  const own = changesFrom(self, text);
  const all = self.scenario.articles.map(({ id }, place) => {
    const option = text[place] ?? 0;
    const red = isRed(self, id, option);
    const mine = red ? RED : Math.max(...(own[place] ?? [0]));
    const theirs = partners.reduce((sum, model) => {
      const row = model.table[place] ?? [];
      return sum + Math.max(...row) - (row[option] ?? 0) + RED * (model.red[place]?.[option] ?? 0);
    }, 0);
    return { place, mine, hurt: mine + theirs };
  });
  return new Map(
    all
      .filter(({ mine }) => mine > 0)
      .toSorted((a, b) => b.hurt - a.hurt)
      .slice(0, LOOKED)
      .map(({ place, hurt }) => [place, hurt]),
  );
};

const subsets = (hurts: ReadonlyMap<number, number>, size: number): readonly (readonly number[])[] => {
  let found: readonly (readonly number[])[] = [[]];
  for (let n = 0; n < size; n += 1)
    found = found.flatMap((some) =>
      [...hurts.keys()].flatMap((place) => (place > (some.at(-1) ?? -1) ? [[...some, place]] : [])),
    );
  return found;
};

/** Each promises the next, and the last the first, to stand against the text. */
const ringOf = (
  self: Self,
  partners: readonly Model[],
  containing: readonly Provision[],
): readonly Undertaking[] => {
  const all = [self.own.delegation, ...partners.map(({ delegation }) => delegation)];
  return all.flatMap((by, place): readonly Undertaking[] => {
    const to = all[(place + 1) % all.length];
    return to === undefined ? [] : [{ kind: 'oppose', by, to, containing }];
  });
};
