import type {
  ConcessionId,
  DealId,
  DelegationId,
  IncidentId,
  OfferId,
  PointId,
  PromiseId,
  TokenId,
  TrackId,
} from './ids.ts';
import type { Provision } from './mandate.ts';
import type { Reason } from './reason.ts';
import type { PromiseState } from './vocabulary.ts';

/**
 * What one party undertakes towards another. What can be carried out at once is carried out by the rules and binds;
 * the rest is a promise, which can be broken and is then noticed.
 */
export type Undertaking =
  /** Tokens change hands, now or when a text with all of `containing` is adopted (held in escrow until then). */
  | {
      readonly kind: 'tokens';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly token: TokenId;
      readonly amount: number;
      readonly when: When;
    }
  /** A concession is done, now or on adoption. */
  | {
      readonly kind: 'deed';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly concession: ConcessionId;
      readonly when: When;
    }
  /** The public position is changed now; holding it until the end is a promise. */
  | {
      readonly kind: 'position';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly provision: Provision;
      readonly stance: 'accept' | 'support';
    }
  /** Promise to join (or vote for) any text that contains all of these. */
  | {
      readonly kind: 'join';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly containing: readonly Provision[];
    }
  /**
   * Promise not to let pass a text that contains all of these: to object to it by silence or consensus, to vote no in a vote. Saying nothing
   * and abstaining let it pass too.
   */
  | {
      readonly kind: 'oppose';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly containing: readonly Provision[];
    }
  /** All clues it has on an incident are handed over now. */
  | {
      readonly kind: 'intelligence';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly incident: IncidentId;
    }
  /** Promise not to accuse or sanction `to` up to and including session `through` (index). */
  | {
      readonly kind: 'restraint';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly through: number;
    }
  /** A point of a side track is agreed among all whom the package's items on it name. Both sides bind themselves. */
  | {
      readonly kind: 'point';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly track: TrackId;
      readonly point: PointId;
    }
  /** Promise to do a concession by the end of session `due` (index). */
  | {
      readonly kind: 'later';
      readonly by: DelegationId;
      readonly to: DelegationId;
      readonly concession: ConcessionId;
      readonly due: number;
    };

export type UndertakingKind = Undertaking['kind'];

/** What can wait for adoption. */
export type Conditional = Extract<Undertaking, { kind: 'tokens' | 'deed' }>;
/** A concession done, at once, on adoption or as promised. */
export type Deed = Extract<Undertaking, { kind: 'deed' | 'later' }>;

export type When =
  | { readonly on: 'now' }
  | { readonly on: 'adoption'; readonly containing: readonly Provision[] };

/** A package on the table between two or more parties. It becomes a deal when all of `to` have accepted. */
export interface Offer {
  readonly id: OfferId;
  readonly from: DelegationId;
  readonly to: readonly DelegationId[];
  readonly undertakings: readonly Undertaking[];
  /** Whether the deal will be known to all. */
  readonly open: boolean;
  /** Last session (index) in which it can be accepted. */
  readonly expires: number;
  readonly answers?: OfferId;
  readonly accepted: readonly DelegationId[];
  readonly because: readonly Reason[];
}

export interface Deal {
  readonly id: DealId;
  readonly parties: readonly DelegationId[];
  readonly undertakings: readonly Undertaking[];
  readonly open: boolean;
  readonly session: number;
}

/** One line of the promise ledger. */
export interface Pledge {
  readonly id: PromiseId;
  readonly deal: DealId;
  readonly undertaking: Undertaking;
  readonly state: PromiseState;
  /** Known to all, or to the two only. */
  readonly open: boolean;
  /** Session (index) by whose end it is due; none: at adoption, or held to the end. */
  readonly due?: number;
  /** Session (index) in which it was settled. */
  readonly settled?: number;
  /** Points of trust that breaking it has cost, with the one harmed and with all who knew of it. */
  readonly cost?: { readonly harmed: number; readonly others: number };
}
