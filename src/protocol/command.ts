import { z } from 'zod';
import {
  ANSWERS,
  CONFIDENCES,
  METHODS,
  ORIGINS,
  STANCES,
  TONES,
  TRACK_STEPS,
  VOWS,
  type Command,
  type DraftArticle,
  type Position,
  type Response,
} from '../engine/seat.ts';
import { provision, reason, undertaking, wouldChange } from './deal.ts';
import {
  amendmentId,
  articleId,
  calmingId,
  dealId,
  delegationId,
  few,
  incidentId,
  offerId,
  operationCardId,
  place,
  promiseId,
  trackId,
  vulnerabilityId,
  warningId,
} from './words.ts';

export const position = z.strictObject({
  article: articleId,
  option: place,
  stance: z.enum(STANCES),
  beside: provision.exactOptional(),
}) satisfies z.ZodType<Position>;

export const draftArticle = z.strictObject({
  option: place,
  brackets: few(place),
  settled: z.boolean(),
}) satisfies z.ZodType<DraftArticle>;

const kind = <K extends string>(value: K) => ({ kind: z.literal(value) });
const everybodyOr = z.union([z.literal('all'), delegationId]);
const cites = few(articleId).exactOptional();
const because = few(reason);
const tone = z.enum(TONES);
const names = few(delegationId);
/** The length of a text is the number of its articles: more than `few`, so that a long treaty still fits. */
const text = z.array(place).max(200);

const response = z.discriminatedUnion('kind', [
  z.strictObject(kind('investigate')),
  z.strictObject(kind('inquiry')),
  z.strictObject({
    ...kind('assess'),
    origin: z.enum(ORIGINS),
    culprit: delegationId.exactOptional(),
    confidence: z.enum(CONFIDENCES),
  }),
  z.strictObject({ ...kind('share'), with: everybodyOr }),
  z.strictObject(kind('leak')),
  z.strictObject({ ...kind('ask'), from: everybodyOr }),
  z.strictObject(kind('assist')),
  z.strictObject({ ...kind('hotline'), to: delegationId }),
  z.strictObject(kind('condemn')),
  z.strictObject({
    ...kind('attribute'),
    origin: z.enum(ORIGINS),
    culprit: delegationId.exactOptional(),
    confidence: z.enum(CONFIDENCES),
    quiet: z.boolean().exactOptional(),
  }),
  z.strictObject({ ...kind('endorse'), whose: delegationId }),
  z.strictObject({ ...kind('sanction'), on: delegationId }),
  z.strictObject({ ...kind('countermeasure'), on: delegationId }),
]) satisfies z.ZodType<Response>;

const vow = z.strictObject({ article: articleId, option: place, says: z.enum(VOWS) }).exactOptional();

/** What a facilitator does has a request of its own. */
export type SeatCommand = Exclude<Command, { kind: 'intervene' }>;

/** A seat's command, in form. What it may do, and when, the rules say. */
export const command = z.discriminatedUnion('kind', [
  z.strictObject(kind('done')),
  z.strictObject({ ...kind('respond'), incident: incidentId, response, cites }),
  z.strictObject({ ...kind('warn'), warning: warningId, to: everybodyOr }),
  z.strictObject({ ...kind('mend'), vulnerability: vulnerabilityId }),
  z.strictObject({ ...kind('track'), track: trackId, step: z.enum(TRACK_STEPS) }),
  z.strictObject({ ...kind('calm'), move: calmingId }),
  z.strictObject({ ...kind('interview'), vow, tone, names }),
  z.strictObject({ ...kind('leak'), deal: dealId }),
  z.strictObject({ ...kind('flexibility'), redLine: provision }),
  z.strictObject({
    ...kind('operate'),
    operation: operationCardId,
    against: delegationId,
    proxy: z.boolean(),
  }),
  z.strictObject({
    ...kind('speak'),
    positions: few(position),
    priorities: few(articleId),
    tone,
    names,
    cites,
  }),
  z.strictObject({ ...kind('reply'), to: delegationId, tone }),
  z.strictObject({ ...kind('position'), positions: few(position) }),
  z.strictObject({ ...kind('amend'), article: articleId, option: place }),
  z.strictObject({ ...kind('sponsor'), amendment: amendmentId }),
  z.strictObject({ ...kind('point-of-order'), article: articleId }),
  z.strictObject({ ...kind('report'), article: articleId, option: place }),
  z.strictObject({
    ...kind('offer'),
    to: few(delegationId),
    undertakings: few(undertaking),
    open: z.boolean(),
    expires: place,
    answers: offerId.exactOptional(),
    because,
  }),
  z.strictObject({ ...kind('accept'), offer: offerId, because }),
  z.strictObject({ ...kind('decline'), offer: offerId, because, wouldChange: few(wouldChange) }),
  z.strictObject({ ...kind('withdraw'), offer: offerId }),
  z.strictObject({ ...kind('perform'), pledge: promiseId }),
  z.strictObject({ ...kind('answer'), answer: z.enum(ANSWERS), articles: few(articleId), because }),
  z.strictObject(kind('sign')),
  z.strictObject({ ...kind('explain'), articles: few(articleId), tone }),
  z.strictObject({ ...kind('agenda'), articles: few(articleId) }),
  z.strictObject({
    ...kind('group'),
    article: articleId,
    facilitator: delegationId,
    members: few(delegationId),
  }),
  z.strictObject({ ...kind('draft'), articles: z.array(draftArticle).max(200) }),
  z.strictObject({
    ...kind('put'),
    text,
    method: z.enum(METHODS),
    amendment: amendmentId.exactOptional(),
  }),
  z.strictObject(kind('gavel')),
  z.strictObject(kind('advance')),
]) satisfies z.ZodType<SeatCommand>;

/** Every kind of a seat's command has its form here: without one, this does not compile. */
type Formed = z.output<typeof command>['kind'];
export type EveryKindFormed = Exclude<SeatCommand['kind'], Formed> extends never ? true : never;
export const everyKindFormed: EveryKindFormed = true;
