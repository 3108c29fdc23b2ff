import { z } from 'zod';
import { METHODS, PHASES, THRESHOLDS } from '../engine/seat.ts';

/** The parts that all others are made of. Each description is shown by editors and held to docs/scenario-format.md by a test. */

/** No list is longer, so that a hostile file cannot take the machine's time. */
export const MOST_ITEMS = 1_000;

export const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/u, {
    error: 'letters without accents, digits and hyphens, a letter first, at most 40 in all',
  })
  .meta({ id: 'Id', description: 'An id: letters, digits and hyphens, a letter first, at most 40 in all' });

export const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u, { error: 'a language tag such as en or pt-BR' });

export const words = z.union([z.string(), z.record(language, z.string())]).meta({
  id: 'Words',
  description: 'A text in the language of the scenario, or a map of language tags to texts',
});

export const span = z.union([z.int(), z.tuple([z.int(), z.int()])]).meta({
  id: 'Span',
  description: 'A whole number, or [least, most], both included: the seed of the game draws one',
});

export const percent = z.int().min(0).max(100);
export const byId = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
export const listOf = <T extends z.ZodType>(item: T, least = 0, most = MOST_ITEMS) =>
  z.array(item).min(least).max(most);

export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, { error: 'a date as 2022-03-28' });
export const options = listOf(id, 1, 8).describe('Options of the article, by id');
export const sources = listOf(z.string()).optional().describe('Ids of entries under sources');
export const names = z
  .union([z.literal('all'), listOf(z.string(), 1)])
  .describe('all, or a list of delegations and groups');
export const flag = z
  .string()
  .regex(/^[A-Z]{2}$/u, { error: 'two capital letters: ISO 3166-1, or EU, or UN' })
  .describe('ISO 3166-1 alpha-2 in capital letters, or EU, or UN');

export const setting = z
  .strictObject({
    place: words.describe('Where it is played'),
    from: date.describe('First day, YYYY-MM-DD'),
    to: date.describe('Last day, YYYY-MM-DD'),
  })
  .describe('Where and when it is played');

export const clock = z.partialRecord(z.enum(PHASES), z.int().min(0).max(600));

export const session = z.strictObject({
  title: words.describe('What the session is called'),
  date: date.describe('YYYY-MM-DD'),
  phases: listOf(z.enum(PHASES), 1, PHASES.length).describe(
    'Phases in the order of the rules, each at most once; the last session needs a decision',
  ),
  incidents: listOf(percent, 0, 4).describe('Chance in percent of a first, second, … incident'),
  contexts: z.int().min(0).max(4).describe('How many context cards are drawn'),
  clock: clock.optional().describe('Minutes by phase, where this session needs others'),
});

export const cost = z.strictObject({
  token: id.describe('Which token is spent'),
  amount: z.int().min(0).max(1_000).describe('How many'),
});

