import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOn } from '../../../../src/client/session/remote/room-screen.ts';
import { PATIENCE } from '../../../../src/client/session/remote/link.ts';
import { lay, view, type Command, type View } from '../../../../src/engine/index.ts';
import { tiny } from '../../../fixtures/index.ts';
import { ground } from './ground.ts';
import { KEST, KEY, ROOM } from './peer.ts';

const DONE: Command = { kind: 'done' };
/** As it comes out of the wire. */
const sent = (seen: View): unknown => JSON.parse(JSON.stringify(seen));
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('a seat in a room', () => {
  it('comes in by its key and sees what the seat may see', async () => {
    const { enter, store, roomStore, peer } = ground();
    expect(await enter()).toMatchObject({ ok: true });
    expect(store.getState().view).toEqual(sent(peer.host.seen()));
    expect(store.getState()).toMatchObject({ status: 'playing', seat: KEST, busy: false });
    expect(store.getState().scenario).toBe(tiny);
    expect(roomStore.getState().room?.room).toBe(ROOM);
    expect(roomStore.getState().link).toEqual({ link: 'open' });
  });

  it('comes in by joining, and with the key it was given after a break', async () => {
    const { room, roomStore, peer } = ground();
    const joined = await room.ask<'join'>({ ask: 'join', room: ROOM, name: 'Ana', role: 'member' });
    expect(joined).toMatchObject({ ok: true, key: KEY });
    peer.cut();
    expect(roomStore.getState().link.link).toBe('lost');
    peer.mend();
    expect(peer.asked.at(-1)).toMatchObject({ ask: 'enter', key: KEY, have: 'print' });
    expect(roomStore.getState().link.link).toBe('open');
  });

  it('says what one thinks of the game: on the screen at once, once on the server, and there again after a break', async () => {
    const { enter, room, store, peer } = ground();
    await enter();
    const { reflect } = room.session;
    const said = { seat: KEST, takeAway: 'ask first' } as const;
    peer.loseAnswers(1);
    const saying = reflect?.(said);
    expect(store.getState().reflections).toEqual([said]);
    peer.mend();
    await saying;
    expect(new Set(peer.asked.flatMap((one) => (one.ask === 'reflect' ? [one.id] : []))).size).toBe(1);
    // What the server tells anew is what was said.
    await room.ask<'again'>({ ask: 'again' });
    expect(store.getState().reflections).toEqual([said]);
  });

  it('does not come in by a wrong key, and does not try for ever', async () => {
    const { room, roomStore, peer } = ground();
    expect(await room.enter({ room: ROOM, key: 'x'.repeat(24) })).toEqual({ refused: 'wrong-key' });
    expect(roomStore.getState().link).toEqual({ link: 'gone', why: 'wrong-key' });
    const asked = peer.asked.length;
    peer.mend();
    expect(peer.asked).toHaveLength(asked);
  });

  it('does not take it for the end of the room that it has knocked twice', async () => {
    const { enter, room, roomStore, peer } = ground();
    // One of the two finds that whoever knocks is in already.
    peer.answerNext({ refused: 'already-in-a-room' });
    await Promise.all([enter(), room.enter({ room: ROOM, key: KEY })]);
    expect(peer.asked.filter(({ ask }) => ask === 'enter')).toHaveLength(2);
    expect(roomStore.getState().link).toEqual({ link: 'open' });
  });

  it('answers whoever comes in again: that one is in already, or that the line is gone', async () => {
    const { enter, room, roomStore, peer } = ground();
    await enter();
    expect(await room.enter({ room: ROOM, key: KEY })).toEqual({ refused: 'already-in-a-room' });
    expect(roomStore.getState().link).toEqual({ link: 'open' });
    peer.cut();
    const waiting = room.enter({ room: ROOM, key: KEY });
    peer.mend();
    expect(await waiting).toMatchObject({ ok: true });
    peer.gone('removed');
    expect(await room.enter({ room: ROOM, key: KEY })).toEqual({ refused: 'not-in-a-room' });
  });

  it('does not leave anybody waiting who wants to come in when the line is closed', async () => {
    const { room, peer } = ground();
    peer.cut();
    const [entering, joining] = [
      room.enter({ room: ROOM, key: KEY }),
      room.ask<'join'>({ ask: 'join', room: ROOM, name: 'Ana', role: 'member' }),
    ];
    room.close();
    expect(await entering).toEqual({ refused: 'not-in-a-room' });
    expect(await joining).toEqual({ refused: 'not-in-a-room' });
  });

  it('believes something of the others, and knows what they believe of it, from its own view alone', async () => {
    const { enter, store, timers } = ground();
    await enter();
    timers.pass(0);
    await settled();
    expect(store.getState().beliefs.map((belief) => belief?.delegation)).toEqual(
      tiny.delegations.map(({ id }) => id),
    );
  });

  it('tells the time by the server’s clock', async () => {
    const { enter, roomStore, timers } = ground();
    await enter();
    // The server’s clock stands at 5,000 and the phase ends at 65,000; ours is elsewhere.
    expect(leftOn(roomStore.getState(), timers.now)).toBe(60_000);
    expect(leftOn(roomStore.getState(), timers.now + 1_500)).toBe(58_500);
  });
});

