import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import type { Delegation } from '../../../engine/seat.ts';
import { listed, points, t } from '../../i18n/index.ts';
import { undertakingText } from '../../i18n/sentences.ts';
import { m } from '../../i18n/thought.ts';
import type { TextAppraisal } from '../../session/index.ts';
import { Button, Flag, Tag } from '../bits.tsx';
import { useDesk, usePlaying, useScreen, useIdle } from '../context.tsx';
import { ThoughtInShort, ThoughtOfYou } from './ThoughtOfYou.tsx';

/** Each delegation: public face, trust both ways, promises between us, what we think it wants, and what it thinks we want. */
export const People = ({ onOffer }: { readonly onOffer: () => void }): ReactNode => {
  const { scenario, view, own } = usePlaying();
  const focus = useScreen((screen) => screen.focus);
  const beliefs = useScreen((screen) => screen.beliefs);
  const { put, found } = useTextPut();
  const chance = put ? (view.decision?.method === 'vote' ? 'votesPut' : 'joinsPut') : 'joinsDraft';
  const joins = (place: number, id: string): string | undefined => {
    const belief = beliefs[place];
    if (place === own?.index) return belief ? m('joins', { percent: belief.joins }) : undefined;
    const percent = put ? found.find(({ delegation }) => delegation === id)?.joins : belief?.joins;
    return percent === undefined ? undefined : t(chance, { percent });
  };
  const mine = useRef<HTMLDetailsElement>(null);
  const compare = (): void => {
    const row = mine.current;
    if (row === null) return;
    row.open = true;
    row.scrollIntoView();
    row.querySelector('summary')?.focus({ preventScroll: true });
  };
  return (
    <>
      <h2>{t('tab_people')}</h2>
      {scenario.delegations.map((delegation, place) => (
        <Person
          key={delegation.id}
          delegation={delegation}
          place={place}
          mine={place === own?.index}
          open={focus?.kind === 'delegation' && focus.id === delegation.id}
          joins={joins(place, delegation.id)}
          onOffer={onOffer}
          onCompare={compare}
          {...(place === own?.index ? { ref: mine } : {})}
        />
      ))}
    </>
  );
};

const NOBODY: TextAppraisal['others'] = [];

/** While a whole text is before the room: what we think the others will do with it, once that has been worked out. */
const useTextPut = (): { readonly put: boolean; readonly found: TextAppraisal['others'] } => {
  const { session } = useDesk();
  const { view } = usePlaying();
  const { decision } = view;
  // The same text, however often the view was made.
  const text = decision === undefined || decision.amendment !== undefined ? '' : decision.text.join(' ');
  const [figures, setFigures] = useState<{
    readonly text: string;
    readonly others: TextAppraisal['others'];
  }>();
  useEffect(() => {
    let gone = false;
    if (text !== '')
      void session.appraiseText(text.split(' ').map(Number)).then((appraisal) => {
        if (!gone) setFigures({ text, others: appraisal.others });
      });
    return () => {
      gone = true;
    };
  }, [session, text]);
  return { put: text !== '', found: figures?.text === text ? figures.others : NOBODY };
};

