import type { Alternative, Change, Findings, Result } from '../../../analysis/branches/index.ts';
import type {
  CommandKind,
  DelegationId,
  Event,
  Offer,
  Phase,
  Pledge,
  Reason,
  Scenario,
  SeatId,
} from '../../../engine/seat.ts';
import type { LoadFault, Session } from '../contract.ts';
import type { ScreenStore } from '../screen.ts';

export type { Alternative, Change, Findings, Result } from '../../../analysis/branches/index.ts';

/** Which game is shown: a file's text, or a game saved in this browser. */
export type FilmSource = { readonly text: string } | { readonly saved: string };

/** Through whose eyes a film is seen; `truth` sees everything. */
export type Eye = SeatId | 'truth';

/** What whoever watches may see and do. */
export interface FilmRights {
  /** At least one, the first to begin with. */
  readonly eyes: readonly Eye[];
  /** Whether the game can be played on otherwise: only once it has ended and may be revealed. */
  readonly branches: boolean;
}

/** Something to go to. `at` is the number of moves made by then. All may see these: they were public. */
export type FilmMark = { readonly at: number } & (
  | { readonly kind: 'phase'; readonly session: number; readonly phase: Phase }
  | { readonly kind: 'incident'; readonly event: Event }
  | { readonly kind: 'decision'; readonly event: Event }
);

/** A moment at which the game turned, for the table or for one delegation. */
export interface TurningMark {
  readonly at: number;
  readonly event: Event;
}

export interface TurningMarks {
  /** Absent where it would tell what is not to be revealed. */
  readonly table: readonly TurningMark[];
  readonly seats: readonly { readonly delegation: DelegationId; readonly points: readonly TurningMark[] }[];
}

/** What is known of a game once its film is open. Places count the moves that may be seen: all, where all is revealed. */
export interface FilmHead {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seat: SeatId;
  /** Moves made in it. */
  readonly length: number;
  readonly closed: boolean;
  readonly rights: FilmRights;
  readonly marks: readonly FilmMark[];
  /** Places where somebody chose or the world struck: where to ask what would have been otherwise. None without branches. */
  readonly turns: readonly number[];
  /** The move at which it leaves another game, if it does. */
  readonly branch?: number;
}

/** Why an AI player made the move that led here. */
export interface FilmWhy {
  readonly seat: SeatId;
  /** Absent where these eyes do not see them, though whoever watches may: they are another's, and looked at with everything else. */
  readonly because?: readonly Reason[];
  /** It said others of its reasons aloud: these it kept back. */
  readonly aloud?: true;
}

/** How fast a film runs: times its usual pace. */
export const SPEEDS = [1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

/** The film itself, beside the `Screen` that table and panels read. One writer: its control. */
export interface FilmScreen {
  readonly status: 'opening' | 'ready' | 'failed';
  readonly fault?: LoadFault;
  readonly head?: FilmHead;
  /** The place that is shown, in moves made. */
  readonly at: number;
  /** The place that is asked for: where the slider stands. */
  readonly wanted: number;
  readonly eye: Eye;
  readonly playing: boolean;
  readonly speed: Speed;
  /** What came of the move that led here, as far as these eyes see it. */
  readonly happening: readonly Event[];
  readonly why?: FilmWhy | undefined;
  readonly turning?: TurningMarks;
}

/** A deed that could have been otherwise, with what is needed to say it. */
export interface FilmAlternative extends Alternative {
  /** The offer that is answered. */
  readonly offer?: Offer;
  /** The promise that is kept. */
  readonly pledge?: Pledge;
  /** Index of the move that is done otherwise, where it is not the one that led here: an answer, seen from the gavel. */
  readonly at?: number;
  /** What was done in its place. */
  readonly was?: CommandKind;
}

export interface FilmAlternatives {
  /** All that came of the move, whoever saw it. */
  readonly happened: readonly Event[];
  readonly list: readonly FilmAlternative[];
}

/** A branch of the game: where it leaves it, and how. */
export interface BranchPoint {
  /** Index of the move that is done otherwise; for no change, the first that is played anew. */
  readonly at: number;
  readonly change: Change;
}

/** Many runs of a branch beside what happened, and beside AI players who go on from the same place with nothing changed. */
export interface BranchReport {
  readonly runs: number;
  readonly happened: Result;
  readonly changed: readonly Result[];
  readonly unchanged: readonly Result[];
  readonly findings: Findings | undefined;
  readonly control: Findings | undefined;
}

export type BranchAnswer =
  | { readonly done: BranchReport }
  | { readonly failed: 'cancelled' | 'refused' | 'crashed'; readonly message?: string };

export interface BranchRunning {
  readonly answer: Promise<BranchAnswer>;
  readonly cancel: () => void;
}

export interface FilmControl {
  /** Goes there at once. */
  readonly seek: (position: number) => void;
  /** One move on or back; one move on is shown as it happened. */
  readonly step: (by: 1 | -1) => void;
  /** To the next phase, or the one before. */
  readonly chapter: (by: 1 | -1) => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** Plays what stands, stops what plays. */
  readonly toggle: () => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly see: (eye: Eye) => void;
  /** What could have been otherwise at the move that led to a place. */
  readonly alternatives: (position: number) => Promise<FilmAlternatives>;
  /** To the next place where somebody chose or the world struck, or the one before. */
  readonly turn: (by: 1 | -1) => void;
  /** Plays a branch many times, in as many workers as this machine has cores to spare. */
  readonly branch: (
    point: BranchPoint,
    runs: number,
    progress: (played: number, of: number) => void,
  ) => BranchRunning;
  /** One run of a branch as a game file; `undefined` if the rules refuse it. */
  readonly branchGame: (point: BranchPoint, run: number) => Promise<string | undefined>;
  /** The game up to the point as a game file, to be played on by a person in this seat. */
  readonly takeOver: (point: BranchPoint, seat: SeatId) => Promise<string | undefined>;
}

/** A film: what table and panels read, what steers it, and how to end it. */
export interface Film {
  readonly session: Session;
  readonly store: ScreenStore;
  readonly film: FilmStore;
  readonly control: FilmControl;
  readonly close: () => void;
}

/** The reading half of the film's store. */
export interface FilmStore {
  readonly getState: () => FilmScreen;
  readonly getInitialState: () => FilmScreen;
  readonly subscribe: (listener: (now: FilmScreen, before: FilmScreen) => void) => () => void;
}
