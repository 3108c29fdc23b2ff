import { useState, type ReactNode } from 'react';
import type { DelegationId } from '../../../engine/seat.ts';
import { eventText } from '../../i18n/events.ts';
import { r } from '../../i18n/room.ts';
import { Flag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { printed } from './board/printed.ts';
import { useCompany, useMine, useRoomSight } from './context.tsx';
import { useKept } from './kept.ts';
import { whenClock } from './time.ts';

const IDEAS = 6;
const LETTERS = 120;

/** For the press: write a headline; see what has been printed, and what could be a story. */
export const PressDesk = (): ReactNode => {
  const { room } = useCompany();
  const { room: code } = useRoomSight();
  const mine = useMine();
  const { scenario, view, names } = usePlaying();
  const [text, setText] = useKept(`${code}/headline`);
  const [about, setAbout] = useState<readonly DelegationId[]>([]);
  const [busy, setBusy] = useState(false);
  const ideas = printed(view, IDEAS);
  const print = async (): Promise<void> => {
    setBusy(true);
    const answer = await room.ask<'headline'>({ ask: 'headline', text: text.trim(), about });
    setBusy(false);
    if (answer.ok !== true) return;
    setText('');
    setAbout([]);
  };
  return (
    <>
      <h2>{r('pressTitle')}</h2>
      <p className="quiet">{r('pressAbout')}</p>
      <form
        className="compose"
        onSubmit={(event) => {
          event.preventDefault();
          void print();
        }}
      >
        <label className="field">
          <span className="field-label">{r('headline')}</span>
          <textarea
            className="text headline-input"
            rows={2}
            maxLength={LETTERS}
            value={text}
            data-testid="headline"
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <fieldset>
          <legend>{r('headlineAbout')}</legend>
          <div className="chips">
            {scenario.delegations.map(({ id, flag, placard }) => (
              <label key={id} className="chip">
                <input
                  type="checkbox"
                  checked={about.includes(id)}
                  onChange={(event) =>
                    setAbout(event.target.checked ? [...about, id] : about.filter((one) => one !== id))
                  }
                />
                <Flag code={flag} size={14} /> {names.words(placard)}
              </label>
            ))}
          </div>
        </fieldset>
        <button
          type="submit"
          className="button button-main"
          disabled={busy || text.trim() === ''}
          data-testid="print"
        >
          {r('headlinePrint')}
        </button>
      </form>
      {ideas.length === 0 ? null : (
        <section aria-labelledby="ideas">
          <h3 id="ideas">{r('headlineIdeas')}</h3>
          <ul className="ideas">
            {ideas.map((event, place) => (
              <li key={`${event.kind}-${String(place)}`}>{eventText(names, event)}</li>
            ))}
          </ul>
        </section>
      )}
      <Papers />
      {mine.headlines
        .filter(({ state }) => state === 'held')
        .map((headline) => (
          <p key={headline.n} className="quiet">
            “{headline.text}”: {r('headlineHeld')}
          </p>
        ))}
    </>
  );
};

/** What the press has printed, the newest first. */
export const Papers = (): ReactNode => {
  const { headlines } = useRoomSight();
  const shown = headlines.filter(({ state }) => state === 'shown').toReversed();
  return (
    <section aria-labelledby="papers">
      <h3 id="papers">{r('papers')}</h3>
      {shown.length === 0 ? <p className="quiet">{r('headlineNone')}</p> : null}
      <ul className="clippings">
        {shown.map((headline) => (
          <li key={headline.n} className="clipping">
            <strong>{headline.text}</strong> <span className="quiet">{whenClock(headline.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
