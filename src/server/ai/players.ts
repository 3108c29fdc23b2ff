import { debriefOf, type Debrief } from '../../analysis/debrief/index.ts';
import type { MadeMove } from '../../analysis/branches/index.ts';
import { judge, problemOf } from '../../analysis/index.ts';
import {
  chair,
  conduct,
  delegate,
  suspicions,
  type Agent,
  type Conductor,
  type Strength,
} from '../../delegates/index.ts';
import {
  dice,
  evolve,
  keptViews,
  lay,
  open,
  type Command,
  type DelegationId,
  type Event,
  type Mandate,
  type Move,
  type Reason,
  type Scenario,
  type SeatId,
  type State,
  type Table,
} from '../../engine/index.ts';

/** Who is played by machine in a room, and how. */
export interface Cast {
  /** Delegations, and the Chair, that AI plays. */
  readonly seats: readonly SeatId[];
  /** Delegations that people play. */
  readonly people: readonly DelegationId[];
  readonly strength: Strength;
}

/** What a room tells whoever plays its AI seats, and asks of them. */
export type ToPlayers =
  /** The game anew: its scenario, its seed, and all events after its opening. */
  | {
      readonly to: 'lay';
      readonly room: string;
      readonly text: string;
      readonly seed: string;
      readonly events: readonly Event[];
    }
  | { readonly to: 'follow'; readonly room: string; readonly events: readonly Event[] }
  | { readonly to: 'forget'; readonly room: string }
  | { readonly to: 'ask'; readonly room: string; readonly n: number; readonly cast: Cast }
  | { readonly to: 'play'; readonly room: string; readonly n: number; readonly cast: Cast }
  /** How good an outcome is beside what was possible: exact, and too long a reckoning for the thread that serves. */
  | {
      readonly to: 'weigh';
      readonly room: string;
      readonly n: number;
      readonly text: string;
      readonly mandates: readonly Mandate[];
      readonly utilities: readonly number[];
    }
  /** All figures of a game that is over, for its debrief. */
  | {
      readonly to: 'go-through';
      readonly room: string;
      readonly n: number;
      readonly text: string;
      readonly seed: string;
      readonly moves: readonly MadeMove[];
    }
  /** The last move was refused by the rules. */
  | { readonly to: 'refused'; readonly room: string; readonly move: Move };

export type FromPlayers =
  /** Who would move next; nobody while the table waits for people. */
  | { readonly from: 'turn'; readonly room: string; readonly n: number; readonly seat?: SeatId }
  | {
      readonly from: 'move';
      readonly room: string;
      readonly n: number;
      readonly move?: {
        readonly seat: SeatId;
        readonly command: Command;
        readonly because: readonly Reason[];
      };
    }
  | { readonly from: 'weighed'; readonly room: string; readonly n: number; readonly shares: Shares }
  | { readonly from: 'gone-through'; readonly room: string; readonly n: number; readonly debrief: Debrief }
  /** A player broke instead of answering: a fault of ours; it passes. */
  | { readonly from: 'stumbled'; readonly room: string; readonly message: string }
  /** The room is not known here, or no longer: it has to be laid again. */
  | { readonly from: 'unknown'; readonly room: string; readonly n: number };

/** Of an outcome: its share of the Nash product, and how far it is from the frontier. Absent where no text was feasible. */
export interface Shares {
  readonly nashShare?: number;
  readonly paretoDistance?: number;
}

interface Followed {
  readonly table: Table;
  state: State;
  cast?: Cast;
  conductor?: Conductor;
}

/** Rooms followed at a time; the one not asked about for longest is forgotten. */
const MOST_ROOMS = 512;

/**
 * Plays the AI seats of many rooms, wherever it runs: in a thread of its own, so that a delegate that thinks long holds nobody up. It
 * follows each game by its events; a delegate is shown its seat's view and nothing else.
 */
export class Players {
  readonly #rooms = new Map<string, Followed>();
  readonly #read: (text: string) => Scenario;
  readonly #say: (said: FromPlayers) => void;

