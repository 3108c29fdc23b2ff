import type {
  Belief,
  LoadFault,
  Mat,
  NewGame,
  PackageAppraisal,
  Pace,
  SavedGame,
  TableAnalysis,
  TextAppraisal,
} from './contract.ts';
import type { Person, Reflection } from '../../scenario/index.ts';
import type {
  Chapter,
  Command,
  DelegationId,
  Event,
  Refusal,
  Scenario,
  SeatId,
  Text,
  Undertaking,
  View,
} from '../../engine/seat.ts';

/**
 * What the page asks of the worker. Each request is answered once, under its number. Requests that open a game give it a number,
 * `game`, which everything told of it carries: what is still on its way from an older game is known by it.
 */
export type Request =
  | { readonly ask: 'preview'; readonly text: string }
  | { readonly ask: 'start'; readonly game: number; readonly wanted: NewGame; readonly text: string }
  | { readonly ask: 'send'; readonly command: Command }
  | { readonly ask: 'sit'; readonly seat: DelegationId | undefined }
  | { readonly ask: 'undo' }
  | { readonly ask: 'stop' }
  | { readonly ask: 'saves' }
  | { readonly ask: 'resume'; readonly game: number; readonly id: string }
  | { readonly ask: 'forget'; readonly id: string }
  | { readonly ask: 'export' }
  | { readonly ask: 'import'; readonly game: number; readonly text: string }
  | {
      readonly ask: 'appraise';
      readonly undertakings: readonly Undertaking[];
      readonly parties: readonly DelegationId[];
      readonly open: boolean;
    }
  | { readonly ask: 'appraise-text'; readonly text: Text }
  | { readonly ask: 'analysis' }
  | { readonly ask: 'reflect'; readonly reflection: Reflection }
  | { readonly ask: 'pace'; readonly pace: Pace }
  | { readonly ask: 'leave' };

/** By request: what the answer is. `undefined` where all is well and there is nothing to say. */
export interface Answers {
  readonly preview: Scenario | LoadFault;
  readonly start: LoadFault | undefined;
  readonly send: Refusal | undefined;
  readonly sit: undefined;
  readonly undo: undefined;
  readonly stop: Refusal | undefined;
  readonly saves: readonly SavedGame[];
  readonly resume: LoadFault | undefined;
  readonly forget: undefined;
  readonly export: { readonly name: string; readonly text: string } | undefined;
  readonly import: LoadFault | undefined;
  readonly appraise: PackageAppraisal | undefined;
  readonly 'appraise-text': TextAppraisal | undefined;
  readonly analysis: TableAnalysis | undefined;
  readonly reflect: undefined;
  readonly pace: undefined;
  readonly leave: undefined;
}

export interface Asked {
  readonly number: number;
  readonly request: Request;
}

/** What the worker says by itself, and its answers. */
export type Told =
  | { readonly tell: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly tell: 'failed'; readonly number: number; readonly message: string }
  | ToldOfGame;

/** What is said of a game while it runs. */
export type ToldOfGame = { readonly game: number } & (
  | {
      readonly tell: 'opened';
      readonly scenario: Scenario;
      readonly seat: SeatId;
      readonly people?: readonly Person[];
      readonly seed: string;
      readonly id: string;
    }
  /** Somebody else is at the screen now, or nobody: everything that was there before is to be forgotten. */
  | { readonly tell: 'seated'; readonly seat: SeatId }
  | { readonly tell: 'seen'; readonly sight: Sight }
  | { readonly tell: 'thinking'; readonly seats: readonly SeatId[] }
  | { readonly tell: 'saved' }
  | { readonly tell: 'not-saved'; readonly message: string }
  /** The game is being played in another tab now; here it has ended. */
  | { readonly tell: 'overtaken' }
  /** A fault of ours: the worker can no longer be relied on. */
  | { readonly tell: 'broken'; readonly message: string }
);

/** A view as it is sent: of the log only what has changed since the last one. */
export interface Sight {
  readonly view: Omit<View, 'log'>;
  readonly log: { readonly keep: number; readonly add: readonly Chapter[] };
  readonly news: readonly Event[];
  readonly beliefs: readonly (Belief | null)[];
  readonly canUndo: boolean;
  readonly reflections?: readonly Reflection[];
  /** Several at one screen: who should sit down next. */
  readonly next?: DelegationId;
}

export const EMPTY_MAT: Mat = { undertakings: [], open: false };
