import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldOutFor } from '../../src/delegates/calendar.ts';
import { layoutOf, partsOf } from '../../src/delegates/layout.ts';
import { openMinds } from '../../src/delegates/mind.ts';
import { sumOf } from '../../src/delegates/normal-belief.ts';
import { heardAnswer } from '../../src/delegates/verdicts.ts';
import { BEST, type GivenAnswer, type Method, type Text } from '../../src/engine/index.ts';
import { smallScenario } from '../engine/small.ts';
import { conference as laidOut, hold } from '../bench/families/conference.ts';
import { FAMILIES, instance } from '../bench/families/instances.ts';

const long = smallScenario({ delegations: 5, articles: 5, options: 4, sessions: 20, incidents: 0 });
const conference = {
  ...long,
  sessions: long.sessions.map((session) => ({
    ...session,
    phases: ['floor', 'drafting', 'decision'] as const,
  })),
  procedure: { ...long.procedure, methods: ['silence'] as const, textsPerDecision: 2 },
};
const by = conference.delegations[2];
if (by === undefined) throw new Error('no third delegation');
const mind = openMinds(conference)[2];
if (mind === undefined) throw new Error('no third mind');
const end = conference.sessions.length - 1;
/** Two more decisions are to come. */
const first = { session: end - 2, phase: 'decision' } as const;
const last = { session: end, phase: 'decision' } as const;

const priorOf = (one: Text): number =>
  sumOf(mind.belief, { plus: partsOf(layoutOf(conference), one), minus: [] }).mean;

/** A text that it may well join or not, by what the scenario says: of those believed worth something to it, the one worth least. */
const text: Text =
  Array.from({ length: 4 ** conference.articles.length }, (_, rank) =>
    conference.articles.map((__, article) => Math.floor(rank / 4 ** article) % 4),
  )
    .filter((one) => priorOf(one) > 200)
    .toSorted((one, other) => priorOf(one) - priorOf(other))[0] ?? [];

/** What is believed of its gain by the text, after an answer. */
const gain = (
  answer: GivenAnswer['answer'],
  code: GivenAnswer['because'][number]['code'] & ('too-early' | 'better-than-no-agreement'),
  moment: typeof first | typeof last,
  method: Method = 'silence',
  tried = 0,
) => {
  const given: GivenAnswer = { by: by.id, answer, articles: [], because: [{ code }] };
  const after = heardAnswer(conference, mind, 2, given, { text, method, tried }, moment);
  return sumOf(after.belief, { plus: partsOf(layoutOf(conference), text), minus: [] });
};
const before = priorOf(text);
const held = heldOutFor(BEST - 50 * (by.reservation.min + by.reservation.max), 0, 2, 'seasoned');

describe('what an early answer tells', () => {
  it('whoever joins a text put by silence while decisions are to come gets more by it than whoever joins at the last', () => {
    expect(held).toBeGreaterThan(300);
    const early = gain('join', 'better-than-no-agreement', first).mean;
    const late = gain('join', 'better-than-no-agreement', last).mean;
    expect(late).toBeGreaterThan(before);
    expect(early).toBeGreaterThan(late);
    expect(early).toBeGreaterThan(held);
  });

  it('less is held out for once a text has failed in the same decision, and nothing in a vote', () => {
    const one = gain('join', 'better-than-no-agreement', first).mean;
    const two = gain('join', 'better-than-no-agreement', first, 'silence', 1).mean;
    const vote = gain('yes', 'better-than-no-agreement', first, 'vote').mean;
    expect(one).toBeGreaterThan(two);
    expect(two).toBeGreaterThan(vote);
    expect(vote).toBeCloseTo(gain('yes', 'better-than-no-agreement', last, 'vote').mean, 6);
  });

  it('"too early" puts the gain between nothing and what is held out for, and says so more surely', () => {
    const said = gain('object', 'too-early', first);
    expect(said.mean).toBeGreaterThan(0);
    expect(said.mean).toBeLessThan(held);
    expect(said.variance).toBeLessThan(gain('join', 'better-than-no-agreement', last).variance);
  });
});

describe('whoever stands against a text because it has promised to', () => {
  const texts = fc.tuple(...conference.articles.map(({ options }) => fc.nat(options.length - 1)));
  const saying = fc.record({
    place: fc.nat(conference.delegations.length - 1),
    text: texts,
    answer: fc.constantFrom('object' as const, 'no' as const),
    named: fc.subarray(conference.articles.map(({ id }) => id)),
    moment: fc.constantFrom(first, last),
  });
  /** Every mind before an answer and after it, for these reasons. */
  const heard = (
    { place, text: put, answer, named, moment }: typeof saying extends fc.Arbitrary<infer S> ? S : never,
    because: GivenAnswer['because'],
  ) => {
    const [unheard, seat] = [openMinds(conference)[place], conference.delegations[place]];
    if (unheard === undefined || seat === undefined) throw new Error('nobody there');
    const method = answer === 'no' ? 'vote' : 'silence';
    const given: GivenAnswer = { by: seat.id, answer, articles: named, because };
    return {
      unheard,
      taught: heardAnswer(conference, unheard, place, given, { text: put, method, tried: 0 }, moment),
    };
  };
  const promised = { code: 'promised', to: by.id } as const;

  it('tells nothing more by it: the promise has said it', () => {
    fc.assert(
      fc.property(saying, (some) => {
        const { unheard, taught } = heard(some, [promised]);
        expect(taught).toEqual(unheard);
      }),
      { numRuns: 50 },
    );
  });

  it('tells what it would have told without the promise, if it has another reason', () => {
    const reasons = fc
      .tuple(fc.boolean(), fc.subarray(conference.articles.map(({ id }) => id)))
      .map(([worse, red]): GivenAnswer['because'] => [
        ...(worse ? [{ code: 'worse-than-no-agreement' } as const] : []),
        ...red.map((article) => ({ code: 'red-line', article }) as const),
      ])
      .filter((because) => because.length > 0);
    let told = 0;
    fc.assert(
      fc.property(saying, reasons, (some, because) => {
        const alone = heard(some, because);
        if (alone.taught !== alone.unheard) told += 1;
        expect(heard(some, [...because, promised]).taught).toEqual(alone.taught);
      }),
      { numRuns: 50 },
    );
    expect(told).toBeGreaterThan(25);
  });
});

describe('the Chair of a long conference', () => {
  it('puts no text again for which it is still as early as when it failed', () => {
    const [, family] = FAMILIES;
    if (family === undefined) throw new Error('no family');
    const problem = instance(family, 3);
    const put: { readonly session: number; readonly text: string }[] = [];
    hold(laidOut(family, problem, 60), problem, 'seasoned', 'long', ({ session }, command) => {
      if (command.kind === 'put') put.push({ session, text: command.text.join() });
    });
    // Up to eight decisions before the end nothing changes for anybody but by what is said.
    const early = put.filter(({ session }) => 60 / 3 - 1 - session >= 8);
    expect(early.length).toBeGreaterThan(6);
    expect(new Set(early.map((one) => one.text)).size).toBe(early.length);
  });
});
