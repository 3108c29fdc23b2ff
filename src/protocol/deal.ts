import { z } from 'zod';
import type { Provision, Reason, Undertaking, When, WouldChange } from '../engine/seat.ts';
import {
  articleId,
  concessionId,
  delegationId,
  few,
  incidentId,
  place,
  pointId,
  small,
  tokenId,
  trackId,
  vulnerabilityId,
} from './words.ts';

export const provision = z.strictObject({ article: articleId, option: place }) satisfies z.ZodType<Provision>;

const when = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('now') }),
  z.strictObject({ on: z.literal('adoption'), containing: few(provision) }),
]) satisfies z.ZodType<When>;

const sides = { by: delegationId, to: delegationId };

export const undertaking = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tokens'), ...sides, token: tokenId, amount: small, when }),
  z.strictObject({ kind: z.literal('deed'), ...sides, concession: concessionId, when }),
  z.strictObject({
    kind: z.literal('position'),
    ...sides,
    provision,
    stance: z.enum(['accept', 'support']),
  }),
  z.strictObject({ kind: z.literal('join'), ...sides, containing: few(provision) }),
  z.strictObject({ kind: z.literal('oppose'), ...sides, containing: few(provision) }),
  z.strictObject({ kind: z.literal('intelligence'), ...sides, incident: incidentId }),
  z.strictObject({ kind: z.literal('restraint'), ...sides, through: place }),
  z.strictObject({ kind: z.literal('point'), ...sides, track: trackId, point: pointId }),
  z.strictObject({ kind: z.literal('later'), ...sides, concession: concessionId, due: place }),
]) satisfies z.ZodType<Undertaking>;

const code = <C extends string>(value: C) => ({ code: z.literal(value) });
const whole = small.exactOptional();

/** Reasons that people send with offers and answers. */
export const reason = z.discriminatedUnion('code', [
  z.strictObject({ ...code('worse-than-no-agreement'), short: whole }),
  z.strictObject({ ...code('better-than-no-agreement'), gain: whole }),
  z.strictObject({ ...code('red-line'), article: articleId }),
  z.strictObject({ ...code('unbalanced'), gain: whole }),
  z.strictObject({ ...code('not-enough'), gain: whole }),
  z.strictObject({ ...code('gains'), gain: whole }),
  z.strictObject({ ...code('article-hurts'), article: articleId, loss: whole }),
  z.strictObject({ ...code('article-helps'), article: articleId, gain: whole }),
  z.strictObject({ ...code('bearable'), article: articleId, loss: whole }),
  z.strictObject({ ...code('keeps-draft'), article: articleId }),
  z.strictObject({ ...code('helps-you'), article: articleId }),
  z.strictObject({ ...code('needs'), what: concessionId }),
  z.strictObject({ ...code('matters-more'), article: articleId, than: articleId }),
  z.strictObject({ ...code('linked'), first: provision, second: provision }),
  z.strictObject(code('too-early')),
  z.strictObject(code('time-is-short')),
  z.strictObject(code('nothing-lost')),
  z.strictObject({ ...code('friend-wants'), friend: delegationId }),
  z.strictObject({ ...code('due-to-us'), gain: whole }),
  z.strictObject({ ...code('low-trust'), towards: delegationId }),
  z.strictObject({ ...code('broken-promise'), by: delegationId }),
  z.strictObject({ ...code('given-elsewhere'), what: concessionId }),
  z.strictObject({ ...code('not-enough-tokens'), token: tokenId }),
  z.strictObject(code('no-longer-possible')),
  z.strictObject({ ...code('builds-coalition'), with: few(delegationId), provision }),
  z.strictObject({ ...code('builds-minority'), with: few(delegationId), containing: few(provision) }),
  z.strictObject({ ...code('promised'), to: delegationId }),
  z.strictObject({
    ...code('evidence-points-to'),
    towards: delegationId.exactOptional(),
    belief: whole,
  }),
  z.strictObject({ ...code('evidence-too-thin'), belief: whole }),
  z.strictObject(code('calms-tension')),
  z.strictObject(code('victim-asks')),
  z.strictObject({ ...code('prepares-point'), track: trackId, point: pointId }),
  z.strictObject({ ...code('mends-flaw'), vulnerability: vulnerabilityId }),
  z.strictObject({ ...code('warns-in-time'), of: delegationId }),
  z.strictObject(code('speaks-home')),
  z.strictObject({ ...code('asks-capital'), redLine: provision }),
  z.strictObject({ ...code('meets-objections'), article: articleId, of: few(delegationId) }),
  z.strictObject({ ...code('objections-remain'), articles: few(articleId), of: few(delegationId) }),
  z.strictObject(code('no-objections')),
  z.strictObject(code('routine')),
]) satisfies z.ZodType<Reason>;

export const wouldChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('provision'), provision }),
  z.strictObject({ kind: z.literal('not-provision'), provision }),
  z.strictObject({ kind: z.literal('tokens'), token: tokenId, amount: small }),
  z.strictObject({ kind: z.literal('concession'), concession: concessionId }),
  z.strictObject({ kind: z.literal('without-tokens'), token: tokenId }),
  z.strictObject({ kind: z.literal('fewer-tokens'), token: tokenId, amount: small }),
  z.strictObject({ kind: z.literal('without-concession'), concession: concessionId }),
  z.strictObject({ kind: z.literal('without-join'), containing: few(provision) }),
  z.strictObject({ kind: z.literal('without-oppose'), containing: few(provision) }),
  z.strictObject({ kind: z.literal('without-intelligence'), incident: incidentId }),
  z.strictObject({ kind: z.literal('without-restraint') }),
  z.strictObject({ kind: z.literal('without-point'), track: trackId, point: pointId }),
  z.strictObject({ kind: z.literal('later') }),
  z.strictObject({ kind: z.literal('nothing') }),
]) satisfies z.ZodType<WouldChange>;
