import { useMemo, type ReactNode } from 'react';
import type { Event } from '../../../engine/seat.ts';
import { listed, t } from '../../i18n/index.ts';
import { eventText } from '../../i18n/events.ts';
import { usePlaying } from '../context.tsx';
import { AfterAdoption } from './AfterAdoption.tsx';
import { offersIn } from './answers.ts';
import { Promises } from './Promises.tsx';

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

/** The capital phase: what the day changed, and promises to keep. */
export const Capital = (): ReactNode => {
  const { view, names } = usePlaying();
  const offers = useMemo(() => offersIn(view.log), [view.log]);
  const today = view.log
    .filter((chapter) => chapter.session === view.session)
    .flatMap((chapter) => chapter.events);
  const draft = today.findLast((event) => event.kind === 'draft-issued');
  const told = today.filter(
    (event) => TELLING.includes(event.kind) && (event.kind !== 'draft-issued' || event === draft),
  );
  return (
    <>
      <AfterAdoption />
      <h2>{t('consequences')}</h2>
      <Promises />
      {told.length === 0 ? <p className="quiet">{t('nothingChanged')}</p> : null}
      <ul className="consequences">
        {told.map((event, place) => (
          <li key={`${event.kind}-${String(place)}`} className={`consequence consequence-${event.kind}`}>
            {event.kind === 'draft-issued' ? <DayDraft draft={event} /> : eventText(names, event, offers)}
          </li>
        ))}
      </ul>
    </>
  );
};

/** The day's last draft as it stands in the evening: points of order may have reopened what it had settled. */
const DayDraft = ({ draft }: { readonly draft: Extract<Event, { kind: 'draft-issued' }> }): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const settled = view.articles.filter((article) => article.settled).length;
  const reopened = scenario.articles.flatMap(({ id }, place) =>
    draft.articles[place]?.settled === true && view.articles[place]?.settled === false
      ? [names.article(id)]
      : [],
  );
  return (
    <>
      {t('dayDraft', { number: draft.number, settled, all: scenario.articles.length })}
      {reopened.length === 0 ? null : ` ${t('dayReopened', { articles: listed(reopened) })}`}
    </>
  );
};
