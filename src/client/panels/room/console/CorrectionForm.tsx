import { useState, type ReactNode } from 'react';
import type { Correction, Intervention, Stance } from '../../../../engine/seat.ts';
import { STANCES } from '../../../../engine/seat.ts';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import { Select } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';

const KINDS = ['tension', 'tokens', 'trust', 'stance', 'damage', 'opinion'] as const;
type Kind = (typeof KINDS)[number];

interface Draft {
  readonly of: Kind;
  readonly delegation: string;
  readonly other: string;
  readonly token: string;
  readonly provision: string;
  readonly stance: Stance;
  readonly to: string;
  readonly because: string;
}

/** Sets the state right by a logged act, with a reason that everybody can read. */
export const CorrectionForm = ({
  onReady,
}: {
  readonly onReady: (what: Intervention | undefined) => void;
}): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const [draft, setDraft] = useState<Draft>({
    of: 'tension',
    delegation: '',
    other: '',
    token: '',
    provision: '',
    stance: 'accept',
    to: String(view.tension),
    because: '',
  });
  const delegationOf = (id: string) => scenario.delegations.find((one) => one.id === id)?.id;
  const correction = (now: Draft): Correction | undefined => {
    const delegation = delegationOf(now.delegation);
    const to = Number(now.to);
    if (now.of === 'tension') return now.to === '' ? undefined : { of: 'tension', to };
    if (delegation === undefined) return undefined;
    switch (now.of) {
      case 'damage':
      case 'opinion':
        return now.to === '' ? undefined : { of: now.of, delegation, to };
      case 'tokens': {
        const token = scenario.tokens.find((one) => one.id === now.token)?.id;
        return token === undefined || now.to === '' ? undefined : { of: 'tokens', delegation, token, to };
      }
      case 'trust': {
        const other = delegationOf(now.other);
        return other === undefined || now.to === ''
          ? undefined
          : { of: 'trust', from: delegation, to: other, points: to };
      }
      case 'stance': {
        const cut = now.provision.lastIndexOf('/');
        const article = scenario.articles.find((one) => one.id === now.provision.slice(0, cut))?.id;
        return article === undefined
          ? undefined
          : {
              of: 'stance',
              delegation,
              position: { article, option: Number(now.provision.slice(cut + 1)), stance: now.stance },
            };
      }
    }
  };
  const tell = (next: Partial<Draft>): void => {
    const now = { ...draft, ...next };
    setDraft(now);
    const what = correction(now);
    const because = now.because.trim();
    onReady(what === undefined || because === '' ? undefined : { kind: 'correct', what, because });
  };
  const delegations = scenario.delegations.map(({ id }) => ({ value: id, label: names.delegation(id) }));
  return (
    <div className="deck">
      <p className="quiet">{r('correctAbout')}</p>
      <Select
        label={r('correctWhat')}
        value={draft.of}
        choices={KINDS.map((value) => ({ value, label: r(`correct_${value}`) }))}
        onChange={(value) => tell({ of: KINDS.find((one) => one === value) ?? 'tension' })}
      />
      {draft.of === 'tension' ? null : (
        <Select
          label={draft.of === 'trust' ? r('correctFrom') : r('phraseDelegation')}
          value={draft.delegation}
          empty={t('choose')}
          choices={delegations}
          onChange={(delegation) => tell({ delegation })}
        />
      )}
      {draft.of === 'trust' ? (
        <Select
          label={r('correctIn')}
          value={draft.other}
          empty={t('choose')}
          choices={delegations.filter(({ value }) => value !== draft.delegation)}
          onChange={(other) => tell({ other })}
        />
      ) : null}
      {draft.of === 'tokens' ? (
        <Select
          label={r('correctToken')}
          value={draft.token}
          empty={t('choose')}
          choices={scenario.tokens.map(({ id }) => ({ value: id, label: names.token(id) }))}
          onChange={(token) => tell({ token })}
        />
      ) : null}
      {draft.of === 'stance' ? (
        <>
          <Select
            label={r('phraseAbout')}
            value={draft.provision}
            empty={t('choose')}
            choices={scenario.articles.flatMap((article) =>
              article.options.map((option, place) => ({
                value: `${article.id}/${String(place)}`,
                label: `${names.words(article.short)}: ${names.words(option.label)}`,
              })),
            )}
            onChange={(provision) => tell({ provision })}
          />
          <Select
            label={t('yourStance')}
            value={draft.stance}
            choices={STANCES.map((value) => ({ value, label: t(`stance_${value}`) }))}
            onChange={(value) => tell({ stance: STANCES.find((one) => one === value) ?? 'accept' })}
          />
        </>
      ) : (
        <label className="field field-short">
          <span className="field-label">{r('correctTo')}</span>
          <input
            className="text"
            inputMode="numeric"
            value={draft.to}
            onChange={(event) => tell({ to: event.target.value.replaceAll(/\D/gu, '') })}
          />
        </label>
      )}
      <label className="field">
        <span className="field-label">{r('correctBecause')}</span>
        <input
          className="text"
          maxLength={200}
          value={draft.because}
          onChange={(event) => tell({ because: event.target.value })}
        />
      </label>
    </div>
  );
};
