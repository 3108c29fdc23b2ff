import { availableParallelism } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** All that can be set from outside, by environment variables. See `docs/hosting.md`. */
export interface Config {
  /** 0: any free port. */
  readonly port: number;
  /** A port was named: if it is taken, that is an error. */
  readonly portNamed: boolean;
  readonly host: string;
  /** Where rooms are kept: a folder, a database, or nowhere. */
  readonly store:
    | { readonly kind: 'memory' }
    | { readonly kind: 'sqlite'; readonly folder: string }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly scenarios: string;
  readonly pages: string;
  /** Folder of the bundled threads, of AI players and of the store; none: all is done in this very thread. */
  readonly threadsIn?: string;
  readonly threads: number;
  readonly rooms: number;
  readonly sockets: number;
  readonly keepDays: number;
  readonly password?: string;
  /** Other origins whose pages may connect. */
  readonly origins: readonly string[];
  readonly log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A variable that cannot be used as it is set. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 8080;
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const numberIn = (env: Env, name: string, otherwise: number, least: number, most: number): number => {
  const raw = env[name] ?? '';
  if (raw === '') return otherwise;
  const value = Number(raw);
  if (!/^\d+$/u.test(raw) || value < least || value > most)
    throw new ConfigFault(`${name} is a number from ${least} to ${most}, not "${raw}".`);
  return value;
};

/** Reads the environment; `root` is where the project lies, `threadsIn` where the bundled threads lie. */
export const configFrom = (env: Env, root: string, isTerminal: boolean, threadsIn?: string): Config => {
  const port = env['PORT'] ?? '';
  const url = env['DATABASE_URL'] ?? '';
  const data = env['DATA_DIR'] ?? '';
  const password = env['HOST_PASSWORD'] ?? '';
  const level = env['LOG_LEVEL'] ?? (isTerminal ? 'warn' : 'info');
  const log = LEVELS.find((item) => item === level);
  if (log === undefined) throw new ConfigFault(`LOG_LEVEL is one of ${LEVELS.join(', ')}, not "${level}".`);
  if (url !== '' && !/^postgres(ql)?:\/\//u.test(url))
    throw new ConfigFault('DATABASE_URL begins with postgres:// or postgresql://.');
  const folder = data === '' ? join(root, 'data') : isAbsolute(data) ? data : resolve(data);
  return {
    port: numberIn(env, 'PORT', DEFAULT_PORT, 0, 65_535),
    portNamed: port !== '',
    host: env['HOST'] ?? '0.0.0.0',
    store:
      url !== ''
        ? { kind: 'postgres', url }
        : data === ':memory:'
          ? { kind: 'memory' }
          : { kind: 'sqlite', folder },
    scenarios: env['SCENARIOS_DIR'] ?? join(root, 'scenarios'),
    pages: env['PAGES_DIR'] ?? join(root, 'dist'),
    ...(threadsIn === undefined ? {} : { threadsIn }),
    threads: numberIn(env, 'AI_THREADS', Math.max(1, Math.min(4, availableParallelism() - 1)), 0, 64),
    rooms: numberIn(env, 'MAX_ROOMS', 400, 1, 100_000),
    sockets: numberIn(env, 'MAX_SOCKETS', 6_000, 1, 1_000_000),
    keepDays: numberIn(env, 'KEEP_DAYS', 60, 1, 3_650),
    ...(password === '' ? {} : { password }),
    origins: (env['ALLOWED_ORIGINS'] ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
    log,
  };
};
