import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import { Button } from '../bits.tsx';
import { useCompany, useRoom } from './context.tsx';
import { roomRefusalText } from './refusals.ts';

/** What the server would not do, and how the connection stands. */
export const RoomMessages = (): ReactNode => {
  const { room } = useCompany();
  const refusal = useRoom((screen) => screen.refusal);
  const scenario = useRoom((screen) => screen.scenario);
  return (
    <>
      <div role="alert" className={refusal === undefined ? 'toast toast-empty' : 'toast'}>
        {refusal === undefined ? null : (
          <>
            <span>{roomRefusalText(refusal, scenario)}</span>
            <Button look="quiet" onPress={() => room.dismiss()}>
              {t('close')}
            </Button>
          </>
        )}
      </div>
      <LinkBanner />
    </>
  );
};

/** Milliseconds of silence after which the server may be gone for good. */
const LONG = 25_000;
/** Milliseconds for which one is told that one is back. */
const BACK = 4000;

type Shown = 'nothing' | 'lost' | 'long' | 'back';

/** Whether one is connected: said when it breaks, while it lasts, and when it is over. */
const LinkBanner = (): ReactNode => {
  const { room, roomStore } = useCompany();
  const pending = useRoom((screen) => screen.pending);
  const link = useRoom((screen) => screen.link.link);
  const [shown, show] = useState<Shown>('nothing');
  useEffect(() => {
    let timer: number | undefined;
    const stop = roomStore.subscribe(({ link: now }, { link: before }) => {
      if (now.link === before.link) return;
      window.clearTimeout(timer);
      if (now.link === 'lost') {
        show('lost');
        timer = window.setTimeout(() => show('long'), LONG);
      } else if (now.link === 'open' && before.link === 'lost') {
        show('back');
        timer = window.setTimeout(() => show('nothing'), BACK);
      } else show('nothing');
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [roomStore]);
  return (
    <div className={`link-banner link-${shown}`} aria-live="polite" data-testid="link" data-link={link}>
      {shown === 'nothing' ? null : (
        <>
          <span>
            {shown === 'back' ? r('linkBack') : shown === 'lost' ? r('linkLost') : r('linkGone')}
            {pending > 0 && shown !== 'back' ? ` ${r('linkPending', { count: pending })}` : ''}
          </span>
          {shown === 'back' ? null : (
            <Button look="quiet" onPress={() => room.hurry()}>
              {r('tryAgain')}
            </Button>
          )}
        </>
      )}
    </div>
  );
};
