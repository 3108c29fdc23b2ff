import { z } from 'zod';
import { ANSWER_CHARACTERS, BENDS, LEVELS } from './reflections.ts';

const level = z.literal(LEVELS).optional();
const text = z.string().max(ANSWER_CHARACTERS).optional();
const levels = z
  .array(z.object({ goal: z.string().max(100), level: z.literal(LEVELS) }))
  .max(20)
  .optional();

/** What people said, as it stands in a file. */
export const reflectionShape = z.object({
  seat: z.string().max(100),
  feeling: z.object({ outcome: level, part: level, word: text }).optional(),
  before: levels,
  after: levels,
  notes: z
    .array(z.object({ question: z.int().min(0).max(1_000), text: z.string().max(ANSWER_CHARACTERS) }))
    .max(100)
    .optional(),
  takeAway: text,
  unrealistic: z.object({ text, bend: z.enum(BENDS).optional() }).optional(),
  short: z.object({ moment: text, gap: text, action: text }).optional(),
});
