import { d } from '../../i18n/debrief.ts';
import type { FiguresFault } from '../../session/index.ts';

/** Why there are no figures, or no file. */
export const faultText = (fault: FiguresFault): string => {
  switch (fault.fault) {
    case 'broken':
      return d('faultBroken', { message: fault.message });
    case 'unreadable':
      return d('faultUnreadable');
    case 'covered':
      return d('faultCovered');
  }
};
