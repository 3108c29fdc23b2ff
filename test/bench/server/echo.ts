import { createServer } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';
import { Server } from 'socket.io';

/** The bare fan-out: a message to a room goes to every socket in it, each its own text of so many bytes. Nothing is judged or kept. */
collectDefaultMetrics();
const http = createServer((asked, answer) => {
  if (asked.url !== '/metrics') {
    answer.end('ok');
    return;
  }
  void register.metrics().then((text) => answer.end(text));
});
const io = new Server(http, { maxHttpBufferSize: 65_536, serveClient: false });
io.on('connection', (socket) => {
  const room = String(socket.handshake.query['room']);
  const bytes = Number(socket.handshake.query['bytes']);
  void socket.join(room);
  socket.on('say', (n: number, ack: () => void) => {
    ack();
    for (const id of io.sockets.adapter.rooms.get(room) ?? [])
      io.sockets.sockets.get(id)?.emit('heard', { n, id, view: 'x'.repeat(bytes) });
  });
});
http.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
