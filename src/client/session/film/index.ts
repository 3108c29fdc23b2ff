/** Films of games: any place of a game on the same table and panels, and what would have become of it otherwise. */
export type * from './contract.ts';
export { SPEEDS } from './contract.ts';
export { handover, type Handover } from '../../../delegates/index.ts';
export { tellingOf } from './beat.ts';
export { openFilm, type FilmStart } from './film.ts';
export type { FilmWorker } from './line.ts';
