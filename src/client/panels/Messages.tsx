import { useEffect, useRef, useState, type ReactNode } from 'react';
import { code, t } from '../i18n/index.ts';
import { eventText } from '../i18n/events.ts';
import { namesOf } from '../i18n/names.ts';
import { refusalText } from '../i18n/sentences.ts';
import type { LoadFault } from '../session/index.ts';
import { Button } from './bits.tsx';
import { useDesk, useScreen } from './context.tsx';

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
  const refusal = useScreen((screen) => screen.refusal);
  const fault = useScreen((screen) => screen.fault);
  const scenario = useScreen((screen) => screen.scenario);
  const said =
    fault !== undefined
      ? faultText(fault)
      : refusal !== undefined && scenario !== undefined
        ? refusalText(namesOf(scenario), refusal)
        : undefined;
  return (
    <>
      <div role="alert" className={said === undefined ? 'toast toast-empty' : 'toast'}>
        {said === undefined ? null : (
          <>
            <span>{said}</span>
            <Button look="quiet" onPress={() => session.dismiss()}>
              {t('close')}
            </Button>
          </>
        )}
      </div>
      <Herald />
    </>
  );
};

/** Phases, decisions and offers made to oneself, read out politely. */
const Herald = (): ReactNode => {
  const news = useScreen((screen) => screen.news);
  const scenario = useScreen((screen) => screen.scenario);
  const seat = useScreen((screen) => screen.seat);
  const [said, setSaid] = useState('');
  const last = useRef(0);
  useEffect(() => {
    const fresh = news.filter(({ n }) => n > last.current);
    last.current = news.at(-1)?.n ?? last.current;
    if (scenario === undefined) return;
    const names = namesOf(scenario);
    const loud = fresh.filter(
      ({ event }) =>
        event.kind === 'phase-opened' ||
        event.kind === 'decided' ||
        event.kind === 'text-put' ||
        event.kind === 'incident-struck' ||
        event.kind === 'closed' ||
        (event.kind === 'offered' && event.offer.to.some((to) => to === seat)),
    );
    if (loud.length > 0) setSaid(loud.map(({ event }) => eventText(names, event)).join(' '));
  }, [news, scenario, seat]);
  return (
    <output className="hidden" aria-live="polite">
      {said}
    </output>
  );
};
