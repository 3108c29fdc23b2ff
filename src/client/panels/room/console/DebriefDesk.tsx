import { useState, type ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import type { PollForm, PollSight, Reflecting } from '../../../session/remote/index.ts';
import { Button, Confirmed } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';
import { useFilmDoor } from '../../film-door.tsx';
import { useDebriefDoor } from '../../play/debrief-door.ts';
import { useRoom, useRoomSight } from '../context.tsx';
import { useKept } from '../kept.ts';
import { OutcomePaper } from '../../play/OutcomePaper.tsx';
import { Branches } from '../Branches.tsx';
import { choiceText, POLLS, questionText } from '../polls.ts';
import { useAsk, useDeskSight } from './act.ts';
import { Evidence } from './Evidence.tsx';

/** The debrief: when it begins, what is asked of everybody, and what they have answered. */
export const DebriefDesk = (): ReactNode => {
  const ask = useAsk();
  const { stage, polls, revealed, people, branch } = useRoomSight();
  const { reflections } = useDeskSight();
  const door = useDebriefDoor();
  const { openFilm } = useFilmDoor();
  const players = people.filter(({ role }) => role === 'member' || role === 'chair').length;
  const said = reflections.filter(({ said: words }) => isTaken(words)).length;
  const { scenario, view, names } = usePlaying();
  const [own, setOwn] = useKept('own-question');
  const asked = polls.map(({ question }) => JSON.stringify(question));
  const open = (poll: PollForm): void => {
    void ask<'poll'>({ ask: 'poll', poll });
  };
  const scenarioPolls: readonly PollForm[] = scenario.debrief.map((_, index) => ({
    question: { ask: 'scenario', index },
    choices: [],
    most: 0,
    text: true,
  }));
  return (
    <>
      <h2>{r('debriefTitle')}</h2>
      {stage === 'play' && branch === undefined ? (
        <div className="sheet">
          <p>{r('debriefEarly')}</p>
          <Confirmed
            look="main"
            label={r('startDebrief')}
            about={r('startDebriefAbout')}
            onConfirm={() => void ask<'debrief'>({ ask: 'debrief' })}
          />
        </div>
      ) : null}
      <section className="sheet" aria-labelledby="lead-debrief">
        <h3 id="lead-debrief">{r('leadDebrief')}</h3>
        {view.status === 'closed' ? (
          <>
            <p>{r('saidCount', { count: said, all: players })}</p>
            <div className="row">
              <Button look="main" onPress={() => door.open(false)} testId="lead-debrief">
                {r('leadDebriefOpen')}
              </Button>
              <Button onPress={() => openFilm()} testId="room-film">
                {t('watchFilm')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p className="quiet">{r('filmSoFarAbout')}</p>
            <Button onPress={() => openFilm()} testId="room-film">
              {r('filmSoFar')}
            </Button>
          </>
        )}
      </section>
      {stage === 'debrief' && !revealed ? (
        <Confirmed
          look="plain"
          label={r('reveal')}
          about={r('revealAbout')}
          onConfirm={() => void ask<'reveal'>({ ask: 'reveal' })}
        />
      ) : null}
      {revealed ? <p className="news">{r('revealedNow')}</p> : null}
      {polls.toReversed().map((poll) => (
        <PollDesk key={poll.n} poll={poll} />
      ))}
      {stage === 'debrief' ? <Evidence when="after" /> : null}
      <section aria-labelledby="ask-next">
        <h3 id="ask-next">{r('askNext')}</h3>
        <p className="quiet">{r('askNextAbout')}</p>
        <ul className="ask-list">
          {[...POLLS, ...scenarioPolls]
            .filter(({ question }) => !asked.includes(JSON.stringify(question)))
            .map((poll) => (
              <li key={JSON.stringify(poll.question)}>
                <span>{questionText(poll.question, scenario)}</span>
                <Button
                  label={`${r('askIt')}: ${questionText(poll.question, scenario)}`}
                  testId={poll.question.ask === 'code' ? `ask-${poll.question.code}` : 'ask-scenario'}
                  onPress={() => open(poll)}
                >
                  {r('askIt')}
                </Button>
              </li>
            ))}
        </ul>
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (own.trim() === '') return;
            open({ question: { ask: 'words', text: own.trim() }, choices: [], most: 0, text: true });
            setOwn('');
          }}
        >
          <label className="field field-wide">
            <span className="field-label">{r('ownQuestion')}</span>
            <input
              className="text"
              maxLength={200}
              value={own}
              onChange={(event) => setOwn(event.target.value)}
            />
          </label>
          <button type="submit" className="button" disabled={own.trim() === ''}>
            {r('askIt')}
          </button>
        </form>
      </section>
      {view.status === 'closed' ? <OutcomePaper /> : null}
      <Branches />
      <section aria-labelledby="goals">
        <h3 id="goals">{r('goalsTitle')}</h3>
        <ul className="ideas">
          {scenario.goals.map((goal) => (
            <li key={goal.id}>{names.words(goal.goal)}</li>
          ))}
        </ul>
      </section>
    </>
  );
};

/** Whether somebody has written what they take away. */
const isTaken = ({ takeAway, short }: Reflecting): boolean => (takeAway ?? short?.action ?? '').trim() !== '';

/** One question: how many have answered, what they wrote; close it, show it to all. */
const PollDesk = ({ poll }: { readonly poll: PollSight }): ReactNode => {
  const ask = useAsk();
  const { people } = useRoomSight();
  const { answers } = useDeskSight();
  const scenario = useRoom((screen) => screen.scenario);
  const [chosen, choose] = useState<readonly string[]>([]);
  const given = answers.find((one) => one.poll === poll.n)?.answers ?? [];
  const texts = given.filter(({ text }) => text !== undefined);
  return (
    <section
      className="sheet poll-desk"
      aria-labelledby={`desk-poll-${String(poll.n)}`}
      data-testid="desk-poll"
    >
      <h3 id={`desk-poll-${String(poll.n)}`}>{questionText(poll.question, scenario)}</h3>
      <p className="quiet">{r('pollResults', { count: given.length })}</p>
      {poll.choices.length === 0 ? null : (
        <ul className="rates">
          {poll.choices.map((choice, place) => (
            <li key={choice}>
              <span>{choiceText(choice)}</span>
              <span className="bar" aria-hidden="true">
                <span
                  className="bar-fill"
                  style={{
                    inlineSize: `${String(
                      Math.round(
                        (100 * given.filter(({ choices }) => choices.includes(place)).length) /
                          Math.max(1, given.length),
                      ),
                    )}%`,
                  }}
                />
              </span>
              <strong>{given.filter(({ choices }) => choices.includes(place)).length}</strong>
            </li>
          ))}
        </ul>
      )}
      {texts.length === 0 ? null : (
        <ul className="poll-answers">
          {texts.map(({ by, text }) => (
            <li key={by}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(by)}
                  onChange={(event) =>
                    choose(event.target.checked ? [...chosen, by] : chosen.filter((one) => one !== by))
                  }
                />
                <span>
                  {text} <span className="quiet">{people.find(({ id }) => id === by)?.name ?? ''}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button
          look="main"
          onPress={() =>
            void ask<'show-poll'>({
              ask: 'show-poll',
              poll: poll.n,
              texts: given.filter(({ by }) => chosen.includes(by)).map(({ by }) => by),
            })
          }
        >
          {r('showAll')}
        </Button>
        {poll.open ? (
          <Button onPress={() => void ask<'close-poll'>({ ask: 'close-poll', poll: poll.n })}>
            {r('closePoll')}
          </Button>
        ) : null}
      </div>
    </section>
  );
};
