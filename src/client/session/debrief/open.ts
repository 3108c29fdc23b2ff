import type { Session } from '../contract.ts';
import type { DebriefRoom } from './contract.ts';
import { openDebrief } from './room.ts';

/** A debrief of the game that is on the screen, in a worker of its own. */
export const debriefHere = (session: Session): DebriefRoom =>
  openDebrief(
    async () => (await session.exportGame()).text,
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  );
