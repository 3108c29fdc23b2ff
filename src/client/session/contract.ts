import type { Person, Reflection } from '../../scenario/index.ts';
import type {
  Command,
  DelegationId,
  Event,
  Reason,
  Refusal,
  Scenario,
  SeatId,
  Text,
  Undertaking,
  View,
} from '../../engine/seat.ts';

/**
 * One interface to a game, whether it runs here in a worker or (later) on a server.
 * Panels and the table read `Screen` from a zustand store and call `Session`; nothing else joins them.
 */
export interface Session {
  /** Scenarios that come with the game, without loading them. */
  shelf(): Promise<readonly ShelfItem[]>;
  /** Reads one scenario of the shelf, or a text, to choose a seat from; throws nothing, returns what is wrong. */
  preview(scenario: string, text?: string): Promise<Scenario | LoadFault>;
  start(wanted: NewGame): Promise<LoadFault | undefined>;
  /** Gives a command for one's own seat. A refusal is also put into `Screen.refusal`. */
  send(command: Command): Promise<Refusal | undefined>;
  /** Several at one screen: this person sits down, or (nobody) the screen is to be handed over. */
  sit(seat: DelegationId | undefined): Promise<void>;
  /** Back to the start of one's own present phase (solo). */
  undo(): Promise<void>;
  saves(): Promise<readonly SavedGame[]>;
  resume(id: string): Promise<LoadFault | undefined>;
  forget(id: string): Promise<void>;
  /** The running game as one file's text. */
  exportGame(): Promise<{ readonly name: string; readonly text: string }>;
  /** A broken or foreign file is answered with a fault and leaves the running game alone. */
  importGame(text: string): Promise<LoadFault | undefined>;
  /** What a package, in the open or not, would do: own worth exact, the others' estimated. */
  appraise(
    package_: readonly Undertaking[],
    parties: readonly DelegationId[],
    open: boolean,
  ): Promise<PackageAppraisal>;
  /** What a text would do to everybody: own worth exact, the others' estimated. */
  appraiseText(text: Text): Promise<TextAppraisal>;
  /** After the game: exact figures of the table (Nash share, Pareto distance, best texts). */
  analysis(): Promise<TableAnalysis | undefined>;
  /**
   * What somebody who sits here says about the game, instead of what they said before; kept with the game. Absent where the game is
   * hosted by somebody who keeps no answers.
   */
  readonly reflect?: (reflection: Reflection) => Promise<void>;
  /**
   * Ends the game where it stands, so that it can be talked about; nobody plays on. Absent where somebody else runs the game.
   */
  readonly stop?: () => Promise<void>;
  /** How long AI delegates wait between moves. */
  pace(pace: Pace): void;
  leave(): void;
  /** The refusal or fault has been read. */
  dismiss(): void;
}

export type { Bend, GoalLevel, Level, Person, Reflection } from '../../scenario/index.ts';
/** People who can share one screen. */
export const MOST_PEOPLE = 12;

export const PACES = ['calm', 'brisk', 'instant'] as const;
export type Pace = (typeof PACES)[number];

export const STRENGTHS = ['gentle', 'seasoned', 'hard'] as const;
export type Strength = (typeof STRENGTHS)[number];

export interface NewGame {
  /** Id of a shelf scenario, or `file` with its text. */
  readonly scenario: string;
  readonly text?: string;
  readonly seat: SeatId;
  /** Two or more people who share this screen, in the order in which they sit. */
  readonly people?: readonly Person[];
  /** Any text; the same seed gives the same mandates and incidents. */
  readonly seed: string;
  readonly strength: Strength;
}

export interface ShelfItem {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly minutes: number;
  readonly delegations: number;
}

export interface SavedGame {
  readonly id: string;
  readonly scenario: string;
  readonly title: string;
  readonly seat: SeatId;
  /** Where several share the screen: their seats. */
  readonly people?: readonly SeatId[];
  readonly seed: string;
  readonly session: number;
  readonly phase: string;
  readonly closed: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The move at which it leaves the game it is a branch of; absent for a game of its own. */
  readonly branch?: number;
}

/** Why a game or scenario could not be opened. */
export type LoadFault =
  | { readonly fault: 'not-a-game-file' }
  | { readonly fault: 'truncated' }
  | { readonly fault: 'newer-version'; readonly version: number }
  | { readonly fault: 'tampered'; readonly at: number }
  | {
      readonly fault: 'scenario-faults';
      readonly faults: readonly {
        readonly line: number;
        readonly column: number;
        readonly message: string;
        /** What could stand there instead. */
        readonly write?: readonly string[];
      }[];
    }
  | { readonly fault: 'no-such-scenario'; readonly scenario: string }
  | { readonly fault: 'no-such-save' }
  /** The same game is being played in another tab of this browser. */
  | { readonly fault: 'open-elsewhere' }
  | { readonly fault: 'storage'; readonly message: string }
  /** The browser does not store the game that is being played; play goes on. Said once when it begins. */
  | { readonly fault: 'not-saved'; readonly message: string }
  /** Something of ours broke. `goesOn`: the game has been taken up again from what was saved. */
  | { readonly fault: 'crashed'; readonly goesOn: boolean; readonly message: string };

