import { subscribeWithSelector } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { View } from '../../../engine/seat.ts';
import type { LoadFault } from '../contract.ts';
import { createScreen, type ScreenStore } from '../screen.ts';
import { beat, tellingOf } from './beat.ts';
import {
  type BranchAnswer,
  type BranchPoint,
  type Eye,
  type Film,
  type FilmControl,
  type FilmScreen,
  type FilmSource,
  type Speed,
} from './contract.ts';
import { openFilmLine, type FilmLine, type FilmWorker } from './line.ts';
import { packageOf } from './package.ts';
import { playBranch } from './pool.ts';
import { watching } from './watching.ts';
import type { FilmSight } from './wire.ts';

/** How many witnessed events are kept for motion and sound. */
const NEWS = 200;

const UNOPENED: FilmScreen = {
  status: 'opening',
  at: 0,
  wanted: 0,
  eye: 'observer',
  playing: false,
  speed: 1,
  happening: [],
};

/** How a film begins. */
export interface FilmStart {
  /** Moves made; the opening if not said. */
  readonly at?: number;
  readonly eye?: Eye;
  /** Whoever watches runs the game, or has been shown everything by whoever does. */
  readonly runs?: boolean;
}

/** Opens the film of a game. `cores`: how many this machine has, for branches. */
export const openFilm = (
  hire: () => FilmWorker,
  source: FilmSource,
  start: FilmStart = {},
  cores?: number,
): Film => {
  const line = openFilmLine(hire);
  const opening = { ask: 'open', source, runs: start.runs ?? false } as const;
  const store = createScreen();
  const film = createStore<FilmScreen>()(subscribeWithSelector(() => UNOPENED));
  const show = shower(store, film);
  let closed = false;
  let looking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fail = (fault: LoadFault): void => {
    if (!closed) film.setState({ status: 'failed', fault, playing: false });
  };
  const crash = (error: unknown): void =>
    fail({
      fault: 'crashed',
      goesOn: false,
      message: error instanceof Error ? error.message : String(error),
    });

  /** Whether the place that is wanted is the next one, to be shown as it happens. */
  let moving = false;
  /** Shows the place that is wanted; whether another one is wanted by then. */
  const glance = async (): Promise<boolean> => {
    const { wanted, eye } = film.getState();
    const live = moving;
    const sight = await line.ask({ ask: 'look', position: wanted, eye });
    if (sight === undefined || closed) return false;
    show(sight, live);
    const now = film.getState();
    return now.wanted !== wanted || now.eye !== eye;
  };
  /** Looks until what is shown is what is wanted; places that were passed over meanwhile are never asked for. */
  const look = async (): Promise<void> => {
    if (looking || closed) return;
    looking = true;
    try {
      while (await glance());
    } catch (error) {
      crash(error);
    } finally {
      looking = false;
    }
    if (film.getState().playing) next();
    await believe();
  };
  /** Beliefs take longer than all else: they come when the film has come to a place, and are those of that place. */
  const believe = async (): Promise<void> => {
    const { at, eye } = film.getState();
    const beliefs = await line.ask({ ask: 'beliefs' }).catch(() => undefined);
    const now = film.getState();
    if (beliefs !== undefined && now.at === at && now.eye === eye && now.wanted === at)
      store.setState({ beliefs });
  };
  const go = (wanted: number, live: boolean): void => {
    const { head } = film.getState();
    if (head === undefined) return;
    moving = live;
    film.setState({ wanted: Math.max(0, Math.min(head.length, Math.round(wanted))) });
    void look();
  };
  /** One move on, when the one that is shown has been looked at. */
  const next = (): void => {
    clearTimeout(timer);
    const { head, at, speed, happening, playing } = film.getState();
    if (!playing || head === undefined) return;
    if (at >= head.length) {
      film.setState({ playing: false });
      return;
    }
    timer = setTimeout(() => go(at + 1, true), beat(happening) / speed);
  };
  const play = (): void => {
    const { head, at, playing } = film.getState();
    if (head === undefined || playing) return;
    film.setState({ playing: true });
    // A film that is over begins anew.
    if (at >= head.length) go(0, false);
    else next();
  };
  const pause = (): void => {
    clearTimeout(timer);
    film.setState({ playing: false });
  };

  /** Turning points take seconds in a large game: another worker looks for them, so that the film can be scrubbed meanwhile. */
  let aside: FilmLine | undefined;
  const turn = async (): Promise<void> => {
    if (closed) return;
    const other = openFilmLine(hire);
    aside = other;
    try {
      const head = await other.ask(opening);
      if (!('fault' in head)) film.setState({ turning: await other.ask({ ask: 'turning' }) });
    } catch {
      film.setState({ turning: { table: [], seats: [] } });
    } finally {
      other.close();
    }
  };

  void line.ask(opening).then((head) => {
    if ('fault' in head) {
      fail(head);
      return;
    }
    const [first] = head.rights.eyes;
    const eye = start.eye !== undefined && head.rights.eyes.includes(start.eye) ? start.eye : first;
    const wanted = Math.max(0, Math.min(head.length, start.at ?? 0));
    film.setState({ head, eye: eye ?? 'observer', wanted, at: wanted });
    store.setState({ scenario: head.scenario, seed: head.seed, film: { jump: 0 } });
    void look();
    void turn();
  }, crash);

  const control: FilmControl = {
    seek: (position) => {
      pause();
      go(position, false);
    },
    step: (by) => {
      pause();
      const { wanted, at } = film.getState();
      go(wanted + by, by === 1 && wanted === at);
    },
    chapter: (by) => {
      pause();
      const { head, wanted } = film.getState();
      const places = (head?.marks ?? []).filter(({ kind }) => kind === 'phase').map(({ at }) => at);
      const to =
        by === 1 ? places.find((place) => place > wanted) : places.findLast((place) => place < wanted);
      go(to ?? (by === 1 ? (head?.length ?? 0) : 0), false);
    },
    turn: (by) => {
      pause();
      const { head, wanted } = film.getState();
      const to =
        by === 1
          ? head?.turns.find((place) => place > wanted)
          : head?.turns.findLast((place) => place < wanted);
      if (to !== undefined) go(to, false);
    },
    play,
    pause,
    toggle: () => {
      if (film.getState().playing) pause();
      else play();
    },
    setSpeed: (speed: Speed) => {
      film.setState({ speed });
      if (film.getState().playing) next();
    },
    see: (eye) => {
      const { head, wanted } = film.getState();
      if (head?.rights.eyes.includes(eye) !== true) return;
      film.setState({ eye });
      go(wanted, false);
    },
    alternatives: (position) => line.ask({ ask: 'alternatives', position }),
    branch: (point, runs, progress) => {
      let cancel: (() => void) | undefined;
      let gone = false;
      const begun = async (): Promise<BranchAnswer> => {
        const [happened, text] = await Promise.all([
          line.ask({ ask: 'happened' }),
          line.ask({ ask: 'text' }),
        ]);
        if (gone) return { failed: 'cancelled' };
        if (happened === undefined) return { failed: 'refused' };
        const running = playBranch({
          hire,
          text,
          happened,
          point,
          runs,
          progress,
          cores,
          findings: (results) => line.ask({ ask: 'findings', results }),
        });
        cancel = running.cancel;
        return running.answer;
      };
      return {
        answer: begun().catch((error: unknown) => ({
          failed: 'crashed',
          message: error instanceof Error ? error.message : String(error),
        })),
        cancel: () => {
          gone = true;
          cancel?.();
        },
      };
    },
    branchGame: (point: BranchPoint, run) => line.ask({ ask: 'branch-game', point, run }),
    takeOver: (point: BranchPoint, seat) => line.ask({ ask: 'take-over', point, seat }),
  };
  return {
    session: watching(line, store),
    store,
    film,
    control,
    close: () => {
      closed = true;
      clearTimeout(timer);
      line.close();
      aside?.close();
    },
  };
};

