import { createContext, use } from 'react';
import type { Session } from '../../session/index.ts';

/** The session outside of the film: what is played on is opened there. */
const HomeContext = createContext<Session | undefined>(undefined);
export const HomeProvider = HomeContext;

export const useHome = (): Session => {
  const session = use(HomeContext);
  if (session === undefined) throw new Error('a film is shown inside the app');
  return session;
};
