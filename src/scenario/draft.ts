import { z } from 'zod';
import { METHODS, ORIGINS, PHASES, SECTORS, STYLES, THRESHOLDS } from '../engine/seat.ts';

/**
 * The shape of a scenario file as its author writes it: ids as plain strings, a number for a span, a text for words.
 * Read, not yet checked: that ids exist and numbers make sense is `checked.ts`'s to say. The JSON Schema is made from it.
 */

/** What the reader of faults needs to know of an object's keys; zod reports only the ones it does not know. */
export const KNOWN_KEYS = 'known keys: ';

const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `${KNOWN_KEYS}${Object.keys(shape).join(' ')}` : undefined,
  });

const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/u, { error: 'an id: letters, digits and hyphens, a letter first' });
const words = z
  .union([z.string(), z.record(z.string(), z.string())], { error: 'a text, or a map of language: text' })
  .describe('A text in the language of the scenario, or a map of BCP 47 language tags to texts');
const span = z
  .union([z.int(), z.tuple([z.int(), z.int()])], { error: 'a whole number, or [least, most]' })
  .describe('A whole number, or [least, most]; the seed draws one, both included');
const percent = z.int().min(0).max(100);
const cost = object({ token: id, amount: z.int().min(0).max(1_000) });
const byId = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, { error: 'a date as YYYY-MM-DD' });
const options = z.array(id).min(1);
const names = z.union([z.literal('all'), z.array(z.string()).min(1)], {
  error: 'all, or a list of delegations and groups',
});

const session = object({
  title: words,
  date,
  phases: z.array(z.enum(PHASES)).min(1),
  incidents: z.array(percent).max(4),
  contexts: z.int().min(0).max(4),
});

const procedure = object({
  methods: z.array(z.enum(METHODS)).min(1),
  threshold: z.enum(THRESHOLDS),
  quorum: percent,
  textsPerDecision: z.int().min(1).max(10),
  positionsPerStatement: z.int().min(0).max(40),
  offersPerCorridor: z.int().min(1).max(100),
  blockCost: cost,
  reopenCost: cost,
  investigateCost: cost,
  assistCost: cost,
  revealAtEnd: z.boolean(),
});

const want = object({
  weight: span,
  values: z.union([byId(span), z.array(span)], { error: 'a value for each option' }),
  opening: id,
});

const delegation = object({
  id,
  name: words,
  placard: words,
  flag: z.string().regex(/^[A-Z]{2}$/u, { error: 'two capital letters, as ISO 3166 or EU or UN' }),
  at: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  groups: z.array(z.string()),
  about: words,
  briefing: words,
  manner: words,
  style: z.enum(STYLES),
  wants: byId(want),
  redLines: z.array(object({ article: id, options, chance: percent })),
  reservation: span,
  tokens: byId(span),
  tokenWorth: byId(span),
  stakes: object({ tension: span, damage: span, face: span }),
  capacity: object({
    offence: z.int().min(0).max(10),
    defence: z.int().min(0).max(10),
    dependence: z.int().min(0).max(10),
  }),
});

const article = object({
  id,
  title: words,
  short: words,
  about: words,
  options: z
    .array(object({ id, label: words, wording: words }))
    .min(2)
    .max(8),
  draft: id,
});

const side = object({ article: id, options });
const linkage = object({ id, about: words, between: z.tuple([side, side]), worth: byId(span) });

const concession = object({
  id,
  title: words,
  about: words,
  givers: byId(span),
  receivers: byId(span),
  spends: byId(z.int().min(1).max(1_000)).optional(),
  sources: z.array(z.string()).optional(),
});

const trustPair = z.union(
  [
    object({ between: z.tuple([z.string(), z.string()]), trust: percent }),
    object({ from: z.string(), to: z.string(), trust: percent }),
  ],
  { error: 'between: [A, B] or from: A, to: B, and trust: 0 to 100' },
);

const incident = object({
  id,
  title: words,
  story: words,
  sector: z.enum(SECTORS),
  severity: z.int().min(1).max(5),
  weight: z.int().min(0).max(1_000),
  victims: byId(z.int().min(0).max(1_000)),
  origins: z.partialRecord(z.enum(ORIGINS), percent),
  culprits: byId(z.int().min(0).max(1_000)).optional(),
  clues: z.array(object({ about: words, reliability: percent })).max(8),
  touches: byId(z.int().min(10).max(400)).optional(),
  tension: span,
  damage: span,
  reservation: z.int().min(-3_000).max(3_000),
  damped: z.array(object({ article: id, options, damage: percent, tension: percent })).optional(),
  precedent: words,
  sources: z.array(z.string()).optional(),
});

const effect = z.discriminatedUnion('kind', [
  object({ kind: z.literal('tension'), by: z.int().min(-50).max(50) }),
  object({ kind: z.literal('trust'), from: names, to: names, by: z.int().min(-100).max(100) }),
  object({ kind: z.literal('weight'), article: id, of: names, percent: z.int().min(10).max(400) }),
  object({ kind: z.literal('reservation'), of: names, by: z.int().min(-3_000).max(3_000) }),
  object({ kind: z.literal('tokens'), of: names, token: id, by: z.int().min(-100).max(100) }),
]);

const context = object({
  id,
  title: words,
  story: words,
  weight: z.int().min(0).max(1_000),
  from: z.int().min(0),
  to: z.int().min(0),
  effects: z.array(effect),
  sources: z.array(z.string()).optional(),
});

export const scenarioDraft = object({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, { error: 'small letters, digits and hyphens' }),
  version: z.string().regex(/^\d+\.\d+\.\d+$/u, { error: 'a version as 1.0.0' }),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u, { error: 'a language tag such as en' }),
  title: words,
  subtitle: words,
  summary: words,
  setting: object({ place: words, from: date, to: date }),
  minutes: z.int().min(1).max(600),
  sessions: z.array(session).min(1).max(40),
  procedure,
  tokens: z
    .array(object({ id, name: words, about: words }))
    .min(1)
    .max(8),
  chair: object({ name: words, about: words, flag: z.string().regex(/^[A-Z]{2}$/u) }),
  delegations: z.array(delegation).min(2).max(200),
  articles: z.array(article).min(1).max(30),
  linkages: z.array(linkage),
  concessions: z.array(concession),
  tension: object({
    start: span,
    steps: z.array(object({ from: percent, name: words, about: words })).min(1),
    collapse: z.int().min(1).max(100),
    risePerSession: z.int().min(0).max(100),
    calm: z.int().min(0).max(100),
  }),
  trust: object({ usual: percent, pairs: z.array(trustPair) }),
  incidents: z.array(incident),
  contexts: z.array(context),
  goals: z.array(object({ id, goal: words, decisions: words })),
  debrief: z.array(object({ goal: id, question: words })),
  sources: z.array(
    object({ id: z.string().min(1), title: z.string(), where: z.string(), seen: z.boolean() }),
  ),
});

export type ScenarioDraft = z.infer<typeof scenarioDraft>;
export type WordsDraft = z.infer<typeof words>;
export type SpanDraft = z.infer<typeof span>;
export type NamesDraft = z.infer<typeof names>;
