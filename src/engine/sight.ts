import type { Conditional, Deal, Deed, Offer, Pledge } from './deal.ts';
import type { CommandKind, Response } from './command.ts';
import type { Clue, Truth } from './event.ts';
import type {
  AmendmentId,
  ArticleId,
  ContextId,
  DelegationId,
  IncidentId,
  SeatId,
  VulnerabilityId,
} from './ids.ts';
import type { Mandate, Text } from './mandate.ts';
import type { Ending, Outcome } from './outcome.ts';
import type {
  Adopted,
  Amendment,
  Assessment,
  Chapter,
  ContactGroup,
  Operation,
  PublicVow,
  RollingArticle,
  Secret,
  TrackState,
  Warning,
} from './state.ts';
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

  readonly agenda: readonly ArticleId[];
  readonly amendments: readonly Amendment[];
  readonly groups: readonly ContactGroup[];
  /** Who has raised a point of order in this drafting phase. */
  readonly orders: readonly DelegationId[];

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

  readonly tracks: readonly TrackState[];
  /** `[delegation]`: opinion at home, 0 to 100; public. */
  readonly opinion: readonly number[];
  readonly vows: readonly PublicVow[];
  readonly calmed: readonly DelegationId[];
  readonly explained: readonly { readonly by: DelegationId; readonly articles: readonly ArticleId[] }[];

  readonly decision?: DecisionSight;
  readonly tried: readonly { readonly method: Method; readonly text: Text }[];
  /** Amendments voted on in this decision phase. */
  readonly voted: readonly AmendmentId[];
  readonly adopted?: Adopted;

  /** Only for a delegation. */
  readonly own?: Own;
  /** Once the game has closed: how, and what came of it for me. */
  readonly ending?: Ending;
  /** What came of it for everybody; after the game has closed, if the procedure says so. */
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
  readonly soFar: {
    readonly tokens: number;
    readonly deeds: number;
    readonly rooms: number;
    readonly world: number;
  };
  /** Flaws at home that nobody has mended. */
  readonly unmended: readonly VulnerabilityId[];
  /** Warnings given or passed to me. */
  readonly warnings: readonly Warning[];
  readonly operations: readonly Operation[];
  /** Others' red lines that I have found out. */
  readonly secrets: readonly Secret[];
  /** Interviews I may still give in this session. */
  readonly interviewsLeft: number;
  /** Whether I have asked my capital for flexibility in this session. */
  readonly flexed: boolean;
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
  readonly exploited?: VulnerabilityId;
  readonly warned: boolean;
  readonly inquiry: readonly DelegationId[];
  /** The joint assessment, if I am in the inquiry. */
  readonly assessment: readonly Assessment[];
  readonly asked: readonly DelegationId[];
  /** Public responses, my own, and those meant for me. */
  readonly responses: readonly {
    readonly by: DelegationId;
    readonly session: number;
    readonly response: Response;
    readonly cites: readonly ArticleId[];
  }[];
  /** Present when the truth has come out. */
  readonly truth?: { readonly origin: Truth['origin']; readonly culprit?: DelegationId };
}

export interface DecisionSight {
  readonly method: Method;
  readonly text: Text;
  /** The vote is on this amendment alone. */
  readonly amendment?: AmendmentId;
  /** Who has answered, in order; what they answered is shown when the gavel falls. */
  readonly answered: readonly DelegationId[];
  /** My own answer. */
  readonly mine?: { readonly answer: string; readonly articles: readonly ArticleId[] };
}

export interface Revealed {
  readonly mandates: readonly Mandate[];
  readonly operations: readonly Operation[];
  readonly truths: readonly { readonly incident: IncidentId; readonly truth: Truth }[];
}
