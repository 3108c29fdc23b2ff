import type { Conditional, Deal, Deed, Offer, Pledge } from './deal.ts';
import type { CommandKind, Response } from './command.ts';
import type { Clue, Truth } from './event.ts';
import type { ArticleId, ContextId, DelegationId, IncidentId, SeatId } from './ids.ts';
import type { Mandate, Text } from './mandate.ts';
import type { Outcome } from './outcome.ts';
import type { Adopted, Chapter, RollingArticle } from './state.ts';
import type { Method, Phase, Stance, TrustBand } from './vocabulary.ts';

/**
 * What one seat may see. The same type for people, AI delegates, the Chair, observers and the projector.
 * Lists are in the scenario's order. The scenario itself is public and is not repeated here.
 */
export interface View {
  readonly seat: SeatId;
  readonly status: 'open' | 'closed';
  readonly session: number;
  readonly phase: Phase;
  readonly done: readonly DelegationId[];
  /** What this seat can do at all in this phase. */
  readonly may: readonly CommandKind[];

  readonly articles: readonly RollingArticle[];
  readonly drafts: number;
  /** `[delegation][article][option]`; public. */
  readonly stances: readonly (readonly (readonly Stance[])[])[];
  readonly priorities: readonly (readonly ArticleId[])[];
  readonly spoken: readonly DelegationId[];
  readonly replies: readonly { readonly named: DelegationId; readonly by: DelegationId }[];

  /** Offers I made or was made. */
  readonly offers: readonly Offer[];
  /** Offers I may still make in this corridor phase. */
  readonly offersLeft: number;
  /** Open deals, and mine. */
  readonly deals: readonly Deal[];
  /** Open promises, and those made by or to me. */
  readonly pledges: readonly Pledge[];
  /** Undertakings to or by me that wait for adoption. */
  readonly pending: readonly Conditional[];
  /** Deeds done by or to me, and open ones. */
  readonly deeds: readonly Deed[];

  readonly tension: number;
  readonly incidents: readonly IncidentSight[];
  readonly contexts: readonly ContextId[];
  /** `[delegation]` damage points; public. */
  readonly damage: readonly number[];
  readonly accused: readonly number[];

  readonly decision?: DecisionSight;
  readonly tried: readonly { readonly method: Method; readonly text: Text }[];
  readonly adopted?: Adopted;

  /** Only for a delegation. */
  readonly own?: Own;
  readonly outcome?: Outcome;
  /** After the game has closed, if the procedure says so. */
  readonly revealed?: Revealed;
  /** What I witnessed, a chapter for each phase. */
  readonly log: readonly Chapter[];
}

/** What only this delegation knows of itself. */
export interface Own {
  readonly delegation: DelegationId;
  /** Its index in the scenario's delegations. */
  readonly index: number;
  readonly mandate: Mandate;
  readonly tokens: readonly number[];
  readonly startTokens: readonly number[];
  /** How I see each, and how each sees me. My own place is `open`. */
  readonly trust: readonly { readonly mine: TrustBand; readonly theirs: TrustBand }[];
  /** Worth so far of deeds given and received, tokens won and lost, and of the world, in hundredths of a point. */
  readonly soFar: { readonly tokens: number; readonly deeds: number; readonly world: number };
}

export interface IncidentSight {
  readonly id: IncidentId;
  readonly session: number;
  readonly victim: DelegationId;
  readonly damage: number;
  readonly suspect?: DelegationId;
  /** The clues I know. */
  readonly clues: readonly Clue[];
  readonly cluesInAll: number;
  /** Public responses, and my own. */
  readonly responses: readonly {
    readonly by: DelegationId;
    readonly session: number;
    readonly response: Response;
  }[];
  /** Present when the truth has come out. */
  readonly truth?: { readonly origin: Truth['origin']; readonly culprit?: DelegationId };
}

export interface DecisionSight {
  readonly method: Method;
  readonly text: Text;
  /** Who has answered, in order; what they answered is shown when the gavel falls. */
  readonly answered: readonly DelegationId[];
  /** My own answer. */
  readonly mine?: { readonly answer: string; readonly articles: readonly ArticleId[] };
}

export interface Revealed {
  readonly mandates: readonly Mandate[];
  readonly truths: readonly { readonly incident: IncidentId; readonly truth: Truth }[];
}
