import { covered, type Debrief } from '../../analysis/debrief/index.ts';
import type { Outcome, SeatId } from '../../engine/index.ts';
import type { Company } from '../ai/company.ts';
import type { Entry } from '../room/fact.ts';
import type { Room } from '../room/room.ts';
import { courseOf } from './record.ts';

/** A game is gone through once, however many ask. */
const made = new WeakMap<Outcome, Promise<Debrief | undefined>>();

/** The outcome of the room's own game; `undefined` while it is played. A branch's outcome is not the room's. */
const outcomeOf = (room: Room): Outcome | undefined => (room.main?.game ?? room.game).outcome;

/**
 * What a seat may know of a finished game while its cards lie covered, as the text of a file; `undefined` where there is nothing to
 * go through, or it could not be done. The work is done where the AI players are: it takes a second or two.
 */
export const coveredFigures = async (
  company: Company,
  room: Room,
  entries: readonly Entry[],
  seat: SeatId,
): Promise<string | undefined> => {
  const outcome = outcomeOf(room);
  if (outcome === undefined) return undefined;
  const { moves } = courseOf(entries);
  const known =
    made.get(outcome) ??
    company.goThrough({ room: room.code, text: room.text, seed: room.table.seed, moves });
  made.set(outcome, known);
  const debrief = await known;
  // Players that died over it may be asked once more.
  if (debrief === undefined) made.delete(outcome);
  return debrief === undefined ? undefined : JSON.stringify(covered(room.scenario, debrief, moves, seat));
};
