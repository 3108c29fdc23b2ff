import type {
  ArticleId,
  Command,
  DelegationId,
  End,
  Event,
  Intervention,
  Phase,
  SeatId,
  View,
} from '../engine/seat.ts';
import type { PlayedBranch, PollAnswer, PollSight, Reflected, Reflecting, Stood, Tag } from './debrief.ts';
import type { Condition } from './request.ts';
import type { Patch } from './difference.ts';
import type {
  Clock,
  PauseReason,
  PersonId,
  PersonSight,
  Plan,
  Preset,
  Role,
  RoomCode,
  SeatSight,
  Settings,
  Stage,
} from './room.ts';
import type { ChannelSight, Headline, Message } from './talk.ts';

/** What everybody in the room sees of it: the same for all. */
export interface RoomSight {
  readonly room: RoomCode;
  /** Rooms side by side with the same seed have the same series; absent for a room of its own. */
  readonly series?: string;
  readonly preset: Preset;
  readonly scenario: { readonly id: string; readonly version: string; readonly print: string };
  readonly stage: Stage;
  readonly clock: Clock;
  readonly plan: Plan;
  readonly settings: Settings;
  readonly people: readonly PersonSight[];
  readonly seats: readonly SeatSight[];
  /** AI seats about to move. */
  readonly thinking: readonly SeatId[];
  /** Moves of the game so far. */
  readonly moves: number;
  /** A branch is being played: the game's own course waits, and stands at `moves` moves. */
  readonly branch?: { readonly from: number; readonly moves: number };
  /** Branches that were played and left, and how the game's own course stands beside them. */
  readonly played: readonly PlayedBranch[];
  /** Absent where no branch was played. */
  readonly stands?: Stood;
  /** The text is adopted, or can no longer be: a good moment to end and talk about it. */
  readonly decided?: 'adopted' | 'blocked';
  /** Everybody may see everything. */
  readonly revealed: boolean;
  /** Headlines of the press desk, oldest first; the latest 40. */
  readonly headlines: readonly Headline[];
  readonly polls: readonly PollSight[];
  /** Take-overs, corrections, rewinds and the like: nothing of the kind happens silently. The latest 40, oldest first. */
  readonly notices: readonly Notice[];
  /** What the projector is to show. */
  readonly spotlight: Spotlight;
}

/** What happened in the room beside the game. */
export interface Notice {
  readonly n: number;
  readonly at: number;
  readonly what: NoticeKind;
}
export type NoticeKind =
  | { readonly kind: 'joined'; readonly person: PersonId }
  | { readonly kind: 'moved'; readonly person: PersonId }
  | { readonly kind: 'removed'; readonly person: PersonId }
  | { readonly kind: 'renamed'; readonly person: PersonId }
  | {
      readonly kind: 'ai-took-over';
      readonly seat: DelegationId | 'chair';
      readonly why: 'empty' | 'left' | 'facilitator';
    }
  | { readonly kind: 'handed-back'; readonly seat: DelegationId | 'chair'; readonly moves: number }
  | { readonly kind: 'paused'; readonly because: PauseReason }
  | { readonly kind: 'went-on' }
  | { readonly kind: 'extended'; readonly seconds: number }
  | { readonly kind: 'slowed'; readonly speed: number }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'time-up' }
  | { readonly kind: 'intervened'; readonly what: Intervention['kind'] }
  | { readonly kind: 'rewound'; readonly to: number }
  | { readonly kind: 'branched'; readonly from: number }
  | { readonly kind: 'returned' }
  | { readonly kind: 'debrief' }
  | { readonly kind: 'revealed' }
  | { readonly kind: 'restarted' }
  | { readonly kind: 'free-text'; readonly now: Settings['freeText'] };

export const SPOTLIGHTS = [
  /** Whatever fits the stage. */
  'auto',
  'join',
  'chamber',
  'map',
  'text',
  'ladder',
  'clock',
  'headlines',
  'vote',
  'poll',
  'debrief',
  'blank',
] as const;
export interface Spotlight {
  readonly show: (typeof SPOTLIGHTS)[number];
  /** Which poll, or which of the debrief's cards. */
  readonly item?: string;
}

