import type { Scenario, State } from '../../../engine/index.ts';
import type { GameRecord } from '../../../scenario/index.ts';
import type { Eye, FilmRights } from './contract.ts';

/**
 * What whoever watches may see. A game that has ended and whose scenario reveals is open to all, and so is any game to whoever
 * runs it. Of another one sees what one saw while one played: through one's own eyes, and where several share a screen, what all
 * of them saw.
 */
export const rightsOf = (
  scenario: Scenario,
  { seat, people }: Pick<GameRecord, 'seat' | 'people'>,
  { status }: Pick<State, 'status'>,
  runs = false,
): FilmRights => {
  const own: Eye = people === undefined ? seat : 'observer';
  const open = status === 'closed' && scenario.procedure.revealAtEnd;
  if (!open && !runs) return { eyes: [own], branches: false };
  const eyes: readonly Eye[] = [...scenario.delegations.map(({ id }) => id), 'chair', 'observer', 'truth'];
  return { eyes: [own, ...eyes.filter((eye) => eye !== own)], branches: status === 'closed' };
};
