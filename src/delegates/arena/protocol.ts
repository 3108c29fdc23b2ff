import { chanceOf } from './chance.ts';
import type { Action, Offered, Strategy } from './negotiator.ts';
import type { ArenaTable } from './table.ts';

/** How a negotiation ended. */
export interface Ending {
  /** An outcome by number; `undefined` for none. */
  readonly agreement: number | undefined;
  /** Rounds begun, 1 to the deadline. */
  readonly rounds: number;
}

/**
 * Stacked alternating offers (Aydoğan, Festen, Hindriks, Jonker 2017): parties act in the order of their seats, one action each a
 * round. Whoever acts accepts the offer on the table or puts another in its place; it is agreed when all others have accepted it.
 * Ends without agreement when somebody leaves or the rounds are over.
 *
 * @param strategies By seat. @param rounds 1 or more. @param watch Sees every action.
 */
export const negotiate = (
  table: ArenaTable,
  strategies: readonly Strategy[],
  rounds: number,
  seed: string,
  watch: (seat: number, action: Action) => void = () => undefined,
): Ending => {
  const parties = strategies.length;
  const seats = strategies.map((strategy, seat) =>
    strategy({
      outcomes: table.outcomes,
      mine: table.utilities[seat] ?? new Float64Array(table.outcomes.count),
      order: table.orders[seat] ?? new Uint32Array(table.outcomes.count),
      reservation: table.reservations[seat] ?? 0,
      seat,
      parties,
      rounds,
      chance: chanceOf(`${seed}/seat/${seat}`),
    }),
  );
  let standing: Offered | undefined;
  let accepted = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [seat, negotiator] of seats.entries()) {
      const action = negotiator.act(round, standing);
      watch(seat, action);
      switch (action.kind) {
        case 'leave':
          return { agreement: undefined, rounds: round + 1 };
        case 'accept':
          // Nothing stands to be accepted at the very start: that is silence.
          if (standing === undefined) break;
          accepted += 1;
          if (accepted === parties - 1) return { agreement: standing.outcome, rounds: round + 1 };
          break;
        case 'offer':
          standing = { by: seat, outcome: action.outcome };
          accepted = 0;
          for (const [other, listener] of seats.entries()) if (other !== seat) listener.hear(standing);
      }
    }
  }
  return { agreement: undefined, rounds };
};
