import type { ReactNode } from 'react';
import type { Event } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { eventText } from '../../i18n/events.ts';
import { undertakingText } from '../../i18n/sentences.ts';
import { Button } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';
import { AfterAdoption } from './AfterAdoption.tsx';

/** Kinds worth reading at the end of a day. */
const TELLING: readonly Event['kind'][] = [
  'context-drawn',
  'incident-struck',
  'truth-out',
  'tension-moved',
  'instructed',
  'draft-issued',
  'decided',
  'deal-struck',
  'promise-settled',
  'point-agreed',
  'track-step',
  'opinion-moved',
  'deal-leaked',
  'leak-traced',
  'operation-done',
  'operation-exposed',
];

/** The capital phase: what the day changed, and promises to keep now. */
export const Capital = (): ReactNode => {
  const { session } = useDesk();
  const { view, names, own } = usePlaying();
  const today = view.log
    .filter((chapter) => chapter.session === view.session)
    .flatMap((chapter) => chapter.events);
  const told = today.filter((event) => TELLING.includes(event.kind));
  const due = view.pledges.filter(
    ({ state, undertaking }) =>
      state === 'open' && undertaking.kind === 'later' && undertaking.by === own?.delegation,
  );
  return (
    <>
      <AfterAdoption />
      <h2>{t('consequences')}</h2>
      {due.length === 0 ? null : (
        <section aria-labelledby="due">
          <h3 id="due">{t('dueNow')}</h3>
          <ul className="ledger">
            {due.map((pledge) => (
              <li key={pledge.id} className="row">
                <span>
                  {names.delegation(pledge.undertaking.to)}: {undertakingText(names, pledge.undertaking)}
                </span>
                <Button onPress={() => void session.send({ kind: 'perform', pledge: pledge.id })}>
                  {t('perform')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {told.length === 0 ? <p className="quiet">{t('nothingChanged')}</p> : null}
      <ul className="consequences">
        {told.map((event, place) => (
          <li key={`${event.kind}-${String(place)}`} className={`consequence consequence-${event.kind}`}>
            {eventText(names, event)}
          </li>
        ))}
      </ul>
    </>
  );
};
