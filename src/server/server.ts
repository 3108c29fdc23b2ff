import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { pino, type Logger } from 'pino';
import { companyHere, type Company } from './ai/company.ts';
import { companyInThreads } from './ai/threads.ts';
import type { Config } from './config.ts';
import { Hall, LEASE } from './hall/hall.ts';
import { newId } from './hall/keys.ts';
import { Readings } from './hall/readings.ts';
import { Shelf } from './hall/shelf.ts';
import type { Surroundings } from './hall/surroundings.ts';
import { Files } from './net/files.ts';
import { webOf } from './net/http.ts';
import { makeMetrics } from './net/metrics.ts';
import { openSockets } from './net/sockets.ts';
import { openStore } from './store/open.ts';

/** A server that listens. */
export interface Running {
  readonly port: number;
  readonly hall: Hall;
  /** Ends it in good order: nothing that was acknowledged is lost, screens are told. */
  readonly close: () => Promise<void>;
}

const DAY = 86_400_000;
/** Milliseconds that a server which shuts down waits for connections to end by themselves. */
const LAST_WORDS = 500;

/** Faults that the server survives, without anything of what people wrote: names, codes and words stay out of logs. */
const reporter =
  (log: Logger) =>
  (what: string, error: unknown): void => {
    log.error({ what, error: error instanceof Error ? error.stack : String(error) });
  };

const companyFor = (config: Config, readings: Readings, log: Logger): Company => {
  const stumbled = (_room: string, message: string): void => {
    log.warn({ what: 'an AI player stumbled', message });
  };
  return config.threadsIn !== undefined && config.threads > 0
    ? companyInThreads(pathToFileURL(join(config.threadsIn, 'ai-worker.mjs')), stumbled, config.threads)
    : companyHere(readings, stumbled);
};

/** `died`: the store is lost for good, and with it the server: whoever runs it has to start it anew. */
export const startServer = async (
  config: Config,
  now: () => number = Date.now,
  died: (why: string) => void = () => undefined,
): Promise<Running> => {
  const log = pino({ level: config.log, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const report = reporter(log);
  const store = await openStore(
    config.store,
    report,
    config.threadsIn === undefined
      ? undefined
      : { script: join(config.threadsIn, 'sqlite-worker.mjs'), died },
  );
  const process = newId();
  const readings = new Readings();
  const metrics = makeMetrics();
  const files = new Files(now);
  const company = companyFor(config, readings, log);
  let living: { readonly at: number; readonly ids: Promise<ReadonlySet<string>> } | undefined;
  const around: Surroundings = {
    process,
    now,
    read: readings.room,
    company,
    living: () => {
      if (living === undefined || now() - living.at > LEASE / 3)
        living = { at: now(), ids: store.alive(process, LEASE) };
      return living.ids;
    },
    report,
    counted: metrics.counted,
  };
  await around.living();
  const sign = setInterval(() => {
    store.alive(process, LEASE).catch((error: unknown) => report('no sign of life could be given', error));
  }, LEASE / 3);
  sign.unref();
  const hall = new Hall(store, around, readings, new Shelf(config.scenarios, readings), {
    rooms: config.rooms,
    keepFor: config.keepDays * DAY,
    ...(config.password === undefined ? {} : { password: config.password }),
  });
  let ready = false;
  let port = config.port;
  const web = webOf({
    hall,
    files,
    metrics,
    pages: config.pages,
    port: () => port,
    origins: config.origins,
    isReady: () => ready,
    now,
  });
  const http = createServer(getRequestListener(web.fetch));
  const office = {
    hall,
    files,
    now,
    joins: new Map<string, never>(),
    wrongCodes: new Map<string, never>(),
    measured: metrics.measured,
    report,
  };
  const io = openSockets(http, office, metrics, { sockets: config.sockets, origins: config.origins });
  const close = async (): Promise<void> => {
    ready = false;
    clearInterval(sign);
    await hall.close();
    await Promise.race([
      io.close(),
      new Promise((resolve) => {
        setTimeout(resolve, LAST_WORDS).unref();
      }),
    ]);
    http.closeAllConnections();
    await company.close();
    await store.close();
  };
  try {
    port = await listen(http, config);
  } catch (error) {
    await close();
    throw error;
  }
  ready = true;
  log.info({ what: 'listening', port, store: config.store.kind });
  return { port, hall, close };
};

/** Listens on the port; where it is taken and nobody named it, on any free one. */
const listen = async (
  http: HttpServer,
  { port, host, portNamed }: Pick<Config, 'port' | 'host' | 'portNamed'>,
): Promise<number> => {
  try {
    return await listenOn(http, port, host);
  } catch (error) {
    if (portNamed || !isTaken(error)) throw error;
    return listenOn(http, 0, host);
  }
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

const listenOn = (http: HttpServer, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
