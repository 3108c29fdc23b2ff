import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { OPEN_ROLES, type OpenRole, type Settings } from '../../../session/remote/index.ts';
import { Button } from '../../bits.tsx';
import { useNames, useRoom, useRoomSight } from '../context.tsx';
import { SeatPicker } from '../SeatPicker.tsx';
import { useAsk } from './act.ts';

/** Delegates are let in by opening delegations; the other parts one by one. */
const PARTS = OPEN_ROLES.filter((role) => role !== 'member');

/** Which delegations and parts are open to whoever joins; each tick takes effect at once. */
export const OpenSeats = (): ReactNode => {
  const ask = useAsk();
  const { settings, people, seats } = useRoomSight();
  const scenario = useRoom((screen) => screen.scenario);
  const names = useNames();
  if (scenario === undefined || names === undefined) return null;
  const all = scenario.delegations.map(({ id }) => id);
  const open = settings.seats === 'all' ? all : settings.seats;
  const taken = all.filter((id) => people.some(({ seat, role }) => seat === id && role === 'member'));
  const set = (change: Partial<Settings>): void => {
    void ask<'settings'>({ ask: 'settings', settings: change });
  };
  const setPart = (part: OpenRole, on: boolean): void =>
    set({ open: OPEN_ROLES.filter((one) => (one === part ? on : settings.open.includes(one))) });
  const shut = seats.filter(({ seat, closed }) => closed === true && seat !== 'chair').length;
  return (
    <section aria-labelledby="open-seats" data-testid="open-seats">
      <h3 id="open-seats">{r('openSeats')}</h3>
      <p className="quiet">{shut === 0 ? r('openSeatsAbout') : r('openSeatsShut', { count: shut })}</p>
      <div className="row">
        <Button disabled={settings.seats === 'all'} testId="open-all" onPress={() => set({ seats: 'all' })}>
          {r('openSeatsEvery')}
        </Button>
        <Button disabled={taken.length === 0} testId="open-taken" onPress={() => set({ seats: taken })}>
          {r('openSeatsTaken')}
        </Button>
      </div>
      <SeatPicker
        legend={r('openSeats')}
        seats={scenario.delegations.map(({ id, flag }) => ({ id, name: names.delegation(id), flag }))}
        picked={open}
        onPick={(picked) => set({ seats: picked.length === all.length ? 'all' : picked })}
      />
      <fieldset className="chips">
        <legend className="field-label">{r('hostRoles')}</legend>
        {PARTS.map((part) => (
          <label key={part} className="chip">
            <input
              type="checkbox"
              value={part}
              checked={settings.open.includes(part)}
              onChange={(event) => setPart(part, event.target.checked)}
            />
            {r(`role_${part}`)}
          </label>
        ))}
      </fieldset>
    </section>
  );
};
