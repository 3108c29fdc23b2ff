import type { ReactNode } from 'react';
import type { DelegationId, Undertaking } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { undertakingText } from '../../i18n/sentences.ts';
import { Button, Select } from '../bits.tsx';
import { useDesk, usePlaying, useScreen } from '../context.tsx';
import { AddUndertaking } from './AddUndertaking.tsx';
import { Appraisal } from './Appraisal.tsx';

const PARTIES: readonly DelegationId[] = [];

/** To the package that is being put together, also with the keyboard. */
export const toCompose = (): void => {
  // After the mat has been drawn anew.
  requestAnimationFrame(() => {
    const place = document.querySelector<HTMLElement>('#compose');
    const paper = place?.closest('.paper');
    if (!place || !paper) return;
    // The paper alone: on a phone the page itself must not move.
    paper.scrollBy({ top: place.getBoundingClientRect().top - paper.getBoundingClientRect().top });
    place.focus({ preventScroll: true });
  });
};

/** A package put together by form; the mat on the table shows and changes the same one. */
export const Compose = (): ReactNode => {
  const { session, store } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const mat = useScreen((screen) => screen.mat);
  const busy = useScreen((screen) => screen.busy);
  if (own === undefined) return null;
  const me = own.delegation;
  const { setMat } = store.getState();
  const { partner } = mat;
  const put = (undertakings: readonly Undertaking[]): void => setMat({ ...mat, undertakings });
  const choose = (id: string): void => {
    const found = scenario.delegations.find((item) => item.id === id)?.id;
    setMat(
      found === undefined
        ? { undertakings: [], open: false }
        : { partner: found, undertakings: [], open: mat.open },
    );
  };
  const make = (): void => {
    if (partner === undefined) return;
    const answers = view.offers.find((offer) => offer.from === partner && offer.to.includes(me))?.id;
    void session
      .send({
        kind: 'offer',
        to: [partner],
        undertakings: mat.undertakings,
        open: mat.open,
        expires: view.session,
        ...(answers === undefined ? {} : { answers }),
        because: [],
      })
      .then((refusal) => {
        if (refusal === undefined) setMat({ undertakings: [], open: false });
      });
  };
  return (
    <section className="compose" id="compose" tabIndex={-1} aria-labelledby="compose-title">
      <h3 id="compose-title">
        {t('compose')} <span className="quiet">{t('offersLeft', { count: view.offersLeft })}</span>
      </h3>
      <p className="quiet">{t('bindsRule')}</p>
      <Select
        label={t('with')}
        value={partner ?? ''}
        empty={t('choose')}
        choices={scenario.delegations
          .filter(({ id }) => id !== me)
          .map(({ id }) => ({ value: id, label: names.delegation(id) }))}
        onChange={choose}
      />
      {partner === undefined ? null : (
        <>
          <AddUndertaking
            legend={t('youGiveAdd')}
            by={me}
            to={partner}
            onAdd={(item) => put([...mat.undertakings, item])}
          />
          <AddUndertaking
            legend={t('youGetAdd')}
            by={partner}
            to={me}
            onAdd={(item) => put([...mat.undertakings, item])}
          />
          {mat.undertakings.length === 0 ? (
            <p className="quiet">{t('emptyMat')}</p>
          ) : (
            <ul className="mat">
              {mat.undertakings.map((item, place) => (
                <li key={`${item.kind}-${String(place)}`}>
                  <span>
                    <strong>{names.delegation(item.by)}:</strong> {undertakingText(names, item)}
                  </span>
                  <Button
                    look="quiet"
                    label={`${t('remove')}: ${undertakingText(names, item)}`}
                    onPress={() => put(mat.undertakings.filter((_, other) => other !== place))}
                  >
                    ×
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {mat.undertakings.length === 0 ? null : (
            <Appraisal
              undertakings={mat.undertakings}
              parties={partner === undefined ? PARTIES : [me, partner]}
              open={mat.open}
            />
          )}
          <label className="check">
            <input
              type="checkbox"
              checked={mat.open}
              onChange={(event) => setMat({ ...mat, open: event.target.checked })}
            />
            {t('openDeal')}
          </label>
          <div className="row">
            <Button
              look="main"
              disabled={busy || mat.undertakings.length === 0 || view.offersLeft === 0}
              onPress={make}
              testId="make-offer"
            >
              {t('makeOffer')}
            </Button>
            <Button look="quiet" onPress={() => setMat({ undertakings: [], open: false })}>
              {t('clear')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
};
