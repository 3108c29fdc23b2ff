import { useState, type ReactNode } from 'react';
import type { View } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../bits.tsx';
import { useHands, usePlaying } from '../context.tsx';
import { seeHint, seenHints } from '../settings.ts';

const HINTS = ['mandate', 'incident', 'floor', 'corridor', 'drafting', 'decision'] as const;
type Hint = (typeof HINTS)[number];

const fits = (hint: Hint, view: View): boolean => {
  switch (hint) {
    case 'mandate':
      return view.phase === 'briefing' && view.session === 0;
    case 'incident':
      return view.phase === 'briefing' && view.incidents.length > 0;
    case 'floor':
    case 'corridor':
    case 'drafting':
    case 'decision':
      return view.phase === hint && view.status === 'open';
  }
};

/** One hint at a time for a first player: that of the phase, until it is put away or the phase is over. */
export const Hints = (): ReactNode => {
  const { view } = usePlaying();
  const [seen, setSeen] = useState(seenHints);
  const hands = useHands();
  // Hints say what can be done: the Chair has a desk that says it.
  const plays = hands && view.own !== undefined;
  const hint = !plays ? undefined : HINTS.find((item) => !seen.includes(item) && fits(item, view));
  if (hint === undefined) return null;
  return (
    <aside className="hint" aria-label={t('hint')}>
      <p>{t(`hint_${hint}`)}</p>
      <Button
        look="quiet"
        onPress={() => {
          seeHint(hint);
          setSeen(seenHints());
        }}
      >
        {t('gotIt')}
      </Button>
    </aside>
  );
};
