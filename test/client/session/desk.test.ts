import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Desk, type Surroundings } from '../../../src/client/session/desk.ts';
import { openStorage, type Storage } from '../../../src/client/session/storage.ts';
import type { Sight, ToldOfGame } from '../../../src/client/session/wire.ts';
import { readGameFile } from '../../../src/scenario/index.ts';
import { hashOf } from '../../../src/engine/index.ts';
import { asDelegation, type Command } from '../../../src/engine/seat.ts';

const TEXT = readFileSync('scenarios/oewg-2022.yaml', 'utf8');
const KENYA = asDelegation('KE');
const wanted = { scenario: 'oewg-2022', seat: KENYA, seed: 'desk', strength: 'gentle' } as const;

let databases = 0;

/** A desk with real storage, a clock that counts, and a wait that takes no time. */
const deskWith = (change: Partial<Surroundings> = {}) => {
  databases += 1;
  const told: ToldOfGame[] = [];
  const storage = change.storage ?? openStorage(`desk-${String(databases)}`);
  let clock = 0;
  const desk = new Desk({
    storage,
    now: () => (clock += 1),
    newId: () => `id-${String(databases)}-${String((clock += 1))}`,
    report: (error) => {
      throw error;
    },
    wait: () => Promise.resolve(),
    tell: (item) => told.push(item),
    ...change,
  });
  const last = (): Sight => {
    const seen = told.findLast((item) => item.tell === 'seen');
    if (seen === undefined) throw new Error('nothing has been seen');
    return seen.sight;
  };
  const send = (command: Command) => desk.answer({ ask: 'send', command });
  return { desk, told, storage, last, send };
};

