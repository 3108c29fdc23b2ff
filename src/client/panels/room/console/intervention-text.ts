import type { Intervention } from '../../../../engine/seat.ts';
import { t } from '../../../i18n/index.ts';
import type { Names } from '../../../i18n/names.ts';
import { r } from '../../../i18n/room.ts';

/** What an inject would do, in a line. */
export const interventionText = (names: Names, what: Intervention): string => {
  switch (what.kind) {
    case 'incident':
      return what.victim === undefined
        ? r('inject_incident', { incident: names.incident(what.incident) })
        : r('inject_incident-at', {
            incident: names.incident(what.incident),
            victim: names.delegation(what.victim),
          });
    case 'context':
      return r('inject_context', { card: names.context(what.card) });
    case 'leak-deal':
      return r('inject_leak-deal');
    case 'leak-clues':
    case 'truth':
      return r(`inject_${what.kind}`, { incident: names.incident(what.incident) });
    case 'bulletin':
      return r('inject_bulletin', { headline: what.headline });
    case 'instruction':
      return r('inject_instruction', { to: names.delegation(what.to), message: what.message });
    case 'correct':
      return r('inject_correct', { because: what.because });
    case 'close':
      return t('closed');
  }
};
