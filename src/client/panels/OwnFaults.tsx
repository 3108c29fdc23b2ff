import type { ReactNode } from 'react';
import { t } from '../i18n/index.ts';
import type { LoadFault } from '../session/index.ts';
import { Button } from './bits.tsx';
import { faultText } from './Messages.tsx';

/** So many faults are shown; the rest comes when these are mended. */
const MOST = 12;

/** Why a scenario that was brought along cannot be played, and where it can be mended. */
export const OwnFaults = ({
  fault,
  onMend,
}: {
  readonly fault: LoadFault;
  readonly onMend: () => void;
}): ReactNode => {
  const faults = fault.fault === 'scenario-faults' ? fault.faults : [];
  return (
    <div className="own-faults" role="alert" data-testid="own-faults">
      <p>
        <strong>{faults.length === 0 ? faultText(fault) : t('ownFaults', { count: faults.length })}</strong>
      </p>
      <ul>
        {faults.slice(0, MOST).map(({ line, column, message, write = [] }) => (
          <li key={`${String(line)}:${String(column)} ${message}`}>
            {write.length === 0
              ? t('ownFault', { line, column, message })
              : t('ownFaultWrite', { line, column, message, write: write.join(t('or')) })}
          </li>
        ))}
      </ul>
      {faults.length > MOST ? <p>{t('ownMore', { count: faults.length - MOST })}</p> : null}
      <Button look="main" onPress={onMend} testId="mend">
        {t('ownMend')}
      </Button>
    </div>
  );
};
