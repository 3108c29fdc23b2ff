import { language } from '../../../i18n/index.ts';

/** A whole number as people write it. */
export const whole = (value: number): string => new Intl.NumberFormat(language()).format(value);

/** Points on a scale, from hundredths; the minus is a real one. */
export const tickText = (hundredths: number): string =>
  hundredths < 0 ? `−${String(-hundredths / 100)}` : String(hundredths / 100);
