import type { ReactNode } from 'react';
import { listedNames, t } from '../../i18n/index.ts';
import { wouldText } from '../../i18n/sentences.ts';
import { declineVoice } from '../../i18n/voice.ts';
import { Button, Flag, Tag } from '../bits.tsx';
import { useDesk, useIdle, usePlaying } from '../context.tsx';
import { withChange, type AnsweredOffer, type OfferAnswer } from './answers.ts';
import { toCompose } from './Compose.tsx';

const LOOK = { accepted: 'good', declined: 'red', lapsed: 'plain' } as const;

/** An offer of one's own that has been answered: how, why, and what would help. */
export const Answered = ({
  offer,
  answer,
  children,
}: AnsweredOffer & {
  /** Its terms. */
  readonly children: ReactNode;
}): ReactNode => {
  const { scenario, names } = usePlaying();
  const [first] = offer.to;
  const to = scenario.delegations.find(({ id }) => id === first);
  return (
    <article className={`offer offer-mine offer-${answer.kind}`} data-testid={`answer-${answer.kind}`}>
      <h3>
        {to === undefined ? null : <Flag code={to.flag} size={16} />}
        {t('to', { names: listedNames(offer.to.map(names.delegation)) })}
        <Tag kind={LOOK[answer.kind]}>{t(`answer_${answer.kind}`)}</Tag>
      </h3>
      {answer.kind === 'declined' ? <Refused offer={offer} answer={answer} /> : null}
      <details>
        <summary>{t('offeredSo')}</summary>
        {children}
      </details>
    </article>
  );
};

/** Why it was declined, and each thing that would change that, to be tried with one press. */
const Refused = ({
  offer,
  answer: { by, because, wouldChange, countered },
}: {
  readonly offer: AnsweredOffer['offer'];
  readonly answer: Extract<OfferAnswer, { kind: 'declined' }>;
}): ReactNode => {
  const { names } = usePlaying();
  const name = names.delegation(by);
  const would = wouldChange.filter(({ kind }) => kind !== 'nothing');
  // What would change its mind is listed below, each to be tried.
  const said = declineVoice(names, {
    offer: offer.id,
    by,
    parties: [offer.from, ...offer.to],
    because,
    wouldChange: [],
  });
  return (
    <>
      {said === undefined ? null : <p className="because">{said}</p>}
      {countered ? <p>{t('answeredByOffer', { name })}</p> : null}
      {would.length < wouldChange.length ? <p>{t('wouldNothing', { name })}</p> : null}
      {would.length === 0 ? null : (
        <>
          <p>{t('wouldAccept', { name, count: would.length })}</p>
          <ul className="changes">
            {would.map((change) => (
              <li key={JSON.stringify(change)}>
                <span>{wouldText(names, change, by)}</span>
                <TryWith offer={offer} by={by} change={change} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** Lays the old package on the mat with the change. One puts packages together for one partner: those for several are not tried so. */
const TryWith = ({
  offer,
  by,
  change,
}: {
  readonly offer: AnsweredOffer['offer'];
  readonly by: Extract<OfferAnswer, { kind: 'declined' }>['by'];
  readonly change: Extract<OfferAnswer, { kind: 'declined' }>['wouldChange'][number];
}): ReactNode => {
  const { store } = useDesk();
  const { view, names } = usePlaying();
  const idle = useIdle();
  const undertakings = withChange(offer, by, change);
  if (undertakings === undefined || idle || offer.to.length > 1) return null;
  if (view.phase !== 'corridor' || view.offersLeft === 0) return null;
  const tryIt = (): void => {
    store.getState().setMat({ partner: by, undertakings, open: offer.open });
    toCompose();
  };
  return (
    <Button label={`${t('tryWith')}: ${wouldText(names, change, by)}`} onPress={tryIt}>
      {t('tryWith')}
    </Button>
  );
};
