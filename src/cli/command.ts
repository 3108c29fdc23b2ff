/** Where a command of `nia` writes: people's words or one JSON document to `out`, messages and progress to `err`. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal on which a progress line can be drawn over. */
  readonly terminal: boolean;
}

/** One subcommand of `nia`. */
export interface CliCommand {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Exit code: 0 all is well, 1 what was checked falls short, 2 wrong use. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

/** Wrong use of a command: said to whoever typed it, with exit code 2. */
export class UsageError extends Error {}
