import { open, type Event, type Move, type SeatId } from '../../engine/index.ts';
import type { Pace } from '../../protocol/index.ts';
import type { Cast } from '../ai/players.ts';
import type { Fact } from '../room/fact.ts';
import { moveFact } from '../room/judge-game.ts';
import type { Judged } from '../room/judging.ts';
import { seatsOf, standInOf, type Room } from '../room/room.ts';
import { mayAdvance } from '../room/turns.ts';
import type { Surroundings } from './surroundings.ts';

/** Milliseconds between moves of AI players. */
const BREATH: { readonly [P in Pace]: number } = { calm: 900, brisk: 260, instant: 0 };
/** Longest a delegate may think before the room goes on without it, milliseconds. */
const PATIENCE = 20_000;

/** What leading needs of its room. */
export interface Led {
  /** The room, if it is for this process to lead it now. */
  readonly room: () => Room | undefined;
  readonly write: (judged: (room: Room, at: number) => Judged) => Promise<string>;
  readonly changed: () => void;
}

/** Leads the AI players of one room: one move at a time, with a breath in between, until the table waits for people. */
export class Leading {
  readonly #code: string;
  readonly #around: Surroundings;
  readonly #led: Led;
  /** Who is about to move. */
  thinking: readonly SeatId[] = [];
  /** The players know the game so far. */
  #laid = false;
  #busy = false;
  /** How often somebody may have been given something to do. */
  #calls = 0;

  constructor(code: string, around: Surroundings, led: Led) {
    this.#code = code;
    this.#around = around;
    this.#led = led;
  }

  /** What happened in the game goes to the players, too. */
  follow(fact: Fact): void {
    if (!this.#laid) return;
    if (fact.fact === 'moved')
      this.#around.company.tell({ to: 'follow', room: this.#code, events: fact.events });
    else if (
      fact.fact === 'rewound' ||
      fact.fact === 'branched' ||
      fact.fact === 'returned' ||
      fact.fact === 'restarted'
    )
      this.#laid = false;
  }

  /** The players can forget the game: it is led elsewhere, or not at all. */
  rest(): void {
    if (this.#laid) this.#around.company.tell({ to: 'forget', room: this.#code });
    this.#laid = false;
    this.thinking = [];
  }

  /** Somebody may have something to do. */
  wake(): void {
    this.#calls += 1;
    if (this.#busy) return;
    this.#busy = true;
    void this.#lead()
      .catch((error: unknown) => {
        this.#around.report('AI players could not be led', error);
      })
      .finally(() => {
        this.#busy = false;
        this.#think([]);
      });
  }

  async #lead(): Promise<void> {
    for (let heard = -1; heard !== this.#calls;) {
      heard = this.#calls;
      while (await this.#next());
    }
  }

  #playing(): { readonly room: Room; readonly cast: Cast } | undefined {
    const room = this.#led.room();
    if (room === undefined || room.stage !== 'play' || room.game.status === 'closed') return undefined;
    if (room.clock.paused !== undefined) return undefined;
    const cast = castOf(room);
    return cast.seats.length === 0 ? undefined : { room, cast };
  }

  /** One move by machine; whether to go on. */
  async #next(): Promise<boolean> {
    const before = this.#playing();
    if (before === undefined) return false;
    this.#lay(before.room);
    // Where the Chair alone is played by AI, whose turn it is need not be asked.
    const chairOnly = before.cast.seats.length === 1 && before.cast.seats[0] === 'chair';
    const turn = chairOnly ? undefined : await patiently(this.#around.company.turn(this.#code, before.cast));
    if (turn === 'unknown') {
      this.#laid = false;
      return true;
    }
    // Nobody's turn: the Chair may still have something to open the phase with, which the players say when they are asked to play.
    if (turn !== undefined) {
      this.#think([turn]);
      await rest(BREATH[before.room.settings.pace]);
    }
    const now = this.#playing();
    if (now === undefined) return false;
    this.#lay(now.room);
    const seq = now.room.seq;
    const move = await patiently(this.#around.company.play(this.#code, now.cast));
    if (move === 'unknown') {
      this.#laid = false;
      return true;
    }
    if (move === undefined) return false;
    return this.#make(move, seq);
  }

  async #make(
    move: Move & { readonly because: Parameters<typeof moveFact>[4] },
    seq: number,
  ): Promise<boolean> {
    const found: { outcome: 'made' | 'refused' | 'stale' | 'waits' } = { outcome: 'made' };
    const written = await this.#led.write((room) => {
      const { seat, command } = move;
      if (!castOf(room).seats.includes(seat) || room.stage !== 'play' || room.clock.paused !== undefined) {
        found.outcome = 'stale';
        return { refused: 'nothing-to-do' };
      }
      if (seat === 'chair' && command.kind === 'advance' && !mayAdvance(room)) {
        found.outcome = 'waits';
        return { refused: 'nothing-to-do' };
      }
      const moved = moveFact(room, seat, command, 'ai', move.because);
      if (!('refused' in moved)) return { facts: [moved] };
      // Somebody was quicker: what was thought of another state is no fault.
      found.outcome = room.seq === seq ? 'refused' : 'stale';
      return moved;
    });
    if (written !== 'written' && found.outcome === 'made') return false;
    if (found.outcome === 'refused') {
      const { seat, command } = move;
      this.#around.company.tell({ to: 'refused', room: this.#code, move: { seat, command } });
    }
    return found.outcome !== 'waits';
  }

  #lay(room: Room): void {
    if (this.#laid) return;
    this.#laid = true;
    this.#around.company.tell({
      to: 'lay',
      room: this.#code,
      text: room.text,
      seed: room.table.seed,
      events: playedEvents(room),
    });
  }

  #think(seats: readonly SeatId[]): void {
    if (seats.join() === this.thinking.join()) return;
    this.thinking = seats;
    this.#led.changed();
  }
}

/** All events after the opening. */
const playedEvents = (room: Room): readonly Event[] => {
  const all = [...room.game.log.flatMap(({ events }) => events), ...room.game.latest];
  const opening = open(room.table);
  const first = opening.log.reduce((sum, { events }) => sum + events.length, opening.latest.length);
  return all.slice(first);
};

/** Who plays by machine now, and whom the machines wait for. */
export const castOf = (room: Room): Cast => ({
  seats: seatsOf(room).filter((seat) => standInOf(room, seat) !== undefined),
  people: room.scenario.delegations.filter(({ id }) => standInOf(room, id) === undefined).map(({ id }) => id),
  strength: room.settings.strength,
});

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    if (milliseconds === 0) setImmediate(resolve);
    else setTimeout(resolve, milliseconds);
  });

/** An answer that does not come in time is none: the game is laid anew. */
const patiently = async <T>(answer: Promise<T>): Promise<T | 'unknown'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'unknown'>((resolve) => {
    timer = setTimeout(() => resolve('unknown'), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};
