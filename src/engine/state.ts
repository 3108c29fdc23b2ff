import type { Conditional, Deal, Deed, Offer, Pledge } from './deal.ts';
import type { Event, GivenAnswer, Truth } from './event.ts';
import type {
  AmendmentId,
  ArticleId,
  ContextId,
  DelegationId,
  IncidentId,
  OperationCardId,
  OperationId,
  PointId,
  TrackId,
  VulnerabilityId,
  WarningId,
} from './ids.ts';
import type { Mandate, Provision, Text } from './mandate.ts';
import type { Outcome } from './outcome.ts';
import type { Response } from './command.ts';
import type { AmendmentState, Confidence, Method, Origin, Phase, Sector, Stance, Vow } from './vocabulary.ts';

/**
 * Everything that is so, at one moment of one game. Plain data; lists in the scenario's order where not said otherwise.
 * Only `evolve` makes a new one. It is never shown: `view` builds what a seat may see.
 */
export interface State {
  readonly status: 'open' | 'closed';
  /** Index into the scenario's sessions. */
  readonly session: number;
  readonly phase: Phase;
  /** Who has nothing more to do in this phase. In order of saying so. */
  readonly done: readonly DelegationId[];

  readonly articles: readonly RollingArticle[];
  /** Number of Chair's drafts issued; 0: the zero draft stands. */
  readonly drafts: number;
  /** `[delegation][article][option]`. */
  readonly stances: readonly (readonly (readonly Stance[])[])[];
  /** `[delegation]`: articles it called its priorities, latest statement. */
  readonly priorities: readonly (readonly ArticleId[])[];
  /** Who has spoken on this session's floor, in order. */
  readonly spoken: readonly DelegationId[];
  /** Rights of reply not yet used: `named` may answer `by`. */
  readonly replies: readonly { readonly named: DelegationId; readonly by: DelegationId }[];

  /** What the Chair has on the agenda of this session. */
  readonly agenda: readonly ArticleId[];
  readonly amendments: readonly Amendment[];
  /** Contact groups of this session. */
  readonly groups: readonly ContactGroup[];
  /** Who has raised a point of order in this drafting phase. */
  readonly orders: readonly DelegationId[];

  /** Offers that can still be answered. */
  readonly offers: readonly Offer[];
  /** `[delegation]`: offers made in this corridor phase. */
  readonly offered: readonly number[];
  readonly deals: readonly Deal[];
  readonly pledges: readonly Pledge[];
  /** Undertakings that wait for adoption. Tokens in them are in escrow. */
  readonly pending: readonly Conditional[];
  /** Those of them that adoption has carried out. */
  readonly carriedOut: readonly Conditional[];
  /** Concessions done. */
  readonly deeds: readonly Deed[];
  /** `[delegation][token]`. */
  readonly tokens: readonly (readonly number[])[];
  /** `[token]`: held for deals until adoption. */
  readonly escrow: readonly number[];
  /** `[delegation][token]` at the start of the game. */
  readonly startTokens: readonly (readonly number[])[];
  readonly counters: { readonly offers: number; readonly deals: number; readonly pledges: number };

  /** `[i][j]`: how far i trusts j, 0 to 100. */
  readonly trust: readonly (readonly number[])[];
  readonly startTension: number;
  /** 0 to 100. */
  readonly tension: number;
  /** By how much it has risen in this session. */
  readonly risen: number;
  readonly incidents: readonly Incident[];
  readonly contexts: readonly ContextId[];
  /** `[delegation]`: damage points suffered. */
  readonly damage: readonly number[];
  /** `[delegation]`: how often publicly accused. */
  readonly accused: readonly number[];

  readonly mandates: readonly Mandate[];

  /** In the scenario's order of tracks. */
  readonly tracks: readonly TrackState[];
  /** `[delegation]`: flaws it has not mended. */
  readonly unmended: readonly (readonly VulnerabilityId[])[];
  readonly warnings: readonly Warning[];
  readonly operations: readonly Operation[];
  /** Red lines that somebody has found out. */
  readonly secrets: readonly Secret[];
  /** Who has taken a calming step in this session. */
  readonly calmed: readonly DelegationId[];
  /** `[delegation]`: interviews given in this session. */
  readonly interviews: readonly number[];
  readonly vows: readonly PublicVow[];
  /** `[delegation]`: opinion at home, 0 to 100. */
  readonly opinion: readonly number[];
  /** Who has asked its capital for flexibility in this session. */
  readonly flexed: readonly DelegationId[];
  readonly explained: readonly { readonly by: DelegationId; readonly articles: readonly ArticleId[] }[];

