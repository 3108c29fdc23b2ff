import { z } from 'zod';
import { ORIGINS, SECTORS, STYLES } from '../engine/seat.ts';
import {
  byId,
  effect,
  flag,
  id,
  language,
  listOf,
  options,
  percent,
  place,
  procedure,
  session,
  setting,
  sources,
  span,
  tension,
  token,
  trust,
  words,
  type names,
} from './draft-basics.ts';
import { world } from './draft-world.ts';
import { FORMAT } from './format.ts';

/**
 * The shape of a scenario file as its author writes it: ids as plain strings, a number for a span, a text for words.
 * Read, not yet checked: that ids exist and numbers make sense is `checked.ts`'s to say. The JSON Schema is made from it.
 */

const want = z.strictObject({
  weight: span.describe('Importance of the article beside the others, 0 to 100'),
  values: z
    .union([byId(span), listOf(span, 1, 8)])
    .describe(
      'Worth of each option, 0 (worst) to 100 (best): by option id, or a list in the order of the options',
    ),
  opening: id.describe('The option it is publicly known to favour'),
});

/** What is a delegation’s own, whatever bloc it speaks with. */
const identity = z.strictObject({
  id,
  name: words.describe('Full name'),
  placard: words.describe('Name on the placard, at most 14 characters'),
  flag,
  at: z
    .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
    .describe('The capital on the map: [longitude, latitude] in degrees'),
});

const stakes = z.strictObject({
  tension: span.describe('Hundredths of a point lost per point of tension, 0 to 500'),
  damage: span.describe('Hundredths of a point lost per point of damage it suffers, 0 to 500'),
  face: span.describe('Hundredths of a point lost when it is publicly accused, 0 to 2000'),
});
const capacity = z.strictObject({
  offence: z.int().min(0).max(10).describe('What it could do to others, 0 to 10'),
  defence: z.int().min(0).max(10).describe('How well it is defended, 0 to 10'),
  dependence: z.int().min(0).max(10).describe('How much of its life depends on networks, 0 to 10'),
});

/** What a delegation can take from a bloc. */
const position = z.strictObject({
  groups: listOf(z.string().min(1).max(60), 0, 20).describe('Groups it belongs to; any names'),
  about: words.describe('Public: who they are and what they are known to want'),
  briefing: words.describe('Role sheet for whoever plays it, in the second person'),
  manner: words.describe('How it answers, in one line, shown to others'),
  style: z.enum(STYLES).describe('Negotiating style when it is played by AI'),
  bluff: z
    .int()
    .min(0)
    .max(60)
    .optional()
    .describe('Played by AI: percent of what it could give that its words leave unsaid, 0 to 60'),
  wants: byId(want).describe('What it wants of each article, by article id'),
  redLines: listOf(
    z.strictObject({
      article: id.describe('Article'),
      options,
      chance: percent.describe('Chance in percent that its capital insists in a game'),
    }),
  ).describe('Options it may never accept'),
  reservation: span.describe('Value of no agreement at the start, 0 to 95 points of its own scale'),
  tokens: byId(span).describe('What it starts with, by token, 0 to 1000'),
  tokenWorth: byId(span).describe('Worth of one unit to it, by token, 0 to 1000 hundredths of a point'),
  stakes: stakes.describe('What it loses by the state of the world'),
  capacity: capacity.describe('The author’s estimates, 0 to 10'),
});

/** A position of which parts may be left to somebody else. */
const partly = z.strictObject({
  ...position.partial().shape,
  wants: byId(want.partial()).optional().describe('What it wants of each article, by article id'),
  stakes: stakes.partial().optional().describe('What it loses by the state of the world'),
  capacity: capacity.partial().optional().describe('The author’s estimates, 0 to 10'),
});

const bloc = z.strictObject({ id, ...partly.shape });

const whole = z.strictObject({ ...identity.shape, ...position.shape });
const heir = z.strictObject({
  ...identity.shape,
  blocs: listOf(id, 1, 10).describe('Blocs whose position it takes where it says nothing; later ones win'),
  ...partly.shape,
});

const article = z.strictObject({
  id,
  title: words.describe('Title in the text'),
  short: words.describe('One or two words for tight places'),
  about: words.describe('What the quarrel is about'),
  draft: id.describe('The option that the Chair’s first draft has'),
  options: listOf(
    z.strictObject({
      id,
      label: words.describe('A few words'),
      wording: words.describe('The treaty wording; empty for the first option, no text'),
    }),
    2,
    8,
  ).describe('What the article can say; the first is { id: none, label: No text, wording: "" }'),
});

const side = z.strictObject({ article: id.describe('Article'), options });
const linkage = z.strictObject({
  id,
  about: words.describe('Why the two belong together'),
  between: z.tuple([side, side]).describe('Options of two different articles'),
  worth: byId(span).describe('Points it adds, by delegation, where both stand in the text: -60 to 60'),
});

const concession = z.strictObject({
  id,
  title: words.describe('What is done'),
  about: words.describe('What that means'),
  givers: byId(span).describe('Who can do it, and what it costs: 0 to 5000 hundredths of a point'),
  receivers: byId(span).describe('To whom it is worth something: -5000 to 5000 hundredths of a point'),
  spends: byId(z.int().min(1).max(1_000)).optional().describe('Tokens the giver spends, by token'),
  sources,
});

