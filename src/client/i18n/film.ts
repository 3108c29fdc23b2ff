import { film } from './en/film.ts';
import { catalogOf } from './index.ts';

/** A sentence about a film; its catalog is loaded with the film. */
export const f = catalogOf('film', film);
