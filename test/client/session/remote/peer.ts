import { Host } from '../../../../src/client/session/host.ts';
import type { Wire, WireHeard } from '../../../../src/client/session/remote/wire.ts';
import { asDelegation, witnesses, type Event, type SeatId } from '../../../../src/engine/index.ts';
import {
  difference,
  type Answer,
  type MineSight,
  type Request,
  type RoomSight,
  type Seen,
  type SightTold,
  type Welcome,
} from '../../../../src/protocol/index.ts';
import type { GameRecord } from '../../../../src/scenario/index.ts';
import { tiny, TINY_TEXT } from '../../../fixtures/index.ts';

export const KEST = asDelegation('KEST');
export const ROOM = 'ABCDEF';
export const KEY = 'k'.repeat(24);

interface Line {
  heard: WireHeard | undefined;
  up: boolean;
  inside: boolean;
  seen: Seen;
  n: number;
}

/**
 * A server of one room with one person, that speaks the protocol and nothing else: for tests of whoever speaks to it. It keeps what
 * it has been asked under its id, loses answers and connections when told to, and counts what it has really done.
 */
export class Peer {
  readonly host: Host;
  /** Every request that arrived, in order. */
  readonly asked: Request[] = [];
  /** Ids of moves that were made. */
  readonly made: string[] = [];
  #line: Line | undefined;
  readonly #answers = new Map<string, Answer>();
  #lose = 0;
  #refuse: Answer[] = [];
  #skip = 0;
  #name = 'Ana';
  #said: MineSight['said'];
  #help = false;
  #reachable = true;
  readonly #waiting: (() => void)[] = [];
  #hearing = false;
  #revealed = false;

  constructor(seed = 'peer') {
    const record: GameRecord = {
      scenario: { id: tiny.id, version: tiny.version, text: TINY_TEXT },
      seed,
      seat: KEST,
      strength: 'gentle',
      moves: [],
    };
    this.host = Host.from(tiny, record);
    this.#machines();
  }

  /** The next so many requests are done, but the connection breaks before their answers arrive. */
  loseAnswers(count: number): void {
    this.#lose = count;
  }

  /** The next requests are answered so, and not done. */
  answerNext(...answers: readonly Answer[]): void {
    this.#refuse.push(...answers);
  }

  /** The next so many sights never arrive. */
  skipSights(count: number): void {
    this.#skip = count;
  }

  cut(): void {
    const line = this.#line;
    this.#reachable = false;
    if (line === undefined || !line.up) return;
    line.up = false;
    line.inside = false;
    line.heard?.down();
  }

  mend(): void {
    this.#reachable = true;
    const line = this.#line;
    if (line === undefined || line.up) return;
    line.up = true;
    line.n = 0;
    line.heard?.up();
  }

  gone(why: 'removed' | 'room-deleted'): void {
    this.#line?.heard?.told({ tell: 'gone', why });
  }

  /** Somebody else's doing: the room looks different, and everybody is told. */
  touch(): void {
    this.#revealed = !this.#revealed;
    this.#tell([]);
  }

  wire(): Wire {
    const line: Line = { heard: undefined, up: false, inside: false, seen: {}, n: 0 };
    this.#line = line;
    return {
      listen: (heard) => {
        line.heard = heard;
        if (!this.#reachable) return;
        line.up = true;
        heard.up();
      },
      connected: () => line.up,
      ask: (request, answered) => {
        if (!line.up) throw new Error('asked while not connected');
        this.#waiting.push(() => this.#hear(request, answered, line));
        if (this.#hearing) return;
        // What is asked while an answer is being given arrives after it.
        this.#hearing = true;
        for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next();
        this.#hearing = false;
      },
      aim: () => undefined,
      hurry: () => this.mend(),
      close: () => {
        line.up = false;
      },
    };
  }

  #hear(request: Request, answered: (answer: Answer) => void, line: Line): void {
    if (!line.up) return;
    this.asked.push(request);
    const answer = this.#refuse.shift() ?? this.#once(request, line);
    if (this.#lose > 0) {
      this.#lose -= 1;
      this.cut();
      return;
    }
    answered(answer);
    if (answer.ok === true && (request.ask === 'enter' || request.ask === 'join')) this.#tell([], true);
  }

  #once(request: Request, line: Line): Answer {
    if (!('id' in request)) return this.#do(request, line);
    const before = this.#answers.get(request.id);
    if (before !== undefined) return before;
    const answer = this.#do(request, line);
    this.#answers.set(request.id, answer);
    return answer;
  }

