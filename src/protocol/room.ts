import { z } from 'zod';
import type { DelegationId, Phase, SeatId, Words } from '../engine/seat.ts';
import type { Sealed } from './sealed.ts';
import { delegationId } from './words.ts';

/** Moves when the client and the server of two versions would misunderstand each other. */
export const PROTOCOL = 4;

/** Letters of join codes: none that is read or heard as another (no I, L, O; no digits). */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 6;

/** A join code, in whatever way it was typed. It is the room's name everywhere. */
export const roomCode = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(/[\s-]/gu, '').toUpperCase())
  .pipe(z.string().regex(new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`, 'u')));
export type RoomCode = z.output<typeof roomCode>;
/** What somebody reads off one device and types on another: as short as a room's code, good for some minutes and once. */
export const seatCode = roomCode;

/** What opens a seat or a room: 128 bits and more of chance. The server keeps its hash only. */
export const key = z.string().regex(/^[\w-]{22,64}$/u);
/** A person of a room, `p1`, `p2` … in order of coming. No name: names can change. */
export const personId = z.string().regex(/^p\d{1,5}$/u);
export type PersonId = z.output<typeof personId>;
/** Made by the client, once for each thing it wants done; the same id twice is done once. Nobody else should be able to guess it. */
export const commandId = z.string().regex(/^[\w-]{16,40}$/u);

/** What somebody is in a room. Only `member` and `chair` play. */
export const ROLES = [
  /** Runs the room: all rights. */
  'facilitator',
  /** The same rights but for closing and deleting the room. */
  'co-facilitator',
  /** Belongs to a delegation. */
  'member',
  /** The Chair. */
  'chair',
  /** Sees what a delegation sees and talks to it, without a hand on anything. */
  'adviser',
  /** Publishes headlines. */
  'press',
  /** Sees what the Chair sees, and talks to the Chair. */
  'secretariat',
  /** Looks on; may take notes. */
  'observer',
  /** The screen at the wall. */
  'projector',
] as const;
export type Role = (typeof ROLES)[number];
/** What one can become by joining with the code alone, where the room's settings open it. */
export const OPEN_ROLES = ['member', 'chair', 'adviser', 'press', 'secretariat', 'observer'] as const;
export type OpenRole = (typeof OPEN_ROLES)[number];

export const STAGES = ['lobby', 'play', 'debrief', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

export const PRESETS = ['45', '90', 'half-day'] as const;
export type Preset = (typeof PRESETS)[number];

/** How several people of one delegation decide. `anyone`: whoever comes first; `head`: its head; `majority`: more than half of those here. */
export const DECIDING = ['anyone', 'head', 'majority'] as const;
export type Deciding = (typeof DECIDING)[number];

export const FREE_TEXT = ['off', 'moderated', 'on'] as const;
export type FreeText = (typeof FREE_TEXT)[number];

export const PACES = ['calm', 'brisk', 'instant'] as const;
export type Pace = (typeof PACES)[number];
export const STRENGTHS = ['gentle', 'seasoned', 'hard'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Delegations that can be named one by one; the largest hall has 193. */
const MOST_SEATS = 250;

/** Three questions on the scenario's learning goals, the same before play and after it: which of the two everybody is asked now. */
export const QUESTIONS = ['none', 'before', 'after'] as const;
export type Questions = (typeof QUESTIONS)[number];

export const settings = z.strictObject({
  /** Whether one can join by the code; whoever is in can always come back. */
  joining: z.boolean(),
  /** What one can join as. */
  open: z.array(z.enum(OPEN_ROLES)).max(OPEN_ROLES.length),
  /** Delegations that people can sit in; AI plays the others. Whoever sits in one that is closed keeps the seat. */
  seats: z.union([z.literal('all'), z.array(delegationId).max(MOST_SEATS)]),
  /** Whether one may choose one's delegation, or is put where people are fewest. */
  choosing: z.boolean(),
  /** People in one delegation at most. */
  teamSize: z.int().min(1).max(12),
  deciding: z.enum(DECIDING),
  /** Free text beside the phrases. */
  freeText: z.enum(FREE_TEXT),
  /** Whether headlines of the press wait for a facilitator. */
  headlines: z.enum(['moderated', 'on']),
  /** Seconds for which a seat is kept for people who dropped out, before AI takes over; 0: never by itself. */
  grace: z.int().min(0).max(3_600),
  /** How hard AI delegations play, and how long they wait between moves. */
  strength: z.enum(STRENGTHS),
  pace: z.enum(PACES),
  /** Whether a phase ends by itself when its time is up, or waits for a facilitator. */
  clockEndsPhases: z.boolean(),
  /** Whether a phase ends when every delegation played by people is done, though time is left. */
  endWhenDone: z.boolean(),
  questions: z.enum(QUESTIONS),
  /** Planned injects come by themselves, or are only suggested when their condition holds. */
  injectsByThemselves: z.boolean(),
});
export type Settings = Sealed<z.output<typeof settings>>;

const each = settings.shape;
/** Some of them, to change only those. */
export const someSettings = z.strictObject({
  joining: each.joining.exactOptional(),
  open: each.open.exactOptional(),
  seats: each.seats.exactOptional(),
  choosing: each.choosing.exactOptional(),
  teamSize: each.teamSize.exactOptional(),
  deciding: each.deciding.exactOptional(),
  freeText: each.freeText.exactOptional(),
  headlines: each.headlines.exactOptional(),
  grace: each.grace.exactOptional(),
  strength: each.strength.exactOptional(),
  pace: each.pace.exactOptional(),
  clockEndsPhases: each.clockEndsPhases.exactOptional(),
  endWhenDone: each.endWhenDone.exactOptional(),
  questions: each.questions.exactOptional(),
  injectsByThemselves: each.injectsByThemselves.exactOptional(),
});
export type SomeSettings = Sealed<z.output<typeof someSettings>>;

/** One stretch of the room's time. */
export type Stretch =
  | { readonly kind: 'lobby' }
  | { readonly kind: 'phase'; readonly session: number; readonly phase: Phase }
  | { readonly kind: 'debrief' };

export interface PlannedStretch {
  readonly stretch: Stretch;
  /** Planned seconds. */
  readonly seconds: number;
}

/** The plan of a whole session: lobby, every phase, debrief. The debrief has at least a quarter of it. */
export interface Plan {
  readonly preset: Preset;
  /** Of the whole, seconds. */
  readonly seconds: number;
  readonly stretches: readonly PlannedStretch[];
}

export const PAUSES = ['explain', 'question', 'break', 'technical', 'to-be-continued', 'other'] as const;
export type PauseCode = (typeof PAUSES)[number];
export const pauseReason = z.strictObject({
  code: z.enum(PAUSES),
  /** In the facilitator's own words, if wanted. Everybody reads it. */
  text: z.string().trim().max(120).exactOptional(),
});
export type PauseReason = Readonly<z.output<typeof pauseReason>>;

/** Times are milliseconds since 1970 by the server's clock; each message says the server's `now`. */
export interface Clock {
  /** What time is being taken of; absent in a lobby without a plan's time, and when the room has ended. */
  readonly stretch: Stretch;
  /** Running: when this stretch's time is up. */
  readonly until?: number;
  /** Standing: milliseconds left of it. */
  readonly left?: number;
  /** What this stretch has in all, milliseconds, with all that was added. */
  readonly whole: number;
  /** Why the clock stands; absent while it runs and before it has been started. */
  readonly paused?: PauseReason;
  /** Percent of the usual speed; 50 is half as fast. */
  readonly speed: number;
  /** Time is up and the clock waits for a facilitator. */
  readonly up: boolean;
  /** When the debrief begins at the latest, so that it keeps its time; only while the clock runs in play. */
  readonly debriefAt?: number;
}

/** A person as everybody in the room sees them. */
export interface PersonSight {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  /** Of members and advisers their delegation; `chair` of the Chair and the secretariat. */
  readonly seat?: SeatId;
  /** Decides for the delegation where `deciding` is `head`. */
  readonly head: boolean;
  /** Connected now, on whatever number of devices. */
  readonly here: boolean;
  readonly ready: boolean;
}

export const AI_CAUSES = ['empty', 'left', 'facilitator'] as const;
/** Who plays a seat: a delegation of the scenario, or the Chair. In the scenario's order, the Chair last. */
export interface SeatSight {
  readonly seat: DelegationId | 'chair';
  readonly by: 'people' | 'ai';
  /** Why AI plays it. */
  readonly why?: (typeof AI_CAUSES)[number];
  /** Nobody new can sit here; absent where one can. */
  readonly closed?: true;
  /** Dropped out; AI takes over at this time if nobody comes back. */
  readonly takeOverAt?: number;
}

/** What one sees of a room before one is in it. */
export interface RoomCard {
  readonly room: RoomCode;
  readonly title: Words;
  readonly language: string;
  readonly stage: Stage;
  readonly joining: boolean;
  readonly choosing: boolean;
  readonly open: readonly OpenRole[];
  /** Those in which one can sit. */
  readonly delegations: readonly {
    readonly id: DelegationId;
    readonly name: Words;
    readonly flag: string;
    readonly people: number;
    readonly free: number;
  }[];
}

/** A scenario the server has. */
export interface ShelfCard {
  readonly id: string;
  readonly title: Words;
  readonly subtitle: Words;
  readonly summary: Words;
  readonly language: string;
  /** Author's estimate, minutes of play alone. */
  readonly minutes: number;
  /** In the author's order. */
  readonly delegations: readonly {
    readonly id: DelegationId;
    readonly name: Words;
    readonly flag: string;
    /** Its turn, from 0, where only some seats are opened: so that no camp is left out. */
    readonly turn: number;
  }[];
  readonly sessions: number;
  readonly plans: readonly Plan[];
  /** Presets in which no phase would be unreasonably short. */
  readonly fits: readonly Preset[];
}

export const seatOf = z.union([delegationId, z.literal('chair')]);
