import { useEffect, type ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { useScreen } from '../../context.tsx';
import { Code } from '../Code.tsx';
import { RoomClock, stretchText } from '../Clock.tsx';
import { useCompany, useNames, useRoom, useRoomSight } from '../context.tsx';
import { keyFor } from '../keys.ts';
import { Lobby } from './Lobby.tsx';
import { Stage } from './Stage.tsx';

/** The screen at the wall. It comes in with a key of its own and sees what an observer sees: nothing on it is anybody's secret. */
const ScreenPage = ({ code }: { readonly code: string }): ReactNode => {
  const { room, roomStore } = useCompany();
  const link = useRoom((screen) => screen.link);
  const sight = useRoom((screen) => screen.room);
  const key = keyFor(code, 'screen');
  useEffect(() => {
    if (key !== undefined && roomStore.getState().welcome === undefined)
      void room.enter({ room: code, key: key.key });
  }, [room, roomStore, code, key]);
  if (key === undefined || link.link === 'gone')
    return (
      <main className="room-page room-waiting">
        <h1>{r('screenKeyMissing')}</h1>
      </main>
    );
  if (sight === undefined)
    return (
      <main className="room-page room-waiting">
        <output className="waiting">{r('linkConnecting')}</output>
      </main>
    );
  return <Projection />;
};

const Projection = (): ReactNode => {
  const { stage, spotlight, clock, room } = useRoomSight();
  const names = useNames();
  const hasGame = useScreen((screen) => screen.view !== undefined);
  const scenario = useRoom((screen) => screen.scenario);
  const lobby = spotlight.show === 'join' || !hasGame || (spotlight.show === 'auto' && stage === 'lobby');
  return (
    <main className="room-page screen" data-testid="projector" data-spotlight={spotlight.show}>
      <header className="screen-top">
        <p className="screen-title">
          {scenario === undefined || names === undefined ? '' : names.words(scenario.title)}
          <small>{stretchText(clock.stretch, names)}</small>
        </p>
        {clock.speed === 100 ? <span /> : <span>{r('slow', { percent: clock.speed })}</span>}
        <RoomClock />
      </header>
      {spotlight.show === 'blank' ? (
        <div className="screen-blank">
          <h1>{r('screenHidden')}</h1>
        </div>
      ) : lobby ? (
        <Lobby />
      ) : (
        <Stage />
      )}
      {lobby ? null : (
        <footer className="screen-foot">
          <Ticker />
          <Code code={room} />
        </footer>
      )}
      {clock.paused === undefined || stage === 'lobby' ? null : (
        <section className="screen-pause" aria-live="polite" data-testid="screen-paused">
          <strong>{r('paused')}</strong>
          <p>{clock.paused.text ?? r(`${clock.paused.code}_pause`)}</p>
        </section>
      )}
    </main>
  );
};

/** The latest headline of the press, or what happened in the room. */
const Ticker = (): ReactNode => {
  const { headlines } = useRoomSight();
  const latest = headlines.findLast(({ state }) => state === 'shown');
  return (
    <p className="ticker" aria-live="polite">
      {latest === undefined ? (
        r('screenLead')
      ) : (
        <>
          <em>{r('papers')}:</em> {latest.text}
        </>
      )}
    </p>
  );
};

export default ScreenPage;
