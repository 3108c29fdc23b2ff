import type { Conditional, Deal, Deed, Offer, Pledge } from './deal.ts';
import type {
  AmendmentId,
  ArticleId,
  CalmingId,
  ContextId,
  DealId,
  DelegationId,
  IncidentId,
  OfferId,
  OperationId,
  PointId,
  PromiseId,
  TokenId,
  TrackId,
  VulnerabilityId,
  WarningId,
} from './ids.ts';
import type { DraftArticle, Position, Response } from './command.ts';
import type { Correction, InterventionKind } from './intervention.ts';
import type { Mandate, Provision, Text } from './mandate.ts';
import type { Outcome } from './outcome.ts';
import type { Reason, WouldChange } from './reason.ts';
import type { Amendment, ContactGroup, Operation, PublicVow, Warning } from './state.ts';
import type { Answer, Method, Origin, Phase, PromiseState, Tone, TrackStep, Vow } from './vocabulary.ts';

/** What happened. Facts only: `evolve` never chooses. Who sees which is said in `audience.ts`. */
export type Event =
  // the clock of the conference
  | { readonly kind: 'phase-opened'; readonly session: number; readonly phase: Phase }
  | { readonly kind: 'done'; readonly by: DelegationId }
  // the world
  | { readonly kind: 'context-drawn'; readonly card: ContextId }
  | { readonly kind: 'tension-moved'; readonly by: number; readonly to: number; readonly why: TensionCause }
  | {
      readonly kind: 'trust-moved';
      readonly from: DelegationId;
      readonly to: DelegationId;
      readonly by: number;
      readonly why: TrustCause;
    }
  | {
      readonly kind: 'instructed';
      readonly delegation: DelegationId;
      readonly mandate: Mandate;
      readonly why: InstructionCause;
    }
  | {
      readonly kind: 'tokens-moved';
      readonly from: Holder;
      readonly to: Holder;
      readonly token: TokenId;
      readonly amount: number;
    }
  // incidents
  | {
      readonly kind: 'incident-struck';
      readonly incident: IncidentId;
      readonly victim: DelegationId;
      readonly damage: number;
      readonly suspect?: DelegationId;
      readonly exploited?: VulnerabilityId;
      readonly warned: boolean;
    }
  | { readonly kind: 'incident-hidden'; readonly incident: IncidentId; readonly truth: Truth }
  | {
      readonly kind: 'clue-found';
      readonly incident: IncidentId;
      readonly by: DelegationId;
      readonly clue: Clue;
    }
  | {
      readonly kind: 'clues-shared';
      readonly incident: IncidentId;
      readonly by: DelegationId;
      readonly with: DelegationId | 'all';
      readonly clues: readonly Clue[];
    }
  | {
      readonly kind: 'responded';
      readonly incident: IncidentId;
      readonly by: DelegationId;
      readonly response: Response;
      readonly cites: readonly ArticleId[];
      /** Who is in the joint inquiry that it concerns. */
      readonly inquiry?: readonly DelegationId[];
    }
  /** Clues in the press; nobody signed. */
  | { readonly kind: 'clues-leaked'; readonly incident: IncidentId; readonly clues: readonly Clue[] }
  | {
      readonly kind: 'damage-eased';
      readonly incident: IncidentId;
      readonly by: DelegationId;
      readonly points: number;
    }
  | {
      readonly kind: 'truth-out';
      readonly incident: IncidentId;
      readonly origin: Origin;
      readonly culprit?: DelegationId;
    }
  // resilience and intelligence
  | { readonly kind: 'mended'; readonly by: DelegationId; readonly vulnerability: VulnerabilityId }
  | { readonly kind: 'warned'; readonly warning: Warning }
  | {
      readonly kind: 'warning-passed';
      readonly warning: Warning;
      readonly by: DelegationId;
      readonly to: DelegationId | 'all';
    }
  // side tracks
  | {
      readonly kind: 'track-step';
      readonly track: TrackId;
      /** A member, or the world (a context card). */
      readonly by: DelegationId | 'world';
      readonly step: TrackStep;
      /** Whether it meets after this step. */
      readonly open: boolean;
    }
  | {
      readonly kind: 'point-agreed';
      readonly track: TrackId;
      readonly point: PointId;
      /** Nobody, for a point that a parallel negotiation has reached. */
      readonly parties: readonly DelegationId[];
    }
  // operations
  | { readonly kind: 'operation-ordered'; readonly operation: Operation }
  | {
      readonly kind: 'operation-done';
      readonly operation: OperationId;
      readonly by: DelegationId;
      readonly succeeded: boolean;
      readonly incident?: IncidentId;
    }
  | {
      readonly kind: 'secret-learned';
      readonly by: DelegationId;
      readonly about: DelegationId;
      readonly redLine: Provision;
    }
  | { readonly kind: 'operation-exposed'; readonly operation: Operation }
  // the press and the capital
  | { readonly kind: 'calmed'; readonly by: DelegationId; readonly move: CalmingId }
  | {
      readonly kind: 'interviewed';
      readonly by: DelegationId;
      readonly vow?: Provision & { readonly says: Vow };
      readonly tone: Tone;
      readonly names: readonly DelegationId[];
    }
  | {
      readonly kind: 'opinion-moved';
      readonly delegation: DelegationId;
      readonly by: number;
      readonly to: number;
      readonly why: OpinionCause;
    }
  /** A secret deal is in the papers, with all that it says. */
  | { readonly kind: 'deal-leaked'; readonly deal: Deal }
  /** Who leaked: known to itself alone. */
  | { readonly kind: 'leaked'; readonly by: DelegationId; readonly what: DealId | IncidentId }
  | { readonly kind: 'leak-traced'; readonly by: DelegationId; readonly what: DealId | IncidentId }
  | {
      readonly kind: 'flexed';
      readonly by: DelegationId;
      readonly redLine: Provision;
      readonly granted: boolean;
    }
  // the floor and the text
  | { readonly kind: 'agenda-set'; readonly articles: readonly ArticleId[] }
  | { readonly kind: 'group-formed'; readonly group: ContactGroup }
  | {
      readonly kind: 'group-reported';
      readonly article: ArticleId;
      readonly by: DelegationId;
      readonly option: number;
    }
  | { readonly kind: 'sponsored'; readonly amendment: AmendmentId; readonly by: DelegationId }
  | {
      readonly kind: 'point-of-order';
      readonly article: ArticleId;
      readonly by: DelegationId;
      readonly sustained: boolean;
    }
  | {
      readonly kind: 'spoke';
      readonly by: DelegationId;
      readonly positions: readonly Position[];
      readonly priorities: readonly ArticleId[];
      readonly tone: Tone;
      readonly names: readonly DelegationId[];
      readonly cites: readonly ArticleId[];
    }
  | { readonly kind: 'replied'; readonly by: DelegationId; readonly to: DelegationId; readonly tone: Tone }
  | { readonly kind: 'position-taken'; readonly by: DelegationId; readonly position: Position }
  | {
      readonly kind: 'amended';
      readonly by: DelegationId;
      readonly article: ArticleId;
      readonly option: number;
      readonly reopened: boolean;
      readonly amendment: Amendment;
    }
  | { readonly kind: 'draft-issued'; readonly number: number; readonly articles: readonly DraftArticle[] }
  // deals
  | { readonly kind: 'offered'; readonly offer: Offer }
  | {
      readonly kind: 'offer-accepted';
      readonly offer: OfferId;
      readonly by: DelegationId;
      readonly parties: readonly DelegationId[];
      readonly because: readonly Reason[];
    }
  | {
      readonly kind: 'offer-declined';
      readonly offer: OfferId;
      readonly by: DelegationId;
      readonly parties: readonly DelegationId[];
      readonly because: readonly Reason[];
      readonly wouldChange: readonly WouldChange[];
    }
  | {
      readonly kind: 'offer-withdrawn';
      readonly offer: OfferId;
      readonly by: DelegationId;
      readonly parties: readonly DelegationId[];
    }
  | { readonly kind: 'offer-lapsed'; readonly offer: OfferId; readonly parties: readonly DelegationId[] }
  | { readonly kind: 'deal-struck'; readonly offer: OfferId; readonly deal: Deal }
  | { readonly kind: 'deed-done'; readonly undertaking: Deed; readonly open: boolean }
  | { readonly kind: 'promised'; readonly pledge: Pledge }
  | {
      readonly kind: 'promise-settled';
      readonly pledge: PromiseId;
      readonly state: PromiseState;
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly open: boolean;
      /** Points of trust its breach has cost. */
      readonly cost?: { readonly harmed: number; readonly others: number };
    }
  /** Undertakings that waited for adoption: carried out, or fallen away. */
  | { readonly kind: 'conditions-met'; readonly carriedOut: readonly Conditional[] }
  // the decision
  | {
      readonly kind: 'text-put';
      readonly text: Text;
      readonly method: Method;
      readonly amendment?: AmendmentId;
    }
  | {
      readonly kind: 'answered';
      readonly by: DelegationId;
      readonly answer: Answer;
      readonly articles: readonly ArticleId[];
      readonly because: readonly Reason[];
    }
  | {
      readonly kind: 'decided';
      readonly method: Method;
      readonly text: Text;
      /** The text, or the amendment it was about. */
      readonly adopted: boolean;
      readonly answers: readonly GivenAnswer[];
      readonly valid: boolean;
      readonly amendment?: AmendmentId;
    }
  | { readonly kind: 'signed'; readonly by: DelegationId }
  | {
      readonly kind: 'explained';
      readonly by: DelegationId;
      readonly articles: readonly ArticleId[];
      readonly tone: Tone;
    }
  // whoever runs the room
  /** Something was put in from outside the game: everybody sees that it was, and what may be read by all. */
  | {
      readonly kind: 'facilitated';
      readonly what: InterventionKind;
      /** Of a bulletin. */
      readonly headline?: string;
      readonly story?: string;
      /** Of a correction: of what, and why. */
      readonly of?: Correction['of'];
      readonly because?: string;
    }
  | { readonly kind: 'instruction-given'; readonly to: DelegationId; readonly message: string }
  | {
      readonly kind: 'corrected';
      readonly what: Extract<Correction, { of: 'damage' | 'article' | 'tension' }>;
    }
  // the end
  | { readonly kind: 'closed'; readonly end: Outcome['end']; readonly text?: Text; readonly method?: Method }
  | { readonly kind: 'scored'; readonly outcome: Outcome };

