import { afterAll, describe, expect, it } from 'vitest';
import { postgresStore } from '../../../src/server/store/postgres.ts';
import { startPostgres } from '../postgres.ts';
import { storeContract } from './contract.ts';

const cluster = await startPostgres();

const reason = 'reason' in cluster ? cluster.reason : undefined;
if (reason !== undefined) console.warn(`PostgreSQL is not tested here: ${reason}.`);
const here = 'url' in cluster ? cluster : undefined;
const open = () => postgresStore(here?.url ?? '', () => undefined);
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

afterAll(() => here?.stop());

storeContract(
  reason === undefined ? 'PostgreSQL' : `PostgreSQL (not here: ${reason})`,
  open,
  here !== undefined,
);

describe.skipIf(here === undefined)('PostgreSQL and several processes', () => {
  const entry = (n: number, cmd?: string) => ({
    at: n,
    by: 'p1',
    facts: [],
    ...(cmd === undefined ? {} : { cmd }),
  });

  it('one hears of what the other writes, and neither writes over the other', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    await one.wipe();
    await one.create({ room: 'AAAAAA', created: 1 }, entry(0));
    await other.read('AAAAAA', 0);
    const heard = new Set<number>();
    other.listen((_room, seq) => heard.add(seq));
    const seqs = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const written = await (n % 2 === 0 ? one : other).write('AAAAAA', 1, () => entry(n, `cmd-${n}`));
        return written.done === 'written' ? written.entry.seq : 0;
      }),
    );
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 2));
    await expect.poll(() => heard.has(41), { timeout: 60_000 }).toBe(true);
    await Promise.all([one.close(), other.close()]);
  });

  it('a database that restarts under load loses nothing that was acknowledged, and rings again', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    await one.wipe();
    await one.create({ room: 'AAAAAA', created: 1 }, entry(0));
    await other.read('AAAAAA', 0);
    const acknowledged: string[] = [];
    const run = { going: true };
    const load = (async () => {
      for (let n = 0; run.going && n < 20_000; n += 1) {
        const cmd = `cmd-${n}`;
        const written = await one.write('AAAAAA', 1, () => entry(n, cmd)).catch(() => undefined);
        if (written?.done === 'written' || written?.done === 'duplicate') acknowledged.push(cmd);
        else await wait(20);
      }
    })();
    await wait(300);
    await here?.restart();
    await wait(300);
    run.going = false;
    await load;
    let heard = 0;
    other.listen((_room, seq) => {
      heard = Math.max(heard, seq);
    });
    const last = await one.write('AAAAAA', 1, () => entry(1, 'last'));
    const seq = last.done === 'written' ? last.entry.seq : -1;
    await expect.poll(() => heard, { timeout: 15_000 }).toBe(seq);
    const kept = new Set((await other.read('AAAAAA', 0)).map(({ cmd }) => cmd));
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((cmd) => !kept.has(cmd))).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });
});
