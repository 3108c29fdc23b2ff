import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDelegation, asOffer, METHODS, STYLES, type Event, type Reason } from '../../../src/engine/seat.ts';
import { ACTS, voice } from '../../../src/client/i18n/en/voice.ts';
import { eventText, verdictOf } from '../../../src/client/i18n/events.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { objectionsOf, offerVoice, voiceOf, wordingsOf } from '../../../src/client/i18n/voice.ts';
import { tiny } from '../../fixtures/index.ts';
import { all, changes, reasons, undertakings } from './samples.ts';

const names = namesOf(tiny);
const kest = asDelegation('KEST');
const mara = asDelegation('MARA');

type Declined = Extract<Event, { kind: 'offer-declined' }>;
type Offered = Extract<Event, { kind: 'offered' }>;
type Accepted = Extract<Event, { kind: 'offer-accepted' }>;
type Decided = Extract<Event, { kind: 'decided' }>;

const gains: readonly Reason[] = [{ code: 'gains' }];
const unbalanced: readonly Reason[] = [{ code: 'unbalanced' }];

const declined = (n: number, some: Partial<Declined> = {}): Declined => ({
  kind: 'offer-declined',
  offer: asOffer(`offer-${n}`),
  by: mara,
  parties: [kest, mara],
  because: unbalanced,
  wouldChange: [],
  ...some,
});
const offered = (n: number, some: Partial<Offered['offer']> = {}): Offered => ({
  kind: 'offered',
  offer: {
    id: asOffer(`offer-${n}`),
    from: mara,
    to: [kest],
    undertakings: [],
    open: true,
    expires: 0,
    accepted: [],
    because: gains,
    ...some,
  },
});
const accepted = (n: number): Accepted => ({
  kind: 'offer-accepted',
  offer: asOffer(`offer-${n}`),
  by: mara,
  parties: [kest, mara],
  because: gains,
});
const decided = (text: readonly number[], some: Partial<Decided> = {}): Decided => ({
  kind: 'decided',
  method: 'silence',
  text,
  adopted: false,
  answers: [{ by: mara, answer: 'object', articles: [], because: [{ code: 'too-early' }] }],
  valid: true,
  ...some,
});
const objection = (event: Decided): string | undefined => objectionsOf(names, event)[0]?.words;

const ALL = ACTS.flatMap((act) => STYLES.map((style) => ({ act, style })));