  /** The text now before the room. */
  readonly decision?: Decision;
  /** Methods tried in this decision phase, and with what text. */
  readonly tried: readonly { readonly method: Method; readonly text: Text }[];
  /** Amendments voted on in this decision phase. */
  readonly voted: readonly AmendmentId[];
  /** Set on adoption; the game closes at the end of the capital phase that follows. */
  readonly adopted?: Adopted;
  readonly outcome?: Outcome;

  /** Events so far, a chapter for each phase, but for the `latest`. `chapters` gives all. */
  readonly log: readonly Chapter[];
  /** The present chapter's last events, bound into it some at a time: a long log is not copied for every event. */
  readonly latest: readonly Event[];
}

export interface Adopted {
  readonly text: Text;
  readonly method: Method;
  readonly bound: readonly DelegationId[];
  readonly session: number;
}

/** A proposal to the rolling text, with its sponsors. The Chair's drafts carry it along. */
export interface Amendment {
  readonly id: AmendmentId;
  readonly article: ArticleId;
  readonly option: number;
  /** The mover first. */
  readonly sponsors: readonly DelegationId[];
  /** What stood when it was written, or last written anew. */
  readonly against: number;
  /** What it was written against has changed since. */
  readonly conflict: boolean;
  readonly state: AmendmentState;
}

/** A small room of the plenary, with one of the delegations in the chair. */
export interface ContactGroup {
  readonly article: ArticleId;
  readonly facilitator: DelegationId;
  readonly members: readonly DelegationId[];
  /** What it has reported. */
  readonly report?: number;
}

export interface TrackState {
  readonly id: TrackId;
  readonly open: boolean;
  /** Members in the room in this session. */
  readonly present: readonly DelegationId[];
  /** Members who have called for its resumption. */
  readonly calls: readonly DelegationId[];
  readonly agreed: readonly {
    readonly point: PointId;
    readonly parties: readonly DelegationId[];
    readonly session: number;
  }[];
}

/** What a service told its capital about the next session. It may be wrong. */
export interface Warning {
  readonly id: WarningId;
  readonly of: DelegationId;
  /** Index of the session it speaks of. */
  readonly session: number;
  readonly victim: DelegationId;
  readonly sector: Sector;
  /** Chance in percent that it is so. */
  readonly reliability: number;
  /** Who else has been told. */
  readonly told: readonly DelegationId[];
}

export interface Operation {
  readonly id: OperationId;
  readonly card: OperationCardId;
  readonly by: DelegationId;
  readonly against: DelegationId;
  readonly proxy: boolean;
  readonly session: number;
  readonly state: 'ordered' | 'failed' | 'succeeded';
  /** The incident it has set off. */
  readonly incident?: IncidentId;
  readonly exposed: boolean;
}

export interface Secret {
  readonly by: DelegationId;
  readonly about: DelegationId;
  readonly redLine: Provision;
}

/** What a delegation has said before the press that it will never accept, or must have. */
export interface PublicVow extends Provision {
  readonly by: DelegationId;
  readonly says: Vow;
}

/** One delegation's line in a joint assessment. */
export interface Assessment {
  readonly by: DelegationId;
  readonly origin: Origin;
  readonly culprit?: DelegationId;
  readonly confidence: Confidence;
}

export interface RollingArticle {
  /** What stands in the draft. */
  readonly option: number;
  /** Other options on the table, in brackets, by option. */
  readonly brackets: readonly number[];
  readonly settled: boolean;
  /** Who moved which option first. */
  readonly sponsors: readonly { readonly option: number; readonly by: DelegationId }[];
}

export interface Incident {
  readonly id: IncidentId;
  readonly session: number;
  readonly victim: DelegationId;
  readonly damage: number;
  /** Whom the first rumours name. */
  readonly suspect?: DelegationId;
  readonly truth: Truth;
  readonly out: boolean;
  /** `[delegation]`: indices of clues it knows. */
  readonly known: readonly (readonly number[])[];
  /** The flaw that made it worse. */
  readonly exploited?: VulnerabilityId;
  /** Whether the victim had been warned. */
  readonly warned: boolean;
  /** Who is in the joint inquiry, the victim first. */
  readonly inquiry: readonly DelegationId[];
  /** The inquiry's joint assessment. */
  readonly assessment: readonly Assessment[];
  /** Whom the victim has asked for help. */
  readonly asked: readonly DelegationId[];
  readonly responses: readonly {
    readonly by: DelegationId;
    readonly session: number;
    readonly response: Response;
    /** Settled articles it referred to. */
    readonly cites: readonly ArticleId[];
  }[];
}

export interface Decision {
  readonly method: Method;
  readonly text: Text;
  /** The vote is on this amendment alone. */
  readonly amendment?: AmendmentId;
  readonly answers: readonly GivenAnswer[];
}

export interface Chapter {
  readonly session: number;
  readonly phase: Phase;
  readonly events: readonly Event[];
}
