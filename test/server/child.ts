import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';

/** npm and the test runner start in the project's folder. */
const ROOT = process.cwd();

/** A server in a process of its own, as it is delivered. */
export interface Child {
  readonly port: number;
  readonly pid: number;
  /** Ends it as a power cut would end a process: it has no time for anything. */
  readonly kill: () => Promise<void>;
  /** Asks it to end; how it ended. */
  readonly end: () => Promise<number | null>;
  readonly output: () => string;
}

export interface Built {
  /** `flags`: for Node. */
  readonly start: (
    port: number,
    env: Readonly<Record<string, string>>,
    flags?: readonly string[],
  ) => Promise<Child>;
  readonly remove: () => void;
}

/** Builds the server once; it is then started as often as a test wants. */
export const buildChild = async (): Promise<Built> => {
  const folder = `${ROOT}/node_modules/.cache/nothing-is-agreed/server-${process.pid}-${Date.now()}`;
  const script: { buildServer: (folder: string) => Promise<boolean> } = await import(
    pathToFileURL(`${ROOT}/scripts/build-server.mjs`).href
  );
  if (!(await script.buildServer(folder))) throw new Error('the server could not be built');
  return {
    start: (port, env, flags = []) => start(`${folder}/server.mjs`, port, env, flags),
    remove: () => {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Whatever goes wrong in a test, no server is left behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const start = async (
  file: string,
  port: number,
  env: Readonly<Record<string, string>>,
  flags: readonly string[],
): Promise<Child> => {
  const child = spawn(process.execPath, [...flags, file], {
    env: {
      ...process.env,
      NIA_ROOT: ROOT,
      PORT: String(port),
      HOST: '127.0.0.1',
      AI_THREADS: '1',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  await ready(child, port, () => output);
  const over = (): Promise<number | null> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
      else child.once('close', resolve);
    });
  return {
    port,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await over();
    },
    end: async () => {
      child.kill('SIGTERM');
      return over();
    },
    output: () => output,
  };
};

const ready = async (child: ChildProcess, port: number, output: () => string): Promise<void> => {
  for (let count = 0; count < 600; count += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the server does not get ready: ${output()}`);
};

/** A port nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
