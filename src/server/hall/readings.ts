import { fingerprint, type Scenario } from '../../engine/index.ts';
import { readScenario, type Reading } from '../../scenario/index.ts';

/** Scenarios whose reading is kept: rooms of one scenario share it, with all that the rules remember of it. */
const KEPT = 64;

/** Reads scenarios, each text once as long as it is in use. */
export class Readings {
  readonly #kept = new Map<string, { readonly text: string; readonly reading: Reading }>();

  #found(text: string): { readonly text: string; readonly reading: Reading } {
    const print = fingerprint(text);
    const known = this.#kept.get(print);
    const found = known?.text === text ? known : { text, reading: readScenario(text) };
    this.#kept.delete(print);
    this.#kept.set(print, found);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return found;
  }

  reading(text: string): Reading {
    return this.#found(text).reading;
  }

  /** A scenario that was checked before it came into a room, with the one copy of its text. */
  readonly room = (wanted: string): { readonly scenario: Scenario; readonly text: string } => {
    const { text, reading } = this.#found(wanted);
    if (reading.scenario === undefined) throw new RangeError('a room was made of a scenario with faults');
    return { scenario: reading.scenario, text };
  };
}
