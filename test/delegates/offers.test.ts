import { describe, expect, it } from 'vitest';
import { conduct, type Strength } from '../../src/delegates/index.ts';
import { guessedPackage } from '../../src/delegates/guessed-package.ts';
import { modelsOf } from '../../src/delegates/models.ts';
import { gainOf, selfOf, type Self } from '../../src/delegates/own.ts';
import { owedBy } from '../../src/delegates/purse.ts';
import { PLAY } from '../../src/delegates/strength.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import {
  decide,
  placeOf,
  view,
  type Command,
  type DelegationId,
  type Offer,
  type Reason,
  type Undertaking,
  type WouldChange,
  standingText,
} from '../../src/engine/index.ts';
import { art, funds, given, offerOf, one, two } from '../engine/given.ts';
import { bluffing, diceOf, invented, newYork, play, turnsOf, type Turn } from './play.ts';
import { doing } from './situation.ts';
import { brokenBy, isGift, reckoned } from './reckoning.ts';
import { takes } from './taking.ts';

const STRENGTHS: readonly Strength[] = ['gentle', 'seasoned', 'hard'];
const answered = STRENGTHS.flatMap((strength) =>
  [
    play(newYork(), `offers/${strength}`, { strength }),
    ...['a', 'b', 'c', 'd', 'e'].map((seed) => play(invented(seed), `offers/${seed}`, { strength })),
    ...['a', 'b'].map((seed) => play(bluffing(invented(seed)), `offers/${seed}`, { strength })),
  ].flatMap((game) =>
    [...turnsOf(game, 'decline'), ...turnsOf(game, 'accept'), ...turnsOf(game, 'offer')]
      .filter(({ refusal, command }) => refusal === undefined && answeredBy(command) !== undefined)
      .map((turn) => {
        const self = selfOf(game.table.scenario, turn.view);
        const offer = turn.view.offers.find((item) => item.id === answeredBy(turn.command));
        if (self === undefined || offer === undefined) throw new Error('an answer to no offer');
        return { turn, strength, self, offer, table: game.table };
      }),
  ),
);

function answeredBy(command: Command): string | undefined {
  if (command.kind === 'decline' || command.kind === 'accept') return command.offer;
  return command.kind === 'offer' ? command.answers : undefined;
}

/** Whether it was declined because the rules let nobody take it. */
const impossible = ({ command }: Turn): boolean =>
  command.kind === 'decline' && command.because.some(({ code }) => code === 'no-longer-possible');

/** Declines by judgement, with the command. */
const declined = answered.flatMap((item) =>
  item.turn.command.kind === 'decline' && !impossible(item.turn)
    ? [{ ...item, command: item.turn.command }]
    : [],
);

/** The offer with one change, as the words of the refusal ask for it. */
const changed = (offer: Offer, me: DelegationId, change: WouldChange): Offer => {
  const more = (item: Undertaking): Offer => ({ ...offer, undertakings: [...offer.undertakings, item] });
  const without = (left: (item: Undertaking) => boolean): Offer => ({
    ...offer,
    undertakings: offer.undertakings.filter((item) => item.by !== me || !left(item)),
  });
  const [by, to, now] = [offer.from, me, { on: 'now' } as const];
  switch (change.kind) {
    case 'tokens':
      return more({ kind: 'tokens', by, to, token: change.token, amount: change.amount, when: now });
    case 'concession':
      return more({ kind: 'deed', by, to, concession: change.concession, when: now });
    case 'provision':
      return more({ kind: 'position', by, to, provision: change.provision, stance: 'support' });
    case 'not-provision':
      return without(
        (item) =>
          item.kind === 'position' &&
          item.provision.article === change.provision.article &&
          item.provision.option === change.provision.option,
      );
    case 'without-tokens':
      return without((item) => item.kind === 'tokens' && item.token === change.token);
    case 'fewer-tokens':
      return {
        ...offer,
        undertakings: offer.undertakings.map((item) =>
          item.by === me && item.kind === 'tokens' && item.token === change.token
            ? { ...item, amount: change.amount }
            : item,
        ),
      };
    case 'without-concession':
      return without((item) => 'concession' in item && item.concession === change.concession);
    case 'without-join':
      return without(
        (item) =>
          item.kind === 'join' && JSON.stringify(item.containing) === JSON.stringify(change.containing),
      );
    case 'without-oppose':
      return without(
        (item) =>
          item.kind === 'oppose' && JSON.stringify(item.containing) === JSON.stringify(change.containing),
      );
    case 'without-intelligence':
      return without((item) => item.kind === 'intelligence' && item.incident === change.incident);
    case 'without-restraint':
      return without((item) => item.kind === 'restraint');
    case 'without-point':
      return {
        ...offer,
        undertakings: offer.undertakings.filter(
          (item) => item.kind !== 'point' || item.track !== change.track || item.point !== change.point,
        ),
      };
    case 'later':
    case 'nothing':
      return offer;
  }
};

