import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { PRESETS, type Plan, type PlannedStretch, type ShelfCard } from '../../../session/remote/index.ts';
import { minutesOf } from '../time.ts';
import { planOf, type HostChoice } from './choice.ts';

/** Three lengths, each with its minutes drawn out. */
export const HowLong = ({
  choice,
  card,
  onChoose,
}: {
  readonly choice: HostChoice;
  readonly card: ShelfCard | undefined;
  readonly onChoose: (choice: HostChoice) => void;
}): ReactNode => (
  <fieldset className="host-presets">
    <legend>{r('hostLength')}</legend>
    {PRESETS.map((preset) => {
      const plan = planOf(card, preset);
      const fits = card === undefined || card.fits.includes(preset);
      return (
        <label key={preset} className={fits ? 'host-preset' : 'host-preset is-tight'}>
          <input
            type="radio"
            name="preset"
            value={preset}
            checked={choice.preset === preset}
            onChange={() => onChoose({ ...choice, preset })}
          />
          <strong>{r(`preset_${preset}`)}</strong>
          <span className="quiet">{fits ? r(`presetAbout_${preset}`) : r('presetTight')}</span>
          {plan === undefined ? null : <PlanBar plan={plan} />}
        </label>
      );
    })}
  </fieldset>
);

/** Neighbours of one kind are one block: the bar is to be grasped, not read. */
const blocks = (
  plan: Plan,
): readonly {
  readonly kind: PlannedStretch['stretch']['kind'];
  readonly label: string;
  readonly seconds: number;
}[] => {
  const made: { kind: PlannedStretch['stretch']['kind']; label: string; seconds: number }[] = [];
  for (const { stretch, seconds } of plan.stretches) {
    const last = made.at(-1);
    const label =
      stretch.kind === 'phase' ? r('planDay', { n: stretch.session + 1 }) : r(`stretch_${stretch.kind}`);
    if (last !== undefined && last.label === label) last.seconds += seconds;
    else made.push({ kind: stretch.kind, label, seconds });
  }
  return made.filter(({ seconds }) => seconds > 0);
};

export const PlanBar = ({ plan }: { readonly plan: Plan }): ReactNode => (
  <ol className="plan-bar">
    {blocks(plan).map(({ kind, label, seconds }) => (
      <li key={label} className={`plan-${kind}`} style={{ flexGrow: seconds }}>
        <span>{label}</span> <b>{r('minutesShort', { count: minutesOf(seconds) })}</b>
      </li>
    ))}
  </ol>
);
