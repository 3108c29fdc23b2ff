import type { SeatId } from '../../engine/seat.ts';
import type { LoadFault } from './contract.ts';
import type { ScreenStore } from './screen.ts';
import { EMPTY_MAT, type Sight, type ToldOfGame } from './wire.ts';

/** How many witnessed events are kept for motion and sound. */
const NEWS = 200;

/** Another game is on the screen; it has not been seen yet. That it is not being saved stays said. */
export const opened = (
  store: ScreenStore,
  { scenario, seat, seed, people }: Extract<ToldOfGame, { readonly tell: 'opened' }>,
): void => {
  store.setState(
    ({ view: _view, focus: _focus, refusal: _refusal, people: _people, next: _next, fault, ...rest }) => ({
      ...rest,
      ...(people === undefined ? {} : { people }),
      ...(fault?.fault === 'not-saved' ? { fault } : {}),
      scenario,
      seat,
      seed,
      news: [],
      mat: EMPTY_MAT,
      thinking: [],
      beliefs: [],
      canUndo: false,
      reflections: [],
    }),
    true,
  );
};

/** News are numbered through all games of a page: `n` only grows. */
const counts = new WeakMap<ScreenStore, number>();

/** Somebody else is at the screen, or nobody: nothing of what the one before saw, chose or began to write is left. */
export const seated = (store: ScreenStore, seat: SeatId): void => {
  store.setState(
    ({ view: _view, focus: _focus, refusal: _refusal, next: _next, ...rest }) => ({
      ...rest,
      seat,
      news: [],
      mat: EMPTY_MAT,
      busy: false,
      thinking: [],
      beliefs: [],
      canUndo: false,
      reflections: [],
    }),
    true,
  );
};

export const seen = (
  store: ScreenStore,
  { view, log, news, beliefs, canUndo, reflections = [], next }: Sight,
): void => {
  const before = store.getState();
  // A sight that was on its way when the screen changed hands is another's.
  if (before.people !== undefined && view.seat !== before.seat) return;
  const counted = counts.get(store) ?? 0;
  counts.set(store, counted + news.length);
  store.setState({
    view: { ...view, log: [...(before.view?.log.slice(0, log.keep) ?? []), ...log.add] },
    news: [...before.news, ...news.map((event, place) => ({ n: counted + place + 1, event }))].slice(-NEWS),
    beliefs,
    canUndo,
    reflections,
    status: 'playing',
  });
  store.setState(({ next: _before, ...rest }) => (next === undefined ? rest : { ...rest, next }), true);
};

/** The title: no game is on the screen. */
export const forgotten = (store: ScreenStore): void => {
  store.setState(
    ({
      view: _view,
      scenario: _scenario,
      seat: _seat,
      seed: _seed,
      people: _people,
      next: _next,
      focus: _focus,
      refusal: _refusal,
      fault: _fault,
      ...rest
    }) => ({
      ...rest,
      status: 'title',
      news: [],
      thinking: [],
      busy: false,
      canUndo: false,
      reflections: [],
      saved: 'saved',
      beliefs: [],
      mat: EMPTY_MAT,
    }),
    true,
  );
};

export const withFault = (store: ScreenStore, fault: LoadFault): void => {
  store.setState({ fault });
};
