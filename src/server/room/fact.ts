import type { Command, DelegationId, Event, Intervention, Reason, SeatId } from '../../engine/index.ts';
import type {
  ChannelId,
  Condition,
  OpenRole,
  PauseReason,
  PersonId,
  Phrase,
  Plan,
  PollForm,
  Preset,
  Reflecting,
  Role,
  RoomCode,
  Settings,
  SomeSettings,
  Spotlight,
  Tag,
} from '../../protocol/index.ts';

/** A delegation, or the Chair: whoever can be played. */
export type Chairable = DelegationId | 'chair';

/** Whose doing an entry is: a person's id, or one of the room's own. */
export type Doer = PersonId;
/** The room's own: its clock, its AI players, its door. No person has such an id. */
export const OWN = { clock: 'clock', ai: 'ai', door: 'door' } as const;

/** One line of a room's log: what one request, or one turn of the clock, has changed. */
export interface Entry {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Doer;
  /** The id of the request, where there was one: the same is never carried out twice. */
  readonly cmd?: string;
  readonly facts: readonly Fact[];
  /** What was answered beside `ok`, for whoever asks again. Never a key. */
  readonly answer?: Readonly<Record<string, unknown>>;
}

/** What becomes an entry when it is stored. */
export type Draft = Omit<Entry, 'seq'>;

/** What happened in a room. As with the game's events: facts only, nothing is chosen when they are folded. */
export type Fact =
  // the room
  | {
      readonly fact: 'created';
      readonly room: RoomCode;
      readonly series?: string;
      readonly preset: Preset;
      /** The scenario's source text, so that a room outlives a changed shelf. */
      readonly text: string;
      readonly seed: string;
      readonly settings: Settings;
      readonly plan: Plan;
    }
  | { readonly fact: 'set'; readonly settings: SomeSettings }
  | { readonly fact: 'planned'; readonly plan: Plan }
  | { readonly fact: 'started' }
  | { readonly fact: 'debriefed' }
  | { readonly fact: 'ended' }
  | { readonly fact: 'restarted'; readonly seed: string }
  | { readonly fact: 'revealed' }
  | { readonly fact: 'lit'; readonly spotlight: Spotlight }
  // people
  | {
      readonly fact: 'came';
      readonly person: PersonId;
      readonly name: string;
      readonly role: Role;
      readonly seat?: Chairable;
      /** SHA-256 of the key, in base64url. */
      readonly keyHash: string;
    }
  | {
      readonly fact: 'keyed';
      readonly person: PersonId;
      readonly keyHash: string;
      readonly only: boolean;
      /** For a short code, which is used up by it. */
      readonly coded?: true;
    }
  /** A short code is shown somewhere: its SHA-256, in base64url, and until when it is good. */
  | {
      readonly fact: 'coded';
      readonly person: PersonId;
      readonly codeHash: string;
      readonly until: number;
    }
  | { readonly fact: 'named'; readonly person: PersonId; readonly name: string }
  | { readonly fact: 'placed'; readonly person: PersonId; readonly role: OpenRole; readonly seat?: Chairable }
  | { readonly fact: 'headed'; readonly person: PersonId }
  | { readonly fact: 'gone'; readonly person: PersonId; readonly removed: boolean }
  | { readonly fact: 'here'; readonly person: PersonId; readonly process: string }
  | { readonly fact: 'away'; readonly person: PersonId; readonly process: string }
  | { readonly fact: 'readied'; readonly person: PersonId; readonly ready: boolean }
  | { readonly fact: 'helped'; readonly person: PersonId; readonly help: boolean }
  | { readonly fact: 'muted'; readonly person: PersonId; readonly muted: boolean }
  | { readonly fact: 'nudged'; readonly seat: Chairable }
  // who plays
  | { readonly fact: 'taken-over'; readonly seat: Chairable; readonly why: 'left' | 'facilitator' }
  | { readonly fact: 'handed-back'; readonly seat: Chairable }
  | { readonly fact: 'stood-in-read'; readonly seat: Chairable }
  // the clock
  | { readonly fact: 'paused'; readonly because: PauseReason }
  | { readonly fact: 'went-on' }
  | { readonly fact: 'extended'; readonly seconds: number }
  | { readonly fact: 'sped'; readonly percent: number }
  | { readonly fact: 'skipped' }
  | { readonly fact: 'time-up' }
  // the game
  | {
      readonly fact: 'moved';
      readonly seat: SeatId;
      readonly command: Command;
      readonly events: readonly Event[];
      readonly because: readonly Reason[];
      readonly hash: string;
      /** Who gave the command: a person of the seat, an AI player, the clock, or a facilitator. */
      readonly via: 'person' | 'ai' | 'clock' | 'facilitator';
    }
  | { readonly fact: 'rewound'; readonly moves: number }
  | { readonly fact: 'branched'; readonly moves: number }
  | { readonly fact: 'returned' }
  // deciding within a delegation
  | { readonly fact: 'proposed'; readonly n: number; readonly seat: Chairable; readonly command: Command }
  | { readonly fact: 'backed'; readonly n: number; readonly person: PersonId; readonly agree: boolean }
  | { readonly fact: 'lapsed'; readonly n: number }
  | { readonly fact: 'noted'; readonly seat: Chairable; readonly text: string }
  // talk
  | {
      readonly fact: 'said';
      readonly n: number;
      readonly channel: ChannelId;
      readonly person: PersonId;
      readonly seat: Chairable;
      readonly phrase?: Phrase;
      readonly text?: string;
      readonly held: boolean;
    }
  | { readonly fact: 'message-judged'; readonly n: number; readonly show: boolean }
  | {
      readonly fact: 'headlined';
      readonly n: number;
      readonly person: PersonId;
      readonly text: string;
      readonly about: readonly Chairable[];
      readonly held: boolean;
    }
  | { readonly fact: 'headline-judged'; readonly n: number; readonly show: boolean }
  // what a facilitator has in store
  | {
      readonly fact: 'inject-planned';
      readonly n: number;
      readonly when: Condition;
      readonly intervention: Intervention;
    }
  | { readonly fact: 'inject-dropped'; readonly n: number }
  | { readonly fact: 'inject-due'; readonly n: number }
  // marks and the debrief
  | {
      readonly fact: 'marked';
      readonly n: number;
      readonly person: PersonId;
      readonly tag: Tag;
      readonly text: string;
      readonly about?: Chairable;
    }
  | { readonly fact: 'unmarked'; readonly n: number }
  | { readonly fact: 'polled'; readonly n: number; readonly poll: PollForm }
  | { readonly fact: 'poll-closed'; readonly n: number }
  | {
      readonly fact: 'poll-answered';
      readonly n: number;
      readonly person: PersonId;
      readonly choices: readonly number[];
      readonly text?: string;
    }
  | { readonly fact: 'reflected'; readonly person: PersonId; readonly said: Reflecting }
  | { readonly fact: 'poll-shown'; readonly n: number; readonly texts: readonly PersonId[] };

export type Moved = Extract<Fact, { fact: 'moved' }>;
