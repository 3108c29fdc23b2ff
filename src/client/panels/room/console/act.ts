import type { DeskSight } from '../../../session/remote/index.ts';
import { useCompany, useRoom } from '../context.tsx';
import type { Room } from '../../../session/remote/index.ts';

/** What a facilitator asks of the server; a refusal is said by the page. */
export const useAsk = (): Room['ask'] => useCompany().room.ask;

/** What only facilitators see. Throws for anybody else: a fault of ours. */
export const useDeskSight = (): DeskSight => {
  const desk = useRoom((screen) => screen.desk);
  if (desk === undefined) throw new Error('the console is for facilitators');
  return desk;
};
