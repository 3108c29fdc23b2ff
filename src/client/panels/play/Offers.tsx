import { useMemo, type ReactNode } from 'react';
import type { DelegationId, Offer } from '../../../engine/seat.ts';
import { givenBy } from '../../i18n/deal-events.ts';
import { listed, listedNames, t } from '../../i18n/index.ts';
import { undertakingText } from '../../i18n/sentences.ts';
import { offerVoice } from '../../i18n/voice.ts';
import { Button, Flag } from '../bits.tsx';
import { useDesk, usePlaying, useIdle, useScreen, useWatching } from '../context.tsx';
import { Appraisal } from './Appraisal.tsx';
import { answeredOffers } from './answers.ts';
import { Answered } from './Answered.tsx';
import { Compose, toCompose } from './Compose.tsx';
import { Promises } from './Promises.tsx';
import { Decline } from './Decline.tsx';

/** Offers to me first, then mine with what became of them, then a new package. */
export const Offers = (): ReactNode => {
  const { view, own, names } = usePlaying();
  const watching = useIdle();
  const me = own?.delegation;
  const mine = view.offers.filter((offer) => offer.from === me);
  const theirs = view.offers.filter((offer) => offer.from !== me);
  const answered = useMemo(
    () => (me === undefined ? [] : answeredOffers(view.log, view.session, me)),
    [view.log, view.session, me],
  );
  // Whoever has no seat sees all there is to see.
  const deals =
    me === undefined ? view.deals : view.deals.filter((deal) => deal.parties.some((party) => party === me));
  return (
    <>
      <h2>{t(me === undefined ? 'offersAll' : 'offersToYou')}</h2>
      {theirs.length === 0 ? (
        <p className="quiet">{view.phase === 'corridor' ? t('noOffers') : t('corridorClosed')}</p>
      ) : null}
      {theirs.map((offer) => (
        <OfferCard key={offer.id} offer={offer} />
      ))}
      {mine.length === 0 && answered.length === 0 ? null : (
        <section className="own-offers" aria-labelledby="mine">
          <h3 id="mine">{t('yourOffers')}</h3>
          {mine.map((offer) => (
            <OfferCard key={offer.id} offer={offer} />
          ))}
          {answered.map(({ offer, answer }) => (
            <Answered key={offer.id} offer={offer} answer={answer}>
              <Terms undertakings={offer.undertakings} />
            </Answered>
          ))}
        </section>
      )}
      {view.phase === 'corridor' && !watching ? <Compose /> : null}
      <Promises />
      {deals.length === 0 ? null : (
        <section aria-labelledby="deals">
          <h3 id="deals">{t('deals')}</h3>
          <ul className="ledger">
            {deals.map((deal) => (
              <li key={deal.id}>
                <strong>{listed(deal.parties.map(names.delegation))}</strong>
                <Terms undertakings={deal.undertakings} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** Who gives what to whom. */
export const Terms = ({ undertakings }: { readonly undertakings: Offer['undertakings'] }): ReactNode => {
  const { names, own } = usePlaying();
  const me = own?.delegation;
  const title = (by: readonly DelegationId[]): string => {
    const [giver = '', ...others] = by;
    if (others.length > 0)
      return t('eachGives', {
        names: listedNames([
          ...by.filter((one) => one !== me).map(names.delegation),
          ...by.flatMap((one) => (one === me ? [t('youToo')] : [])),
        ]),
      });
    return giver === me ? t('youGive') : t('theyGive', { name: names.delegation(giver) });
  };
  return (
    <dl className="terms">
      {givenBy(undertakings, (item) => undertakingText(names, item, item.by === me)).map(({ by, said }) => (
        <div key={by.join()}>
          <dt>{title(by)}</dt>
          {said.map((one) => (
            <dd key={one}>{one}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
};

export const OfferCard = ({ offer }: { readonly offer: Offer }): ReactNode => {
  const { session, store } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const busy = useScreen((screen) => screen.busy);
  const watching = useWatching();
  const idle = useIdle();
  if (own === undefined && !watching) return null;
  const mine = offer.from === own?.delegation;
  const from = scenario.delegations.find((item) => item.id === offer.from);
  const counter = (): void => {
    store.getState().setMat({ partner: offer.from, undertakings: offer.undertakings, open: offer.open });
    toCompose();
  };
  return (
    <article className={mine ? 'offer offer-mine' : 'offer'}>
      <h3>
        {from === undefined ? null : <Flag code={from.flag} size={16} />}
        {mine
          ? t('to', { names: listedNames(offer.to.map(names.delegation)) })
          : own === undefined
            ? t('fromTo', {
                name: names.delegation(offer.from),
                names: listedNames(offer.to.map(names.delegation)),
              })
            : t('from', { name: names.delegation(offer.from) })}
      </h3>
      {offer.answers === undefined || mine || own === undefined ? null : (
        <p className="quiet">{t('counterTo')}</p>
      )}
      {offer.because.length === 0 ? null : <p className="because">{offerVoice(names, offer, true)}</p>}
      <Terms undertakings={offer.undertakings} />
      {own === undefined ? null : (
        <Appraisal
          undertakings={offer.undertakings}
          parties={[offer.from, ...offer.to]}
          open={offer.open}
          from={offer.from}
        />
      )}
      {view.phase !== 'corridor' || idle ? null : mine ? (
        <Button look="quiet" onPress={() => void session.send({ kind: 'withdraw', offer: offer.id })}>
          {t('withdraw')}
        </Button>
      ) : (
        <div className="row">
          <Button
            look="main"
            disabled={busy}
            onPress={() => void session.send({ kind: 'accept', offer: offer.id, because: [] })}
          >
            {t('accept')}
          </Button>
          <Decline offer={offer} />
          <Button look="quiet" onPress={counter}>
            {t('counter')}
          </Button>
        </div>
      )}
    </article>
  );
};