describe('the wordings', () => {
  it.each(ALL)('$act, $style: three or more, all different', ({ act, style }) => {
    const keys = wordingsOf(act, style);
    expect(keys.length).toBeGreaterThanOrEqual(3);
    expect(new Set(keys.map((key) => voice[key])).size).toBe(keys.length);
  });

  it('all of the catalog is said, and nothing is said alike in two styles of one act', () => {
    expect(new Set(ALL.flatMap(({ act, style }) => wordingsOf(act, style)))).toEqual(
      new Set(Object.keys(voice)),
    );
    for (const act of ACTS) {
      const said = STYLES.flatMap((style) => wordingsOf(act, style).map((key) => voice[key]));
      expect(said.filter((one, place) => said.indexOf(one) !== place)).toEqual([]);
    }
  });

  // What is filled in comes last, after a colon: it is a list of clauses of many kinds.
  it.each(ALL)('$act, $style: each is whole sentences around what it frames, and short', ({ act, style }) => {
    for (const key of wordingsOf(act, style)) {
      const words = voice[key];
      expect(words).toMatch(act === 'would' ? /: \{\{would\}\}\.$/u : /: \{\{why\}\}\.$/u);
      expect(words).toMatch(/^[A-Z]/u);
      expect(words.match(/:/gu)).toHaveLength(1);
      expect(words).not.toMatch(/delegation.*delegation|[“”"!]| {2}/u);
      expect(words.split(' ').length).toBeLessThanOrEqual(18);
      const gaps = [...words.matchAll(/\{\{(\w+)\}\}/gu)].map(([, gap]) => gap);
      const may = ['counter', 'accept', 'decline'].includes(act) ? ['other', 'why'] : ['why', 'would'];
      expect(gaps.filter((gap) => gap === undefined || !may.includes(gap))).toEqual([]);
    }
  });

  // A frame that said any of this would give a reason, a threat or a promise of its own.
  it('state no reasons, threats or promises', () => {
    for (const words of Object.values(voice))
      expect(words).not.toMatch(
        /red line|trust|worse|better|too early|enough|consequence|sanction|promise|will support|next time|capital/iu,
      );
  });
});

const place = fc.integer({ min: 1, max: 10_000 });

describe('what is said', () => {
  it('has no gap and keeps every reason and every change, whatever they are', () => {
    fc.assert(
      fc.property(
        place,
        fc.subarray([...all(reasons)], { minLength: 1, maxLength: 3 }),
        fc.subarray([...all(changes)], { maxLength: 3 }),
        (n, because, wouldChange) => {
          const event = declined(n, { because, wouldChange });
          const said = voiceOf(names, event);
          fc.pre(said !== undefined);
          expect(said).toMatch(/^“[A-Z][^“”]*\.”$/u);
          expect(said).not.toMatch(/\{\{|\}\}|undefined|voice[.:]|\.\./u);
          expect(eventText(names, event)).toContain(said);
        },
      ),
    );
  });

  it('is the same for the same event', () => {
    fc.assert(
      fc.property(place, (n) => {
        for (const make of [declined, offered, accepted])
          expect(eventText(namesOf(structuredClone(tiny)), make(n))).toBe(eventText(names, make(n)));
      }),
    );
  });

  it('differs between offers of one delegation that follow on each other, and answers to them', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 6 }), (n, on) => {
        for (const make of [declined, offered, accepted])
          expect(voiceOf(names, make(n))).not.toBe(voiceOf(names, make(n + on)));
      }),
    );
  });

  it('differs between a counter-offer and the next', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 3 }), (n, on) => {
        const counter = (at: number) =>
          offered(at, { answers: asOffer('offer-1'), because: unbalanced }).offer;
        expect(offerVoice(names, counter(n))).not.toBe(offerVoice(names, counter(n + on)));
      }),
    );
  });

  it('differs between objections to a text and to the next, which is otherwise in one article or put otherwise', () => {
    const option = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(option, option, option, fc.integer({ min: 1, max: 5 }), (a, b, c, step) => {
        expect(objection(decided([a, b, c]))).not.toBe(objection(decided([a, b + step, c])));
        const put = METHODS.map((method) => objection(decided([a, b, c], { method })));
        expect(new Set(put).size).toBe(METHODS.length);
      }),
    );
  });

  it('differs between delegations of one style that object to one text', () => {
    const [first, ...others] = tiny.delegations;
    const alike = namesOf({
      ...tiny,
      delegations: [first, ...others].flatMap((one) =>
        one === undefined ? [] : [{ ...one, style: 'quiet' }],
      ),
    });
    const event = decided([1, 1, 1], {
      answers: tiny.delegations.map(({ id }) => ({
        by: id,
        answer: 'object',
        articles: [],
        because: [{ code: 'too-early' }],
      })),
    });
    const words = objectionsOf(alike, event).map((one) => one.words);
    expect(new Set(words).size).toBe(tiny.delegations.length);
  });
});

describe('whoever gives no reasons is not quoted', () => {
  it('offers, answers, decisions', () => {
    expect(offerVoice(names, offered(1, { because: [] }).offer)).toBeUndefined();
    expect(voiceOf(names, declined(1, { because: [] }))).toBeUndefined();
    const silent = decided([1, 1, 1], {
      answers: [{ by: mara, answer: 'object', articles: [], because: [] }],
    });
    expect(objectionsOf(names, silent)).toEqual([{ by: mara, words: undefined }]);
    expect(eventText(names, silent)).toBe(verdictOf(names, silent));
  });

  // It declines in order to counter, which tells why.
  it('nor whoever declines what serves it', () => {
    expect(voiceOf(names, declined(1, { because: gains }))).toBeUndefined();
  });

  it('nor a text that was adopted against some', () => {
    expect(objectionsOf(names, decided([1, 1, 1], { method: 'vote', adopted: true }))).toEqual([]);
  });
});

it('of a vote it is said how many were for a text, and once each who was against it or abstained', () => {
  const [one, other, third] = tiny.delegations.map(({ id }) => id);
  if (one === undefined || other === undefined || third === undefined) throw new Error('too few');
  const given = (by: typeof one, answer: 'yes' | 'no' | 'abstain') =>
    ({ by, answer, articles: [], because: [] }) as const;
  const answers = [given(one, 'yes'), given(other, 'no'), given(third, 'abstain')];
  const votes = (some: Partial<Decided>): string =>
    eventText(names, decided([1, 1, 1], { method: 'vote', answers, ...some }));
  const [against, abstaining] = [names.delegation(other), names.delegation(third)];
  expect(votes({ adopted: true })).toBe(
    `The gavel falls: adopted by vote. In favour: 1 delegation. Against: ${against}. Abstaining: ${abstaining}.`,
  );
  expect(votes({ adopted: false })).toBe(
    `The gavel falls: not adopted. Against: ${against}. In favour: 1 delegation. Abstaining: ${abstaining}.`,
  );
  expect(votes({ adopted: true, answers: [given(one, 'yes'), given(other, 'yes')] })).toBe(
    'The gavel falls: adopted by vote. In favour: 2 delegations.',
  );
  expect(votes({ valid: false })).not.toContain('In favour');
});

