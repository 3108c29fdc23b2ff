import type { Scenario, SeatId } from '../../engine/index.ts';
import type {
  Answer,
  Request,
  RoomCard,
  RoomCode,
  RoomRefusal,
  RoomSummary,
  Welcome,
} from '../../protocol/index.ts';
import type { Draft } from '../room/fact.ts';
import { OWN } from '../room/fact.ts';
import { nameIn } from '../room/names.ts';
import { judgeRedeem } from '../room/judge-device.ts';
import { judgeJoin } from '../room/judge-people.ts';
import { unknownSeat } from '../room/judge-run.ts';
import { planFor } from '../room/plan.ts';
import type { Person, Room } from '../room/room.ts';
import { roomCard } from '../room/room-sight.ts';
import { evolve } from '../room/evolve.ts';
import type { Store } from '../store/store.ts';
import { coveredFigures } from './figures.ts';
import { hashOfKey, newCode, newId, newKey, newSeed } from './keys.ts';
import { LiveRoom } from './live-room.ts';
import type { Readings } from './readings.ts';
import type { Shelf } from './shelf.ts';
import { summaryOf } from './summary.ts';
import { BY_PRESET, USUAL } from './usual.ts';
import type { Surroundings } from './surroundings.ts';

export interface Limits {
  /** Rooms that are kept at most. */
  readonly rooms: number;
  /** Milliseconds without anything happening after which a room is deleted. */
  readonly keepFor: number;
  /** Asked of whoever creates a room; none: nobody is asked. */
  readonly password?: string;
}

/** Somebody at the door, with the key by which they come back. */
export interface Keyed {
  readonly live: LiveRoom;
  readonly person: Person;
  readonly key: string;
}

/** Milliseconds for which a lease on a room, and a process's sign of life, is good; they are renewed three times as often. */
export const LEASE = 6_000;
/** Milliseconds without a screen after which a room is put away; its log keeps it. */
const IDLE = 30_000;
/** How often rooms that nobody has come back to are looked for, milliseconds. */
const EXPIRY_EVERY = 600_000;

/** All rooms of this process: those that are in use are held, the others wait in the store. */
export class Hall {
  readonly #store: Store;
  readonly #around: Surroundings;
  readonly #readings: Readings;
  readonly #shelf: Shelf;
  readonly #limits: Limits;
  readonly #live = new Map<RoomCode, Promise<LiveRoom | undefined>>();
  readonly #emptySince = new Map<RoomCode, number>();
  readonly #beat: NodeJS.Timeout;
  readonly #expiry: NodeJS.Timeout;
  #closing = false;

