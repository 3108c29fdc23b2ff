import type { Command } from '../../engine/seat.ts';
import type { LoadFault, NewGame, Pace, Session } from './contract.ts';
import { openLine, type Far, type Line } from './line.ts';
import type { ScreenStore } from './screen.ts';
import { shelfIds, shelfItem, shelfText } from './shelf.ts';
import { holdGame, type Hold } from './tabs.ts';
import { EMPTY_MAT, type Sight, type Told } from './wire.ts';

/** How many witnessed events are kept for motion and sound. */
const NEWS = 200;

/** A game that runs here, in a worker. The only writer of the store. */
export const localSession = (store: ScreenStore, hire: () => Far): Session => {
  let hold: Hold | undefined;
  let current: string | undefined;
  let counted = 0;

  const show = ({ view, log, news, beliefs, canUndo }: Sight): void => {
    const before = store.getState();
    const chapters = [...(before.view?.log.slice(0, log.keep) ?? []), ...log.add];
    const fresh = news.map((event) => {
      counted += 1;
      return { n: counted, event };
    });
    store.setState({
      view: { ...view, log: chapters },
      news: [...before.news, ...fresh].slice(-NEWS),
      beliefs,
      canUndo,
      status: 'playing',
    });
  };

  const keep = (mine: Hold | undefined): void => {
    hold ??= mine;
  };
  const heard = (told: Told): void => {
    switch (told.tell) {
      case 'opened': {
        current = told.id;
        if (hold === undefined) void holdGame(told.id).then(keep);
        const { scenario, seat, seed } = told;
        store.setState(
          ({ view: _view, focus: _focus, refusal: _refusal, fault: _fault, ...rest }) => ({
            ...rest,
            scenario,
            seat,
            seed,
            news: [],
            mat: EMPTY_MAT,
            thinking: [],
          }),
          true,
        );
        return;
      }
      case 'seen':
        show(told.sight);
        return;
      case 'thinking':
        store.setState({ thinking: told.seats });
        return;
      case 'saved':
        store.setState({ saved: told.saved });
        return;
      case 'answer':
      case 'failed':
        return;
    }
  };

  /** A worker that died is hired anew, and takes the game up from where it was stored. */
  const died = (): void => {
    const id = current;
    if (id === undefined || store.getState().status !== 'playing') return;
    void line.ask({ ask: 'resume', id }).then(report, fail);
  };
  const line: Line = openLine(hire, heard, died);

  const report = (fault: LoadFault | undefined): LoadFault | undefined => {
    if (fault !== undefined) store.setState({ fault });
    return fault;
  };
  const fail = (error: unknown): LoadFault => {
    const fault: LoadFault = {
      fault: 'storage',
      message: error instanceof Error ? error.message : String(error),
    };
    store.setState({ fault });
    return fault;
  };
  const loading = async (work: () => Promise<LoadFault | undefined>): Promise<LoadFault | undefined> => {
    const { status } = store.getState();
    store.setState({ status: status === 'playing' ? 'playing' : 'loading' });
    const fault = await work().then(report, fail);
    if (fault !== undefined && store.getState().view === undefined) store.setState({ status: 'title' });
    return fault;
  };

  return {
    shelf: async () => {
      const items = await Promise.all(
        shelfIds().map(async (id) => {
          const scenario = await line.ask({ ask: 'preview', text: (await shelfText(id)) ?? '' });
          return 'fault' in scenario ? [] : [shelfItem(id, scenario)];
        }),
      );
      return items.flat();
    },
    preview: async (id) => {
      const text = await shelfText(id);
      return text === undefined
        ? { fault: 'no-such-scenario', scenario: id }
        : line.ask({ ask: 'preview', text });
    },
    start: (wanted: NewGame) =>
      loading(async () => {
        const text = wanted.text ?? (await shelfText(wanted.scenario));
        if (text === undefined) return { fault: 'no-such-scenario', scenario: wanted.scenario };
        hold?.release();
        hold = undefined;
        keepStorage();
        return line.ask({ ask: 'start', wanted, text });
      }),
    send: async (command: Command) => {
      store.setState({ busy: true });
      try {
        const refusal = await line.ask({ ask: 'send', command });
        if (refusal !== undefined) store.setState({ refusal });
        return refusal;
      } catch (error) {
        fail(error);
        return { refused: 'game-closed' };
      } finally {
        store.setState({ busy: false });
      }
    },
    undo: async () => {
      store.setState({ mat: EMPTY_MAT });
      await line.ask({ ask: 'undo' }).catch(fail);
    },
    saves: () => line.ask({ ask: 'saves' }).catch(() => []),
    resume: (id) =>
      loading(async () => {
        const mine = await holdGame(id);
        if (mine === undefined) return { fault: 'open-elsewhere' };
        hold?.release();
        hold = mine;
        return line.ask({ ask: 'resume', id });
      }),
    forget: async (id) => {
      await line.ask({ ask: 'forget', id }).catch(fail);
    },
    exportGame: async () => (await line.ask({ ask: 'export' })) ?? { name: '', text: '' },
    importGame: (text) => loading(() => line.ask({ ask: 'import', text })),
    appraise: async (undertakings, parties) =>
      (await line.ask({ ask: 'appraise', undertakings, parties })) ?? {
        own: { now: 0, onAdoption: 0, ifKept: 0 },
        others: [],
        because: [],
      },
    appraiseText: async (text) =>
      (await line.ask({ ask: 'appraise-text', text })) ?? {
        own: { worth: 0, reservation: 0, crosses: [] },
        others: [],
      },
    analysis: () => line.ask({ ask: 'analysis' }),
    pace: (pace: Pace) => {
      void line.ask({ ask: 'pace', pace }).catch(fail);
    },
    leave: () => {
      current = undefined;
      hold?.release();
      hold = undefined;
      void line.ask({ ask: 'leave' }).catch(fail);
      store.setState(
        ({ view: _view, scenario: _scenario, seat: _seat, seed: _seed, focus: _focus, ...rest }) => ({
          ...rest,
          status: 'title',
          news: [],
          thinking: [],
          canUndo: false,
          beliefs: [],
          mat: EMPTY_MAT,
        }),
        true,
      );
    },
    dismiss: () => {
      store.setState(({ refusal: _refusal, fault: _fault, ...rest }) => rest, true);
    },
  };
};

/** Asks the browser once not to throw saved games away when it is short of room. */
let asked = false;
const keepStorage = (): void => {
  if (asked || !('storage' in navigator)) return;
  asked = true;
  void navigator.storage.persist().catch(() => false);
};
