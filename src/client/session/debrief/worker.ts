/// <reference lib="webworker" />
import type { DebriefAsk, DebriefAsked, DebriefTold } from './wire.ts';
import { DebriefWork } from './work.ts';

/** The thin shell: messages in and out, and the clock. */
const tell = (told: DebriefTold): void => {
  self.postMessage(told);
};

const work = new DebriefWork(() => performance.now());

const answer = (request: DebriefAsk): unknown => {
  switch (request.ask) {
    case 'figures':
      return work.figures(request.text, (making) => tell({ tell: 'making', making }));
    case 'plane':
      return work.plane(request.first, request.second);
    case 'keep':
      return work.keep(request.wanted, request.told);
  }
};

self.addEventListener('message', (message: MessageEvent<DebriefAsked>) => {
  const { number, request } = message.data;
  try {
    tell({ tell: 'answer', number, answer: answer(request) });
  } catch (error) {
    tell({ tell: 'failed', number, message: error instanceof Error ? error.message : String(error) });
  }
});