/** What the screen shows; one writer (the session), many readers. */
export interface Screen {
  readonly status: 'title' | 'loading' | 'playing';
  readonly scenario?: Scenario;
  /** Who is at the screen; `observer` while several share it and it is being handed over. */
  readonly seat?: SeatId;
  /** Those who share the screen; absent where one plays alone. */
  readonly people?: readonly Person[];
  /** Who should sit down next; absent while nobody is waited for. */
  readonly next?: DelegationId;
  readonly seed?: string;
  readonly view?: View;
  /** Events this seat has just witnessed, in order, for motion and sound; `n` only grows. Holds the latest 200. */
  readonly news: readonly News[];
  /** A command of mine is on its way. */
  readonly busy: boolean;
  /** AI delegations that are thinking or about to act. */
  readonly thinking: readonly SeatId[];
  readonly refusal?: Refusal;
  readonly fault?: LoadFault;
  readonly canUndo: boolean;
  /** What whoever is at the screen has said about the game; once it has closed, what all have. */
  readonly reflections?: readonly Reflection[];
  readonly saved: 'saved' | 'saving' | 'failed';
  /**
   * What I believe of the others; order of the scenario's delegations. In my own place: what they believe of me as far as all could hear
   * it, or `null` where the scenario keeps that.
   */
  readonly beliefs: readonly (Belief | null)[];
  /** Which delegation, article, incident or offer is looked at: shared by table and panels. */
  readonly focus?: Focus;
  /** The package being put together in the corridor: shared by table (drag) and panels (keyboard). */
  readonly mat: Mat;
  /** A film is shown: nothing can be done. */
  readonly film?: {
    /** Grows whenever the film is somewhere else at once: what is there is shown without motion. */
    readonly jump: number;
    /** What is to be looked at there. */
    readonly telling?: Event;
    /** Whose package lies on the mat, where it is nobody's who looks on. */
    readonly giver?: DelegationId;
    /** What has become of the package that lies on the mat. */
    readonly fate?: PackageFate;
  };
}

export const PACKAGE_FATES = ['waiting', 'taken', 'declined', 'withdrawn', 'lapsed'] as const;
export type PackageFate = (typeof PACKAGE_FATES)[number];

export interface News {
  readonly n: number;
  readonly event: Event;
}

export type Focus =
  | { readonly kind: 'delegation'; readonly id: string }
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'offer'; readonly id: string };

export interface Mat {
  readonly partner?: DelegationId;
  readonly undertakings: readonly Undertaking[];
  readonly open: boolean;
}

/** Honest estimate of another delegation, from public knowledge and what it has said and done. */
export interface Belief {
  readonly delegation: DelegationId;
  /** `[article][option]` 0 to 100: how much we think it likes each option. */
  readonly likes: readonly (readonly number[])[];
  /** By article, percent of its interest, summing to about 100. */
  readonly weights: readonly number[];
  /** `[article][option]` percent: chance that it is a red line. */
  readonly redLines: readonly (readonly number[])[];
  /** Hundredths of a point, likely range. */
  readonly reservation: { readonly low: number; readonly high: number };
  /** Percent: chance that it would join the standing draft. */
  readonly joins: number;
}

export interface PackageAppraisal {
  readonly own: { readonly now: number; readonly onAdoption: number; readonly ifKept: number };
  readonly others: readonly {
    readonly delegation: DelegationId;
    readonly low: number;
    readonly high: number;
    /** Percent: chance that it is taken as it is. */
    readonly accepts: number;
    /** Whether it asks for more even of what it would take. */
    readonly haggles: boolean;
  }[];
  readonly because: readonly Reason[];
}

export interface TextAppraisal {
  /** Hundredths of a point; `reservation` is one's own value of no agreement. */
  readonly own: { readonly worth: number; readonly reservation: number; readonly crosses: readonly string[] };
  readonly others: readonly {
    readonly delegation: DelegationId;
    readonly low: number;
    readonly high: number;
    readonly joins: number;
  }[];
}

export interface TableAnalysis {
  readonly feasible: number;
  /** 0 to 1; absent if there was no feasible text. */
  readonly nashShare?: number;
  /** 0 (on the frontier) to 1. */
  readonly paretoDistance?: number;
  readonly nash?: { readonly text: Text; readonly utilities: readonly number[] };
  /** Somebody could have had more and nobody less: such a text, if the outcome was not on the frontier. */
  readonly better?: { readonly text: Text; readonly utilities: readonly number[] };
  readonly utilities: readonly number[];
  readonly reservations: readonly number[];
}

/** The store's own actions for what only the screen knows. */
export interface ScreenActions {
  readonly look: (focus: Focus | undefined) => void;
  readonly setMat: (mat: Mat) => void;
}
