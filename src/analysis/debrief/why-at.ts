import type { Event, GivenAnswer, Reason, SeatId } from '../../engine/index.ts';
import type { Why } from './whys.ts';

/** Whoever abstains says nothing. */
const answered = (
  { by, answer, because }: Pick<GivenAnswer, 'by' | 'answer' | 'because'>,
  seat: SeatId,
): readonly Reason[] => (by === seat && answer !== 'abstain' ? because : []);

/** The reasons of a seat that an event says aloud, wherever it is told. */
const saidIn = (event: Event, seat: SeatId): readonly Reason[] => {
  if (event.kind === 'offered') return event.offer.from === seat ? event.offer.because : [];
  if (event.kind === 'offer-accepted' || event.kind === 'offer-declined')
    return event.by === seat ? event.because : [];
  if (event.kind === 'answered') return answered(event, seat);
  return event.kind === 'decided' ? event.answers.flatMap((given) => answered(given, seat)) : [];
};

/** What is never said aloud with a reason: one's own worths and beliefs. */
const FIGURES: ReadonlySet<string> = new Set(['short', 'gain', 'loss', 'belief']);

/** A reason as it is said: the same for two that differ in their figures only. */
const asSaid = (reason: Reason): string =>
  JSON.stringify(reason, (key, value: unknown) => (FIGURES.has(key) ? undefined : value));

/**
 * What of its reasons somebody kept to itself, where these events are told with the reasons that were said aloud. One that was said
 * without its figure is not among them.
 */
export const unsaid = (
  { seat, because }: Pick<Why, 'seat' | 'because'>,
  events: readonly Event[],
): readonly Reason[] => {
  const said = new Set(events.flatMap((event) => saidIn(event, seat)).map(asSaid));
  return because.filter((reason) => !said.has(asSaid(reason)));
};

/** Those of its reasons that have a figure, which nobody says aloud. */
export const inFigures = ({ because }: Pick<Why, 'because'>): readonly Reason[] =>
  because.filter((reason) => Object.keys(reason).some((key) => FIGURES.has(key)));

/** Whether these events say any of its reasons aloud, so that what is left was kept back. */
export const saidAloud = (seat: SeatId, events: readonly Event[]): boolean =>
  events.some((event) => saidIn(event, seat).length > 0);

/** How much worse than no agreement a text was to somebody that stood against it, as far as it says. */
const shortOf = ({ because }: Why): number =>
  Math.max(
    0,
    ...because.map((reason) => (reason.code === 'worse-than-no-agreement' ? (reason.short ?? 0) : 0)),
  );

/** Delegations whose reasons are told for one moment: in a large hall dozens stand against a text. */
const FOREMOST = 4;

/** Those that are told, and how many others there are. */
export const foremost = (
  whys: readonly Why[],
): { readonly told: readonly Why[]; readonly others: number } => ({
  told: whys.slice(0, FOREMOST),
  others: Math.max(0, whys.length - FOREMOST),
});

/**
 * Why a moment came about: the reasons of the move that made it, if it is the act itself and not a consequence; of a text that was
 * decided, those of whoever stood against it, first of those to whom it was worst.
 */
export const behind = (whys: readonly Why[], at: number, event: Event): readonly Why[] =>
  event.kind === 'decided'
    ? whys
        .filter(
          ({ decided, events }) =>
            decided === at &&
            events.some(
              (told) => told.kind === 'answered' && (told.answer === 'object' || told.answer === 'no'),
            ),
        )
        .toSorted((a, b) => shortOf(b) - shortOf(a))
    : whys.filter((why) => why.at === at && why.events.some(({ kind }) => kind === event.kind));

/** The same where the moment is told with the reasons that were said aloud: what was kept back. */
export const whysAt = (whys: readonly Why[], at: number, event: Event): readonly Why[] =>
  behind(whys, at, event).flatMap((why) => {
    const because = unsaid(why, [event]);
    return because.length === 0 ? [] : [{ ...why, because }];
  });
