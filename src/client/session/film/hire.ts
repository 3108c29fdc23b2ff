import type { FilmWorker } from './line.ts';

/** A worker for a film, or for branches of one. */
export const hireFilmWorker = (): FilmWorker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
