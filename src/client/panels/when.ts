import { language } from '../i18n/index.ts';

/** A moment, milliseconds since 1970, as people write it. */
export const whenText = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
