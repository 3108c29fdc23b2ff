import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import { STRENGTHS } from '../../../session/index.ts';
import { DECIDING, FREE_TEXT, NAME_LENGTH, type ShelfCard } from '../../../session/remote/index.ts';
import { Switch } from '../../bits.tsx';
import type { HostChoice } from './choice.ts';
import { SeatsForPeople } from './SeatsForPeople.tsx';

const MOST_TEAM = 12;
const MOST_ROOMS = 8;

/** Who sits where, who decides, how one talks. The usual answers are chosen; the rest is behind “More”. */
export const Rules = ({
  choice,
  card,
  onChoose,
}: {
  readonly choice: HostChoice;
  readonly card: ShelfCard | undefined;
  readonly onChoose: (choice: HostChoice) => void;
}): ReactNode => {
  const tick = (
    name: 'advisers' | 'press' | 'secretariat' | 'observers' | 'chair',
    label: string,
  ): ReactNode => (
    <label className="check">
      <input
        type="checkbox"
        checked={choice[name]}
        onChange={(event) => onChoose({ ...choice, [name]: event.target.checked })}
      />
      {label}
    </label>
  );
  return (
    <div className="host-rules">
      {card === undefined ? null : <SeatsForPeople choice={choice} card={card} onChoose={onChoose} />}
      <Switch
        legend={r('hostSeats')}
        name="choosing"
        value={choice.choosing ? 'choose' : 'place'}
        choices={[
          { value: 'choose', label: r('hostChoose') },
          { value: 'place', label: r('hostPlace') },
        ]}
        onChange={(value) => onChoose({ ...choice, choosing: value === 'choose' })}
      />
      <Count
        label={r('hostTeam')}
        value={choice.teamSize}
        most={MOST_TEAM}
        onChange={(teamSize) => onChoose({ ...choice, teamSize })}
      />
      <Switch
        legend={r('hostDeciding')}
        name="deciding"
        value={choice.deciding}
        choices={DECIDING.map((value) => ({ value, label: r(`deciding_${value}`) }))}
        onChange={(value) =>
          onChoose({ ...choice, deciding: DECIDING.find((one) => one === value) ?? 'majority' })
        }
      />
      <Switch
        legend={r('hostTalk')}
        name="talk"
        value={choice.freeText}
        choices={FREE_TEXT.map((value) => ({ value, label: r(`free_${value}`) }))}
        onChange={(value) =>
          onChoose({ ...choice, freeText: FREE_TEXT.find((one) => one === value) ?? 'off' })
        }
      />
      <Switch
        legend={r('hostStrength')}
        name="strength"
        value={choice.strength}
        choices={STRENGTHS.map((value) => ({ value, label: t(value) }))}
        onChange={(value) =>
          onChoose({ ...choice, strength: STRENGTHS.find((one) => one === value) ?? 'seasoned' })
        }
      />
      <fieldset>
        <legend>{r('hostRoles')}</legend>
        {tick('advisers', r('hostAdvisers'))}
        {tick('press', r('hostPress'))}
        {tick('observers', r('hostObservers'))}
        {tick('secretariat', r('hostSecretariat'))}
        {tick('chair', r('hostChair'))}
      </fieldset>
      <details className="host-more">
        <summary>{r('hostMore')}</summary>
        <label className="field">
          <span className="field-label">{r('hostName')}</span>
          <input
            className="text"
            value={choice.name}
            maxLength={NAME_LENGTH}
            placeholder={r('role_facilitator')}
            onChange={(event) => onChoose({ ...choice, name: event.target.value })}
          />
        </label>
        <label className="field">
          <span className="field-label">{t('seed')}</span>
          <input
            className="text"
            value={choice.seed}
            maxLength={80}
            placeholder={r('hostSeedNone')}
            onChange={(event) => onChoose({ ...choice, seed: event.target.value })}
          />
        </label>
        <Count
          label={r('hostRooms')}
          value={choice.rooms}
          most={MOST_ROOMS}
          onChange={(rooms) => onChoose({ ...choice, rooms })}
        />
        <p className="quiet">{r('hostRoomsAbout')}</p>
      </details>
    </div>
  );
};

const Count = ({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}): ReactNode => (
  <label className="field field-count">
    <span className="field-label">{label}</span>
    <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {Array.from({ length: most }, (_, place) => place + 1).map((count) => (
        <option key={count} value={count}>
          {count}
        </option>
      ))}
    </select>
  </label>
);
