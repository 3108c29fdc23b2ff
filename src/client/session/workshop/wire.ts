import type { Fault, ReadingLoad } from '../../../scenario/index.ts';
import type { Remark, Tried } from '../../../trial/index.ts';

/** What the page asks of a worker of the workshop. Each is answered once, under its number; a trial tells how far it has come. */
export type Order =
  /** Everything that is wrong with a text. */
  | { readonly order: 'read'; readonly text: string }
  /** What the exact analysis and quick games say about play. */
  | { readonly order: 'lint'; readonly text: string }
  | { readonly order: 'try'; readonly text: string; readonly seed: string; readonly games: number }
  /** One game of a trial as a game's file. */
  | { readonly order: 'game'; readonly text: string; readonly seed: string };

/** What is shown of a scenario before it is played. */
export interface Cover {
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly minutes: number;
  readonly articles: number;
  readonly delegations: readonly { readonly id: string; readonly name: string; readonly flag: string }[];
  readonly reading: readonly ReadingLoad[];
}

export interface Read {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Absent for a file with faults. */
  readonly cover?: Cover;
}

/** A trial with the names that its figures speak of. */
export interface TrialReport {
  readonly tried: Tried;
  readonly remarks: readonly Remark[];
  readonly seats: readonly { readonly id: string; readonly name: string; readonly flag: string }[];
  readonly articles: readonly { readonly name: string; readonly options: readonly string[] }[];
}

/** `undefined` where the text has faults: whoever asked has been told of them already. */
export interface Done {
  readonly read: Read;
  readonly lint: readonly Fault[] | undefined;
  readonly try: TrialReport | undefined;
  readonly game: string | undefined;
}

export interface Ordered {
  readonly number: number;
  readonly order: Order;
}

export type Report =
  | { readonly number: number; readonly report: 'done'; readonly done: unknown }
  | { readonly number: number; readonly report: 'failed'; readonly message: string }
  | { readonly number: number; readonly report: 'progress'; readonly at: number; readonly of: number };
