/**
 * Identities. Each has its own type, so that an article cannot be passed where a delegation is meant.
 * They are minted by the scenario reader (from the author's file) and by the rules (offers, deals, promises).
 */
declare const id: unique symbol;
type Id<Kind extends string> = string & { readonly [id]: Kind };

export type DelegationId = Id<'delegation'>;
export type ArticleId = Id<'article'>;
export type TokenId = Id<'token'>;
export type ConcessionId = Id<'concession'>;
export type IncidentId = Id<'incident'>;
export type ContextId = Id<'context'>;
export type OfferId = Id<'offer'>;
export type DealId = Id<'deal'>;
export type PromiseId = Id<'promise'>;

/** Names a checked string as an identity. Only readers of outside data and the rules themselves call it. */
export const asDelegation = (raw: string): DelegationId => raw as DelegationId;
export const asArticle = (raw: string): ArticleId => raw as ArticleId;
export const asToken = (raw: string): TokenId => raw as TokenId;
export const asConcession = (raw: string): ConcessionId => raw as ConcessionId;
export const asIncident = (raw: string): IncidentId => raw as IncidentId;
export const asContext = (raw: string): ContextId => raw as ContextId;
export const asOffer = (raw: string): OfferId => raw as OfferId;
export const asDeal = (raw: string): DealId => raw as DealId;
export const asPromise = (raw: string): PromiseId => raw as PromiseId;

/** Whoever sits at the table: a delegation, the Chair, or somebody who may only watch. */
export type SeatId = DelegationId | 'chair' | 'observer';