const Person = ({
  delegation,
  place,
  mine,
  open,
  joins,
  onOffer,
  onCompare,
  ref,
}: {
  readonly delegation: Delegation;
  readonly place: number;
  readonly mine: boolean;
  readonly open: boolean;
  /** What it seems to do with the text; of one's own, what the others think. */
  readonly joins: string | undefined;
  readonly onOffer: () => void;
  readonly onCompare: () => void;
  readonly ref?: Ref<HTMLDetailsElement>;
}): ReactNode => {
  const { store } = useDesk();
  const { view, names, own } = usePlaying();
  const watching = useIdle();
  const trust = own?.trust[place];
  const between = view.pledges.filter(
    ({ undertaking }) => undertaking.by === delegation.id || undertaking.to === delegation.id,
  );
  const priorities = view.priorities[place] ?? [];
  return (
    <details className="person" open={open || undefined} ref={ref}>
      <summary>
        <Flag code={delegation.flag} size={16} />
        <strong>{names.delegation(delegation.id)}</strong>
        {mine ? <span className="quiet">{t('yourself')}</span> : null}
        {joins === undefined ? null : (
          <span className="quiet person-joins">
            {joins} <Tag kind="estimate">{t('estimate')}</Tag>
          </span>
        )}
      </summary>
      <p>{names.words(delegation.about)}</p>
      <p className="quiet">
        {t('groups')}: {listed(delegation.groups)}. {t('manner')}: {names.words(delegation.manner)}
      </p>
      {priorities.length === 0 ? null : (
        <p>{t('theirPriorities', { articles: listed(priorities.map(names.article)) })}</p>
      )}
      {mine || trust === undefined ? null : (
        <p>
          {t('youTrust')}: <strong>{t(`band_${trust.mine}`)}</strong>. {t('theyTrust')}:{' '}
          <strong>{t(`band_${trust.theirs}`)}</strong>.
        </p>
      )}
      {between.length === 0 ? null : (
        <ul className="ledger">
          {between.map((pledge) => (
            <li key={pledge.id} className={`pledge pledge-${pledge.state}`}>
              <strong>{names.delegation(pledge.undertaking.by)}</strong> →{' '}
              {names.delegation(pledge.undertaking.to)}: {undertakingText(names, pledge.undertaking)}
              {pledge.due === undefined || pledge.state !== 'open' ? null : (
                <span className="quiet"> {t('pledgeDue', { session: names.session(pledge.due) })}</span>
              )}
              {pledge.cost === undefined ? null : (
                <span className="loss">
                  {' '}
                  {t('pledgeCost', {
                    harmed: pledge.cost.harmed,
                    name: names.delegation(pledge.undertaking.to),
                    others: pledge.cost.others,
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {mine ? (
        <ThoughtOfYou />
      ) : (
        <>
          <Wants place={place} />
          <ThoughtInShort onCompare={onCompare} />
        </>
      )}
      {mine || watching || view.phase !== 'corridor' ? null : (
        <Button
          onPress={() => {
            store.getState().setMat({ partner: delegation.id, undertakings: [], open: false });
            onOffer();
          }}
        >
          {t('offerTo')}
        </Button>
      )}
    </details>
  );
};

/** The five articles it seems to care for most, and what it seems to like there. */
const Wants = ({ place }: { readonly place: number }): ReactNode => {
  const { scenario, names } = usePlaying();
  const belief = useScreen((screen) => screen.beliefs[place]);
  if (belief === null || belief === undefined) return null;
  const order = [...belief.weights.keys()]
    .toSorted((a, b) => (belief.weights[b] ?? 0) - (belief.weights[a] ?? 0))
    .slice(0, 5);
  return (
    <div>
      <h3>
        {t('whatTheyWant')} <Tag kind="estimate">{t('estimate')}</Tag>
      </h3>
      <p className="quiet">{t('beliefNote')}</p>
      <p>
        {t('beliefWalkAway', {
          low: points(belief.reservation.low),
          high: points(belief.reservation.high),
        })}
      </p>
      <ul className="rates">
        {order.map((index) => {
          const article = scenario.articles[index];
          const likes = belief.likes[index] ?? [];
          const best = likes.indexOf(Math.max(...likes));
          const red = (belief.redLines[index] ?? []).findIndex((chance) => chance >= 60);
          if (article === undefined) return null;
          return (
            <li key={article.id}>
              <span>
                {names.words(article.short)}: {names.option(article.id, best)}
                {red === -1 ? null : (
                  <Tag kind="red">{`${t('redLine')}: ${names.option(article.id, red)}`}</Tag>
                )}
              </span>
              <span className="bar" aria-hidden="true">
                <span
                  className="bar-fill bar-soft"
                  style={{ inlineSize: `${String(Math.min(100, (belief.weights[index] ?? 0) * 4))}%` }}
                />
              </span>
              <span>{t('weightPercent', { percent: belief.weights[index] ?? 0 })}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