const weight = z.int().min(0).max(1_000);
const incident = z.strictObject({
  id,
  title: words.describe('Title of the card'),
  story: words.describe('At most 60 words; {victim} stands for the victim’s name'),
  sector: z.enum(SECTORS).describe('What was hit'),
  severity: z.int().min(1).max(5).describe('1 to 5'),
  weight: weight.describe('How often it comes beside the other cards, 0 to 1000'),
  victims: byId(weight).describe('Who may be hit, with relative frequency'),
  origins: z
    .partialRecord(z.enum(ORIGINS), percent)
    .describe('Who was truly behind it, in percent, 100 in all'),
  culprits: byId(weight)
    .optional()
    .describe(
      'Who may be behind it as a state or by proxies, and who may be framed, with relative frequency',
    ),
  clues: listOf(
    z.strictObject({
      about: words.describe('What was found'),
      reliability: percent.describe('Chance in percent that it points to the truth'),
    }),
    0,
    8,
  ).describe('Evidence, in the order in which it is found'),
  touches: byId(z.int().min(10).max(400))
    .optional()
    .describe('Articles that matter more or less afterwards: weight in percent of before, 10 to 400'),
  tension: span.describe('Points of tension, -50 to 50'),
  damage: span.describe('Damage points to the victim, 0 to 100'),
  reservation: z
    .int()
    .min(-3_000)
    .max(3_000)
    .describe('Change of the victim’s reservation value, -3000 to 3000 hundredths of a point'),
  damped: listOf(
    z.strictObject({
      article: id.describe('Article'),
      options,
      damage: percent.describe('Percent of the damage that remains'),
      tension: percent.describe('Percent of the tension that remains'),
    }),
  )
    .optional()
    .describe('Settled provisions that soften it'),
  precedent: words.describe('What it is modelled on'),
  sources,
});

const context = z.strictObject({
  id,
  title: words.describe('Title of the card'),
  story: words.describe('At most 60 words'),
  weight: weight.describe('How often it comes beside the other cards, 0 to 1000'),
  from: place.describe('First session in which it may be drawn, counted from 1'),
  to: place.describe('Last session in which it may be drawn, counted from 1'),
  effects: listOf(effect, 0, 20).describe('What it does besides being read'),
  sources,
});

export const scenarioDraft = z.strictObject({
  format: z.literal(FORMAT).describe('Version of the format: 2'),
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, { error: 'small letters, digits and single hyphens' })
    .max(60)
    .describe('Id of the scenario: small letters, digits and single hyphens'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/u, { error: 'a version as 1.0.0' })
    .describe('Version of the content, as 1.0.0; a saved game names it'),
  language: language.describe('Language tag of the texts, as en'),
  title: words.describe('Title'),
  subtitle: words.describe('One line under the title'),
  summary: words.describe('Some sentences for whoever chooses a scenario'),
  setting,
  minutes: z.int().min(1).max(600).describe('Playing time alone in minutes, the author’s estimate'),
  sessions: listOf(session, 1, 40).describe('The rounds of play'),
  procedure,
  tokens: listOf(token, 1, 8).describe('Things that can be counted, held, spent and handed over'),
  chair: z
    .strictObject({ name: words.describe('Name'), about: words.describe('Who presides'), flag })
    .describe('Who presides'),
  blocs: listOf(bloc, 0, 100)
    .optional()
    .describe('Positions that several delegations share; they name them under blocs'),
  delegations: listOf(z.union([whole, heir]), 2, 200).describe('Who sits at the table'),
  articles: listOf(article, 1, 30).describe('What the text is about'),
  linkages: listOf(linkage).describe('What two provisions are worth together'),
  concessions: listOf(concession).describe('Deeds one delegation can do for another'),
  tension,
  trust,
  incidents: listOf(incident).describe('Incident cards'),
  contexts: listOf(context).describe('Context cards: what happens in the world'),
  ...world,
  goals: listOf(
    z.strictObject({
      id,
      goal: words.describe('What is learned'),
      decisions: words.describe('Which decisions of the game exercise it'),
    }),
  ).describe('Learning goals'),
  debrief: listOf(
    z.strictObject({ goal: id.describe('Learning goal'), question: words.describe('What is asked') }),
  ).describe('Questions for the debrief'),
  sources: listOf(
    z.strictObject({
      id: z.string().min(1).max(40).describe('Id, any short text'),
      title: z.string().describe('What it is'),
      where: z.string().describe('Where it is found'),
      seen: z
        .boolean()
        .describe('true: the text was seen; false: general knowledge, to be checked by a teacher'),
    }),
  ).describe('What the facts rest on'),
});

export type ScenarioDraft = z.infer<typeof scenarioDraft>;
export type BlocDraft = z.infer<typeof bloc>;
export type HeirDraft = z.infer<typeof heir>;
export type DelegationDraft = z.infer<typeof whole>;
export type WordsDraft = z.infer<typeof words>;
export type SpanDraft = z.infer<typeof span>;
export type NamesDraft = z.infer<typeof names>;
export type EffectDraft = z.infer<typeof effect>;
