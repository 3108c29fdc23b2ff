import { describe, expect, it } from 'vitest';
import {
  asDeal,
  asOffer,
  asPromise,
  type Mandate,
  type Pledge,
  type State,
  type Undertaking,
} from '../../../src/engine/index.ts';
import { art, funds, given, offerOf, one, three, training, two, type Game } from '../../engine/given.ts';
import { bluffing, invented } from '../play.ts';
import { quietWorld, rows, wanting } from '../situation.ts';
import {
  momentIn,
  momentInstead,
  momentsByAll,
  momentsIn,
  scenarioIn,
  statedIn,
  type Moment,
} from './stated.ts';
import { expectAllSo, THEMES } from './table.ts';

const line = (article: number, option: number) => ({ article: art(article), option });
const now = { on: 'now' } as const;
const pay = (amount: number, by = one): Undertaking => ({
  kind: 'tokens',
  by,
  to: by === one ? two : one,
  token: funds,
  amount,
  when: now,
});
const deed: Undertaking = { kind: 'deed', by: two, to: one, concession: training, when: now };

const pledged = (undertaking: Undertaking): Partial<State> => ({
  pledges: [
    { id: asPromise('promise-1'), deal: asDeal('deal-1'), undertaking, state: 'open', open: true },
  ] satisfies readonly Pledge[],
});

interface Barred {
  readonly word: Undertaking;
  readonly mandate?: Partial<Mandate>;
  readonly change?: Partial<State>;
}

/** Words that the first delegation must not give at any price. */
const BARRED: readonly Barred[] = [
  {
    word: { kind: 'position', by: one, to: two, provision: line(1, 2), stance: 'accept' },
    mandate: { redLines: [line(1, 2)] },
  },
  // The draft, which has option 2 of the third article.
  {
    word: { kind: 'join', by: one, to: two, containing: [line(1, 2)] },
    mandate: { redLines: [line(2, 2)] },
  },
  {
    word: { kind: 'position', by: one, to: two, provision: line(1, 2), stance: 'support' },
    change: pledged({ kind: 'position', by: one, to: three, provision: line(1, 1), stance: 'support' }),
  },
  {
    word: { kind: 'oppose', by: one, to: two, containing: [line(0, 1)] },
    change: pledged({ kind: 'join', by: one, to: three, containing: [line(1, 2)] }),
  },
  { word: { kind: 'join', by: one, to: two, containing: [line(0, 1)] }, mandate: { reservation: 1 } },
  {
    word: { kind: 'oppose', by: one, to: two, containing: [line(0, 1)] },
    mandate: { table: rows({ 1: [0, 0, 0, 101] }) },
  },
];

/** A package of two lies on the table; whoever has it may offer so much more in this corridor. Training is worth 2000 to the first. */
const lying = (
  undertakings: readonly Undertaking[],
  {
    from = two,
    offers = 1,
    mandate = {},
    change = {},
  }: {
    readonly from?: typeof one;
    readonly offers?: number;
    readonly mandate?: Partial<Mandate>;
    readonly change?: Partial<State>;
  } = {},
): Game =>
  wanting(
    given({}, (small) => ({ ...small, procedure: { ...small.procedure, offersPerCorridor: offers } })).at(
      'corridor',
    ),
    0,
    { tokenWorth: [20, 10], gains: [0, 2000], ...mandate },
  ).with((state) => ({
    ...state,
    tokens: state.tokens.map(() => [9, 9]),
    offers: [
      {
        id: asOffer('offer-1'),
        from,
        to: [from === one ? two : one],
        undertakings,
        open: false,
        expires: 2,
        accepted: [],
        because: [],
      },
    ],
    ...change,
  }));

const barred = BARRED.flatMap(({ word, ...rest }) => {
  const all = [deed, pay(1), word];
  return [
    momentIn(lying(all, rest), one),
    momentIn(lying(all, { ...rest, offers: 9 }), one),
    momentIn(lying(all, { ...rest, from: one }), one),
  ];
});

/** Of little trust: a word of the second's that would move twelve hundredths of ten points, and what the first pays for it. */
const mistrusted = (undertakings: readonly Undertaking[], trust = 20): readonly Moment[] =>
  momentIn(
    lying(undertakings, {
      mandate: { table: rows({ 1: [0, 0, 1000, 0] }), tokenWorth: [20, 30] },
      change: { trust: given().state.trust.map((row) => row.map(() => trust)) },
    }),
    one,
  );
const word = { kind: 'position', by: two, to: one, provision: line(1, 2), stance: 'support' } as const;
const doubted = mistrusted([word, pay(2)]);

/** Whoever has just broken its word offers a little for nothing. */
const fromBreaker = (
  undertakings: readonly Undertaking[],
  mandate: Partial<Mandate> = {},
): readonly Moment[] => {
  const game = lying([], {
    mandate,
    change: { ...pledged({ ...word, provision: line(2, 3) }), offers: [] },
  });
  game
    .when(two, { kind: 'position', positions: [{ ...line(2, 3), stance: 'object' }] })
    .gives('promise-settled');
  return momentIn(game.when(two, offerOf([one], undertakings)), one);
};
const resented = fromBreaker([pay(1, two)]);

/** The training that is offered has been given to somebody else, of which the first knows nothing. */
const secretlyGone = momentInstead(
  lying([deed, pay(1)], {
    change: {
      deeds: [{ by: two, to: three, concession: training, session: 0 }] as unknown as State['deeds'],
    },
  }),
  one,
);

