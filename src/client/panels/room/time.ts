import { language } from '../../i18n/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A stretch of time as people read it from afar: 4:05, 1:02:00. From milliseconds; parts of a second are rounded up. */
export const clockText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`
    : `${String(minutes)}:${two(seconds % 60)}`;
};

/** Minutes for a plan: 90 s is 1.5. */
export const minutesOf = (seconds: number): number => Math.round(seconds / 30) / 2;

/** The time of day of a moment, milliseconds since 1970. */
export const whenClock = (at: number): string =>
  new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(new Date(at));
