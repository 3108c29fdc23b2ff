import { useState, type ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import {
  OPEN_ROLES,
  type Good,
  type OpenRole,
  type PersonSight,
  type SeatSight,
} from '../../../session/remote/index.ts';
import { Button, Confirmed, Select } from '../../bits.tsx';
import { useCompany, useNames, useRoom, useRoomSight } from '../context.tsx';
import type { Place } from '../../place.ts';
import { useAddresses } from '../addresses.ts';
import { linkWith } from '../keys.ts';
import { SeatCode } from '../OtherDevice.tsx';
import { Qr } from '../Qr.tsx';
import { useAsk, useDeskSight } from './act.ts';

/** What can be done with one seat and the people in it. */
export const SeatMenu = ({
  seat,
  onClose,
}: {
  readonly seat: SeatSight;
  readonly onClose: () => void;
}): ReactNode => {
  const ask = useAsk();
  const { roomStore } = useCompany();
  const { people } = useRoomSight();
  const through = useRoom((screen) => screen.through);
  const mates = people.filter((person) => person.seat === seat.seat);
  const looking = through === seat.seat;
  const look = (on: boolean): void => {
    void ask<'look'>(on ? { ask: 'look', seat: seat.seat } : { ask: 'look' }).then((answer) => {
      if (answer.ok !== true) return;
      roomStore.setState(
        ({ through: _before, ...rest }) => (on ? { ...rest, through: seat.seat } : rest),
        true,
      );
    });
  };
  return (
    <div className="seat-menu card">
      <div className="row">
        {seat.by === 'ai' ? (
          <Button
            look="main"
            testId="seat-to-people"
            disabled={mates.length === 0}
            onPress={() => void ask<'hand-over'>({ ask: 'hand-over', seat: seat.seat, to: 'people' })}
          >
            {r('toPeople')}
          </Button>
        ) : (
          <Button
            look="main"
            testId="seat-to-ai"
            onPress={() => void ask<'hand-over'>({ ask: 'hand-over', seat: seat.seat, to: 'ai' })}
          >
            {r('toAi')}
          </Button>
        )}
        <Button onPress={() => void ask<'nudge'>({ ask: 'nudge', seat: seat.seat })}>{r('nudge')}</Button>
        <Button onPress={() => look(!looking)}>{looking ? r('lookPublic') : r('lookThrough')}</Button>
        <Button look="quiet" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
      {mates.map((person) => (
        <PersonLine key={person.id} person={person} />
      ))}
    </div>
  );
};

/** One person: their part, their seat, their key; mute, rename, remove. */
export const PersonLine = ({ person }: { readonly person: PersonSight }): ReactNode => {
  const ask = useAsk();
  const { settings, room, seats } = useRoomSight();
  const desk = useDeskSight();
  const names = useNames();
  const [name, setName] = useState<string>();
  const [moving, setMoving] = useState(false);
  const [device, setDevice] = useState<{ readonly key: string; readonly made?: Good<'device-code'> }>();
  const { chosen } = useAddresses();
  const newDevice = async (): Promise<void> => {
    const keyed = await ask<'new-key'>({ ask: 'new-key', person: person.id, only: false });
    if (keyed.ok !== true) return;
    // What runs a room is not to be had by a short code.
    const coded =
      person.role === 'co-facilitator'
        ? undefined
        : await ask<'device-code'>({ ask: 'device-code', person: person.id });
    setDevice({ key: keyed.key, ...(coded?.ok === true ? { made: coded } : {}) });
  };
  const figures = desk.people.find((one) => one.person === person.id);
  return (
    <div className="person-line" data-person={person.name}>
      <span className="person-who">
        <strong>{person.name}</strong>{' '}
        <span className="quiet">
          {r(`role_${person.role}`)}
          {person.here ? '' : `, ${r('away')}`}
          {person.ready ? ' ✓' : ''}
        </span>
      </span>
      <span className="row">
        <Button look="quiet" onPress={() => setMoving(!moving)}>
          {r('move')}
        </Button>
        <Button look="quiet" onPress={() => setName(name === undefined ? person.name : undefined)}>
          {r('renamePerson')}
        </Button>
        {settings.deciding === 'head' && person.role === 'member' && !person.head ? (
          <Button look="quiet" onPress={() => void ask<'head'>({ ask: 'head', person: person.id })}>
            {r('makeHead')}
          </Button>
        ) : null}
        <Button
          look="quiet"
          onPress={() =>
            void ask<'mute'>({ ask: 'mute', person: person.id, muted: !(figures?.muted ?? false) })
          }
        >
          {figures?.muted === true ? r('unmute') : r('mute')}
        </Button>
        <Button
          look="quiet"
          testId="new-device"
          onPress={() => (device === undefined ? void newDevice() : setDevice(undefined))}
        >
          {r('lostPhone')}
        </Button>
        <Confirmed
          look="plain"
          label={r('removePerson')}
          about={r('removePersonAbout', { name: person.name })}
          onConfirm={() => void ask<'remove'>({ ask: 'remove', person: person.id })}
        />
      </span>
      {device === undefined ? null : (
        <div className="seat-link" data-testid="device">
          <p className="quiet">{r('lostPhoneAbout', { name: person.name })}</p>
          <Qr address={linkWith(placeOfPerson(person, room), device.key, chosen)} label={r('seatLink')} />
          {device.made === undefined ? null : <SeatCode made={device.made} address={chosen} />}
        </div>
      )}
      {name === undefined ? null : (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            void ask<'rename'>({ ask: 'rename', person: person.id, name: name.trim() }).then((answer) => {
              if (answer.ok === true) setName(undefined);
            });
          }}
        >
          <input
            className="text"
            value={name}
            aria-label={r('renamePerson')}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="button">
            {t('confirm')}
          </button>
        </form>
      )}
      {!moving ? null : (
        <MoveForm
          person={person}
          seats={seats.map(({ seat }) => ({ value: seat, label: names?.delegation(seat) ?? seat }))}
          onDone={() => setMoving(false)}
        />
      )}
    </div>
  );
};

