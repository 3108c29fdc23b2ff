import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/server/config.ts';
import { startServer, type Running } from '../../src/server/server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const quietConfig = (more: Partial<Config> = {}): Config => ({
  port: 0,
  portNamed: true,
  host: '127.0.0.1',
  store: { kind: 'memory' },
  scenarios: `${ROOT}/scenarios`,
  pages: `${ROOT}/dist`,
  threads: 0,
  rooms: 50,
  sockets: 500,
  keepDays: 30,
  origins: [],
  log: 'silent',
  ...more,
});

/** A server in this process, with its AI players in this thread, on any free port. */
export const serve = (more: Partial<Config> = {}): Promise<Running> => startServer(quietConfig(more));

/** Hands a scenario's text in, as the workshop's editor does. */
export const upload = async (port: number, text: string): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}/scenarios`, { method: 'POST', body: text });
  const { upload: id } = (await response.json()) as { readonly upload: string };
  return id;
};
