import { turningPoints, momentsOf, type TurningPoint } from '../../../analysis/debrief/index.ts';
import { witnesses } from '../../../engine/index.ts';
import type { PastGame } from '../../../analysis/branches/index.ts';
import type { FilmMark, FilmRights, TurningMark, TurningMarks } from './contract.ts';
import type { Frame } from './reel.ts';

/** Where to go to: phases, incidents, decisions. `opening` holds the events before the first move. */
export const marksOf = (opening: Frame, frames: readonly Frame[]): readonly FilmMark[] =>
  [opening, ...frames].flatMap(({ events }, at) =>
    events.flatMap((event): readonly FilmMark[] => {
      if (event.kind === 'phase-opened')
        return [{ at, kind: 'phase', session: event.session, phase: event.phase }];
      if (event.kind === 'incident-struck') return [{ at, kind: 'incident', event }];
      return event.kind === 'decided' ? [{ at, kind: 'decision', event }] : [];
    }),
  );

/** A film stands just after the move it shows. */
const marked = ({ at, event }: TurningPoint): TurningMark => ({ at: at + 1, event });

/**
 * The moments at which the game turned. Where not all is revealed, those of one's own that one has witnessed; what they were chosen
 * by is one's own mandate.
 */
export const turningMarks = (game: PastGame, { eyes }: FilmRights): TurningMarks => {
  const { table, seats } = turningPoints(game.table.scenario, momentsOf(game));
  const all = eyes.includes('truth');
  return {
    table: all ? table.map(marked) : [],
    seats: seats
      .filter(({ delegation }) => eyes.includes(delegation))
      .map(({ delegation, points }) => ({
        delegation,
        points: points.filter(({ event }) => all || witnesses(event, delegation)).map(marked),
      })),
  };
};
