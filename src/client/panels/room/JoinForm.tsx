import { useReducer, useState, type ReactNode } from 'react';
import { inLanguage } from '../../i18n/words.ts';
import { r } from '../../i18n/room.ts';
import { holdKey, type OpenRole, type RoomCard } from '../../session/remote/index.ts';
import { Button, Flag } from '../bits.tsx';
import { TextLanguage } from '../TextLanguage.tsx';
import { useCompany } from './context.tsx';
import { RedeemForm } from './RedeemForm.tsx';
import { roomRefusalText } from './refusals.ts';

/** Name, part and seat. Whoever chooses none is put where people are needed. */
export const JoinForm = ({
  card,
  onAnother,
  mostLetters,
}: {
  readonly card: RoomCard;
  readonly onAnother: () => void;
  readonly mostLetters: number;
}): ReactNode => {
  const { room, go } = useCompany();
  const words = inLanguage(card.language);
  const [name, setName] = useState('');
  const full = card.delegations.every(({ free }) => free === 0);
  const roles = card.open.filter((role) => role !== 'member' || !full);
  const [role, setRole] = useState<OpenRole>(
    full ? (roles.find((one) => one === 'adviser') ?? roles[0] ?? 'observer') : 'member',
  );
  const [seat, setSeat] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [, sayAnew] = useReducer((times: number) => times + 1, 0);
  const chooses = card.choosing && (role === 'member' || role === 'adviser');
  const join = async (): Promise<void> => {
    setBusy(true);
    const chosen = chooses ? card.delegations.find(({ id }) => id === seat)?.id : undefined;
    const answer = await room.ask<'join'>(
      {
        ask: 'join',
        room: card.room,
        name: name.trim(),
        role,
        ...(chosen === undefined ? {} : { seat: chosen }),
      },
      true,
    );
    setBusy(false);
    if (answer.ok !== true) {
      setSaid(roomRefusalText(answer));
      return;
    }
    holdKey({ code: card.room, as: 'seat', key: answer.key, title: name.trim(), at: Date.now() });
    go({ at: 'seat', code: card.room });
  };
  if (!card.joining || roles.length === 0)
    return (
      <div className="join-body">
        <h1>{words(card.title)}</h1>
        <p className="join-note">{r('joinShut')}</p>
        <RedeemForm code={card.room} />
        <Button look="quiet" onPress={onAnother}>
          {r('joinBack')}
        </Button>
      </div>
    );
  return (
    <div className="join-body">
      <form
        className="join-form"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <h1>{words(card.title)}</h1>
        {card.stage === 'lobby' ? null : <p className="join-note">{r('joinLate')}</p>}
        {full && role === 'adviser' ? <p className="join-note">{r('joinAdviser')}</p> : null}
        <label className="card field">
          <span className="field-label">{r('joinName')}</span>
          <input
            className="text"
            value={name}
            maxLength={mostLetters}
            autoComplete="off"
            aria-describedby="name-about"
            data-testid="nickname"
            onChange={(event) => setName(event.target.value)}
          />
          <small id="name-about" className="quiet">
            {r('joinNameAbout')}
          </small>
        </label>
        {roles.length < 2 ? null : (
          <fieldset className="card join-choice">
            <legend>{r('joinAs')}</legend>
            <div className="join-roles">
              {roles.map((one) => (
                <label key={one} className="chip">
                  <input type="radio" name="role" checked={role === one} onChange={() => setRole(one)} />
                  {r(`as_${one}`)}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <TextLanguage title={card.title} own={card.language} onChange={sayAnew} />
        {chooses ? (
          <fieldset className="card join-choice">
            <legend>{r('joinWhere')}</legend>
            <div className="join-seats">
              <label className={seat === '' ? 'join-seat is-chosen' : 'join-seat'}>
                <input type="radio" name="seat" checked={seat === ''} onChange={() => setSeat('')} />
                <strong>{r('joinAnywhere')}</strong>
              </label>
              {card.delegations.map((delegation) => {
                const shut = role === 'member' && delegation.free === 0;
                return (
                  <label
                    key={delegation.id}
                    className={`join-seat${seat === delegation.id ? ' is-chosen' : ''}${shut ? ' is-shut' : ''}`}
                  >
                    <input
                      type="radio"
                      name="seat"
                      value={delegation.id}
                      disabled={shut}
                      checked={seat === delegation.id}
                      onChange={() => setSeat(delegation.id)}
                    />
                    <Flag code={delegation.flag} size={22} />
                    <strong>{words(delegation.name)}</strong>
                    <span className="quiet">
                      {delegation.free === 0
                        ? r('joinFull')
                        : delegation.people === 0
                          ? r('joinFree', { count: delegation.free })
                          : r('joinPeople', { count: delegation.people })}
                    </span>
                  </label>
                );
              })}
            </div>
          </fieldset>
        ) : role === 'member' ? (
          <p className="join-note">{r('joinPlaced')}</p>
        ) : null}
        <p role="alert" className="join-said">
          {said}
        </p>
        <div className="join-foot">
          <button
            type="submit"
            className="button button-main"
            disabled={busy || name.trim() === ''}
            data-testid="join-go"
          >
            {r('joinGo')}
          </button>
          <Button look="quiet" onPress={onAnother}>
            {r('joinBack')}
          </Button>
        </div>
      </form>
      <RedeemForm code={card.room} />
    </div>
  );
};
