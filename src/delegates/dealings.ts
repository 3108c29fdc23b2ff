import { exp, ln } from '../analysis/index.ts';
import {
  placeOf,
  type Chapter,
  type DelegationId,
  type Offer,
  type Provision,
  type Reason,
  type Scenario,
  type Text,
  type Undertaking,
  type View,
} from '../engine/seat.ts';
import { layoutOf } from './layout.ts';
import { withRed, type Mind } from './mind.ts';
import { learnedOneWay, type Told } from './normal-belief.ts';
import { partsOfPackage, type Terms } from './package-parts.ts';
import { priorsOf } from './prior.ts';
import { wordsBefore } from './promised-words.ts';
import { REDRAFTING, standingAfter } from './standing-after.ts';
import { guessedItem, isWord } from './usual-worth.ts';

/**
 * What offers and their answers let a party believe of the others in them: whoever offers or accepts a package gains by it, whoever declines it
 * for what it is worth does not, and whoever names a red line has one. Only the parties see them, so each seat learns its own.
 */
interface Dealings {
  /** What stands in the draft: what words are weighed against. */
  readonly standing: Text;
  readonly offers: ReadonlyMap<Offer['id'], Offer>;
  /** What has been told already, by whom of which terms: said again it tells nothing new. */
  readonly told: ReadonlySet<string>;
  /** What was known before the last refusal without a word: where a counter-offer follows, it was none. */
  readonly before?: { readonly offer: Offer['id']; readonly lessons: Dealings['lessons'] };
  /** By delegation, in the order in which they were learnt. */
  readonly lessons: readonly (readonly Lesson[])[];
}

type Lesson =
  | {
      readonly kind: 'worth';
      /** How often each number of the layout counts in the package, as words are usually reckoned. */
      readonly weights: Float64Array;
      /** Ways in which words may be reckoned, each with the bounds that it puts the sum between. */
      readonly ways: readonly Omit<Told, 'sum'>[];
    }
  | {
      readonly kind: 'red';
      readonly article: number;
      readonly option: number;
      readonly there: boolean;
    };

type Event = Chapter['events'][number];

/**
 * How somebody may reckon words, as multiples of what is usual: as the gentle do of others' and their own taken together, the seasoned, the hard
 * (`words` in strength.ts); and how likely each is before anything is known, so that on average it is what is usual.
 */
const WAYS = [1.7, 1, 0.4] as const;
const AT_FIRST: readonly number[] = [0.3, 0.35, 0.35];
/** How far the others tell how one of them reckons words: as a share of what it tells itself. */
const ALIKE = 0.8;
/** Hundredths of a point: how exactly the bounds are meant. */
const NOISE = 40;
/** Chance that an offer, or an answer, says nothing of what the package is worth: with a reason, and without one. */
const DOUBT = { told: 0.05, bare: 0.4 } as const;
/** Whoever gains less than this may call it not enough, hundredths of a point. */
const ENOUGH = 150;
/** What is left of the chance of a red line at what somebody offers to say itself. */
const OFFERED = 0.1;

const TELLING = [
  ...REDRAFTING,
  'offered',
  'offer-accepted',
  'offer-declined',
] as const satisfies readonly Event['kind'][];
type Telling = Extract<Event, { kind: (typeof TELLING)[number] }>;
const telling: ReadonlySet<string> = new Set(TELLING);
const tells = (event: Event): event is Telling => telling.has(event.kind);

/** By the last event that was folded, and by the seat. */
const known = new WeakMap<Event, Map<DelegationId, Dealings>>();

const opening = (scenario: Scenario): Dealings => ({
  standing: scenario.articles.map(({ draft }) => draft),
  offers: new Map(),
  told: new Set(),
  lessons: scenario.delegations.map(() => []),
});

const dealingsOf = (scenario: Scenario, me: DelegationId, log: readonly Chapter[]): Dealings => {
  const fresh: Telling[] = [];
  let now: Dealings | undefined;
  let before: { readonly event: Telling; readonly chapter: number } | undefined;
  let chapterOfLast = -1;
  for (let chapter = log.length - 1; chapter >= 0 && now === undefined; chapter -= 1) {
    const { events } = log[chapter] ?? { events: [] };
    for (let at = events.length - 1; at >= 0 && now === undefined; at -= 1) {
      const event = events[at];
      if (event === undefined || !tells(event)) continue;
      now = known.get(event)?.get(me);
      if (now !== undefined) before = { event, chapter };
      else {
        if (fresh.length === 0) chapterOfLast = chapter;
        fresh.push(event);
      }
    }
  }
  now ??= opening(scenario);
  for (const event of fresh.toReversed()) now = after(scenario, me, now, event);
  const [last] = fresh;
  if (last !== undefined) {
    // Kept for the last of each chapter.
    if (before?.chapter === chapterOfLast) known.get(before.event)?.delete(me);
    const bySeat = known.get(last) ?? new Map<DelegationId, Dealings>();
    known.set(last, bySeat.set(me, now));
  }
  return now;
};