it('whoever will not stand against a text says of the text, not of the package, that it is better than no agreement', () => {
  const because: readonly Reason[] = [{ code: 'better-than-no-agreement' }, { code: 'too-early' }];
  expect(voiceOf(names, declined(1, { because }))).toContain(
    'we would rather have such a text than no agreement and it is early; we expect better',
  );
  expect(offerVoice(names, offered(1, { because }).offer)).toContain('better than no agreement and');
});

it('an offer to stop a text names its provisions once where its terms are told, and where they are not in its reason', () => {
  const containing = undertakings.oppose[0]?.containing ?? [];
  const [provision] = containing;
  if (provision === undefined) throw new RangeError('no provision');
  const tolv = asDelegation('TOLV');
  const ring = [mara, kest, tolv];
  const event = offered(1, {
    to: [kest, tolv],
    because: [{ code: 'builds-minority', with: [kest, tolv], containing }],
    undertakings: ring.map((by, turn) => ({
      kind: 'oppose',
      by,
      to: ring[(turn + 1) % ring.length] ?? by,
      containing,
    })),
  });
  const told = (said: string): number => said.split(names.provision(provision)).length - 1;
  expect(told(eventText(names, event, new Map()))).toBe(1);
  expect(eventText(names, event, new Map())).toContain('likelier to stop such a text');
  expect(told(eventText(names, event))).toBe(1);
});

it('of many objectors the reasons are listed, and each is quoted by itself', () => {
  const answers = [...tiny.delegations, ...tiny.delegations].map(({ id }) => ({
    by: id,
    answer: 'object' as const,
    articles: [],
    because: [{ code: 'too-early' } as const],
  }));
  const event = decided([1, 1, 1], { answers });
  expect(eventText(names, event)).not.toContain('“');
  expect(eventText(names, event)).toContain('(it is early; we expect better)');
  expect(objectionsOf(names, event).every(({ words }) => words !== undefined)).toBe(true);
});

// To be read aloud when a wording changes.
it('samples', () => {
  const heard = STYLES.flatMap((style) => {
    const alike = namesOf({ ...tiny, delegations: tiny.delegations.map((one) => ({ ...one, style })) });
    const [against] = objectionsOf(alike, decided([1, 1, 1]));
    const acts = [offered(2), offered(2, { answers: asOffer('offer-1'), because: unbalanced }), accepted(2)];
    const words = [
      ...acts.map((event) => voiceOf(alike, event)),
      voiceOf(alike, declined(2)),
      against?.words,
    ];
    return [style, ...words];
  });
  expect(`\n${heard.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    principled
    “Our grounds, so that they are known to those we address: it serves us.”
    “We thank the Kestria delegation, and reply with a proposal of our own: we would give more than we get.”
    “We thank the Kestria delegation, and give our consent: it serves us.”
    “My delegation wishes to be clear that it cannot accept: we would give more than we get.”
    “We have examined this, and record our dissent: it is early; we expect better.”
    trader
    “A proposal, plainly put. As we see it: it serves us.”
    “We come back to the Kestria delegation with other terms: we would give more than we get.”
    “That suits us. Agreed: it serves us.”
    “We appreciate the approach, but do not take the terms: we would give more than we get.”
    “We pass on this: it is early; we expect better.”
    bridge-builder
    “We would like to explore this together. As we see it: it serves us.”
    “In the hope of common ground with the Kestria delegation, we propose a variation: we would give more than we get.”
    “With appreciation for the offer, we accept it: it serves us.”
    “We have looked for a yes, and have not found one in this offer: we would give more than we get.”
    “We thank all who worked on this, and regret that we do not agree: it is early; we expect better.”
    patient
    “It may be of use if my delegation explains what it proposes: it serves us.”
    “On reflection, my delegation would put the matter differently: we would give more than we get.”
    “We would have the Kestria delegation know that we agree, on this consideration: it serves us.”
    “My delegation is grateful for the proposal, and is unable to agree to it: we would give more than we get.”
    “On careful consideration, my delegation does not agree: it is early; we expect better.”
    reciprocal
    “We have something to ask and something to explain. Our reasoning: it serves us.”
    “Frankness is owed on both sides, so this is why our terms differ: we would give more than we get.”
    “Our hand on it: it serves us.”
    “We thank you for asking us. Frankly, no: we would give more than we get.”
    “You deserve to hear why we say no: it is early; we expect better.”
    quiet
    “A word on why we offer it: it serves us.”
    “Thank you. Our terms differ: we would give more than we get.”
    “So be it: it serves us.”
    “We thank the Kestria delegation, and decline: we would give more than we get.”
    “Not with us: it is early; we expect better.”
    "
  `);
});
