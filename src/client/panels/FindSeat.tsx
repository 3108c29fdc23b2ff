import { useId, type ReactNode } from 'react';
import type { DelegationId, Scenario } from '../../engine/seat.ts';
import { t } from '../i18n/index.ts';
import { namesOf } from '../i18n/names.ts';

/** From so many delegations on one looks for a seat by writing. */
export const MANY_SEATS = 30;
/** Groups that are named as examples. */
const EXAMPLES = 4;

/** Small letters without accents: Côte and cote are the same to whoever looks. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The delegations whose name, placard or group begins a word as written; all if nothing is written. */
export const foundSeats = (scenario: Scenario, wanted: string): ReadonlySet<DelegationId> => {
  const names = namesOf(scenario);
  const asked = plain(wanted.trim());
  const fits = (text: string): boolean =>
    plain(text)
      .split(/[^\p{L}\p{N}]+/u)
      .some((_, at, words) =>
        words
          .slice(at)
          .join(' ')
          .startsWith(asked.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')),
      );
  return new Set(
    scenario.delegations
      .filter(
        ({ id, groups, placard }) =>
          asked === '' || [names.delegation(id), names.words(placard), id, ...groups].some(fits),
      )
      .map(({ id }) => id),
  );
};

/** The largest groups of a scenario, as examples of what can be written. */
const largest = (scenario: Scenario): readonly string[] => {
  const sizes = new Map<string, number>();
  for (const { groups } of scenario.delegations)
    for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, EXAMPLES)
    .map(([group]) => group);
};

/** Where one writes whom one looks for. */
export const FindSeat = ({
  scenario,
  wanted,
  found,
  onChange,
}: {
  readonly scenario: Scenario;
  readonly wanted: string;
  readonly found: number;
  readonly onChange: (wanted: string) => void;
}): ReactNode => {
  const about = useId();
  return (
    <label className="find-seat">
      <span className="field-label">{t('findSeat')}</span>
      <input
        className="text"
        type="search"
        value={wanted}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={about}
      />
      <output id={about}>
        {wanted.trim() === ''
          ? t('findSeatAbout', { groups: largest(scenario).join(', ') })
          : found === 0
            ? t('foundNoSeat')
            : t('foundSeats', { count: found })}
      </output>
    </label>
  );
};