/** Every package with one undertaking of its own less, and with one more from whoever offers: all tokens of a kind, a concession. */
const others = ({ scenario, own }: Self, offer: Offer): readonly Offer[] => {
  const me = own.delegation;
  const had = scenario.delegations[placeOf(scenario, 'delegation', offer.from)]?.tokens ?? [];
  const open = scenario.concessions.filter(
    ({ id, givers }) =>
      givers.some(({ delegation }) => delegation === offer.from) &&
      !offer.undertakings.some((item) => 'concession' in item && item.concession === id),
  );
  return [
    ...offer.undertakings.flatMap((item, place) =>
      item.by === me ? [{ ...offer, undertakings: offer.undertakings.toSpliced(place, 1) }] : [],
    ),
    ...scenario.tokens.flatMap(({ id: token }, place) => {
      const amount = (had[place]?.max ?? 0) - owedBy(scenario, offer.from, offer.undertakings, token);
      return amount > 0 ? [changed(offer, me, { kind: 'tokens', token, amount })] : [];
    }),
    ...open.map(({ id }) => changed(offer, me, { kind: 'concession', concession: id })),
  ];
};

describe('an offer that is declined', () => {
  it('is declined with one to three reasons, and with what would change the mind', () => {
    expect(declined.length).toBeGreaterThan(100);
    for (const { command } of declined) {
      expect(command.because.length).toBeGreaterThanOrEqual(1);
      expect(command.because.length).toBeLessThanOrEqual(3);
      expect(command.wouldChange.length).toBeGreaterThanOrEqual(1);
      expect(command.wouldChange.length).toBeLessThanOrEqual(3);
    }
  });

  it('should be, by the numbers', () => {
    expect(declined.filter(({ self, offer, strength }) => takes(self, offer, strength))).toEqual([]);
  });

  it('would be accepted with any one of the changes named', () => {
    const named = declined.flatMap(({ self, offer, command, strength }) =>
      command.wouldChange
        .filter(({ kind }) => kind !== 'nothing')
        .map((change) => ({
          change,
          takes: takes(self, changed(offer, self.own.delegation, change), strength),
        })),
    );
    expect(named.filter((item) => !item.takes)).toEqual([]);
    expect(new Set(named.map(({ change }) => change.kind)).size).toBeGreaterThanOrEqual(4);
  });

  it('names no tokens and no deed for which whoever made it cannot have enough beside what it offers', () => {
    const more = declined.flatMap(({ self, offer, command }) =>
      command.wouldChange
        .filter(({ kind }) => kind === 'tokens' || kind === 'concession')
        .flatMap((change) =>
          self.scenario.tokens.map(({ id }, place) => {
            const [before, after] = [offer, changed(offer, self.own.delegation, change)].map(
              ({ undertakings }) => owedBy(self.scenario, offer.from, undertakings, id),
            );
            const seat = placeOf(self.scenario, 'delegation', offer.from);
            const most = self.scenario.delegations[seat]?.tokens[place]?.max ?? 0;
            return { before: before ?? 0, after: after ?? 0, most };
          }),
        ),
    );
    expect(more.filter(({ before, after }) => before > 0 && after > before).length).toBeGreaterThan(10);
    expect(more.filter(({ before, after, most }) => after > Math.max(before, most))).toEqual([]);
  });

  it('would still not be with one token more than it names as the most it would give', () => {
    const named = declined.flatMap(({ self, offer, command, strength }) =>
      command.wouldChange.flatMap((change) =>
        change.kind === 'fewer-tokens'
          ? [
              takes(
                self,
                changed(offer, self.own.delegation, { ...change, amount: change.amount + 1 }),
                strength,
              ),
            ]
          : [],
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((taken) => taken)).toEqual([]);
  });

  it('names a change in four of five, and in each where one undertaking less or more would do', () => {
    const none = declined.filter(({ command }) => command.wouldChange.some(({ kind }) => kind === 'nothing'));
    expect(none.filter(({ command }) => command.wouldChange.length > 1)).toEqual([]);
    expect(none.length).toBeGreaterThan(5);
    expect(1 - none.length / declined.length).toBeGreaterThan(0.8);
    const untrue = none.flatMap(({ self, offer, command, strength }) =>
      others(self, offer)
        .filter((other) => takes(self, other, strength))
        .map((other) => ({ said: command.because, asked: offer.undertakings, taken: other.undertakings })),
    );
    expect(untrue).toEqual([]);
  });

  it('names first what seems to cost whoever made it least', () => {
    const costs = declined.flatMap(({ self, offer, command }) => {
      const model = modelsOf(self.scenario, self.view)[placeOf(self.scenario, 'delegation', offer.from)];
      if (model === undefined || command.wouldChange.length < 2) return [];
      const left = command.wouldChange.map((change) =>
        guessedPackage(
          self.scenario,
          self.view,
          model,
          changed(offer, self.own.delegation, change).undertakings,
        ),
      );
      return [{ left, sorted: left.toSorted((a, b) => b - a) }];
    });
    expect(costs.length).toBeGreaterThan(10);
    for (const { left, sorted } of costs) expect(left).toEqual(sorted);
  });
});

describe('an offer that the rules let nobody take', () => {
  it('is declined for that reason, and says nothing of what would help', () => {
    const found = answered.filter(({ turn }) => impossible(turn));
    for (const { turn, table } of found) {
      const offer = answeredBy(turn.command) as Offer['id'];
      const taking = { seat: turn.seat, command: { kind: 'accept', offer, because: [] } } as const;
      expect(decide(table, turn.before, taking).refusal).toBeDefined();
    }
  });

  const refusing = (command: Command) => {
    const [item] = answered.filter(({ turn }) => turn.before.phase === 'corridor');
    if (item === undefined) throw new Error('no answer in a corridor');
    const conductor = conduct({
      scenario: item.table.scenario,
      seats: new Map(),
      people: [],
      viewOf: (seat) => view(item.table, item.turn.before, seat),
      diceOf: (seat) => diceOf('refused', seat),
    });
    // The first call notes the phase.
    conductor.next();
    conductor.refused({ seat: item.turn.seat, command });
    return conductor.next();
  };
  const offer = 'offer-1' as Offer['id'];

  it('is so where accepting is refused', () => {
    expect(refusing({ kind: 'accept', offer, because: [{ code: 'gains' }] })?.command).toEqual({
      kind: 'decline',
      offer,
      because: [{ code: 'no-longer-possible' }],
      wouldChange: [],
    });
  });

  const counter = (reason: Reason): Command => ({
    kind: 'offer',
    to: [],
    undertakings: [],
    open: false,
    expires: 0,
    answers: offer,
    because: [reason],
  });

  it.each<Reason>([{ code: 'unbalanced' }, { code: 'not-enough' }, { code: 'red-line', article: art(1) }])(
    'where a counter-offer is refused, its reason is kept: %o',
    (reason) => {
      expect(refusing(counter(reason))?.command).toMatchObject({ kind: 'decline', offer, because: [reason] });
    },
  );

  it('but what one gains by is taken, though more was asked', () => {
    expect(refusing(counter({ code: 'gains' }))?.command).toEqual({
      kind: 'accept',
      offer,
      because: [{ code: 'gains' }],
    });
  });
});

describe('tokens and deeds for nothing in return', () => {
  it('are taken as they are, by every strength, but from whoever broke its word', () => {
    const gifts = answered.filter(({ self, offer, turn }) => isGift(self, offer) && !impossible(turn));
    const honest = gifts.filter(({ self, offer }) => !brokenBy(self, offer.from));
    expect(honest.filter(({ strength }) => strength === 'hard').length).toBeGreaterThan(0);
    expect(honest.map(({ turn }) => turn.command.kind)).toEqual(honest.map(() => 'accept'));
  });

  it('are not haggled over, not even by the hard', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const game = given({ seed: `gift/${String(seed)}`, world: true }).at('corridor');
      const containing = [{ article: art(0), option: 1 }];
      const gift = {
        by: two,
        to: one,
        token: funds,
        amount: 1,
        when: { on: 'adoption', containing },
      } as const;
      game.when(two, offerOf([one], [{ kind: 'tokens', ...gift }]));
      expect(doing('accept', game, one, 'hard')?.command.kind).toBe('accept');
    }
  });

  it('count, where they wait for adoption, with the chance that a text is adopted which both can then join', () => {
    const waiting = answered.filter(({ offer }) =>
      offer.undertakings.some((item) => item.kind === 'tokens' && item.when.on === 'adoption'),
    );
    // Whoever could not join without them does not take them for worthless.
    const poor = waiting.filter(({ self }) => gainOf(self, standingText(self.view.articles)) < 0);
    expect(poor.length).toBeGreaterThan(0);
    for (const { self, offer, strength } of waiting)
      expect(weigh(self, offer.undertakings, PLAY[strength].words).worth).toBe(
        reckoned(self, offer.undertakings, strength),
      );
  });

  it('are taken also where they are worth less than an offer is asked to bring', () => {
    const small = answered.filter(
      ({ self, offer, strength }) =>
        strength === 'hard' && isGift(self, offer) && reckoned(self, offer.undertakings, strength) < 25,
    );
    expect(small.length).toBeGreaterThan(0);
  });
});

describe('an offer that is accepted', () => {
  it('brings what is asked for, and so is called a gain', () => {
    const accepted = answered.filter(({ turn }) => turn.command.kind === 'accept');
    expect(accepted.length).toBeGreaterThan(20);
    expect(accepted.filter(({ self, offer, strength }) => !takes(self, offer, strength))).toEqual([]);
    // Of a gift the chance that it comes due can be small.
    for (const { self, offer, strength } of accepted)
      expect(reckoned(self, offer.undertakings, strength)).toBeGreaterThan(isGift(self, offer) ? -1 : 0);
  });
});
