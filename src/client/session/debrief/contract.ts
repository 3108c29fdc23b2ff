import type { Believed, Cloud, Debrief, DebriefStep, Plane } from '../../../analysis/debrief/index.ts';
import type { DelegationId } from '../../../engine/seat.ts';
import type { Reader, Told } from '../../../report/index.ts';

export type {
  AttributionRecord,
  Believed,
  BelievedArticle,
  Causes,
  Cloud,
  Concession,
  Debrief,
  DebriefStep,
  Frontier,
  Landmark,
  LedgerLine,
  Misjudgement,
  NamedSpot,
  Plane,
  Shift,
  SolutionName,
  Spot,
  TurningPoint,
  Waypoint,
  Why,
} from '../../../analysis/debrief/index.ts';
export { FEARED } from '../../../analysis/debrief/feared.ts';
export { againstMandate } from '../../../analysis/debrief/judged.ts';
export { foremost, inFigures, saidAloud, unsaid, whysAt } from '../../../analysis/debrief/why-at.ts';
export type { Reader, Told, Trials } from '../../../report/index.ts';
export type { Blocking } from '../../../analysis/index.ts';

/** The figures of a game, ready to be shown. */
export interface Figures {
  readonly debrief: Debrief;
  readonly cloud: Cloud;
  /** What could be believed of each delegation, against the truth; absent where `covered`. Shown only when the cards lie open. */
  readonly believed?: readonly Believed[];
  /** Blocking groups of more delegations than this were not looked for. */
  readonly largestBlock: number;
  /** How long they took, milliseconds. */
  readonly took: number;
  /** Of a room whose cards lie covered: the server has cut them to what one seat may know. What a page makes itself is whole. */
  readonly covered?: true;
}

/** What is being made; `left` of `steps` to come. */
export interface Making {
  readonly step: FigureStep;
  readonly place: number;
  readonly of: number;
}

export type FigureStep = 'reading' | DebriefStep | 'cloud';

/** What can be taken away. */
export type TakeAway =
  | { readonly kind: 'report'; readonly reader: Reader }
  | { readonly kind: 'sheets'; readonly anonymous: boolean }
  | { readonly kind: 'statements'; readonly anonymous: boolean };

/** A file for whoever keeps it. */
export interface KeptFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Why there are no figures. */
export type FiguresFault =
  /** It takes everybody's cards, and they lie covered. */
  | { readonly fault: 'covered' }
  | { readonly fault: 'unreadable' }
  | { readonly fault: 'broken'; readonly message: string };

/**
 * Where a finished game is gone through: figures, questions asked later, files to keep. It works on a game file's text alone, so that a
 * game played here, one opened from a file and one of a classroom are gone through alike.
 */
export interface DebriefRoom {
  figures(making: (now: Making) => void): Promise<Figures | FiguresFault>;
  /** After the figures: what two delegations could have had. */
  plane(first: DelegationId, second: DelegationId): Promise<Plane | FiguresFault>;
  /** After the figures. `told`: what people have said by now, and what the room has played otherwise. */
  keep(wanted: TakeAway, told: Told): Promise<KeptFile | FiguresFault>;
  close(): void;
}
