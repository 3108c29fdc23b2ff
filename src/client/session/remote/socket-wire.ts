import { io } from 'socket.io-client';
import type { Answer, Told } from '../../../protocol/index.ts';
import type { Wire } from './wire.ts';

/**
 * A connection by Socket.IO, in its default order: polling first, which passes every proxy, then WebSocket where it gets through.
 * It comes back by itself for as long as the page is open.
 */
export const socketWire = (room: string): Wire => {
  const query: { room?: string } = room === '' ? {} : { room };
  const socket = io({
    autoConnect: false,
    query,
    reconnectionDelay: 400,
    reconnectionDelayMax: 4000,
    timeout: 12_000,
  });
  return {
    listen: (heard) => {
      socket.on('connect', heard.up);
      socket.on('disconnect', (reason) => {
        heard.down();
        // A server that closes a connection on purpose is not asked again by the library; we do, more slowly.
        if (reason === 'io server disconnect') window.setTimeout(() => socket.connect(), 2000);
      });
      socket.on('connect_error', heard.down);
      socket.on('told', (told: Told) => heard.told(told));
      socket.connect();
    },
    connected: () => socket.connected,
    ask: (request, answered) => {
      socket.emit('ask', request, (answer: Answer) => answered(answer));
    },
    aim: (next) => {
      query.room = next;
    },
    hurry: () => {
      if (!socket.connected) socket.disconnect().connect();
    },
    close: () => {
      socket.disconnect();
    },
  };
};