export type EventKind = Event['kind'];

/** Where tokens are: with a delegation, with the world (which grants and takes), or held for a deal until adoption. */
export type Holder = DelegationId | 'world' | 'escrow';

export interface GivenAnswer {
  readonly by: DelegationId;
  readonly answer: Answer;
  readonly articles: readonly ArticleId[];
  readonly because: readonly Reason[];
}

/** Evidence: it points to an origin, and for `state`, `proxy` and `false-flag` to somebody. It may mislead. */
export interface Clue {
  /** Index among the card's clues. */
  readonly index: number;
  readonly origin: Origin;
  readonly culprit?: DelegationId;
  /** Chance in percent that such a clue points to the truth. */
  readonly reliability: number;
}

/** What really happened. Nobody's to see until it comes out or the game has closed. */
export interface Truth {
  readonly origin: Origin;
  readonly culprit?: DelegationId;
  readonly clues: readonly Clue[];
}

export type TensionCause =
  | { readonly code: 'incident'; readonly incident: IncidentId }
  | { readonly code: 'response'; readonly incident: IncidentId; readonly by: DelegationId }
  | { readonly code: 'context'; readonly card: ContextId }
  | { readonly code: 'sharp-words'; readonly by: DelegationId }
  | { readonly code: 'calm' }
  | { readonly code: 'text-failed' }
  | { readonly code: 'calming'; readonly by: DelegationId; readonly move: CalmingId }
  | { readonly code: 'point'; readonly track: TrackId; readonly point: PointId }
  | { readonly code: 'rupture'; readonly track: TrackId; readonly incident: IncidentId }
  | { readonly code: 'operation'; readonly operation: OperationId }
  | { readonly code: 'facilitator' };

