import type { ReactNode } from 'react';
import type { End } from '../../../../engine/seat.ts';
import { r } from '../../../i18n/room.ts';
import { usePlaying, type PinnedView } from '../../context.tsx';
import { TableMount } from '../../play/TableMount.tsx';
import { RoomClock } from '../Clock.tsx';
import { Branches } from '../Branches.tsx';
import { useRoom, useRoomSight } from '../context.tsx';
import { PollResult } from '../PollResult.tsx';
import { questionText } from '../polls.ts';
import { Headlines, Speaker } from './Headlines.tsx';
import { Ladder } from './Ladder.tsx';
import { TextBoard } from './TextBoard.tsx';
import { Verdict } from './Verdict.tsx';

const FEW = 3;
const MANY = 9;

/** What the room looks at: by itself what fits the phase, or what the facilitator has put in the light. */
export const Stage = (): ReactNode => {
  const { spotlight, stage } = useRoomSight();
  const { view } = usePlaying();
  switch (spotlight.show) {
    case 'text':
      return <Wide>{<TextBoard />}</Wide>;
    case 'ladder':
      return (
        <div className="screen-body screen-ladder">
          <Ladder />
          <Headlines most={FEW} />
        </div>
      );
    case 'headlines':
      return <Wide>{<Headlines most={MANY} />}</Wide>;
    case 'vote':
      return <Decision />;
    case 'clock':
      return (
        <div className="screen-blank screen-clock">
          <RoomClock />
        </div>
      );
    case 'poll':
    case 'debrief':
      return <Debrief />;
    case 'chamber':
    case 'map':
      return <Table pinned={spotlight.show} />;
    case 'auto':
    case 'join':
    case 'blank':
      if (stage === 'debrief' || stage === 'ended') return <Debrief />;
      if (view.status === 'closed' || view.phase === 'decision') return <Decision />;
      // In the corridor everybody talks to somebody: there is nothing to look at but what is known.
      return view.phase === 'corridor' ? <Corridor /> : <Table />;
  }
};

const Wide = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="screen-body">{children}</div>
);

const Two = ({ left, right }: { readonly left: ReactNode; readonly right: ReactNode }): ReactNode => (
  <div className="screen-body screen-decide">
    {left}
    {right}
  </div>
);

/** The table, where the room acts, and the text beside it. */
const Table = ({ pinned }: { readonly pinned?: PinnedView }): ReactNode => {
  const { view } = usePlaying();
  return (
    <div className="screen-body screen-table">
      <TableMount wide={false} onWide={() => undefined} {...(pinned === undefined ? {} : { pinned })} />
      <div className="screen-side">
        {view.phase === 'floor' ? <Speaker /> : null}
        <TextBoard />
      </div>
      <div className="screen-under">
        <Headlines most={FEW} />
      </div>
    </div>
  );
};

const Corridor = (): ReactNode => (
  <Two
    left={
      <div className="screen-side screen-left">
        <Headlines most={FEW + FEW} />
        <Ladder />
      </div>
    }
    right={<TextBoard />}
  />
);

/** A game that was stopped has failed in nothing. */
const LOOK: { readonly [E in End]: string } = {
  adopted: 'adopted',
  'not-adopted': 'failed',
  collapsed: 'failed',
  stopped: 'stopped',
};

/** While a text is before the room, and when the gavel has fallen. */
const Decision = (): ReactNode => {
  const { view } = usePlaying();
  return (
    <Two
      left={
        <div className="screen-side screen-left">
          {view.ending === undefined ? null : (
            <section className={`verdict verdict-${LOOK[view.ending.end]}`}>
              <h2>{r(`ended_${view.ending.end}`)}</h2>
            </section>
          )}
          <Verdict />
          <Ladder />
          <Headlines most={FEW} />
        </div>
      }
      right={<TextBoard />}
    />
  );
};

/** The debrief: the question that is open, or the text and how it ended. */
const Debrief = (): ReactNode => {
  const { polls, spotlight, played } = useRoomSight();
  const scenario = useRoom((screen) => screen.scenario);
  const poll =
    polls.find(({ n }) => String(n) === spotlight.item) ?? polls.findLast(({ open }) => open) ?? polls.at(-1);
  const trial = spotlight.item === undefined && poll?.open !== true && played.length > 0;
  if (trial) return <Wide>{<Branches />}</Wide>;
  if (poll === undefined) return <Decision />;
  return (
    <div className="screen-blank screen-poll">
      <h2>{questionText(poll.question, scenario)}</h2>
      <p>{r('pollResults', { count: poll.answered })}</p>
      <PollResult poll={poll} />
    </div>
  );
};
