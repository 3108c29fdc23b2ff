import type { Command, Intervention, Phase, Scenario, State, Table } from '../../engine/index.ts';
import type {
  Condition,
  Headline,
  Mark,
  Message,
  Notice,
  PauseReason,
  PersonId,
  Plan,
  PollAnswer,
  PollForm,
  Preset,
  Reflecting,
  Role,
  RoomCode,
  Settings,
  Spotlight,
  Stage,
  Stretch,
} from '../../protocol/index.ts';
import type { Chairable } from './fact.ts';

/** A room at one moment: what its log folds to. Plain data; only `evolve` makes a new one. */
export interface Room {
  /** Number of the last entry folded. */
  readonly seq: number;
  /** When that was. */
  readonly at: number;
  readonly code: RoomCode;
  readonly series?: string;
  readonly preset: Preset;
  readonly scenario: Scenario;
  /** Its source text, one copy for all rooms that are made of it, and the fingerprint of that. */
  readonly text: string;
  readonly print: string;
  readonly created: number;
  readonly stage: Stage;
  /** When play began; absent before. */
  readonly started?: number;
  readonly settings: Settings;
  readonly plan: Plan;
  readonly clock: ClockState;
  readonly people: readonly Person[];
  /** Of seats whose people left, or that a facilitator has given to AI. Empty seats are not listed: nobody is in them. */
  readonly stand: readonly { readonly seat: Chairable; readonly why: 'left' | 'facilitator' }[];
  /** What AI did for a seat that people will come back to, or come to. */
  readonly stoodIn: readonly Stood[];
  readonly table: Table;
  readonly game: State;
  /** Events of each move of the game's course, in order: how to find an earlier moment in its log. */
  readonly sizes: readonly number[];
  /** While a branch is played: the game's own course, which waits. */
  readonly main?: {
    readonly game: State;
    readonly sizes: readonly number[];
    readonly from: number;
    /** The stage and the clock it will come back to: what is played live takes no time of the debrief. */
    readonly stage: Stage;
    readonly clock: ClockState;
    readonly stoodIn: readonly Stood[];
  };
  /** What was left of the phase when the text that is now before the room was put, milliseconds. */
  readonly putLeft?: number;
  readonly acted: readonly Acted[];
  readonly proposals: readonly ProposalState[];
  readonly messages: readonly Message[];
  readonly headlines: readonly Headline[];
  readonly notes: readonly { readonly seat: Chairable; readonly text: string }[];
  readonly marks: readonly Mark[];
  readonly injects: readonly InjectState[];
  readonly polls: readonly PollState[];
  readonly reflections: readonly { readonly person: PersonId; readonly said: Reflecting }[];
  /** Branches that were played and left. */
  readonly played: readonly Branched[];
  readonly notices: readonly Notice[];
  readonly spotlight: Spotlight;
  readonly revealed: boolean;
  readonly nudges: readonly { readonly seat: Chairable; readonly at: number }[];
  /** What gets the next number. */
  readonly counters: {
    readonly people: number;
    readonly proposals: number;
    readonly messages: number;
    readonly headlines: number;
    readonly injects: number;
    readonly marks: number;
    readonly polls: number;
    readonly notices: number;
  };
}

/** A branch that was left: where it began, and the game as it stood then. */
export interface Branched {
  readonly n: number;
  readonly from: number;
  readonly moves: number;
  readonly session: number;
  readonly phase: Phase;
  readonly game: State;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly seat?: Chairable;
  readonly head: boolean;
  readonly keyHashes: readonly string[];
  /** What the short code for another device hashes to, and until when it is good. */
  readonly code?: { readonly hash: string; readonly until: number };
  /** Processes that hold a socket of theirs. */
  readonly at: readonly string[];
  /** When the last socket went; absent while there is one, and before the first. */
  readonly awaySince?: number;
  readonly joined: number;
  readonly late: boolean;
  readonly ready: boolean;
  readonly help: boolean;
  readonly muted: boolean;
  readonly seen: number;
  readonly gone: boolean;
}

