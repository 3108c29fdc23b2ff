import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../../src/protocol/index.ts';
import { postgresStore } from '../../../src/server/store/postgres.ts';
import { buildChild, freePort, type Built } from '../child.ts';
import { Loader } from '../load.ts';
import { startPostgres } from '../postgres.ts';
import { host, join, Screen } from '../screen.ts';

const cluster = await startPostgres();
const reason = 'reason' in cluster ? cluster.reason : undefined;
if (reason !== undefined) console.warn(`Several processes are not tested here: ${reason}.`);
const here = 'url' in cluster ? cluster : undefined;
let built: Built | undefined;

afterAll(async () => {
  built?.remove();
  await here?.stop();
});

describe.skipIf(here === undefined)('two processes on one database', () => {
  it('serve one room in step; one is killed and the database restarts: nothing is lost, AI plays on, all are back', async () => {
    built = await buildChild();
    const env = { DATABASE_URL: here?.url ?? '' };
    const [first, second] = [
      await built.start(await freePort(), env),
      await built.start(await freePort(), env),
    ];
    const {
      screen: teacher,
      code,
      key,
    } = await host(second.port, { shelf: 'first-steps' }, { pace: 'instant', strength: 'gentle' });
    const invited = await teacher.does({ ask: 'invite', role: 'co-facilitator', name: 'Co' });

    // One pupil on each process: both see the same game, whichever of them it was said to.
    const ann = await join(first.port, code, 'Ann');
    const bob = await join(second.port, code, 'Bob');
    await teacher.until(() => teacher.room?.people.filter(({ here: at }) => at).length === 3);
    await teacher.does({ ask: 'start', despite: false });
    await ann.screen.until(() => ann.screen.room?.stage === 'play');
    await bob.screen.does({ ask: 'move', command: { kind: 'done' } });
    await ann.screen.until(() => ann.screen.game?.done.some((id) => id === bob.screen.mine?.seat) === true);

    const loaders = [
      new Loader(first.port, code, key),
      new Loader(second.port, code, String(invited['key'])),
    ];
    for (const { screen } of loaders) await screen.connected();
    for (const loader of loaders) loader.start();
    const counts = (): number[] => loaders.map(({ acknowledged }) => acknowledged.length);
    await expect.poll(() => counts().every((count) => count > 5), { timeout: 60_000 }).toBe(true);

    await second.kill();
    const before = counts()[0] ?? 0;
    await expect.poll(() => (counts()[0] ?? 0) > before + 5, { timeout: 60_000 }).toBe(true);
    const back = await new Screen(first.port).connected();
    await back.does({ ask: 'enter', version: PROTOCOL, room: code, key: bob.key });
    await back.until(() => back.mine?.seat === bob.screen.mine?.seat && back.game !== undefined);
    // Whoever died is no longer here; whoever led the AI players is replaced.
    const moves = ann.screen.room?.moves ?? 0;
    await ann.screen.does({ ask: 'move', command: { kind: 'done' } });
    await ann.screen.until(
      () => ann.screen.game?.phase !== 'briefing' && (ann.screen.room?.moves ?? 0) > moves + 1,
      30_000,
    );

    await here?.restart();
    const after = counts()[0] ?? 0;
    await expect.poll(() => (counts()[0] ?? 0) > after + 5, { timeout: 60_000 }).toBe(true);
    const [one, other] = loaders;
    await one?.stop();
    other?.screen.close();
    await other?.stop();
    await expect.poll(() => isDeepStrictEqual(ann.screen.room, back.room), { timeout: 60_000 }).toBe(true);
    for (const screen of [teacher, ann.screen, bob.screen, back, one?.screen]) screen?.close();
    expect(await first.end()).toBe(0);

    const store = await postgresStore(env.DATABASE_URL, () => undefined);
    const kept = (await store.read(code, 0)).flatMap(({ cmd }) => cmd ?? []);
    await store.close();
    const acknowledged = loaders.flatMap((loader) => loader.acknowledged);
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
  });
});
