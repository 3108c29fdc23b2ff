import { useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import { NAME_LENGTH } from '../../session/remote/index.ts';
import { Button, Flag } from '../bits.tsx';
import { useScreen } from '../context.tsx';
import { BeforeQuestions } from '../play/BeforeQuestions.tsx';
import { BriefCard } from './BriefCard.tsx';
import { setBriefed } from './briefed.ts';
import { RoomClock, stretchText } from './Clock.tsx';
import { GoalQuestions } from './GoalQuestions.tsx';
import { OtherDevice } from './OtherDevice.tsx';
import { useCompany, useMine, useNames, useRoom, useRoomSight } from './context.tsx';

/** Before play, and for whoever comes late: who I am here, my minute of briefing, ready. */
export const LobbyPage = ({
  late = false,
  onBegin,
}: {
  readonly late?: boolean;
  readonly onBegin?: () => void;
}): ReactNode => {
  const { room } = useCompany();
  const sight = useRoomSight();
  const mine = useMine();
  const names = useNames();
  const scenario = useRoom((screen) => screen.scenario);
  const hasGame = useScreen((screen) => screen.view !== undefined);
  const delegation = scenario?.delegations.find(({ id }) => id === mine.seat);
  const mates = sight.people.filter(
    ({ id, seat }) => seat !== undefined && seat === mine.seat && id !== mine.person,
  );
  const ready = sight.people.find(({ id }) => id === mine.person)?.ready ?? false;
  const begin = (): void => {
    setBriefed(sight.room, mine.person);
    if (!ready) void room.ask<'ready'>({ ask: 'ready', ready: true });
    onBegin?.();
  };
  return (
    <main className="room-page lobby-page" data-testid="lobby">
      <header className="lobby-head">
        <span>{r('tabletop', { code: sight.room })}</span>
        <span className="lobby-clock">
          {stretchText(sight.clock.stretch, names)} <RoomClock />
        </span>
      </header>
      <div className="lobby-body">
        <section className="lobby-me">
          <h1>
            {delegation === undefined ? null : <Flag code={delegation.flag} size={34} />}
            {delegation === undefined || names === undefined
              ? mine.seat === 'chair'
                ? r('lobbySeat', { name: names?.delegation('chair') ?? '' })
                : r('lobbyRole', { role: r(`role_${mine.role}`) })
              : r('lobbySeat', { name: names.delegation(delegation.id) })}
          </h1>
          <Name />
          <p className="quiet">
            {mates.length === 0
              ? mine.seat === undefined
                ? ''
                : `${r('lobbyMates')}: ${r('lobbyAlone')}`
              : `${r('lobbyMates')}: ${mates.map(({ name }) => name).join(', ')}`}
          </p>
        </section>
        {hasGame ? <BriefCard /> : null}
        {!hasGame ? null : sight.settings.questions === 'before' ? (
          <GoalQuestions when="before" />
        ) : late ? null : (
          <BeforeQuestions />
        )}
        <div className="lobby-foot">
          {late ? (
            <Button look="main" onPress={begin} testId="begin">
              {r('briefBegin')}
            </Button>
          ) : ready ? (
            <>
              <output>{r('readyDone')}</output>
              <Button look="quiet" onPress={() => void room.ask<'ready'>({ ask: 'ready', ready: false })}>
                {r('notReady')}
              </Button>
            </>
          ) : (
            <>
              <p>{r('lobbyWait')}</p>
              <Button
                look="main"
                testId="ready"
                onPress={() => {
                  if (hasGame) setBriefed(sight.room, mine.person);
                  void room.ask<'ready'>({ ask: 'ready', ready: true });
                }}
              >
                {r('ready')}
              </Button>
            </>
          )}
        </div>
        <div className="lobby-device">
          <OtherDevice />
        </div>
      </div>
    </main>
  );
};

const Name = (): ReactNode => {
  const { room } = useCompany();
  const mine = useMine();
  const [writing, setWriting] = useState<string>();
  if (writing === undefined)
    return (
      <p className="lobby-name">
        <strong>{mine.name}</strong>
        <Button look="quiet" onPress={() => setWriting(mine.name)}>
          {r('rename')}
        </Button>
      </p>
    );
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void room.ask<'name'>({ ask: 'name', name: writing.trim() }).then((answer) => {
          if (answer.ok === true) setWriting(undefined);
        });
      }}
    >
      <input
        className="text"
        value={writing}
        maxLength={NAME_LENGTH}
        aria-label={r('rename')}
        onChange={(event) => setWriting(event.target.value)}
      />
      <button type="submit" className="button" disabled={writing.trim() === ''}>
        {t('confirm')}
      </button>
      <Button look="quiet" onPress={() => setWriting(undefined)}>
        {t('cancel')}
      </Button>
    </form>
  );
};
