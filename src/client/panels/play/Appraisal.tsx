import { useEffect, useState, type ReactNode } from 'react';
import { asDelegation, standingText, type DelegationId, type Undertaking } from '../../../engine/seat.ts';
import { points, t } from '../../i18n/index.ts';
import type { PackageAppraisal } from '../../session/index.ts';
import { Change, Tag } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';
import { changeBy, furthered } from './change.ts';

/** What a package does to oneself, exactly, and to the others as far as one can tell. */
export const Appraisal = ({
  undertakings,
  parties,
  open,
  from,
}: {
  readonly undertakings: readonly Undertaking[];
  readonly parties: readonly DelegationId[];
  readonly open: boolean;
  /** Who offers it: nobody asks whether it would accept its own offer. */
  readonly from?: DelegationId;
}): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own: mine } = usePlaying();
  const [found, setFound] = useState<PackageAppraisal>();
  // The same parties, however the list was made.
  const among = parties.join(' ');
  useEffect(() => {
    let gone = false;
    void session.appraise(undertakings, among.split(' ').map(asDelegation), open).then((appraisal) => {
      if (!gone) setFound(appraisal);
    });
    return () => {
      gone = true;
    };
  }, [session, undertakings, among, open]);
  if (found === undefined) return null;
  const { own, others } = found;
  const parts = [own.now, own.onAdoption, own.ifKept].filter((part) => part !== 0);
  const provisions = furthered(undertakings);
  return (
    <div className="appraisal">
      {parts.length === 0 && provisions.length > 0 ? null : (
        <p>
          <Tag kind="exact">{t('exact')}</Tag> {t('ownNow', { points: points(own.now, true) })}
          {own.onAdoption === 0 ? null : <>, {t('ownAdoption', { points: points(own.onAdoption, true) })}</>}
          {own.ifKept === 0 ? null : <>, {t('ownKept', { points: points(own.ifKept, true) })}</>}
          {parts.length < 2 ? null : (
            <>
              {' '}
              = <Change value={own.now + own.onAdoption + own.ifKept} />
            </>
          )}
        </p>
      )}
      {provisions.length === 0 || mine === undefined ? null : (
        <p>
          <Tag kind="exact">{t('exact')}</Tag> {t('ifItStood')}{' '}
          <Change value={changeBy(scenario, mine.mandate, standingText(view.articles), provisions)} />
        </p>
      )}
      {undertakings.some(({ kind }) => kind === 'oppose') ? <p className="quiet">{t('notOpposed')}</p> : null}
      {others.map((other) => (
        <p key={other.delegation}>
          <Tag kind="estimate">{t('estimate')}</Tag>{' '}
          {t('theirs', {
            name: names.delegation(other.delegation),
            low: points(other.low, true),
            high: points(other.high, true),
          })}
          {other.delegation === from ? null : (
            <>
              ,{' '}
              {t(other.haggles && other.accepts < 50 && other.high > 0 ? 'likelyOrMore' : 'likely', {
                percent: other.accepts,
              })}
            </>
          )}
        </p>
      ))}
    </div>
  );
};
