import { lazy, Suspense, type ReactNode } from 'react';
import { code, t } from '../i18n/index.ts';
import type { LoadFault } from '../session/index.ts';
import { Button } from './bits.tsx';
import { useDesk, useScreen } from './context.tsx';

// The sentences of a game come with the first game.
const Herald = lazy(() => import('./Herald.tsx'));
const RefusalText = lazy(() => import('./RefusalText.tsx'));

export const faultText = (fault: LoadFault): string => {
  switch (fault.fault) {
    case 'newer-version':
      return code('fault.newer-version', { version: fault.version });
    case 'scenario-faults':
      return code('fault.scenario-faults', {
        line: fault.faults[0]?.line ?? 0,
        message: fault.faults[0]?.message ?? '',
      });
    case 'no-such-scenario':
      return code('fault.no-such-scenario', { scenario: fault.scenario });
    case 'storage':
    case 'not-saved':
      return code(`fault.${fault.fault}`, { message: fault.message });
    case 'crashed':
      return code(fault.goesOn ? 'fault.crashed' : 'fault.crashed-for-good', { message: fault.message });
    case 'not-a-game-file':
    case 'truncated':
    case 'tampered':
    case 'no-such-save':
    case 'open-elsewhere':
      return code(`fault.${fault.fault}`);
  }
};

/** What was refused or went wrong, and a voice for whoever does not see the table. */
export const Messages = (): ReactNode => {
  const { session } = useDesk();
  const refused = useScreen((screen) => screen.refusal !== undefined && screen.scenario !== undefined);
  const playing = useScreen((screen) => screen.scenario !== undefined);
  const fault = useScreen((screen) => screen.fault);
  const empty = fault === undefined && !refused;
  return (
    <>
      <div role="alert" className={empty ? 'toast toast-empty' : 'toast'}>
        {empty ? null : (
          <>
            <span>
              {fault === undefined ? (
                <Suspense fallback={null}>
                  <RefusalText />
                </Suspense>
              ) : (
                faultText(fault)
              )}
            </span>
            <Button look="quiet" onPress={() => session.dismiss()}>
              {t('close')}
            </Button>
          </>
        )}
      </div>
      {playing ? (
        <Suspense fallback={null}>
          <Herald />
        </Suspense>
      ) : null}
    </>
  );
};
