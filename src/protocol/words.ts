import { z } from 'zod';
import {
  asAmendment,
  asArticle,
  asCalming,
  asConcession,
  asContext,
  asDeal,
  asDelegation,
  asIncident,
  asOffer,
  asOperationCard,
  asPoint,
  asPromise,
  asToken,
  asTrack,
  asVulnerability,
  asWarning,
} from '../engine/seat.ts';

/** Identities as they come over the wire: short strings. Whether there is such a thing is for the rules to say. */
const name = z.string().min(1).max(80);

export const delegationId = name.transform(asDelegation);
export const articleId = name.transform(asArticle);
export const tokenId = name.transform(asToken);
export const concessionId = name.transform(asConcession);
export const incidentId = name.transform(asIncident);
export const contextId = name.transform(asContext);
export const offerId = name.transform(asOffer);
export const dealId = name.transform(asDeal);
export const promiseId = name.transform(asPromise);
export const trackId = name.transform(asTrack);
export const pointId = name.transform(asPoint);
export const vulnerabilityId = name.transform(asVulnerability);
export const operationCardId = name.transform(asOperationCard);
export const calmingId = name.transform(asCalming);
export const warningId = name.transform(asWarning);
export const amendmentId = name.transform(asAmendment);

/** A whole number within what any list or amount of a game can have. */
export const small = z.int().min(-1_000_000).max(1_000_000);
/** A place in a list. */
export const place = z.int().min(0).max(10_000);

/** Items of one list in a message. */
export const MOST_ITEMS = 64;
export const few = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_ITEMS);