describe('what somebody does', () => {
  it('is done, and seen', async () => {
    const { enter, room, store, peer } = ground();
    await enter();
    const before = store.getState().news.at(-1)?.n ?? 0;
    expect(await room.session.send(DONE)).toBeUndefined();
    expect(peer.made).toHaveLength(1);
    expect(store.getState().view).toEqual(sent(peer.host.seen()));
    const numbers = store.getState().news.map(({ n }) => n);
    expect(numbers.at(-1)).toBeGreaterThan(before);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('is refused by the rules in the rules’ own words', async () => {
    const { enter, room, store, roomStore } = ground();
    await enter();
    const refusal = await room.session.send({ kind: 'gavel' });
    expect(refusal).toMatchObject({ refused: 'not-your-command' });
    expect(store.getState().refusal).toEqual(refusal);
    expect(roomStore.getState().refusal).toBeUndefined();
  });

  it('is refused by the room in the room’s words', async () => {
    const { enter, room, store, roomStore, peer } = ground();
    await enter();
    peer.answerNext({ refused: 'paused' });
    expect(await room.session.send(DONE)).toBeDefined();
    expect(store.getState().refusal).toBeUndefined();
    expect(roomStore.getState().refusal).toEqual({ refused: 'paused' });
    expect(peer.made).toEqual([]);
  });

  it('is done once, though its answer is lost', async () => {
    const { enter, room, store, roomStore, peer } = ground();
    await enter();
    peer.loseAnswers(1);
    const sending = room.session.send(DONE);
    expect(roomStore.getState()).toMatchObject({ pending: 1, link: { link: 'lost' } });
    expect(store.getState().busy).toBe(true);
    peer.mend();
    expect(await sending).toBeUndefined();
    expect(peer.made).toHaveLength(1);
    expect(peer.asked.filter(({ ask }) => ask === 'move')).toHaveLength(2);
    expect(roomStore.getState().pending).toBe(0);
    expect(store.getState().busy).toBe(false);
    expect(store.getState().view).toEqual(sent(peer.host.seen()));
  });

  it('waits while there is no connection, and is then done in the order in which it was asked', async () => {
    const { enter, room, roomStore, peer } = ground();
    await enter();
    peer.cut();
    const all = [
      room.ask<'name'>({ ask: 'name', name: 'Bo' }),
      room.session.send(DONE),
      room.ask<'name'>({ ask: 'name', name: 'Cy' }),
    ];
    expect(roomStore.getState().pending).toBe(3);
    peer.mend();
    await Promise.all(all);
    expect(peer.asked.slice(-3).map(({ ask }) => ask)).toEqual(['name', 'move', 'name']);
    expect(roomStore.getState().mine?.name).toBe('Cy');
  });

  it('is asked again where a connection that seems to stand swallows it', async () => {
    const { enter, room, peer, timers } = ground();
    await enter();
    peer.answerNext({ refused: 'not-now' });
    const sending = room.session.send(DONE);
    await settled();
    expect(peer.made).toEqual([]);
    timers.pass(PATIENCE);
    expect(await sending).toBeUndefined();
    expect(peer.made).toHaveLength(1);
  });

  it('gives up where the server says “too fast” again and again', async () => {
    const { enter, room, roomStore, peer, timers } = ground();
    await enter();
    peer.answerNext(...Array.from({ length: 20 }, () => ({ refused: 'too-fast', waitSeconds: 1 }) as const));
    const sending = room.ask<'help'>({ ask: 'help', help: true });
    for (let second = 0; second < 12; second += 1) timers.pass(1_000);
    expect(await sending).toMatchObject({ refused: 'too-fast' });
    expect(roomStore.getState().refusal).toMatchObject({ refused: 'too-fast' });
  });

  it('is answered also for somebody who is removed meanwhile', async () => {
    const { enter, room, roomStore, peer } = ground();
    await enter();
    peer.cut();
    const sending = room.ask<'help'>({ ask: 'help', help: true });
    peer.gone('removed');
    expect(await sending).toEqual({ refused: 'not-in-a-room' });
    expect(roomStore.getState()).toMatchObject({ link: { link: 'gone', why: 'removed' }, pending: 0 });
  });
});

describe('what is seen', () => {
  it('is asked for whole where a message is missing', async () => {
    const { enter, room, store, roomStore, peer } = ground();
    await enter();
    peer.skipSights(1);
    await room.session.send(DONE);
    expect(store.getState().view).not.toEqual(sent(peer.host.seen()));
    peer.touch();
    expect(peer.asked.filter(({ ask }) => ask === 'again')).toHaveLength(1);
    expect(store.getState().view).toEqual(sent(peer.host.seen()));
    expect(roomStore.getState().room?.revealed).toBe(true);
  });

  it('is what the server’s rules show, whatever is lost on the way', async () => {
    const trouble = fc.constantFrom('none', 'cut', 'lose', 'skip', 'touch');
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { minLength: 1, maxLength: 14 }), async (troubles) => {
        const { enter, room, store, peer } = ground('law');
        await enter();
        let count = 0;
        for (const one of troubles) {
          if (one === 'cut') peer.cut();
          if (one === 'lose') peer.loseAnswers(1);
          if (one === 'skip') peer.skipSights(1);
          if (one === 'touch') peer.touch();
          const sending = room.session.send(DONE);
          count += 1;
          peer.mend();
          await sending;
        }
        peer.touch();
        peer.touch();
        expect(store.getState().view).toEqual(sent(peer.host.seen()));
        expect(store.getState().view).toEqual(sent(view(lay(tiny, 'law'), peer.host.state, KEST)));
        // Nothing is done twice, and whatever was asked was either made or refused by the rules.
        expect(new Set(peer.made).size).toBe(peer.made.length);
        expect(peer.made.length).toBeLessThanOrEqual(count);
      }),
      { numRuns: 40 },
    );
  });
});
