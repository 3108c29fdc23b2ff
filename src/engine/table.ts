import type { DelegationId, IncidentId } from './ids.ts';
import type { Scenario } from './scenario.ts';
import type { Origin } from './vocabulary.ts';

/** What a game is played from: its scenario and its seed. The seed is the host's secret. */
export interface Table {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Turns of the world that are given, not drawn: only in branches of a finished game. */
  readonly fates?: readonly Fate[];
}

/** One turn of the world's chance, otherwise than the seed has it. All other draws stay as they are. */
export type Fate =
  /** The incident does not come in this session (index). */
  | { readonly kind: 'spared'; readonly incident: IncidentId; readonly session: number }
  /** Somebody else was behind the incident. `culprit` is absent for accident and criminals. */
  | {
      readonly kind: 'origin';
      readonly incident: IncidentId;
      readonly origin: Origin;
      readonly culprit?: DelegationId;
    };

export const lay = (scenario: Scenario, seed: string): Table => ({ scenario, seed });
