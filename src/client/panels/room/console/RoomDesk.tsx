import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import { dropKey, SPOTLIGHTS, type Wanted } from '../../../session/remote/index.ts';
import { Button, Confirmed, Select } from '../../bits.tsx';
import { saveFile } from '../../save-file.ts';
import { useCompany, useMine, useRoomSight } from '../context.tsx';
import { useScreen } from '../../context.tsx';
import { useAsk, useDeskSight } from './act.ts';
import { Evidence } from './Evidence.tsx';
import { Invitations, ProjectorButton } from './Invitations.tsx';
import { OpenSeats } from './OpenSeats.tsx';
import { PlanForm } from './PlanForm.tsx';
import { PersonLine } from './SeatMenu.tsx';
import { SettingsForm } from './SettingsForm.tsx';

/** The room itself: its people, its screen, its plan and rules; keep it, end it, wipe it. */
export const RoomDesk = (): ReactNode => {
  const { stage } = useRoomSight();
  const hasGame = useScreen((screen) => screen.view !== undefined);
  return (
    <>
      <h2>{r('desk_room')}</h2>
      <SpotlightForm />
      {stage === 'lobby' && hasGame ? <Evidence when="before" /> : null}
      {stage === 'lobby' || stage === 'play' ? <OpenSeats /> : null}
      <People />
      <Invitations />
      <PlanForm />
      <SettingsForm />
      <Keep />
    </>
  );
};

/** What the wall shows: by itself what fits, or what is chosen here. */
const SpotlightForm = (): ReactNode => {
  const ask = useAsk();
  const { spotlight } = useRoomSight();
  return (
    <section className="row" aria-label={r('role_projector')}>
      <Select
        label={r('spotlight')}
        value={spotlight.show}
        choices={SPOTLIGHTS.map((value) => ({ value, label: r(`show_${value}`) }))}
        onChange={(value) =>
          void ask<'spotlight'>({
            ask: 'spotlight',
            show: SPOTLIGHTS.find((one) => one === value) ?? 'auto',
          })
        }
      />
      <ProjectorButton />
    </section>
  );
};

/** Everybody who is not at a delegation's table, and those who are. */
const People = (): ReactNode => {
  const { people } = useRoomSight();
  const mine = useMine();
  const others = people.filter(({ id, role }) => id !== mine.person && role !== 'projector');
  return (
    <details className="desk-people" open={others.length > 0 && others.length < 8}>
      <summary>{r('peopleCount', { count: others.length })}</summary>
      {others.map((person) => (
        <PersonLine key={person.id} person={person} />
      ))}
    </details>
  );
};

type FileWanted = Exclude<Wanted<'file'>['which'], 'figures' | 'branch'>;
const FILES: readonly FileWanted[] = ['game', 'answers', 'marks', 'talk', 'log'];

const Keep = (): ReactNode => {
  const ask = useAsk();
  const { room, stage } = useRoomSight();
  const mine = useMine();
  const { sockets } = useDeskSight();
  const { roomStore } = useCompany();
  const save = async (which: FileWanted): Promise<void> => {
    const answer = await ask<'file'>({ ask: 'file', which });
    if (answer.ok !== true) return;
    const response = await fetch(answer.address);
    if (response.ok) saveFile(answer.name, await response.text());
  };
  const freeze = async (): Promise<void> => {
    await ask<'pause'>({ ask: 'pause', because: { code: 'to-be-continued' } });
    await save('log');
  };
  const host = mine.role === 'facilitator';
  const away = (): void => {
    dropKey(room, 'host');
    dropKey(room, 'cohost');
    dropKey(room, 'screen');
    window.location.assign('?host');
  };
  return (
    <section aria-labelledby="keep" className="keep">
      <h3 id="keep">{r('keepTitle')}</h3>
      <div className="row">
        {stage === 'play' || stage === 'debrief' ? (
          <Button look="main" testId="freeze" onPress={() => void freeze()}>
            {r('freeze')}
          </Button>
        ) : null}
        {FILES.map((which) => (
          <Button key={which} onPress={() => void save(which)}>
            {r(`file_${which}`)}
          </Button>
        ))}
      </div>
      <p className="quiet">
        {r('freezeAbout')} {r('socketsCount', { count: sockets })}
      </p>
      <div className="row">
        <Confirmed
          look="plain"
          label={r('restart')}
          about={r('restartAbout')}
          onConfirm={() => void ask<'restart'>({ ask: 'restart' })}
        />
        {host && stage !== 'ended' ? (
          <Confirmed
            label={r('endRoom')}
            about={r('endRoomAbout')}
            onConfirm={() => void ask<'end'>({ ask: 'end' })}
          />
        ) : null}
        {host ? (
          <Confirmed
            label={r('wipe')}
            about={r('wipeAbout')}
            onConfirm={() => {
              void ask<'delete'>({ ask: 'delete' }, true).then((answer) => {
                // That the room is gone may be told before the answer.
                const { link } = roomStore.getState();
                if (answer.ok === true || (link.link === 'gone' && link.why === 'room-deleted')) away();
              });
            }}
          />
        ) : null}
        <Button look="quiet" onPress={() => window.location.assign(`?compare=${room}`)}>
          {r('compareTitle')}
        </Button>
        <Button look="quiet" onPress={() => window.location.assign('?host')}>
          {t('hostSession')}
        </Button>
      </div>
    </section>
  );
};
