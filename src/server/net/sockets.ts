import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Answer, Told } from '../../protocol/index.ts';
import { isForeign } from './addresses.ts';
import { Bucket } from './bucket.ts';
import { Desk, type Office } from './desk.ts';
import type { Metrics } from './metrics.ts';

export interface SocketLimits {
  /** Screens at most. */
  readonly sockets: number;
  readonly origins: readonly string[];
}

/** Bytes of one message, at most. */
const MESSAGE = 65_536;
/** Messages of one screen: bursts, then so many a second; after so many dropped ones it is cut off. */
const PACE = { most: 40, perSecond: 15 } as const;
const MOST_DROPS = 200;

interface ToServer {
  readonly ask: (request: unknown, answer?: (answer: Answer) => void) => void;
}
interface ToClient {
  readonly told: (told: Told) => void;
}

/** Sockets of all screens, on the same server as the pages. The default order of transports gets through school networks. */
export const openSockets = (
  http: HttpServer,
  office: Office,
  metrics: Metrics,
  limits: SocketLimits,
): Server<ToServer, ToClient> => {
  const io = new Server<ToServer, ToClient>(http, {
    maxHttpBufferSize: MESSAGE,
    serveClient: false,
    // A closed lid is noticed in half a minute.
    pingInterval: 15_000,
    pingTimeout: 15_000,
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      if (isForeign(origin, host, limits.origins)) {
        metrics.dropped('origin');
        decide('foreign origin', false);
      } else if (io.engine.clientsCount >= limits.sockets) {
        metrics.dropped('full');
        decide('full', false);
      } else decide(null, true);
    },
  });
  io.on('connection', (socket) => {
    metrics.sockets.inc();
    forgetRequest(socket);
    attend(socket, office, metrics);
  });
  return io;
};

/** The request by which a screen came is kept as long as the screen: ten kilobytes and more that nobody needs any longer. */
const forgetRequest = (socket: Socket): void => {
  Reflect.set(socket.conn, 'request', null);
  Reflect.set(socket.handshake, 'headers', {});
};

const attend = (socket: Socket<ToServer, ToClient>, office: Office, metrics: Metrics): void => {
  const desk = new Desk(office, (told) => {
    socket.emit('told', told);
  });
  const bucket = new Bucket(PACE.most, PACE.perSecond, office.now());
  let drops = 0;
  socket.use(([event, _asked, ack], next) => {
    // Whoever has been quiet for a while begins anew.
    if (bucket.isFullAt(office.now())) drops = 0;
    if (event === 'ask' && bucket.take(office.now())) {
      next();
      return;
    }
    drops += 1;
    metrics.dropped('message');
    if (isAck(ack)) ack({ refused: 'too-fast', waitSeconds: bucket.wait });
    if (drops < MOST_DROPS) return;
    socket.emit('told', { tell: 'gone', why: 'too-fast' });
    socket.disconnect(true);
  });
  socket.on('ask', (asked, ack) => {
    void desk.hear(asked).then((answer) => {
      if (isAck(ack)) ack(answer);
    });
  });
  socket.on('disconnect', () => {
    metrics.sockets.dec();
    void desk.close();
  });
};

const isAck = (value: unknown): value is (answer: Answer) => void => typeof value === 'function';
