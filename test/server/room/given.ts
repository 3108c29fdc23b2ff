import { expect } from 'vitest';
import type { OpenRole, RoomRefusal, SomeSettings } from '../../../src/protocol/index.ts';
import { Readings } from '../../../src/server/hall/readings.ts';
import { evolve } from '../../../src/server/room/evolve.ts';
import type { Entry, Fact } from '../../../src/server/room/fact.ts';
import { judge } from '../../../src/server/room/judge.ts';
import { judgeJoin } from '../../../src/server/room/judge-people.ts';
import type { Act, Judged } from '../../../src/server/room/judging.ts';
import { planFor } from '../../../src/server/room/plan.ts';
import { personOf, type Person, type Room } from '../../../src/server/room/room.ts';
import { due, nextDue } from '../../../src/server/room/turns.ts';
import { TINY_TEXT } from '../../fixtures/index.ts';

const readings = new Readings();
export const read = readings.room;

type Without<T> = T extends unknown ? Omit<T, 'id'> : never;
/** What is asked, without the id that the wire needs. */
export type Wanted = Without<Act>;

export const USUAL = {
  joining: true,
  open: ['member', 'chair', 'adviser', 'press', 'secretariat', 'observer'],
  seats: 'all',
  questions: 'none',
  choosing: true,
  teamSize: 4,
  deciding: 'anyone',
  freeText: 'on',
  headlines: 'on',
  grace: 60,
  strength: 'gentle',
  pace: 'instant',
  clockEndsPhases: true,
  endWhenDone: true,
  injectsByThemselves: true,
} as const;

/** A room without a server: requests are judged and folded here, and its time passes when a test says so. */
export class Given {
  readonly log: Entry[] = [];
  room: Room;
  at = 1_000_000_000;
  #count = 0;

  constructor(settings: SomeSettings = {}, text = TINY_TEXT, seed = 'river') {
    const { scenario } = read(text);
    const plan = planFor(scenario, '45');
    this.log.push({
      seq: 1,
      at: this.at,
      by: 'door',
      facts: [
        {
          fact: 'created',
          room: 'ABCDEF',
          preset: '45',
          text,
          seed,
          settings: { ...USUAL, ...settings },
          plan,
        },
        { fact: 'came', person: 'p1', name: 'Teacher', role: 'facilitator', keyHash: 'host' },
      ],
    });
    this.room = this.folded();
    this.facts([{ fact: 'here', person: 'p1', process: 'one' }], 'door');
  }

  /** The room as its log folds. */
  folded(): Room {
    let room: Room | undefined;
    for (const entry of this.log) room = evolve(read, room, entry);
    if (room === undefined) throw new Error('an empty log');
    return room;
  }

  facts(facts: readonly Fact[], by: string, answer?: Entry['answer']): void {
    const entry = {
      seq: this.log.length + 1,
      at: this.at,
      by,
      facts,
      ...(answer === undefined ? {} : { answer }),
    };
    this.log.push(entry);
    this.room = evolve(read, this.room, entry);
  }

  person(id: string): Person {
    const found = personOf(this.room, id);
    if (found === undefined) throw new Error(`${id} is not in the room`);
    return found;
  }

  /** Joins, sits down at a screen, and says who one is. */
  join(name: string, role: OpenRole = 'member', seat?: string): string {
    const judged = this.tryJoin(name, role, seat);
    if (judged.refused !== undefined) throw new Error(`${name} cannot join: ${judged.refused}`);
    const id = String(judged.answer?.['person']);
    this.here(id);
    return id;
  }

  tryJoin(name: string, role: OpenRole = 'member', seat?: string): Judged {
    this.#count += 1;
    const judged = judgeJoin(this.room, {
      name,
      role,
      keyHash: `key-${this.#count}`,
      ...(seat === undefined ? {} : { seat }),
    });
    if (judged.refused === undefined) this.facts(judged.facts, 'door', judged.answer);
    return judged;
  }

  here(id: string, process = 'one'): void {
    this.facts([{ fact: 'here', person: id, process }], 'door');
    this.settle();
  }

  away(id: string, process = 'one'): void {
    this.facts([{ fact: 'away', person: id, process }], 'door');
  }

  /** Asks for something; what comes of it is folded. */
  ask(by: string, wanted: Wanted): Judged {
    this.#count += 1;
    const act = { ...wanted, id: `request-${this.#count}`.padEnd(16, '-') } as Act;
    const person = this.room.people.find(({ id }) => id === by);
    if (person === undefined) throw new Error(`${by} was never in the room`);
    const fresh = { keyHash: `fresh-${this.#count}`, seed: `seed-${this.#count}` };
    const judged = judge({ room: this.room, by: person, at: this.at, fresh }, act);
    if (judged.refused === undefined) {
      this.facts(judged.facts, by, judged.answer);
      this.settle();
    }
    return judged;
  }

  /** Asks for what must be possible. */
  does(by: string, wanted: Wanted): Readonly<Record<string, unknown>> {
    const judged = this.ask(by, wanted);
    if (judged.refused !== undefined) throw new Error(`${wanted.ask}: ${JSON.stringify(judged)}`);
    return judged.answer ?? {};
  }

  refused(by: string, wanted: Wanted, refusal: RoomRefusal): void {
    expect(this.ask(by, wanted)).toEqual(refusal);
  }

  /** Whatever is due now. */
  settle(): void {
    for (let guard = 0; guard < 200; guard += 1) {
      const facts = due(this.room, this.at);
      if (facts.length === 0) return;
      this.facts(facts, 'clock');
    }
    throw new Error('the room turns without end');
  }

  /** Time passes, and what is due on the way is done at its time. */
  pass(seconds: number): void {
    const end = this.at + seconds * 1_000;
    for (let guard = 0; guard < 1_000; guard += 1) {
      const next = nextDue(this.room);
      if (next === undefined || next > end) break;
      this.at = Math.max(this.at, Math.ceil(next));
      this.settle();
      if (nextDue(this.room) === next) break;
    }
    this.at = Math.max(this.at, end);
    this.settle();
  }

  /** The Chair's AI is not here: phases end by the clock, or by a facilitator. */
  toPhase(phase: Room['game']['phase'], session = this.room.game.session): void {
    for (let guard = 0; guard < 40; guard += 1) {
      if (this.room.game.phase === phase && this.room.game.session === session) return;
      this.does('p1', { ask: 'skip' });
    }
    throw new Error(`no ${phase}`);
  }
}
