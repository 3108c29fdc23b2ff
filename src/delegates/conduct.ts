import type { DelegationId, Dice, Move, OfferId, Reason, Scenario, SeatId, View } from '../engine/seat.ts';
import type { Agent } from './agent.ts';

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

/** Why a counter-offer was made, as a reason to decline: even of what one would take, more was asked. */
const wanting = ({ code }: Reason): Reason => ({ code: code === 'unbalanced' ? code : 'not-enough' });

/** Leads AI players through a game: one at a time, in turn, and the Chair last. */
export const conduct = (company: Company): Conductor => {
  const { scenario, seats, people, viewOf, diceOf } = company;
  let phase = '';
  let turn = 0;
  const moves = new Map<SeatId, number>();
  const silenced = new Set<SeatId>();
  const instead: Conducted[] = [];

  const ask = (seat: SeatId): Conducted | undefined => {
    const agent = seats.get(seat);
    if (agent === undefined || silenced.has(seat) || (moves.get(seat) ?? 0) >= MOST_MOVES) return undefined;
    const act = agent.act(viewOf(seat), diceOf(seat));
    if (act === undefined) return undefined;
    moves.set(seat, (moves.get(seat) ?? 0) + 1);
    return { seat, command: act.command, because: act.because };
  };

  const askDelegations = (view: View): Conducted | undefined => {
    const order = scenario.delegations.map((delegation) => delegation.id).filter((id) => seats.has(id));
    const start = turn;
    for (let step = 0; step < order.length; step += 1) {
      const seat = order[(start + step) % order.length];
      if (seat === undefined || view.done.includes(seat)) continue;
      turn = (start + step + 1) % order.length;
      return ask(seat) ?? { seat, command: { kind: 'done' }, because: [{ code: 'routine' }] };
    }
    return undefined;
  };

  const upcoming = (view: View): SeatId | undefined => {
    const order = scenario.delegations.map((delegation) => delegation.id).filter((id) => seats.has(id));
    for (let step = 0; step < order.length; step += 1) {
      const seat = order[(turn + step) % order.length];
      if (seat !== undefined && !view.done.includes(seat)) return seat;
    }
    return seats.has('chair') && !waitsFor(view) ? 'chair' : undefined;
  };

  const waitsFor = (view: View): boolean =>
    people.some(
      (person) => !view.done.includes(person) && !(view.decision?.answered.includes(person) ?? false),
    );

  return {
    turn: () => upcoming(viewOf('chair')),
    refused: ({ seat, command }) => {
      if (command.kind === 'accept')
        instead.push(declining(seat, command.offer, [{ code: 'no-longer-possible' }]));
      else if (command.kind === 'offer' && command.answers !== undefined)
        instead.push(declining(seat, command.answers, command.because.map(wanting)));
      else silenced.add(seat);
    },
    next: () => {
      const view = viewOf('chair');
      if (view.status === 'closed') return undefined;
      const now = `${view.session}/${view.phase}/${view.tried.length}`;
      if (now !== phase) {
        phase = now;
        moves.clear();
        silenced.clear();
        turn =
          (view.session * 5 + scenario.delegations.length - 1) % Math.max(1, scenario.delegations.length);
      }
      const other = instead.shift();
      if (other !== undefined && view.phase === 'corridor') return other;
      const opening = view.decision === undefined ? ask('chair') : undefined;
      if (opening !== undefined) return opening;
      const delegation = askDelegations(view);
      if (delegation !== undefined) return delegation;
      if (waitsFor(view) || !seats.has('chair')) return undefined;
      return view.decision === undefined
        ? { seat: 'chair', command: { kind: 'advance' }, because: [{ code: 'routine' }] }
        : { seat: 'chair', command: { kind: 'gavel' }, because: [{ code: 'routine' }] };
    },
  };
};
