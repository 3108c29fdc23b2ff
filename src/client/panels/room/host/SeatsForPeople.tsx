import type { ReactNode } from 'react';
import { listed } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import { inLanguage } from '../../../i18n/words.ts';
import type { ShelfCard } from '../../../session/remote/index.ts';
import { Switch } from '../../bits.tsx';
import { SeatPicker } from '../SeatPicker.tsx';
import { OPEN_SEATS, openSeatsOf, type HostChoice } from './choice.ts';

const MOST_PEOPLE = 60;
/** Delegations that are named; the others are counted. */
const NAMED = 12;

/** Which delegations people can sit in: all, as many as the class needs, or these. AI plays the others. */
export const SeatsForPeople = ({
  choice,
  card,
  onChoose,
}: {
  readonly choice: HostChoice;
  readonly card: ShelfCard;
  readonly onChoose: (choice: HostChoice) => void;
}): ReactNode => {
  const words = inLanguage(card.language);
  const open = openSeatsOf(choice, card);
  const names = listed(open.slice(0, NAMED).map(({ name }) => words(name)));
  return (
    <div className="host-seats" data-testid="host-seats">
      <Switch
        legend={r('openSeats')}
        name="open-seats"
        value={choice.openSeats}
        choices={OPEN_SEATS.map((value) => ({ value, label: r(`openSeats_${value}`) }))}
        onChange={(value) => {
          const openSeats = OPEN_SEATS.find((one) => one === value) ?? 'all';
          // By hand one begins with what was open before.
          const byHand = openSeats === 'hand' ? open.map(({ id }) => id) : choice.byHand;
          onChoose({ ...choice, openSeats, byHand });
        }}
      />
      {choice.openSeats === 'class' ? (
        <label className="field field-count">
          <span className="field-label">{r('hostPeople')}</span>
          <input
            className="text"
            type="number"
            min={1}
            max={MOST_PEOPLE}
            value={choice.people}
            onChange={(event) =>
              onChoose({
                ...choice,
                people: Math.min(MOST_PEOPLE, Math.max(1, Math.round(Number(event.target.value) || 1))),
              })
            }
          />
        </label>
      ) : null}
      {choice.openSeats === 'hand' ? (
        <SeatPicker
          legend={r('openSeats')}
          seats={card.delegations.map(({ id, name, flag }) => ({ id: String(id), name: words(name), flag }))}
          picked={choice.byHand}
          onPick={(byHand) => onChoose({ ...choice, byHand })}
        />
      ) : null}
      {choice.openSeats === 'all' ? null : (
        <p className="quiet" data-testid="open-seats-said">
          {open.length === card.delegations.length
            ? r('openSeatsAll', { count: open.length })
            : open.length > NAMED
              ? r('openSeatsMany', { count: open.length })
              : open.length === 0
                ? r('openSeatsNone')
                : r('openSeatsFew', { count: open.length, names })}
        </p>
      )}
    </div>
  );
};
