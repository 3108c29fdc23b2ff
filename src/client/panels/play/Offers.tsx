import type { ReactNode } from 'react';
import type { Offer } from '../../../engine/seat.ts';
import { listed, t } from '../../i18n/index.ts';
import { reasonsText, undertakingText } from '../../i18n/sentences.ts';
import { Button, Flag } from '../bits.tsx';
import { useDesk, usePlaying, useIdle, useScreen, useWatching } from '../context.tsx';
import { Appraisal } from './Appraisal.tsx';
import { Compose } from './Compose.tsx';
import { Decline } from './Decline.tsx';

/** Offers to me first, then mine, then a new package. */
export const Offers = (): ReactNode => {
  const { view, own, names } = usePlaying();
  const watching = useIdle();
  const me = own?.delegation;
  const mine = view.offers.filter((offer) => offer.from === me);
  const theirs = view.offers.filter((offer) => offer.from !== me);
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
      {view.phase === 'corridor' && !watching ? <Compose /> : null}
      {mine.length === 0 ? null : (
        <section aria-labelledby="mine">
          <h3 id="mine">{t('yourOffers')}</h3>
          {mine.map((offer) => (
            <OfferCard key={offer.id} offer={offer} />
          ))}
        </section>
      )}
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
  const givers = [...new Set(undertakings.map((item) => item.by))];
  return (
    <dl className="terms">
      {givers.map((giver) => (
        <div key={giver}>
          <dt>
            {giver === own?.delegation ? t('youGive') : t('theyGive', { name: names.delegation(giver) })}
          </dt>
          {/* What is undertaken towards several is said once. */}
          {[
            ...new Set(
              undertakings.flatMap((item) => (item.by === giver ? [undertakingText(names, item)] : [])),
            ),
          ].map((said) => (
            <dd key={`${giver}-${said}`}>{said}</dd>
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
    document.querySelector('#compose')?.scrollIntoView({ block: 'start' });
  };
  return (
    <article className={mine ? 'offer offer-mine' : 'offer'}>
      <h3>
        {from === undefined ? null : <Flag code={from.flag} size={16} />}
        {mine
          ? t('to', { names: listed(offer.to.map(names.delegation)) })
          : own === undefined
            ? t('fromTo', {
                name: names.delegation(offer.from),
                names: listed(offer.to.map(names.delegation)),
              })
            : t('from', { name: names.delegation(offer.from) })}
      </h3>
      {offer.because.length === 0 ? null : (
        <p className="because">{`“${reasonsText(names, offer.because)}.”`}</p>
      )}
      <Terms undertakings={offer.undertakings} />
      {own === undefined ? null : (
        <Appraisal undertakings={offer.undertakings} parties={[offer.from, ...offer.to]} />
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
