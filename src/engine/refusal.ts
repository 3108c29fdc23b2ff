import type {
  AmendmentId,
  ArticleId,
  ConcessionId,
  DealId,
  DelegationId,
  IncidentId,
  OfferId,
  PointId,
  PromiseId,
  TokenId,
  TrackId,
  VulnerabilityId,
} from './ids.ts';
import type { Method, Phase } from './vocabulary.ts';

/** Why a command was refused, with what is needed to say it. */
export type Refusal =
  | { readonly refused: 'game-closed' }
  | { readonly refused: 'no-such-card'; readonly card: string }
  /** An incident or a context card comes once in a game. */
  | { readonly refused: 'already-happened'; readonly what: string }
  | { readonly refused: 'not-your-command' }
  | { readonly refused: 'wrong-phase'; readonly now: Phase; readonly allowed: readonly Phase[] }
  | { readonly refused: 'already-done' }
  | { readonly refused: 'already-spoken' }
  | { readonly refused: 'not-named'; readonly by: DelegationId }
  | { readonly refused: 'no-such-delegation'; readonly delegation: string }
  | { readonly refused: 'no-such-article'; readonly article: string }
  | {
      readonly refused: 'no-such-option';
      readonly article: ArticleId;
      readonly option: number;
      readonly options: number;
    }
  | { readonly refused: 'no-such-incident'; readonly incident: string }
  | { readonly refused: 'no-such-offer'; readonly offer: string }
  | { readonly refused: 'no-such-promise'; readonly pledge: string }
  | { readonly refused: 'no-such-token'; readonly token: string }
  | { readonly refused: 'no-such-concession'; readonly concession: string }
  | { readonly refused: 'malformed'; readonly field: string }
  | { readonly refused: 'too-many-positions'; readonly most: number }
  | { readonly refused: 'no-such-track'; readonly track: string }
  | { readonly refused: 'no-such-point'; readonly point: string }
  | { readonly refused: 'no-such-vulnerability'; readonly vulnerability: string }
  | { readonly refused: 'no-such-operation'; readonly operation: string }
  | { readonly refused: 'no-such-calming'; readonly move: string }
  | { readonly refused: 'no-such-warning'; readonly warning: string }
  | { readonly refused: 'no-such-amendment'; readonly amendment: string }
  | { readonly refused: 'no-such-deal'; readonly deal: string }
  | { readonly refused: 'not-a-member'; readonly track: TrackId; readonly delegation: DelegationId }
  | { readonly refused: 'not-in-the-room'; readonly track: TrackId; readonly delegation: DelegationId }
  | { readonly refused: 'track-closed'; readonly track: TrackId }
  | { readonly refused: 'track-goes-on'; readonly track: TrackId }
  | {
      readonly refused: 'track-not-meeting';
      readonly track: TrackId;
      readonly from: number;
      readonly to: number;
    }
  | { readonly refused: 'too-few-parties'; readonly point: PointId; readonly needs: number }
  | { readonly refused: 'already-agreed'; readonly point: PointId }
  | { readonly refused: 'already-mended'; readonly vulnerability: VulnerabilityId }
  | { readonly refused: 'operations-off' }
  | { readonly refused: 'too-late' }
  | {
      readonly refused: 'once-a-session';
      readonly what: 'calm' | 'flexibility' | 'point-of-order' | 'operate';
    }
  | { readonly refused: 'too-many-interviews'; readonly most: number }
  | { readonly refused: 'vow-stands'; readonly article: ArticleId; readonly option: number }
  | { readonly refused: 'not-your-red-line'; readonly article: ArticleId; readonly option: number }
  | { readonly refused: 'not-secret'; readonly deal: DealId }
  | { readonly refused: 'floor-closed'; readonly most: number }
  | { readonly refused: 'off-agenda'; readonly article: ArticleId }
  | { readonly refused: 'not-settled'; readonly article: ArticleId }
  | { readonly refused: 'already-sponsor'; readonly amendment: AmendmentId }
  | { readonly refused: 'amendment-closed'; readonly amendment: AmendmentId }
  | { readonly refused: 'amendment-votes-off' }
  | { readonly refused: 'too-many-groups'; readonly most: number }
  | { readonly refused: 'group-stands'; readonly article: ArticleId }
  | { readonly refused: 'not-facilitator'; readonly article: ArticleId }
  | { readonly refused: 'group-not-agreed'; readonly article: ArticleId; readonly by: DelegationId }
  | { readonly refused: 'nothing-adopted' }
  | { readonly refused: 'no-signature-needed' }
  | { readonly refused: 'already-signed' }
  | { readonly refused: 'already-explained' }
  | { readonly refused: 'no-inquiry'; readonly incident: IncidentId }
  | { readonly refused: 'victim-first'; readonly incident: IncidentId; readonly victim: DelegationId }
  | { readonly refused: 'not-attributed'; readonly incident: IncidentId; readonly by: DelegationId }
  | { readonly refused: 'no-change' }
  | { readonly refused: 'already-on-table'; readonly article: ArticleId; readonly option: number }
  | { readonly refused: 'over-budget'; readonly token: TokenId; readonly have: number; readonly need: number }
  | { readonly refused: 'cannot-give'; readonly concession: ConcessionId; readonly by: DelegationId }
  | { readonly refused: 'already-given'; readonly concession: ConcessionId; readonly by: DelegationId }
  | { readonly refused: 'no-clues'; readonly incident: IncidentId }
  | { readonly refused: 'no-more-clues'; readonly incident: IncidentId }
  | { readonly refused: 'already-responded'; readonly incident: IncidentId }
  | { readonly refused: 'not-concerned'; readonly incident: IncidentId }
  | { readonly refused: 'not-accused'; readonly incident: IncidentId; readonly on: DelegationId }
  | { readonly refused: 'truth-is-out'; readonly incident: IncidentId }
  | { readonly refused: 'culprit-needed' }
  | { readonly refused: 'culprit-not-fitting' }
  | { readonly refused: 'oneself' }
  | { readonly refused: 'empty-offer' }
  /** It would promise both to join and to oppose what one text could have. */
  | { readonly refused: 'joins-and-opposes'; readonly by: DelegationId }
  | { readonly refused: 'stranger-in-deal'; readonly delegation: DelegationId }
  | { readonly refused: 'silent-party'; readonly delegation: DelegationId }
  | { readonly refused: 'too-many-offers'; readonly most: number }
  | { readonly refused: 'same-offer-stands'; readonly offer: OfferId }
  | {
      readonly refused: 'past-session';
      readonly session: number;
      readonly now: number;
      readonly last: number;
    }
  | { readonly refused: 'not-addressee'; readonly offer: OfferId }
  | { readonly refused: 'not-your-offer'; readonly offer: OfferId }
  | { readonly refused: 'already-accepted'; readonly offer: OfferId }
  | { readonly refused: 'not-your-promise'; readonly pledge: PromiseId }
  | { readonly refused: 'promise-settled'; readonly pledge: PromiseId }
  | { readonly refused: 'nothing-to-perform'; readonly pledge: PromiseId }
  | { readonly refused: 'no-text-put' }
  | { readonly refused: 'text-already-put' }
  | { readonly refused: 'too-many-texts'; readonly most: number }
  | { readonly refused: 'method-not-open'; readonly method: Method; readonly open: readonly Method[] }
  | { readonly refused: 'already-answered' }
  | { readonly refused: 'wrong-answer'; readonly method: Method };

export type RefusalCode = Refusal['refused'];