const takenBack = momentIn(
  lying([deed, pay(2)], { from: one, mandate: { gains: [0, 200], tokenWorth: [20, 150] } }),
  one,
);

const worthSome = quietWorld().table.scenario.tracks.flatMap(({ points }) => points.map(() => 150));
/** In a room of two with something to agree. */
const inTheRoom = momentIn(
  wanting(quietWorld().at('corridor'), 0, { points: worthSome }).with((state) => ({
    ...state,
    tracks: state.tracks.map((track, place) => (place === 0 ? { ...track, present: [one, two] } : track)),
  })),
  one,
);

const bluffed = [
  ...momentsByAll(bluffing(invented('a')), 'packages'),
  // A word is bought in it that the giver seems to want too.
  ...momentsIn(bluffing(invented('b')), 'reasons/gentle', 'gentle'),
  ...momentsIn(bluffing(scenarioIn('class-45')), 'packages', 'hard'),
];
const played = [
  ...bluffed,
  ...momentsByAll(invented('b'), 'packages'),
  // A word is asked for in it that crosses a red line of whoever asks.
  ...momentsIn(scenarioIn('class-45'), 'reasons/hard', 'hard'),
  // A minority is built in it, as in many a game with votes: all that comes later is left out.
  ...momentsIn(scenarioIn('crime-convention'), '1/5', 'seasoned', 160),
];

describe('what is said of a package', () => {
  it('is so, and each reason of a package is met', () => {
    expectAllSo(
      [...barred, doubted, resented, secretlyGone, takenBack, inTheRoom, played].flat(),
      THEMES.packages,
    );
  });

  it('is met in games too, of bluffers as of others', () => {
    const codes = (moments: readonly Moment[]): readonly string[] =>
      statedIn(moments.filter(({ act }) => act === 'decline' || act === 'counter' || act === 'offer')).map(
        ({ reason }) => reason.code,
      );
    for (const moments of [played, bluffed])
      expect(codes(moments)).toEqual(
        expect.arrayContaining([
          'unbalanced',
          'not-enough',
          'article-helps',
          'matters-more',
          'needs',
          'gains',
        ]),
      );
    expect(bluffed.every(({ self }) => self.delegation.bluff === 60)).toBe(true);
  });
});

describe('little trust', () => {
  const said = (moments: readonly Moment[]): readonly string[] =>
    moments.flatMap(({ act, said: reasons }) =>
      act === 'decline' ? reasons.map(({ code }) => code) : [act],
    );

  it('is a reason where a promise would be worth more with more of it', () => {
    expect(said(doubted)).toEqual(['unbalanced', 'low-trust']);
    expect(said(mistrusted([word, pay(2)], 50))).toEqual(['accept']);
  });

  it('is none of a loss by what is handed over, nor of what is barred', () => {
    expect(said(mistrusted([pay(1, two), pay(2)]))).toEqual(['unbalanced']);
    const own: Undertaking = { kind: 'position', by: one, to: two, provision: line(0, 1), stance: 'support' };
    const game = lying([word, own], {
      mandate: { table: rows({ 1: [0, 0, 1000, 0] }), redLines: [line(0, 1)] },
      change: { trust: given().state.trust.map((row) => row.map(() => 20)) },
    });
    expect(said(momentIn(game, one))).toEqual(['red-line']);
  });
});

describe('a broken word', () => {
  it('is a reason where it asks more for it, and none of what is barred', () => {
    expect(resented[0]?.said).toEqual([{ code: 'not-enough' }, { code: 'broken-promise', by: two }]);
    const own: Undertaking = { kind: 'position', by: one, to: two, provision: line(0, 1), stance: 'support' };
    expect(fromBreaker([pay(1, two), own], { redLines: [line(0, 1)] })[0]?.said).toEqual([
      { code: 'red-line', article: art(0) },
    ]);
  });
});

describe('what a machine offers', () => {
  const offers = played.flatMap((at) =>
    at.command.kind === 'offer' && at.act === 'offer' && at.command.to.length === 1
      ? [{ at, command: at.command }]
      : [],
  );

  it('asks no price of whoever is only asked', () => {
    expect(offers.length).toBeGreaterThan(50);
    expect(
      offers.filter(
        ({ at: { me }, command }) =>
          command.undertakings.some((item) => item.kind === 'tokens' && item.by !== me) &&
          !command.undertakings.some((item) => item.by === me),
      ),
    ).toEqual([]);
  });

  it('is not offered again to whoever has declined it, nor asked for after it was said to be given away', () => {
    const again = offers.flatMap(({ at: { view, me }, command }) => {
      const events = view.log.flatMap((chapter) => chapter.events);
      return events.flatMap((event) => {
        if (event.kind !== 'offer-declined' || !command.to.includes(event.by)) return [];
        const first = events.find((other) => other.kind === 'offered' && other.offer.id === event.offer);
        const same =
          first?.kind === 'offered' &&
          first.offer.from === me &&
          first.offer.to.length === 1 &&
          JSON.stringify(first.offer.undertakings) === JSON.stringify(command.undertakings);
        const gone = command.undertakings.some(
          (item) =>
            item.kind === 'deed' &&
            item.by === event.by &&
            event.because.some(
              (reason) => reason.code === 'given-elsewhere' && reason.what === item.concession,
            ),
        );
        return same || gone ? [{ command, event }] : [];
      });
    });
    expect(again).toEqual([]);
  });
});
