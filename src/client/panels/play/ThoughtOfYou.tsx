import type { ReactNode } from 'react';
import { listed, points, t } from '../../i18n/index.ts';
import { m } from '../../i18n/thought.ts';
import { againstMandate, type Belief, type Believed } from '../../session/index.ts';
import { Button, Tag } from '../bits.tsx';
import { usePlaying, useScreen } from '../context.tsx';

/** What the others think one's own delegation wants; absent where the scenario keeps it, and for whoever plays none. */
export const useThought = (): Belief | undefined => {
  const { own } = usePlaying();
  const beliefs = useScreen((screen) => screen.beliefs);
  return own === undefined ? undefined : (beliefs[own.index] ?? undefined);
};

/** As it is said of each of the others: it is the same of all, since it rests on what all have heard. */
export const ThoughtInShort = ({ onCompare }: { readonly onCompare: () => void }): ReactNode => {
  const { scenario, names } = usePlaying();
  const thought = useThought();
  if (thought === undefined) return null;
  const first = heaviest(thought.weights)
    .slice(0, 3)
    .flatMap((place) => scenario.articles[place] ?? []);
  return (
    <div className="thought-short">
      <h3>
        {m('title')} <Tag kind="estimate">{t('estimate')}</Tag>
      </h3>
      <p>
        {m('inShort', {
          percent: thought.joins,
          articles: listed(first.map(({ short }) => names.words(short))),
        })}
      </p>
      <Button look="quiet" onPress={onCompare}>
        {m('compare')}
      </Button>
    </div>
  );
};

const heaviest = (weights: readonly number[]): readonly number[] =>
  [...weights.keys()].toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));

/** How many articles each eye's list has: as many as are shown of the others. */
const MOST = 5;

/** Article by article what they think, and whether they are right. */
export const ThoughtOfYou = (): ReactNode => {
  const { scenario, own } = usePlaying();
  const thought = useThought();
  if (thought === undefined || own === undefined) return null;
  const judged = againstMandate(
    scenario.articles.map(({ id }) => id),
    thought,
    own.mandate,
  );
  const { order, reservation, favourites } = judged;
  const first = new Set([...order.believed.slice(0, MOST), ...order.truth.slice(0, MOST)]);
  const shown = order.believed.filter(
    (place) => first.has(place) || (judged.articles[place]?.red.length ?? 0) > 0,
  );
  const widest = Math.max(1, ...judged.articles.flatMap(({ weight }) => [weight.believed, weight.truth]));
  return (
    <div className="thought">
      <h3>
        {m('title')} <Tag kind="estimate">{t('estimate')}</Tag>
      </h3>
      <p className="quiet">
        {m('note')} {m('onlyYou')}
      </p>
      <p>
        {m('walkAway', {
          low: points(reservation.low),
          high: points(reservation.high),
          truth: points(reservation.truth),
        })}
      </p>
      <h4>{m('which')}</h4>
      <p>{m('favourites', { of: judged.articles.length, count: favourites })}</p>
      <ul className="rates">
        {shown.map((place) => (
          <ThoughtOfArticle key={place} place={place} judged={judged} widest={widest} />
        ))}
      </ul>
    </div>
  );
};

const ThoughtOfArticle = ({
  place,
  judged,
  widest,
}: {
  readonly place: number;
  readonly judged: Believed;
  readonly widest: number;
}): ReactNode => {
  const { scenario, names } = usePlaying();
  const article = scenario.articles[place];
  const found = judged.articles[place];
  if (article === undefined || found === undefined) return null;
  const { favourite, lost, red, weight } = found;
  const right = lost === 0;
  return (
    <li>
      <span className={right ? 'gain' : 'loss'}>
        <span aria-hidden="true">{right ? '✓' : '✗'}</span>
        <span className="hidden">{m(right ? 'right' : 'wrong')}</span>
      </span>
      <span>
        {names.words(article.short)}: {names.option(article.id, favourite.believed)}
        {right ? null : (
          <strong className="thought-so">
            {m('youWant', { option: names.option(article.id, favourite.truth) })}
          </strong>
        )}
      </span>
      <span className="thought-bars" aria-hidden="true">
        <Bar share={weight.believed / widest} look="bar-fill bar-soft" />
        <Bar share={weight.truth / widest} look="bar-fill" />
      </span>
      <span className="thought-bars">
        <span>{m('they', { percent: weight.believed })}</span>
        <span>{m('you', { percent: weight.truth })}</span>
      </span>
      {red.map(({ option, chance, truth }) => (
        <span key={option} className="thought-red">
          <Tag kind={truth ? 'red' : 'estimate'}>
            {m('redLine', { option: names.option(article.id, option) })}
          </Tag>{' '}
          {m(truth ? 'redSo' : 'redNot', { chance })}
        </span>
      ))}
    </li>
  );
};

const Bar = ({ share, look }: { readonly share: number; readonly look: string }): ReactNode => (
  <span className="bar">
    <span className={look} style={{ inlineSize: `${String(share * 100)}%` }} />
  </span>
);
