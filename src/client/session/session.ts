import { withReflection } from '../../scenario/reflections.ts';
import type { Command } from '../../engine/seat.ts';
import type { LoadFault, NewGame, Pace, Session } from './contract.ts';
import { Lost, openLine, type Far, type Line } from './line.ts';
import type { ScreenStore } from './screen.ts';
import { shelfIds, shelfItem, shelfText } from './shelf.ts';
import { holdGame, keepStorage, type Hold } from './tabs.ts';
import type { Request, ToldOfGame } from './wire.ts';
import { forgotten, opened, seated, seen, withFault } from './writing.ts';

/** How often in a row, without one more move, a game that breaks is taken up again. */
const RECOVERIES = 3;

type Opening = Extract<Request, { readonly game: number }>;

/** A game that runs here, in a worker. The only writer of the store. */
export const localSession = (store: ScreenStore, hire: () => Far): Session => {
  /** The number of the game on the screen, and of the one that is being opened: what is told of others is not heard. */
  let shown: number | undefined;
  let wanted: number | undefined;
  let games = 0;
  /** The id under which the game on the screen is saved. */
  let current: string | undefined;
  let hold: Hold | undefined;
  let pace: Pace | undefined;
  let recoveries = 0;
  let complained = false;
  /** Answers that are on their way to be stored. */
  let saying = 0;
  let openings: Promise<unknown> = Promise.resolve();

  const heard = (told: ToldOfGame): void => {
    if (told.game !== shown && told.game !== wanted) return;
    switch (told.tell) {
      case 'opened':
        shown = told.game;
        current = told.id;
        opened(store, told);
        return;
      case 'seen':
        if (told.sight.news.length > 0) recoveries = 0;
        // What is being written is newer than what the worker has heard of it.
        seen(
          store,
          saying === 0 ? told.sight : { ...told.sight, reflections: store.getState().reflections ?? [] },
        );
        return;
      case 'seated':
        seated(store, told.seat);
        return;
      case 'thinking':
        store.setState({ thinking: told.seats });
        return;
      case 'saved':
        complained = false;
        store.setState({ saved: 'saved' });
        return;
      case 'not-saved':
        store.setState({ saved: 'failed' });
        if (!complained) withFault(store, { fault: 'not-saved', message: told.message });
        complained = true;
        return;
      case 'overtaken':
        home({ fault: 'open-elsewhere' });
        return;
      case 'broken':
        line.drop(told.message);
        return;
    }
  };

  /** Back to the title, with what has to be said there. */
  const home = (fault?: LoadFault): void => {
    shown = undefined;
    wanted = undefined;
    current = undefined;
    hold?.release();
    hold = undefined;
    forgotten(store);
    if (fault !== undefined) withFault(store, fault);
  };

  /** A worker that died is hired anew, and takes the game up from where it was stored. */
  const died = (message: string): void => {
    const id = current;
    if (id === undefined) return;
    shown = undefined;
    store.setState({ thinking: [] });
    recoveries += 1;
    if (recoveries > RECOVERIES) {
      recoveries = 0;
      home({ fault: 'crashed', goesOn: false, message });
      return;
    }
    void inTurn(async () => {
      if (current !== id) return;
      try {
        const fault = await ask({ ask: 'resume', id, game: next() });
        if (current !== id) return;
        if (fault === undefined) withFault(store, { fault: 'crashed', goesOn: true, message });
        else home(fault);
      } catch (error) {
        // A worker that died once more has been told of: the next attempt, or the title, is on its way.
        if (!(error instanceof Lost)) home({ fault: 'crashed', goesOn: false, message: messageOf(error) });
      }
    });
  };

  const line: Line = openLine(
    () => {
      const far = hire();
      // Numbers of requests begin at 1: nobody waits for this one.
      if (pace !== undefined) far.postMessage({ number: 0, request: { ask: 'pace', pace } });
      return far;
    },
    heard,
    died,
  );
  const ask = line.ask;

  const next = (): number => {
    games += 1;
    wanted = games;
    return games;
  };
  /** One game is opened at a time. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = openings.then(work, work);
    openings = done.catch(() => undefined);
    return done;
  };
  /** Opens a game; whatever goes wrong is said, and the game on the screen is left alone. */
  const opening = (work: () => Promise<LoadFault | undefined>): Promise<LoadFault | undefined> =>
    inTurn(async () => {
      if (store.getState().status === 'title') store.setState({ status: 'loading' });
      const fault = await work().catch(asFault);
      if (fault === undefined) return undefined;
      wanted = shown;
      withFault(store, fault);
      if (store.getState().status === 'loading') store.setState({ status: 'title' });
      return fault;
    });
  /** Asks for a game that is new in this browser, and holds it. */
  const openNew = async (request: Opening): Promise<LoadFault | undefined> => {
    const fault = await ask(request);
    if (fault !== undefined) return fault;
    const id = current;
    if (id !== undefined && shown === request.game) swap(await holdGame(id));
    return undefined;
  };
  const swap = (mine: Hold | undefined): void => {
    if (mine === hold) return;
    hold?.release();
    hold = undefined;
    if (mine?.id === current) hold = mine;
    else mine?.release();
  };
  /** Reads of the running game are asked again if the worker died over them; it is taken up again first. */
  const twice = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      await openings;
      return read();
    }
  };
  const asFault = (error: unknown): LoadFault => ({
    fault: 'crashed',
    goesOn: current !== undefined,
    message: messageOf(error),
  });
  const say = (error: unknown): LoadFault => {
    const fault = asFault(error);
    // A worker that died over a game says so itself when the game has been taken up again.
    if (!(error instanceof Lost) || current === undefined) withFault(store, fault);
    return fault;
  };
  /** What could not be read from storage, or deleted there. */
  const sayStored = (error: unknown): void => {
    if (error instanceof Lost) say(error);
    else withFault(store, { fault: 'storage', message: messageOf(error) });
  };

  return {
    shelf: async () => {
      const items = await Promise.all(
        shelfIds().map(async (id) => {
          const text = await shelfText(id).catch(() => undefined);
          const scenario =
            text === undefined
              ? undefined
              : await twice(() => ask({ ask: 'preview', text })).catch(() => undefined);
          return scenario === undefined || 'fault' in scenario ? [] : [shelfItem(id, scenario)];
        }),
      );
      return items.flat();
    },
    preview: async (id, own) => {
      try {
        const text = own ?? (await shelfText(id));
        if (text === undefined) return { fault: 'no-such-scenario', scenario: id };
        return await twice(() => ask({ ask: 'preview', text }));
      } catch (error) {
        return say(error);
      }
    },
    start: (chosen: NewGame) =>
      opening(async () => {
        keepStorage();
        const text = chosen.text ?? (await shelfText(chosen.scenario));
        if (text === undefined) return { fault: 'no-such-scenario', scenario: chosen.scenario };
        return openNew({ ask: 'start', game: next(), wanted: chosen, text });
      }),
    send: async (command: Command) => {
      store.setState({ busy: true });
      try {
        const refusal = await ask({ ask: 'send', command });
        // Whoever has done something since needs the last refusal no more.
        if (refusal === undefined) store.setState(({ refusal: _refusal, ...rest }) => rest, true);
        else store.setState({ refusal });
        return refusal;
      } catch (error) {
        say(error);
        return { refused: 'game-closed' };
      } finally {
        store.setState({ busy: false });
      }
    },
    sit: async (seat) => {
      // What was on the screen goes at once, before anybody is asked.
      seated(store, 'observer');
      await ask({ ask: 'sit', seat }).catch(say);
    },
    undo: async () => {
      store.getState().setMat({ undertakings: [], open: false });
      await ask({ ask: 'undo' }).catch(say);
    },
    saves: () =>
      ask({ ask: 'saves' }).catch((error: unknown) => {
        sayStored(error);
        return [];
      }),
    resume: (id) =>
      opening(async () => {
        const mine = hold?.id === id ? hold : await holdGame(id);
        if (mine === undefined) return { fault: 'open-elsewhere' };
        const fault = await ask({ ask: 'resume', id, game: next() }).catch(asFault);
        if (fault === undefined) swap(mine);
        else if (mine !== hold) mine.release();
        return fault;
      }),
    forget: async (id) => {
      const mine = await holdGame(id);
      if (mine === undefined) {
        withFault(store, { fault: 'open-elsewhere' });
        return;
      }
      await ask({ ask: 'forget', id }).catch(sayStored);
      mine.release();
    },
    exportGame: () => twice(async () => (await ask({ ask: 'export' })) ?? { name: '', text: '' }),
    importGame: (text) => opening(() => openNew({ ask: 'import', game: next(), text })),
    appraise: (undertakings, parties, open) =>
      twice(
        async () =>
          (await ask({ ask: 'appraise', undertakings, parties, open })) ?? {
            own: { now: 0, onAdoption: 0, ifKept: 0 },
            others: [],
            because: [],
          },
      ),
    appraiseText: (text) =>
      twice(
        async () =>
          (await ask({ ask: 'appraise-text', text })) ?? {
            own: { worth: 0, reservation: 0, crosses: [] },
            others: [],
          },
      ),
    analysis: () =>
      twice(() => ask({ ask: 'analysis' })).catch((error: unknown) => {
        say(error);
        return undefined;
      }),
    reflect: async (reflection) => {
      // What is being written stays on the screen while it is stored.
      store.setState(({ reflections = [] }) => ({ reflections: withReflection(reflections, reflection) }));
      saying += 1;
      await ask({ ask: 'reflect', reflection }).catch(say);
      saying -= 1;
    },
    stop: async () => {
      await ask({ ask: 'stop' }).catch(say);
    },
    pace: (chosen: Pace) => {
      pace = chosen;
      void ask({ ask: 'pace', pace: chosen }).catch(say);
    },
    leave: () => {
      if (store.getState().status === 'title') return;
      home();
      void ask({ ask: 'leave' }).catch(() => undefined);
    },
    dismiss: () => {
      store.setState(({ refusal: _refusal, fault: _fault, ...rest }) => rest, true);
    },
  };
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
