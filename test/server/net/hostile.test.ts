import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../../src/protocol/index.ts';
import type { Running } from '../../../src/server/server.ts';
import { TINY_TEXT } from '../../fixtures/index.ts';
import { attack, REFUSALS } from '../attack.ts';
import { host, join, newCommandId, Screen } from '../screen.ts';
import { serve, upload } from '../serving.ts';

let server: Running;
const screens: Screen[] = [];
beforeAll(async () => {
  server = await serve({ sockets: 40, password: 'open sesame' });
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await server.close();
});

describe('hostile clients', () => {
  it('whatever is sent is refused in type, or the sender is cut off; others notice nothing', async () => {
    // A server without a password and a limit of sockets, for this one.
    const open = await serve();
    const { screen: teacher, code } = await host(
      open.port,
      { upload: await upload(open.port, TINY_TEXT) },
      { pace: 'instant' },
    );
    const ann = await join(open.port, code, 'Ann');
    const waits: number[] = [];
    const honest = (async () => {
      for (let n = 0; n < 25; n += 1) {
        const began = performance.now();
        await ann.screen.does({ ask: 'ready', ready: n % 2 === 0 });
        waits.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    const found = await attack(open.port, code, 1_200, 'hostile-1');
    await honest;
    expect(found.sent).toBe(1_200);
    expect([...found.answers.keys()].filter((answer) => !REFUSALS.has(answer))).toEqual([]);
    expect(found.answers.get('not-in-form')).toBeGreaterThan(100);
    expect(found.cut).toBeGreaterThan(0);
    expect(waits).toHaveLength(25);
    expect(await teacher.ask({ ask: 'pause', because: { code: 'question' } })).toEqual({ ok: true });
    for (const screen of [teacher, ann.screen]) screen.close();
    await open.close();
  });

  it('codes and keys cannot be tried out: a screen has a few tries, and a school’s other screens are not held up', async () => {
    const { port } = server;
    const guesser = await new Screen(port).connected();
    screens.push(guesser);
    const answers: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      const answer = await guesser.ask({
        ask: 'knock',
        room: `AAAA${'ABCDEFGHJKMNPQRSTUVWXYZ'[n % 23] ?? 'A'}A`,
      });
      answers.push(answer.refused ?? 'ok');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(answers.filter((answer) => answer === 'no-such-room')).toHaveLength(20);
    expect(answers.at(-1)).toBe('too-fast');
    const other = await new Screen(port).connected();
    screens.push(other);
    expect(await other.ask({ ask: 'knock', room: 'BBBBBB' })).toEqual({ refused: 'no-such-room' });
  });

  it('a whole class joins from one address at once', async () => {
    const open = await serve();
    const { screen: teacher, code } = await host(open.port, { shelf: 'class-45' }, { teamSize: 5 });
    const pupils = await Promise.all(
      Array.from({ length: 28 }, (_, n) => join(open.port, code, `Pupil ${n}`)),
    );
    await teacher.until(() => teacher.room?.people.length === 29);
    for (const { screen } of [...pupils, { screen: teacher }]) screen.close();
    await open.close();
  });

  it('rooms are opened with the password, where one is asked for', async () => {
    const screen = await new Screen(server.port).connected();
    screens.push(screen);
    const wanted = {
      ask: 'create',
      id: newCommandId(),
      version: PROTOCOL,
      scenario: { shelf: 'first-steps' },
      preset: '45',
      settings: {},
      name: 'T',
      rooms: 1,
    } as const;
    expect(await screen.ask(wanted)).toEqual({ refused: 'wrong-password' });
    expect(await screen.ask({ ...wanted, password: 'open' })).toEqual({ refused: 'wrong-password' });
    expect(await screen.ask({ ...wanted, password: 'open sesame' })).toMatchObject({ ok: true });
  });

  it('pages of other sites cannot connect, nor hand in scenarios', async () => {
    const { port } = server;
    const poll = (origin: string) =>
      fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`, { headers: { origin } });
    expect((await poll('https://elsewhere.example')).status).toBe(403);
    expect((await poll(`http://127.0.0.1:${port}`)).status).toBe(200);
    const post = (origin: string) =>
      fetch(`http://127.0.0.1:${port}/scenarios`, { method: 'POST', body: TINY_TEXT, headers: { origin } });
    expect((await post('https://elsewhere.example')).status).toBe(403);
    expect((await post(`http://127.0.0.1:${port}`)).status).toBe(200);
    const large = await fetch(`http://127.0.0.1:${port}/scenarios`, {
      method: 'POST',
      body: 'x'.repeat(1_100_000),
      headers: { connection: 'close' },
    });
    expect(large.status).toBe(413);
  });

  it('messages over 64 kB are not read', async () => {
    const screen = await new Screen(server.port).connected();
    screens.push(screen);
    const gone = new Promise((resolve) => {
      screen.socket.once('disconnect', resolve);
    });
    screen.socket.emit('ask', { ask: 'shelf', more: 'x'.repeat(70_000) });
    await gone;
    await screen.connected();
    expect((await screen.ask({ ask: 'shelf' })).ok).toBe(true);
  });

  it('pages say what they may do, and nothing lies outside of their folder', async () => {
    const base = `http://127.0.0.1:${server.port}`;
    const headers = (await fetch(`${base}/health`)).headers;
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/.git/config',
      '/files/x',
      '/qr/AAAAA.svg',
    ])
      expect((await fetch(base + path)).status).toBe(404);
    expect((await fetch(`${base}/health`, { method: 'DELETE' })).status).toBe(405);
    const qr = await fetch(`${base}/qr/ABCDEF.svg`);
    expect([qr.status, qr.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    const metrics = await (await fetch(`${base}/metrics`)).text();
    expect(metrics).toContain('nia_sockets');
    expect(metrics).not.toMatch(/Pupil|Teacher/u);
  });
});