const after = (scenario: Scenario, me: DelegationId, now: Dealings, event: Telling): Dealings => {
  switch (event.kind) {
    case 'draft-issued':
    case 'group-reported':
    case 'decided':
    case 'corrected':
      return { ...now, standing: standingAfter(scenario, now.standing, event) };
    case 'offered': {
      const { offer } = event;
      const { before } = now;
      const made: Dealings = {
        ...now,
        ...(before !== undefined && before.offer === offer.answers ? { lessons: before.lessons } : {}),
        offers: new Map(now.offers).set(offer.id, offer),
      };
      return offer.from === me ? made : taught(scenario, made, offer, offer.from, 'takes');
    }
    case 'offer-accepted':
    case 'offer-declined': {
      const offer = now.offers.get(event.offer);
      if (offer === undefined || event.by === me) return now;
      if (event.kind === 'offer-accepted') return taught(scenario, now, offer, event.by, 'takes');
      const { lessons } = now;
      const refused = taught(scenario, now, offer, event.by, event.because);
      return event.because.length > 0 ? refused : { ...refused, before: { offer: offer.id, lessons } };
    }
  }
};

/** @param answer Whether it takes the package, or why it does not. */
const taught = (
  scenario: Scenario,
  now: Dealings,
  { undertakings }: Offer,
  by: DelegationId,
  answer: 'takes' | readonly Reason[],
): Dealings => {
  const said = answer === 'takes' ? answer : answer.map(({ code }) => code).join('+');
  const key = `${by} ${said} ${JSON.stringify(undertakings)}`;
  if (now.told.has(key)) return now;
  const place = placeOf(scenario, 'delegation', by);
  const bounds = boundsOf(answer);
  const worth =
    bounds === undefined ? undefined : worthOf(scenario, place, by, undertakings, now.standing, bounds);
  const fresh = [...redIn(scenario, undertakings, by, answer), ...(worth === undefined ? [] : [worth])];
  return fresh.length === 0
    ? now
    : {
        ...now,
        told: new Set(now.told).add(key),
        lessons: now.lessons.with(place, [...(now.lessons[place] ?? []), ...fresh]),
      };
};

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly doubt: number;
}

/** Between what an answer puts the worth of a package, hundredths of a point. */
const boundsOf = (answer: 'takes' | readonly Reason[]): Bounds | undefined => {
  if (answer === 'takes') return { low: 0, high: Infinity, doubt: DOUBT.told };
  if (answer.length === 0) return { low: -Infinity, high: 0, doubt: DOUBT.bare };
  if (answer.some(({ code }) => code === 'unbalanced')) return { low: -Infinity, high: 0, doubt: DOUBT.told };
  if (!answer.some(({ code }) => code === 'not-enough')) return undefined;
  // Whoever holds a grudge asks for more, nobody knows how much.
  const high = answer.some(({ code }) => code === 'broken-promise') ? Infinity : ENOUGH;
  return { low: 0, high, doubt: DOUBT.told };
};

const provisionsOf = (undertakings: readonly Undertaking[], by: DelegationId): readonly Provision[] =>
  undertakings.flatMap((item) => {
    if (item.by !== by) return [];
    return item.kind === 'position' ? [item.provision] : item.kind === 'join' ? item.containing : [];
  });

const redIn = (
  scenario: Scenario,
  undertakings: readonly Undertaking[],
  by: DelegationId,
  answer: 'takes' | readonly Reason[],
): readonly Lesson[] => {
  const named = new Set(
    answer === 'takes'
      ? []
      : answer.flatMap((reason) => (reason.code === 'red-line' ? [reason.article] : [])),
  );
  return provisionsOf(undertakings, by).flatMap(({ article, option }): Lesson[] =>
    answer === 'takes' || named.has(article)
      ? [{ kind: 'red', article: placeOf(scenario, 'article', article), option, there: answer !== 'takes' }]
      : [],
  );
};

