import type { Event, Phase } from '../../engine/seat.ts';
import type { News } from '../session/contract.ts';
import type { TableContext, ViewName } from './context.ts';
import type { Sound } from './sound.ts';

/** The view a phase is best seen in. */
export const viewOfPhase = (phase: Phase): ViewName => (phase === 'corridor' ? 'corridor' : 'chamber');

/** Where an event takes the eye, if anywhere. */
export const viewOfEvent = (event: Event): ViewName | undefined => {
  if (event.kind === 'phase-opened') return viewOfPhase(event.phase);
  if (event.kind === 'incident-struck') return 'map';
  if (event.kind === 'text-put' || event.kind === 'decided' || event.kind === 'closed') return 'chamber';
  return undefined;
};

/** Where a film stands best seen that has gone somewhere at once. */
export const viewOfJump = (phase: Phase, telling: Event | undefined): ViewName =>
  (telling === undefined ? undefined : viewOfEvent(telling)) ?? viewOfPhase(phase);

/** What an event sounds like, if anything. */
export const soundOf = (event: Event): Sound | undefined => {
  switch (event.kind) {
    case 'phase-opened':
    case 'text-put':
      return 'gavel';
    case 'decided':
      return event.adopted ? 'adopted' : 'gavel';
    case 'incident-struck':
    case 'operation-exposed':
      return 'alarm';
    case 'offered':
    case 'deal-struck':
    case 'point-agreed':
    case 'calmed':
    case 'signed':
      return 'chime';
    case 'draft-issued':
    case 'amended':
    case 'context-drawn':
    case 'group-reported':
    case 'deal-leaked':
    case 'clues-leaked':
    case 'facilitated':
    case 'instruction-given':
      return 'paper';
    case 'spoke':
    case 'replied':
    case 'interviewed':
    case 'point-of-order':
      return 'murmur';
    case 'corrected':
    case 'mended':
    case 'warned':
    case 'warning-passed':
    case 'track-step':
    case 'operation-ordered':
    case 'operation-done':
    case 'secret-learned':
    case 'opinion-moved':
    case 'leaked':
    case 'leak-traced':
    case 'flexed':
    case 'agenda-set':
    case 'group-formed':
    case 'sponsored':
    case 'explained':
    case 'done':
    case 'tension-moved':
    case 'trust-moved':
    case 'instructed':
    case 'tokens-moved':
    case 'incident-hidden':
    case 'clue-found':
    case 'clues-shared':
    case 'responded':
    case 'damage-eased':
    case 'truth-out':
    case 'position-taken':
    case 'offer-accepted':
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'offer-lapsed':
    case 'deed-done':
    case 'promised':
    case 'promise-settled':
    case 'conditions-met':
    case 'answered':
    case 'closed':
    case 'scored':
      return undefined;
  }
};

/** Milliseconds between two events that are shown: nobody can watch ten things at once. */
const BEAT = 340;
/** Milliseconds in which the delegates get up and go. */
const WALK = 1500;
/** More than this waiting: the oldest are not shown any more. */
const BACKLOG = 14;

/** Follows the news: one after the other, with a beat between them. Returns how to stop. */
export const direct = (context: TableContext, show: (event: Event) => void): (() => void) => {
  let last = context.store.getState().news.at(-1)?.n ?? -1;
  const waiting: Event[] = [];
  let timer: number | undefined;
  let walk: number | undefined;
  /** One sees them leave the chamber before one stands in the corridor. */
  const turn = (view: ViewName): void => {
    window.clearTimeout(walk);
    if (view === 'corridor' && context.views.now() === 'chamber' && !context.still())
      walk = window.setTimeout(() => context.views.show(view), WALK);
    else context.views.show(view);
  };
  const next = (): void => {
    timer = undefined;
    const event = waiting.shift();
    if (event === undefined) return;
    const view = viewOfEvent(event);
    if (view !== undefined) turn(view);
    const sound = soundOf(event);
    if (sound !== undefined) context.sounds.play(sound);
    show(event);
    context.stir();
    // What neither moves nor sounds takes no time.
    if (waiting.length > 0)
      timer = window.setTimeout(next, view === undefined && sound === undefined ? 0 : BEAT);
  };
  const stopWaiting = (): void => {
    waiting.splice(0, waiting.length);
    window.clearTimeout(timer);
    window.clearTimeout(walk);
    timer = undefined;
  };
  const seen = (news: readonly News[]): void => {
    const fresh = news.filter(({ n }) => n > last);
    const newest = fresh.at(-1);
    if (newest === undefined) return;
    last = newest.n;
    // A phase that has begun is shown at once: what still waited from the one before is not.
    const turned = fresh.findLastIndex(({ event }) => event.kind === 'phase-opened');
    if (turned !== -1) waiting.splice(0, waiting.length);
    waiting.push(...fresh.slice(Math.max(0, turned)).map(({ event }) => event));
    if (waiting.length > BACKLOG) {
      // What turns the view is kept, however much comes after it.
      const turns = waiting
        .splice(0, waiting.length - BACKLOG)
        .findLast(({ kind }) => kind === 'phase-opened');
      if (turns !== undefined) waiting.unshift(turns);
    }
    timer ??= window.setTimeout(next, 0);
  };
  let before = context.store.getState().news;
  const stop = context.store.subscribe(({ news }) => {
    if (news === before) return;
    // Another game, one taken up again, another place of a film: what was on its way is not shown.
    if (news.length === 0) stopWaiting();
    if ((news.at(-1)?.n ?? -1) < last) last = news.at(-1)?.n ?? -1;
    before = news;
    seen(news);
  });
  return () => {
    stop();
    stopWaiting();
  };
};
