import type { Debrief } from '../../../analysis/debrief/index.ts';
import type { DebriefRoom, FiguresFault } from './contract.ts';

/** What takes everybody's cards cannot be made while they lie covered. */
const LATER: FiguresFault = { fault: 'covered' };

/**
 * A debrief of a game whose cards lie covered: the server has cut its figures to what this seat may know, and `read` fetches them.
 * Nothing else is to be had here until they are turned over.
 */
export const coveredDebrief = (read: () => Promise<string | undefined>): DebriefRoom => ({
  figures: async (making) => {
    making({ step: 'reading', place: 0, of: 1 });
    try {
      const text = await read();
      if (text === undefined) return { fault: 'unreadable' };
      // Both ends are of one build: the room's page comes from the server that cut it.
      const debrief = JSON.parse(text) as Debrief;
      return {
        debrief,
        cloud: { texts: 0, feasible: 0, any: [], good: [] },
        largestBlock: 0,
        took: 0,
        covered: true,
      };
    } catch (error) {
      return { fault: 'broken', message: error instanceof Error ? error.message : String(error) };
    }
  },
  plane: async () => LATER,
  keep: async () => LATER,
  close: () => undefined,
});
