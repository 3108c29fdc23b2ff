import type { ReactNode } from 'react';
import { r } from '../../i18n/room.ts';
import type { Names } from '../../i18n/names.ts';
import type { Stretch } from '../../session/remote/index.ts';
import { useLeft, useRoomSight } from './context.tsx';
import { clockText } from './time.ts';

/** Milliseconds from which on time is short. */
const SHORT = 60_000;

/** The room's clock. It is read out when asked for, not every second. */
export const RoomClock = (): ReactNode => {
  const { clock } = useRoomSight();
  const left = useLeft();
  if (left === undefined) return null;
  const over = left < 0;
  const look =
    clock.paused !== undefined
      ? 'clock clock-paused'
      : over || clock.up
        ? 'clock clock-over'
        : left < SHORT
          ? 'clock clock-short'
          : 'clock';
  const text = over ? `+${clockText(-left)}` : clockText(left);
  return (
    <span
      className={look}
      role="timer"
      data-testid="clock"
      data-paused={clock.paused !== undefined}
      aria-label={over ? r('timeOver', { time: clockText(-left) }) : r('timeLeft', { time: text })}
    >
      {text}
    </span>
  );
};

export const stretchText = (stretch: Stretch, names: Names | undefined): string => {
  switch (stretch.kind) {
    case 'lobby':
      return r('stretch_lobby');
    case 'debrief':
      return r('stretch_debrief');
    case 'phase':
      return names === undefined
        ? ''
        : r('stretchPhase', { session: names.session(stretch.session), phase: names.phase(stretch.phase) });
  }
};
