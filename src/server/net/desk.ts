import type { z } from 'zod';
import {
  PATHS,
  PROTOCOL,
  request,
  type Answer,
  type Request,
  type RoomRefusal,
  type Told,
} from '../../protocol/index.ts';
import { seatSeenBy, type Sitting } from '../hall/fan-out.ts';
import type { Hall } from '../hall/hall.ts';
import { hashOfKey, newCode, newId, newKey, newSeed } from '../hall/keys.ts';
import type { LiveRoom } from '../hall/live-room.ts';
import {
  answersFile,
  branchFile,
  gameFile,
  logFile,
  marksFile,
  talkFile,
  timelineOf,
} from '../hall/record.ts';
import { channelOf, voiceOf } from '../room/channels.ts';
import type { Act } from '../room/judging.ts';
import { isFacilitator, personOf, seatsOf, type Person } from '../room/room.ts';
import { Bucket } from './bucket.ts';
import type { Files, Handed } from './files.ts';

/** What the desks of one process share. */
export interface Office {
  readonly hall: Hall;
  readonly files: Files;
  readonly now: () => number;
  /** Joins by one room's code, whoever tries. A class joins at once; a school shares one address. */
  readonly joins: Map<string, Bucket>;
  /** Short codes typed for one room that were wrong, whoever typed them. */
  readonly wrongCodes: Map<string, Bucket>;
  readonly measured: (ask: string, outcome: string, seconds: number) => void;
  readonly report: (what: string, error: unknown) => void;
}

/** Tries to find a room, by code or key, that one screen has: bursts, then one every so often. */
const TRIES = { most: 20, perSecond: 0.2 } as const;
const JOINS = { most: 80, perSecond: 4 } as const;
/** In the five minutes for which a short code is good, a room hears 180 wrong ones: one code is hit once in 800,000 such attacks. */
const WRONG_CODES = { most: 30, perSecond: 0.5 } as const;
/** Rooms that one screen may create. */
const CREATIONS = { most: 6, perSecond: 0.02 } as const;

type AtDoor = Extract<Request, { ask: 'shelf' | 'knock' | 'create' | 'join' | 'enter' | 'redeem' }>;

/** What is asked before one is in a room. */
const isAtDoor = (asked: Request): asked is AtDoor =>
  asked.ask === 'shelf' ||
  asked.ask === 'knock' ||
  asked.ask === 'create' ||
  asked.ask === 'join' ||
  asked.ask === 'enter' ||
  asked.ask === 'redeem';

/** One connected screen: what it asks is checked, judged where it belongs, and answered. It knows no sockets. */
export class Desk {
  readonly #office: Office;
  readonly #tell: (told: Told) => void;
  readonly #tries: Bucket;
  readonly #creations: Bucket;
  #seat: { readonly live: LiveRoom; readonly sitting: Sitting } | undefined;

  constructor(office: Office, tell: (told: Told) => void) {
    this.#office = office;
    this.#tell = tell;
    this.#tries = new Bucket(TRIES.most, TRIES.perSecond, office.now());
    this.#creations = new Bucket(CREATIONS.most, CREATIONS.perSecond, office.now());
  }

  /** Answers whatever has come in: never throws. */
  async hear(raw: unknown): Promise<Answer> {
    const began = performance.now();
    const asked = request.safeParse(raw);
    if (!asked.success) {
      this.#office.measured('none', 'not-in-form', (performance.now() - began) / 1_000);
      return { refused: 'not-in-form', field: fieldOf(asked.error) };
    }
    let answer: Answer;
    try {
      answer = await this.#answer(asked.data);
    } catch (error) {
      this.#office.report('a request could not be answered', error);
      answer = { refused: 'not-now' };
    }
    const outcome = answer.ok === true ? 'ok' : answer.refused;
    this.#office.measured(asked.data.ask, outcome, (performance.now() - began) / 1_000);
    return answer;
  }

  /** The screen is gone. */
  async close(): Promise<void> {
    const seat = this.#seat;
    this.#seat = undefined;
    if (seat !== undefined) await seat.live.rise(seat.sitting);
  }

