import { describe, expect, it } from 'vitest';
import { judge } from '../../src/delegates/answer.ts';
import type { Strength } from '../../src/delegates/index.ts';
import { selfOf, type Self } from '../../src/delegates/own.ts';
import {
  concessionOf,
  placeOf,
  type DelegationId,
  type Offer,
  type Reason,
  type Undertaking,
  type WouldChange,
} from '../../src/engine/index.ts';
import { bluffing, invented, newYork, play, turnsOf, type Turn } from './play.ts';

const STRENGTHS: readonly Strength[] = ['gentle', 'seasoned', 'hard'];
const answered = STRENGTHS.flatMap((strength) =>
  [
    play(newYork(), `offers/${strength}`, { strength }),
    ...['a', 'b', 'c', 'd', 'e'].map((seed) => play(invented(seed), `offers/${seed}`, { strength })),
    ...['a', 'b'].map((seed) => play(bluffing(invented(seed)), `offers/${seed}`, { strength })),
  ].flatMap((game) =>
    [...turnsOf(game, 'decline'), ...turnsOf(game, 'accept')]
      .filter(({ refusal, because }) => refusal === undefined && because[0]?.code !== 'no-longer-possible')
      .map((turn) => ({ turn, strength, self: seated(game.table.scenario, turn), offer: offerIn(turn) })),
  ),
);

function seated(scenario: Parameters<typeof selfOf>[0], turn: Turn): Self {
  const self = selfOf(scenario, turn.view);
  if (self === undefined) throw new Error('a view without a seat');
  return self;
}

function offerIn({ view, command }: Turn): Offer {
  const id = command.kind === 'decline' || command.kind === 'accept' ? command.offer : undefined;
  const offer = view.offers.find((item) => item.id === id);
  if (offer === undefined) throw new Error('an answer to no offer');
  return offer;
}

/** The offer with one change, as the words of the refusal ask for it. */
const changed = (offer: Offer, me: DelegationId, change: WouldChange): Offer => {
  const more = (item: Undertaking): Offer => ({ ...offer, undertakings: [...offer.undertakings, item] });
  switch (change.kind) {
    case 'tokens':
      return more({
        kind: 'tokens',
        by: offer.from,
        to: me,
        token: change.token,
        amount: change.amount,
        when: { on: 'now' },
      });
    case 'concession':
      return more({
        kind: 'deed',
        by: offer.from,
        to: me,
        concession: change.concession,
        when: { on: 'now' },
      });
    case 'not-provision':
      return {
        ...offer,
        undertakings: offer.undertakings.filter(
          (item) =>
            item.kind !== 'position' ||
            item.by !== me ||
            item.provision.article !== change.provision.article ||
            item.provision.option !== change.provision.option,
        ),
      };
    case 'provision':
      return more({
        kind: 'position',
        by: offer.from,
        to: me,
        provision: change.provision,
        stance: 'support',
      });
    case 'later':
    case 'nothing':
      return offer;
  }
};

const owes = (self: Self, offer: Offer, token: string): number =>
  offer.undertakings.reduce((sum, item) => {
    if (item.by !== self.own.delegation) return sum;
    if (item.kind === 'tokens') return sum + (item.token === token ? item.amount : 0);
    if (item.kind !== 'deed') return sum;
    const { spends } = concessionOf(self.scenario, item.concession);
    return sum + spends.reduce((all, cost) => all + (cost.token === token ? cost.amount : 0), 0);
  }, 0);

/** Whether a reason for declining is so, worked out from the seat's own numbers. */
const holds = (self: Self, offer: Offer, strength: Strength, reason: Reason): boolean => {
  const { worth } = judge(self, offer, strength);
  const me = self.own.delegation;
  if (reason.code === 'unbalanced') return worth < LEAST[strength] + GRUDGE;
  if (reason.code === 'not-enough-tokens')
    return (
      owes(self, offer, reason.token) > (self.own.tokens[placeOf(self.scenario, 'token', reason.token)] ?? 0)
    );
  if (reason.code === 'red-line')
    return offer.undertakings.some(
      (item) =>
        item.by === me &&
        self.mandate.redLines.some(({ article, option }) =>
          (item.kind === 'position' ? [item.provision] : item.kind === 'join' ? item.containing : []).some(
            (provision) =>
              provision.article === reason.article &&
              provision.article === article &&
              provision.option === option,
          ),
        ),
    );
  if (reason.code === 'broken-promise')
    return self.view.pledges.some(
      ({ state, undertaking }) => state === 'broken' && undertaking.by === reason.by && undertaking.to === me,
    );
  if (reason.code === 'low-trust')
    return ['broken', 'wary'].includes(
      self.own.trust[placeOf(self.scenario, 'delegation', reason.towards)]?.mine ?? '',
    );
  if (reason.code === 'given-elsewhere')
    return (
      offer.undertakings.some(
        (item) => 'concession' in item && item.by === me && item.concession === reason.what,
      ) &&
      [
        ...self.view.deeds,
        ...self.view.pending,
        ...self.view.pledges.map(({ undertaking }) => undertaking),
      ].some((item) => 'concession' in item && item.by === me && item.concession === reason.what)
    );
  if (reason.code !== 'article-hurts') return false;
  const without = offer.undertakings.filter(
    (item) => item.kind !== 'position' || item.by !== me || item.provision.article !== reason.article,
  );
  return judge(self, { ...offer, undertakings: without }, strength).worth > worth;
};

/** What each strength asks for at least, and on top from whoever broke its word; hundredths of a point. */
const LEAST = { gentle: 1, seasoned: 1, hard: 25 } as const;
const GRUDGE = 150;

describe('an offer that is declined', () => {
  const declined = answered.flatMap((item) =>
    item.turn.command.kind === 'decline' ? [{ ...item, command: item.turn.command }] : [],
  );

  it('is declined with one to three reasons, and with what would change the mind', () => {
    expect(declined.length).toBeGreaterThan(20);
    for (const { command } of declined) {
      expect(command.because.length).toBeGreaterThanOrEqual(1);
      expect(command.because.length).toBeLessThanOrEqual(3);
      expect(command.wouldChange.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('would be accepted with any one of the changes named', () => {
    const untrue = declined.flatMap(({ self, offer, command, strength }) =>
      command.wouldChange
        .filter((change) => change.kind !== 'nothing' && change.kind !== 'later')
        .filter((change) => !judge(self, changed(offer, self.own.delegation, change), strength).take)
        .map((change) => ({ change, said: command.because, offer: offer.undertakings })),
    );
    expect(untrue).toEqual([]);
  });

  it('is declined for reasons that the numbers bear out', () => {
    const told = declined.flatMap(({ self, offer, command, strength }) =>
      command.because.map((reason) => ({ code: reason.code, holds: holds(self, offer, strength, reason) })),
    );
    expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThan(2);
    expect(told.filter((reason) => !reason.holds)).toEqual([]);
  });
});

describe('an offer that is accepted', () => {
  it('is called a gain only if it is one', () => {
    const accepted = answered.filter(({ turn }) => turn.command.kind === 'accept');
    expect(accepted.length).toBeGreaterThan(20);
    const losses = accepted
      .filter(
        ({ turn }) =>
          turn.command.kind === 'accept' && turn.command.because.some(({ code }) => code === 'gains'),
      )
      .map(({ self, offer, strength }) => ({ strength, worth: judge(self, offer, strength).worth }))
      .filter(({ worth }) => worth <= 0);
    expect(losses).toEqual([]);
  });
});
