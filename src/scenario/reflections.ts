import type { SeatId } from '../engine/seat.ts';

/** Which way the part that was unrealistic bends what a game teaches. */
export const BENDS = ['too-easy', 'too-hard', 'elsewhere', 'neither'] as const;
export type Bend = (typeof BENDS)[number];

/** From 1, not at all or bad, to 5, surely or good. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/** How far somebody says they have a learning goal of the scenario. */
export interface GoalLevel {
  /** Id of a goal. */
  readonly goal: string;
  readonly level: Level;
}

/** What one person said before a game and after it. All of it is their own to say; nothing has to be said. */
export interface Reflection {
  readonly seat: SeatId;
  readonly feeling?: {
    readonly outcome?: Level;
    readonly part?: Level;
    readonly word?: string;
  };
  readonly before?: readonly GoalLevel[];
  readonly after?: readonly GoalLevel[];
  /** To questions of the scenario, by their place in its list. */
  readonly notes?: readonly { readonly question: number; readonly text: string }[];
  readonly takeAway?: string;
  readonly unrealistic?: { readonly text?: string; readonly bend?: Bend };
  /** The short form: a moment, a gap, an action. */
  readonly short?: { readonly moment?: string; readonly gap?: string; readonly action?: string };
}

/** Characters of one answer that are kept at most. */
export const ANSWER_CHARACTERS = 2_000;
/** People whose answers one game holds at most: a class, its teams included. */
export const MOST_REFLECTIONS = 200;

/** One person's answers in a list: instead of those they gave before, or last. */
export const withReflection = (
  reflections: readonly Reflection[],
  reflection: Reflection,
): readonly Reflection[] =>
  reflections.some(({ seat }) => seat === reflection.seat)
    ? reflections.map((item) => (item.seat === reflection.seat ? reflection : item))
    : [...reflections, reflection];

/** Up to so many goals are asked about before and after. */
const ASKED = 3;

/** The learning goals people are asked about: the first of the scenario's, which its author thought of first. */
export const goalsAsked = <G>(goals: readonly G[]): readonly G[] => goals.slice(0, ASKED);
