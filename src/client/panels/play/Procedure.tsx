import { useState, type ReactNode } from 'react';
import type { Article } from '../../../engine/seat.ts';
import { listed, t } from '../../i18n/index.ts';
import { Button, Confirmed, Select, Tag } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';

/** What procedure does to one article: the agenda, its contact group, a point of order against its being settled. */
export const Procedure = ({
  article,
  place,
}: {
  readonly article: Article;
  readonly place: number;
}): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const group = view.groups.find((item) => item.article === article.id);
  const { amount, token } = scenario.procedure.orderCost;
  return (
    <>
      {view.agenda.includes(article.id) ? null : <Tag kind="plain">{t('offAgenda')}</Tag>}
      {group === undefined ? null : (
        <p className="quiet">
          {t('groupLine', {
            names: listed(group.members.map(names.delegation)),
            facilitator: names.delegation(group.facilitator),
          })}{' '}
          {group.report === undefined
            ? null
            : t('groupReported', { option: names.option(article.id, group.report) })}
        </p>
      )}
      {group !== undefined && group.facilitator === own?.delegation && view.may.includes('report') ? (
        <Report article={article} />
      ) : null}
      {view.articles[place]?.settled === true &&
      own !== undefined &&
      view.may.includes('point-of-order') &&
      !view.orders.includes(own.delegation) ? (
        <Confirmed
          look="plain"
          label={t('pointOfOrder')}
          about={t('pointOfOrderAbout', { cost: `${String(amount)} ${names.token(token)}` })}
          onConfirm={() => void session.send({ kind: 'point-of-order', article: article.id })}
        />
      ) : null}
    </>
  );
};

const Report = ({ article }: { readonly article: Article }): ReactNode => {
  const { session } = useDesk();
  const { names } = usePlaying();
  const [chosen, choose] = useState('');
  return (
    <div className="row">
      <Select
        label={t('groupReport')}
        hideLabel
        value={chosen}
        empty={t('choose')}
        choices={article.options.map((option, index) => ({
          value: String(index),
          label: names.words(option.label),
        }))}
        onChange={choose}
      />
      <Button
        disabled={chosen === ''}
        onPress={() => void session.send({ kind: 'report', article: article.id, option: Number(chosen) })}
      >
        {t('groupReport')}
      </Button>
    </div>
  );
};
