import { minutesOf, type Phase, type Scenario } from '../../engine/index.ts';
import type { Plan, PlannedStretch, Preset, Stretch } from '../../protocol/index.ts';

/** Share of a session's time that is the debrief's, at least. */
export const DEBRIEF_SHARE = 0.25;

/** Seconds by preset, from minute-by-minute plans of classes and workshops: what is not lobby or debrief is play. */
const PRESET_TIMES: {
  readonly [P in Preset]: { readonly whole: number; readonly lobby: number; readonly debrief: number };
} = {
  // 8 minutes to join and read one's role, 23 of play, 14 to talk about it and write the exit ticket.
  '45': { whole: 2_700, lobby: 480, debrief: 840 },
  // 12 to join, settle priorities and hear the rules; 50 of play; 28 of debrief and take-aways.
  '90': { whole: 5_400, lobby: 720, debrief: 1_680 },
  // 35 of welcome, briefing and practice; 145 of play with a break of 10, which is a pause; 60 of debrief.
  'half-day': { whole: 14_400, lobby: 2_100, debrief: 3_600 },
};

/** The fewest seconds in which a phase can be played at all. */
const LEAST_SECONDS: { readonly [P in Phase]: number } = {
  briefing: 30,
  floor: 45,
  corridor: 120,
  drafting: 30,
  decision: 90,
  capital: 20,
};

const phasesOf = (scenario: Scenario): readonly { readonly session: number; readonly phase: Phase }[] =>
  scenario.sessions.flatMap(({ phases }, session) => phases.map((phase) => ({ session, phase })));

/** Shares seconds out by weight, each at least one, to exactly the sum. The rest goes to the longest. */
const sharedOut = (seconds: number, shares: readonly number[]): readonly number[] => {
  const sum = shares.reduce((total, share) => total + share, 0);
  const parts = shares.map((share) => Math.max(1, Math.floor((seconds * share) / Math.max(1, sum))));
  const rest = seconds - parts.reduce((total, part) => total + part, 0);
  const longest = shares.indexOf(Math.max(...shares));
  return parts.map((part, place) => (place === longest ? Math.max(1, part + rest) : part));
};

/** A preset's time laid over a scenario's sessions and phases, in proportion to the scenario's own clock. */
export const planFor = (scenario: Scenario, preset: Preset): Plan => {
  const { whole, lobby, debrief } = PRESET_TIMES[preset];
  const phases = phasesOf(scenario);
  const play = sharedOut(
    whole - lobby - debrief,
    phases.map(({ session, phase }) => minutesOf(scenario, session, phase)),
  );
  return {
    preset,
    seconds: whole,
    stretches: [
      { stretch: { kind: 'lobby' }, seconds: lobby },
      ...phases.map((phase, place): PlannedStretch => ({
        stretch: { kind: 'phase', ...phase },
        seconds: play[place] ?? 1,
      })),
      { stretch: { kind: 'debrief' }, seconds: debrief },
    ],
  };
};

/** The same stretches with other times; `undefined` if the list does not fit them. */
export const replanned = (plan: Plan, seconds: readonly number[]): Plan | undefined =>
  seconds.length === plan.stretches.length
    ? {
        preset: plan.preset,
        seconds: seconds.reduce((sum, part) => sum + part, 0),
        stretches: plan.stretches.map(({ stretch }, place) => ({ stretch, seconds: seconds[place] ?? 0 })),
      }
    : undefined;

export const secondsOf = (plan: Plan, kind: Stretch['kind']): number =>
  plan.stretches.reduce((sum, { stretch, seconds }) => (stretch.kind === kind ? sum + seconds : sum), 0);

/** Whether the debrief has its share of the time. */
export const keepsDebrief = (plan: Plan): boolean =>
  secondsOf(plan, 'debrief') >= plan.seconds * DEBRIEF_SHARE;

/** Phases that have less time than one can play them in. */
export const tooShort = (plan: Plan): number =>
  plan.stretches.filter(
    ({ stretch, seconds }) => stretch.kind === 'phase' && seconds < LEAST_SECONDS[stretch.phase],
  ).length;

export const sameStretch = (one: Stretch, other: Stretch): boolean => {
  if (one.kind !== 'phase' || other.kind !== 'phase') return one.kind === other.kind;
  return one.session === other.session && one.phase === other.phase;
};

/** Place of a stretch in the plan; -1 if it is not in it. */
export const placeInPlan = (plan: Plan, stretch: Stretch): number =>
  plan.stretches.findIndex((item) => sameStretch(item.stretch, stretch));

/** Planned seconds of play from this place of the plan on, that place included. */
export const playFrom = (plan: Plan, place: number): number =>
  plan.stretches
    .slice(Math.max(0, place))
    .reduce((sum, { stretch, seconds }) => (stretch.kind === 'phase' ? sum + seconds : sum), 0);
