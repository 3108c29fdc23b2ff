import type { Plane } from '../../../analysis/debrief/index.ts';
import type { DelegationId } from '../../../engine/seat.ts';
import type { Figures, KeptFile, Making, TakeAway, Told } from './contract.ts';

/** What the page asks of the debrief's worker; each is answered once, under its number. */
export type DebriefAsk =
  | { readonly ask: 'figures'; readonly text: string }
  | { readonly ask: 'plane'; readonly first: DelegationId; readonly second: DelegationId }
  | { readonly ask: 'keep'; readonly wanted: TakeAway; readonly told: Told };

/** By request: what the answer is; `undefined` where there is nothing to work on. */
export interface DebriefAnswers {
  readonly figures: Figures | undefined;
  readonly plane: Plane | undefined;
  readonly keep: KeptFile | undefined;
}

export interface DebriefAsked {
  readonly number: number;
  readonly request: DebriefAsk;
}

export type DebriefTold =
  | { readonly tell: 'making'; readonly making: Making }
  | { readonly tell: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly tell: 'failed'; readonly number: number; readonly message: string };