/** Waits until the table waits for the person: nobody by machine is about to move. */
const quiet = async (told: readonly ToldOfGame[]): Promise<void> => {
  for (let turn = 0; turn < 4_000; turn += 1) {
    const thinking = told.findLast((item) => item.tell === 'thinking');
    if (thinking?.seats.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('the table never came to rest');
};

const exported = async (desk: Desk) => {
  const file = await desk.answer({ ask: 'export' });
  if (file === undefined || !('text' in file)) throw new Error('a running game can be saved as a file');
  const opened = readGameFile(file.text);
  if (opened.fault !== undefined) throw new Error(`the file does not open: ${opened.fault}`);
  return {
    text: file.text,
    hash: hashOf(opened.state),
    moves: opened.record.moves.length,
    record: opened.record,
  };
};

describe('the desk', () => {
  let begun: ReturnType<typeof deskWith>;
  let id = '';
  beforeAll(async () => {
    begun = deskWith();
    expect(await begun.desk.answer({ ask: 'start', game: 1, wanted, text: TEXT })).toBeUndefined();
    await quiet(begun.told);
    const opened = begun.told.find((item) => item.tell === 'opened');
    id = opened?.tell === 'opened' ? opened.id : '';
  });

  const takeBack = async (): Promise<void> => {
    expect(await begun.desk.answer({ ask: 'resume', game: 2, id })).toBeUndefined();
    await quiet(begun.told);
  };

  it('plays the others until the table waits for the person, and tells only what its seat may see', () => {
    const { view, beliefs } = begun.last();
    expect(view.own?.delegation).toBe(KENYA);
    expect(view.done).toHaveLength(11);
    // In one's own place: what the others believe of oneself.
    expect(beliefs.map((belief) => belief?.delegation)).toContain(KENYA);
    expect(beliefs).not.toContain(null);
    const all = JSON.stringify(begun.told.filter((item) => item.tell === 'seen'));
    expect(all).not.toContain('incident-hidden');
    expect(all).not.toContain('"revealed"');
  });

  it('answers a wrong command with a refusal and goes on', async () => {
    expect(
      await begun.send({ kind: 'speak', positions: [], priorities: [], tone: 'plain', names: [] }),
    ).toMatchObject({
      refused: 'wrong-phase',
    });
  });

  it('saves every move: whoever takes the game up after a crash finds it as it was', async () => {
    await begun.send({ kind: 'done' });
    await quiet(begun.told);
    const before = await exported(begun.desk);
    const again = deskWith({ storage: begun.storage });
    expect(await again.desk.answer({ ask: 'resume', game: 2, id })).toBeUndefined();
    await quiet(again.told);
    const after = await exported(again.desk);
    expect(after.hash).toBe(before.hash);
    expect(again.last().view.phase).toBe('floor');
    // Had the first only been asleep, its next move would tell it that the game is another's now, and be stored nowhere.
    await begun.send({ kind: 'done' });
    expect(begun.told.at(-1)).toMatchObject({ tell: 'overtaken' });
    expect(await begun.desk.answer({ ask: 'export' })).toBeUndefined();
    expect((await begun.storage.load(id))?.record.moves).toHaveLength(after.moves);
    await takeBack();
  });

  it('takes back the phase, in the storage too, and what is played anew leads where it led', async () => {
    const start = await exported(begun.desk);
    const speech = { kind: 'speak', positions: [], priorities: [], tone: 'plain', names: [] } as const;
    await begun.send(speech);
    expect(begun.last().canUndo).toBe(true);
    await begun.desk.answer({ ask: 'undo' });
    await quiet(begun.told);
    expect(begun.last().view.spoken).not.toContain(KENYA);
    const back = await exported(begun.desk);
    expect(back.record.undone).toHaveLength((start.record.undone ?? []).length + 1);
    expect(back.record.undone?.at(-1)).toMatchObject({ session: 0, phase: 'floor' });
    const again = deskWith({ storage: begun.storage });
    await again.desk.answer({ ask: 'resume', game: 2, id });
    await quiet(again.told);
    expect((await exported(again.desk)).hash).toBe(back.hash);
    await takeBack();
  });

  it('opens its own file with the same fingerprint, and no broken one; the running game is left alone', async () => {
    const file = await exported(begun.desk);
    const other = deskWith();
    expect(await other.desk.answer({ ask: 'import', game: 3, text: file.text })).toBeUndefined();
    await quiet(other.told);
    expect((await exported(other.desk)).hash).toBe(file.hash);
    const before = await exported(begun.desk);
    const broken = [
      file.text.slice(0, 5_000),
      '{"a":1}',
      'no json',
      file.text.replace('"seed":"desk"', '"seed":"dusk"'),
    ];
    for (const text of broken)
      expect(await begun.desk.answer({ ask: 'import', game: 3, text })).toHaveProperty('fault');
    expect((await exported(begun.desk)).hash).toBe(before.hash);
  });

  it('keeps what the person says about the game, with it and in its file; from nobody else', async () => {
    const before = [{ goal: 'package', level: 2 }] as const;
    await begun.desk.answer({ ask: 'reflect', reflection: { seat: KENYA, before } });
    await begun.desk.answer({ ask: 'reflect', reflection: { seat: asDelegation('BR'), takeAway: 'mine' } });
    expect(begun.last().reflections).toEqual([{ seat: KENYA, before }]);
    await begun.desk.answer({ ask: 'reflect', reflection: { seat: KENYA, before, takeAway: 'Ask first.' } });
    const said = [{ seat: KENYA, before, takeAway: 'Ask first.' }];
    expect((await exported(begun.desk)).record.reflections).toEqual(said);
    await begun.send({ kind: 'done' });
    await quiet(begun.told);
    expect((await begun.storage.load(id))?.record.reflections).toEqual(said);
    await takeBack();
    expect(begun.last().reflections).toEqual(said);
  });

  it('lists saved games, latest first, and forgets them', async () => {
    const games = await begun.storage.list();
    expect(games.map((game) => game.id)).toContain(id);
    expect(games[0]).toMatchObject({ seat: 'KE', seed: 'desk', closed: false });
    await begun.desk.answer({ ask: 'forget', id: 'no-such-game' });
    expect(await begun.desk.answer({ ask: 'resume', game: 2, id: 'no-such-game' })).toEqual({
      fault: 'no-such-save',
    });
  });

  it('says which lines of a broken scenario are wrong', async () => {
    const fault = await begun.desk.answer({
      ask: 'preview',
      text: TEXT.replace('language: en', 'language: ['),
    });
    expect(fault).toHaveProperty('fault', 'scenario-faults');
  });
});

describe('a storage that refuses', () => {
  it('does not stop the game: it goes on, and the page is told that it is not saved; later all is stored', async () => {
    const real = openStorage('refusing');
    let full = true;
    const refuse =
      <A extends readonly unknown[]>(work: (...args: A) => Promise<void>) =>
      async (...args: A): Promise<void> => {
        if (full) throw new Error('QuotaExceededError');
        await work(...args);
      };
    const storage: Storage = {
      ...real,
      begin: refuse(real.begin),
      append: refuse(real.append),
      mend: refuse(real.mend),
    };
    const { desk, told, send } = deskWith({ storage });
    await desk.answer({ ask: 'start', game: 1, wanted, text: TEXT });
    await quiet(told);
    expect(told.filter((item) => item.tell === 'not-saved')).toEqual([
      { tell: 'not-saved', game: 1, message: 'QuotaExceededError' },
    ]);
    expect(told.some((item) => item.tell === 'saved')).toBe(false);
    full = false;
    await send({ kind: 'done' });
    await quiet(told);
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ tell: 'saved', game: 1 }));
    const opened = told.find((item) => item.tell === 'opened');
    const again = deskWith({ storage });
    expect(
      await again.desk.answer({ ask: 'resume', game: 2, id: opened?.tell === 'opened' ? opened.id : '' }),
    ).toBeUndefined();
    await quiet(again.told);
    expect((await exported(again.desk)).hash).toBe((await exported(desk)).hash);
  });
});

describe('a whole game at the desk', () => {
  it('comes to its end with an outcome and figures', async () => {
    const { desk, told, last, send } = deskWith();
    await desk.answer({ ask: 'start', game: 1, wanted: { ...wanted, seed: 'whole' }, text: TEXT });
    for (let turn = 0; turn < 80 && last().view.status === 'open'; turn += 1) {
      await quiet(told);
      const { view } = last();
      if (view.decision !== undefined && view.decision.mine === undefined)
        await send({ kind: 'answer', answer: 'join', articles: [], because: [] });
      else await send({ kind: 'done' });
      await quiet(told);
    }
    expect(last().view.status).toBe('closed');
    expect(last().view.outcome?.seats).toHaveLength(12);
    expect(await desk.answer({ ask: 'analysis' })).toHaveProperty('feasible');
  }, 600_000);
});
