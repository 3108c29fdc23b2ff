import { useState, type ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import { useNames, useRoomSight } from '../context.tsx';
import { stretchText } from '../Clock.tsx';
import { minutesOf } from '../time.ts';
import { useAsk } from './act.ts';

/** The minutes of every stretch; the server keeps a quarter for the debrief. */
export const PlanForm = (): ReactNode => {
  const ask = useAsk();
  const { plan } = useRoomSight();
  const names = useNames();
  const [minutes, setMinutes] = useState<readonly string[]>();
  const shown = minutes ?? plan.stretches.map(({ seconds }) => String(minutesOf(seconds)));
  const sum = shown.reduce((all, one) => all + (Number(one) || 0), 0);
  return (
    <details>
      <summary>{r('planTitle', { count: Math.round(sum) })}</summary>
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          const seconds = shown.map((one) => Math.round((Number(one) || 0) * 60));
          void ask<'plan'>({ ask: 'plan', seconds }).then((answer) => {
            if (answer.ok === true) setMinutes(undefined);
          });
        }}
      >
        {plan.stretches.map(({ stretch }, place) => (
          <label key={stretchText(stretch, names)} className="plan-line">
            <span>{stretchText(stretch, names)}</span>
            <input
              className="text"
              inputMode="decimal"
              value={shown[place] ?? ''}
              onChange={(event) =>
                setMinutes(shown.with(place, event.target.value.replaceAll(/[^\d.]/gu, '')))
              }
            />
          </label>
        ))}
        <button type="submit" className="button" disabled={minutes === undefined}>
          {t('confirm')}
        </button>
      </form>
    </details>
  );
};
