import { describe, expect, it } from 'vitest';
import type { Event, Refusal, Undertaking } from '../../../src/engine/seat.ts';
import { eventText } from '../../../src/client/i18n/events.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { reasonText, refusalText, undertakingText, wouldText } from '../../../src/client/i18n/sentences.ts';
import { tiny } from '../../fixtures/index.ts';
import { all, changes, events, reasons, refusals, undertakings } from './samples.ts';

const names = namesOf(tiny);

/** Said in words: no gap left open, no key or code shown for want of a message, no identity instead of a name. */
const expectWords = (said: string, code: string): void => {
  expect(said.trim(), code).not.toBe('');
  expect(said, code).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/u);
  expect(said, code).not.toMatch(
    /(?:^|[\s(“])(?:codes|ui|table|refused|reason|would|event|undertaking|responded|why|when|stance|answer|method|fault|holder)[.:]\S/u,
  );
  expect(said, code).not.toMatch(/\b(?:KEST|MARA|TOLV|SHIELD|FUND|PROOF)\b|\b(?:offer|pledge|deal)-\d/u);
  expect(said, code).not.toMatch(/,\s*,|\(\s*\)|“”|\s{2,}/u);
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

it('a word that is missing is noticed', () => {
  expect(() => expectWords('refused.no-such-thing', 'planted')).toThrow(/planted/u);
  expect(() => expectWords('Not enough {{token}}.', 'planted')).toThrow(/planted/u);
  expect(() => expectWords('MARA speaks', 'planted')).toThrow(/planted/u);
});
