import '../../styles/ending.css';
import { useEffect, useState, type ReactNode } from 'react';
import type { DelegationId, End, Outcome, SeatOutcome } from '../../../engine/seat.ts';
import { listed, points, t } from '../../i18n/index.ts';
import { originText } from '../../i18n/sentences.ts';
import type { TableAnalysis } from '../../session/index.ts';
import { Button, Change } from '../bits.tsx';
import { useDesk, usePlaying, useWatching } from '../context.tsx';
import { FindSeat, foundSeats, MANY_SEATS } from '../FindSeat.tsx';
import { useFilmDoor } from '../film-door.tsx';
import { useDebriefDoor } from './debrief-door.ts';
import { TextInFull } from './DecisionPaper.tsx';
import { GainsTable, type GainsRow } from './GainsTable.tsx';
import { OnTheTable, StandingGains } from './OnTheTable.tsx';

/** How it ended: what each got, how good that was for all, who kept faith, what was true, what to talk about. */
export const OutcomePaper = (): ReactNode => {
  const { view } = usePlaying();
  const watching = useWatching();
  const door = useDebriefDoor();
  const { ending, outcome } = view;
  if (ending === undefined) return <p className="quiet">{t('closed')}</p>;
  const { end, own: mine } = ending;
  return (
    <div data-testid="outcome" data-end={end}>
      <h2 className={`end end-${end}`}>{headOf(end)}</h2>
      {end === 'stopped' ? (
        <p className="lead">{t('stoppedAbout')}</p>
      ) : mine === undefined ? null : (
        <>
          <p className="lead">
            {t('outcomeYou', { utility: points(mine.utility), walkAway: points(mine.walkAway) })}{' '}
            <Change value={mine.utility - mine.walkAway} />
          </p>
          <MadeOf mine={mine} />
        </>
      )}
      {watching ? null : <Onwards />}
      {ending.text === undefined ? <OnTheTable /> : null}
      {outcome === undefined ? null : (
        <section aria-labelledby="faith">
          <h3 id="faith">{t('promisesTitle')}</h3>
          <p>
            {t('promisesLine', {
              made: outcome.promises.made,
              kept: outcome.promises.kept,
              broken: outcome.promises.broken,
              void: outcome.promises.void,
            })}
          </p>
        </section>
      )}
      {ending.text === undefined ? null : <TextInFull text={ending.text} />}
      {door.revealed && outcome !== undefined ? (
        <Revealed outcome={outcome} />
      ) : door.reveal === undefined ? null : (
        <section aria-labelledby="turn-over">
          <h3 id="turn-over">{t('coveredTitle')}</h3>
          <p className="quiet">{t('coveredAbout')}</p>
          <Button onPress={door.reveal} testId="outcome-reveal">
            {t('coveredReveal')}
          </Button>
        </section>
      )}
      <p className="quiet">{t('gameNotForecast')}</p>
    </div>
  );
};

/** Why the figures are not those of the text alone, which were shown until the vote: what came besides counts in both. */
const MadeOf = ({ mine }: { readonly mine: SeatOutcome }): ReactNode => {
  const { own } = usePlaying();
  const { text, tokens, deeds, rooms, world } = mine.parts;
  const parts = (
    [
      ['soFarTokens', tokens],
      ['soFarDeeds', deeds],
      ['soFarRooms', rooms],
      ['soFarWorld', world],
    ] as const
  ).flatMap(([part, worth]) =>
    worth === 0 ? [] : [t('madeOfPart', { part: t(part), points: points(worth, true) })],
  );
  if (own === undefined || parts.length === 0) return null;
  const none = own.mandate.reservation;
  return (
    <p className="quiet" data-testid="made-of">
      {t(mine.bound ? 'madeOfText' : 'madeOfNone', {
        text: points(text),
        rest: points(mine.utility - text, true),
        parts: listed(parts),
      })}{' '}
      {t('awayMadeOf', { text: points(none), rest: points(mine.walkAway - none, true) })}
    </p>
  );
};

const headOf = (end: End): string => {
  switch (end) {
    case 'adopted':
      return t('outcomeAdopted');
    case 'not-adopted':
      return t('outcomeNot');
    case 'collapsed':
      return t('outcomeCollapsed');
    case 'stopped':
      return t('outcomeStopped');
  }
};

