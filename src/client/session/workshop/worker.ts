/// <reference lib="webworker" />
import { carriedOut } from './bench.ts';
import type { Ordered, Report } from './wire.ts';

/** The thin shell: orders in, reports out. */
const report = (said: Report): void => {
  self.postMessage(said);
};

self.addEventListener('message', (message: MessageEvent<Ordered>) => {
  const { number, order } = message.data;
  try {
    const done = carriedOut(order, (at, of) => report({ number, report: 'progress', at, of }));
    report({ number, report: 'done', done });
  } catch (error) {
    report({ number, report: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