  constructor(store: Store, around: Surroundings, readings: Readings, shelf: Shelf, limits: Limits) {
    this.#store = store;
    this.#around = around;
    this.#readings = readings;
    this.#shelf = shelf;
    this.#limits = limits;
    store.listen((code, seq) => {
      void this.#live.get(code)?.then((live) => live?.hear(seq));
    });
    this.#beat = setInterval(() => {
      void this.#keepUp();
    }, LEASE / 3);
    this.#expiry = setInterval(() => {
      void this.expire();
    }, EXPIRY_EVERY);
    this.#beat.unref();
    this.#expiry.unref();
  }

  get shelf(): Shelf {
    return this.#shelf;
  }

  get readings(): Readings {
    return this.#readings;
  }

  get store(): Store {
    return this.#store;
  }

  get asksPassword(): boolean {
    return this.#limits.password !== undefined;
  }

  /** Rooms held, and screens in them. */
  async figures(): Promise<{ readonly rooms: number; readonly screens: number }> {
    const held = (await Promise.all(this.#live.values())).filter((live) => live !== undefined);
    return { rooms: held.length, screens: held.reduce((sum, live) => sum + live.screens, 0) };
  }

  /** The room of a code, taken up from its log if it is not held yet. */
  room(code: RoomCode): Promise<LiveRoom | undefined> {
    const known = this.#live.get(code);
    if (known !== undefined) return known;
    if (this.#closing) return Promise.reject(new Error('the server shuts down'));
    const loading = this.#load(code);
    this.#live.set(code, loading);
    return loading;
  }

  async #load(code: RoomCode): Promise<LiveRoom | undefined> {
    try {
      const live = await LiveRoom.load(this.#store, this.#around, code);
      if (live === undefined) {
        this.#live.delete(code);
        return undefined;
      }
      live.lead(await this.#store.lease(code, this.#around.process, LEASE));
      return live;
    } catch (error) {
      this.#live.delete(code);
      throw error;
    }
  }

  // rooms come and go

  /** One or more rooms of the same scenario and seed, with one key for whoever runs them. */
  async create(wanted: Extract<Request, { ask: 'create' }>): Promise<
    | {
        readonly refused?: undefined;
        readonly room: RoomCode;
        readonly rooms: readonly RoomCode[];
        readonly key: string;
      }
    | RoomRefusal
  > {
    if (
      this.#limits.password !== undefined &&
      hashOfKey(wanted.password ?? '') !== hashOfKey(this.#limits.password)
    )
      return { refused: 'wrong-password' };
    const text = await this.#source(wanted.scenario);
    if (text === undefined) return { refused: 'no-such-scenario' };
    const { scenario, faults } = this.#readings.reading(text);
    if (scenario === undefined)
      return {
        refused: 'scenario-faults',
        faults: faults.map(({ line, column, message }) => ({ line, column, message })),
      };
    const unknown = unknownSeat(scenario, wanted.settings);
    if (unknown !== undefined) return { refused: 'no-such-seat', seat: unknown };
    const named = nameIn(undefined, wanted.name);
    if (named.refused !== undefined) return named;
    const { rooms: most } = this.#limits;
    if ((await this.#store.heads()).length + wanted.rooms > most) return { refused: 'too-many-rooms', most };
    const key = newKey();
    const seed = wanted.seed ?? newSeed();
    const series = wanted.rooms > 1 ? newId() : undefined;
    const rooms: RoomCode[] = [];
    for (let count = 0; count < wanted.rooms; count += 1)
      rooms.push(await this.#found({ wanted, scenario, text, seed, name: named.name, key, series }));
    const [room] = rooms;
    return room === undefined ? { refused: 'not-now' } : { room, rooms, key };
  }

  async #source(source: Extract<Request, { ask: 'create' }>['scenario']): Promise<string | undefined> {
    return 'shelf' in source
      ? this.#shelf.text(source.shelf)
      : this.#shelf.uploaded(source.upload, this.#around.now());
  }

  async #found(of: {
    readonly wanted: Extract<Request, { ask: 'create' }>;
    readonly scenario: Scenario;
    readonly text: string;
    readonly seed: string;
    readonly name: string;
    readonly key: string;
    readonly series: string | undefined;
  }): Promise<RoomCode> {
    const { wanted, scenario, text, seed, name, key, series } = of;
    const at = this.#around.now();
    for (;;) {
      const room = newCode();
      const ofSeries = series === undefined ? {} : { series };
      const first: Draft = {
        at,
        by: OWN.door,
        facts: [
          {
            fact: 'created',
            room,
            ...ofSeries,
            preset: wanted.preset,
            text,
            seed,
            settings: { ...USUAL, ...BY_PRESET[wanted.preset], ...wanted.settings },
            plan: planFor(scenario, wanted.preset),
          },
          { fact: 'came', person: 'p1', name, role: 'facilitator', keyHash: hashOfKey(key) },
        ],
      };
      if ((await this.#store.create({ room, ...ofSeries, created: at }, first)) === 'created') return room;
    }
  }

  async card(code: RoomCode): Promise<RoomCard | undefined> {
    const room = (await this.room(code))?.room;
    return room === undefined ? undefined : roomCard(room);
  }

  /** The room for a key: whose it is, if anybody's. */
  async enter(
    code: RoomCode,
    key: string,
  ): Promise<{ readonly live: LiveRoom; readonly person: Person } | RoomRefusal> {
    const live = await this.room(code);
    if (live === undefined) return { refused: 'no-such-room' };
    const person = live.personWithKey(hashOfKey(key));
    return person === undefined ? { refused: 'wrong-key' } : { live, person };
  }

  /** Somebody joins by the code. Asked again with the same id, the same person is given a new key: the first one may be lost. */
  async join(wanted: Extract<Request, { ask: 'join' }>): Promise<Keyed | RoomRefusal> {
    const live = await this.room(wanted.room);
    if (live === undefined) return { refused: 'no-such-room' };
    const key = newKey();
    const { name, role, seat } = wanted;
    const newcomer = { name, role, keyHash: hashOfKey(key), ...(seat === undefined ? {} : { seat }) };
    const answer = await live.atDoor(wanted.id, (room) => judgeJoin(room, newcomer));
    return this.#keyed(live, answer, key);
  }

  /** Somebody types the short code that another device shows. */
  async redeem(wanted: Extract<Request, { ask: 'redeem' }>): Promise<Keyed | RoomRefusal> {
    const live = await this.room(wanted.room);
    if (live === undefined) return { refused: 'no-such-room' };
    const key = newKey();
    const answer = await live.atDoor(wanted.id, (room, at) =>
      judgeRedeem(room, at, hashOfKey(wanted.code), hashOfKey(key)),
    );
    return this.#keyed(live, answer, key);
  }

  /** Whoever got a key with this answer; asked again, a new key, since the first one may be lost. */
  async #keyed(live: LiveRoom, answer: Answer, key: string): Promise<Keyed | RoomRefusal> {
    if (answer.ok !== true) return answer;
    const keyHash = hashOfKey(key);
    const id = personIn(answer);
    if (id !== undefined && live.personWithKey(keyHash) === undefined) {
      const again = await live.keyAgain(id, keyHash);
      if (again.ok !== true) return again;
    }
    const person = live.personWithKey(keyHash);
    return person === undefined ? { refused: 'wrong-key' } : { live, person, key };
  }

  welcome(live: LiveRoom, person: Person, have: string | undefined): Welcome {
    const { room } = live;
    return {
      room: room.code,
      person: person.id,
      role: person.role,
      ...(have === room.print ? {} : { scenario: room.scenario }),
      print: room.print,
      now: this.#around.now(),
    };
  }

  async delete(code: RoomCode): Promise<boolean> {
    const live = await this.#live.get(code)?.catch(() => undefined);
    this.#live.delete(code);
    const dropped = await this.#store.drop(code);
    live?.close('room-deleted');
    return dropped;
  }

  /** Everything that is kept here. How many rooms there were. */
  async wipe(): Promise<number> {
    const held = await Promise.all(this.#live.values());
    this.#live.clear();
    const count = await this.#store.wipe();
    for (const live of held) live?.close('room-deleted');
    return count;
  }

  /** Rooms with the same seed beside a room, that one included, where the key of whoever asks opens them. */
  async compare(live: LiveRoom, person: Person): Promise<readonly RoomSummary[]> {
    const { series } = live.room;
    if (series === undefined) return [await summaryOf(this.#around.company, live.room)];
    const heads = (await this.#store.heads()).filter((head) => head.series === series);
    const found: RoomSummary[] = [];
    for (const { room: code } of heads) {
      const room = await this.#peek(code);
      const opens = room?.people.some((other) =>
        other.keyHashes.some((hash) => person.keyHashes.includes(hash)),
      );
      if (room !== undefined && opens === true) found.push(await summaryOf(this.#around.company, room));
    }
    return found;
  }

  /** What a seat may know of a room's finished game while its cards lie covered; `undefined` while it is played. */
  async covered(live: LiveRoom, seat: SeatId): Promise<string | undefined> {
    return coveredFigures(this.#around.company, live.room, await this.#store.read(live.code, 0), seat);
  }

  /** A room's state without holding it. */
  async #peek(code: RoomCode): Promise<Room | undefined> {
    const live = await this.#live.get(code)?.catch(() => undefined);
    if (live !== undefined) return live.room;
    let room: Room | undefined;
    for (const entry of await this.#store.read(code, 0)) room = evolve(this.#around.read, room, entry);
    return room;
  }

  // keeping up

  /** Leases are kept, or taken from processes that are no more; rooms without screens are put away. */
  async #keepUp(): Promise<void> {
    if (this.#closing) return;
    for (const [code, loading] of this.#live)
      try {
        const live = await loading;
        if (live === undefined || this.#closing) continue;
        const leased = await this.#store.lease(code, this.#around.process, LEASE);
        live.lead(leased);
        // Deleted by another process: whoever is here hears of it.
        if (!leased && (await this.#store.head(code)) === undefined) {
          this.#live.delete(code);
          live.close('room-deleted');
          continue;
        }
        await live.catchUp();
        this.#putAwayIfIdle(code, live);
      } catch (error) {
        this.#around.report('a lease could not be kept', error);
      }
  }

  #putAwayIfIdle(code: RoomCode, live: LiveRoom): void {
    const now = this.#around.now();
    if (live.screens > 0) {
      this.#emptySince.delete(code);
      return;
    }
    const since = this.#emptySince.get(code) ?? now;
    this.#emptySince.set(code, since);
    if (now - since < IDLE) return;
    this.#emptySince.delete(code);
    this.#live.delete(code);
    live.close('server-stops');
  }

  /** Deletes rooms in which nothing has happened for as long as rooms are kept. */
  async expire(): Promise<number> {
    const now = this.#around.now();
    let count = 0;
    try {
      for (const { room, created } of await this.#store.heads()) {
        if (now - created < this.#limits.keepFor || this.#live.has(room)) continue;
        const last = (await this.#peek(room))?.at ?? created;
        if (now - last >= this.#limits.keepFor && (await this.delete(room))) count += 1;
      }
    } catch (error) {
      this.#around.report('old rooms could not be deleted', error);
    }
    return count;
  }

  /** What is under way is finished, screens are told, leases are given up. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#beat);
    clearInterval(this.#expiry);
    const held = await Promise.all([...this.#live.values()].map((live) => live.catch(() => undefined)));
    this.#live.clear();
    for (const live of held) live?.close('server-stops');
    await this.#store.release(this.#around.process).catch((error: unknown) => {
      this.#around.report('leases could not be given up', error);
    });
  }
}

const personIn = (answer: Answer): string | undefined =>
  'person' in answer && typeof answer.person === 'string' ? answer.person : undefined;
