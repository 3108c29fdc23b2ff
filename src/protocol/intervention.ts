import { z } from 'zod';
import { ORIGINS, type Correction, type Effect, type Intervention } from '../engine/seat.ts';
import { draftArticle, position } from './command.ts';
import {
  articleId,
  contextId,
  dealId,
  delegationId,
  few,
  incidentId,
  offerId,
  promiseId,
  small,
  tokenId,
  trackId,
} from './words.ts';

const kind = <K extends string>(value: K) => ({ kind: z.literal(value) });
const of = <K extends string>(value: K) => ({ of: z.literal(value) });
const scale = z.int().min(0).max(100);
const headline = z.string().trim().min(1).max(120);
const prose = z.string().trim().max(600);

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...kind('tension'), by: small }),
  z.strictObject({ ...kind('trust'), from: few(delegationId), to: few(delegationId), by: small }),
  z.strictObject({ ...kind('weight'), article: articleId, of: few(delegationId), percent: small }),
  z.strictObject({ ...kind('reservation'), of: few(delegationId), by: small }),
  z.strictObject({ ...kind('tokens'), of: few(delegationId), token: tokenId, by: small }),
  z.strictObject({ ...kind('track'), track: trackId, open: z.boolean() }),
]) satisfies z.ZodType<Effect>;

const correction = z.discriminatedUnion('of', [
  z.strictObject({ ...of('tokens'), delegation: delegationId, token: tokenId, to: small }),
  z.strictObject({ ...of('tension'), to: scale }),
  z.strictObject({ ...of('trust'), from: delegationId, to: delegationId, points: scale }),
  z.strictObject({ ...of('stance'), delegation: delegationId, position }),
  z.strictObject({ ...of('damage'), delegation: delegationId, to: small }),
  z.strictObject({ ...of('opinion'), delegation: delegationId, to: scale }),
  z.strictObject({ ...of('article'), article: articleId, now: draftArticle }),
  z.strictObject({ ...of('pledge'), pledge: promiseId, state: z.enum(['kept', 'broken', 'void']) }),
  z.strictObject({ ...of('offer'), offer: offerId }),
]) satisfies z.ZodType<Correction>;

/** What a facilitator does to the game, in form. */
export const intervention = z.discriminatedUnion('kind', [
  z.strictObject({
    ...kind('incident'),
    incident: incidentId,
    victim: delegationId.exactOptional(),
    origin: z.enum(ORIGINS).exactOptional(),
    culprit: delegationId.exactOptional(),
  }),
  z.strictObject({ ...kind('context'), card: contextId }),
  z.strictObject({ ...kind('leak-deal'), deal: dealId }),
  z.strictObject({ ...kind('leak-clues'), incident: incidentId }),
  z.strictObject({ ...kind('truth'), incident: incidentId }),
  z.strictObject({
    ...kind('bulletin'),
    headline,
    story: prose,
    effects: z.array(effect).max(8),
    damage: z.strictObject({ to: delegationId, points: small }).exactOptional(),
  }),
  z.strictObject({
    ...kind('instruction'),
    to: delegationId,
    message: prose.min(1),
    reservation: small.exactOptional(),
    weight: z.strictObject({ article: articleId, percent: small }).exactOptional(),
  }),
  z.strictObject({ ...kind('correct'), what: correction, because: z.string().trim().min(1).max(200) }),
  z.strictObject(kind('close')),
]) satisfies z.ZodType<Intervention>;
