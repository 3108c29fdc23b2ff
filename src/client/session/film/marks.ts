import { turningPoints, momentsOf, type TurningPoint } from '../../../analysis/debrief/index.ts';
import { witnesses, type CommandKind, type Event } from '../../../engine/index.ts';
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

const strikes = ({ events }: Frame): boolean => events.some(({ kind }) => kind === 'incident-struck');

/** Places of the moves at which somebody chose between two things, or the world struck. */
export const turnsOf = (opening: Frame, moves: PastGame['moves']): readonly number[] => {
  return [
    ...(strikes(opening) ? [0] : []),
    ...moves.flatMap((made, at) => (CHOICES.has(made.move.command.kind) || strikes(made) ? [at + 1] : [])),
  ];
};

const CHOICES: ReadonlySet<CommandKind> = new Set<CommandKind>([
  'accept',
  'decline',
  'answer',
  'put',
  'draft',
  'gavel',
  'respond',
]);

/**
 * The places a film stops at. Where not all may be seen, those of moves that these eyes witnessed: how often others moved in secret
 * is theirs to know.
 */
export const stopsOf = (moves: PastGame['moves'], { eyes }: FilmRights): readonly number[] => {
  const [own] = eyes;
  const seen = (events: readonly Event[]): boolean =>
    eyes.includes('truth') || own === undefined || events.some((event) => witnesses(event, own));
  return [0, ...moves.flatMap(({ events }, at) => (seen(events) ? [at + 1] : []))];
};

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
