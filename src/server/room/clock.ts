import type { Clock, PauseReason, Plan, Stretch } from '../../protocol/index.ts';
import { placeInPlan, playFrom, secondsOf } from './plan.ts';
import type { ClockState } from './room.ts';

/** No stretch is squeezed to less than this, milliseconds. */
const LEAST = 20_000;

/** A clock that stands at the start of the lobby. */
export const firstClock = (plan: Plan, at: number): ClockState => ({
  stretch: { kind: 'lobby' },
  whole: secondsOf(plan, 'lobby') * 1_000,
  left: secondsOf(plan, 'lobby') * 1_000,
  speed: 100,
  up: false,
  spent: [],
  played: 0,
  began: at,
});

/** Milliseconds left of the stretch at a time; never below 0. */
export const leftAt = (clock: ClockState, at: number): number =>
  clock.since === undefined ? clock.left : Math.max(0, clock.left - ((at - clock.since) * clock.speed) / 100);

/** When the stretch's time is up; `undefined` while the clock stands. */
export const untilOf = (clock: ClockState): number | undefined =>
  clock.since === undefined ? undefined : Math.round(clock.since + (clock.left * 100) / clock.speed);

/** Milliseconds of play at a time, pauses left out. */
export const playedAt = (clock: ClockState, at: number): number =>
  clock.played +
  (clock.stretch.kind === 'phase' && clock.since !== undefined ? Math.max(0, at - clock.since) : 0);

/** The clock brought to a time: what has run is taken off. */
const wound = (clock: ClockState, at: number): ClockState =>
  clock.since === undefined
    ? clock
    : { ...clock, left: leftAt(clock, at), played: playedAt(clock, at), since: at };

const standing = ({ since: _since, ...rest }: ClockState): ClockState => rest;

/** When the debrief has to begin so that it keeps its planned time; `undefined` before the start. */
export const debriefAt = (clock: ClockState, plan: Plan): number | undefined =>
  clock.bell === undefined ? undefined : clock.bell - secondsOf(plan, 'debrief') * 1_000;

/**
 * The next stretch begins. In play it gets its planned time, or its share of what is left until the debrief where that is less:
 * the clock cuts rounds, never the debrief.
 */
export const begin = (clock: ClockState, plan: Plan, stretch: Stretch, at: number): ClockState => {
  const before = wound(clock, at);
  const place = placeInPlan(plan, stretch);
  const planned = (plan.stretches[place]?.seconds ?? 0) * 1_000;
  const bell = stretch.kind === 'phase' ? (before.bell ?? bellAt(plan, place, at)) : before.bell;
  const whole = stretch.kind === 'phase' ? squeezed(plan, place, planned, at, bell) : planned;
  const { paused: _paused, pausedAt: _pausedAt, ...kept } = standing(before);
  const next: ClockState = {
    ...kept,
    ...(bell === undefined ? {} : { bell }),
    stretch,
    whole,
    left: whole,
    up: false,
    began: at,
    spent: [...before.spent, Math.round((at - before.began) / 1_000)],
  };
  return before.paused === undefined
    ? { ...next, since: at }
    : {
        ...next,
        paused: before.paused,
        ...(before.pausedAt === undefined ? {} : { pausedAt: before.pausedAt }),
      };
};

const bellAt = (plan: Plan, place: number, at: number): number =>
  at + (playFrom(plan, place) + secondsOf(plan, 'debrief')) * 1_000;

const squeezed = (
  plan: Plan,
  place: number,
  planned: number,
  at: number,
  bell: number | undefined,
): number => {
  if (bell === undefined) return planned;
  const remaining = Math.max(0, bell - secondsOf(plan, 'debrief') * 1_000 - at);
  const wanted = playFrom(plan, place) * 1_000;
  return wanted <= remaining
    ? planned
    : Math.max(Math.min(LEAST, planned), Math.floor((planned * remaining) / Math.max(1, wanted)));
};

/** Pauses that the end of the lesson does not wait for: only a break, or another day, moves it. */
const movesBell = (reason: PauseReason | undefined): boolean =>
  reason?.code === 'break' || reason?.code === 'to-be-continued';

export const pause = (clock: ClockState, because: PauseReason, at: number): ClockState => ({
  ...standing(wound(clock, at)),
  paused: because,
  pausedAt: clock.pausedAt ?? at,
});

/** A clock that waits while a branch is played: what was left when the branch began is left when it is over. The bell does not wait. */
export const held = (clock: ClockState, at: number): ClockState =>
  clock.since === undefined ? clock : { ...standing(wound(clock, at)), ran: true };

/** The same clock when the branch has been left: it runs again if it ran. */
export const released = ({ ran, ...clock }: ClockState, at: number): ClockState =>
  ran === true ? { ...clock, since: at } : clock;

export const goOn = (clock: ClockState, at: number): ClockState => {
  const { paused, pausedAt, ...rest } = standing(clock);
  const lost = pausedAt === undefined ? 0 : at - pausedAt;
  const bell = clock.bell !== undefined && movesBell(paused) ? clock.bell + lost : clock.bell;
  return { ...rest, ...(bell === undefined ? {} : { bell }), ...(clock.up ? {} : { since: at }) };
};

/** Adds time to the stretch, or takes some off; a clock that was up runs again. */
export const extend = (clock: ClockState, seconds: number, at: number): ClockState => {
  const now = wound(clock, at);
  const left = Math.max(0, now.left + seconds * 1_000);
  const next = { ...now, left, whole: Math.max(left, now.whole + seconds * 1_000), up: false };
  return clock.up && clock.paused === undefined ? { ...next, since: at } : next;
};

export const speedUp = (clock: ClockState, percent: number, at: number): ClockState => ({
  ...wound(clock, at),
  speed: percent,
});

/** Time is up: the clock stands until somebody goes on. */
export const ringing = (clock: ClockState, at: number): ClockState => ({
  ...standing(wound(clock, at)),
  left: 0,
  up: true,
});

/** The room has ended, or a lobby has no time of its own. */
export const stopped = (clock: ClockState, at: number): ClockState => standing(wound(clock, at));

/** As everybody sees it. */
export const clockSight = (clock: ClockState, plan: Plan): Clock => {
  const until = untilOf(clock);
  const debrief = clock.stretch.kind === 'phase' ? debriefAt(clock, plan) : undefined;
  return {
    stretch: clock.stretch,
    ...(until === undefined ? { left: Math.round(clock.left) } : { until }),
    whole: clock.whole,
    ...(clock.paused === undefined ? {} : { paused: clock.paused }),
    speed: clock.speed,
    up: clock.up,
    ...(debrief === undefined ? {} : { debriefAt: debrief }),
  };
};