/** What one person sees of their own. */
export interface MineSight {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly seat?: SeatId;
  readonly head: boolean;
  readonly muted: boolean;
  /** I have asked for help. */
  readonly help: boolean;
  /** Came after the start, at this time: a short brief is due. */
  readonly late?: number;
  /** Whether a command of mine is carried out at once, becomes a proposal, or is not mine to give. */
  readonly commands: 'at-once' | 'proposed' | 'none';
  /** My delegation's commands that wait for its members. */
  readonly proposals: readonly Proposal[];
  /** AI played in our place: what it did stands in our log. Until somebody of us has read it. */
  readonly stoodIn?: StoodIn;
  /** A facilitator prompts us to do something; the latest time. */
  readonly nudged?: number;
  readonly channels: readonly ChannelSight[];
  /** Our delegation's common notes. */
  readonly notes: string;
  /** Headlines of mine, whatever their state. */
  readonly headlines: readonly Headline[];
  /** My answers to polls. */
  readonly answers: readonly { readonly poll: number; readonly answer: PollAnswer }[];
  /** What I have said of the game. */
  readonly said?: Reflecting;
  /** Observers' and facilitators' own marks on the timeline. */
  readonly marks: readonly Mark[];
}

export interface Proposal {
  readonly n: number;
  readonly by: PersonId;
  readonly at: number;
  readonly command: Command;
  /** The proposer is among the first. */
  readonly yes: readonly PersonId[];
  readonly no: readonly PersonId[];
  /** Yes votes needed now, of those who are here. Where a head decides: its yes. */
  readonly needed: number;
}

export interface StoodIn {
  readonly seat: DelegationId | 'chair';
  readonly from: number;
  readonly to: number;
  /** How often AI moved. */
  readonly moves: number;
  /** Where in the log of the seat's view that was: how many events it had witnessed when AI sat down, and when it got up. */
  readonly since: number;
  readonly until: number;
}

/** A note on the timeline. */
export interface Mark {
  readonly n: number;
  readonly by: PersonId;
  readonly at: number;
  /** After so many moves. */
  readonly moves: number;
  readonly session: number;
  readonly phase: Phase;
  readonly tag: Tag;
  readonly text: string;
  readonly about?: SeatId;
}

/** What facilitators see beside that. */
export interface DeskSight {
  readonly seats: readonly SeatFigures[];
  readonly people: readonly PersonFigures[];
  /** Ranked, the best first; made from the present state. */
  readonly suggestions: readonly Suggestion[];
  readonly planned: readonly PlannedInject[];
  readonly marks: readonly Mark[];
  /** Free text and headlines that wait for a word of ours. */
  readonly heldMessages: readonly Message[];
  readonly heldHeadlines: readonly Headline[];
  /** The latest 200 of all channels, oldest first. */
  readonly talk: readonly Message[];
  readonly checks: readonly Check[];
  readonly advice: readonly Advice[];
  /** Everybody's answers, polls closed or open. */
  readonly answers: readonly { readonly poll: number; readonly answers: readonly PollAnswer[] }[];
  /** What people have said of the game. */
  readonly reflections: readonly Reflected[];
  /** How the plan has gone so far: seconds that each stretch has really had, in order. */
  readonly spent: readonly number[];
  /** Notes of delegations are theirs; the facilitator sees only how long they are. */
  readonly sockets: number;
}

export interface SeatFigures {
  readonly seat: DelegationId | 'chair';
  /** People of it here now. */
  readonly here: number;
  /** Its latest own move; absent if there was none. */
  readonly lastMove?: number;
  readonly movesInPhase: number;
  readonly done: boolean;
  /** Offers made to it that it has not answered, and its own that wait for others. */
  readonly toAnswer: number;
  readonly waiting: number;
  /** Has not answered the text before the room. */
  readonly owesAnswer: boolean;
  /** Said nothing and did nothing for a good part of the phase, though people are here. */
  readonly silent: boolean;
  /** Refused several times in a row. */
  readonly stuck: boolean;
  readonly refusals: number;
}

export interface PersonFigures {
  readonly person: PersonId;
  readonly devices: number;
  /** The latest thing it did or said. */
  readonly lastSeen: number;
  readonly joined: number;
  readonly muted: boolean;
  readonly help: boolean;
  readonly refusals: number;
}

