import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asDelegation } from '../../../src/engine/index.ts';
import { CODE_LETTERS, PROTOCOL, type Uploaded } from '../../../src/protocol/index.ts';
import type { Running } from '../../../src/server/server.ts';
import { tiny, TINY_TEXT } from '../../fixtures/index.ts';
import { host, join, newCommandId, Screen } from '../screen.ts';
import { serve, upload } from '../serving.ts';

let server: Running;
let port = 0;
const screens: Screen[] = [];
beforeAll(async () => {
  server = await serve();
  port = server.port;
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await server.close();
});

const [a, b] = tiny.delegations.map(({ id }) => id);
if (a === undefined || b === undefined) throw new Error('the fixture has more');

const fresh = async (): Promise<Screen> => {
  const screen = await new Screen(port).connected();
  screens.push(screen);
  return screen;
};
const room = async (settings: Parameters<typeof host>[2] = {}) => {
  const found = await host(port, { upload: await upload(port, TINY_TEXT) }, settings);
  screens.push(found.screen);
  return found;
};
const redeem = (code: string, typed: string) =>
  ({ ask: 'redeem', version: PROTOCOL, room: code, code: typed }) as const;

describe('a seat on another device', () => {
  it('is had by the short code that the first one shows, and then by a key of its own', async () => {
    const { screen: teacher, code } = await room();
    const ann = await join(port, code, 'Ann', { seat: a });
    screens.push(ann.screen);
    const { code: short, until } = await ann.screen.does({ ask: 'device-code' });
    expect(short).toMatch(new RegExp(`^[${CODE_LETTERS}]{6}$`, 'u'));
    expect(Number(until)).toBeGreaterThan(Date.now());

    const tablet = await fresh();
    // As it is typed: in small letters, with a space.
    const typed = `${String(short).slice(0, 3)} ${String(short).slice(3)}`.toLowerCase();
    const welcome = await tablet.does(redeem(code, typed));
    expect(welcome).toMatchObject({ person: ann.person, role: 'member', name: 'Ann' });
    await tablet.until(() => tablet.mine?.seat === a);
    await teacher.until(
      () => teacher.desk?.people.find(({ person }) => person === ann.person)?.devices === 2,
    );
    const again = await fresh();
    expect(await again.ask(redeem(code, String(short)))).toEqual({ refused: 'wrong-code' });
    await again.does({ ask: 'enter', version: PROTOCOL, room: code, key: String(welcome['key']) });

    // Neither code nor hash reaches a screen or the file.
    const { address } = await teacher.does({ ask: 'file', which: 'log' });
    const log = await (await fetch(`http://127.0.0.1:${port}${String(address)}`)).text();
    expect(log).toContain('"coded"');
    for (const heard of [log, teacher.received, tablet.received]) {
      expect(heard).not.toContain(String(short));
      expect(heard).not.toContain('codeHash');
    }
  });

  it('is asked for twice under one id: the code that came last is good; redeemed twice, both have keys', async () => {
    const { code } = await room();
    const ann = await join(port, code, 'Ann');
    screens.push(ann.screen);
    const id = newCommandId();
    const lost = await ann.screen.does({ ask: 'device-code', id });
    const found = await ann.screen.does({ ask: 'device-code', id });
    expect(found['code']).not.toBe(lost['code']);
    const wanted = { ...redeem(code, String(found['code'])), id: newCommandId() };
    const one = await (await fresh()).does(wanted);
    const other = await (await fresh()).does(wanted);
    expect(other['person']).toBe(one['person']);
    expect(other['key']).not.toBe(one['key']);
  });

  it('cannot be guessed: a room hears some wrong codes, and then makes everybody wait', async () => {
    const { screen: teacher, code } = await room();
    const ann = await join(port, code, 'Ann');
    screens.push(ann.screen);
    const { code: short } = await ann.screen.does({ ask: 'device-code' });
    const answers: string[] = [];
    // Three screens: what one may try is not the limit here.
    for (const guesser of [await fresh(), await fresh(), await fresh()])
      for (let n = 0; n < 15; n += 1) {
        const wrong = `AAAA${CODE_LETTERS.charAt(n)}A`;
        answers.push((await guesser.ask(redeem(code, wrong))).refused ?? 'ok');
      }
    expect(answers.filter((one) => one === 'wrong-code').length).toBeLessThanOrEqual(32);
    expect(answers.slice(-10)).toContain('too-fast');
    expect(answers).not.toContain('ok');
    expect(await (await fresh()).ask(redeem(code, String(short)))).toMatchObject({ refused: 'too-fast' });
    // Other rooms notice nothing.
    const { code: elsewhere } = await room();
    expect(await (await fresh()).ask(redeem(elsewhere, 'AAAAAA'))).toEqual({ refused: 'wrong-code' });
    expect(await (await fresh()).ask(redeem('ZZZZZZ', 'AAAAAA'))).toEqual({ refused: 'no-such-room' });
    expect(await teacher.ask({ ask: 'device-code' })).toEqual({ refused: 'not-your-right' });
  });
});

describe('seats open to people', () => {
  it('are settled when the room is opened, and told to whoever knocks and to everybody inside', async () => {
    const { screen: teacher, code } = await room({ seats: [b], open: ['member', 'observer'] });
    const door = await fresh();
    const { card } = await door.does({ ask: 'knock', room: code });
    expect(card).toMatchObject({ open: ['member', 'observer'], delegations: [{ id: b }] });
    const wanted = { ask: 'join', version: PROTOCOL, room: code, name: 'Ann', role: 'member' } as const;
    expect(await door.ask({ ...wanted, seat: a })).toEqual({ refused: 'seat-closed', seat: a });
    expect(await door.ask({ ...wanted, role: 'adviser', seat: b })).toEqual({
      refused: 'role-not-open',
      role: 'adviser',
    });
    await teacher.does({ ask: 'settings', settings: { seats: [a] } });
    await teacher.until(() => teacher.room?.seats.find(({ seat }) => seat === b)?.closed === true);
    await door.does({ ...wanted, seat: a });
    await door.until(() => door.mine?.seat === a);
  });

  it('have to be seats: a room with others is not opened', async () => {
    const screen = await fresh();
    const answer = await screen.ask({
      ask: 'create',
      version: PROTOCOL,
      scenario: { shelf: 'first-steps' },
      preset: '45',
      settings: { seats: [asDelegation('atlantis')] },
      name: 'Teacher',
      rooms: 1,
    });
    expect(answer).toEqual({ refused: 'no-such-seat', seat: 'atlantis' });
  });

  it('a file of one’s own is answered with its card', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/scenarios`, { method: 'POST', body: TINY_TEXT });
    const answer = (await response.json()) as Uploaded;
    if (answer.fault !== undefined) throw new Error(answer.fault);
    expect(answer.card.id).toBe(answer.upload);
    expect(answer.card.delegations.map(({ id }) => id)).toEqual(tiny.delegations.map(({ id }) => id));
    expect(answer.card.delegations.map(({ turn }) => turn).toSorted((x, y) => x - y)).toEqual([0, 1, 2]);
  });
});
