import { useState, type ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { holdKey, type Good, type Wanted } from '../../../session/remote/index.ts';
import { Button } from '../../bits.tsx';
import type { Place } from '../../place.ts';
import { useAddresses } from '../addresses.ts';
import { useRoomSight } from '../context.tsx';
import { keyFor, linkWith } from '../keys.ts';
import { SeatCode } from '../OtherDevice.tsx';
import { Qr } from '../Qr.tsx';
import { useAsk } from './act.ts';

/** Opens the projector's page in a window of its own; it comes in with its own key. */
export const ProjectorButton = (): ReactNode => {
  const ask = useAsk();
  const { room } = useRoomSight();
  const invited = async (): Promise<string | undefined> => {
    const answer = await ask<'invite'>({ ask: 'invite', role: 'projector', name: r('role_projector') });
    if (answer.ok !== true) return undefined;
    holdKey({ code: room, as: 'screen', key: answer.key, title: '', at: Date.now() });
    return answer.key;
  };
  const open = async (): Promise<void> => {
    // At once: browsers open windows only while a click is being handled.
    const page = window.open('', 'nia-projector');
    const key = keyFor(room, 'screen')?.key ?? (await invited());
    if (key === undefined) {
      page?.close();
      return;
    }
    // The key goes with the address: what one window stores another may not see at once.
    const address = linkWith({ at: 'screen', code: room }, key);
    if (page === null) window.location.assign(address);
    else page.location.assign(address);
  };
  return (
    <Button testId="open-projector" onPress={() => void open()}>
      {r('openProjector')}
    </Button>
  );
};

type Invited = Wanted<'invite'>['role'];
const INVITED: readonly Invited[] = ['co-facilitator', 'projector', 'observer', 'press', 'secretariat'];

const placeFor = (role: Invited, code: string): Place =>
  role === 'co-facilitator'
    ? { at: 'console', code }
    : role === 'projector'
      ? { at: 'screen', code }
      : { at: 'seat', code };

/** Links that carry a key: for a co-facilitator, a second projector, somebody who comes without the code. */
export const Invitations = (): ReactNode => {
  const ask = useAsk();
  const { room } = useRoomSight();
  const { chosen } = useAddresses();
  const [made, setMade] = useState<{
    readonly role: Invited;
    readonly link: string;
    readonly code?: Good<'device-code'>;
  }>();
  const invite = async (role: Invited): Promise<void> => {
    const answer = await ask<'invite'>({ ask: 'invite', role, name: r(`role_${role}`) });
    if (answer.ok !== true) return;
    const link = linkWith(placeFor(role, room), answer.key, chosen);
    // Nobody types a link into the computer at the wall; what runs a room is not to be had by a short code.
    const code =
      role === 'co-facilitator'
        ? undefined
        : await ask<'device-code'>({ ask: 'device-code', person: answer.person });
    setMade({ role, link, ...(code?.ok === true ? { code } : {}) });
  };
  return (
    <section aria-labelledby="invitations">
      <h3 id="invitations">{r('invitations')}</h3>
      <p className="quiet">{r('invitationsAbout')}</p>
      <div className="chips">
        {INVITED.map((role) => (
          <Button key={role} testId={`invite-${role}`} onPress={() => void invite(role)}>
            {r(`role_${role}`)}
          </Button>
        ))}
      </div>
      {made === undefined ? null : (
        <div className="seat-link" data-testid="invitation">
          <Qr address={made.link} label={r('invitationFor', { role: r(`role_${made.role}`) })} />
          <p>
            <strong>{r('invitationFor', { role: r(`role_${made.role}`) })}</strong>
            <br />
            <a href={made.link} className="long-link">
              {made.link}
            </a>
          </p>
          {made.code === undefined ? null : <SeatCode made={made.code} address={chosen} />}
        </div>
      )}
    </section>
  );
};