/** Puts a place of the film on the screen: `live` as it happens, else at once and without motion. */
const shower = (
  store: ScreenStore,
  film: StoreApi<FilmScreen>,
): ((sight: FilmSight, live: boolean) => void) => {
  let count = 0;
  return (sight, live) => {
    const { position, eye, happening, why } = sight;
    const before = store.getState();
    const log = [...(before.view?.log.slice(0, sight.log.keep) ?? []), ...sight.log.add];
    const view: View = { ...sight.view, log };
    const from = count;
    count += live ? happening.length : 0;
    const fresh = live ? happening.map((event, place) => ({ n: from + place + 1, event })) : [];
    const lying = packageOf(view);
    const telling = tellingOf(happening);
    const jump = (before.film?.jump ?? 0) + (live ? 0 : 1);
    const seat = eye === 'truth' ? 'observer' : eye;
    store.setState({
      status: 'playing',
      seat,
      view,
      // Another's beliefs are not one's own.
      ...(seat === before.seat ? {} : { beliefs: [] }),
      news: live ? [...before.news, ...fresh].slice(-NEWS) : [],
      mat: lying.mat,
      film: {
        jump,
        ...(telling === undefined ? {} : { telling }),
        ...lying.about,
      },
    });
    film.setState({ status: 'ready', at: position, happening, why });
  };
};
