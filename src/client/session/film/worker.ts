/// <reference lib="webworker" />
import { openStorage } from '../storage.ts';
import { FilmDesk } from './desk.ts';
import type { FilmAsked, FilmTold } from './wire.ts';

/** The thin shell: messages in and out, and the browser's storage. Everything else is the desk's. */
const tell = (told: FilmTold): void => {
  self.postMessage(told);
};

const desk = new FilmDesk(() => openStorage());

self.addEventListener('message', (message: MessageEvent<FilmAsked>) => {
  const { number, request } = message.data;
  desk.answer(request).then(
    (answer) => tell({ number, answer }),
    (error: unknown) => tell({ number, failed: error instanceof Error ? error.message : String(error) }),
  );
});
