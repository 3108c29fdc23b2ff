import type { ReactNode } from 'react';
import type { Chapter, Event, Offer } from '../../../engine/seat.ts';
import { eventText } from '../../i18n/events.ts';
import { whyText } from '../../i18n/sentences.ts';
import { f } from '../../i18n/film.ts';
import type { FilmMark, TurningMark } from '../../session/film/index.ts';
import { Button } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { DecisionPaper } from '../play/DecisionPaper.tsx';
import { OfferCard } from '../play/Offers.tsx';
import { OutcomePaper } from '../play/OutcomePaper.tsx';
import { useFilm, useFilmScreen, useHead } from './context.tsx';
import { momentText } from './said.ts';

/** What happens here, and where else to go. */
export const Scene = ({ onWhatIf }: { readonly onWhatIf: () => void }): ReactNode => {
  const { view } = usePlaying();
  const { rights } = useHead();
  return (
    <>
      <Happening />
      {rights.branches ? (
        <p>
          <Button onPress={onWhatIf} testId="what-if">
            {f('whatIf')}
          </Button>
        </p>
      ) : null}
      {view.status === 'closed' ? <OutcomePaper /> : view.decision === undefined ? null : <DecisionPaper />}
      <Turning />
      <Chapters />
    </>
  );
};

/** Consequences of consequences are in the log. */
const QUIET: ReadonlySet<Event['kind']> = new Set<Event['kind']>(['done', 'scored', 'phase-opened']);

/** The offer that is made or answered. */
const spokenOf = (happening: readonly Event[], log: readonly Chapter[]): Offer | undefined => {
  const spoken = happening.find((event) => 'offer' in event);
  if (spoken === undefined) return undefined;
  if (spoken.kind === 'offered') return spoken.offer;
  return log
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.kind === 'offered' ? [event.offer] : []))
    .findLast(({ id }) => id === spoken.offer);
};

const Happening = (): ReactNode => {
  const { names, view } = usePlaying();
  const at = useFilmScreen((screen) => screen.at);
  const happening = useFilmScreen((screen) => screen.happening);
  const told = happening.filter((event) => !QUIET.has(event.kind));
  const offer = spokenOf(happening, view.log);
  return (
    <section aria-labelledby="happening" data-testid="happening">
      <h2 id="happening">{f('happening')}</h2>
      <p className="lead">{momentText(names, at, happening)}</p>
      <Why />
      {offer === undefined ? null : <OfferCard offer={offer} />}
      {told.length < 2 ? null : <Told events={told.slice(0, MOST_TOLD)} />}
      {told.length <= MOST_TOLD ? null : (
        <details>
          <summary>{f('more', { count: told.length - MOST_TOLD })}</summary>
          <Told events={told.slice(MOST_TOLD)} />
        </details>
      )}
    </section>
  );
};

/** Why an AI player did it, where these eyes may see that; where others would, how to. */
const Why = (): ReactNode => {
  const { control } = useFilm();
  const { names, view } = usePlaying();
  const why = useFilmScreen((screen) => screen.why);
  if (why === undefined) return null;
  const { because, seat, aloud = false } = why;
  // The paper below says it of the text that is before the room.
  if (seat === 'chair' && view.decision !== undefined) return null;
  return because === undefined ? (
    <p className="quiet" data-testid="film-why-kept">
      {f('whySeen')}{' '}
      <Button look="quiet" onPress={() => control.see('truth')}>
        {f('whySee')}
      </Button>
    </p>
  ) : (
    <p className="film-why" data-testid="film-why">
      {f(seat === 'chair' ? 'whyChair' : aloud ? 'whyKept' : 'why', {
        who: names.delegation(seat),
        reasons: whyText(names, because),
      })}
    </p>
  );
};

/** The end of a conference settles dozens of promises at once. */
const MOST_TOLD = 6;

const Told = ({ events }: { readonly events: readonly Event[] }): ReactNode => {
  const { names } = usePlaying();
  return (
    <ul className="consequences">
      {events.map((event, place) => (
        <li key={`${event.kind}-${String(place)}`} className={`consequence consequence-${event.kind}`}>
          {eventText(names, event)}
        </li>
      ))}
    </ul>
  );
};

const Turning = (): ReactNode => {
  const { names, own } = usePlaying();
  const turning = useFilmScreen((screen) => screen.turning);
  if (turning === undefined) return <p className="quiet">{f('turningLater')}</p>;
  const mine =
    own === undefined
      ? undefined
      : turning.seats.find(({ delegation }) => delegation === own.delegation)?.points;
  return (
    <>
      {turning.table.length === 0 ? null : <Points title={f('turning')} points={turning.table} />}
      {own === undefined || mine === undefined || mine.length === 0 ? null : (
        <Points title={f('turningOf', { name: names.delegation(own.delegation) })} points={mine} />
      )}
    </>
  );
};

const Points = ({
  title,
  points,
}: {
  readonly title: string;
  readonly points: readonly TurningMark[];
}): ReactNode => {
  const { control } = useFilm();
  const { names } = usePlaying();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="quiet">{f('turningAbout')}</p>
      <ul className="film-list">
        {points.map(({ at, event }) => (
          <li key={at}>
            <Button
              look="quiet"
              label={`${f('goTo', { at })}: ${eventText(names, event)}`}
              onPress={() => control.seek(at)}
            >
              <span className="film-at">{at}</span> {eventText(names, event)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Chapters = (): ReactNode => {
  const { control } = useFilm();
  const { scenario, names } = usePlaying();
  const { marks } = useHead();
  const at = useFilmScreen((screen) => screen.at);
  const here = marks.findLast((mark) => mark.kind === 'phase' && mark.at <= at);
  const wordOf = (mark: FilmMark): string =>
    mark.kind === 'phase' ? names.phase(mark.phase) : eventText(names, mark.event);
  return (
    <section aria-labelledby="film-chapters">
      <h3 id="film-chapters">{f('chapters')}</h3>
      {scenario.sessions.map((_, session) => {
        const list = inSession(marks, session);
        return list.length === 0 ? null : (
          <section key={`session-${String(session)}`} aria-label={names.session(session)}>
            <h4>{names.session(session)}</h4>
            <ul className="film-list">
              {list.map((mark, place) => (
                <li
                  key={`${mark.kind}-${String(mark.at)}-${String(place)}`}
                  className={`film-mark film-mark-${mark.kind}`}
                  {...(mark === here ? { 'aria-current': 'step' as const } : {})}
                >
                  <Button
                    look="quiet"
                    label={`${f('goTo', { at: mark.at })}: ${wordOf(mark)}`}
                    onPress={() => control.seek(mark.at)}
                  >
                    <span className="film-at">{mark.at}</span> {wordOf(mark)}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
};

/** Marks stand in the order of time: each belongs to the session that was opened last. */
const inSession = (marks: readonly FilmMark[], session: number): readonly FilmMark[] => {
  let now = 0;
  return marks.filter((mark) => {
    if (mark.kind === 'phase') now = mark.session;
    return now === session;
  });
};
