import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { Button } from '../bits.tsx';

/** Milliseconds for which a press is still meant for the button that stood here before. */
const GRACE = 700;

/** Leaves the game that is over. It stands where the folder was closed: a second press at once must not leave by it. */
export const PlayAgain = ({ onPress }: { readonly onPress: () => void }): ReactNode => {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), GRACE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Button look="main" disabled={!ready} onPress={onPress} testId="play-again">
      {t('playAgain')}
    </Button>
  );
};
