import {
  counterfactual,
  type Distribution,
  type PastGame,
  type Players,
} from '../../analysis/branches/index.ts';
import type { Command, DelegationId, OfferId, Outcome } from '../../engine/index.ts';

/** One decision that could have gone otherwise, and what AI players made of it. */
export type WhatIf = {
  readonly at: number;
  readonly session: number;
  readonly by: DelegationId;
  readonly distribution: Distribution;
} & ({ readonly kind: 'accept'; readonly from: DelegationId } | { readonly kind: 'join' });

interface Chance {
  readonly at: number;
  readonly session: number;
  readonly by: DelegationId;
  readonly command: Command;
  /** Whose offer was declined; none for a text that was stopped. */
  readonly from?: DelegationId;
}

/** Decisions worth asking about, most telling first: who stopped a text, then the offers that were declined. */
const chancesOf = ({ moves }: PastGame): readonly Chance[] => {
  const stopped: Chance[] = [];
  const declined: Chance[] = [];
  const offers = new Map<OfferId, DelegationId>();
  let session = 0;
  for (const [at, { move, events }] of moves.entries()) {
    const { command, seat } = move;
    if (seat !== 'chair' && seat !== 'observer') {
      if (command.kind === 'answer' && (command.answer === 'object' || command.answer === 'no')) {
        const answer = command.answer === 'object' ? 'join' : 'yes';
        stopped.push({ at, session, by: seat, command: { ...command, answer, articles: [] } });
      }
      const from = command.kind === 'decline' ? offers.get(command.offer) : undefined;
      if (command.kind === 'decline' && from !== undefined)
        declined.push({
          at,
          session,
          by: seat,
          from,
          command: { kind: 'accept', offer: command.offer, because: [] },
        });
    }
    for (const event of events) {
      if (event.kind === 'offered') offers.set(event.offer.id, event.offer.from);
      if (event.kind === 'phase-opened') session = event.session;
    }
  }
  return [...stopped.slice(0, 1), ...declined, ...stopped.slice(1)];
};

/** How many decisions are asked about at most. */
export const MOST_ASKED = 2;

/** How many are tried for some that make a difference. */
const MOST_TRIED = 6;

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
 * Plays branches from the most telling decisions of a game. An answer that the rules would not
 * have allowed is passed over, and so is one that makes no difference.
 *
 * @param runs Games for each decision.
 * @param progress Told after each game how many of how many are played.
 */
export const whatIfs = (
  game: PastGame & { readonly outcome?: Outcome },
  players: Players,
  runs: number,
  progress: (played: number, of: number) => void,
): readonly WhatIf[] => {
  const found: WhatIf[] = [];
  if (runs < 1) return found;
  let tried = 0;
  for (const { at, session, by, from, command } of chancesOf(game)) {
    if (found.length === MOST_ASKED || tried === MOST_TRIED) break;
    const played = counterfactual(game, at, { kind: 'instead', command }, players, runs);
    if (played.refusal !== undefined || played.distribution === undefined) continue;
    const { distribution } = played;
    tried += 1;
    if (game.outcome !== undefined && isAsBefore(distribution, game.outcome)) continue;
    progress((found.length + 1) * runs, MOST_ASKED * runs);
    found.push({
      at,
      session,
      by,
      distribution,
      ...(from === undefined ? { kind: 'join' } : { kind: 'accept', from }),
    });
  }
  return found;
};
