import type { Command, Event, Refusal, Scenario, View } from '../../../engine/seat.ts';
import {
  patched,
  type Answer,
  type Asking,
  type Patch,
  type Seen,
  type Told,
  type Welcome,
} from '../../../protocol/index.ts';
import type { LoadFault, Reflection, Session } from '../contract.ts';
import type { ScreenStore } from '../screen.ts';
import { forgotten, opened, seated, seen } from '../writing.ts';
import type { Estimator } from './estimator.ts';
import { openLink, type Key, type LinkAround, type Wanted } from './link.ts';
import type { RoomStore } from './room-screen.ts';
import type { Wire } from './wire.ts';

/** A game in a room on a server, and the room itself. */
export interface Room {
  readonly session: Session;
  /** Asks something of the server. A refusal is also put into the room's store, unless it is the asker's own to say. */
  readonly ask: <A extends Asking>(wanted: Wanted<A>, quietly?: boolean) => Promise<Answer<A>>;
  /** The text of a file that the server hands out; `undefined` where it does not. */
  readonly file: (which: Omit<Wanted<'file'>, 'ask'>) => Promise<string | undefined>;
  readonly enter: (key: Key) => Promise<Answer<'enter'>>;
  /** The refusal has been read. */
  readonly dismiss: () => void;
  readonly hurry: () => void;
  readonly close: () => void;
}

export interface RoomAround extends Omit<LinkAround, 'have'> {
  readonly estimator: Estimator;
  /** The text behind an address the server has handed out. */
  readonly fetchText: (address: string) => Promise<string>;
}

/** Milliseconds between two estimates of what the others want. */
const MUSE = 1_500;

/** What a room's game cannot do, because it is not this screen's to do. */
const NOT_HERE: LoadFault = { fault: 'no-such-save' };

