import { z } from 'zod';
import type { DelegationId, SeatId } from '../engine/seat.ts';
import type { PersonId } from './room.ts';
import { articleId, delegationId, incidentId, place } from './words.ts';

/**
 * Talk is tied to seats: whoever belongs to a delegation now reads its channels and speaks in its name. Phrases first: they are
 * codes and are said in every reader's language. Free text where the room allows it.
 */
const code = <C extends string>(value: C) => ({ code: z.literal(value) });
const provision = { article: articleId, option: place };

export const phrase = z.discriminatedUnion('code', [
  z.strictObject(code('hello')),
  z.strictObject(code('thanks')),
  z.strictObject(code('yes')),
  z.strictObject(code('no')),
  z.strictObject(code('let-us-talk')),
  z.strictObject(code('not-now')),
  z.strictObject(code('make-us-an-offer')),
  z.strictObject(code('offer-is-coming')),
  z.strictObject(code('why-not')),
  z.strictObject(code('need-time')),
  z.strictObject(code('keep-it-between-us')),
  z.strictObject({ ...code('could-you-accept'), ...provision }),
  z.strictObject({ ...code('we-could-accept'), ...provision }),
  z.strictObject({ ...code('we-cannot-accept'), ...provision }),
  z.strictObject({ ...code('we-accept-if'), ...provision, if: z.strictObject(provision) }),
  z.strictObject({ ...code('what-do-you-need'), article: articleId }),
  z.strictObject({ ...code('matters-most'), article: articleId }),
  z.strictObject({ ...code('matters-more'), article: articleId, than: articleId }),
  z.strictObject({ ...code('who-else-supports'), ...provision }),
  z.strictObject({ ...code('speak-to'), delegation: delegationId }),
  z.strictObject({ ...code('remember-your-promise') }),
  z.strictObject({ ...code('it-was-not-us'), incident: incidentId }),
  z.strictObject({ ...code('what-do-you-know'), incident: incidentId }),
  z.strictObject({ ...code('help-us'), incident: incidentId }),
]);
export type Phrase = Readonly<z.output<typeof phrase>>;
export type PhraseCode = Phrase['code'];
export const PHRASE_CODES: readonly PhraseCode[] = phrase.options.map((option) => option.shape.code.value);

/** `team:…` of one seat and its advisers; `pair:…` of two seats; `group:…` of several; `floor`: everybody who sits. */
export const channelId = z.string().regex(/^(floor|(team|pair|group):[\w.:-]{1,200})$/u);
export type ChannelId = z.output<typeof channelId>;

export const teamChannel = (seat: DelegationId | 'chair'): ChannelId => `team:${seat}`;
/** The two seats in alphabetical order, so that both name it alike. */
export const pairChannel = (one: DelegationId | 'chair', other: DelegationId | 'chair'): ChannelId =>
  one < other ? `pair:${one}:${other}` : `pair:${other}:${one}`;

export const TEXT_LENGTH = 280;

export interface Message {
  /** Grows in each room; a message's name. */
  readonly n: number;
  readonly channel: ChannelId;
  readonly by: PersonId;
  /** In whose name. */
  readonly seat: DelegationId | 'chair';
  readonly at: number;
  readonly phrase?: Phrase;
  readonly text?: string;
  /** `held`: waits for a facilitator; only its author and facilitators see it. `hidden`: taken back by one: its words are gone. */
  readonly state: 'shown' | 'held' | 'hidden';
}

export interface ChannelSight {
  readonly channel: ChannelId;
  readonly members: readonly (DelegationId | 'chair')[];
  /** The latest ones, oldest first. */
  readonly messages: readonly Message[];
}

/** A line in the papers: the press desk's. What the game itself reports is in the view's log. */
export interface Headline {
  readonly n: number;
  readonly by: PersonId;
  readonly at: number;
  readonly text: string;
  readonly about: readonly SeatId[];
  readonly state: 'shown' | 'held' | 'hidden';
}
