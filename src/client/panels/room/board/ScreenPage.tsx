import { useEffect, type ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { useScreen } from '../../context.tsx';
import { shortAddress, useAddresses } from '../addresses.ts';
import { Code } from '../Code.tsx';
import { RoomClock, stretchText } from '../Clock.tsx';
import { useCompany, useServerNow, useNames, useRoom, useRoomSight } from '../context.tsx';
import { keyFor } from '../keys.ts';
import { noticeText } from '../notices.ts';
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
        <h1>{key === undefined ? r('screenKeyMissing') : r('linkEnded')}</h1>
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
  const { chosen } = useAddresses();
  const hasGame = useScreen((screen) => screen.view !== undefined);
  const scenario = useRoom((screen) => screen.scenario);
  const lobby = spotlight.show === 'join' || !hasGame || (spotlight.show === 'auto' && stage === 'lobby');
  return (
    <main className="room-page screen" data-testid="projector" data-spotlight={spotlight.show}>
      <header className="screen-top">
        <h1 className="screen-title">
          {scenario === undefined || names === undefined ? '' : names.words(scenario.title)}
          <small>
            {clock.stretch.kind === 'phase' && names !== undefined
              ? names.session(clock.stretch.session)
              : stretchText(clock.stretch, names)}
            {clock.speed === 100 ? '' : ` · ${r('slow', { percent: clock.speed })}`}
          </small>
        </h1>
        <Phases />
        <RoomClock />
      </header>
      {spotlight.show === 'blank' ? (
        <div className="screen-blank">
          <h2>{r('screenHidden')}</h2>
        </div>
      ) : lobby ? (
        <Lobby />
      ) : (
        <Stage />
      )}
      {lobby ? null : (
        <footer className="screen-foot">
          <Ticker />
          <p className="screen-late">
            {r('screenLate', { address: shortAddress(chosen) })} <Code code={room} />
          </p>
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

/** The phases of this day; which one it is. */
const Phases = (): ReactNode => {
  const { clock, stage } = useRoomSight();
  const scenario = useRoom((screen) => screen.scenario);
  const names = useNames();
  const { stretch } = clock;
  if (stretch.kind !== 'phase' || names === undefined || stage !== 'play') return <span />;
  return (
    <ol className="phases">
      {(scenario?.sessions[stretch.session]?.phases ?? []).map((phase) => (
        <li
          key={phase}
          className={phase === stretch.phase ? 'phase phase-now' : 'phase'}
          {...(phase === stretch.phase ? { 'aria-current': 'step' as const } : {})}
        >
          {names.phase(phase)}
        </li>
      ))}
    </ol>
  );
};

/** Milliseconds for which a notice of the room comes before the papers. */
const STAYS = 15_000;

/** What has just happened in the room; else the latest headline of the press. */
const Ticker = (): ReactNode => {
  const { headlines, notices, people } = useRoomSight();
  const names = useNames();
  const now = useServerNow(1000);
  const fresh =
    names === undefined
      ? undefined
      : notices
          .filter(({ at }) => now - at < STAYS)
          .flatMap((notice) => noticeText(notice, names, people) ?? [])
          .at(-1);
  const latest = headlines.findLast(({ state }) => state === 'shown');
  return (
    <p className="ticker" aria-live="polite">
      {fresh !== undefined ? (
        <strong>{fresh}</strong>
      ) : latest === undefined ? (
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