export const remoteRoom = (
  wire: Wire,
  store: ScreenStore,
  roomStore: RoomStore,
  around: RoomAround,
): Room => {
  /** What the parts have been built up to. */
  let parts: Seen = {};
  let heard = 0;
  let again = false;
  let scenario: Scenario | undefined;
  let print: string | undefined;
  let onScreen: Scenario | undefined;
  let musing = false;
  let believed = false;

  const welcomed = (welcome: Welcome): void => {
    if (welcome.scenario !== undefined) {
      ({ scenario, print } = welcome);
      around.estimator.take(welcome.scenario);
    }
    // Whatever was known is told anew: the first message is whole.
    again = false;
    roomStore.setState({
      welcome,
      ahead: welcome.now - around.now(),
      ...(scenario === undefined ? {} : { scenario }),
    });
    if (parts.game !== undefined && onScreen === undefined) show(parts.game, []);
  };

  const askAgain = (): void => {
    if (again) return;
    again = true;
    void link.ask<'again'>({ ask: 'again' });
  };

  const told = (one: Told): void => {
    if (one.tell === 'gone') return;
    if (!one.whole && one.n !== heard + 1) {
      askAgain();
      return;
    }
    if (one.whole) {
      parts = {};
      again = false;
    }
    heard = one.n;
    const before = parts;
    parts = {
      ...part<Seen['room']>('room', one.room),
      ...part<Seen['game']>('game', one.game),
      ...part<Seen['mine']>('mine', one.mine),
      ...part<Seen['desk']>('desk', one.desk),
    };
    // The room first: whoever draws the game reads it there.
    const { room, mine, desk, game } = parts;
    roomStore.setState(
      ({ room: _room, mine: _mine, desk: _desk, ...rest }) => ({
        ...rest,
        ahead: one.now - around.now(),
        ...(room === undefined ? {} : { room }),
        ...(mine === undefined ? {} : { mine }),
        ...(desk === undefined ? {} : { desk }),
      }),
      true,
    );
    if (room !== undefined && room.thinking !== before.room?.thinking)
      store.setState({ thinking: room.thinking });
    if (mine !== before.mine || desk !== before.desk) remember();
    if (game !== undefined && game !== before.game) show(game, one.news ?? []);
    if (game === undefined && before.game !== undefined) forget();
  };

  const part = <P>(name: keyof Seen, patch: Patch | undefined): Readonly<Record<string, P>> => {
    const now = (patch === undefined ? parts[name] : patched(parts[name], patch)) as P | null | undefined;
    return now === undefined || now === null ? {} : { [name]: now };
  };

  /** Answers that are on their way to the server: what is being written is newer than what it tells of it. */
  let saying = 0;
  /** What has been said of the game: one's own, and by all for whoever runs the room. */
  const said = (): readonly Reflection[] => {
    const { mine, desk } = parts;
    if (saying > 0) return store.getState().reflections ?? [];
    if (desk !== undefined) return desk.reflections.map(({ seat, said: all }) => ({ seat, ...all }));
    return mine?.said === undefined ? [] : [{ seat: mine.seat ?? 'observer', ...mine.said }];
  };
  const remember = (): void => {
    if (saying === 0) store.setState({ reflections: said() });
  };

  const forget = (): void => {
    onScreen = undefined;
    forgotten(store);
  };

  /** Writes what a seat sees into the game's store, as a game that runs here would. */
  const show = (view: View, news: readonly Event[]): void => {
    if (scenario === undefined) return;
    if (onScreen !== scenario) {
      onScreen = scenario;
      // The seed is the server's secret; the table needs something that names this game.
      opened(store, { tell: 'opened', game: 0, scenario, seat: view.seat, seed: '', id: '' });
    } else if (store.getState().seat !== view.seat) seated(store, view.seat);
    const { log, ...rest } = view;
    seen(store, {
      view: rest,
      log: { keep: 0, add: log },
      news,
      beliefs: store.getState().beliefs,
      canUndo: false,
      reflections: said(),
    });
    if (view.own !== undefined) believeSoon();
  };

  /** Estimates cost a telephone more than anything else: of views that come quickly only the latest is thought about. */
  const believeSoon = (): void => {
    if (musing) return;
    musing = true;
    around.after(believed ? MUSE : 0, () => {
      musing = false;
      believed = true;
      const view = parts.game;
      if (view?.own === undefined) return;
      void around.estimator.believe(view).then(
        (beliefs) => {
          if (beliefs !== undefined && store.getState().seat === view.seat) store.setState({ beliefs });
        },
        // Estimates are a help; without them the rest of the game goes on.
        () => undefined,
      );
    });
  };

  const link = openLink(
    wire,
    {
      state: (state) => roomStore.setState({ link: state }),
      pending: (pending) => roomStore.setState({ pending }),
      welcomed,
      told,
    },
    { now: around.now, newId: around.newId, after: around.after, have: () => print },
  );

  const ask = async <A extends Asking>(wanted: Wanted<A>, quietly = false): Promise<Answer<A>> => {
    const answer = await link.ask<A>(wanted);
    if (answer.ok !== true && !quietly) roomStore.setState({ refusal: answer });
    return answer;
  };

  const file: Room['file'] = async (which) => {
    const answer = await ask<'file'>({ ask: 'file', ...which }, true);
    return answer.ok === true ? around.fetchText(answer.address) : undefined;
  };

  const seenNow = (): View | undefined => parts.game;

  const session: Session = {
    shelf: async () => [],
    preview: async () => scenario ?? NOT_HERE,
    start: async () => NOT_HERE,
    send: async (command: Command): Promise<Refusal | undefined> => {
      store.setState({ busy: true });
      try {
        const answer =
          command.kind === 'intervene'
            ? await link.ask<'intervene'>({ ask: 'intervene', intervention: command.intervention })
            : await link.ask<'move'>({ ask: 'move', command });
        if (answer.ok === true) {
          store.setState(({ refusal: _refusal, ...rest }) => rest, true);
          return undefined;
        }
        if (answer.refused === 'rules') {
          store.setState({ refusal: answer.rules });
          return answer.rules;
        }
        roomStore.setState({ refusal: answer });
        return { refused: 'not-your-command' };
      } finally {
        store.setState({ busy: false });
      }
    },
    sit: async () => undefined,
    undo: async () => undefined,
    saves: async () => [],
    resume: async () => NOT_HERE,
    forget: async () => undefined,
    exportGame: async () => {
      const answer = await ask<'file'>({ ask: 'file', which: 'game' });
      if (answer.ok !== true) return { name: '', text: '' };
      return { name: answer.name, text: await around.fetchText(answer.address) };
    },
    importGame: async () => NOT_HERE,
    appraise: async (undertakings, parties, open) => {
      const view = seenNow();
      return view === undefined
        ? { own: { now: 0, onAdoption: 0, ifKept: 0 }, others: [], because: [] }
        : around.estimator.appraise(view, undertakings, parties, open);
    },
    appraiseText: async (text) => {
      const view = seenNow();
      return view === undefined
        ? { own: { worth: 0, reservation: 0, crosses: [] }, others: [] }
        : around.estimator.appraiseText(view, text);
    },
    analysis: async () => {
      const view = seenNow();
      return view?.outcome === undefined || view.revealed === undefined
        ? undefined
        : around.estimator.analyse(view);
    },
    reflect: async ({ seat, ...words }) => {
      store.setState({ reflections: [{ seat, ...words }] });
      saying += 1;
      await link.ask<'reflect'>({ ask: 'reflect', said: words });
      saying -= 1;
    },
    pace: () => undefined,
    leave: () => undefined,
    dismiss: () => {
      store.setState(({ refusal: _refusal, fault: _fault, ...rest }) => rest, true);
    },
  };

  return {
    session,
    ask,
    file,
    enter: (key) => link.enter(key),
    dismiss: () => roomStore.setState(({ refusal: _refusal, ...rest }) => rest, true),
    hurry: () => link.hurry(),
    close: () => {
      link.close();
      around.estimator.close();
      forget();
    },
  };
};
