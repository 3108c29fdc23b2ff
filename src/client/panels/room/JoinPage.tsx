import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import {
  CODE_LENGTH,
  dropKey,
  heldKeys,
  NAME_LENGTH,
  type Answer,
  type RoomCard,
} from '../../session/remote/index.ts';
import { Button } from '../bits.tsx';
import { asCode, TITLE } from '../place.ts';
import { CodeField } from './CodeField.tsx';
import { useCompany } from './context.tsx';
import { JoinForm } from './JoinForm.tsx';
import { roomRefusalText } from './refusals.ts';

/** Code, nickname, seat: three short steps on one page, made for a phone held in one hand. */
const JoinPage = ({ code: named }: { readonly code: string }): ReactNode => {
  const { room, go } = useCompany();
  const [code, setCode] = useState(named);
  const [card, setCard] = useState<RoomCard>();
  const [said, setSaid] = useState('');
  const [held] = useState(() => heldKeys().filter(({ as }) => as === 'seat'));
  const mine = held.find((key) => key.code === named);
  // Whoever was in this room already chooses whether to go back.
  const atOnce = asCode(named).length === CODE_LENGTH && mine === undefined;
  const [looking, setLooking] = useState(atOnce);
  const heard = useCallback((answer: Answer<'knock'>): void => {
    setLooking(false);
    if (answer.ok === true) setCard(answer.card);
    else setSaid(roomRefusalText(answer));
  }, []);
  useEffect(() => {
    if (atOnce) void room.ask<'knock'>({ ask: 'knock', room: asCode(named) }, true).then(heard);
  }, [room, heard, named, atOnce]);
  const another = (): void => {
    setCard(undefined);
    setSaid('');
  };
  return (
    <main className="room-page join-page" data-testid="join-page">
      <header className="join-head">
        <Button look="quiet" onPress={() => go(TITLE)}>
          {t('back')}
        </Button>
        <p className="join-brand">{t('game')}</p>
      </header>
      {card === undefined ? (
        <div className="join-body">
          <h1>{r('joinTitle')}</h1>
          {mine === undefined
            ? held.slice(0, 3).map((key) => <Back key={key.code} code={key.code} title={key.title} />)
            : null}
          {mine === undefined ? null : <Back code={mine.code} title={mine.title} />}
          <form
            className="card join-code"
            onSubmit={(event) => {
              event.preventDefault();
              setSaid('');
              setLooking(true);
              void room.ask<'knock'>({ ask: 'knock', room: asCode(code) }, true).then(heard);
            }}
          >
            <CodeField
              label={r('joinCodeLabel')}
              about={r('joinCodeAbout')}
              value={code}
              onChange={setCode}
              testId="code-input"
            />
            <button
              type="submit"
              className="button button-main"
              disabled={asCode(code).length !== CODE_LENGTH || looking}
              data-testid="find-room"
            >
              {looking ? r('joinFinding') : r('joinFind')}
            </button>
            <p role="alert" className="loss">
              {said}
            </p>
          </form>
        </div>
      ) : (
        <JoinForm card={card} onAnother={another} mostLetters={NAME_LENGTH} />
      )}
    </main>
  );
};

/** Back into a room one was in, by the key that this browser holds. */
const Back = ({ code, title }: { readonly code: string; readonly title: string }): ReactNode => {
  const { go } = useCompany();
  const [gone, setGone] = useState(false);
  if (gone) return null;
  return (
    <section className="card join-back" aria-label={r('joinResume')}>
      <p>{r('joinResumeAbout', { code, title })}</p>
      <div className="row">
        <Button look="main" onPress={() => go({ at: 'seat', code })} testId="resume-seat">
          {r('joinResume')}
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            dropKey(code, 'seat');
            setGone(true);
          }}
        >
          {t('forget')}
        </Button>
      </div>
    </section>
  );
};

export default JoinPage;
