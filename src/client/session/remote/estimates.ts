import type { DelegationId, Scenario, Text, Undertaking, View } from '../../../engine/seat.ts';
import type { Belief, PackageAppraisal, TableAnalysis, TextAppraisal } from '../contract.ts';
import { beliefsIn, packageFigures, tableFigures, textFigures } from '../figures.ts';

/** What a seat of a room asks of its own worker: estimates, from the scenario and its own view alone. */
export type EstimateRequest =
  | { readonly ask: 'believe'; readonly scenario: Scenario; readonly view: View }
  | {
      readonly ask: 'appraise';
      readonly scenario: Scenario;
      readonly view: View;
      readonly undertakings: readonly Undertaking[];
      readonly parties: readonly DelegationId[];
      readonly open: boolean;
    }
  | { readonly ask: 'appraise-text'; readonly scenario: Scenario; readonly view: View; readonly text: Text }
  /** Of a game that has closed and been revealed. */
  | { readonly ask: 'analyse'; readonly scenario: Scenario; readonly view: View };

export interface EstimateAnswers {
  readonly believe: readonly (Belief | null)[];
  readonly appraise: PackageAppraisal;
  readonly 'appraise-text': TextAppraisal;
  readonly analyse: TableAnalysis | undefined;
}

export const estimate = (request: EstimateRequest): EstimateAnswers[EstimateRequest['ask']] => {
  const { scenario, view } = request;
  switch (request.ask) {
    case 'believe':
      return beliefsIn(scenario, view);
    case 'appraise':
      return packageFigures(scenario, view, request.undertakings, request.parties, request.open);
    case 'appraise-text':
      return textFigures(scenario, view, request.text);
    case 'analyse': {
      const { outcome, revealed } = view;
      return outcome === undefined || revealed === undefined
        ? undefined
        : tableFigures(scenario, { outcome, mandates: revealed.mandates });
    }
  }
};
