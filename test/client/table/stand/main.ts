/** The table alone, fed by the engine without panels or delegates: for measuring and for looking at it. */
import { appraise } from '../../../../src/engine/index.ts';
import type { Screen, ScreenActions, Session } from '../../../../src/client/session/contract.ts';
import { mountTable, tableHook } from '../../../../src/client/table/index.ts';
import { createStore } from 'zustand/vanilla';
import { conference } from '../conference.ts';
import { ME, playConference, type MomentName } from '../play.ts';

const moments = playConference();
const sent: unknown[] = [];
const store = createStore<Screen & ScreenActions>()((set) => ({
  status: 'playing',
  scenario: conference,
  seat: ME,
  seed: 'table',
  news: [],
  busy: false,
  thinking: [],
  canUndo: false,
  saved: 'saved',
  beliefs: [],
  mat: { undertakings: [], open: false },
  look: (focus) =>
    set(focus === undefined ? ({ focus: undefined } as unknown as Partial<Screen>) : { focus }),
  setMat: (mat) => set({ mat }),
}));
const refuse = (): never => {
  throw new Error('the table does not ask for this');
};
const session: Session = {
  shelf: refuse,
  preview: refuse,
  start: refuse,
  sit: refuse,
  undo: refuse,
  saves: refuse,
  resume: refuse,
  forget: refuse,
  exportGame: refuse,
  importGame: refuse,
  appraiseText: refuse,
  analysis: refuse,
  pace: refuse,
  leave: refuse,
  dismiss: refuse,
  send: (command) => {
    sent.push(command);
    return Promise.resolve(undefined);
  },
  appraise: (package_, parties) => {
    const mandate = store.getState().view?.own?.mandate;
    if (mandate === undefined) throw new Error('nobody sits');
    const own = appraise(conference, mandate, ME, package_);
    return Promise.resolve({
      own,
      others: parties
        .filter((one) => one !== ME)
        .map((delegation) => ({
          delegation,
          low: -own.now - 60,
          high: -own.now + 90,
          accepts: 46,
          haggles: false,
        })),
      because: [],
    });
  },
};

let n = 0;
const go = (name: MomentName): void => {
  const moment = moments.get(name);
  if (moment === undefined) throw new RangeError(name);
  const fresh = moment.events.map((event) => ({ n: (n += 1), event }));
  store.setState(({ news }) => ({ view: moment.view, news: [...news, ...fresh].slice(-200) }));
};
const start = new URLSearchParams(window.location.search).get('at');
const first = moments.get((start ?? 'briefing') as MomentName);
if (first !== undefined) store.setState({ view: first.view });

const parent = document.querySelector<HTMLElement>('#table');
if (parent === null) throw new Error('no place for the table');
const table = mountTable(parent, session, store);
Object.assign(window, {
  stand: {
    go,
    store,
    sent,
    table,
    hook: () => {
      const game = table.game();
      return game === undefined ? undefined : tableHook(game);
    },
  },
});