/** Where somebody's key opens the room. */
const placeOfPerson = ({ role }: PersonSight, code: string): Place =>
  role === 'co-facilitator' ? { at: 'console', code } : { at: 'seat', code };

const needsSeat = (role: OpenRole): boolean => role === 'member' || role === 'adviser';

const MoveForm = ({
  person,
  seats,
  onDone,
}: {
  readonly person: PersonSight;
  readonly seats: readonly { readonly value: string; readonly label: string }[];
  readonly onDone: () => void;
}): ReactNode => {
  const ask = useAsk();
  const scenario = useRoom((screen) => screen.scenario);
  const [role, setRole] = useState<OpenRole>(OPEN_ROLES.find((one) => one === person.role) ?? 'member');
  const [seat, setSeat] = useState<string>(person.seat ?? '');
  const target = scenario?.delegations.find(({ id }) => id === seat)?.id;
  return (
    <div className="row move-form">
      <Select
        label={r('movePart')}
        value={role}
        choices={OPEN_ROLES.map((one) => ({ value: one, label: r(`role_${one}`) }))}
        onChange={(value) => setRole(OPEN_ROLES.find((one) => one === value) ?? role)}
      />
      {needsSeat(role) ? (
        <Select
          label={r('moveSeat')}
          value={seat}
          empty={t('choose')}
          choices={seats.filter(({ value }) => value !== 'chair')}
          onChange={setSeat}
        />
      ) : null}
      <Button
        look="main"
        disabled={needsSeat(role) && target === undefined}
        onPress={() => {
          const where = needsSeat(role) && target !== undefined ? { seat: target } : {};
          void ask<'seat'>({ ask: 'seat', person: person.id, role, ...where }).then((answer) => {
            if (answer.ok === true) onDone();
          });
        }}
      >
        {r('move')}
      </Button>
    </div>
  );
};
