import type { InstructionCause, OpinionCause, TensionCause, TrustCause } from '../../engine/seat.ts';
import { code } from './index.ts';
import type { Names } from './names.ts';

/** Why tension moved, as a clause. */
export const tensionWhy = (names: Names, why: TensionCause): string => {
  switch (why.code) {
    case 'incident':
      return code('why.incident', { incident: names.incident(why.incident) });
    case 'response':
      return code('why.response', { by: names.delegation(why.by), incident: names.incident(why.incident) });
    case 'context':
      return code('why.context', { card: names.context(why.card) });
    case 'sharp-words':
      return code('why.sharp-words-by', { by: names.delegation(why.by) });
    case 'calming':
      return code('why.calming', { by: names.delegation(why.by), move: names.calming(why.move) });
    case 'point':
      return code('why.point', { point: names.point(why.point) });
    case 'rupture':
      return code('why.rupture', { track: names.track(why.track), incident: names.incident(why.incident) });
    case 'operation':
      return code('why.operation');
    case 'calm':
    case 'text-failed':
    case 'facilitator':
      return code(`why.${why.code}`);
  }
};

/**
 * Why trust moved, as a clause. Whoever has said rightly what was behind an incident gains trust under the code by which the accused
 * trusts its accuser less: the sign tells which it is.
 */
export const trustWhy = (
  names: Names,
  why: TrustCause,
  move?: { readonly to: string; readonly by: number },
): string => {
  switch (why.code) {
    case 'accused':
      return move !== undefined && move.by > 0
        ? code('why.was-right', { by: names.delegation(move.to), incident: names.incident(why.incident) })
        : code('why.accused', { incident: names.incident(why.incident) });
    case 'assisted':
    case 'shared':
    case 'wrongly-accused':
    case 'sanctioned':
    case 'condemned':
    case 'unhelped':
    case 'hit-back':
      return code(`why.${why.code}`, { incident: names.incident(why.incident) });
    case 'context':
      return code('why.context', { card: names.context(why.card) });
    case 'calming':
      return code('why.calming-move', { move: names.calming(why.move) });
    case 'point':
      return code('why.point', { point: names.point(why.point) });
    case 'suspended':
      return code('why.suspended', { track: names.track(why.track) });
    case 'cited':
      return code('why.cited', { article: names.article(why.article) });
    case 'warned':
    case 'operation':
    case 'secret-deal':
    case 'leaked':
    case 'explained':
    case 'kept':
    case 'broke':
    case 'deal':
    case 'warm-words':
    case 'sharp-words':
    case 'blocked':
    case 'facilitator':
      return code(`why.${why.code}`);
  }
};

/** Whence new instructions came, as a clause after "after". */
export const instructionWhy = (names: Names, why: InstructionCause): string => {
  switch (why.code) {
    case 'incident':
    case 'rupture':
      return code('why.incident', { incident: names.incident(why.incident) });
    case 'context':
      return code('why.context', { card: names.context(why.card) });
    case 'point':
      return code('why.point', { point: names.point(why.point) });
    case 'operation':
      return code('why.own-operation');
    case 'vow':
    case 'flexibility':
    case 'opinion':
    case 'facilitator':
      return code(`why.${why.code}`);
  }
};

/** Why opinion at home moved, as a clause. */
export const opinionWhy = (names: Names, why: OpinionCause): string => {
  switch (why.code) {
    case 'accused':
    case 'wrongly-accused':
    case 'hit':
    case 'helped':
      return code(`why.${why.code}`, { incident: names.incident(why.incident) });
    case 'broke-vow':
      return code('why.broke-vow', { article: names.article(why.article) });
    case 'interview':
    case 'sharp-words':
    case 'operation':
    case 'explained':
    case 'facilitator':
      return code(`why.${why.code}`);
  }
};
