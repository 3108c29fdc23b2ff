import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegate } from '../../../src/delegates/index.ts';
import { audience, dice, type DelegationId, type Event } from '../../../src/engine/index.ts';
import { pairChannel, PROTOCOL, teamChannel } from '../../../src/protocol/index.ts';
import type { Running } from '../../../src/server/server.ts';
import { readRight, TINY_TEXT } from '../../fixtures/index.ts';
import { host, join, Screen } from '../screen.ts';
import { serve, upload } from '../serving.ts';

/** What tokens are worth is drawn from so wide a range that the drawn numbers mark each mandate. */
const PLANTED = TINY_TEXT.replaceAll(
  /tokenWorth: \{[^}]*\}/gu,
  'tokenWorth: { standing: [0, 1000], experts: [0, 1000] }',
);
const scenario = readRight(PLANTED);
const ids = scenario.delegations.map(({ id }) => id);

let server: Running;
const screens: Screen[] = [];
beforeAll(async () => {
  server = await serve();
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await server.close();
});

/** The Chair's own reasons; everybody can work them out, but they are sent to nobody. And numbers that are said to nobody. */
const KEPT =
  /meets-objections|objections-remain|no-objections|"code":"[a-z-]+","(?:short|gain|loss|belief)":/u;

interface Watched {
  readonly screen: Screen;
  /** Whose secrets may be in what it receives. */
  readonly seat: DelegationId | undefined;
  readonly name: string;
}

/** A delegation's people play as an AI delegate would, by its own view alone. */
const turn = async ({ screen, seat }: Watched): Promise<boolean> => {
  const seen = screen.game;
  if (seat === undefined || seen === undefined || seen.status === 'closed' || seen.done.includes(seat))
    return false;
  const act = delegate(scenario, seat, 'gentle').act(seen, dice('bot', seat));
  const moves = screen.room?.moves ?? 0;
  const answer = await screen.ask({ ask: 'move', command: (act?.command ?? { kind: 'done' }) as never });
  if (answer.ok !== true && act !== undefined) await screen.ask({ ask: 'move', command: { kind: 'done' } });
  if (answer.ok === true)
    await screen.until(() => (screen.room?.moves ?? 0) > moves || screen.room?.stage !== 'play', 5_000);
  return true;
};

