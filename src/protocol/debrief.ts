import { z } from 'zod';
import type { End, Phase, SeatId } from '../engine/seat.ts';
import type { PersonId } from './room.ts';
import type { Sealed } from './sealed.ts';

/** What is asked of everybody: a code of the catalog, a question of the scenario (by its place), or the facilitator's own words. */
export const question = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('code'),
    code: z.enum([
      /** Feelings first. */
      'feelings',
      'fairness',
      'turning-point',
      'promises',
      'what-was-missed',
      'transfer',
      'take-away',
      /** Which part was unrealistic, and which way does that bias what we learned? */
      'plausible',
    ]),
  }),
  z.strictObject({ ask: z.literal('scenario'), index: z.int().min(0).max(100) }),
  z.strictObject({ ask: z.literal('words'), text: z.string().trim().min(1).max(200) }),
]);
export type Question = Readonly<z.output<typeof question>>;

export const pollForm = z.strictObject({
  question,
  /** Codes of the catalog or own words; none: only text is asked for. */
  choices: z.array(z.string().trim().min(1).max(80)).max(10),
  /** How many may be chosen. */
  most: z.int().min(0).max(10),
  /** Whether a few words can be written. */
  text: z.boolean(),
});
export type PollForm = Sealed<z.output<typeof pollForm>>;

export interface PollSight extends PollForm {
  readonly n: number;
  readonly open: boolean;
  readonly answered: number;
  /** How often each choice was taken; absent until it is shown to all. */
  readonly counts?: readonly number[];
  /** Words that the facilitator has put before all, without names. */
  readonly shown?: readonly string[];
}

export interface PollAnswer {
  readonly by: PersonId;
  readonly choices: readonly number[];
  readonly text?: string;
}

export const TAGS = [
  'turning-point',
  'promise',
  'escalation',
  'coalition',
  'procedure',
  'learning',
  'mood',
  'other',
] as const;
export type Tag = (typeof TAGS)[number];

/** Letters of one written answer. */
const ANSWER_LENGTH = 2_000;
const answer = z.string().max(ANSWER_LENGTH).exactOptional();
const level = z.literal([1, 2, 3, 4, 5]).exactOptional();
const levels = z
  .array(z.strictObject({ goal: z.string().max(100), level: z.literal([1, 2, 3, 4, 5]) }))
  .max(20)
  .exactOptional();

/** What one person says of the game, before it and after it; the same as in a game's file, but for the seat, which the room knows. */
export const reflecting = z.strictObject({
  feeling: z.strictObject({ outcome: level, part: level, word: answer }).exactOptional(),
  before: levels,
  after: levels,
  notes: z
    .array(z.strictObject({ question: z.int().min(0).max(1_000), text: z.string().max(ANSWER_LENGTH) }))
    .max(100)
    .exactOptional(),
  takeAway: answer,
  unrealistic: z
    .strictObject({
      text: answer,
      bend: z.enum(['too-easy', 'too-hard', 'elsewhere', 'neither']).exactOptional(),
    })
    .exactOptional(),
  short: z.strictObject({ moment: answer, gap: answer, action: answer }).exactOptional(),
});
export type Reflecting = Sealed<z.output<typeof reflecting>>;

/** What one person has said, for whoever runs the room. */
export interface Reflected {
  readonly by: PersonId;
  readonly seat: SeatId;
  readonly said: Reflecting;
}

/** A branch that the room has played and left: how it stood then. Everybody saw it. */
export interface PlayedBranch {
  readonly n: number;
  /** Moves of the game's own course that it began after, and how many were played in it. */
  readonly from: number;
  readonly moves: number;
  /** Where it left the game. */
  readonly session: number;
  readonly phase: Phase;
  readonly stood: Stood;
}

/** How a course of the game stood when it was left. */
export interface Stood {
  /** Absent where it was not played to an end. */
  readonly end?: End;
  /** By article; the adopted text, or the rolling one. */
  readonly text: readonly { readonly option: number; readonly settled: boolean }[];
  readonly session: number;
  readonly tension: number;
  readonly deals: number;
  /** Promises made, and broken; only those that were public. */
  readonly promises: number;
  readonly broken: number;
  /** By delegation, over its value of no agreement, hundredths of a point; only once everything has been revealed. */
  readonly gains?: readonly number[];
}
