import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../src/server/store/memory.ts';
import { openStore } from '../../../src/server/store/open.ts';
import { FolderTaken } from '../../../src/server/store/sqlite-file.ts';
import { storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'nia-store-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Here in this thread, as the tests have it. */
const sqliteStore = (place: string) => openStore({ kind: 'sqlite', folder: place }, () => undefined);

storeContract('memory', async () => memoryStore());
storeContract('SQLite', () => sqliteStore(join(folder, 'contract')));

describe('SQLite in a folder', () => {
  it('keeps what was acknowledged from one process to the next', async () => {
    const first = await sqliteStore(join(folder, 'kept'));
    await first.create({ room: 'AAAAAA', created: 1 }, { at: 1, by: 'p1', facts: [] });
    await first.write('AAAAAA', 1, () => ({ at: 2, by: 'p1', facts: [] }));
    await first.close();
    const second = await sqliteStore(join(folder, 'kept'));
    expect(await second.read('AAAAAA', 0)).toHaveLength(2);
    await second.close();
  });

  it('is one process’s at a time, and says so to the other', async () => {
    const first = await sqliteStore(join(folder, 'taken'));
    await expect(sqliteStore(join(folder, 'taken'))).rejects.toThrow(FolderTaken);
    await first.close();
    const second = await sqliteStore(join(folder, 'taken'));
    await second.close();
  });

  it('has nothing left in its files of what was wiped', async () => {
    const { readFileSync } = await import('node:fs');
    const place = join(folder, 'wiped');
    const store = await sqliteStore(place);
    const secret = 'a nickname that nobody else has';
    await store.create(
      { room: 'AAAAAA', created: 1 },
      { at: 1, by: 'door', facts: [{ fact: 'named', person: 'p1', name: secret }] },
    );
    await store.wipe();
    await store.close();
    expect(readFileSync(join(place, 'rooms.sqlite')).includes(secret)).toBe(false);
  });
});