  #do(request: Request, line: Line): Answer {
    if (request.ask === 'enter') {
      if (request.key !== KEY) return { refused: 'wrong-key' };
      line.inside = true;
      return { ok: true, ...this.#welcome(request.have) };
    }
    if (request.ask === 'join') {
      line.inside = true;
      const joined: Answer<'join'> = { ok: true, ...this.#welcome(request.have), key: KEY };
      return joined;
    }
    if (request.ask === 'again') {
      this.#tell([], true);
      return { ok: true };
    }
    if (!line.inside) return { refused: 'not-in-a-room' };
    if (request.ask === 'move') {
      const prepared = this.host.prepare({ seat: KEST, command: request.command });
      if ('refused' in prepared) return { refused: 'rules', rules: prepared };
      this.made.push(request.id);
      this.#tell([...this.host.make(prepared), ...this.#machines()]);
      const moved: Answer<'move'> = { ok: true, proposed: false };
      return moved;
    }
    if (request.ask === 'name') this.#name = request.name;
    else if (request.ask === 'help') this.#help = request.help;
    else if (request.ask === 'reflect') this.#said = request.said;
    else return { refused: 'not-your-right' };
    this.#tell([]);
    return { ok: true };
  }

  #welcome(have: string | undefined): Welcome {
    const scenario = have === 'print' ? {} : { scenario: tiny };
    return {
      room: ROOM,
      person: 'p1',
      role: 'member',
      ...scenario,
      print: 'print',
      now: 5_000,
    };
  }

  #machines(): readonly Event[] {
    const events: Event[] = [];
    for (let prepared = this.host.machine(); prepared !== undefined; prepared = this.host.machine())
      events.push(...this.host.make(prepared));
    return events;
  }

  #tell(news: readonly Event[], whole = false): void {
    const line = this.#line;
    if (line === undefined || !line.up || !line.inside) return;
    const now: Seen = JSON.parse(
      JSON.stringify({ room: this.#room(), game: this.host.seen(), mine: this.#mine() }),
    ) as Seen;
    const before: Seen = whole ? {} : line.seen;
    line.seen = now;
    line.n = whole ? 1 : line.n + 1;
    if (!whole && this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    const patch = (part: 'room' | 'game' | 'mine') => {
      const change = difference(before[part], now[part]);
      return change === undefined ? {} : { [part]: change };
    };
    const told: SightTold = {
      tell: 'sight',
      n: line.n,
      now: 5_000,
      whole,
      ...patch('room'),
      ...patch('game'),
      ...patch('mine'),
      news: news.filter((event) => witnesses(event, KEST)),
    };
    line.heard?.told(told);
  }

  #room(): RoomSight {
    return {
      room: ROOM,
      preset: '45',
      scenario: { id: tiny.id, version: tiny.version, print: 'print' },
      stage: 'play',
      clock: {
        stretch: { kind: 'phase', session: 0, phase: 'floor' },
        until: 65_000,
        whole: 60_000,
        speed: 100,
        up: false,
      },
      plan: { preset: '45', seconds: 2700, stretches: [] },
      settings: {
        joining: true,
        open: ['member'],
        seats: 'all',
        questions: 'none',
        choosing: true,
        teamSize: 4,
        deciding: 'anyone',
        freeText: 'off',
        headlines: 'on',
        grace: 60,
        strength: 'gentle',
        pace: 'instant',
        clockEndsPhases: false,
        endWhenDone: true,
        injectsByThemselves: false,
      },
      people: [
        { id: 'p1', name: this.#name, role: 'member', seat: KEST, head: true, here: true, ready: true },
      ],
      seats: tiny.delegations.map(({ id }) => ({ seat: id, by: id === KEST ? 'people' : 'ai' })),
      thinking: [],
      moves: this.host.moves.length,
      played: [],
      revealed: this.#revealed,
      headlines: [],
      polls: [],
      notices: [],
      spotlight: { show: 'auto' },
    };
  }

  #mine(): MineSight {
    const seat: SeatId = KEST;
    return {
      person: 'p1',
      name: this.#name,
      role: 'member',
      seat,
      head: true,
      muted: false,
      help: this.#help,
      commands: 'at-once',
      proposals: [],
      channels: [],
      notes: '',
      headlines: [],
      answers: [],
      ...(this.#said === undefined ? {} : { said: this.#said }),
      marks: [],
    };
  }
}
