import { describe, expect, it } from 'vitest';
import { isRefused, saidGone } from '../../src/delegates/refusals.ts';
import { view } from '../../src/engine/index.ts';
import { asOffer, type Event, type Offer, type Undertaking, type View } from '../../src/engine/seat.ts';
import { funds, given, one, three, training, two, visas } from '../engine/given.ts';

const pay = (amount: number): Undertaking => ({
  kind: 'tokens',
  by: one,
  to: two,
  token: funds,
  amount,
  when: { on: 'now' },
});
const ask = (concession = visas): Undertaking => ({
  kind: 'deed',
  by: two,
  to: one,
  concession,
  when: { on: 'now' },
});

/** D0's view after it has asked D1, and others, for a package, and this came of it. */
const after = (what: readonly Undertaking[], then: 'declined' | 'lapsed', to = [two]): View => {
  const game = given().at('corridor');
  const seen = view(game.table, game.state, one);
  const id = asOffer('asked');
  const offer: Offer = {
    id,
    from: one,
    to,
    undertakings: what,
    open: false,
    expires: 2,
    accepted: [],
    because: [],
  };
  const parties = [one, ...to];
  const event: Event =
    then === 'lapsed'
      ? { kind: 'offer-lapsed', offer: id, parties }
      : {
          kind: 'offer-declined',
          offer: id,
          by: two,
          parties,
          because: [{ code: 'given-elsewhere', what: visas }],
          wouldChange: [],
        };
  const last = seen.log.at(-1) ?? { session: 0, phase: 'corridor', events: [] };
  return {
    ...seen,
    log: [...seen.log.slice(0, -1), { ...last, events: [...last.events, { kind: 'offered', offer }, event] }],
  };
};

describe('a package that somebody has refused', () => {
  const seen = after([pay(1), ask()], 'declined');

  it('is the same, and every one that gives no more and asks no less', () => {
    expect(isRefused(seen, two, [pay(1), ask()])).toBe(true);
    expect(isRefused(seen, two, [ask()])).toBe(true);
    expect(isRefused(seen, two, [pay(1), ask(), ask(training)])).toBe(true);
  });

  it('is none that gives more, asks less, or is for somebody else', () => {
    expect(isRefused(seen, two, [pay(2), ask()])).toBe(false);
    expect(isRefused(seen, two, [pay(1), ask(training)])).toBe(false);
    expect(isRefused(seen, three, [pay(1), ask()])).toBe(false);
  });

  it('is one that it let lapse, if nobody else was asked', () => {
    expect(isRefused(after([pay(1), ask()], 'lapsed'), two, [pay(1), ask()])).toBe(true);
    const several = after([pay(1), { ...pay(1), to: three }], 'lapsed', [two, three]);
    expect(isRefused(several, two, [pay(1), { ...pay(1), to: three }])).toBe(false);
  });
});

it('what somebody has said to be given away is known of it alone', () => {
  const seen = after([pay(1), ask()], 'declined');
  expect(saidGone(seen, two, visas)).toBe(true);
  expect(saidGone(seen, three, visas)).toBe(false);
  expect(saidGone(seen, two, training)).toBe(false);
});
