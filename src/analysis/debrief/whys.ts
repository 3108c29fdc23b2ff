import {
  open,
  type Event,
  type EventKind,
  type Move,
  type Offer,
  type OfferId,
  type Phase,
  type Reason,
  type SeatId,
} from '../../engine/index.ts';
import type { MadeMove, PastGame } from '../branches/index.ts';

/** An AI player's act, with the reasons that it had and kept to itself. */
export interface Why {
  /** Index of the move. */
  readonly at: number;
  /** When it was made. */
  readonly session: number;
  readonly phase: Phase;
  readonly seat: SeatId;
  /** What says the act: of what came of the move, what was done by it. At least one. */
  readonly events: readonly Event[];
  /** At least one. */
  readonly because: readonly Reason[];
  /** The offer that was answered or taken back: the events only name it. */
  readonly offer?: Offer;
  /** Of an answer to a text: index of the move by which that text was decided. */
  readonly decided?: number;
}

/** The events in which an act is told, by its command; none for what is of no account: closing a folder, the gavel, repairs at home. */
const toldBy = ({ command }: Move): readonly EventKind[] => {
  switch (command.kind) {
    case 'respond':
      return ['responded'];
    case 'track':
      return ['track-step', 'point-agreed'];
    case 'calm':
      return ['calmed'];
    case 'interview':
      return ['interviewed'];
    case 'leak':
      return ['leaked'];
    case 'flexibility':
      return ['flexed'];
    case 'operate':
      return ['operation-ordered'];
    case 'speak':
      return ['spoke'];
    case 'position':
      return ['position-taken'];
    case 'amend':
      return ['amended'];
    case 'sponsor':
      return ['sponsored'];
    case 'point-of-order':
      return ['point-of-order'];
    case 'report':
      return ['group-reported'];
    case 'offer':
      return ['offered'];
    case 'accept':
      return ['offer-accepted', 'deal-struck'];
    case 'decline':
      return ['offer-declined'];
    case 'withdraw':
      return ['offer-withdrawn'];
    case 'perform':
      return ['deed-done'];
    case 'answer':
      return ['answered'];
    case 'sign':
      return ['signed'];
    case 'explain':
      return ['explained'];
    case 'group':
      return ['group-formed'];
    case 'draft':
      return ['draft-issued'];
    case 'put':
      return ['text-put'];
    case 'done':
    case 'warn':
    case 'mend':
    case 'reply':
    case 'agenda':
    case 'gavel':
    case 'advance':
    case 'intervene':
      return [];
  }
};

/** The reasons of a move that say something; none of a person's, and none where it was only what is usual. */
export const reasonsOf = ({ move, because }: Pick<MadeMove, 'move' | 'because'>): readonly Reason[] =>
  toldBy(move).length === 0 ? [] : because.filter(({ code }) => code !== 'routine');

/** The offer that events answer or take back. */
const offerIn = (events: readonly Event[]): OfferId | undefined => {
  for (const event of events)
    if (
      event.kind === 'offer-accepted' ||
      event.kind === 'offer-declined' ||
      event.kind === 'offer-withdrawn'
    )
      return event.offer;
  return undefined;
};

/** Every act of a game's AI players that had a reason, in order. A game without recorded reasons has none. */
export const whysOf = ({ table, moves }: PastGame): readonly Why[] => {
  const whys: Why[] = [];
  let { session, phase } = open(table);
  const offers = new Map<OfferId, Offer>();
  /** Where in the list the answers to the text stand that is before the room. */
  let answers: number[] = [];
  for (const [at, made] of moves.entries()) {
    const kinds = toldBy(made.move);
    const because = reasonsOf(made);
    const told = made.events.filter(({ kind }) => kinds.includes(kind));
    if (because.length > 0 && told.length > 0) {
      if (made.move.command.kind === 'answer') answers.push(whys.length);
      const id = offerIn(told);
      const offer = id === undefined ? undefined : offers.get(id);
      const act = { at, session, phase, seat: made.move.seat, events: told, because };
      whys.push(offer === undefined ? act : { ...act, offer });
    }
    for (const event of made.events) {
      if (event.kind === 'offered') offers.set(event.offer.id, event.offer);
      if (event.kind === 'phase-opened') ({ session, phase } = event);
      if (event.kind !== 'decided') continue;
      for (const place of answers) {
        const answer = whys[place];
        if (answer !== undefined) whys[place] = { ...answer, decided: at };
      }
      answers = [];
    }
  }
  return whys;
};
