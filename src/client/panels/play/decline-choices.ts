import type {
  DelegationId,
  Mandate,
  Offer,
  Own,
  Reason,
  Scenario,
  Text,
  Undertaking,
  View,
  WouldChange,
} from '../../../engine/seat.ts';
import { changeBy, furthered, textWith } from './change.ts';

/** Reasons, and changes of mind, that can be given at most: as many as AI delegations give. */
export const MOST_SAID = 3;

/** What cannot be done at all, and what one holds against whoever asks: reasons that the table shows to be true. */
export const declineFacts = (
  scenario: Scenario,
  { deeds, pending, pledges, log }: Pick<View, 'deeds' | 'pending' | 'pledges' | 'log'>,
  { delegation: me, tokens }: Pick<Own, 'delegation' | 'tokens'>,
  { from, undertakings }: Pick<Offer, 'from' | 'undertakings'>,
): readonly Reason[] => {
  const given = new Set(
    [
      ...deeds.filter(({ by }) => by === me),
      ...[
        ...pending,
        ...pledges.filter(({ state }) => state === 'open').map((one) => one.undertaking),
      ].flatMap((item) => (item.by === me && (item.kind === 'deed' || item.kind === 'later') ? [item] : [])),
    ].map(({ concession }) => concession),
  );
  const mine = undertakings.filter(({ by }) => by === me);
  const asked = new Set(
    mine.flatMap((item) => (item.kind === 'deed' || item.kind === 'later' ? [item.concession] : [])),
  );
  const short = scenario.tokens.filter(
    ({ id }, place) =>
      mine.reduce((sum, item) => (item.kind === 'tokens' && item.token === id ? sum + item.amount : sum), 0) >
      (tokens[place] ?? 0),
  );
  const wronged = log.some(({ events }) =>
    events.some(
      (event) =>
        event.kind === 'promise-settled' && event.state === 'broken' && event.by === from && event.to === me,
    ),
  );
  return [
    ...[...asked].filter((id) => given.has(id)).map((what): Reason => ({ code: 'given-elsewhere', what })),
    ...short.map(({ id }): Reason => ({ code: 'not-enough-tokens', token: id })),
    ...(wronged ? [{ code: 'broken-promise', by: from } as const] : []),
  ];
};

/**
 * Reasons that are true of an offer and can be given for declining it, the likeliest first. Without figures: those are one's own.
 * The last four fit any offer.
 */
export const declineReasons = (
  scenario: Scenario,
  mandate: Mandate,
  text: Text,
  offer: Pick<Offer, 'from' | 'undertakings'>,
): readonly Reason[] => {
  const wanted = furthered(offer.undertakings);
  const after = textWith(scenario, text, wanted);
  const touched = [...new Set(wanted.map(({ article }) => article))];
  const crossed = touched.filter((article) => {
    const place = scenario.articles.findIndex(({ id }) => id === article);
    return mandate.redLines.some((line) => line.article === article && line.option === after[place]);
  });
  const hurting = touched.filter((article) => {
    const ofArticle = wanted.filter((provision) => provision.article === article);
    return !crossed.includes(article) && changeBy(scenario, mandate, text, ofArticle) < 0;
  });
  return [
    ...crossed.map((article): Reason => ({ code: 'red-line', article })),
    ...hurting.map((article): Reason => ({ code: 'article-hurts', article })),
    { code: 'unbalanced' },
    { code: 'not-enough' },
    { code: 'too-early' },
    { code: 'low-trust', towards: offer.from },
  ];
};

/** More of somebody's tokens than this is a package of its own. */
const MORE_TOKENS = 3;

/** What can be named as changing one's mind: something asked of oneself left out or made less, something more from them, another day, nothing. */
export const declineChanges = (
  scenario: Scenario,
  me: DelegationId,
  { from, undertakings }: Pick<Offer, 'from' | 'undertakings'>,
): readonly WouldChange[] => {
  const offered = undertakings.flatMap((item) =>
    item.by === from && (item.kind === 'deed' || item.kind === 'later') ? [item.concession] : [],
  );
  // A point binds both sides, whoever of them is named first.
  const mine = undertakings.filter((item) => item.by === me || (item.kind === 'point' && item.to === me));
  const had = scenario.delegations.find(({ id }) => id === from)?.tokens;
  return [
    ...once(mine.flatMap(lighter)),
    ...scenario.concessions
      .filter(
        ({ id, givers }) => !offered.includes(id) && givers.some(({ delegation }) => delegation === from),
      )
      .map(({ id }): WouldChange => ({ kind: 'concession', concession: id })),
    ...scenario.tokens.flatMap(({ id: token }, place) =>
      upTo(Math.min(MORE_TOKENS, had?.[place]?.max ?? 0)).map((amount): WouldChange => ({
        kind: 'tokens',
        token,
        amount,
      })),
    ),
    { kind: 'later' },
    { kind: 'nothing' },
  ];
};

const upTo = (most: number): readonly number[] =>
  Array.from({ length: Math.max(0, most) }, (_, place) => place + 1);

/** The package without something that is asked, or with less of it. */
const lighter = (item: Undertaking): readonly WouldChange[] => {
  switch (item.kind) {
    case 'position':
      return [{ kind: 'not-provision', provision: item.provision }];
    case 'join': {
      const { containing } = item;
      const each = containing.map((provision): WouldChange => ({ kind: 'not-provision', provision }));
      return [{ kind: 'without-join', containing }, ...(each.length > 1 ? each : [])];
    }
    case 'oppose':
      return [{ kind: 'without-oppose', containing: item.containing }];
    case 'tokens': {
      const { token, amount } = item;
      const fewer = upTo(amount - 1).toReversed();
      return [
        ...fewer.map((most): WouldChange => ({ kind: 'fewer-tokens', token, amount: most })),
        { kind: 'without-tokens', token },
      ];
    }
    case 'deed':
    case 'later':
      return [{ kind: 'without-concession', concession: item.concession }];
    case 'intelligence':
      return [{ kind: 'without-intelligence', incident: item.incident }];
    case 'restraint':
      return [{ kind: 'without-restraint' }];
    case 'point':
      return [{ kind: 'without-point', track: item.track, point: item.point }];
  }
};

/** As a choice is told from others. */
export const keyOf = (said: Reason | WouldChange): string => JSON.stringify(said);

const once = (changes: readonly WouldChange[]): readonly WouldChange[] => [
  ...new Map(changes.map((change) => [keyOf(change), change])).values(),
];

/** What a change is about: of two amounts of the same tokens only one can be meant. */
const aboutOf = (change: WouldChange): string => {
  switch (change.kind) {
    case 'fewer-tokens':
    case 'without-tokens':
      return `less ${change.token}`;
    case 'tokens':
      return `more ${change.token}`;
    case 'provision':
    case 'not-provision':
    case 'concession':
    case 'without-concession':
    case 'without-join':
    case 'without-oppose':
    case 'without-intelligence':
    case 'without-restraint':
    case 'without-point':
    case 'later':
    case 'nothing':
      return keyOf(change);
  }
};

/** Changes that can be said beside others: of each thing one, and `nothing` only alone. */
export const besides = (
  changes: readonly WouldChange[],
  others: readonly WouldChange[],
): readonly WouldChange[] =>
  others.some(({ kind }) => kind === 'nothing')
    ? []
    : changes.filter(
        (change) =>
          !(change.kind === 'nothing' && others.length > 0) &&
          !others.some((other) => aboutOf(other) === aboutOf(change)),
      );
