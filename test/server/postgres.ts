import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A database of its own for a test: nothing else on the machine is touched. */
export interface Cluster {
  readonly url: string;
  /** Ends the database as a crash would, and starts it again. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const LIB = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs, if it is installed here. */
const programs = (): string | undefined => {
  const versions = existsSync(LIB) ? readdirSync(LIB).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(LIB, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (found !== undefined) return found;
  const path = spawnSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' }).stdout.trim();
  return path === '' ? undefined : path.slice(0, -'/initdb'.length);
};

/** Installs PostgreSQL where it is missing and that is allowed; a reason where it is not. */
const installed = (): string | { readonly reason: string } => {
  const here = programs();
  if (here !== undefined) return here;
  if (userInfo().uid !== 0) return { reason: 'PostgreSQL is not installed, and only root could install it' };
  if (!existsSync('/usr/bin/apt-get'))
    return { reason: 'PostgreSQL is not installed, and there is no apt-get' };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: 'ignore', timeout: 240_000 } as const;
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], options);
  return programs() ?? { reason: 'PostgreSQL could not be installed (no network?)' };
};

/** The server does not run as root: whom it runs as. */
const servant = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (userInfo().uid !== 0) return undefined;
  const of = (name: string, flag: string): number =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim());
  const name = spawnSync('id', ['postgres'], { stdio: 'ignore' }).status === 0 ? 'postgres' : 'nobody';
  return { uid: of(name, '-u'), gid: of(name, '-g') };
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

const answers = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A cluster in a folder of its own that listens on this machine alone; or why there can be none here. */
export const startPostgres = async (): Promise<Cluster | { readonly reason: string }> => {
  const bin = installed();
  if (typeof bin !== 'string') return bin;
  const folder = mkdtempSync(join(tmpdir(), 'nia-postgres-'));
  const as = servant();
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'nia', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-instructions'],
    { ...as, cwd: folder, stdio: 'ignore' },
  );
  const port = await freePort();
  const url = `postgres://nia@127.0.0.1:${port}/postgres`;
  const listen = [
    '-c',
    `port=${port}`,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
  ];
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(join(bin, 'postgres'), ['-D', data, ...listen], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    });
    for (let count = 0; count < 100; count += 1) {
      if (await answers(url)) return child;
      await wait(100);
    }
    child.kill('SIGKILL');
    throw new Error('PostgreSQL did not start');
  };
  let child = await start();
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        resolve();
        return;
      }
      child.once('exit', () => resolve());
      // SIGQUIT: at once, as after a crash; SIGINT: connections are cut off, then it ends.
      child.kill(signal);
    });
  return {
    url,
    restart: async () => {
      await end('SIGQUIT');
      child = await start();
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
