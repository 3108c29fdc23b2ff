import type { DelegationId, Scenario, Text, Undertaking, View } from '../../../engine/seat.ts';
import type { Belief, PackageAppraisal, TableAnalysis, TextAppraisal } from '../contract.ts';
import type { EstimateAnswers, EstimateRequest } from './estimates.ts';

type Without<R, K extends string> = R extends unknown ? Omit<R, K> : never;

export interface EstimateAsked {
  readonly number: number;
  readonly request:
    | Without<EstimateRequest, 'scenario'>
    | { readonly ask: 'scenario'; readonly scenario: Scenario };
}

export type EstimateTold =
  | { readonly number: number; readonly answer: EstimateAnswers[EstimateRequest['ask']] }
  | { readonly number: number; readonly failed: string };

/** What the estimator needs of a worker; `Worker` has it. */
export interface EstimateFar {
  readonly postMessage: (asked: EstimateAsked) => void;
  readonly terminate: () => void;
  readonly addEventListener: {
    (type: 'message', heard: (message: MessageEvent<EstimateTold>) => void): void;
    (type: 'error', heard: (event: ErrorEvent) => void): void;
  };
}

/** Estimates for a seat whose game runs elsewhere: only the scenario and what the seat sees are needed for them. */
export interface Estimator {
  readonly take: (scenario: Scenario) => void;
  /** Of several views that come while one is being thought about, only the latest is. `undefined`: another came after it. */
  readonly believe: (view: View) => Promise<readonly (Belief | null)[] | undefined>;
  readonly appraise: (
    view: View,
    undertakings: readonly Undertaking[],
    parties: readonly DelegationId[],
    open: boolean,
  ) => Promise<PackageAppraisal>;
  readonly appraiseText: (view: View, text: Text) => Promise<TextAppraisal>;
  readonly analyse: (view: View) => Promise<TableAnalysis | undefined>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export const openEstimator = (hire: () => EstimateFar): Estimator => {
  let far: EstimateFar | undefined;
  let scenario: Scenario | undefined;
  let number = 0;
  const waiting = new Map<number, Waiting>();
  let thinking: Promise<unknown> = Promise.resolve();
  let latest: View | undefined;

  const lose = (why: string): void => {
    far?.terminate();
    far = undefined;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new Error(why));
  };
  const worker = (): EstimateFar => {
    if (far !== undefined) return far;
    const fresh = hire();
    fresh.addEventListener('message', ({ data }) => {
      const waiter = waiting.get(data.number);
      waiting.delete(data.number);
      if ('failed' in data) waiter?.reject(new Error(data.failed));
      else waiter?.resolve(data.answer as never);
    });
    fresh.addEventListener('error', ({ message }) => {
      if (far === fresh) lose(message || 'the worker could not be loaded');
    });
    if (scenario !== undefined) fresh.postMessage({ number: 0, request: { ask: 'scenario', scenario } });
    far = fresh;
    return fresh;
  };
  const ask = <A>(request: Without<EstimateRequest, 'scenario'>): Promise<A> =>
    new Promise<A>((resolve, reject) => {
      number += 1;
      waiting.set(number, { resolve, reject });
      worker().postMessage({ number, request });
    });

  return {
    take: (taken) => {
      if (taken === scenario) return;
      scenario = taken;
      far?.postMessage({ number: 0, request: { ask: 'scenario', scenario: taken } });
    },
    believe: async (view) => {
      latest = view;
      const before = thinking;
      const mine = (async () => {
        await before;
        return latest === view ? ask<readonly (Belief | null)[]>({ ask: 'believe', view }) : undefined;
      })();
      // Whoever comes next waits, whatever becomes of this one.
      thinking = mine.catch(() => undefined);
      return mine;
    },
    appraise: (view, undertakings, parties, open) =>
      ask({ ask: 'appraise', view, undertakings, parties, open }),
    analyse: (view) => ask({ ask: 'analyse', view }),
    appraiseText: (view, text) => ask({ ask: 'appraise-text', view, text }),
    close: () => lose('closed'),
  };
};
