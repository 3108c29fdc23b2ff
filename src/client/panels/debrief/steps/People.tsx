import { useState, type ReactNode } from 'react';
import type { SeatId } from '../../../../engine/seat.ts';
import { d } from '../../../i18n/debrief.ts';
import { Select } from '../../bits.tsx';
import { seatName, useDebrief } from '../context.tsx';

/** Of several who share a screen, the one who speaks now. */
export const useSpeaker = (): {
  readonly seat: SeatId | undefined;
  readonly choice: ReactNode;
} => {
  const { people, names } = useDebrief();
  const [chosen, setChosen] = useState<string>();
  const seat = people.find((person) => person === chosen) ?? people[0];
  const choice =
    people.length < 2 || seat === undefined ? null : (
      <Select
        label={d('whoSpeaks')}
        value={seat}
        choices={people.map((person) => ({ value: person, label: seatName(names, person) }))}
        onChange={setChosen}
      />
    );
  return { seat, choice };
};
