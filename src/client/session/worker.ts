/// <reference lib="webworker" />
import { Desk } from './desk.ts';
import { openStorage } from './storage.ts';
import type { Asked, Told } from './wire.ts';

/** The thin shell: messages in and out, the browser's storage and clock. Everything else is the desk's. */
const tell = (told: Told): void => {
  self.postMessage(told);
};

const desk = new Desk({
  storage: openStorage(),
  now: () => Date.now(),
  newId: () =>
    [...crypto.getRandomValues(new Uint8Array(12))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(''),
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  tell,
  report: (error) => console.error(error),
});

self.addEventListener('message', (message: MessageEvent<Asked>) => {
  const { number, request } = message.data;
  desk.answer(request).then(
    (answer) => tell({ tell: 'answer', number, answer }),
    (error: unknown) =>
      tell({ tell: 'failed', number, message: error instanceof Error ? error.message : String(error) }),
  );
});
