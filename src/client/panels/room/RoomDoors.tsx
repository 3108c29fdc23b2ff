import { Activity, lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { debriefHere } from '../../session/debrief/open.ts';
import { coveredDebrief } from '../../session/debrief/covered.ts';
import type { DebriefRoom } from '../../session/index.ts';
import { FilmDoors, useFilmDoor } from '../film-door.tsx';
import { DebriefDoorProvider } from '../play/debrief-door.ts';
import { RoomClock } from './Clock.tsx';
import { useCompany, useMine, useRoomSight } from './context.tsx';

const Debrief = lazy(() => import('../debrief/Debrief.tsx'));

/**
 * The ways from a room's game to its debrief and its film; each takes the whole page until it is closed. The cards are turned over by
 * a facilitator, for everybody at once; until then a film is for whoever runs the room, and everybody else has the figures of their own
 * seat.
 */
export const RoomDoors = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const { revealed } = useRoomSight();
  const open = useRuns() || revealed;
  return (
    <FilmDoors offered={open} runs={open} playsOn={false}>
      <Door>{children}</Door>
    </FilmDoors>
  );
};

/** Whether whoever is at this screen runs the room. */
const useRuns = (): boolean => {
  const { role } = useMine();
  return role === 'facilitator' || role === 'co-facilitator';
};

const Door = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const { room } = useCompany();
  const { revealed, plan, played, stands } = useRoomSight();
  const minutes = Math.round(
    (plan.stretches.find(({ stretch }) => stretch.kind === 'debrief')?.seconds ?? 0) / 60,
  );
  const { openFilm, openBranch, offered } = useFilmDoor();
  const [shown, show] = useState<'short' | 'full'>();
  const runs = useRuns();
  const open = useCallback(
    (): DebriefRoom =>
      runs || revealed ? debriefHere(room.session) : coveredDebrief(() => room.file({ which: 'figures' })),
    [room, runs, revealed],
  );
  const reveal = runs
    ? (): void => {
        void room.ask<'reveal'>({ ask: 'reveal' });
      }
    : undefined;
  return (
    <DebriefDoorProvider value={{ open: (short) => show(short ? 'short' : 'full'), revealed, reveal }}>
      <Activity mode={shown === undefined ? 'visible' : 'hidden'}>{children}</Activity>
      {shown === undefined ? null : (
        <Suspense fallback={<output className="waiting">{t('loading')}</output>}>
          <Debrief
            short={shown === 'short'}
            listens={runs}
            kept={{ minutes, clock: <RoomClock /> }}
            open={open}
            onClose={() => show(undefined)}
            {...(stands === undefined ? {} : { trials: { stands, played } })}
            revealed={revealed}
            onReveal={reveal}
            {...(offered
              ? {
                  replayAt: (move: number) => openFilm({ move }),
                  branchAt: (move: number) => openBranch({ move }),
                }
              : {})}
          />
        </Suspense>
      )}
    </DebriefDoorProvider>
  );
};
