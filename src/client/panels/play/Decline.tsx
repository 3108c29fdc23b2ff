import { useState, type ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { standingText, type Offer } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { reasonText, wouldText } from '../../i18n/sentences.ts';
import { Button, Select } from '../bits.tsx';
import { useDesk, usePlaying, useScreen } from '../context.tsx';
import { declineChanges, declineReasons } from './decline-choices.ts';

/** Says no, why, and what would help: whoever made the offer hears both. */
export const Decline = ({ offer }: { readonly offer: Offer }): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const busy = useScreen((screen) => screen.busy);
  const [why, setWhy] = useState('0');
  const [what, setWhat] = useState('');
  if (own === undefined) return null;
  const reasons = declineReasons(scenario, own.mandate, standingText(view.articles), offer);
  const changes = declineChanges(scenario, own.delegation, offer);
  const reason = reasons[Number(why)];
  const change = what === '' ? undefined : changes[Number(what)];
  return (
    <DialogTrigger>
      <Button disabled={busy}>{t('decline')}</Button>
      <Popover className="popover" placement="top start">
        <Dialog className="menu decline">
          {({ close }) => (
            <>
              <Heading slot="title">{t('declineTitle', { name: names.delegation(offer.from) })}</Heading>
              <Select
                label={t('declineWhy')}
                value={why}
                choices={reasons.map((item, place) => ({
                  value: String(place),
                  label: reasonText(names, item),
                }))}
                onChange={setWhy}
              />
              <Select
                label={t('declineChange')}
                value={what}
                empty={t('declineSilent')}
                choices={changes.map((item, place) => ({
                  value: String(place),
                  label: wouldText(names, item),
                }))}
                onChange={setWhat}
              />
              <div className="row">
                <Button
                  look="main"
                  onPress={() => {
                    close();
                    void session.send({
                      kind: 'decline',
                      offer: offer.id,
                      because: reason === undefined ? [] : [reason],
                      wouldChange: change === undefined ? [] : [change],
                    });
                  }}
                >
                  {t('declineSend')}
                </Button>
                <Button look="quiet" onPress={close}>
                  {t('cancel')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
