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
  const shown = new Set([...order.believed.slice(0, MOST), ...order.truth.slice(0, MOST)]);
  return (
    <div className="thought">
      <h3>
        {m('title')} <Tag kind="estimate">{t('estimate')}</Tag>
      </h3>
      <p className="quiet">
        {m('note')} {m('onlyYou')}
      </p>
      <p>
        {m('favourites', { of: judged.articles.length, count: favourites })}{' '}
        {m('walkAway', {
          low: points(reservation.low),
          high: points(reservation.high),
          truth: points(reservation.truth),
        })}
      </p>
      <h4>{m('which')}</h4>
      <ul className="rates">
        {order.believed
          .filter((place) => shown.has(place))
          .map((place) => (
            <ThoughtOfArticle key={place} place={place} judged={judged} />
          ))}
      </ul>
    </div>
  );
};

const ThoughtOfArticle = ({
  place,
  judged,
}: {
  readonly place: number;
  readonly judged: Believed;
}): ReactNode => {
  const { scenario, names } = usePlaying();
  const article = scenario.articles[place];
  const found = judged.articles[place];
  if (article === undefined || found === undefined) return null;
  const { favourite, lost, red, weight } = found;
  const right = lost === 0;
  return (
    <li>
      <span>
        {names.words(article.short)}: {names.option(article.id, favourite.believed)}{' '}
        <Tag kind={right ? 'good' : 'plain'}>{m(right ? 'right' : 'wrong')}</Tag>
        {right ? null : (
          <span className="thought-so">
            {m('youWant', { option: names.option(article.id, favourite.truth) })}
          </span>
        )}
        {red.map(({ option, chance, truth }) => (
          <span key={option} className={truth ? 'thought-so loss' : 'thought-so'}>
            {m(truth ? 'redSo' : 'redNot', { option: names.option(article.id, option), chance })}
          </span>
        ))}
      </span>
      <span className="thought-bars" aria-hidden="true">
        <Bar percent={weight.believed} look="bar-fill bar-soft" />
        <Bar percent={weight.truth} look="bar-fill" />
      </span>
      <span className="thought-bars">
        <span>{m('they', { percent: weight.believed })}</span>
        <span>{m('you', { percent: weight.truth })}</span>
      </span>
    </li>
  );
};

/** Four times as long as it is, as beside it the shares of the others: few articles are a quarter of all interest. */
const Bar = ({ percent, look }: { readonly percent: number; readonly look: string }): ReactNode => (
  <span className="bar">
    <span className={look} style={{ inlineSize: `${String(Math.min(100, percent * 4))}%` }} />
  </span>
);
