import type { ReactNode } from 'react';
import type { Event } from '../../../../engine/seat.ts';
import { eventText } from '../../../i18n/events.ts';
import { d } from '../../../i18n/debrief.ts';
import type { Landmark } from '../../../session/index.ts';
import { SeeAgain } from '../charts/bits.tsx';
import { useDebrief, useFigures } from '../context.tsx';

type Glyph = 'news' | 'strike' | 'truth' | 'deal' | 'draft' | 'gavel' | 'broken' | 'accuse' | 'agreed';

const glyphOf = (event: Event): Glyph => {
  if (event.kind === 'incident-struck' || event.kind === 'operation-exposed') return 'strike';
  if (event.kind === 'truth-out') return 'truth';
  if (event.kind === 'deal-struck' || event.kind === 'deal-leaked') return 'deal';
  if (event.kind === 'draft-issued') return 'draft';
  if (event.kind === 'decided') return 'gavel';
  if (event.kind === 'promise-settled') return 'broken';
  if (event.kind === 'responded') return 'accuse';
  return event.kind === 'point-agreed' ? 'agreed' : 'news';
};

const PATHS: { readonly [G in Glyph]: string } = {
  news: 'M3 3h10v10H3zM5.5 6h5M5.5 8.3h5M5.5 10.6h3',
  strike: 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z',
  truth: 'M1.5 8C4 4 12 4 14.5 8 12 12 4 12 1.5 8zM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  deal: 'M6 4.5a3.8 3.8 0 1 1 0 7 3.8 3.8 0 0 1 0-7zM10 4.5a3.8 3.8 0 1 1 0 7',
  draft: 'M5 2H3v12h2M11 2h2v12h-2M6 6h4M6 8h4M6 10h3',
  gavel: 'M3 7l4-4 3 3-4 4zM8 8l5.5 5.5M2 14h6',
  broken: 'M1.5 8h4L7 5l1.5 6L10 8h4.5',
  accuse: 'M2 6h7V4l5 4-5 4v-2H2z',
  agreed: 'M2.5 8.5 6 12l7.5-8',
};

const Mark = ({ glyph }: { readonly glyph: Glyph }): ReactNode => (
  <svg viewBox="0 0 16 16" className={`glyph glyph-${glyph}`} aria-hidden="true">
    <path d={PATHS[glyph]} />
  </svg>
);

/** What is always told; deals and drafts are counted, and told when somebody asks. */
const isTold = ({ event }: Landmark): boolean =>
  event.kind !== 'deal-struck' && event.kind !== 'draft-issued' && event.kind !== 'responded';

/** Broken promises of one day that are told one by one. */
const MOST_BROKEN = 8;

const isBroken = ({ event }: Landmark): boolean => event.kind === 'promise-settled';

const isOf = ({ event }: Landmark, mine: readonly string[]): boolean =>
  event.kind === 'promise-settled' && (mine.includes(event.by) || mine.includes(event.to));

/** The game day by day. */
export const Story = (): ReactNode => {
  const { names, scenario, mine, revealed } = useDebrief();
  const { landmarks } = useFigures().debrief;
  // Secret deals are nobody else's to see until the cards lie open.
  const seen = landmarks.filter(({ event }) => revealed || event.kind !== 'deal-struck' || event.deal.open);
  const last = Math.max(0, ...landmarks.map(({ session }) => session));
  return (
    <ol className="story" data-testid="story">
      {scenario.sessions.slice(0, last + 1).map((_, session) => {
        const day = seen.filter((mark) => mark.session === session);
        const all = day.filter(isTold);
        // Of a day on which many words were broken one's own are told, and the others counted.
        const broken = all.filter(isBroken);
        const counted = broken.length > MOST_BROKEN;
        const told = counted ? all.filter((mark) => !isBroken(mark) || isOf(mark, mine)) : all;
        const count = (kind: Event['kind']): number => day.filter(({ event }) => event.kind === kind).length;
        const drafts = count('draft-issued');
        const deals = count('deal-struck');
        return (
          <li key={names.session(session)} className="day-card">
            <h4>
              <span className="day-number" aria-hidden="true">
                {session + 1}
              </span>
              {names.session(session)}
            </h4>
            <p className="day-counts">
              {drafts === 0 ? null : (
                <span>
                  <Mark glyph="draft" /> {d('drafts', { count: drafts })}
                </span>
              )}
              {deals === 0 ? null : (
                <span>
                  <Mark glyph="deal" /> {d('deals', { count: deals })}
                </span>
              )}
            </p>
            {counted ? (
              <p className="day-counts">
                <span>
                  <Mark glyph="broken" /> {d('brokenWords', { count: broken.length })}
                </span>
              </p>
            ) : null}
            {told.length === 0 ? <p className="quiet">{d('nothing')}</p> : null}
            <Marks marks={told} />
            {day.length === told.length ? null : (
              <details>
                <summary>{d('allOf', { count: day.length })}</summary>
                <Marks marks={day} />
              </details>
            )}
          </li>
        );
      })}
    </ol>
  );
};

const Marks = ({ marks }: { readonly marks: readonly Landmark[] }): ReactNode => {
  const { names } = useDebrief();
  return (
    <ul className="marks">
      {marks.map(({ at, event }, place) => (
        <li key={`${String(at)} ${String(place)}`}>
          <Mark glyph={glyphOf(event)} />
          <span>
            {eventText(names, event)} <SeeAgain at={at} small />
          </span>
        </li>
      ))}
    </ul>
  );
};