/** What could be done now, and why it would be good. */
export interface Suggestion {
  readonly intervention: Intervention;
  readonly because: SuggestionCode;
  /** 0 to 100. */
  readonly score: number;
}
export const SUGGESTION_CODES = [
  /** Nothing has happened for a while: an incident brings life. */
  'too-calm',
  /** It touches what they are at odds about. */
  'touches-contested',
  /** An agreed provision would soften it: the text pays off in play. */
  'shows-the-text-works',
  /** Nothing agreed yet would soften it: what is missing shows. */
  'shows-what-is-missing',
  /** A secret deal is what everybody suspects. */
  'secret-deal',
  /** Clues that nobody has shared. */
  'clues-kept',
  /** The truth would judge accusations that were made. */
  'accusations-to-judge',
  /** Tension is high: a card that calms. */
  'cools',
  /** A delegation has nothing to lose from blocking: new instructions could move it. */
  'blocker',
] as const;
export type SuggestionCode = (typeof SUGGESTION_CODES)[number];

export interface PlannedInject {
  readonly n: number;
  readonly when: Condition;
  readonly intervention: Intervention;
  /** It holds now and waits for a click, where injects do not come by themselves. */
  readonly due: boolean;
}

/** Before the start, and while the clock runs: what is in order and what is not. */
export interface Check {
  readonly check:
    | 'somebody-here'
    | 'every-seat-taken'
    | 'debrief-protected'
    | 'projector-connected'
    | 'everybody-ready'
    | 'phases-long-enough'
    | 'chair'
    | 'network';
  readonly ok: boolean;
  /** It would be unwise to start without. */
  readonly grave: boolean;
  readonly figure?: number;
}

export type Advice =
  | { readonly advice: 'end-early'; readonly because: 'adopted' | 'blocked' }
  /** Time is running out: play has to be cut so that the debrief keeps its time. */
  | { readonly advice: 'cut-play'; readonly seconds: number }
  | { readonly advice: 'prompt'; readonly seat: DelegationId | 'chair' }
  | { readonly advice: 'help'; readonly person: PersonId };

/** One line of the room's timeline, for whoever runs it. */
export interface TimelineEntry {
  /** Its number in the room's log. */
  readonly seq: number;
  readonly at: number;
  readonly by?: PersonId;
  /** Of a move: how many moves there are with it; where to rewind to. */
  readonly moves?: number;
  readonly seat?: SeatId;
  readonly session?: number;
  readonly phase?: Phase;
  /** Kind of the command, or of the act. */
  readonly kind: string;
  /** No longer part of the game's course: it was rewound. */
  readonly undone?: boolean;
}

/** One of several rooms with the same seed, for the page that compares them. */
export interface RoomSummary {
  readonly room: RoomCode;
  readonly stage: Stage;
  readonly people: number;
  readonly session: number;
  readonly phase: Phase;
  readonly moves: number;
  readonly tension: number;
  readonly damage: number;
  readonly drafts: number;
  /** By article, what stands; and whether it is settled. */
  readonly text: readonly { readonly option: number; readonly settled: boolean }[];
  readonly end?: End;
  readonly promises: { readonly made: number; readonly kept: number; readonly broken: number };
  readonly deals: number;
  readonly incidents: readonly string[];
  /** Only of a game that has ended. Utilities in hundredths of a point, in the scenario's order of delegations. */
  readonly utilities?: readonly number[];
  readonly walkAways?: readonly number[];
  /** Who would join, and who would not, the text that stands: by stances declared. */
  readonly supporters: readonly DelegationId[];
  readonly objectors: readonly DelegationId[];
  readonly contested: readonly ArticleId[];
  readonly nashShare?: number;
  readonly paretoDistance?: number;
}

/**
 * What the server says by itself, in order. Parts that did not change are absent. `whole`: begin from nothing (each part's patch
 * is then a `v`). `n` grows by one with each; whoever misses one asks `again`.
 */
export interface SightTold {
  readonly tell: 'sight';
  readonly n: number;
  readonly now: number;
  readonly whole: boolean;
  readonly room?: Patch;
  /** Of a seat's view; it is one's own seat's, or what a facilitator looks through. */
  readonly game?: Patch;
  readonly mine?: Patch;
  /** Facilitators only. */
  readonly desk?: Patch;
  /** Events this seat has just witnessed, in order, for motion and sound. */
  readonly news?: readonly Event[];
}

export type Told =
  | SightTold
  /** One is no longer in the room; nothing more comes. */
  | {
      readonly tell: 'gone';
      readonly why: 'removed' | 'room-deleted' | 'room-ended' | 'too-fast' | 'server-stops';
    };

/** What the parts of a `sight` build up to. */
export interface Seen {
  readonly room?: RoomSight;
  readonly game?: View;
  readonly mine?: MineSight;
  readonly desk?: DeskSight;
}
