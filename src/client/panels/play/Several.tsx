import type { ReactNode } from 'react';
import { Select, type Choice } from '../bits.tsx';

/**
 * Several of a list, one select for each: the next appears once one is chosen, with what can still be chosen.
 * Taking one back moves up those after it.
 */
export const Several = ({
  label,
  more,
  most,
  chosen,
  offered,
  empty,
  emptyMore,
  hideLabels = false,
  onChange,
}: {
  readonly label: string;
  readonly more: string;
  readonly most: number;
  readonly chosen: readonly string[];
  /** What can be chosen beside others. */
  readonly offered: (others: readonly string[]) => readonly Choice[];
  /** What the first says while nothing is chosen; without it, one has to be. */
  readonly empty?: string;
  readonly emptyMore: string;
  readonly hideLabels?: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode => {
  const places = [...chosen, ...(chosen.length < most ? [''] : [])];
  return places.map((value, place) => {
    const choices = offered(chosen.filter((other) => other !== value));
    const none = place === 0 ? empty : emptyMore;
    return choices.length === 0 ? null : (
      <Select
        key={place === 0 ? label : `${more} ${String(place)}`}
        label={place === 0 ? label : more}
        hideLabel={hideLabels}
        value={value}
        choices={choices}
        {...(none === undefined ? {} : { empty: none })}
        onChange={(next) =>
          onChange([...chosen.slice(0, place), ...(next === '' ? [] : [next]), ...chosen.slice(place + 1)])
        }
      />
    );
  });
};
