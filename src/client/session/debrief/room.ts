import type { DebriefRoom, FiguresFault, Making } from './contract.ts';
import type { DebriefAnswers, DebriefAsk, DebriefAsked, DebriefTold } from './wire.ts';

/** The far end: a worker, or what a test puts in its place. */
export interface FarDebrief {
  postMessage: (asked: DebriefAsked) => void;
  addEventListener: {
    (kind: 'message', heard: (message: { readonly data: DebriefTold }) => void): void;
    (kind: 'error', heard: (event: { readonly message?: string }) => void): void;
  };
  terminate: () => void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens a debrief of the game whose file's text `read` gives. The worker is hired when it is first needed, and does nothing but this: the
 * game itself goes on undisturbed, and is undisturbed by what breaks here.
 */
export const openDebrief = (read: () => Promise<string>, hire: () => FarDebrief): DebriefRoom => {
  const waiting = new Map<number, Waiting>();
  let far: FarDebrief | undefined;
  let asked = 0;
  let hear: ((making: Making) => void) | undefined;

  const broken = (message: string): void => {
    far?.terminate();
    far = undefined;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(new Error(message));
  };
  const hired = (): FarDebrief => {
    if (far !== undefined) return far;
    const fresh = hire();
    fresh.addEventListener('message', ({ data }) => {
      if (far !== fresh) return;
      if (data.tell === 'making') {
        hear?.(data.making);
        return;
      }
      const one = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.tell === 'answer') one?.resolve(data.answer);
      else one?.reject(new Error(data.message));
    });
    fresh.addEventListener('error', ({ message }) => {
      if (far === fresh) broken(message ?? '');
    });
    far = fresh;
    return fresh;
  };
  const ask = async <R extends DebriefAsk>(
    request: R,
  ): Promise<NonNullable<DebriefAnswers[R['ask']]> | FiguresFault> => {
    asked += 1;
    const number = asked;
    try {
      const answer = await new Promise<unknown>((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        hired().postMessage({ number, request });
      });
      // What a worker answers to a request is what its wire says.
      return (answer as DebriefAnswers[R['ask']]) ?? { fault: 'unreadable' };
    } catch (error) {
      return { fault: 'broken', message: error instanceof Error ? error.message : String(error) };
    }
  };

  return {
    figures: async (making) => {
      hear = making;
      return ask({ ask: 'figures', text: await read() });
    },
    plane: (first, second) => ask({ ask: 'plane', first, second }),
    keep: (wanted, told) => ask({ ask: 'keep', wanted, told }),
    close: () => broken('closed'),
  };
};
