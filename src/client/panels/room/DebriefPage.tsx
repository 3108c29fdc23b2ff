import { useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import { TEXT_LENGTH, type PollSight } from '../../session/remote/index.ts';
import { useScreen } from '../context.tsx';
import { OutcomePaper } from '../play/OutcomePaper.tsx';
import { Branches } from './Branches.tsx';
import { RoomClock } from './Clock.tsx';
import { useCompany, useMine, useRoom, useRoomSight } from './context.tsx';
import { useKept } from './kept.ts';
import { GoalQuestions } from './GoalQuestions.tsx';
import { RoomDoors } from './RoomDoors.tsx';
import { PollResult } from './PollResult.tsx';
import { choiceText, questionText } from './polls.ts';

/** After play: the facilitator's questions, one's own debrief, and what became of it. */
const DebriefPage = (): ReactNode => (
  <RoomDoors>
    <Body />
  </RoomDoors>
);

const Body = (): ReactNode => {
  const sight = useRoomSight();
  const closed = useScreen((screen) => screen.view?.status === 'closed');
  const polls = sight.polls.toReversed();
  return (
    <main className="room-page debrief-page" data-testid="debrief-room">
      <header className="lobby-head">
        <h1>{r('debriefTitle')}</h1>
        <RoomClock />
      </header>
      <div className="debrief-body">
        {sight.branch === undefined ? null : <p className="card news">{r('branchEnded')}</p>}
        {closed && sight.settings.questions === 'after' ? <GoalQuestions when="after" /> : null}
        {polls.length === 0 ? <p className="card">{r('debriefWait')}</p> : null}
        {polls.map((poll) => (
          <PollCard key={poll.n} poll={poll} />
        ))}
        {closed ? (
          <section className="card paper-plain" aria-label={t('tab_now')}>
            <OutcomePaper />
            <Branches />
          </section>
        ) : null}
      </div>
    </main>
  );
};

const PollCard = ({ poll }: { readonly poll: PollSight }): ReactNode => {
  const { room } = useCompany();
  const { room: code } = useRoomSight();
  const mine = useMine();
  const scenario = useRoom((screen) => screen.scenario);
  const before = mine.answers.find((answer) => answer.poll === poll.n)?.answer;
  const [chosen, choose] = useState<readonly number[]>(before?.choices ?? []);
  const [text, setText] = useKept(`${code}/poll/${String(poll.n)}`);
  const [busy, setBusy] = useState(false);
  const ready = poll.choices.length === 0 ? text.trim() !== '' : chosen.length > 0;
  const toggle = (place: number, on: boolean): void =>
    choose(on ? [...chosen, place].slice(-poll.most) : chosen.filter((other) => other !== place));
  const send = async (): Promise<void> => {
    setBusy(true);
    const said = text.trim();
    await room.ask<'answer-poll'>({
      ask: 'answer-poll',
      poll: poll.n,
      choices: chosen,
      ...(said === '' ? {} : { text: said }),
    });
    setBusy(false);
  };
  return (
    <section className="card poll" aria-labelledby={`poll-${String(poll.n)}`} data-testid="poll">
      <h2 id={`poll-${String(poll.n)}`}>{questionText(poll.question, scenario)}</h2>
      {poll.open ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          {poll.choices.length === 0 ? null : (
            <fieldset className="chips">
              <legend className="hidden">{questionText(poll.question, scenario)}</legend>
              {poll.choices.map((choice, place) => (
                <label key={choice} className="chip">
                  <input
                    type="checkbox"
                    checked={chosen.includes(place)}
                    onChange={(event) => toggle(place, event.target.checked)}
                  />
                  {choiceText(choice)}
                </label>
              ))}
            </fieldset>
          )}
          {poll.text ? (
            <label className="field">
              <span className="field-label">{r('inFewWords')}</span>
              <textarea
                className="text"
                rows={2}
                maxLength={TEXT_LENGTH}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </label>
          ) : null}
          <button
            type="submit"
            className="button button-main"
            disabled={busy || !ready}
            data-testid="poll-send"
          >
            {r('pollAnswer')}
          </button>
          {before === undefined ? null : <output>{r('pollAnswered')}</output>}
        </form>
      ) : (
        <p className="quiet">{r('pollClosed')}</p>
      )}
      <PollResult poll={poll} />
    </section>
  );
};

export default DebriefPage;
