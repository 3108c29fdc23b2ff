import seedrandom from 'seedrandom';
import { OPEN_ROLES, PROTOCOL, request } from '../../src/protocol/index.ts';
import { newCommandId, Screen } from './screen.ts';

/** Everything that may be answered to nonsense. */
export const REFUSALS: ReadonlySet<string> = new Set([
  'ok',
  'cut',
  'no-answer',
  'not-in-form',
  'too-fast',
  'other-version',
  'no-such-room',
  'wrong-key',
  'wrong-code',
  'seat-closed',
  'not-in-a-room',
  'already-in-a-room',
  'name-empty',
  'name-too-long',
  'name-taken',
  'name-unfit',
  'room-full',
  'seat-full',
  'no-such-seat',
  'role-not-open',
  'joining-closed',
  'wrong-stage',
  'not-your-right',
  'no-such-scenario',
  'nothing-to-do',
  'no-such-person',
  'no-such-proposal',
  'no-such-item',
  'no-such-channel',
  'free-text-off',
  'text-unfit',
  'rules',
  'paused',
  'played-by-ai',
]);

const ASKS = request.options.map((form) => form.shape.ask.value);

/** What a hostile client sends: forged, replayed, reordered, malformed, oversized, and far too much of it. */
const nonsense = (chance: () => number, room: string, sent: readonly unknown[]): unknown => {
  const upTo = (most: number): number => Math.floor(chance() * most);
  const one = <T>(list: readonly T[]): T | undefined => list[upTo(list.length)];
  const letters = (most: number): string =>
    Array.from({ length: upTo(most) }, () => String.fromCodePoint(32 + upTo(0x2000))).join('');
  const value = (depth: number): unknown => {
    switch (upTo(depth > 3 ? 7 : 9)) {
      case 0:
        return null;
      case 1:
        return chance() < 0.5;
      case 2:
        return one([0, -1, 1e308, Number.MAX_SAFE_INTEGER, 0.5, 1e9]);
      case 3:
        return letters(20);
      case 4:
        return one([
          '__proto__',
          'constructor',
          'p1',
          'chair',
          'facilitator',
          room,
          '',
          '\u0000',
          '😀'.repeat(9),
        ]);
      case 5:
        return newCommandId();
      case 6:
        return one(ASKS);
      case 7:
        return Array.from({ length: upTo(5) }, () => value(depth + 1));
      default:
        return Object.fromEntries(Array.from({ length: upTo(5) }, () => [letters(8), value(depth + 1)]));
    }
  };
  switch (upTo(8)) {
    case 0:
      return value(0);
    case 1:
      return { ask: one(ASKS), ...Object.fromEntries([[letters(6), value(1)]]) };
    case 2:
      return {
        ask: one(ASKS),
        id: newCommandId(),
        room,
        seat: 'chair',
        person: 'p1',
        command: { kind: 'advance' },
        moves: 0,
      };
    case 3:
      return { ask: 'enter', version: PROTOCOL, room, key: newCommandId() + newCommandId().slice(0, 8) };
    case 4:
      return one(sent) ?? { ask: 'again' };
    case 5:
      return {
        ask: 'join',
        id: newCommandId(),
        version: PROTOCOL,
        room,
        name: letters(12),
        role: one(OPEN_ROLES),
      };
    case 6:
      return {
        ask: 'move',
        id: newCommandId(),
        command: {
          kind: one(['done', 'advance', 'gavel', 'offer', 'intervene']),
          intervention: { kind: 'close' },
        },
      };
    default:
      return {
        ask: one(['rewind', 'delete', 'debrief', 'pause', 'invite', 'look', 'file', 'timeline']),
        id: newCommandId(),
        role: 'co-facilitator',
        name: 'x',
        which: 'game',
        after: 0,
        moves: 0,
        because: { code: 'other' },
      };
  }
};

export interface Attack {
  readonly sent: number;
  readonly answers: ReadonlyMap<string, number>;
  /** Screens that were cut off. */
  readonly cut: number;
}

/** Sends so many messages from a few screens, as fast as they are taken; whoever is cut off comes again as somebody else. */
export const attack = async (
  port: number,
  room: string,
  messages: number,
  seed: string,
  screens = 3,
): Promise<Attack> => {
  const chance = seedrandom.alea(seed);
  const answers = new Map<string, number>();
  const count = (what: string): void => {
    answers.set(what, (answers.get(what) ?? 0) + 1);
  };
  let sent = 0;
  let cut = 0;
  const one = async (): Promise<void> => {
    let screen = await new Screen(port).connected();
    const memory: unknown[] = [];
    while (sent < messages) {
      const burst: Promise<void>[] = [];
      for (let n = 0; n < 25 && sent < messages; n += 1) {
        sent += 1;
        const message = nonsense(chance, room, memory);
        if (memory.length < 50) memory.push(message);
        burst.push(
          (async () => {
            count(outcome(await screen.raw(message, 2_000)));
          })(),
        );
      }
      await Promise.all(burst);
      if (screen.socket.connected) continue;
      cut += 1;
      screen.close();
      screen = await new Screen(port).connected();
    }
    screen.close();
  };
  await Promise.all(Array.from({ length: screens }, one));
  return { sent, answers, cut };
};

const outcome = (answer: unknown): string => {
  if (answer instanceof Error) return 'no-answer';
  if (typeof answer !== 'object' || answer === null) return 'not an answer';
  if ('ok' in answer && answer.ok === true) return 'ok';
  return 'refused' in answer ? String(answer.refused) : 'not an answer';
};
