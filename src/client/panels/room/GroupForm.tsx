import { useState, type ReactNode } from 'react';
import type { DelegationId } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import { Button, Flag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { useCompany, useMine } from './context.tsx';

/** At least two others: with one alone there is a conversation already. */
const FEWEST = 2;

/** A conversation of several delegations. */
export const GroupForm = ({
  onMade,
}: {
  readonly onMade: (channel: string | undefined) => void;
}): ReactNode => {
  const { room } = useCompany();
  const mine = useMine();
  const { scenario, names } = usePlaying();
  const [chosen, setChosen] = useState<readonly DelegationId[]>([]);
  const make = async (): Promise<void> => {
    const answer = await room.ask<'group'>({ ask: 'group', members: chosen });
    if (answer.ok === true) onMade(answer.channel);
  };
  return (
    <fieldset className="compose">
      <legend>{r('newGroupAbout')}</legend>
      <div className="chips">
        {scenario.delegations
          .filter(({ id }) => id !== mine.seat)
          .map(({ id, flag }) => (
            <label key={id} className="chip">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />
              <Flag code={flag} size={14} /> {names.delegation(id)}
            </label>
          ))}
      </div>
      <div className="row">
        <Button look="main" disabled={chosen.length < FEWEST} onPress={() => void make()}>
          {r('newGroupMake')}
        </Button>
        <Button look="quiet" onPress={() => onMade(undefined)}>
          {t('cancel')}
        </Button>
      </div>
    </fieldset>
  );
};
