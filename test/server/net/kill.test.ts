import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/server/store/open.ts';
import { buildChild, freePort, type Built } from '../child.ts';
import { Loader } from '../load.ts';
import { host } from '../screen.ts';

/** The bench does it fifty times. */
const KILLS = 3;

let built: Built;
const folder = mkdtempSync(path(tmpdir(), 'nia-kill-'));
beforeAll(async () => {
  built = await buildChild();
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('a server that is killed under load', () => {
  it('has lost nothing it acknowledged, and everybody is back by themselves', async () => {
    const port = await freePort();
    const env = { DATA_DIR: path(folder, 'data') };
    let child = await built.start(port, env);
    const { screen, code, key } = await host(port, { shelf: 'first-steps' });
    const keys = [key];
    for (const name of ['Oli', 'Una', 'Tim']) {
      const invited = await screen.does({ ask: 'invite', role: 'co-facilitator', name });
      keys.push(String(invited['key']));
    }
    screen.close();
    const loaders = keys.map((one) => new Loader(port, code, one));
    for (const { screen: one } of loaders) await one.connected();
    for (const loader of loaders) loader.start();
    for (let count = 0; count < KILLS; count += 1) {
      const before = loaders.map(({ acknowledged }) => acknowledged.length);
      await expect
        .poll(() => loaders.every(({ acknowledged }, n) => acknowledged.length > (before[n] ?? 0) + 3), {
          timeout: 30_000,
        })
        .toBe(true);
      await child.kill();
      child = await built.start(port, env);
    }
    await expect
      .poll(() => loaders.every(({ entries }) => entries === KILLS + 1), { timeout: 60_000 })
      .toBe(true);
    await Promise.all(loaders.map((loader) => loader.stop()));
    for (const { screen: one } of loaders) one.close();
    expect([await child.end(), child.output()]).toEqual([0, expect.not.stringContaining('good order')]);
    const store = await openStore({ kind: 'sqlite', folder: env.DATA_DIR }, () => undefined);
    const kept = (await store.read(code, 0)).flatMap(({ cmd }) => cmd ?? []);
    await store.close();
    const acknowledged = loaders.flatMap((loader) => loader.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(KILLS * 12);
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
  });

  it('says in a sentence what is wrong, and ends', async () => {
    const port = await freePort();
    await expect(built.start(port, { PORT: 'eighty' })).rejects.toThrow(
      'PORT is a number from 0 to 65535, not "eighty".',
    );
    await expect(built.start(port, { DATABASE_URL: 'mysql://x' })).rejects.toThrow(
      'DATABASE_URL begins with postgres://',
    );
    const child = await built.start(port, { DATA_DIR: path(folder, 'one') });
    await expect(built.start(await freePort(), { DATA_DIR: path(folder, 'one') })).rejects.toThrow(
      'Another server is using',
    );
    expect(await child.end()).toBe(0);
    expect(child.output()).toContain('Nothing Is Agreed is ready.');
  });
});
