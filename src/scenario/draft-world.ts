import { z } from 'zod';
import {
  BENEFITS,
  OPERATIONS,
  RUMOUR_RULES,
  SECTORS,
  TENSION_RULES,
  TRACK_KINDS,
  TRUST_RULES,
  TRUTH_RULES,
} from '../engine/seat.ts';
import {
  byId,
  clock,
  cost,
  effect,
  id,
  listOf,
  options,
  percent,
  place,
  sources,
  span,
  words,
} from './draft-basics.ts';

/** The optional parts of a file: the world around the plenary. A part that is left out is not in play. */

const hundredths = z.int().min(-3_000).max(3_000);

const point = z.strictObject({
  id,
  title: words.describe('What is agreed'),
  about: words.describe('What that means'),
  needs: z.int().min(2).max(200).optional().describe('How many must agree; 2 if not given'),
  worth: byId(span).describe('What being a party to it is worth: -3000 to 3000 hundredths of a point'),
  effects: listOf(effect, 0, 20).optional().describe('What it does as soon as it is agreed'),
  writes: z
    .strictObject({ article: id.describe('Article'), option: id.describe('Option') })
    .optional()
    .describe('Language its parties bring to the plenary'),
  softens: z
    .strictObject({ damage: percent, tension: percent })
    .optional()
    .describe('What remains of damage and tension, in percent, when an incident hits a party'),
});

const track = z.strictObject({
  id,
  title: words.describe('What the room is called'),
  about: words.describe('What it is'),
  kind: z
    .enum(TRACK_KINDS)
    .describe(
      'In a parallel one nobody agrees: it reaches its points by itself, sooner if members work there',
    ),
  members: listOf(id, 1, 200).describe('Delegations that can go in'),
  from: place.describe('First session in which it meets, counted from 1'),
  to: place.describe('Last session in which it meets, counted from 1'),
  open: z.boolean().optional().describe('false: it is suspended at the start, two members must call for it'),
  cost: cost.describe('Spent by a member for going in for a session'),
  advance: z
    .strictObject({
      chance: percent.describe('Chance in percent that a session reaches the next point'),
      each: percent.describe('What each member working there adds'),
    })
    .optional()
    .describe('Parallel only'),
  rupture: z
    .strictObject({
      reservation: z.int().min(0).max(3_000).describe('Hundredths each member loses'),
      tension: percent.describe('Points of tension more'),
    })
    .optional()
    .describe('What an incident costs while the room is suspended'),
  points: listOf(point, 1, 20).describe('What can be agreed there'),
  sources,
});

const payoff = z.strictObject({
  article: id.describe('Article'),
  options,
  gives: z.enum(BENEFITS).describe('What becomes better in play once it is settled'),
  percent: z.int().min(0).max(400).describe('Percent of what is usual, 0 to 400'),
});

const vulnerability = z.strictObject({
  id,
  title: words.describe('What is open'),
  about: words.describe('Where, and why nobody has mended it'),
  sectors: listOf(z.enum(SECTORS), 1, SECTORS.length).describe('Where it makes incidents worse'),
  percent: z.int().min(100).max(400).describe('Percent of the usual damage, 100 to 400'),
  holders: byId(percent).describe('Who may have it, with the chance in percent'),
  cost: cost.describe('Spent for mending it'),
  sources,
});

const intelligence = z.strictObject({
  warnings: byId(z.strictObject({ chance: percent, reliability: percent })).describe(
    'Who may be warned before a session: chance and reliability in percent',
  ),
  briefings: byId(percent).describe('Who may hold the first clue at once: chance in percent'),
  heeded: percent.describe('What remains, in percent, of the damage to a victim that was warned'),
});

const operation = z.strictObject({
  id,
  kind: z.enum(OPERATIONS),
  title: words.describe('What is ordered'),
  about: words.describe('What it may gain and what it risks'),
  cost: cost.describe('Spent for it'),
  proxyCost: cost.describe('Spent besides for doing it through a proxy'),
  success: percent.describe('Chance in percent against a defence of 5'),
  mishap: percent.describe('Chance in percent that it sets off the incident by accident'),
  exposure: percent.describe('Chance in percent, each session, of being found out'),
  gain: z.int().min(0).max(3_000).describe('Hundredths that success adds to the value of no agreement'),
  incident: id.optional().describe('What the target suffers; a card of weight 0 comes in no other way'),
  sources,
});

const calming = z.strictObject({
  id,
  title: words.describe('The step'),
  about: words.describe('What it means'),
  cost: cost.describe('Spent for it'),
  tension: z.int().min(0).max(30).describe('Points by which tension falls, 0 to 30'),
  trust: z.int().min(0).max(20).describe('Points of trust it wins with everybody, 0 to 20'),
  precedent: words.describe('When it was done'),
  sources,
});

const press = z.strictObject({
  interviews: z.int().min(0).max(10).describe('Interviews a delegation may give in a session; 0: no press'),
  opinion: span.describe('Opinion at home at the start, 0 to 100'),
  gain: z.int().min(0).max(30).describe('Points of opinion an interview with a vow wins; without one half'),
  vow: z.int().min(0).max(3_000).describe('Hundredths lost by breaking a public vow'),
  leak: percent.describe('Chance in percent, each session, that a secret deal gets out'),
  traced: percent.describe('Chance in percent that a leak is traced'),
  flexibility: z
    .strictObject({
      cost: cost.describe('Spent for asking'),
      chance: percent.describe('At an opinion of 50'),
    })
    .describe('Asking the capital to give up a red line'),
  swing: hundredths.describe('Hundredths the value of no agreement rises while opinion is below 35'),
});

/** Numbers of the rules: each is the usual one if it is not given. */
const rules = z.strictObject({
  truth: z
    .partialRecord(z.enum(TRUTH_RULES), percent)
    .optional()
    .describe('Percent that an older incident’s truth comes out, and more for each clue that all know'),
  rumours: z
    .partialRecord(z.enum(RUMOUR_RULES), percent)
    .optional()
    .describe('Percent that rumours name the author, or somebody where no State was behind it'),
  help: percent.optional().describe('Percent of the damage that one team takes away'),
  tension: z
    .partialRecord(z.enum(TENSION_RULES), percent)
    .optional()
    .describe('Points of tension that each moves'),
  trust: z
    .partialRecord(z.enum(TRUST_RULES), percent)
    .optional()
    .describe('Points of trust that each wins or costs'),
});

/** The optional sections of a scenario. */
export const world = {
  tracks: listOf(track, 0, 20).optional().describe('Side tracks: rooms in which a few can agree'),
  payoffs: listOf(payoff, 0, 100).optional().describe('What settled provisions make better in play'),
  vulnerabilities: listOf(vulnerability, 0, 100)
    .optional()
    .describe('Known flaws that somebody has not mended'),
  intelligence: intelligence.optional().describe('Warnings before and briefings after incidents'),
  operations: z
    .strictObject({
      allowed: z.boolean().describe('Whether delegations can order them at all'),
      cards: listOf(operation, 0, 30).describe('What can be ordered'),
    })
    .optional()
    .describe('Own operations, at policy level'),
  calming: listOf(calming, 0, 20).optional().describe('Steps down the ladder'),
  press: press.optional().describe('Opinion at home, interviews, leaks, flexibility'),
  rules: rules.optional().describe('Numbers of the rules that are to be others than usual'),
  clock: clock.optional().describe('Minutes by phase, for whoever holds the clock'),
};
