import type { ReactNode } from 'react';
import type { Amendment } from '../../../engine/seat.ts';
import { listed, t } from '../../i18n/index.ts';
import { Button, Tag } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';

/** Amendments moved so far, with sponsors, what has become of them, and whether they clash with the text as it now stands. */
export const Amendments = (): ReactNode => {
  const { view } = usePlaying();
  if (view.amendments.length === 0) return null;
  return (
    <section aria-labelledby="amendments" data-testid="amendments">
      <h3 id="amendments">{t('amendments')}</h3>
      <ul className="ledger">
        {view.amendments.toReversed().map((amendment) => (
          <Line key={amendment.id} amendment={amendment} />
        ))}
      </ul>
    </section>
  );
};

const Line = ({ amendment }: { readonly amendment: Amendment }): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const alive = amendment.state === 'open' || amendment.state === 'waiting';
  const mine = own !== undefined && amendment.sponsors.includes(own.delegation);
  const anew = own !== undefined && amendment.sponsors[0] === own.delegation && amendment.conflict;
  const needs = scenario.procedure.sponsors - amendment.sponsors.length;
  return (
    <li>
      <p>
        <strong>{names.provision(amendment)}</strong>{' '}
        <Tag kind={amendment.state === 'taken' ? 'good' : 'plain'}>
          {t(`amendmentState_${amendment.state}`)}
        </Tag>{' '}
        {amendment.conflict ? (
          <span title={t('amendmentConflictAbout')}>
            <Tag kind="red">{t('amendmentConflict')}</Tag>
          </span>
        ) : null}
      </p>
      <p className="quiet">
        {t('amendmentBy', { names: listed(amendment.sponsors.map(names.delegation)) })}
        {amendment.state === 'waiting' && needs > 0 ? ` · ${t('amendmentNeeds', { count: needs })}` : ''}
      </p>
      {alive && view.may.includes('sponsor') && (!mine || anew) ? (
        <Button
          label={`${t(anew ? 'sponsorAnew' : 'sponsor')}: ${names.provision(amendment)}`}
          onPress={() => void session.send({ kind: 'sponsor', amendment: amendment.id })}
        >
          {t(anew ? 'sponsorAnew' : 'sponsor')}
        </Button>
      ) : null}
    </li>
  );
};
