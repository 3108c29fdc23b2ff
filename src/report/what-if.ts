import {
  counterfactual,
  struckAt,
  type Change,
  type Distribution,
  type PastGame,
  type Players,
} from '../analysis/branches/index.ts';
import type { DelegationId, IncidentId, OfferId, Outcome } from '../engine/index.ts';

/** What could have gone otherwise: an offer taken, a text not stopped, an incident that never came. */
type Turn =
  | { readonly kind: 'accept'; readonly by: DelegationId; readonly from: DelegationId }
  | { readonly kind: 'join'; readonly by: DelegationId }
  | { readonly kind: 'spared'; readonly incident: IncidentId };

/** One of them, and what AI players made of it. */
export interface WhatIf {
  readonly at: number;
  readonly session: number;
  readonly turn: Turn;
  readonly distribution: Distribution;
}

type Chance = Omit<WhatIf, 'distribution'> & { readonly change: Change };

/** Who stopped a text, and whose offers were declined, in order of time. */
const decisionsOf = ({ moves }: PastGame): { readonly stopped: Chance[]; readonly declined: Chance[] } => {
  const stopped: Chance[] = [];
  const declined: Chance[] = [];
  const offers = new Map<OfferId, DelegationId>();
  let session = 0;
  for (const [at, { move, events }] of moves.entries()) {
    const { command, seat: by } = move;
    if (by !== 'chair' && by !== 'observer' && by !== 'facilitator') {
      if (command.kind === 'answer' && (command.answer === 'object' || command.answer === 'no')) {
        const answer = command.answer === 'object' ? 'join' : 'yes';
        const other = { ...command, answer, articles: [] } as const;
        stopped.push({
          at,
          session,
          turn: { kind: 'join', by },
          change: { kind: 'instead', command: other },
        });
      }
      const from = command.kind === 'decline' ? offers.get(command.offer) : undefined;
      if (command.kind === 'decline' && from !== undefined) {
        const other = { kind: 'accept', offer: command.offer, because: [] } as const;
        const change = { kind: 'instead', command: other } as const;
        declined.push({ at, session, turn: { kind: 'accept', by, from }, change });
      }
    }
    for (const event of events) {
      if (event.kind === 'offered') offers.set(event.offer.id, event.offer.from);
      if (event.kind === 'phase-opened') session = event.session;
    }
  }
  return { stopped, declined };
};

/** Incidents that struck, in order of time. */
const incidentsOf = (game: PastGame, struck: readonly Struck[]): readonly Chance[] =>
  struck.flatMap(({ incident, session }) => {
    const at = struckAt(game, incident);
    const fate = { kind: 'spared', incident, session } as const;
    return at === undefined
      ? []
      : [{ at, session, turn: { kind: 'spared', incident }, change: { kind: 'fate', fate } } as const];
  });

/** An incident that came in a session. */
export interface Struck {
  readonly incident: IncidentId;
  readonly session: number;
}

/** A game with what it came to. */
export interface FinishedGame extends PastGame {
  readonly outcome: Outcome;
  readonly struck: readonly Struck[];
}

/** How many are shown at most, and tried for some that make a difference. */
export const MOST_SHOWN = 3;
const MOST_TRIED = 5;

/** Half a point: what differs by less is not worth a chart. */
const SMALL = 50;

/** Whether the branches came to much the same as what happened: then there is nothing to tell. */
const isAsBefore = ({ utilities, ends, games }: Distribution, before: Outcome): boolean =>
  ends[before.end] === games &&
  utilities.every(({ least, most }, place) => {
    const was = before.seats[place]?.utility ?? 0;
    return Math.abs(least - was) < SMALL && Math.abs(most - was) < SMALL;
  });

/**
 * Plays branches of a game: first the text that somebody stopped, then an incident that came, then offers that were declined.
 * What the rules would not have allowed is passed over, and so is what makes no difference.
 *
 * @param runs Games for each.
 * @param progress Told after each how many of how many games are played.
 */
export const whatIfs = (
  game: FinishedGame,
  players: Players,
  runs: number,
  progress: (played: number, of: number) => void,
): readonly WhatIf[] => {
  const found: WhatIf[] = [];
  if (runs < 1) return found;
  const { stopped, declined } = decisionsOf(game);
  const came = incidentsOf(game, game.struck);
  const first = [stopped[0], came[0]].filter((chance) => chance !== undefined);
  const chances = [...first, ...declined, ...came.slice(1), ...stopped.slice(1)].slice(0, MOST_TRIED);
  for (const [tried, { at, session, turn, change }] of chances.entries()) {
    if (found.length === MOST_SHOWN) break;
    const played = counterfactual(game, at, change, players, runs);
    progress((tried + 1) * runs, chances.length * runs);
    if (played.refusal !== undefined || played.distribution === undefined) continue;
    const { distribution } = played;
    if (!isAsBefore(distribution, game.outcome)) found.push({ at, session, turn, distribution });
  }
  return found;
};
