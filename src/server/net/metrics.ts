import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Entry } from '../room/fact.ts';

/** Figures for whoever runs the server: counts and times, never a name, a code or a word. */
export interface Metrics {
  readonly registry: Registry;
  readonly sockets: Gauge;
  readonly rooms: Gauge;
  readonly measured: (ask: string, outcome: string, seconds: number) => void;
  readonly counted: (entry: Entry) => void;
  readonly dropped: (why: string) => void;
}

export const makeMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'nia_request_seconds',
    help: 'From a request to its answer',
    labelNames: ['ask', 'outcome'],
    buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const entries = new Counter({
    name: 'nia_log_entries_total',
    help: 'Entries folded into rooms, by whose doing',
    labelNames: ['by'],
    registers,
  });
  const drops = new Counter({
    name: 'nia_dropped_total',
    help: 'Connections and messages turned away, by reason',
    labelNames: ['why'],
    registers,
  });
  const sockets = new Gauge({ name: 'nia_sockets', help: 'Connected screens', registers });
  const rooms = new Gauge({ name: 'nia_rooms', help: 'Rooms held in this process', registers });
  return {
    registry,
    sockets,
    rooms,
    measured: (ask, outcome, seconds) => {
      requests.labels(ask, outcome === 'ok' ? 'ok' : 'refused').observe(seconds);
    },
    counted: ({ by }) => {
      entries.labels(/^p\d/u.test(by) ? 'people' : by).inc();
    },
    dropped: (why) => {
      drops.labels(why).inc();
    },
  };
};