/** What of a package hangs on the worths of options, and between which bounds that is then put. */
const worthOf = (
  scenario: Scenario,
  place: number,
  by: DelegationId,
  undertakings: readonly Undertaking[],
  standing: Text,
  { low, high, doubt }: Bounds,
): Lesson | undefined => {
  const prior = priorsOf(scenario)[place]?.mandate;
  // What a promise to stand against a text is worth hangs on what the Chair would do.
  if (prior === undefined || undertakings.some(({ kind }) => kind === 'oppose')) return undefined;
  const counts = (item: Undertaking): boolean => item.by === by || item.to === by || item.kind === 'position';
  const terms: Terms = {
    standing,
    due: (item) =>
      (item.kind === 'tokens' || item.kind === 'deed') && item.when.on === 'adoption' ? 0.5 : 1,
    left: (at) => {
      const item = undertakings[at];
      return item?.kind === 'position' && item.by !== by ? 1 / (1 + wordsBefore(undertakings, at)) : 1;
    },
  };
  const party = { ...prior, delegation: by, layout: layoutOf(scenario), red: [], reckons: 1 };
  const { shares, variance } = partsOfPackage(scenario, terms, party, undertakings, (at) => {
    const item = undertakings[at];
    return item !== undefined && counts(item);
  });
  let [handed, said, unsure] = [0, 0, variance + NOISE * NOISE];
  for (const item of undertakings) {
    if (!counts(item) || item.kind === 'oppose') continue;
    const due = terms.due(item);
    const part = guessedItem(scenario, party, item, item.by === by, due, () => 0);
    if (isWord(item)) said += part;
    else handed += part;
    // What may come due or not.
    if (due < 1) unsure += part * part;
  }
  if (said === 0 && shares.every((share) => share === 0)) return undefined;
  return {
    kind: 'worth',
    weights: shares,
    ways: WAYS.map((times) => ({
      low: (low - handed) / times - said,
      high: (high - handed) / times - said,
      noise: Math.sqrt(unsure) / times,
      doubt,
    })),
  };
};

/** What is to be believed of a delegation by whoever has dealt with it. */
interface Learnt {
  readonly mind: Mind;
  /** By {@link WAYS}: how likely what it did is where it reckons words so, against how likely it is where nothing is known. */
  readonly likely: readonly number[];
}

const learnt = new WeakMap<readonly Lesson[], WeakMap<Mind, Learnt>>();

const learntOf = (scenario: Scenario, mind: Mind, place: number, lessons: readonly Lesson[]): Learnt => {
  const found = learnt.get(lessons)?.get(mind);
  if (found !== undefined) return found;
  let [now, chances]: [Mind, readonly number[]] = [mind, AT_FIRST];
  for (const lesson of lessons) {
    if (lesson.kind === 'red') {
      now = withRed(scenario, now, place, lesson.article, lesson.option, (before) =>
        lesson.there ? 1 : before * OFFERED,
      );
      continue;
    }
    const heard = learnedOneWay(now.belief, { weights: lesson.weights }, lesson.ways, chances);
    [now, chances] = [{ ...now, belief: heard.belief }, heard.chances];
  }
  const made = { mind: now, likely: chances.map((chance, way) => chance / (AT_FIRST[way] ?? 1)) };
  const byMind = learnt.get(lessons) ?? new WeakMap<Mind, Learnt>();
  learnt.set(lessons, byMind.set(mind, made));
  return made;
};

/**
 * What is believed of all delegations with what this seat has learnt in its dealings, and how each is believed to reckon words: as it did in its
 * own dealings and, nearly as surely, as the others did.
 */
export const learntIn = (
  scenario: Scenario,
  view: View,
  minds: readonly Mind[],
): readonly { readonly mind: Mind; readonly reckons: number }[] => {
  const { own, log } = view;
  const lessons =
    own === undefined || UNTAUGHT in view ? [] : dealingsOf(scenario, own.delegation, log).lessons;
  const all = minds.map((mind, place) => learntOf(scenario, mind, place, lessons[place] ?? NOTHING));
  if (all.every(({ mind }, place) => mind === minds[place]))
    return minds.map((mind) => ({ mind, reckons: 1 }));
  const room = WAYS.map((_, way) => all.reduce((sum, { likely }) => sum + ln(likely[way] ?? 1), 0));
  return all.map(({ mind, likely }) => {
    const chances = WAYS.map((_, way) => {
      const alone = ln(likely[way] ?? 1);
      return (AT_FIRST[way] ?? 0) * exp(alone + ALIKE * ((room[way] ?? 0) - alone));
    });
    const sum = chances.reduce((total, chance) => total + chance, 0);
    return {
      mind,
      reckons: WAYS.reduce((total, times, way) => total + (times * (chances[way] ?? 0)) / sum, 0),
    };
  });
};

const NOTHING: readonly Lesson[] = [];

const UNTAUGHT = Symbol('untaught');

/** The view of somebody who learns nothing from its dealings; so is whatever it imagines from it. */
export const untaught = (view: View): View & { readonly [UNTAUGHT]: true } => ({ ...view, [UNTAUGHT]: true });