/** What the others came away with, and what was true: only once somebody has asked for it. */
const Revealed = ({ outcome }: { readonly outcome: Outcome }): ReactNode => {
  const { view, names } = usePlaying();
  const { revealed } = view;
  return (
    <>
      {outcome.end === 'stopped' ? <StandingGains /> : <Gains outcome={outcome} />}
      <Figures stopped={outcome.end === 'stopped'} />
      {revealed === undefined || revealed.truths.length === 0 ? null : (
        <section aria-labelledby="truths">
          <h3 id="truths">{t('truths')}</h3>
          <ul>
            {revealed.truths.map(({ incident, truth }) => (
              <li key={incident}>
                {names.incident(incident)}: <strong>{originText(names, truth.origin, truth.culprit)}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** Of many delegations so many are shown, those that gained or lost most, until somebody looks for others. */
const FEW = 16;

const Gains = ({ outcome }: { readonly outcome: Outcome }): ReactNode => {
  const { scenario, own } = usePlaying();
  const [wanted, setWanted] = useState('');
  const many = outcome.seats.length > MANY_SEATS;
  const found = foundSeats(scenario, wanted);
  const most = new Set(
    outcome.seats
      .toSorted((a, b) => Math.abs(b.utility - b.walkAway) - Math.abs(a.utility - a.walkAway))
      .slice(0, FEW)
      .map(({ delegation }) => delegation),
  );
  const isShown = (id: DelegationId, place: number): boolean =>
    !many || (wanted.trim() === '' ? place === own?.index || most.has(id) : found.has(id));
  const rows = outcome.seats.flatMap((seat, place): GainsRow[] => {
    const delegation = scenario.delegations[place];
    if (delegation === undefined || !isShown(delegation.id, place)) return [];
    const { text, tokens, deeds, rooms, world } = seat.parts;
    const title = `${t('partText')} ${points(text)}, ${t('partTokens')} ${points(tokens, true)}, ${t('partDeeds')} ${points(deeds, true)}, ${t('partRooms')} ${points(rooms, true)}, ${t('partWorld')} ${points(world, true)}`;
    return [{ delegation, worth: seat.utility, walkAway: seat.walkAway, mine: place === own?.index, title }];
  });
  return (
    <section aria-labelledby="gains">
      <h3 id="gains">{t('gains')}</h3>
      <p className="quiet">{t('gainsAbout')}</p>
      {many ? (
        <div className="crowd">
          <p className="quiet">{t('gainsMost', { count: FEW, all: outcome.seats.length })}</p>
          <FindSeat scenario={scenario} wanted={wanted} found={found.size} onChange={setWanted} />
        </div>
      ) : null}
      <GainsTable rows={rows} worth={t('utility')} chart={t('gains')} />
    </section>
  );
};

/** What the exact analysis says; it takes a moment. */
const Figures = ({ stopped }: { readonly stopped: boolean }): ReactNode => {
  const { session } = useDesk();
  const [found, setFound] = useState<TableAnalysis>();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    void session.analysis().then((analysis) => {
      if (gone) return;
      setFound(analysis);
      setReady(true);
    });
    return () => {
      gone = true;
    };
  }, [session]);
  return (
    <section aria-labelledby="figures">
      <h3 id="figures">{t('figures')}</h3>
      {ready ? null : <output>{t('computing')}</output>}
      {found === undefined ? null : (
        <>
          <p>{found.feasible === 0 ? t('noFeasible') : t('feasibleTexts', { count: found.feasible })}</p>
          {found.nashShare === undefined || stopped ? null : (
            <p>
              <strong>{t('nashShare', { percent: Math.round(found.nashShare * 100) })}</strong>{' '}
              <span className="quiet">{t('nashAbout')}</span>
            </p>
          )}
          {found.paretoDistance === undefined || stopped ? null : (
            <p>
              <strong>{t('pareto', { percent: Math.round(found.paretoDistance * 100) })}</strong>{' '}
              <span className="quiet">{t('paretoAbout')}</span>
            </p>
          )}
          {found.better === undefined || stopped ? null : (
            <Missed head={t('better')} text={found.better.text} />
          )}
          {found.nash === undefined ? null : <Missed head={t('nashText')} text={found.nash.text} />}
        </>
      )}
    </section>
  );
};

const Missed = ({ head, text }: { readonly head: string; readonly text: readonly number[] }): ReactNode => {
  const { scenario, names } = usePlaying();
  return (
    <details>
      <summary>{head}</summary>
      <ul>
        {scenario.articles.map((article, place) => (
          <li key={article.id}>{names.provision({ article: article.id, option: text[place] ?? 0 })}</li>
        ))}
      </ul>
    </details>
  );
};

/** What follows a game: its debrief, long or short, and its film. */
const Onwards = (): ReactNode => {
  const { openFilm, offered } = useFilmDoor();
  const door = useDebriefDoor();
  return (
    <section className="to-debrief" aria-labelledby="to-debrief">
      <h3 id="to-debrief">{t('toDebriefTitle')}</h3>
      <p>{t('toDebriefAbout')}</p>
      <div className="row">
        <Button look="main" onPress={() => door.open(false)} testId="to-debrief">
          {t('toDebrief')}
        </Button>
        <Button onPress={() => door.open(true)} testId="to-short-debrief">
          {t('toDebriefShort')}
        </Button>
        {offered ? (
          <Button onPress={() => openFilm()} testId="watch-film">
            {t('watchFilm')}
          </Button>
        ) : null}
      </div>
    </section>
  );
};
