import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { Flag } from '../../bits.tsx';
import { joinAddress, shortAddress, useAddresses } from '../addresses.ts';
import { Code } from '../Code.tsx';
import { useNames, useRoom, useRoomSight } from '../context.tsx';
import { Qr } from '../Qr.tsx';

/** How to get in, as large as the wall allows, and who is there already. */
export const Lobby = (): ReactNode => {
  const { room, people } = useRoomSight();
  const { chosen } = useAddresses();
  const address = joinAddress(chosen, room);
  const count = people.filter(({ here, role }) => here && role !== 'projector').length;
  return (
    <div className="screen-lobby">
      <section className="screen-join" aria-label={r('screenJoin')}>
        <h2>{r('screenJoin')}</h2>
        <Code code={room} />
        <p className="screen-address">{shortAddress(chosen)}</p>
      </section>
      <section className="screen-qr card">
        <Qr address={address} label={r('qrLabel', { address })} />
        <p>{r('screenWelcome', { count })}</p>
      </section>
      <Placards />
    </div>
  );
};

/** The delegations as placards, with the people behind them. */
export const Placards = (): ReactNode => {
  const { people, seats, stage } = useRoomSight();
  const scenario = useRoom((screen) => screen.scenario);
  const names = useNames();
  if (scenario === undefined || names === undefined) return null;
  return (
    <ul className="placards">
      {seats.map(({ seat, by, closed }) => {
        const flag = scenario.delegations.find(({ id }) => id === seat)?.flag ?? scenario.chair.flag;
        const here = people.filter(
          (person) => person.seat === seat && (person.role === 'member' || person.role === 'chair'),
        );
        return (
          <li key={seat} className={here.length === 0 ? 'placard placard-empty' : 'placard'}>
            <strong>
              <Flag code={flag} size={24} /> {names.delegation(seat)}
            </strong>
            <ul>
              {here.length === 0 ? (
                <li>
                  {by === 'ai' && (closed === true || stage !== 'lobby') ? r('screenAi') : r('screenNobody')}
                </li>
              ) : (
                here.map((person) => (
                  <li
                    key={person.id}
                    className={`${person.ready ? 'is-ready' : ''}${person.here ? '' : ' is-away'}`}
                  >
                    {person.name}
                  </li>
                ))
              )}
            </ul>
          </li>
        );
      })}
    </ul>
  );
};
