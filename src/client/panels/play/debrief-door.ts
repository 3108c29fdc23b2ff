import { createContext, useContext } from 'react';

/** The way from the end of a game to its debrief, and whether the others' cards have been turned over. */
export interface DebriefDoor {
  readonly open: (short: boolean) => void;
  readonly revealed: boolean;
  /** Turns the cards over; absent where that is somebody else's to do. */
  readonly reveal: (() => void) | undefined;
}

const DoorContext = createContext<DebriefDoor | undefined>(undefined);
export const DebriefDoorProvider = DoorContext.Provider;

/** Throws outside of a game: a fault of ours. */
export const useDebriefDoor = (): DebriefDoor => {
  const door = useContext(DoorContext);
  if (door === undefined) throw new Error('the debrief is entered from a game');
  return door;
};
