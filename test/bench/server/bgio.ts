import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { collectDefaultMetrics, register } from 'prom-client';
import { gameOf } from './game.ts';

/** boardgame.io's own server, on PORT; its memory is told on METRICS. */
interface BoardgameServer {
  readonly Server: (options: Readonly<Record<string, unknown>>) => {
    readonly run: (port: number) => Promise<unknown>;
  };
}

const { Server } = createRequire(import.meta.url)('boardgame.io/server') as BoardgameServer;
const port = Number(process.env['PORT']);
collectDefaultMetrics();
const server = Server({
  games: [gameOf(Number(process.env['BYTES'] ?? '1000'))],
  origins: ['http://127.0.0.1'],
});
void server.run(port);
createServer((_asked, answer) => {
  void register.metrics().then((text) => answer.end(text));
}).listen(Number(process.env['METRICS']), '127.0.0.1');
