import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import { PACES, STRENGTHS } from '../../../session/index.ts';
import { DECIDING, type Settings } from '../../../session/remote/index.ts';
import { Switch } from '../../bits.tsx';
import { useRoomSight } from '../context.tsx';
import { useAsk } from './act.ts';

const TICKS = [
  'joining',
  'choosing',
  'clockEndsPhases',
  'endWhenDone',
  'injectsByThemselves',
] as const satisfies readonly (keyof Settings)[];

/** Seconds for which a seat waits for people who dropped out. */
const GRACES = [0, 30, 60, 120, 300] as const;

/** The room's rules; each takes effect at once. */
export const SettingsForm = (): ReactNode => {
  const ask = useAsk();
  const { settings } = useRoomSight();
  const set = (change: Partial<Settings>): void => {
    void ask<'settings'>({
      ask: 'settings',
      settings: change,
    });
  };
  return (
    <details>
      <summary>{r('settingsTitle')}</summary>
      <div className="settings-form">
        {TICKS.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={settings[name]}
              onChange={(event) => set({ [name]: event.target.checked })}
            />
            {r(`set_${name}`)}
          </label>
        ))}
        <label className="check">
          <input
            type="checkbox"
            checked={settings.headlines === 'moderated'}
            onChange={(event) => set({ headlines: event.target.checked ? 'moderated' : 'on' })}
          />
          {r('set_headlines')}
        </label>
        <Switch
          legend={r('hostDeciding')}
          name="set-deciding"
          value={settings.deciding}
          choices={DECIDING.map((value) => ({ value, label: r(`deciding_${value}`) }))}
          onChange={(value) => set({ deciding: DECIDING.find((one) => one === value) ?? 'majority' })}
        />
        <Switch
          legend={r('hostStrength')}
          name="set-strength"
          value={settings.strength}
          choices={STRENGTHS.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => set({ strength: STRENGTHS.find((one) => one === value) ?? 'seasoned' })}
        />
        <Switch
          legend={t('pace')}
          name="set-pace"
          value={settings.pace}
          choices={PACES.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => set({ pace: PACES.find((one) => one === value) ?? 'brisk' })}
        />
        <Switch
          legend={r('set_grace')}
          name="set-grace"
          value={String(settings.grace)}
          choices={GRACES.map((value) => ({
            value: String(value),
            label: value === 0 ? r('graceNever') : r('graceSeconds', { count: value }),
          }))}
          onChange={(value) => set({ grace: Number(value) })}
        />
      </div>
    </details>
  );
};
