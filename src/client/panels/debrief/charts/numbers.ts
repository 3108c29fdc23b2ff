import { language } from '../../../i18n/index.ts';

/** A whole number as people write it. */
export const whole = (value: number): string => new Intl.NumberFormat(language()).format(value);
