import { useEffect, useState, type ReactNode } from 'react';
import { r } from '../../i18n/room.ts';
import { useCompany, useMine } from './context.tsx';

/** Milliseconds without a keystroke before notes go to the others. */
const PAUSE = 900;
const LETTERS = 2000;

/** Notes that the people of one delegation share. What others write is taken over while one is not writing oneself. */
export const TeamNotes = (): ReactNode => {
  const { room } = useCompany();
  const { notes } = useMine();
  const [text, setText] = useState<string>();
  useEffect(() => {
    if (text === undefined) return undefined;
    const timer = window.setTimeout(() => {
      void room.ask<'team-notes'>({ ask: 'team-notes', text }).then(() =>
        // Whoever has gone on writing meanwhile keeps what is there.
        setText((now) => (now === text ? undefined : now)),
      );
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [room, text]);
  return (
    <label className="field">
      <span className="field-label">{r('teamNotes')}</span>
      <textarea
        className="text"
        rows={4}
        maxLength={LETTERS}
        value={text ?? notes}
        onChange={(event) => setText(event.target.value)}
      />
      <small className="quiet">{r('teamNotesAbout')}</small>
    </label>
  );
};
