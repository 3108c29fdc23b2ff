import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Film, FilmHead, FilmScreen } from '../../session/film/index.ts';

const FilmContext = createContext<Film | undefined>(undefined);
export const FilmProvider = FilmContext;

/** Throws outside of a film: a fault of ours. */
export const useFilm = (): Film => {
  const film = use(FilmContext);
  if (film === undefined) throw new Error('this stands inside a film');
  return film;
};

/** A selection of the film's store; it must return what is in the store, not a new object. */
export const useFilmScreen = <T,>(select: (screen: FilmScreen) => T): T => useStore(useFilm().film, select);

/** Throws before the film is open: what needs it is shown only then. */
export const useHead = (): FilmHead => {
  const head = useFilmScreen((screen) => screen.head);
  if (head === undefined) throw new Error('the film is not open yet');
  return head;
};
