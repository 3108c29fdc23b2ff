import { UsageError, type CliCommand, type Io } from './command.ts';

/** Subcommands, each loaded when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: CliCommand }>>> = {
  check: () => import('./check.ts'),
  sim: () => import('./sim.ts'),
  replay: () => import('./replay.ts'),
  analyse: () => import('./analyse.ts'),
  report: () => import('./report.ts'),
  import: () => import('./import.ts'),
  upgrade: () => import('./upgrade.ts'),
  arena: () => import('./arena.ts'),
  vote: () => import('./vote.ts'),
};

const overview = async (): Promise<string> => {
  const loaded = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = loaded.map(({ command }) => `  ${command.name.padEnd(10)} ${command.summary}`);
  return [
    'nia: the command line of Nothing Is Agreed',
    '',
    ...lines,
    '',
    'nia COMMAND --help says more.',
  ].join('\n');
};

/** Runs `nia` with these arguments; the exit code. */
export const nia = async (args: readonly string[], io: Io): Promise<number> => {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.err(`${await overview()}\n`);
    return 2;
  }
  if (name === '--help' || name === '-h') {
    io.out(`${await overview()}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    io.err(`There is no command "${name}".\n\n${await overview()}\n`);
    return 2;
  }
  const { command } = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(`${command.summary}\n\n${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`${error.message}\n\n${command.usage}\n`);
    return 2;
  }
};
