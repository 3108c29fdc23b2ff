import type { DelegationId, Dice, Move, OfferId, Reason, Scenario, SeatId, View } from '../engine/seat.ts';
import type { Act, Agent } from './agent.ts';

/** A move of an AI seat, with the reason that is kept for the debrief. */
export interface Conducted extends Move {
  readonly because: readonly Reason[];
}

export interface Conductor {
  /** The next move by machine; `undefined` while the table waits for people, and when the game has closed. */
  readonly next: () => Conducted | undefined;
  /** Which AI seat would move next, without moving it; `undefined` while the table waits for people. */
  readonly turn: () => SeatId | undefined;
  /** A move was refused: an offer that cannot be taken is declined, else this seat is not asked again in this phase. */
  readonly refused: (move: Move) => void;
}

export interface Company {
  readonly scenario: Scenario;
  /** AI players by seat, the Chair included. */
  readonly seats: ReadonlyMap<SeatId, Agent>;
  /** Delegations played by people. */
  readonly people: readonly DelegationId[];
  readonly viewOf: (seat: SeatId) => View;
  /** Keyed chance for one seat. */
  readonly diceOf: (seat: SeatId) => Dice;
}

/** Moves one AI seat may make in one phase, `done` aside: whatever happens, a phase ends. */
const MOST_MOVES = 24;

/**
 * An offer that the rules refuse to let anybody take, often for reasons only the other side knows, is declined. What would help is left
 * open, for it is not known.
 */
const declining = (seat: SeatId, offer: OfferId, because: readonly Reason[]): Conducted => ({
  seat,
  command: { kind: 'decline', offer, because, wouldChange: [] },
  because,
});

/**
 * Instead of a counter-offer that the rules refuse: what one gains by is taken as it was offered, all else is declined for what the
 * counter-offer was made for.
 */
const answering = (seat: SeatId, offer: OfferId, because: readonly Reason[]): Conducted =>
  because.some(({ code }) => code === 'gains')
    ? { seat, command: { kind: 'accept', offer, because }, because }
    : declining(seat, offer, because);

/** How far a phase has come: whom it is for next, and who has said how much in it. */
interface Round {
  readonly phase: string;
  /** Place of the delegation that is next, among those played by machine. */
  next: number;
  readonly moves: Map<SeatId, number>;
  readonly silenced: Set<SeatId>;
}

/** Who moves next, and what making that move leads to. */
interface Due {
  readonly seat: SeatId;
  readonly move: () => Conducted;
}

/** Leads AI players through a game: one at a time, in turn, and the Chair last. */
export const conduct = (company: Company): Conductor => {
  const { scenario, seats, people, viewOf, diceOf } = company;
  const order = scenario.delegations.map((delegation) => delegation.id).filter((id) => seats.has(id));
  const instead: Conducted[] = [];
  let round: Round = { phase: '', next: 0, moves: new Map(), silenced: new Set() };
  let opened: { readonly view: View; readonly act: Act | undefined } | undefined;

  /** The round of this moment: a new one begins with every phase and every text. */
  const roundAt = (view: View): Round => {
    const phase = `${view.session}/${view.phase}/${view.tried.length}`;
    if (phase === round.phase) return round;
    const next =
      (view.session * 5 + scenario.delegations.length - 1) % Math.max(1, scenario.delegations.length);
    return { phase, next, moves: new Map(), silenced: new Set() };
  };

  const mayMove = ({ moves, silenced }: Round, seat: SeatId): boolean =>
    !silenced.has(seat) && (moves.get(seat) ?? 0) < MOST_MOVES;

  const made = ({ moves }: Round, seat: SeatId, { command, because }: Act): Conducted => {
    moves.set(seat, (moves.get(seat) ?? 0) + 1);
    return { seat, command, because };
  };

  /** What the Chair would open with. Whoever asks whose turn it is asks for this too, so it is worked out once for one view. */
  const opening = (view: View): Act | undefined => {
    if (opened?.view !== view) opened = { view, act: seats.get('chair')?.act(view, diceOf('chair')) };
    return opened.act;
  };

  const delegationIn = (now: Round, view: View): Due | undefined => {
    for (let step = 0; step < order.length; step += 1) {
      const seat = order[(now.next + step) % order.length];
      if (seat === undefined || view.done.includes(seat)) continue;
      const move = (): Conducted => {
        now.next = (now.next + step + 1) % order.length;
        const act = mayMove(now, seat) ? seats.get(seat)?.act(viewOf(seat), diceOf(seat)) : undefined;
        return act === undefined
          ? { seat, command: { kind: 'done' }, because: [{ code: 'routine' }] }
          : made(now, seat, act);
      };
      return { seat, move };
    }
    return undefined;
  };

  const waitsFor = (view: View): boolean =>
    people.some(
      (person) => !view.done.includes(person) && !(view.decision?.answered.includes(person) ?? false),
    );

  /** Who is next. Changes nothing: only its `move` does. */
  const due = (now: Round, view: View): Due | undefined => {
    const [other] = instead;
    if (other !== undefined && view.phase === 'corridor') return { seat: other.seat, move: () => other };
    const opens = view.decision === undefined && mayMove(now, 'chair') ? opening(view) : undefined;
    if (opens !== undefined) return { seat: 'chair', move: () => made(now, 'chair', opens) };
    const delegation = delegationIn(now, view);
    if (delegation !== undefined) return delegation;
    if (waitsFor(view) || !seats.has('chair')) return undefined;
    const kind = view.decision === undefined ? 'advance' : 'gavel';
    return {
      seat: 'chair',
      move: () => ({ seat: 'chair', command: { kind }, because: [{ code: 'routine' }] }),
    };
  };

  return {
    turn: () => {
      const view = viewOf('chair');
      if (view.status === 'closed') return undefined;
      return due(roundAt(view), view)?.seat;
    },
    refused: ({ seat, command }) => {
      if (command.kind === 'accept')
        instead.push(declining(seat, command.offer, [{ code: 'no-longer-possible' }]));
      else if (command.kind === 'offer' && command.answers !== undefined)
        instead.push(answering(seat, command.answers, command.because));
      else round.silenced.add(seat);
    },
    next: () => {
      const view = viewOf('chair');
      if (view.status === 'closed') return undefined;
      round = roundAt(view);
      const next = due(round, view);
      instead.shift();
      return next?.move();
    },
  };
};
