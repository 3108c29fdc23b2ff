import type { ReactNode } from 'react';
import {
  plainWorth,
  standingText,
  STANCES,
  type Article,
  type Stance,
  type Words,
} from '../../../engine/seat.ts';
import { points, t } from '../../i18n/index.ts';
import { Button, Change, Flag, Switch, Tag } from '../bits.tsx';
import { useDesk, usePlaying, useScreen } from '../context.tsx';
import { Amendments } from './Amendments.tsx';
import { Procedure } from './Procedure.tsx';

/** The rolling text as a document: what stands, what is in brackets, who says what, and what each option does to oneself. */
export const Treaty = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const focus = useScreen((screen) => screen.focus);
  const settled = view.articles.filter((article) => article.settled).length;
  return (
    <>
      <h2>
        {t('rollingText')}{' '}
        <span className="quiet">
          {draftName(scenario.procedure.drafts, view.drafts, names.words)} · {settled}/{view.articles.length}{' '}
          {t('settled')}
        </span>
      </h2>
      {scenario.articles.map((article, place) => (
        <ArticlePaper
          key={article.id}
          article={article}
          place={place}
          open={focus?.kind === 'article' && focus.id === article.id}
        />
      ))}
      <Amendments />
    </>
  );
};

/** What the Chair's text is called: by the scenario's own list, whose last name serves for all that follow. */
const draftName = (named: readonly Words[], drafts: number, words: (name: Words) => string): string => {
  const name = named[Math.min(drafts, named.length - 1)];
  if (name !== undefined) return words(name);
  return drafts === 0 ? t('zeroDraft') : t('revision', { n: drafts });
};

const ArticlePaper = ({
  article,
  place,
  open,
}: {
  readonly article: Article;
  readonly place: number;
  readonly open: boolean;
}): ReactNode => {
  const { view, names } = usePlaying();
  const rolling = view.articles[place];
  if (rolling === undefined) return null;
  const others = article.options
    .map((_, index) => index)
    .filter((index) => index !== rolling.option && !rolling.brackets.includes(index));
  return (
    <details className={rolling.settled ? 'article article-settled' : 'article'} open={open || undefined}>
      <summary>
        <span className="article-title">{names.words(article.title)}</span>
        <span className="article-standing">{names.option(article.id, rolling.option)}</span>
        <Tag kind={rolling.settled ? 'good' : 'plain'}>{rolling.settled ? t('settled') : t('bracketed')}</Tag>
      </summary>
      <p className="quiet">{names.words(article.about)}</p>
      <Procedure article={article} place={place} />
      <OptionPaper article={article} place={place} index={rolling.option} heading={t('stands')} />
      {rolling.brackets.map((index) => (
        <OptionPaper key={index} article={article} place={place} index={index} heading={t('alternatives')} />
      ))}
      {others.length === 0 ? null : (
        <details className="others">
          <summary>{t('otherOptions')}</summary>
          {others.map((index) => (
            <OptionPaper key={index} article={article} place={place} index={index} amendable />
          ))}
        </details>
      )}
    </details>
  );
};

const OptionPaper = ({
  article,
  place,
  index,
  heading,
  amendable = false,
}: {
  readonly article: Article;
  readonly place: number;
  readonly index: number;
  readonly heading?: string;
  readonly amendable?: boolean;
}): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const option = article.options[index];
  if (option === undefined) return null;
  const text = standingText(view.articles);
  const wording = names.words(option.wording);
  const red =
    own?.mandate.redLines.some((line) => line.article === article.id && line.option === index) ?? false;
  const change =
    own === undefined ? 0 : plainWorth(own.mandate, text.with(place, index)) - plainWorth(own.mandate, text);
  const alone =
    own === undefined
      ? 0
      : (own.mandate.table[place]?.[index] ?? 0) - (own.mandate.table[place]?.[text[place] ?? 0] ?? 0);
  const mine: Stance = own === undefined ? 'silent' : (view.stances[own.index]?.[place]?.[index] ?? 'silent');
  const cost = view.articles[place]?.settled === true ? scenario.procedure.reopenCost : undefined;
  return (
    <div className="option">
      {heading === undefined ? null : <h3>{heading}</h3>}
      <p className="option-label">
        <strong>{names.words(option.label)}</strong>
        {red ? <Tag kind="red">{t('redLine')}</Tag> : null}
        {own === undefined ? null : (
          <span
            className="option-worth"
            title={t('madeOf', { own: points(alone, true), linked: points(change - alone, true) })}
          >
            <Change value={change} /> <Tag kind="exact">{t('exact')}</Tag>
          </span>
        )}
      </p>
      {wording === '' ? null : <blockquote className="wording">{wording}</blockquote>}
      {change === alone ? null : (
        <p className="quiet">
          {t('madeOf', { own: points(alone, true), linked: points(change - alone, true) })}
        </p>
      )}
      <Voices place={place} index={index} />
      {view.may.includes('position') ? (
        <Switch
          legend={t('yourStance')}
          name={`stance-${article.id}-${index}`}
          value={mine}
          choices={STANCES.map((value) => ({ value, label: t(`stance_${value}`) }))}
          onChange={(value) => {
            const stance = STANCES.find((item) => item === value);
            if (stance !== undefined)
              void session.send({
                kind: 'position',
                positions: [{ article: article.id, option: index, stance }],
              });
          }}
        />
      ) : null}
      {amendable && view.may.includes('amend') ? (
        <Button onPress={() => void session.send({ kind: 'amend', article: article.id, option: index })}>
          {cost === undefined || cost.amount === 0
            ? t('amend')
            : t('amendCosts', { cost: t('cost', { count: cost.amount, token: names.token(cost.token) }) })}
        </Button>
      ) : null}
    </div>
  );
};

const SAID = ['support', 'accept', 'object'] as const;
const HEADS = { support: 'supporters', accept: 'accepting', object: 'objecting' } as const;

/** Who supports, accepts or objects, as flags with names. */
const Voices = ({ place, index }: { readonly place: number; readonly index: number }): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const by = (stance: Stance) =>
    scenario.delegations.filter((_, seat) => view.stances[seat]?.[place]?.[index] === stance);
  if (SAID.every((stance) => by(stance).length === 0)) return <p className="quiet">{t('nobodyYet')}</p>;
  return (
    <ul className="voices">
      {SAID.map((stance) =>
        by(stance).length === 0 ? null : (
          <li key={stance} className={`voice voice-${stance}`}>
            <span className="voice-head">{t(HEADS[stance])}</span>
            {by(stance).map((delegation) => (
              <span key={delegation.id} className="voice-flag" title={names.delegation(delegation.id)}>
                <Flag code={delegation.flag} size={14} />
                <span>{delegation.id}</span>
              </span>
            ))}
          </li>
        ),
      )}
    </ul>
  );
};
