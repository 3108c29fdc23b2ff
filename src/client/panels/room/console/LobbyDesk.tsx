import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { Button } from '../../bits.tsx';
import { joinAddress, shortAddress, useAddresses } from '../addresses.ts';
import { Code } from '../Code.tsx';
import { useRoomSight } from '../context.tsx';
import { Qr } from '../Qr.tsx';
import { useAsk, useDeskSight } from './act.ts';
import { ProjectorButton } from './Invitations.tsx';
import { Seats } from './Seats.tsx';

/** Before the start: how people get in, who is here, whether all is in order, and the one button. */
export const LobbyDesk = (): ReactNode => {
  const ask = useAsk();
  const { room } = useRoomSight();
  const { checks } = useDeskSight();
  const { chosen, all, choose } = useAddresses();
  const address = joinAddress(chosen, room);
  const ready = checks.every(({ ok, grave }) => ok || !grave);
  return (
    <>
      <section className="lobby-board" aria-labelledby="lobby-board">
        <div className="lobby-code">
          <h2 id="lobby-board">{r('screenJoin')}</h2>
          <Code code={room} />
          <p className="lobby-address">{shortAddress(chosen)}</p>
          <div className="lobby-qr">
            <Qr address={address} label={r('qrLabel', { address })} />
          </div>
          {all.length < 2 ? null : (
            <label className="field">
              <span className="field-label">{r('hostAddress')}</span>
              <select value={chosen} onChange={(event) => choose(event.target.value)}>
                {all.map((one) => (
                  <option key={one} value={one}>
                    {shortAddress(one)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <div className="lobby-checks">
          <ul className="checks" aria-label={r('hostCheck')}>
            {checks.map(({ check, ok, grave, figure }) => (
              <li
                key={check}
                className={ok ? 'check check-ok' : grave ? 'check check-not' : 'check check-soft'}
              >
                <span className="check-mark" aria-hidden="true">
                  {ok ? '✓' : grave ? '!' : '·'}
                </span>
                <span>
                  <span className="hidden">{ok ? r('checkOk') : r('checkNot')} </span>
                  {r(`check_${check}_${ok ? 'ok' : 'not'}`, { figure: figure ?? 0, count: figure ?? 0 })}
                </span>
              </li>
            ))}
          </ul>
          <div className="row">
            <ProjectorButton />
            <Button
              look="main"
              testId="start"
              onPress={() => void ask<'start'>({ ask: 'start', despite: !ready })}
            >
              {ready ? r('start') : r('startDespite')}
            </Button>
          </div>
        </div>
      </section>
      <Seats />
    </>
  );
};
