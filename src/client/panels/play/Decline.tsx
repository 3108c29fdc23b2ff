import { useState, type ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { standingText, type Offer, type WouldChange } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { reasonText, wouldText } from '../../i18n/sentences.ts';
import { Button } from '../bits.tsx';
import { useDesk, usePlaying, useScreen } from '../context.tsx';
import {
  besides,
  declineChanges,
  declineFacts,
  declineReasons,
  keyOf,
  MOST_SAID,
} from './decline-choices.ts';
import { Several } from './Several.tsx';

/** Says no, why, and what would help: whoever made the offer hears both. */
export const Decline = ({ offer }: { readonly offer: Offer }): ReactNode => {
  const { session } = useDesk();
  const { scenario, view, names, own } = usePlaying();
  const busy = useScreen((screen) => screen.busy);
  const [why, setWhy] = useState<readonly string[]>([]);
  const [what, setWhat] = useState<readonly string[]>([]);
  if (own === undefined) return null;
  const reasons = [
    ...declineFacts(scenario, view, own, offer),
    ...declineReasons(scenario, own.mandate, standingText(view.articles), offer),
  ];
  const changes = declineChanges(scenario, own.delegation, offer);
  // What is no longer true when the table has changed meanwhile is not said; one reason always is.
  const stillWhy = why.filter((key) => reasons.some((reason) => keyOf(reason) === key));
  const because = stillWhy.length > 0 ? stillWhy : reasons.slice(0, 1).map(keyOf);
  const named = (keys: readonly string[]): readonly WouldChange[] =>
    keys.flatMap((key) => changes.filter((change) => keyOf(change) === key));
  return (
    <DialogTrigger>
      <Button disabled={busy}>{t('decline')}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal decline">
          <Dialog className="dialog">
            {({ close }) => (
              <>
                <Heading slot="title">{t('declineTitle', { name: names.delegation(offer.from) })}</Heading>
                <Several
                  label={t('declineWhy')}
                  more={t('declineWhyMore')}
                  most={MOST_SAID}
                  chosen={because}
                  offered={(others) =>
                    reasons
                      .filter((item) => !others.includes(keyOf(item)))
                      .map((item) => ({ value: keyOf(item), label: reasonText(names, item) }))
                  }
                  emptyMore={t('declineNoMore')}
                  onChange={setWhy}
                />
                <Several
                  label={t('declineChange')}
                  more={t('declineChangeMore')}
                  most={MOST_SAID}
                  chosen={named(what).map(keyOf)}
                  offered={(others) =>
                    besides(changes, named(others)).map((item) => ({
                      value: keyOf(item),
                      label: wouldText(names, item),
                    }))
                  }
                  empty={t('declineSilent')}
                  emptyMore={t('declineNoMore')}
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
                        because: because.flatMap((key) => reasons.filter((item) => keyOf(item) === key)),
                        wouldChange: named(what),
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
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
};
