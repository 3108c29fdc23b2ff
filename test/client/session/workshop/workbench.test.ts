import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { carriedOut } from '../../../../src/client/session/workshop/bench.ts';
import {
  DraftKeeper,
  openDrafts,
  type Draft,
  type Drafts,
  type Kept,
} from '../../../../src/client/session/workshop/drafts.ts';
import { GivenUp, Hands, type FarHands } from '../../../../src/client/session/workshop/hands.ts';
import { firstSession } from '../../../../src/client/session/workshop/look.ts';
import { Workbench } from '../../../../src/client/session/workshop/workbench.ts';
import type { Report } from '../../../../src/client/session/workshop/wire.ts';
import { openGame, parseGameFile } from '../../../../src/scenario/index.ts';
import { withChanges } from '../../../../src/scenario/editing/index.ts';
import { TINY_TEXT } from '../../../fixtures/index.ts';

/** A worker that does its work when it is told to. */
class Bench implements FarHands {
  readonly #heard: ((message: MessageEvent<Report>) => void)[] = [];
  readonly waiting: (() => void)[] = [];
  gone = false;
  readonly addEventListener = (type: string, heard: (event: never) => void): void => {
    if (type === 'message') this.#heard.push(heard as (message: MessageEvent<Report>) => void);
  };
  readonly terminate = (): void => {
    this.gone = true;
  };
  readonly postMessage: FarHands['postMessage'] = ({ number, order }) => {
    const say = (data: Report): void =>
      this.#heard.forEach((heard) => heard({ data } as MessageEvent<Report>));
    this.waiting.push(() => {
      say({
        number,
        report: 'done',
        done: carriedOut(order, (at, of) => say({ number, report: 'progress', at, of })),
      });
    });
  };
  work(): void {
    for (const work of this.waiting.splice(0)) work();
  }
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

let databases = 0;
const bench = async (text = TINY_TEXT, change: { drafts?: Drafts } = {}) => {
  databases += 1;
  const drafts = change.drafts ?? openDrafts(`bench-${String(databases)}`);
  const [reading, playing] = [new Bench(), new Bench()];
  const later: (() => void)[] = [];
  const work = new Workbench(
    {
      drafts,
      reader: new Hands(() => reading),
      player: new Hands(() => playing),
      now: () => 7,
      later: (call) => {
        later.push(call);
        return () => {
          const place = later.indexOf(call);
          if (place !== -1) later.splice(place, 1);
        };
      },
    },
    { id: 'one', name: 'mine', text, at: 0 },
  );
  /** Whoever writes pauses, and what was asked for is done. */
  const pause = async (): Promise<void> => {
    for (const call of later.splice(0)) call();
    reading.work();
    await settled();
  };
  await pause();
  return { work, drafts, reading, playing, pause, now: () => work.store.getState() };
};
type Made = Awaited<ReturnType<typeof bench>>;

describe('a scenario on the workbench', () => {
  let made: Made;
  beforeEach(async () => {
    made = await bench();
  });

  it('is read at once', () => {
    expect(made.now()).toMatchObject({
      fresh: true,
      broken: undefined,
      read: { faults: [], cover: { articles: 3 } },
    });
    expect(made.now().data).toMatchObject({ id: 'tiny' });
  });

  it('tells of faults after a pause; the form keeps what could last be read', async () => {
    const { work, now, pause } = made;
    work.typed(TINY_TEXT.replace('quorum: 60', 'quorum: 160'));
    expect(now()).toMatchObject({ fresh: false, read: { faults: [] } });
    await pause();
    expect(now().read?.faults).toEqual([expect.objectContaining({ code: 'out-of-range', length: 3 })]);
    expect(now().data).toMatchObject({ procedure: { quorum: 160 } });
    work.typed(TINY_TEXT.replace('quorum: 60', 'quorum: [60'));
    await pause();
    expect(now().broken).toMatchObject({ code: 'not-yaml' });
    expect(now().data).toMatchObject({ procedure: { quorum: 160 } });
    expect(work.change([{ edit: 'set', path: ['procedure', 'quorum'], value: 50 }])).toBe(false);
    work.typed(TINY_TEXT);
    await pause();
    expect(now()).toMatchObject({ broken: undefined, fresh: true, read: { faults: [] } });
  });

  it('does not show what was found in an older text', async () => {
    const { work, now, reading, pause } = made;
    work.typed(TINY_TEXT.replace('quorum: 60', 'quorum: 160'));
    const [first] = [pause()];
    work.typed(TINY_TEXT.replace('quorum: 60', 'quorum: 61'));
    reading.work();
    await first;
    expect(now().fresh).toBe(false);
    await pause();
    expect(now()).toMatchObject({ fresh: true, read: { faults: [] } });
  });

  it('is changed by form through the pen, where there is one', () => {
    const { work, now } = made;
    let written = TINY_TEXT;
    work.attach({
      apply: (changes) => {
        written = withChanges(written, changes) ?? '';
        work.typed(written);
      },
    });
    expect(work.change([{ edit: 'set', path: ['minutes'], value: 20 }])).toBe(true);
    expect(written).toBe(TINY_TEXT.replace('minutes: 15', 'minutes: 20'));
    // What was written is shown at once, without a pause.
    expect(now()).toMatchObject({ text: written, data: { minutes: 20 } });
    work.attach(undefined);
    expect(work.change([{ edit: 'set', path: ['minutes'], value: 15 }])).toBe(true);
    expect(now().text).toBe(TINY_TEXT);
  });

  it('is brought up to date where its format is old', async () => {
    const old = TINY_TEXT.replace('format: 2', 'format: 1').replaceAll(/(from|to): 1\n/gu, '$1: 0\n');
    const { work, now, pause } = await bench(old);
    expect(firstSession(now().data)).toBe(0);
    work.upgrade();
    await pause();
    expect(now().read).toMatchObject({ faults: [], warnings: [] });
    expect(firstSession(now().data)).toBe(1);
    const before = now().text;
    work.upgrade();
    expect(now().text).toBe(before);
  });

  it('says why a change by form was not made', () => {
    const { work, now } = made;
    work.typed(
      TINY_TEXT.replace('experts: [4, 6] }', 'experts: &e [4, 6] }').replace(
        'experts: [1, 2] }',
        'experts: *e }',
      ),
    );
    expect(work.change([{ edit: 'set', path: ['delegations', 0, 'tokens', 'experts'], value: 3 }])).toBe(
      false,
    );
    expect(now().refused).toEqual({ fault: 'shared', name: 'e' });
    work.dismiss();
    expect(now().refused).toBeUndefined();
  });

  it('is kept in this browser with every change, under its name', async () => {
    const { work, drafts, now } = made;
    work.typed('format: 1\n');
    work.rename('other');
    await expect.poll(() => now().kept).toBe('kept');
    expect(await drafts.load('one')).toEqual({ id: 'one', name: 'other', text: 'format: 1\n', at: 7 });
  });

  it('is tried, with progress; a trial of an older text is known as one', async () => {
    const { work, now, playing } = made;
    work.setSeed('s');
    const trying = work.tryOut();
    expect(now().trial).toEqual({ state: 'running', at: 0, of: 10 });
    playing.work();
    await trying;
    const { trial } = now();
    if (trial.state !== 'done') throw new Error(trial.state);
    expect(trial.fresh).toBe(true);
    expect(trial.found.tried.games.map(({ seed }) => seed)).toContain('s/10');
    expect(trial.found.seats.map(({ name }) => name)).toEqual(['Kestria', 'Maraland', 'Tolvania']);
    work.typed(TINY_TEXT.replace('minutes: 15', 'minutes: 16'));
    expect(now().trial).toMatchObject({ state: 'done', fresh: false });
    const file = work.game('s/10');
    playing.work();
    const parsed = parseGameFile((await file) ?? '');
    if (!('record' in parsed)) throw new Error('no game file');
    expect(openGame(parsed.record).fault).toBeUndefined();
  });

  it('is given advice on play', async () => {
    const { work, now, playing } = made;
    const dull = TINY_TEXT.replaceAll(/worth: \{ MARA.*\}/gu, 'worth: {}');
    work.typed(dull);
    const linting = work.lint();
    playing.work();
    await linting;
    const { lint } = now();
    if (lint.state !== 'done') throw new Error(lint.state);
    expect(lint.found.map(({ code }) => code)).toContain('weak-linkages');
  });

  it('gives up what is under way when it is told to', async () => {
    const { work, now, playing } = made;
    const trying = work.tryOut();
    work.stop();
    await trying;
    expect(now().trial).toEqual({ state: 'none' });
    expect(playing.gone).toBe(true);
  });

  it('does not try what cannot be played', async () => {
    const { work, now, playing } = made;
    work.typed('format: 1\n');
    const trying = work.tryOut();
    playing.work();
    await trying;
    expect(now().trial).toEqual({ state: 'none' });
  });
});

describe('keeping drafts', () => {
  const draft = (text: string): Draft => ({ id: 'a', name: 'n', text, at: Number(text) });
  it('keeps the latest state, one attempt at a time', async () => {
    const kept: string[] = [];
    const said: Kept[] = [];
    const free: (() => void)[] = [];
    const drafts: Drafts = {
      ...openDrafts('keeper'),
      keep: ({ text }) => {
        kept.push(text);
        return new Promise((resolve) => free.push(resolve));
      },
    };
    const keeper = new DraftKeeper(drafts, (how) => said.push(how));
    for (const text of ['1', '2', '3']) keeper.keep(draft(text));
    expect(kept).toEqual(['1']);
    free.shift()?.();
    await settled();
    expect(kept).toEqual(['1', '3']);
    free.shift()?.();
    await settled();
    expect(said.at(-1)).toBe('kept');
  });
  it('says when the browser refuses, and when it keeps again', async () => {
    const said: Kept[] = [];
    let full = true;
    const drafts: Drafts = {
      ...openDrafts('refusing'),
      keep: () => (full ? Promise.reject(new Error('full')) : Promise.resolve()),
    };
    const keeper = new DraftKeeper(drafts, (how) => said.push(how));
    keeper.keep(draft('1'));
    await settled();
    expect(said).toEqual(['keeping', 'refused']);
    full = false;
    keeper.keep(draft('2'));
    await settled();
    expect(said.at(-1)).toBe('kept');
  });
  it('lists them, the latest first, and forgets', async () => {
    const drafts = openDrafts('listing');
    await drafts.keep({ ...draft('1'), id: 'x' });
    await drafts.keep({ ...draft('2'), id: 'y' });
    expect(await drafts.list()).toEqual([
      { id: 'y', name: 'n', at: 2 },
      { id: 'x', name: 'n', at: 1 },
    ]);
    await drafts.forget('y');
    expect((await drafts.list()).map(({ id }) => id)).toEqual(['x']);
    expect(await drafts.load('y')).toBeUndefined();
  });
});

describe('hands', () => {
  it('pass on what goes wrong far away, and are hired again afterwards', async () => {
    const hired: { fail: (message: string) => void; posted: number[] }[] = [];
    const hands = new Hands(() => {
      const errors: ((event: ErrorEvent) => void)[] = [];
      const posted: number[] = [];
      hired.push({ fail: (message) => errors.forEach((heard) => heard({ message } as ErrorEvent)), posted });
      return {
        postMessage: ({ number }) => posted.push(number),
        terminate: () => undefined,
        addEventListener: (type: string, heard: (event: never) => void) => {
          if (type === 'error') errors.push(heard as (event: ErrorEvent) => void);
        },
      };
    });
    const one = hands.order({ order: 'read', text: '' });
    hired[0]?.fail('it fell over');
    await expect(one).rejects.toThrow('it fell over');
    const two = hands.order({ order: 'read', text: '' });
    expect(hired).toHaveLength(2);
    hands.letGo();
    await expect(two).rejects.toThrow(GivenUp);
  });
});