/** Milliseconds throughout. */
export interface ClockState {
  readonly stretch: Stretch;
  readonly whole: number;
  /** Left of the stretch when it was last looked at, in the stretch's own time. */
  readonly left: number;
  /** When that was; absent while the clock stands. */
  readonly since?: number;
  readonly paused?: PauseReason;
  readonly pausedAt?: number;
  readonly speed: number;
  /** It waits for a branch to be left, and ran before; absent otherwise. */
  readonly ran?: true;
  readonly up: boolean;
  /** When the whole session is to be over; set by the start. */
  readonly bell?: number;
  /** Seconds that the stretches behind us have had. */
  readonly spent: readonly number[];
  /** Milliseconds of play behind us, pauses left out; of the present stretch what was before `since`. */
  readonly played: number;
  /** When the present stretch began. */
  readonly began: number;
}

export interface Acted {
  readonly seat: Chairable;
  readonly at: number;
  /** Moves in the present phase. */
  readonly inPhase: number;
}

export interface Stood {
  readonly seat: Chairable;
  readonly from: number;
  /** How many events the seat had witnessed when AI sat down. */
  readonly since: number;
  /** For each of AI's moves, how many events the seat had witnessed before it. */
  readonly moved: readonly number[];
  /** Handed back, when, and how many events the seat had witnessed by then: it waits to be read. */
  readonly until?: { readonly at: number; readonly seen: number };
}

export interface ProposalState {
  readonly n: number;
  readonly seat: Chairable;
  readonly by: PersonId;
  readonly at: number;
  readonly command: Command;
  readonly yes: readonly PersonId[];
  readonly no: readonly PersonId[];
}

export interface InjectState {
  readonly n: number;
  readonly when: Condition;
  readonly intervention: Intervention;
  readonly due: boolean;
}

export interface PollState {
  readonly n: number;
  readonly form: PollForm;
  readonly open: boolean;
  readonly answers: readonly PollAnswer[];
  readonly shown: boolean;
  readonly texts: readonly PersonId[];
}

/** People in the room who have not left for good. */
export const present = (room: Room): readonly Person[] => room.people.filter((person) => !person.gone);
export const isHere = (person: Person): boolean => person.at.length > 0;
export const personOf = (room: Room, id: string): Person | undefined =>
  room.people.find((person) => person.id === id && !person.gone);

/** Seats of the scenario that can be played, the Chair last. */
export const seatsOf = (room: Room): readonly Chairable[] => [
  ...room.scenario.delegations.map(({ id }) => id),
  'chair',
];

/** Whether somebody new can sit here: delegations by the room's seats, the Chair where its part is open. */
export const isOpenSeat = ({ settings: { seats, open: roles } }: Room, seat: Chairable): boolean =>
  seat === 'chair' ? roles.includes('chair') : seats === 'all' || seats.includes(seat);

/** Those who play a seat: members of a delegation, or the Chair. */
export const playersOf = (room: Room, seat: Chairable): readonly Person[] =>
  room.people.filter(
    (person) => !person.gone && person.seat === seat && (person.role === 'member' || person.role === 'chair'),
  );

/** Why AI plays a seat; `undefined` if people do. */
export const standInOf = (room: Room, seat: Chairable): 'empty' | 'left' | 'facilitator' | undefined => {
  const given = room.stand.find((item) => item.seat === seat);
  if (given !== undefined) return given.why;
  return playersOf(room, seat).length === 0 ? 'empty' : undefined;
};

export const isFacilitator = (person: Person): boolean =>
  person.role === 'facilitator' || person.role === 'co-facilitator';

/** The delegation's head who is here; where it is not, the first of those who are. */
export const actingHead = (room: Room, seat: Chairable): Person | undefined => {
  const players = playersOf(room, seat);
  return players.find((person) => person.head && isHere(person)) ?? players.find(isHere) ?? players[0];
};
