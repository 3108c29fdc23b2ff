import { judge, nashShare, problemOf } from '../analysis/index.ts';
import {
  appraise,
  breaches,
  evolve,
  open,
  worthOfText,
  type DelegationId,
  type Mandate,
} from '../engine/index.ts';
import type { PlayedGame } from './machines.ts';

/**
 * What the exact analysis says of a game, by the instructions delegations had when a text could last be put, of whoever signed when it signed:
 * what a capital says after the gavel no delegation could have gone by.
 */
export interface Judged {
  readonly feasible: boolean;
  /** With what was due on adoption: can be more than 1. 0 if no text was adopted. */
  readonly nashShare: number;
  /** Of what the text alone brings whoever is bound by it: 0 to 1; 0 too where what it costs somebody was made good beside it. */
  readonly textShare: number;
  readonly paretoDistance: number;
  readonly belowReservation: number;
  readonly redLinesCrossed: number;
}

/** `machine`: whether the delegation at a place is played by AI whose mistakes are counted. */
export const judged = (game: PlayedGame, machine: (place: number) => boolean): Judged => {
  const { scenario } = game.table;
  const { outcome } = game.last;
  const gavel = atGavel(game);
  const { mandates } = gavel;
  const textGains = mandates.map((mandate, place) =>
    outcome?.text !== undefined && outcome.seats[place]?.bound === true
      ? worthOfText(scenario, mandate, outcome.text) - mandate.reservation
      : 0,
  );
  // What came due on adoption is in the one and not in the other; what changed hands at once is in both.
  const gains = (outcome?.seats ?? []).map((seat, place) => {
    const reservation = game.last.mandates[place]?.reservation ?? 0;
    return (textGains[place] ?? 0) + seat.utility - seat.walkAway - (seat.parts.text - reservation);
  });
  const utilities = mandates.map((mandate, place) => mandate.reservation + (gains[place] ?? 0));
  const verdict = judge(problemOf(scenario, mandates), utilities);
  const bound = (outcome?.seats ?? []).map((seat, place) => seat.bound && machine(place));
  const adopted = outcome?.text !== undefined;
  return {
    feasible: verdict.feasible > 0,
    nashShare: adopted ? (verdict.nashShare ?? 0) : 0,
    textShare: adopted && verdict.nash !== undefined ? nashShare(textGains, verdict.nash.gains) : 0,
    paretoDistance: verdict.paretoDistance ?? 0,
    belowReservation: bound.filter((is, place) => {
      const mandate = mandates[place];
      const me = scenario.delegations[place]?.id;
      if (!is || mandate === undefined || me === undefined || outcome?.text === undefined) return false;
      // Whoever was against it and signed what was adopted all the same has paid by then, whether it signs or not.
      const paid = gavel.against.has(me)
        ? 0
        : appraise(scenario, mandate, me, game.last.carriedOut).onAdoption;
      return worthOfText(scenario, mandate, outcome.text) + paid < mandate.reservation;
    }).length,
    redLinesCrossed: bound.filter((is, place) => {
      const mandate = mandates[place];
      return (
        is &&
        mandate !== undefined &&
        outcome?.text !== undefined &&
        breaches(scenario, mandate, outcome.text).length > 0
      );
    }).length,
  };
};

interface Gavel {
  readonly mandates: readonly Mandate[];
  readonly against: ReadonlySet<DelegationId>;
}

/**
 * The instructions delegations had when a text was last decided on, or could last have been put, and who was not for what was adopted: capitals
 * may send others before the end. Whoever signs an adopted text goes by what it is told when it signs. Where no text could ever be put, the last instructions.
 */
const atGavel = ({ table, moves, last }: PlayedGame): Gavel => {
  let state = open(table);
  let gavel: Gavel = { mandates: last.mandates, against: new Set() };
  let adopted = false;
  for (const { events } of moves)
    for (const event of events) {
      state = evolve(table, state, event);
      if (event.kind === 'signed') {
        const place = table.scenario.delegations.findIndex(({ id }) => id === event.by);
        const told = state.mandates[place];
        if (told !== undefined) gavel = { ...gavel, mandates: gavel.mandates.with(place, told) };
      } else if (state.phase === 'decision' && !adopted) gavel = { ...gavel, mandates: state.mandates };
      if (event.kind !== 'decided' || event.amendment !== undefined || !event.adopted) continue;
      adopted = true;
      gavel = {
        mandates: state.mandates,
        against: new Set(
          event.answers.flatMap(({ by, answer }) => (answer === 'yes' || answer === 'join' ? [] : [by])),
        ),
      };
    }
  return gavel;
};
