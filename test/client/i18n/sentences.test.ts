import { describe, expect, it } from 'vitest';
import { asDelegation, type Event, type Refusal, type Undertaking } from '../../../src/engine/seat.ts';
import { termsText } from '../../../src/client/i18n/deal-events.ts';
import { eventText } from '../../../src/client/i18n/events.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { code } from '../../../src/client/i18n/index.ts';
import { reasonText, refusalText, undertakingText, wouldText } from '../../../src/client/i18n/sentences.ts';
import { tiny } from '../../fixtures/index.ts';
import { all, changes, events, reasons, refusals, undertakings } from './samples.ts';

const names = namesOf(tiny);

/** Said in words: no gap left open, no key or code shown for want of a message, no identity instead of a name. */
const expectWords = (said: string, about: string): void => {
  expect(said.trim(), about).not.toBe('');
  expect(said, about).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/u);
  expect(said, about).not.toMatch(
    /(?:^|[\s(“])(?:codes|ui|table|refused|reason|would|event|undertaking|responded|why|when|stance|answer|method|fault|holder)[.:]\S/u,
  );
  expect(said, about).not.toMatch(/\b(?:KEST|MARA|TOLV|SHIELD|FUND|PROOF)\b|\b(?:offer|pledge|deal)-\d/u);
  expect(said, about).not.toMatch(/,\s*,|\(\s*\)|“”|\s{2,}/u);
};

const saidBy = <T extends object>(samples: readonly T[], say: (one: T) => string): void => {
  for (const one of samples) expectWords(say(one), JSON.stringify(one).slice(0, 160));
};

describe('every code has its sentence', () => {
  it('refusals', () => saidBy(all(refusals), (one) => refusalText(names, one)));
  it('reasons', () => saidBy(all(reasons), (one) => reasonText(names, one)));
  it('what would change a mind', () => saidBy(all(changes), (one) => wouldText(names, one)));
  it('undertakings', () => saidBy(all(undertakings), (one: Undertaking) => undertakingText(names, one)));
  it.each(Object.entries(events))('event: %s', (_kind, samples) => {
    saidBy<Event>(samples, (one) => eventText(names, one));
  });
});

describe('different facts are told differently', () => {
  const told = <T>(samples: readonly T[], say: (one: T) => string): number => new Set(samples.map(say)).size;

  it('refusals', () => {
    const one = Object.values(refusals).flatMap((samples: readonly Refusal[]) => samples.slice(0, 1));
    expect(told(one, (refusal) => refusalText(names, refusal))).toBe(one.length);
  });
  it('the states of a promise', () => {
    // A promise is never settled as open.
    const settled = events['promise-settled'].filter(({ state }) => state !== 'open');
    expect(told(settled, (event) => eventText(names, event))).toBe(settled.length);
  });
  it('what matters most, and in which order', () => {
    const orders = [[], ['SHIELD'], ['SHIELD', 'FUND'], ['FUND', 'SHIELD']];
    const ids = orders.map((order) =>
      order.flatMap((id) => tiny.articles.find((one) => one.id === id)?.id ?? []),
    );
    const spoke = events.spoke
      .slice(0, 1)
      .flatMap((event) => ids.map((priorities) => ({ ...event, priorities })));
    expect(ids.flat()).toHaveLength(5);
    expect(told(spoke, (event) => eventText(names, event))).toBe(spoke.length);
  });
  it('stances', () => {
    const taken = events['position-taken'];
    expect(told(taken, (event) => eventText(names, event))).toBe(taken.length);
  });
  it('ways in which a conference ends', () => {
    expect(told(events.closed, (event) => eventText(names, event))).toBe(events.closed.length);
  });
  it('what rumours say of an incident', () => {
    const struck = events['incident-struck'];
    expect(told(struck, (event) => eventText(names, event))).toBe(struck.length);
  });
  it('with whom evidence is shared', () => {
    const shared = events.responded.filter(({ response }) => response.kind === 'share');
    expect(told(shared, (event) => eventText(names, event))).toBe(shared.length);
  });
});

