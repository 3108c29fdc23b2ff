import type { ReactNode } from 'react';
import { Flag } from '../bits.tsx';

export interface PickedSeat<S extends string> {
  readonly id: S;
  readonly name: string;
  readonly flag: string;
}

/** Delegations to be ticked, with their flags. */
export const SeatPicker = <S extends string>({
  legend,
  seats,
  picked,
  onPick,
}: {
  readonly legend: string;
  readonly seats: readonly PickedSeat<S>[];
  readonly picked: readonly S[];
  readonly onPick: (picked: readonly S[]) => void;
}): ReactNode => (
  <fieldset className="chips seat-picker">
    <legend className="hidden">{legend}</legend>
    {seats.map(({ id, name, flag }) => (
      <label key={id} className="chip">
        <input
          type="checkbox"
          value={id}
          checked={picked.includes(id)}
          onChange={(event) =>
            onPick(
              seats
                .map((seat) => seat.id)
                .filter((one) => (one === id ? event.target.checked : picked.includes(one))),
            )
          }
        />
        <Flag code={flag} size={14} />
        {name}
      </label>
    ))}
  </fieldset>
);
