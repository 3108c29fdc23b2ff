import { evolve } from './evolve.ts';
import type { Event, TensionCause, TrustCause } from './event.ts';
import type { DelegationId } from './ids.ts';
import { placeOf } from './lookup.ts';
import type { State } from './state.ts';
import type { Table } from './table.ts';
import { tensionAfter } from './tension.ts';

/** What is being decided: events so far, and the state they lead to, for rules whose second step depends on the first. */
export class Minutes {
  readonly table: Table;
  readonly #events: Event[] = [];
  #state: State;

  constructor(table: Table, start: State) {
    this.table = table;
    this.#state = start;
  }

  get events(): readonly Event[] {
    return this.#events;
  }

  get state(): State {
    return this.#state;
  }

  note(event: Event): void {
    this.#events.push(event);
    this.#state = evolve(this.table, this.#state, event);
  }
}

export const takeMinutes = (table: Table, start: State): Minutes => new Minutes(table, start);

/** Moves tension, within the ladder and at most by what the session still allows upwards. Notes nothing if nothing moves. */
export const moveTension = (minutes: Minutes, by: number, why: TensionCause): void => {
  const { state, table } = minutes;
  const to = tensionAfter(table.scenario.tension, state, by);
  if (to !== state.tension) minutes.note({ kind: 'tension-moved', by: to - state.tension, to, why });
};

/** Moves how far `from` trusts `to`, within 0 and 100. */
export const moveTrust = (
  minutes: Minutes,
  from: DelegationId,
  to: DelegationId,
  by: number,
  why: TrustCause,
): void => {
  if (from === to) return;
  const { scenario } = minutes.table;
  const now =
    minutes.state.trust[placeOf(scenario, 'delegation', from)]?.[placeOf(scenario, 'delegation', to)] ?? 50;
  const bounded = Math.max(0, Math.min(100, now + by)) - now;
  if (bounded !== 0) minutes.note({ kind: 'trust-moved', from, to, by: bounded, why });
};
