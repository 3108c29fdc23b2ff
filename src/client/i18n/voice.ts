import type {
  DelegationId,
  Event,
  GivenAnswer,
  Offer,
  Reason,
  Style,
  Text,
  WouldChange,
} from '../../engine/seat.ts';
import { FEW, MANY, OFTEN, voice, type Act, type VoiceKey } from './en/voice.ts';
import { catalogOf, language } from './index.ts';
import type { Names, Speaker } from './names.ts';
import { declineReasonsText, offerReasonsText, reasonsText, wouldText } from './sentences.ts';

/** A wording; its catalog is no part of the others, for only here is a delegation heard. */
const v = catalogOf('voice', voice);

/**
 * What is said with an event, in quotation marks: the true reasons, framed in the style of whoever gives them. Absent where nobody gives
 * any, and of decisions, on which several speak (`objectionsOf`). A view does not tell who plays a seat, so whoever gives reasons speaks
 * so, people included. `withTerms`: what is offered is told beside it.
 */
export const voiceOf = (names: Names, event: Event, withTerms = false): string | undefined => {
  if (event.kind === 'offered') return offerVoice(names, event.offer, withTerms);
  if (event.kind === 'offer-accepted') return acceptVoice(names, event);
  if (event.kind === 'offer-declined') return declineVoice(names, event);
  return event.kind === 'answered' ? quoted(answerSaid(names, event, event.articles.length)) : undefined;
};

/** What whoever makes an offer says with it. `withTerms`: its terms are told beside it, and not again. */
export const offerVoice = (names: Names, offer: Offer, withTerms = false): string | undefined =>
  quoted(
    said(names, {
      by: offer.from,
      act: offer.answers === undefined ? 'offer' : 'counter',
      because: offer.because,
      tell: withTerms ? offerReasonsText : reasonsText,
      other: offer.to[0],
      at: numberOf(offer.id),
    }),
  );

const acceptVoice = (
  names: Names,
  { by, offer, parties, because }: Extract<Event, { kind: 'offer-accepted' }>,
): string | undefined =>
  quoted(said(names, { by, act: 'accept', because, other: parties[0], at: numberOf(offer) }));

type Declined = Pick<
  Extract<Event, { kind: 'offer-declined' }>,
  'offer' | 'by' | 'parties' | 'because' | 'wouldChange'
>;

/** Why an offer is declined, and what would change that: any one of the things named. */
export const declineVoice = (names: Names, event: Declined): string | undefined => {
  // Whoever would take an offer, and asks for more, declines it without a reason to; the counter-offer speaks.
  if (event.because.length > 0 && event.because.every(({ code }) => code === 'gains')) return undefined;
  const at = numberOf(event.offer);
  const [other] = event.parties;
  return quoted(
    said(names, {
      by: event.by,
      act: 'decline',
      because: event.because,
      tell: declineReasonsText,
      other,
      at,
    }),
    wouldSaid(names, event.by, event.wouldChange, at),
  );
};

type Decided = Extract<Event, { kind: 'decided' }>;

export interface Objection {
  readonly by: DelegationId;
  /** In quotation marks; absent where it gave no reason. */
  readonly words: string | undefined;
}

/** Who stood against a text or an amendment that fell, and what each said. */
export const objectionsOf = (names: Names, event: Decided): readonly Objection[] => {
  if (event.adopted || !event.valid) return [];
  const at = placeOfText(event.text) + METHOD_STEP[event.method];
  return event.answers.flatMap((given) =>
    given.answer === 'object' || given.answer === 'no'
      ? [{ by: given.by, words: quoted(answerSaid(names, given, at)) }]
      : [],
  );
};

const answerSaid = (
  names: Names,
  { by, answer, because }: Pick<GivenAnswer, 'by' | 'answer' | 'because'>,
  at: number,
): string | undefined => {
  switch (answer) {
    case 'object':
    case 'no':
      return said(names, { by, act: 'object', because, at });
    case 'join':
    case 'yes':
      return said(names, { by, act: 'join', because, at });
    case 'abstain':
      return undefined;
  }
};

interface Speech {
  readonly by: DelegationId;
  readonly act: Exclude<Act, 'would'>;
  readonly because: readonly Reason[];
  /** How the reasons are put into words, where not as usual. */
  readonly tell?: typeof reasonsText;
  /** With whom it deals. */
  readonly other?: DelegationId | undefined;
  /** Where in the game: what chooses among the wordings. */
  readonly at: number;
}

const said = (
  names: Names,
  { by, act, because, tell = reasonsText, other, at }: Speech,
): string | undefined => {
  const speaker = names.speaker(by);
  if (speaker === undefined || because.length === 0) return undefined;
  return v(chosen(act, speaker, at), {
    why: tell(names, because),
    other: other === undefined ? '' : names.delegation(other),
  });
};

const wouldSaid = (
  names: Names,
  by: DelegationId,
  wouldChange: readonly WouldChange[],
  at: number,
): string | undefined => {
  const speaker = names.speaker(by);
  const would = wouldChange.filter(({ kind }) => kind !== 'nothing');
  if (speaker === undefined || would.length === 0) return undefined;
  return v(chosen('would', speaker, at), {
    would: eitherOf(would.map((item) => wouldText(names, item))),
  });
};

const eitherOf = (items: readonly string[]): string =>
  new Intl.ListFormat(language(), { style: 'long', type: 'disjunction' }).format(items);

/** Between quotation marks, with single ones inside. */
const quoted = (...sentences: readonly (string | undefined)[]): string | undefined => {
  const whole = sentences.filter((sentence) => sentence !== undefined).join(' ');
  return whole === '' ? undefined : `“${whole.replaceAll('“', '‘').replaceAll('”', '’')}”`;
};

/** The wordings of an act in a style. */
export const wordingsOf = (act: Act, style: Style): readonly VoiceKey[] =>
  isOften(act)
    ? MANY.map((one) => `${act}.${style}.${one}` as const)
    : FEW.map((one) => `${act}.${style}.${one}` as const);

const isOften = (act: Act): act is (typeof OFTEN)[number] => OFTEN.some((one) => one === act);

/** Places in the game that lie closer together than there are wordings have different ones; one place has always the same. */
const chosen = (act: Act, { style, place }: Speaker, at: number): VoiceKey => {
  const wordings = wordingsOf(act, style);
  return wordings[(at + place) % wordings.length] ?? `${act}.${style}.1`;
};

/** Offers are numbered as they are made. */
const numberOf = (offer: string): number => Number(/\d+$/u.exec(offer)?.[0] ?? 0);

/** Texts that differ in one article, by less than there are wordings, lie at different places. */
const placeOfText = (text: Text): number => text.reduce((sum, option) => sum + option, 0);

const METHOD_STEP: { readonly [M in Decided['method']]: number } = { silence: 0, consensus: 1, vote: 2 };
