import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/client/session/desk.ts';
import type { Session } from '../../../src/client/session/contract.ts';
import type { Far } from '../../../src/client/session/line.ts';
import { createScreen, type ScreenStore } from '../../../src/client/session/screen.ts';
import { localSession } from '../../../src/client/session/session.ts';
import { openStorage } from '../../../src/client/session/storage.ts';
import type { Asked, Told } from '../../../src/client/session/wire.ts';
import { standingText, type Command, type View } from '../../../src/engine/seat.ts';
import { tiny, TINY_TEXT } from '../../fixtures/index.ts';
import { ground } from './remote/ground.ts';
import { KEST } from './remote/peer.ts';

// Node 20 has none; what is looked for in it is locks and storage, which a browser may lack as well.
beforeAll(() => vi.stubGlobal('navigator', {}));
afterAll(() => vi.unstubAllGlobals());

interface Opened {
  readonly session: Session;
  readonly store: ScreenStore;
  /** Once nobody but the person is about to move. */
  readonly quiet: () => Promise<void>;
}

/** A worker that is none: the desk itself, behind the same messages. */
const near = (name: string): Far => {
  let heard: ((message: MessageEvent<Told>) => void) | undefined;
  const tell = (told: Told): void => heard?.({ data: told } as MessageEvent<Told>);
  let ids = 0;
  const desk = new Desk({
    storage: openStorage(name),
    now: () => 0,
    newId: () => `${name}-${String((ids += 1))}`,
    wait: () => Promise.resolve(),
    tell,
    report: (error) => {
      throw error;
    },
  });
  return {
    postMessage: ({ number, request }: Asked) => {
      desk.answer(request).then(
        (answer) => tell({ tell: 'answer', number, answer }),
        (error: unknown) => tell({ tell: 'failed', number, message: String(error) }),
      );
    },
    terminate: () => undefined,
    addEventListener: (type: string, listen: unknown) => {
      if (type === 'message') heard = listen as typeof heard;
    },
  };
};

const openHere = async (seed: string): Promise<Opened> => {
  const store = createScreen();
  const session = localSession(store, () => near(`contract-${seed}`));
  session.pace('instant');
  const fault = await session.start({
    scenario: 'file',
    text: TINY_TEXT,
    seat: KEST,
    seed,
    strength: 'gentle',
  });
  expect(fault).toBeUndefined();
  const quiet = async (): Promise<void> => {
    for (let turn = 0; turn < 2_000; turn += 1) {
      // A loop that has ended says that nobody is thinking.
      await new Promise((resolve) => setTimeout(resolve, 1));
      const { view, thinking } = store.getState();
      if (view !== undefined && thinking.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (store.getState().view === view) return;
      }
    }
    throw new Error('the table never came to rest');
  };
  await quiet();
  return { session, store, quiet };
};

const openFar = async (seed: string): Promise<Opened> => {
  const { room, store, enter } = ground(seed);
  await enter();
  return {
    session: room.session,
    store,
    quiet: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
};

/** What a person does who only wants to see the end. */
const next = (view: View): Command =>
  view.decision !== undefined && view.decision.mine === undefined
    ? { kind: 'answer', answer: view.decision.method === 'vote' ? 'yes' : 'join', articles: [], because: [] }
    : { kind: 'done' };

const viewOf = (store: ScreenStore): View => {
  const { view } = store.getState();
  if (view === undefined) throw new Error('no game is on the screen');
  return view;
};

/** As it comes out of a wire. */
const sent = (view: unknown): unknown => JSON.parse(JSON.stringify(view));

/** What any session does, wherever its game runs. */
const sessionContract = (where: string, open: (seed: string) => Promise<Opened>): void => {
  describe(`a game ${where}`, () => {
    it('shows its seat the game', async () => {
      const { store } = await open('shows');
      expect(store.getState()).toMatchObject({ status: 'playing', seat: KEST });
      expect(viewOf(store).own?.delegation).toBe(KEST);
      expect(JSON.stringify(viewOf(store))).not.toContain('incident-hidden');
    });

    it('refuses what the rules refuse, says so, and forgets it when it has been read', async () => {
      const { session, store } = await open('refuses');
      const before = viewOf(store);
      const refusal = await session.send({ kind: 'gavel' });
      expect(refusal).toMatchObject({ refused: 'not-your-command' });
      expect(store.getState().refusal).toEqual(refusal);
      expect(viewOf(store)).toEqual(before);
      session.dismiss();
      expect(store.getState().refusal).toBeUndefined();
    });

    it('forgets a refusal when something else has been done', async () => {
      const { session, store } = await open('done since');
      await session.send({ kind: 'gavel' });
      expect(store.getState().refusal).toBeDefined();
      expect(await session.send({ kind: 'done' })).toBeUndefined();
      expect(store.getState().refusal).toBeUndefined();
    });

    it('gives the same figures for a text and a package', async () => {
      const { session, store } = await open('figures');
      const text = await session.appraiseText(standingText(viewOf(store).articles));
      expect(text.own.reservation).toBe(viewOf(store).own?.mandate.reservation);
      expect(text.others).toHaveLength(tiny.delegations.length - 1);
      const nothing = await session.appraise([], [KEST], true);
      expect(nothing.own).toEqual({ now: 0, onAdoption: 0, ifKept: 0 });
    });

    it('plays to its end, and then says what was possible', async () => {
      const { session, store, quiet } = await open('end');
      for (let step = 0; step < 60 && viewOf(store).status === 'open'; step += 1) {
        await session.send(next(viewOf(store)));
        await quiet();
      }
      expect(viewOf(store).status).toBe('closed');
      expect(viewOf(store).outcome).toBeDefined();
      const numbers = store.getState().news.map(({ n }) => n);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect((await session.analysis())?.utilities).toHaveLength(tiny.delegations.length);
    });
  });
};

sessionContract('that runs here', openHere);
sessionContract('in a room on a server', openFar);

it('is the same game, move by move, here and far', async () => {
  const [here, far] = await Promise.all([openHere('same'), openFar('same')]);
  for (let step = 0; step < 60 && viewOf(here.store).status === 'open'; step += 1) {
    expect(sent(viewOf(far.store))).toEqual(sent(viewOf(here.store)));
    const command = next(viewOf(here.store));
    await here.session.send(command);
    await far.session.send(command);
    await Promise.all([here.quiet(), far.quiet()]);
  }
  expect(sent(viewOf(far.store))).toEqual(sent(viewOf(here.store)));
  expect(viewOf(here.store).status).toBe('closed');
});
