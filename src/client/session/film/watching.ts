import type { LoadFault, Session } from '../contract.ts';
import type { ScreenStore } from '../screen.ts';
import type { FilmLine } from './line.ts';

const nothing = (): Promise<undefined> => Promise.resolve(undefined);
const nowhere = (): Promise<LoadFault> => Promise.resolve({ fault: 'no-such-save' });

/** A session in which nothing can be done but look and reckon. */
export const watching = (line: FilmLine, store: ScreenStore): Session => ({
  shelf: () => Promise.resolve([]),
  preview: nowhere,
  start: nowhere,
  send: () => Promise.resolve({ refused: 'game-closed' }),
  sit: nothing,
  undo: nothing,
  saves: () => Promise.resolve([]),
  resume: nowhere,
  forget: nothing,
  exportGame: async () => ({ name: 'film.nia.json', text: await line.ask({ ask: 'text' }) }),
  importGame: nowhere,
  appraise: async (undertakings, parties, open) =>
    (await line.ask({ ask: 'appraise', undertakings, parties, open })) ?? {
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
  pace: () => undefined,
  leave: () => undefined,
  dismiss: () => {
    store.setState(({ refusal: _refusal, fault: _fault, ...rest }) => rest, true);
  },
});
