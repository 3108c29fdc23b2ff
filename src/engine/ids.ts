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
export type TrackId = Id<'track'>;
export type PointId = Id<'point'>;
export type VulnerabilityId = Id<'vulnerability'>;
export type OperationCardId = Id<'operation-card'>;
export type OperationId = Id<'operation'>;
export type CalmingId = Id<'calming'>;
export type WarningId = Id<'warning'>;
export type AmendmentId = Id<'amendment'>;

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
export const asTrack = (raw: string): TrackId => raw as TrackId;
export const asPoint = (raw: string): PointId => raw as PointId;
export const asVulnerability = (raw: string): VulnerabilityId => raw as VulnerabilityId;
export const asOperationCard = (raw: string): OperationCardId => raw as OperationCardId;
export const asOperation = (raw: string): OperationId => raw as OperationId;
export const asCalming = (raw: string): CalmingId => raw as CalmingId;
export const asWarning = (raw: string): WarningId => raw as WarningId;
export const asAmendment = (raw: string): AmendmentId => raw as AmendmentId;

/** Whoever sits at the table: a delegation, the Chair, somebody who may only watch, or whoever runs the room and does not play. */
export type SeatId = DelegationId | 'chair' | 'observer' | 'facilitator';
