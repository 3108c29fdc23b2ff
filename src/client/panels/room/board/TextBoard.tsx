import type { ReactNode } from 'react';
import type { Article, RollingArticle, Stance } from '../../../../engine/seat.ts';
import { r } from '../../../i18n/room.ts';
import { usePlaying } from '../../context.tsx';

/** So many articles leave room for large letters. */
const FEW = 7;

/** The treaty for the back row: one line an article, what stands, and between brackets what does not stand yet. */
export const TextBoard = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const { decision } = view;
  const settled = view.articles.filter((article) => article.settled).length;
  const adopted = view.adopted?.text ?? view.ending?.text;
  const put = adopted ?? (decision?.amendment === undefined ? decision?.text : undefined);
  return (
    <section
      className={scenario.articles.length <= FEW ? 'board-text board-few' : 'board-text'}
      aria-labelledby="board-text"
    >
      <h2 id="board-text">
        {adopted !== undefined ? r('textAdopted') : put === undefined ? r('textStands') : r('textPut')}
        {adopted === undefined ? (
          <span className="board-count">{r('settledCount', { settled, all: scenario.articles.length })}</span>
        ) : null}
      </h2>
      <ol>
        {scenario.articles.map((article, place) => {
          const rolling = view.articles[place];
          return rolling === undefined ? null : (
            <Line
              key={article.id}
              article={article}
              rolling={rolling}
              place={place}
              put={put?.[place]}
              label={(option) => names.option(article.id, option)}
            />
          );
        })}
      </ol>
    </section>
  );
};

const Line = ({
  article,
  rolling,
  place,
  put,
  label,
}: {
  readonly article: Article;
  readonly rolling: RollingArticle;
  readonly place: number;
  readonly put: number | undefined;
  readonly label: (option: number) => string;
}): ReactNode => {
  const { names } = usePlaying();
  const stands = put ?? rolling.option;
  const open = put === undefined && !rolling.settled;
  const rivals = put === undefined ? rolling.brackets.filter((option) => option !== rolling.option) : [];
  const changed = put !== undefined && put !== rolling.option;
  return (
    <li className={rolling.settled ? 'board-line board-settled' : 'board-line'}>
      <span className="board-article">{names.words(article.short)}</span>
      <span className="board-options">
        {open ? <Bracket side="[" /> : null}
        <span className="board-option">{label(stands)}</span>
        {rivals.map((option) => (
          <span key={option} className="board-rival">
            {label(option)}
          </span>
        ))}
        {open ? <Bracket side="]" /> : null}
        {changed ? (
          <span className="board-before">{r('insteadOf', { option: label(rolling.option) })}</span>
        ) : null}
      </span>
      <Support place={place} option={stands} settled={rolling.settled} />
    </li>
  );
};

const Bracket = ({ side }: { readonly side: string }): ReactNode => (
  <span className="board-bracket" aria-hidden="true">
    {side}
  </span>
);

/** Who supports, accepts and objects: a small bar, and in words for whoever hears the page. */
const Support = ({
  place,
  option,
  settled,
}: {
  readonly place: number;
  readonly option: number;
  readonly settled: boolean;
}): ReactNode => {
  const { scenario, view } = usePlaying();
  const all = scenario.delegations.length;
  const count = (stance: Stance): number =>
    scenario.delegations.filter((_, seat) => view.stances[seat]?.[place]?.[option] === stance).length;
  const support = count('support');
  const accept = count('accept');
  const object = count('object');
  return (
    <span className="board-support">
      <span className="hidden">
        {settled ? `${r('settledOne')}. ` : ''}
        {r('supportLine', { support, accept, object })}
      </span>
      <span className="board-bar" aria-hidden="true">
        <i className="is-support" style={{ inlineSize: `${String((100 * support) / all)}%` }} />
        <i className="is-accept" style={{ inlineSize: `${String((100 * accept) / all)}%` }} />
        <i className="is-object" style={{ inlineSize: `${String((100 * object) / all)}%` }} />
      </span>
      <span className="board-mark" aria-hidden="true">
        {settled ? '✓' : object > 0 ? `${String(object)} ✕` : ''}
      </span>
    </span>
  );
};
