import { parentPort } from 'node:worker_threads';
import { Readings } from '../hall/readings.ts';
import { Players, type ToPlayers } from './players.ts';

/** The thread's own end: messages in and out. Everything else is the players'. */
const readings = new Readings();
const players = new Players(
  (text) => readings.room(text).scenario,
  (said) => parentPort?.postMessage(said),
);
parentPort?.on('message', (told: ToPlayers) => {
  players.hear(told);
});