describe('who and what is meant is named', () => {
  const known = new Map(events.offered.map(({ offer }) => [String(offer.id), offer]));
  const [counted] = undertakings.tokens;

  it('whoever was right is not told to have accused, and the accused is', () => {
    const [up, down] = events['trust-moved'].filter(({ why }) => why.code === 'accused');
    expect(up === undefined ? '' : eventText(names, up)).toContain('was right about');
    expect(down === undefined ? '' : eventText(names, down)).toContain('an accusation over');
  });
  it('an answer names the offer where it is known, and says “an offer” where not', () => {
    for (const event of [...events['offer-accepted'], ...events['offer-declined']]) {
      expect(eventText(names, event)).toContain('an offer');
      expect(eventText(names, event, known)).toContain('the offer of');
    }
    for (const event of events['offer-lapsed'])
      expect(eventText(names, event, known)).toContain('has lapsed (');
  });
  it('what several promise in the same words is told once, with all their names', () => {
    const [kest, mara, tolv] = (['KEST', 'MARA', 'TOLV'] as const).map(asDelegation);
    const [against] = undertakings.oppose;
    const [funds] = undertakings.tokens;
    if (kest === undefined || mara === undefined || tolv === undefined) throw new RangeError('three states');
    if (against === undefined || funds === undefined) throw new RangeError('a promise and a gift');
    const ring = [
      { ...against, by: kest, to: mara },
      { ...against, by: mara, to: tolv },
      { ...against, by: tolv, to: kest },
    ];
    const promise = undertakingText(names, against);
    const [a, b, c] = [kest, mara, tolv].map(names.delegation);
    expect(termsText(names, ring)).toBe(`${a}, ${b}, and ${c} each: ${promise}`);
    // What somebody gives besides stays its own.
    const gift = { ...funds, by: mara, to: kest };
    expect(termsText(names, [...ring, gift])).toBe(
      `${a}, ${b}, and ${c} each: ${promise}; ${b}: ${undertakingText(names, gift)}`,
    );
    // Tokens are counted: two who give the same have given twice.
    expect(termsText(names, [gift, { ...gift, by: tolv }])).toContain(`; ${c}: `);
  });
  it('what nothing would change is not told as negotiable', () => {
    const [event] = events['offer-declined'];
    const hopeless = event === undefined ? '' : eventText(names, { ...event, wouldChange: changes.nothing });
    expect(hopeless).toContain('Nothing would change its mind');
    expect(hopeless).not.toContain('would change that');
  });
  it('several things that would do are alternatives, and say for whom', () => {
    const [event] = events['offer-declined'];
    const said =
      event === undefined
        ? ''
        : eventText(names, { ...event, wouldChange: [...changes.tokens, ...changes.concession] });
    expect(said).toMatch(/ for us or .* for us\.”$/u);
  });
  it('one token is one of several', () => {
    const one = counted === undefined ? '' : undertakingText(names, { ...counted, amount: 1 });
    expect(one).toMatch(/^1 of its /u);
    const mine = counted === undefined ? '' : undertakingText(names, { ...counted, amount: 1 }, true);
    expect(mine).toMatch(/^1 of your /u);
  });
  it('a name that ends with a full stop does not get a second one', () => {
    expect(code('event.replied', { by: 'A', to: 'B', tone: 'infra.' })).not.toContain('..');
    expect(code('why.cited', { article: 'infra.' })).toContain('infra.”');
    expect(code('event.cites', { articles: '“infra.”' })).toBe('It refers to “infra.”');
  });
});

it('a word that is missing is noticed', () => {
  expect(() => expectWords('refused.no-such-thing', 'planted')).toThrow(/planted/u);
  expect(() => expectWords('Not enough {{token}}.', 'planted')).toThrow(/planted/u);
  expect(() => expectWords('MARA speaks', 'planted')).toThrow(/planted/u);
});
