import { useState, type ReactNode } from 'react';
import { r } from '../../i18n/room.ts';
import type { PersonSight, Proposal, SeatSight } from '../../session/remote/index.ts';
import { Button } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { RoomClock } from './Clock.tsx';
import { noticeText } from './notices.ts';
import { commandText } from './command-text.ts';
import { useCompany, useMine, useRoomSight, useServerNow } from './context.tsx';
import { StoodIn } from './StoodIn.tsx';
import { clockText } from './time.ts';

/** Over everything in play: the room's time, and whatever about one's own seat must not be overlooked. */
export const RoomBar = (): ReactNode => {
  const { clock, settings, branch } = useRoomSight();
  const mine = useMine();
  return (
    <section className="room-bar" aria-label={r('roomBar')} data-testid="room-bar">
      <div className="room-strip">
        <RoomClock />
        {clock.speed === 100 ? null : (
          <span className="strip-tag">{r('slow', { percent: clock.speed })}</span>
        )}
        {branch === undefined ? null : (
          <span className="strip-tag" data-testid="trial">
            {r('trialNow')}
          </span>
        )}
        <span className="strip-me">{r('myName', { name: mine.name, role: r(`role_${mine.role}`) })}</span>
        {mine.head && settings.deciding === 'head' ? (
          <span className="strip-tag">{r('pollYouDecide')}</span>
        ) : null}
        <HelpButton />
      </div>
      <Latest />
      <Paused />
      <Stand />
      <StoodIn />
      <Proposals />
      <Nudge />
    </section>
  );
};

const HelpButton = (): ReactNode => {
  const { room } = useCompany();
  const { help } = useMine();
  return (
    <Button
      look="quiet"
      testId="ask-help"
      onPress={() => void room.ask<'help'>({ ask: 'help', help: !help })}
    >
      {help ? r('helpAsked') : r('askHelp')}
    </Button>
  );
};

/** Milliseconds for which a notice stays. */
const STAYS = 12_000;

/** What has just happened in the room, where nothing else tells it. */
const Latest = (): ReactNode => {
  const { notices, people } = useRoomSight();
  const { names } = usePlaying();
  const now = useServerNow(2000);
  const latest = notices.findLast((notice) => noticeText(notice, names, people) !== undefined);
  if (latest === undefined || now - latest.at > STAYS) return <output className="hidden" />;
  return (
    <output className="room-note" data-testid="notice">
      {noticeText(latest, names, people)}
    </output>
  );
};

const Paused = (): ReactNode => {
  const { clock } = useRoomSight();
  if (clock.paused === undefined) return null;
  return (
    <output className="room-note note-pause" data-testid="paused">
      <strong>{r('paused')}</strong> {clock.paused.text ?? r(`${clock.paused.code}_pause`)}
    </output>
  );
};

/** Who plays my seat, and whose seat AI is about to take. */
const Stand = (): ReactNode => {
  const { seats } = useRoomSight();
  const mine = useMine();
  const { names } = usePlaying();
  const own = seats.find(({ seat }) => seat === mine.seat);
  return (
    <>
      {own?.by === 'ai' && (mine.role === 'member' || mine.role === 'chair') ? (
        <output className="room-note note-ai" data-testid="ai-plays-mine">
          <strong>{r('aiPlays')}</strong>{' '}
          {own.why === 'facilitator' ? r('aiPlaysByFacilitator') : r('aiPlaysAbout')}
        </output>
      ) : null}
      {mine.role === 'adviser' && mine.seat !== undefined ? (
        <p className="room-note">{r('adviserSees', { name: names.delegation(mine.seat) })}</p>
      ) : null}
      {seats
        .filter(({ seat, takeOverAt }) => takeOverAt !== undefined && seat !== mine.seat)
        .map((seat) => (
          <TakeOver key={seat.seat} seat={seat} />
        ))}
    </>
  );
};

const TakeOver = ({ seat }: { readonly seat: SeatSight }): ReactNode => {
  const { names } = usePlaying();
  const left = (seat.takeOverAt ?? 0) - useServerNow(1000);
  return (
    <p className="room-note note-ai">
      {r('aiTakesOverIn', { name: names.delegation(seat.seat), time: clockText(left) })}
    </p>
  );
};

const Nudge = (): ReactNode => {
  const { nudged } = useMine();
  const [read, setRead] = useState<number>();
  if (nudged === undefined || nudged === read) return null;
  return (
    <output className="room-note note-nudge">
      <span>{r('nudged')}</span>
      <Button look="quiet" onPress={() => setRead(nudged)}>
        {r('understood')}
      </Button>
    </output>
  );
};

/** What somebody of my delegation wants to do in its name, and who is for it. */
const Proposals = (): ReactNode => {
  const mine = useMine();
  const { people } = useRoomSight();
  return (
    <>
      {mine.proposals.map((proposal) => (
        <ProposalNote key={proposal.n} proposal={proposal} people={people} />
      ))}
    </>
  );
};

const ProposalNote = ({
  proposal,
  people,
}: {
  readonly proposal: Proposal;
  readonly people: readonly PersonSight[];
}): ReactNode => {
  const { room } = useCompany();
  const mine = useMine();
  const { settings } = useRoomSight();
  const { names, view } = usePlaying();
  const by = people.find(({ id }) => id === proposal.by)?.name ?? '';
  const said = proposal.yes.includes(mine.person) || proposal.no.includes(mine.person);
  const answer = (agree: boolean): void => {
    void room.ask<'back'>({ ask: 'back', proposal: proposal.n, agree });
  };
  const mates = people.filter(({ seat, role }) => seat === mine.seat && role === 'member');
  const head = mates.find((person) => person.head);
  return (
    <div className="room-note note-poll" aria-live="polite" data-testid="proposal">
      <p>
        <strong>{r('pollTitle')}</strong> {r('pollProposes', { name: by })}{' '}
        <em>{commandText(names, proposal.command, view.offers)}</em>
      </p>
      <p className="quiet">
        {settings.deciding === 'head'
          ? mine.head
            ? r('pollHeadAlso')
            : r('pollHead', { name: head?.name ?? '' })
          : r('pollCount', {
              for: proposal.yes.length,
              against: proposal.no.length,
              needed: proposal.needed,
            })}
      </p>
      <div className="row">
        <Button
          look="main"
          disabled={proposal.yes.includes(mine.person)}
          testId="poll-for"
          onPress={() => answer(true)}
        >
          {r('pollFor')}
        </Button>
        <Button
          disabled={proposal.no.includes(mine.person)}
          testId="poll-against"
          onPress={() => answer(false)}
        >
          {proposal.by === mine.person ? r('pollWithdraw') : r('pollAgainst')}
        </Button>
        {said ? (
          <span className="quiet">
            {r('pollMine', { what: proposal.yes.includes(mine.person) ? r('pollFor') : r('pollAgainst') })}
          </span>
        ) : null}
      </div>
    </div>
  );
};
