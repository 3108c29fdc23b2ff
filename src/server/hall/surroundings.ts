import type { Company } from '../ai/company.ts';
import type { ReadScenario } from '../room/evolve.ts';
import type { Entry } from '../room/fact.ts';

/** What a room needs of the world around it. Tests give their own clock. */
export interface Surroundings {
  /** This process's name among those that share a store. */
  readonly process: string;
  readonly now: () => number;
  readonly read: ReadScenario;
  readonly company: Company;
  /** Processes that are alive, this one included. */
  readonly living: () => Promise<ReadonlySet<string>>;
  /** A fault that the room survived. Never with anything of what people wrote. */
  readonly report: (what: string, error: unknown) => void;
  /** An entry was folded: for the figures. */
  readonly counted: (entry: Entry) => void;
}