  async #answer(asked: Request): Promise<Answer> {
    const { hall } = this.#office;
    if (!isAtDoor(asked)) return this.#inside(asked);
    switch (asked.ask) {
      case 'shelf':
        return { ok: true, scenarios: await hall.shelf.cards(), password: hall.asksPassword };
      case 'knock': {
        const slow = this.#tooFast();
        if (slow !== undefined) return slow;
        const card = await hall.card(asked.room);
        return card === undefined ? { refused: 'no-such-room' } : { ok: true, card };
      }
      case 'create':
        return this.#create(asked);
      case 'join':
        return this.#join(asked);
      case 'enter':
        return this.#enter(asked.room, asked.key, asked.version, asked.have);
      case 'redeem':
        return this.#redeem(asked);
    }
  }

  #tooFast(): RoomRefusal | undefined {
    return this.#tries.take(this.#office.now())
      ? undefined
      : { refused: 'too-fast', waitSeconds: this.#tries.wait };
  }

  #refusedAtDoor(version: number): RoomRefusal | undefined {
    if (version !== PROTOCOL) return { refused: 'other-version', ours: PROTOCOL };
    if (this.#present() !== undefined) return { refused: 'already-in-a-room' };
    return this.#tooFast();
  }

  async #create(asked: Extract<Request, { ask: 'create' }>): Promise<Answer> {
    const refused = this.#refusedAtDoor(asked.version);
    if (refused !== undefined) return refused;
    if (!this.#creations.take(this.#office.now()))
      return { refused: 'too-fast', waitSeconds: this.#creations.wait };
    const created = await this.#office.hall.create(asked);
    if (created.refused !== undefined) return created;
    const entered = await this.#office.hall.enter(created.room, created.key);
    if ('refused' in entered) return entered;
    const welcome = this.#office.hall.welcome(entered.live, entered.person, undefined);
    this.#sitSoon(entered.live, entered.person);
    return { ok: true, ...welcome, key: created.key, rooms: created.rooms };
  }

  async #join(asked: Extract<Request, { ask: 'join' }>): Promise<Answer> {
    const refused = this.#refusedAtDoor(asked.version);
    if (refused !== undefined) return refused;
    const now = this.#office.now();
    const { joins } = this.#office;
    const bucket = joins.get(asked.room) ?? new Bucket(JOINS.most, JOINS.perSecond, now);
    joins.set(asked.room, bucket);
    if (!bucket.take(now)) return { refused: 'too-fast', waitSeconds: bucket.wait };
    const joined = await this.#office.hall.join(asked);
    if ('refused' in joined) {
      if (joined.refused === 'no-such-room') joins.delete(asked.room);
      return joined;
    }
    const welcome = this.#office.hall.welcome(joined.live, joined.person, asked.have);
    this.#sitSoon(joined.live, joined.person);
    return { ok: true, ...welcome, key: joined.key };
  }

  async #enter(room: string, key: string, version: number, have: string | undefined): Promise<Answer> {
    const refused = this.#refusedAtDoor(version);
    if (refused !== undefined) return refused;
    const entered = await this.#office.hall.enter(room, key);
    if ('refused' in entered) return entered;
    const welcome = this.#office.hall.welcome(entered.live, entered.person, have);
    this.#sitSoon(entered.live, entered.person);
    return { ok: true, ...welcome };
  }

  async #redeem(asked: Extract<Request, { ask: 'redeem' }>): Promise<Answer> {
    const refused = this.#refusedAtDoor(asked.version);
    if (refused !== undefined) return refused;
    const now = this.#office.now();
    const { wrongCodes } = this.#office;
    const bucket = wrongCodes.get(asked.room) ?? new Bucket(WRONG_CODES.most, WRONG_CODES.perSecond, now);
    wrongCodes.set(asked.room, bucket);
    if (!bucket.take(now)) return { refused: 'too-fast', waitSeconds: bucket.wait };
    const redeemed = await this.#office.hall.redeem(asked);
    if ('refused' in redeemed) {
      if (redeemed.refused === 'no-such-room') wrongCodes.delete(asked.room);
      return redeemed;
    }
    bucket.put();
    const welcome = this.#office.hall.welcome(redeemed.live, redeemed.person, asked.have);
    this.#sitSoon(redeemed.live, redeemed.person);
    return { ok: true, ...welcome, key: redeemed.key, name: redeemed.person.name };
  }

  /** Sits down once the answer is on its way: the welcome comes first, then the whole sight. */
  #sitSoon(live: LiveRoom, person: Person): void {
    const sitting: Sitting = {
      person: person.id,
      tell: (told) => {
        if (told.tell === 'gone' && this.#seat?.sitting === sitting) this.#seat = undefined;
        this.#tell(told);
      },
    };
    this.#seat = { live, sitting };
    setImmediate(() => {
      if (this.#seat?.sitting !== sitting) return;
      live.sit(sitting).catch((error: unknown) => {
        this.#office.report('somebody could not sit down', error);
      });
    });
  }

  /** The room one is in, and whom one is there. */
  #present(): { readonly live: LiveRoom; readonly sitting: Sitting; readonly person: Person } | undefined {
    const seat = this.#seat;
    const person = seat === undefined ? undefined : personOf(seat.live.room, seat.sitting.person);
    return seat === undefined || person === undefined ? undefined : { ...seat, person };
  }

  async #inside(asked: Exclude<Request, AtDoor>): Promise<Answer> {
    const here = this.#present();
    if (here === undefined) return { refused: 'not-in-a-room' };
    const { live, sitting, person } = here;
    if (asked.ask === 'again') {
      live.again(sitting);
      return { ok: true };
    }
    if (asked.ask === 'group') {
      const own = voiceOf(person);
      if (own === undefined) return { refused: 'not-your-right' };
      const channel = channelOf(live.room, [...asked.members, own]);
      return channel === undefined ? { refused: 'no-such-channel' } : { ok: true, channel };
    }
    if (asked.ask === 'file') return this.#file(live, person, asked);
    if (asked.ask === 'look' || asked.ask === 'timeline' || asked.ask === 'compare' || asked.ask === 'delete')
      return isFacilitator(person) ? this.#run(here, asked) : { refused: 'not-your-right' };
    return this.#act(live, person, asked);
  }

  async #run(
    {
      live,
      sitting,
      person,
    }: { readonly live: LiveRoom; readonly sitting: Sitting; readonly person: Person },
    asked: Extract<Request, { ask: 'look' | 'timeline' | 'compare' | 'delete' }>,
  ): Promise<Answer> {
    const { hall } = this.#office;
    switch (asked.ask) {
      case 'look': {
        const seat = seatsOf(live.room).find((item) => item === asked.seat);
        if (asked.seat !== undefined && seat === undefined)
          return { refused: 'no-such-seat', seat: asked.seat };
        live.look(sitting, seat);
        return { ok: true };
      }
      case 'timeline':
        return { ok: true, ...timelineOf(await hall.store.read(live.code, 0), asked.after) };
      case 'compare':
        return { ok: true, rooms: await hall.compare(live, person) };
      case 'delete':
        if (person.role !== 'facilitator') return { refused: 'not-your-right' };
        await hall.delete(live.code);
        return { ok: true };
    }
  }

  /** Keys are drawn here and leave with the answer; the log has their hashes. */
  async #act(live: LiveRoom, person: Person, act: Act): Promise<Answer> {
    const key = act.ask === 'invite' || act.ask === 'new-key' ? newKey() : undefined;
    if (act.ask === 'device-code') return this.#deviceCode(live, person, act);
    const fresh = { keyHash: key === undefined ? '' : hashOfKey(key), seed: newSeed() };
    const answer = await live.act(person.id, act, fresh);
    if (answer.ok !== true || key === undefined) return answer;
    // Asked a second time: the first key may be lost with the first answer, so this one is made good.
    const whose = act.ask === 'new-key' ? act.person : invited(answer);
    if (whose !== undefined && live.personWithKey(fresh.keyHash) === undefined)
      await live.keyAgain(whose, fresh.keyHash);
    return { ...answer, key };
  }

  /** As with keys: the code leaves with the answer. Asked a second time, another code is made, for the first answer may be lost. */
  async #deviceCode(
    live: LiveRoom,
    person: Person,
    act: Extract<Act, { ask: 'device-code' }>,
  ): Promise<Answer> {
    const code = newCode();
    const fresh = { keyHash: hashOfKey(code), seed: newSeed() };
    const waits = (): boolean => live.room.people.some((one) => one.code?.hash === fresh.keyHash);
    let answer = await live.act(person.id, act, fresh);
    if (answer.ok === true && !waits()) answer = await live.act(person.id, { ...act, id: newId() }, fresh);
    return answer.ok === true ? { ...answer, code } : answer;
  }

  async #file(
    live: LiveRoom,
    person: Person,
    { which, branch = 0 }: Extract<Request, { ask: 'file' }>,
  ): Promise<Answer> {
    const { room } = live;
    const runs = isFacilitator(person);
    if (!runs && (which === 'log' || which === 'talk')) return { refused: 'not-your-right' };
    // A game file holds everybody's secrets: it is for whoever runs the room, and for all once the cards are turned over.
    if (!runs && !room.revealed && (which === 'game' || which === 'branch'))
      return { refused: 'not-your-right' };
    const name = (ending: string): string => `${room.scenario.id}-${room.code}.${ending}`;
    const entries = async () => this.#office.hall.store.read(live.code, 0);
    let file: Handed;
    switch (which) {
      case 'game': {
        const body = gameFile(room, await entries(), person);
        file = { name: name('nia.json'), type: 'application/json', body };
        break;
      }
      case 'branch': {
        const body = branchFile(room, await entries(), branch, person);
        if (body === undefined) return { refused: 'no-such-item' };
        file = { name: name(`branch-${branch}.nia.json`), type: 'application/json', body };
        break;
      }
      case 'figures': {
        const body = await this.#office.hall.covered(live, seatSeenBy(person));
        if (body === undefined) return { refused: 'nothing-to-do' };
        file = { name: name('figures.json'), type: 'application/json', body };
        break;
      }
      case 'log':
        file = { name: name('log.jsonl'), type: 'application/x-ndjson', body: logFile(await entries()) };
        break;
      case 'talk':
        file = {
          name: name('talk.jsonl'),
          type: 'application/x-ndjson',
          body: talkFile(room, await entries()),
        };
        break;
      case 'answers':
        file = { name: name('answers.csv'), type: 'text/csv', body: answersFile(room, person) };
        break;
      case 'marks':
        file = { name: name('marks.csv'), type: 'text/csv', body: marksFile(room, person) };
        break;
    }
    const address = `${PATHS.files}${this.#office.files.hand(file)}?room=${room.code}`;
    return { ok: true, address, name: file.name };
  }
}

const invited = (answer: Answer): string | undefined =>
  'person' in answer && typeof answer.person === 'string' ? answer.person : undefined;

/** Where a request is not in form: the first place, as `member.member`. */
const fieldOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? '';