export const procedure = z
  .strictObject({
    methods: listOf(z.enum(METHODS), 1, METHODS.length).describe(
      'Ways the Chair may put a text, in the order in which they must be tried',
    ),
    threshold: z.enum(THRESHOLDS).describe('What a vote needs; abstentions are not votes cast'),
    quorum: percent.describe('Percent of delegations that must cast a ballot for a vote to be valid'),
    textsPerDecision: z.int().min(1).max(10).describe('Texts the Chair may put in one decision phase'),
    positionsPerStatement: z.int().min(0).max(40).describe('Positions one floor statement may declare'),
    offersPerCorridor: z
      .int()
      .min(1)
      .max(100)
      .describe('Offers one delegation may make in one corridor phase'),
    blockCost: cost.describe('Spent by whoever stops a consensus, as far as it has them'),
    reopenCost: cost.describe('Spent to reopen a settled article'),
    investigateCost: cost.describe('Spent for one investigation of an incident'),
    assistCost: cost.describe('Spent for one team sent to a victim'),
    statements: z
      .int()
      .min(0)
      .max(200)
      .optional()
      .describe('Statements one floor has time for; 0 or not given: no limit'),
    sponsors: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .describe('Sponsors an amendment needs before it is put in brackets; 1 if not given'),
    amendmentVotes: z
      .boolean()
      .optional()
      .describe('Whether amendments can be put to a vote of their own; false if not given'),
    groups: z
      .int()
      .min(0)
      .max(10)
      .optional()
      .describe('Contact groups the Chair may form in a session; 0 if not given'),
    orderCost: cost.optional().describe('Spent for a point of order that is not sustained'),
    drafts: listOf(words, 1, 20).optional().describe('Names of the Chair’s texts, the first draft first'),
    signature: z
      .strictObject({ article: id.describe('Article'), options })
      .optional()
      .describe('A text with one of these binds only those who sign it'),
    revealAtEnd: z
      .boolean()
      .describe('Whether mandates and the truth of incidents are shown when the game has closed'),
    revealBeliefs: z
      .boolean()
      .optional()
      .describe('Whether a player sees what the others think it wants; true if not given'),
  })
  .describe('How the conference decides, and what that costs');

const shift = z.int().min(-100).max(100);
/** What a context card, or an agreed point of a side track, does besides being read. */
export const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tension'),
    by: z.int().min(-50).max(50).describe('Points of tension, -50 to 50'),
  }),
  z.strictObject({
    kind: z.literal('trust'),
    from: names,
    to: names,
    by: shift.describe('Points of trust, -100 to 100'),
  }),
  z.strictObject({
    kind: z.literal('weight'),
    article: id.describe('Article'),
    of: names,
    percent: z.int().min(10).max(400).describe('Weight in percent of before, 10 to 400'),
  }),
  z.strictObject({
    kind: z.literal('reservation'),
    of: names,
    by: z.int().min(-3_000).max(3_000).describe('-3000 to 3000 hundredths of a point'),
  }),
  z.strictObject({
    kind: z.literal('tokens'),
    of: names,
    token: id.describe('Token'),
    by: shift.describe('How many, -100 to 100'),
  }),
  z.strictObject({
    kind: z.literal('track'),
    track: id.describe('Side track'),
    open: z.boolean().describe('false: it is suspended; true: it meets again'),
  }),
]);

/** A session, counted from 1. */
export const place = z.int().min(1).max(100);

export const token = z.strictObject({
  id,
  name: words.describe('What it is called'),
  about: words.describe('What it stands for'),
});

export const tension = z
  .strictObject({
    start: span.describe('Tension at the start, 0 to 100, below collapse'),
    steps: listOf(
      z.strictObject({
        from: percent.describe('Points from which the step holds'),
        name: words.describe('What the step is called'),
        about: words.describe('What is seen of it'),
        precedent: words.optional().describe('When the world stood there'),
      }),
      1,
      20,
    ).describe('Steps of the ladder, rising; the first begins at 0'),
    collapse: z.int().min(1).max(100).describe('Points at which the talks collapse'),
    risePerSession: percent.describe('Most points it can rise in one session'),
    calm: percent.describe('Points it falls in each capital phase'),
  })
  .describe('The tension ladder, in points from 0 to 100');

const pairTrust = percent.describe('0 to 100');
export const trust = z
  .strictObject({
    usual: percent.describe('Trust at the start where no pair says otherwise, 0 to 100'),
    pairs: listOf(
      z.union([
        z.strictObject({
          between: z
            .tuple([z.string(), z.string()])
            .describe('Two delegations or groups: everybody of one and everybody of the other, both ways'),
          trust: pairTrust,
        }),
        z.strictObject({
          from: z.string().describe('Delegation or group whose trust it is'),
          to: z.string().describe('Delegation or group that is trusted'),
          trust: pairTrust,
        }),
      ]),
    ).describe('Where trust is not usual; a later line wins over an earlier one'),
  })
  .describe('Trust at the start');
