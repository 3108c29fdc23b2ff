import { expect } from 'vitest';
import * as incidents from './incidents.ts';
import * as packages from './packages.ts';
import {
  statedIn,
  type Act,
  type Because,
  type Checks,
  type Code,
  type Moment,
  type Stated,
} from './stated.ts';
import * as texts from './texts.ts';
import * as words from './words.ts';
import * as world from './world.ts';

/** Why no delegation states a code. */
interface Never {
  readonly never: string;
}

/** Every reason there is, and with what act a delegation states it: how each is rebuilt. The compiler asks for a code that is new. */
export const REASONS: { readonly [C in Code]: Checks<C> | Never } = {
  'worse-than-no-agreement': {
    answer: texts.worse,
    decline: packages.joinsLoss,
    counter: packages.joinsLoss,
    withdraw: packages.joinsLoss,
  },
  'better-than-no-agreement': {
    answer: texts.better,
    sign: texts.signs,
    offer: packages.pays,
    decline: packages.opposesGain,
    counter: packages.opposesGain,
    withdraw: packages.opposesGain,
  },
  'red-line': {
    answer: texts.redLine,
    'amendment-vote': texts.amendmentCrosses,
    speak: words.saysRedLine,
    position: words.saysRedLine,
    interview: words.vows,
    decline: packages.crosses,
    counter: packages.crosses,
    withdraw: packages.crosses,
  },
  unbalanced: { decline: packages.loses, counter: packages.loses, withdraw: packages.loses },
  'not-enough': { decline: packages.brings, counter: packages.brings },
  gains: {
    'amendment-vote': texts.amendmentGains,
    accept: packages.accepts,
    counter: packages.countersGain,
    offer: packages.offersGain,
    operate: world.operates,
  },
  'article-hurts': {
    answer: texts.hurts,
    'amendment-vote': texts.amendmentHurts,
    'point-of-order': texts.settledHurts,
    explain: texts.explains,
    speak: words.saysHurts,
    position: words.saysHurts,
    decline: packages.wordHurts,
  },
  'article-helps': {
    amend: texts.amends,
    sponsor: texts.amends,
    speak: words.saysHelps,
    position: words.saysHelps,
    offer: packages.helps,
  },
  bearable: { speak: words.saysBearable, position: words.saysBearable },
  'keeps-draft': { offer: packages.keeps },
  'helps-you': { offer: packages.helpsBoth },
  needs: { offer: packages.needs },
  'matters-more': { offer: packages.mattersMore },
  linked: { speak: words.saysLinked, position: words.saysLinked },
  'too-early': { answer: texts.tooEarly },
  'time-is-short': { never: 'nothing that a machine reckons hangs on it; people say it' },
  'nothing-lost': { answer: texts.nothingLost },
  'friend-wants': { answer: texts.friendWants },
  'due-to-us': { answer: texts.due },
  'low-trust': { decline: packages.mistrusts },
  'broken-promise': {
    speak: words.reproachesBreach,
    decline: packages.resents,
    track: world.leavesBreaker,
  },
  'given-elsewhere': { decline: packages.isGone, counter: packages.isGone },
  'not-enough-tokens': { decline: packages.lacksTokens, counter: packages.lacksTokens },
  'no-longer-possible': { decline: packages.isRefused },
  'builds-coalition': { offer: packages.gathers, report: world.reports },
  'builds-minority': { offer: packages.minority },
  promised: {
    answer: texts.promised,
    speak: words.saysPromised,
    position: words.saysPromised,
    decline: packages.gaveWord,
    counter: packages.gaveWord,
    withdraw: packages.gaveWord,
    perform: world.performs,
  },
  'evidence-points-to': {
    respond: incidents.points,
    speak: words.reproachesDeed,
    track: world.leavesCulprit,
  },
  'evidence-too-thin': { respond: incidents.tooThin },
  'calms-tension': { respond: incidents.callCalms, calm: incidents.stepCalms },
  'victim-asks': { respond: incidents.helpsVictim },
  'prepares-point': { offer: packages.proposesPoint, track: world.entersFor },
  'mends-flaw': { mend: world.mends },
  'warns-in-time': { warn: world.warns },
  'speaks-home': { interview: world.speaksHome },
  'asks-capital': { flexibility: world.asksCapital },
  'meets-objections': { never: 'said of a text by whoever puts it: the Chair' },
  'objections-remain': { never: 'said of a text by whoever puts it: the Chair' },
  'no-objections': { never: 'said of a text by whoever puts it: the Chair' },
  routine: {
    'amendment-vote': texts.amendmentIdle,
    'point-of-order': texts.settledIdle,
    speak: words.saysNothing,
    reply: words.saysNothing,
    done: world.isDone,
  },
};

const checksOf = <C extends Code>(code: C): Checks<C> => {
  const found: Checks<C> | Never = REASONS[code];
  return 'never' in found ? {} : found;
};

/** Whether a reason is so; what the table has no check for is not. */
const isSo = <C extends Code>(code: C, reason: Because<C>, at: Stated): boolean =>
  checksOf(code)[at.act]?.(reason, at) ?? false;

/** What is looked at together, a file each. */
export const THEMES = {
  texts: ['answer', 'amendment-vote', 'amend', 'sponsor', 'point-of-order', 'sign', 'explain'],
  words: ['speak', 'position', 'reply'],
  packages: ['offer', 'counter', 'accept', 'decline', 'withdraw'],
  incidents: ['respond', 'calm'],
  world: ['mend', 'warn', 'interview', 'flexibility', 'track', 'operate', 'perform', 'report', 'done'],
} as const satisfies Readonly<Record<string, readonly Act[]>>;

/** All of the table that is stated with these acts. */
const wanted = (acts: readonly Act[]): readonly string[] =>
  Object.entries(REASONS).flatMap(([code, checks]) =>
    Object.keys(checks)
      .filter((act) => acts.some((one) => one === act))
      .map((act) => `${code}: ${act}`),
  );

/** Each reason stated with these acts is so, and each of the table is met: how often. */
export const expectAllSo = (moments: readonly Moment[], acts: readonly Act[]): void => {
  const stated = statedIn(moments.filter(({ act }) => acts.includes(act)));
  expect(
    stated
      .filter(({ reason, at }) => !isSo(reason.code, reason, at))
      .map(({ reason, at }) => ({ reason, aloud: at.aloud, by: at.me, command: at.command })),
  ).toEqual([]);
  const met = new Set(stated.map(({ reason, at }) => `${reason.code}: ${at.act}`));
  expect(wanted(acts).filter((each) => !met.has(each))).toEqual([]);
};
