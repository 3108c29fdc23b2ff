import { useMemo, useState, type ReactNode } from 'react';
import type { Event } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { lineOf, type Line } from '../../i18n/in-short.ts';
import { inOneGo } from '../../i18n/positions.ts';
import { Select } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { offersIn } from './answers.ts';

const KINDS = ['text', 'deals', 'incidents', 'decisions'] as const;

const kindOf = (event: Event): (typeof KINDS)[number] | 'other' => {
  switch (event.kind) {
    case 'spoke':
    case 'replied':
    case 'position-taken':
    case 'amended':
    case 'draft-issued':
    case 'agenda-set':
    case 'group-formed':
    case 'group-reported':
    case 'sponsored':
    case 'point-of-order':
      return 'text';
    case 'offered':
    case 'offer-accepted':
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'offer-lapsed':
    case 'deal-struck':
    case 'deed-done':
    case 'promised':
    case 'promise-settled':
    case 'tokens-moved':
    case 'conditions-met':
    case 'trust-moved':
    case 'track-step':
    case 'point-agreed':
    case 'deal-leaked':
    case 'leaked':
    case 'leak-traced':
      return 'deals';
    case 'incident-struck':
    case 'incident-hidden':
    case 'clue-found':
    case 'clues-shared':
    case 'responded':
    case 'damage-eased':
    case 'truth-out':
    case 'tension-moved':
    case 'context-drawn':
    case 'instructed':
    case 'mended':
    case 'warned':
    case 'warning-passed':
    case 'operation-ordered':
    case 'operation-done':
    case 'operation-exposed':
    case 'secret-learned':
    case 'calmed':
    case 'interviewed':
    case 'opinion-moved':
    case 'flexed':
    case 'clues-leaked':
      return 'incidents';
    case 'text-put':
    case 'answered':
    case 'decided':
    case 'closed':
    case 'scored':
    case 'signed':
    case 'explained':
      return 'decisions';
    case 'facilitated':
    case 'instruction-given':
    case 'corrected':
    case 'phase-opened':
    case 'done':
      return 'other';
  }
};

const concerns = (event: Event, delegation: string): boolean =>
  delegation === '' || JSON.stringify(event).includes(`"${delegation}"`);

/** Everything this seat has witnessed, newest phase first. */
export const Log = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const [kind, setKind] = useState('');
  const [by, setBy] = useState('');
  const offers = useMemo(() => offersIn(view.log), [view.log]);
  const chapters = view.log
    .map((chapter) => ({
      ...chapter,
      events: chapter.events.filter(
        (event) =>
          event.kind !== 'done' &&
          event.kind !== 'phase-opened' &&
          (kind === '' || kindOf(event) === kind) &&
          concerns(event, by),
      ),
    }))
    .filter(({ events }) => events.length > 0)
    .toReversed();
  return (
    <>
      <h2>{t('tab_log')}</h2>
      <div className="row">
        <Select
          label={t('logFilter')}
          value={kind}
          empty={t('logAll')}
          choices={KINDS.map((value) => ({ value, label: t(`log_${value}`) }))}
          onChange={setKind}
        />
        <Select
          label={t('logBy')}
          value={by}
          empty={t('logAny')}
          choices={scenario.delegations.map(({ id }) => ({ value: id, label: names.delegation(id) }))}
          onChange={setBy}
        />
      </div>
      {chapters.length === 0 ? <p className="quiet">{t('emptyLog')}</p> : null}
      {chapters.map((chapter) => (
        // What was unfolded is folded again where other lines are shown.
        <section key={`${String(chapter.session)}-${chapter.phase}-${kind}-${by}`} className="chapter">
          <h3>
            {names.session(chapter.session)}, {names.phase(chapter.phase)}
          </h3>
          <ul>
            {inOneGo(chapter.events).map((told, place) => (
              <li key={`${told.event.kind}-${String(place)}`} className={`said said-${kindOf(told.event)}`}>
                <Folded line={lineOf(names, told, offers)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

/** What is long is told in short, and in full to whoever asks. */
const Folded = ({ line: { text, short } }: { readonly line: Line }): ReactNode =>
  short === undefined ? (
    text
  ) : (
    <details className="said-long">
      <summary>{short}</summary>
      {text}
    </details>
  );
