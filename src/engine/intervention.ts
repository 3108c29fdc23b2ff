import type { Effect } from './scenario.ts';
import type { Position, DraftArticle } from './command.ts';
import type {
  ArticleId,
  ContextId,
  DealId,
  DelegationId,
  IncidentId,
  OfferId,
  PromiseId,
  TokenId,
} from './ids.ts';
import type { Origin } from './vocabulary.ts';

/**
 * What whoever runs a room, and does not play, may do to the game. Possible in every phase while the game is open; never silent:
 * each leaves a `facilitated` event that everybody sees, and what is secret in it stays with whom it concerns.
 */
export type Intervention =
  /** An incident from the deck, now. What is left out is drawn by the seed. */
  | {
      readonly kind: 'incident';
      readonly incident: IncidentId;
      readonly victim?: DelegationId;
      readonly origin?: Origin;
      readonly culprit?: DelegationId;
    }
  /** A context card from the deck, with its effects. */
  | { readonly kind: 'context'; readonly card: ContextId }
  /** A secret deal is in the papers. */
  | { readonly kind: 'leak-deal'; readonly deal: DealId }
  /** All clues of an incident are in the papers. */
  | { readonly kind: 'leak-clues'; readonly incident: IncidentId }
  /** The truth about an incident comes out; accusers are judged by it. */
  | { readonly kind: 'truth'; readonly incident: IncidentId }
  /** News written on the spot: everybody reads it, its effects are worked in. */
  | {
      readonly kind: 'bulletin';
      readonly headline: string;
      readonly story: string;
      readonly effects: readonly Effect[];
      /** Damage points to somebody. */
      readonly damage?: { readonly to: DelegationId; readonly points: number };
    }
  /** New instructions from one's capital, written on the spot: only that delegation reads them and knows their effects. */
  | {
      readonly kind: 'instruction';
      readonly to: DelegationId;
      readonly message: string;
      /** Change of its value of no agreement, in hundredths of a point. */
      readonly reservation?: number;
      /** Its weight of an article, in percent of before. */
      readonly weight?: { readonly article: ArticleId; readonly percent: number };
    }
  /** The state is set right, with a reason that everybody can read. */
  | { readonly kind: 'correct'; readonly what: Correction; readonly because: string }
  /** Play ends now: adopted if a text has been, else not. */
  | { readonly kind: 'close' };

/** What can be set right, and to what. */
export type Correction =
  | {
      readonly of: 'tokens';
      readonly delegation: DelegationId;
      readonly token: TokenId;
      readonly to: number;
    }
  | { readonly of: 'tension'; readonly to: number }
  | { readonly of: 'trust'; readonly from: DelegationId; readonly to: DelegationId; readonly points: number }
  | { readonly of: 'stance'; readonly delegation: DelegationId; readonly position: Position }
  | { readonly of: 'damage'; readonly delegation: DelegationId; readonly to: number }
  | { readonly of: 'opinion'; readonly delegation: DelegationId; readonly to: number }
  | { readonly of: 'article'; readonly article: ArticleId; readonly now: DraftArticle }
  | { readonly of: 'pledge'; readonly pledge: PromiseId; readonly state: 'kept' | 'broken' | 'void' }
  | { readonly of: 'offer'; readonly offer: OfferId };

export type InterventionKind = Intervention['kind'];

export const INTERVENTIONS = [
  'incident',
  'context',
  'leak-deal',
  'leak-clues',
  'truth',
  'bulletin',
  'instruction',
  'correct',
  'close',
] as const satisfies readonly InterventionKind[];

export const CORRECTIONS = [
  'tokens',
  'tension',
  'trust',
  'stance',
  'damage',
  'opinion',
  'article',
  'pledge',
  'offer',
] as const satisfies readonly Correction['of'][];
