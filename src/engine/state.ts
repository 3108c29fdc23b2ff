import type { Conditional, Deal, Deed, Offer, Pledge } from './deal.ts';
import type { Event, GivenAnswer, Truth } from './event.ts';
import type { ArticleId, ContextId, DelegationId, IncidentId } from './ids.ts';
import type { Mandate, Text } from './mandate.ts';
import type { Outcome } from './outcome.ts';
import type { Response } from './command.ts';
import type { Method, Phase, Stance } from './vocabulary.ts';

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

  /** The text now before the room. */
  readonly decision?: Decision;
  /** Methods tried in this decision phase, and with what text. */
  readonly tried: readonly { readonly method: Method; readonly text: Text }[];
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
  readonly responses: readonly {
    readonly by: DelegationId;
    readonly session: number;
    readonly response: Response;
  }[];
}

export interface Decision {
  readonly method: Method;
  readonly text: Text;
  readonly answers: readonly GivenAnswer[];
}

export interface Chapter {
  readonly session: number;
  readonly phase: Phase;
  readonly events: readonly Event[];
}
