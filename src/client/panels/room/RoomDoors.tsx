import { lazy, Suspense, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../../i18n/index.ts';
import { FilmDoors } from '../film-door.tsx';
import { DebriefDoorProvider } from '../play/debrief-door.ts';
import { useCompany, useMine, useRoomSight } from './context.tsx';

const Debrief = lazy(() => import('../debrief/Debrief.tsx'));

/**
 * The ways from a room's game to its debrief and its film. They lie over everything until they are closed. The cards are turned over by
 * a facilitator, for everybody at once.
 */
export const RoomDoors = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <FilmDoors>
    <Door>{children}</Door>
  </FilmDoors>
);

const Door = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const { room } = useCompany();
  const { revealed } = useRoomSight();
  const { role } = useMine();
  const [shown, show] = useState<'short' | 'full'>();
  const runs = role === 'facilitator' || role === 'co-facilitator';
  const reveal = (): void => {
    if (runs) void room.ask<'reveal'>({ ask: 'reveal' });
  };
  return (
    <DebriefDoorProvider value={{ open: (short) => show(short ? 'short' : 'full'), revealed, reveal }}>
      {children}
      {shown === undefined
        ? null
        : createPortal(
            <div className="go-through">
              <Suspense fallback={<output className="waiting">{t('loading')}</output>}>
                <Debrief
                  short={shown === 'short'}
                  onClose={() => show(undefined)}
                  revealed={revealed}
                  onReveal={reveal}
                />
              </Suspense>
            </div>,
            document.body,
          )}
    </DebriefDoorProvider>
  );
};
