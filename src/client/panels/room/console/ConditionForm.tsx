import { useState, type ReactNode } from 'react';
import { PHASES, type Phase } from '../../../../engine/seat.ts';
import type { Names } from '../../../i18n/names.ts';
import { r } from '../../../i18n/room.ts';
import type { Condition } from '../../../session/remote/index.ts';
import { Select } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';

const KINDS = [
  'phase',
  'minutes',
  'tension',
  'tension-below',
  'deals',
  'no-deal-by',
  'draft',
  'settled',
] as const satisfies readonly Condition['on'][];

export const conditionText = (when: Condition, names: Names): string => {
  switch (when.on) {
    case 'phase': {
      const phase = PHASES.find((one) => one === when.phase);
      return r('when_phase', {
        session: names.session(when.session),
        phase: phase === undefined ? when.phase : names.phase(phase),
      });
    }
    case 'tension':
    case 'deals':
    case 'settled':
    case 'minutes':
      return r(`when_${when.on}`, { count: when.least });
    case 'tension-below':
      return r('when_tension-below', { count: when.most });
    case 'no-deal-by':
      return r('when_no-deal-by', { session: names.session(when.session) });
    case 'draft':
      return r('when_draft', { count: when.number });
  }
};

/** When an inject is to come: one kind of condition, and the one or two things it needs. */
export const ConditionForm = ({
  onReady,
}: {
  readonly onReady: (when: Condition | undefined) => void;
}): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const [on, setOn] = useState<Condition['on']>('phase');
  const [session, setSession] = useState(view.session);
  const [phase, setPhase] = useState<Phase>('corridor');
  const [figure, setFigure] = useState('1');
  const tell = (
    next: Partial<{ on: Condition['on']; session: number; phase: Phase; figure: string }>,
  ): void => {
    const now = { on, session, phase, figure, ...next };
    setOn(now.on);
    setSession(now.session);
    setPhase(now.phase);
    setFigure(now.figure);
    onReady(conditionFrom(now.on, now.session, now.phase, now.figure));
  };
  const byCount = on !== 'phase' && on !== 'no-deal-by';
  return (
    <div className="add">
      <Select
        label={r('when')}
        value={on}
        choices={KINDS.map((value) => ({ value, label: r(`whenKind_${value}`) }))}
        onChange={(value) => tell({ on: KINDS.find((one) => one === value) ?? 'phase' })}
      />
      {byCount ? (
        <label className="field field-short">
          <span className="field-label">{r('whenCount')}</span>
          <input
            className="text"
            inputMode="numeric"
            value={figure}
            onChange={(event) => tell({ figure: event.target.value.replaceAll(/\D/gu, '') })}
          />
        </label>
      ) : (
        <Select
          label={r('whenSession')}
          value={String(session)}
          choices={scenario.sessions.map((_, place) => ({
            value: String(place),
            label: names.session(place),
          }))}
          onChange={(value) => tell({ session: Number(value) })}
        />
      )}
      {on === 'phase' ? (
        <Select
          label={r('whenPhase')}
          value={phase}
          choices={(scenario.sessions[session]?.phases ?? []).map((value) => ({
            value,
            label: names.phase(value),
          }))}
          onChange={(value) => tell({ phase: PHASES.find((one) => one === value) ?? 'corridor' })}
        />
      ) : null}
    </div>
  );
};

const conditionFrom = (
  on: Condition['on'],
  session: number,
  phase: Phase,
  figure: string,
): Condition | undefined => {
  const count = Number(figure);
  if (figure === '' && on !== 'phase' && on !== 'no-deal-by') return undefined;
  switch (on) {
    case 'phase':
      return { on, session, phase };
    case 'tension':
    case 'deals':
    case 'settled':
    case 'minutes':
      return { on, least: count };
    case 'tension-below':
      return { on, most: count };
    case 'no-deal-by':
      return { on, session };
    case 'draft':
      return { on, number: Math.max(1, count) };
  }
};
