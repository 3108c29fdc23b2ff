import { useState, type ReactNode } from 'react';
import { r } from '../../i18n/room.ts';
import { heldKey, type Good } from '../../session/remote/index.ts';
import { Button } from '../bits.tsx';
import { shortAddress } from './addresses.ts';
import { Code } from './Code.tsx';
import { useCompany, useRoomSight, useServerNow } from './context.tsx';
import { linkWith } from './keys.ts';
import { Qr } from './Qr.tsx';
import { clockText } from './time.ts';

/** My seat on another device: a picture to scan, or a short code to type. */
export const OtherDevice = (): ReactNode => {
  const { room } = useCompany();
  const { room: code } = useRoomSight();
  const [shown, show] = useState(false);
  const [made, setMade] = useState<Good<'device-code'>>();
  const key = heldKey(code, 'seat')?.key;
  const open = async (): Promise<void> => {
    show(true);
    const answer = await room.ask<'device-code'>({ ask: 'device-code' });
    if (answer.ok === true) setMade(answer);
  };
  if (!shown)
    return (
      <Button look="quiet" testId="other-device" onPress={() => void open()}>
        {r('deviceMake')}
      </Button>
    );
  return (
    <div className="seat-link" data-testid="device">
      <p className="quiet">{r('deviceAbout')}</p>
      {key === undefined ? null : (
        <>
          <Qr address={linkWith({ at: 'seat', code }, key)} label={r('seatLink')} />
          <a href={linkWith({ at: 'seat', code }, key)}>{r('seatLink')}</a>
        </>
      )}
      {made === undefined ? null : <SeatCode made={made} />}
      <Button look="quiet" onPress={() => show(false)}>
        {r('deviceHide')}
      </Button>
    </div>
  );
};

/** A short code, where to type it, and how long it is good. */
export const SeatCode = ({
  made,
  address = window.location.origin,
}: {
  readonly made: Good<'device-code'>;
  readonly address?: string;
}): ReactNode => {
  const { room } = useRoomSight();
  const left = made.until - useServerNow(1000);
  if (left <= 0) return <p className="quiet">{r('deviceCodeOver')}</p>;
  return (
    <div className="seat-code" data-testid="seat-code">
      <p>{r('deviceCodeAbout', { address: `${shortAddress(address)}/j/${room}` })}</p>
      <Code code={made.code} />
      <p className="quiet">{r('deviceCodeFor', { time: clockText(left) })}</p>
    </div>
  );
};
