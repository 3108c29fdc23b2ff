/// <reference lib="webworker" />
import { estimate } from './estimates.ts';
import type { EstimateAsked, EstimateTold } from './estimator.ts';
import type { Scenario } from '../../../engine/seat.ts';

/** The thin shell: it keeps the scenario, which is large and never changes, and answers under numbers. */
let scenario: Scenario | undefined;

const tell = (told: EstimateTold): void => {
  self.postMessage(told);
};

self.addEventListener('message', (message: MessageEvent<EstimateAsked>) => {
  const { number, request } = message.data;
  if (request.ask === 'scenario') {
    scenario = request.scenario;
    return;
  }
  try {
    if (scenario === undefined) throw new Error('no scenario yet');
    tell({ number, answer: estimate({ ...request, scenario }) });
  } catch (error) {
    tell({ number, failed: error instanceof Error ? error.message : String(error) });
  }
});
