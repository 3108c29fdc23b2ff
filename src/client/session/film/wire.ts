import type {
  Chapter,
  DelegationId,
  Event,
  Refusal,
  SeatId,
  Text,
  Undertaking,
  View,
} from '../../../engine/seat.ts';
import type { Belief, LoadFault, PackageAppraisal, TableAnalysis, TextAppraisal } from '../contract.ts';
import type {
  BranchPoint,
  Eye,
  FilmAlternatives,
  FilmHead,
  FilmSource,
  FilmWhy,
  Findings,
  Result,
  TurningMarks,
} from './contract.ts';

/** What the page asks of a film's worker. Each request is answered once, under its number. */
export type FilmRequest =
  /** `runs`: whoever asks runs the game, or has been shown everything by whoever does. */
  | { readonly ask: 'open'; readonly source: FilmSource; readonly runs?: boolean }
  | { readonly ask: 'look'; readonly position: number; readonly eye: Eye }
  /** What the eyes that looked last believe of the others there. */
  | { readonly ask: 'beliefs' }
  | { readonly ask: 'turning' }
  | { readonly ask: 'alternatives'; readonly position: number }
  | { readonly ask: 'happened' }
  | { readonly ask: 'run'; readonly point: BranchPoint; readonly run: number }
  | { readonly ask: 'branch-game'; readonly point: BranchPoint; readonly run: number }
  | { readonly ask: 'take-over'; readonly point: BranchPoint; readonly seat: SeatId }
  | { readonly ask: 'findings'; readonly results: readonly Result[] }
  | { readonly ask: 'text' }
  | {
      readonly ask: 'appraise';
      readonly undertakings: readonly Undertaking[];
      readonly parties: readonly DelegationId[];
      readonly open: boolean;
    }
  | { readonly ask: 'appraise-text'; readonly text: Text }
  | { readonly ask: 'analysis' };

/** By request: what the answer is. */
export interface FilmAnswers {
  readonly open: FilmHead | LoadFault;
  /** `undefined` where these eyes may not look, or there is no such place. */
  readonly look: FilmSight | undefined;
  readonly beliefs: readonly (Belief | null)[];
  readonly turning: TurningMarks;
  readonly alternatives: FilmAlternatives;
  readonly happened: Result | undefined;
  readonly run: { readonly result?: Result; readonly refusal?: Refusal };
  readonly 'branch-game': string | undefined;
  readonly 'take-over': string | undefined;
  readonly findings: Findings | undefined;
  readonly text: string;
  readonly appraise: PackageAppraisal | undefined;
  readonly 'appraise-text': TextAppraisal | undefined;
  readonly analysis: TableAnalysis | undefined;
}

/** A place of the film as one pair of eyes sees it. Of the log only what differs from the one sent before. */
export interface FilmSight {
  readonly position: number;
  readonly eye: Eye;
  readonly view: Omit<View, 'log'>;
  readonly log: { readonly keep: number; readonly add: readonly Chapter[] };
  readonly happening: readonly Event[];
  /** Absent where the move had no reasons, and where nobody may see everything. */
  readonly why?: FilmWhy;
}

export interface FilmAsked {
  readonly number: number;
  readonly request: FilmRequest;
}

export type FilmTold =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failed: string };
