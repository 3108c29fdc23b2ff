import { createContext, useContext } from 'react';
import type { DelegationId, Scenario, SeatId, View } from '../../../engine/seat.ts';
import { d } from '../../i18n/debrief.ts';
import type { Names } from '../../i18n/names.ts';
import type { DebriefRoom, Figures, Reflection, Trials } from '../../session/index.ts';

/** What every part of the debrief reaches. */
export interface Debriefed {
  readonly scenario: Scenario;
  readonly names: Names;
  readonly view: View;
  readonly room: DebriefRoom;
  /** Who can say something here: those who played at this screen. */
  readonly people: readonly SeatId[];
  /** Their delegations. */
  readonly mine: readonly DelegationId[];
  readonly reflections: readonly Reflection[];
  readonly reflect: (reflection: Reflection) => void;
  /** Whether the cards have been turned over: others' worths and the truth may be seen. */
  readonly revealed: boolean;
  /** Turns the cards over; absent where somebody else does that for all. */
  readonly reveal: (() => void) | undefined;
  /** What a room has played otherwise, together. */
  readonly trials: Trials | undefined;
  /** Opens the game as it was at a move, where there is something to show it with. */
  readonly replayAt: ((move: number) => void) | undefined;
  /** Asks what would have been otherwise at a move. */
  readonly branchAt: ((move: number) => void) | undefined;
}

const DebriefContext = createContext<Debriefed | undefined>(undefined);
export const DebriefProvider = DebriefContext.Provider;

/** Throws outside of a debrief: a fault of ours. */
export const useDebrief = (): Debriefed => {
  const found = useContext(DebriefContext);
  if (found === undefined) throw new Error('this belongs to a debrief');
  return found;
};

const FiguresContext = createContext<Figures | undefined>(undefined);
export const FiguresProvider = FiguresContext.Provider;

/** Throws where there are no figures; what needs them is shown only then. */
export const useFigures = (): Figures => {
  const found = useContext(FiguresContext);
  if (found === undefined) throw new Error('the figures are not there yet');
  return found;
};

/** The figures, where they are ready. */
export const useReadyFigures = (): Figures | undefined => useContext(FiguresContext);

/** What whoever plays there is called. */
export const seatName = (names: Names, seat: SeatId): string => {
  if (seat === 'chair') return d('seat_chair');
  return seat === 'observer' ? d('seat_observer') : names.delegation(seat);
};

/** What one person has said so far. */
export const saidBy = (reflections: readonly Reflection[], seat: SeatId): Reflection =>
  reflections.find((one) => one.seat === seat) ?? { seat };
