import type { DelegationId, Undertaking } from '../../../engine/seat.ts';
import type { Mat } from '../../session/contract.ts';
import type { Side } from './deck.ts';

/** Whether two undertakings are about the same thing between the same two, whatever their amount and time. */
export const sameSubject = (a: Undertaking, b: Undertaking): boolean => {
  if (a.by !== b.by || a.to !== b.to) return false;
  switch (a.kind) {
    case 'tokens':
      return b.kind === 'tokens' && b.token === a.token;
    case 'deed':
    case 'later':
      return (b.kind === 'deed' || b.kind === 'later') && b.concession === a.concession;
    case 'position':
      return b.kind === 'position' && b.provision.article === a.provision.article;
    case 'join':
      return b.kind === 'join';
    case 'oppose':
      return b.kind === 'oppose' && JSON.stringify(b.containing) === JSON.stringify(a.containing);
    case 'intelligence':
      return b.kind === 'intelligence' && b.incident === a.incident;
    case 'restraint':
      return b.kind === 'restraint';
    case 'point':
      return b.kind === 'point' && b.track === a.track && b.point === a.point;
  }
};

/** Lays an undertaking on the mat. Tokens of one kind stack up to `most`; anything else about the same subject is replaced. */
export const lay = (mat: Mat, item: Undertaking, most = Number.POSITIVE_INFINITY): Mat => {
  const place = mat.undertakings.findIndex((other) => sameSubject(other, item));
  const there = mat.undertakings[place];
  if (there === undefined) return { ...mat, undertakings: [...mat.undertakings, item] };
  const next =
    item.kind === 'tokens' && there.kind === 'tokens'
      ? { ...there, amount: Math.min(most, there.amount + item.amount) }
      : item;
  return { ...mat, undertakings: mat.undertakings.with(place, next) };
};

/** Takes one undertaking off; of stacked tokens, one token. */
export const lift = (mat: Mat, place: number): Mat => {
  const item = mat.undertakings[place];
  if (item === undefined) return mat;
  if (item.kind === 'tokens' && item.amount > 1)
    return { ...mat, undertakings: mat.undertakings.with(place, { ...item, amount: item.amount - 1 }) };
  return { ...mat, undertakings: mat.undertakings.toSpliced(place, 1) };
};

/** Takes one undertaking off whole. */
export const clear = (mat: Mat, place: number): Mat => ({
  ...mat,
  undertakings: mat.undertakings.toSpliced(place, 1),
});

/** Turns what can wait from "now" to "on adoption" of any text, and back. */
export const turn = (mat: Mat, place: number): Mat => {
  const item = mat.undertakings[place];
  if (item === undefined || (item.kind !== 'tokens' && item.kind !== 'deed')) return mat;
  const when = item.when.on === 'now' ? { on: 'adoption' as const, containing: [] } : { on: 'now' as const };
  return { ...mat, undertakings: mat.undertakings.with(place, { ...item, when }) };
};

/** Chooses whom one talks to. Another partner empties the mat: what was laid was for the first. */
export const approach = (mat: Mat, partner: DelegationId): Mat =>
  mat.partner === partner ? mat : { ...mat, partner, undertakings: [] };

export const sideOf = (item: Undertaking, me: DelegationId): Side => (item.by === me ? 'give' : 'ask');