describe('secrecy on the wire', () => {
  it('no byte of another seat’s secrets reaches a socket: mandates, truths, offers, talk, notes, instructions, keys, the seed', async () => {
    const { port } = server;
    const {
      screen: teacher,
      code,
      key: hostKey,
    } = await host(
      port,
      { upload: await upload(port, PLANTED) },
      {
        pace: 'instant',
        freeText: 'on',
        open: ['member', 'adviser', 'press', 'observer', 'secretariat'],
        clockEndsPhases: false,
        endWhenDone: true,
      },
      { seed: 'planted-seed-canary' },
    );
    const watched: Watched[] = [];
    const keys: string[] = [hostKey];
    const come = async (
      name: string,
      how: Parameters<typeof join>[3],
      seat?: DelegationId,
    ): Promise<Watched> => {
      const { screen, key } = await join(port, code, name, how);
      keys.push(key);
      const found = { screen, seat, name };
      watched.push(found);
      screens.push(screen);
      return found;
    };
    const members: Watched[] = [];
    for (const [place, id] of ids.entries())
      members.push(
        await come(
          `m${place}`,
          { seat: id, transports: place === 1 ? ['polling'] : ['polling', 'websocket'] },
          id,
        ),
      );
    await come('adviser', { role: 'adviser', seat: ids[0] ?? '' }, ids[0]);
    await come('press', { role: 'press' });
    await come('observer', { role: 'observer' });
    await come('secretariat', { role: 'secretariat' });
    const { key: wall } = await teacher.does({ ask: 'invite', role: 'projector', name: 'Wall' });
    const projector = await new Screen(port, { keep: true }).connected();
    screens.push(projector, teacher);
    await projector.does({ ask: 'enter', version: PROTOCOL, room: code, key: String(wall) });
    await projector.until(() => projector.game !== undefined);
    watched.push({ screen: projector, seat: undefined, name: 'projector' });

    /** Words that only one seat, or two, may ever see. */
    const canaries: { readonly words: string; readonly seats: readonly DelegationId[] }[] = [];
    const plant = (words: string, ...seats: readonly DelegationId[]): string => {
      canaries.push({ words, seats });
      return words;
    };
    await teacher.does({ ask: 'start', despite: false });
    for (const [place, member] of members.entries()) {
      const id = ids[place];
      const other = ids[(place + 1) % ids.length];
      if (id === undefined || other === undefined) throw new Error('three delegations');
      await member.screen.does({ ask: 'team-notes', text: plant(`notecanary${place}`, id) });
      await member.screen.does({
        ask: 'say',
        channel: teamChannel(id),
        text: plant(`teamcanary${place}`, id),
      });
      await member.screen.does({
        ask: 'say',
        channel: pairChannel(id, other),
        text: plant(`paircanary${place}`, id, other),
      });
      const message = plant(`instructioncanary${place}`, id);
      await teacher.does({
        ask: 'intervene',
        intervention: { kind: 'instruction', to: id, message, reservation: 111 * (place + 1) },
      });
    }
    // Whole sessions are played, as far as before the end, which reveals.
    for (let round = 0; round < 400; round += 1) {
      const [first] = members;
      if (first?.screen.game?.session === 1 && first.screen.game.phase === 'decision') break;
      let moved = false;
      for (const member of members) moved = (await turn(member)) || moved;
      if (!moved) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const live = await server.hall.room(code);
    if (live === undefined) throw new Error('the room is there');
    const { game, table } = live.room;
    expect(game.session).toBe(1);

    for (const [place, mandate] of game.mandates.entries()) {
      const id = ids[place];
      if (id === undefined) throw new Error('three delegations');
      plant(`"tokenWorth":${JSON.stringify(mandate.tokenWorth)}`, id);
      plant(JSON.stringify(mandate.raw.weights), id);
      plant(JSON.stringify(mandate.table), id);
      plant(`"faceStake":${mandate.faceStake},"raw":${JSON.stringify(mandate.raw)}`, id);
    }
    const secretEvents = [...game.log.flatMap(({ events }) => events), ...game.latest].filter(
      (event) => audience(event) !== 'all',
    );
    const heardBy = (event: Event, seat: DelegationId | undefined): boolean => {
      const heard = audience(event);
      return heard === 'all' || (seat !== undefined && heard.includes(seat));
    };
    const leaks: string[] = [];
    for (const { screen, seat, name } of watched) {
      const bytes = screen.received;
      for (const { words, seats } of canaries)
        if (bytes.includes(words) && !(seat !== undefined && seats.includes(seat)))
          leaks.push(`${name}: ${words}`);
      for (const event of secretEvents)
        if (bytes.includes(JSON.stringify(event)) && !heardBy(event, seat))
          leaks.push(`${name}: ${event.kind}`);
      // Reasons that AI players, the Chair here, keep for the debrief.
      if (KEPT.test(bytes)) leaks.push(`${name}: a reason`);
      for (const words of ['planted-seed-canary', 'keyHash', '"desk":'])
        if (bytes.includes(words)) leaks.push(`${name}: ${words}`);
      for (const key of keys) if (bytes.split(key).length > 2) leaks.push(`${name}: a key`);
      // The truth about an incident is nobody's until it is out.
      for (const incident of game.incidents)
        if (!incident.out && bytes.includes(`"truth":${JSON.stringify(incident.truth)}`))
          leaks.push(`${name}: a truth`);
    }
    expect(leaks).toEqual([]);

    // The search finds what is there: each seat has received its own secrets, and everybody all of them once all is shown.
    expect(secretEvents.length).toBeGreaterThan(20);
    for (const { words, seats } of canaries)
      for (const seat of seats) {
        const own = watched.find((one) => one.seat === seat && one.name.startsWith('m'));
        expect([words, own?.screen.received.includes(words)]).toEqual([words, true]);
      }
    expect(keys.filter((key) => watched.some(({ screen }) => screen.received.includes(key)))).toHaveLength(
      keys.length - 1,
    );
    await teacher.does({ ask: 'debrief' });
    const worth = `"tokenWorth":${JSON.stringify(game.mandates[0]?.tokenWorth)}`;
    const others = watched.filter(({ seat }) => seat !== ids[0]);
    // Play is over, and the cards lie covered: how it ended is told, what it brought whom is not.
    for (const { screen } of watched) await screen.until(() => screen.game?.ending !== undefined);
    expect(others.filter(({ screen }) => screen.received.includes(worth)).map(({ name }) => name)).toEqual(
      [],
    );
    for (const { screen, seat, name } of watched) {
      expect([name, screen.game?.outcome, screen.game?.revealed]).toEqual([name, undefined, undefined]);
      expect([name, screen.game?.ending?.own?.delegation]).toEqual([name, seat]);
    }
    const [first] = members;
    expect(await first?.screen.ask({ ask: 'file', which: 'game' })).toEqual({ refused: 'not-your-right' });
    const handed = await first?.screen.does({ ask: 'file', which: 'figures' });
    const figures = await (await fetch(`http://127.0.0.1:${port}${String(handed?.['address'])}`)).text();
    expect(KEPT.test(figures)).toBe(false);
    for (const { words, seats } of canaries)
      expect([
        words,
        figures.includes(words) && !(first?.seat !== undefined && seats.includes(first.seat)),
      ]).toEqual([words, false]);
    await teacher.does({ ask: 'reveal' });
    for (const { screen } of watched) await screen.until(() => screen.received.includes(worth));
    expect(table.seed).toBe('planted-seed-canary');
    // With the cards open the reasons are in the game that everybody may keep.
    const kept = await first?.screen.does({ ask: 'file', which: 'game' });
    const file = await (await fetch(`http://127.0.0.1:${port}${String(kept?.['address'])}`)).text();
    expect(KEPT.test(file)).toBe(true);
  });
});
