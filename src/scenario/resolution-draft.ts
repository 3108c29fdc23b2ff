import { z } from 'zod';
import { byId, date, id, language, listOf, words } from './draft-basics.ts';

/** The shape of a resolution file: what `nia vote` is asked about, and what it learns from. */

/** Ids between spaces: a roll call in a few lines. */
const ballots = z.string().max(4_000);
const count = z.int().min(0).max(200);

export const resolutionDraft = z.strictObject({
  format: z.literal(1).describe('Version of the format: 1'),
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, { error: 'small letters, digits and single hyphens' })
    .max(60)
    .describe(
      'Id of the resolution, as a-res-73-27; one with this id is never learnt from when it is asked about',
    ),
  language: language.describe('Language tag of the texts, as en'),
  symbol: z.string().min(1).max(60).describe('Symbol of the document, as A/RES/73/27'),
  title: words.describe('Title'),
  date: date.describe('Day of the vote, YYYY-MM-DD'),
  sponsors: listOf(id, 0, 200).describe('Delegations that hold the pen'),
  cosponsors: listOf(id, 1, 200)
    .optional()
    .describe(
      'All who put their names under it before it was voted on, beside the sponsors; left out if not known',
    ),
  provisions: byId(id).describe(
    'By article of the scenario, the option it comes nearest to; others it says nothing of',
  ),
  coding: words.describe('Why it is coded so'),
  recorded: z
    .strictObject({
      yes: ballots.describe('Voted yes: ids between spaces'),
      no: ballots.describe('Voted no: ids between spaces'),
      abstain: ballots.describe('Abstained; whoever is in none of the three did not vote'),
    })
    .optional()
    .describe('The roll call, by delegation'),
  tally: z
    .strictObject({
      yes: count.describe('Votes in favour'),
      no: count.describe('Votes against'),
      abstain: count.describe('Abstentions'),
    })
    .optional()
    .describe('The official count'),
  sources: listOf(
    z.strictObject({
      title: z.string().describe('What it is'),
      where: z.string().describe('Where it is found'),
      seen: z.boolean().describe('true: the text was seen; false: general knowledge'),
    }),
  ).describe('What the facts rest on'),
});

export type ResolutionDraft = z.infer<typeof resolutionDraft>;
