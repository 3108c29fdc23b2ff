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

/** What the exact analysis says of a game, at the moment of decision. */
export interface Judged {
  readonly feasible: boolean;
  /** With all that was traded beside the text: can be more than 1. */
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
  const { outcome, mandates } = game.last;
  const gains = (outcome?.seats ?? []).map((seat) => seat.utility - seat.walkAway);
  const utilities = mandates.map((mandate, place) => mandate.reservation + (gains[place] ?? 0));
  const verdict = judge(problemOf(scenario, mandates), utilities);
  const textGains = mandates.map(
    (mandate, place) => (outcome?.seats[place]?.parts.text ?? mandate.reservation) - mandate.reservation,
  );
  const gavel = atGavel(game);
  const bound = (outcome?.seats ?? []).map((seat, place) => seat.bound && machine(place));
  return {
    feasible: verdict.feasible > 0,
    nashShare: verdict.nashShare ?? 0,
    textShare: verdict.nash === undefined ? 0 : nashShare(textGains, verdict.nash.gains),
    paretoDistance: verdict.paretoDistance ?? 0,
    belowReservation: bound.filter((is, place) => {
      const mandate = gavel.mandates[place];
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

/** The instructions by which the text was judged, and who was not for it: the world may send others between the gavel and the end of the session. */
const atGavel = ({
  table,
  moves,
  last,
}: PlayedGame): { readonly mandates: readonly Mandate[]; readonly against: ReadonlySet<DelegationId> } => {
  let state = open(table);
  for (const { events } of moves)
    for (const event of events) {
      state = evolve(table, state, event);
      if (event.kind === 'decided' && event.adopted && event.amendment === undefined)
        return {
          mandates: state.mandates,
          against: new Set(
            event.answers.flatMap(({ by, answer }) => (answer === 'yes' || answer === 'join' ? [] : [by])),
          ),
        };
    }
  return { mandates: last.mandates, against: new Set() };
};
