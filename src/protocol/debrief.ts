import { z } from 'zod';
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
      /** Three questions before and after, for the class's own evidence. */
      'pre-1',
      'pre-2',
      'pre-3',
      'post-1',
      'post-2',
      'post-3',
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