export type TrustCause =
  | { readonly code: 'kept'; readonly pledge: PromiseId }
  | { readonly code: 'broke'; readonly pledge: PromiseId }
  | { readonly code: 'deal'; readonly deal: string }
  | { readonly code: 'assisted'; readonly incident: IncidentId }
  | { readonly code: 'shared'; readonly incident: IncidentId }
  | { readonly code: 'accused'; readonly incident: IncidentId }
  | { readonly code: 'wrongly-accused'; readonly incident: IncidentId }
  | { readonly code: 'sanctioned'; readonly incident: IncidentId }
  | { readonly code: 'warm-words' }
  | { readonly code: 'sharp-words' }
  | { readonly code: 'blocked' }
  | { readonly code: 'context'; readonly card: ContextId }
  | { readonly code: 'warned'; readonly warning: WarningId }
  | { readonly code: 'condemned'; readonly incident: IncidentId }
  | { readonly code: 'unhelped'; readonly incident: IncidentId }
  | { readonly code: 'hit-back'; readonly incident: IncidentId }
  | { readonly code: 'calming'; readonly move: CalmingId }
  | { readonly code: 'point'; readonly track: TrackId; readonly point: PointId }
  | { readonly code: 'suspended'; readonly track: TrackId }
  | { readonly code: 'operation'; readonly operation: OperationId }
  | { readonly code: 'secret-deal'; readonly deal: DealId }
  | { readonly code: 'leaked'; readonly what: DealId | IncidentId }
  | { readonly code: 'cited'; readonly article: ArticleId }
  | { readonly code: 'explained' }
  | { readonly code: 'facilitator' };

export type InstructionCause =
  | { readonly code: 'incident'; readonly incident: IncidentId }
  | { readonly code: 'context'; readonly card: ContextId }
  | { readonly code: 'point'; readonly track: TrackId; readonly point: PointId }
  | { readonly code: 'rupture'; readonly track: TrackId; readonly incident: IncidentId }
  | { readonly code: 'operation'; readonly operation: OperationId }
  | { readonly code: 'vow'; readonly vow: PublicVow }
  | { readonly code: 'flexibility'; readonly redLine: Provision }
  | { readonly code: 'opinion' }
  | { readonly code: 'facilitator' };

export type OpinionCause =
  | { readonly code: 'interview' }
  | { readonly code: 'sharp-words' }
  | { readonly code: 'accused'; readonly incident: IncidentId }
  | { readonly code: 'wrongly-accused'; readonly incident: IncidentId }
  | { readonly code: 'hit'; readonly incident: IncidentId }
  | { readonly code: 'helped'; readonly incident: IncidentId }
  | { readonly code: 'broke-vow'; readonly article: ArticleId }
  | { readonly code: 'operation'; readonly operation: OperationId }
  | { readonly code: 'explained' }
  | { readonly code: 'facilitator' };