  constructor(read: (text: string) => Scenario, say: (said: FromPlayers) => void) {
    this.#read = read;
    this.#say = say;
  }

  hear(told: ToPlayers): void {
    switch (told.to) {
      case 'lay': {
        const table = lay(this.#read(told.text), told.seed);
        const state = told.events.reduce((now, event) => evolve(table, now, event), open(table));
        this.#rooms.delete(told.room);
        this.#rooms.set(told.room, { table, state });
        const [oldest] = this.#rooms.keys();
        if (this.#rooms.size > MOST_ROOMS && oldest !== undefined) this.#rooms.delete(oldest);
        return;
      }
      case 'follow': {
        const followed = this.#rooms.get(told.room);
        if (followed !== undefined)
          followed.state = told.events.reduce(
            (now, event) => evolve(followed.table, now, event),
            followed.state,
          );
        return;
      }
      case 'forget':
        this.#rooms.delete(told.room);
        return;
      case 'refused':
        this.#rooms.get(told.room)?.conductor?.refused(told.move);
        return;
      case 'weigh': {
        const { room, n, mandates, utilities } = told;
        const found = judge(problemOf(this.#read(told.text), mandates), utilities);
        const { nashShare, paretoDistance } = found;
        this.#say({
          from: 'weighed',
          room,
          n,
          shares: {
            ...(nashShare === undefined ? {} : { nashShare }),
            ...(paretoDistance === undefined ? {} : { paretoDistance }),
          },
        });
        return;
      }
      case 'go-through': {
        const { room, n, text, seed, moves } = told;
        const table = lay(this.#read(text), seed);
        try {
          this.#say({ from: 'gone-through', room, n, debrief: debriefOf({ table, moves }, suspicions) });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          this.#say({ from: 'stumbled', room, message });
          this.#say({ from: 'unknown', room, n });
        }
        return;
      }
      case 'ask':
      case 'play':
        this.#answer(told);
    }
  }

  #answer({ to, room, n, cast }: Extract<ToPlayers, { to: 'ask' | 'play' }>): void {
    const followed = this.#rooms.get(room);
    if (followed === undefined) {
      this.#say({ from: 'unknown', room, n });
      return;
    }
    this.#rooms.delete(room);
    this.#rooms.set(room, followed);
    const conductor = this.#conductor(room, followed, cast);
    if (to === 'ask') {
      const seat = followed.state.status === 'closed' ? undefined : conductor.turn();
      this.#say({ from: 'turn', room, n, ...(seat === undefined ? {} : { seat }) });
      return;
    }
    const move = conductor.next();
    this.#say({ from: 'move', room, n, ...(move === undefined ? {} : { move }) });
  }

  #conductor(room: string, followed: Followed, cast: Cast): Conductor {
    if (followed.conductor !== undefined && sameCast(followed.cast, cast)) return followed.conductor;
    const { scenario, seed } = followed.table;
    const seats = new Map<SeatId, Agent>();
    for (const seat of cast.seats) {
      const agent =
        seat === 'chair'
          ? chair(scenario)
          : seat === 'observer' || seat === 'facilitator'
            ? undefined
            : delegate(scenario, seat, cast.strength);
      if (agent !== undefined) seats.set(seat, this.#caught(room, agent));
    }
    followed.cast = cast;
    followed.conductor = conduct({
      scenario,
      seats,
      people: cast.people,
      viewOf: keptViews(followed.table, () => followed.state),
      diceOf: (seat) => dice(seed, seat),
    });
    return followed.conductor;
  }

  /** One delegate's mistake must not end everybody's game: whoever breaks has nothing to say this time. */
  #caught(room: string, agent: Agent): Agent {
    return {
      act: (seen, chance) => {
        try {
          return agent.act(seen, chance);
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          this.#say({ from: 'stumbled', room, message });
          return undefined;
        }
      },
    };
  }
}

const sameCast = (one: Cast | undefined, other: Cast): boolean =>
  one !== undefined &&
  one.strength === other.strength &&
  one.seats.join() === other.seats.join() &&
  one.people.join() === other.people.join();
