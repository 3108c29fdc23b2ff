import type { Undertaking } from './deal.ts';
import type { ArticleId, DelegationId, IncidentId, OfferId, PromiseId, SeatId } from './ids.ts';
import type { Provision, Text } from './mandate.ts';
import type { Reason, WouldChange } from './reason.ts';
import type { Answer, Confidence, Method, Origin, Stance, Tone } from './vocabulary.ts';

/** What a seat may ask for. In rulebook order; `may.ts` says when each is possible. */
export type Command =
  // any delegation, in any phase
  | { readonly kind: 'done' }
  // incidents: briefing, floor, corridor
  | { readonly kind: 'respond'; readonly incident: IncidentId; readonly response: Response }
  // floor: once a session
  | {
      readonly kind: 'speak';
      readonly positions: readonly Position[];
      readonly priorities: readonly ArticleId[];
      readonly tone: Tone;
      readonly names: readonly DelegationId[];
    }
  // floor: whoever was named may reply once
  | { readonly kind: 'reply'; readonly to: DelegationId; readonly tone: Tone }
  // corridor and drafting (on the floor it is part of the statement)
  | { readonly kind: 'position'; readonly positions: readonly Position[] }
  // floor and drafting: puts an option in brackets beside what stands
  | { readonly kind: 'amend'; readonly article: ArticleId; readonly option: number }
  // corridor
  | {
      readonly kind: 'offer';
      readonly to: readonly DelegationId[];
      readonly undertakings: readonly Undertaking[];
      readonly open: boolean;
      readonly expires: number;
      readonly answers?: OfferId;
      readonly because: readonly Reason[];
    }
  | { readonly kind: 'accept'; readonly offer: OfferId; readonly because: readonly Reason[] }
  | {
      readonly kind: 'decline';
      readonly offer: OfferId;
      readonly because: readonly Reason[];
      readonly wouldChange: readonly WouldChange[];
    }
  | { readonly kind: 'withdraw'; readonly offer: OfferId }
  // corridor, drafting, capital: does what a `later` promise said
  | { readonly kind: 'perform'; readonly pledge: PromiseId }
  // decision
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      readonly articles: readonly ArticleId[];
      readonly because: readonly Reason[];
    }
  // the Chair
  | { readonly kind: 'draft'; readonly articles: readonly DraftArticle[] }
  | { readonly kind: 'put'; readonly text: Text; readonly method: Method }
  | { readonly kind: 'gavel' }
  | { readonly kind: 'advance' };

export type CommandKind = Command['kind'];

export interface Position extends Provision {
  readonly stance: Stance;
}

/** One article of a Chair's draft, in the scenario's order of articles. */
export interface DraftArticle {
  /** What stands. */
  readonly option: number;
  /** Other options kept in brackets; none if `settled`. */
  readonly brackets: readonly number[];
  /** Agreed ad referendum: no brackets left. It takes effect politically at once (it softens incidents). */
  readonly settled: boolean;
}

export type Response =
  /** Spends the procedure's `investigateCost`, finds the next clue. */
  | { readonly kind: 'investigate' }
  /** Hands over every clue one has, to one delegation or to all. */
  | { readonly kind: 'share'; readonly with: DelegationId | 'all' }
  /** Experts for the victim: spends `assistCost`; damage falls, trust grows. */
  | { readonly kind: 'assist' }
  /** The victim, or whoever is suspected, calls the other: tension falls. */
  | { readonly kind: 'hotline'; readonly to: DelegationId }
  /** Public statement on who did it. `culprit` is absent for accident and criminals. */
  | {
      readonly kind: 'attribute';
      readonly origin: Origin;
      readonly culprit?: DelegationId;
      readonly confidence: Confidence;
    }
  | { readonly kind: 'sanction'; readonly on: DelegationId };

/** A command and who gives it. */
export interface Move {
  readonly seat: SeatId;
  readonly command: Command;
}
