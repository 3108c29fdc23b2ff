import { useEffect, useState, type ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { w } from '../../i18n/workshop.ts';
import { linkOf, type Link } from '../../session/workshop/index.ts';
import { Button } from '../bits.tsx';
import { useBench } from './context.tsx';

/** The scenario as a link, or why there is none. */
export const Share = (): ReactNode => (
  <DialogTrigger>
    <Button testId="share">{w('share')}</Button>
    <ModalOverlay className="overlay" isDismissable>
      <Modal className="modal">
        <Dialog className="dialog">{({ close }) => <Shared onClose={close} />}</Dialog>
      </Modal>
    </ModalOverlay>
  </DialogTrigger>
);

const Shared = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const bench = useBench();
  const [link, setLink] = useState<Link>();
  const [said, setSaid] = useState('');
  const faulty = (bench.store.getState().read?.faults.length ?? 0) > 0;
  useEffect(() => {
    let gone = false;
    const { origin, pathname } = window.location;
    void linkOf(bench.store.getState().text, `${origin}${pathname}`).then((made) => {
      if (!gone) setLink(made);
    });
    return () => {
      gone = true;
    };
  }, [bench]);
  const copy = (text: string): void => {
    void (async () => {
      try {
        await navigator.clipboard.writeText(text);
        setSaid(w('copied'));
      } catch {
        setSaid(w('copyFailed'));
      }
    })();
  };
  return (
    <>
      <Heading slot="title">{w('shareTitle')}</Heading>
      {link?.tooLong === undefined ? (
        <p>{w('shareAbout')}</p>
      ) : (
        <p className="loss">{w('shareTooLong', { letters: link.tooLong, most: link.most })}</p>
      )}
      {link?.link === undefined ? null : (
        <>
          {link.long ? <p className="quiet">{w('shareLong', { letters: link.link.length })}</p> : null}
          {faulty ? <p className="quiet">{w('shareFaults')}</p> : null}
          <label className="field">
            <span className="field-label">{w('linkLabel')}</span>
            <input
              className="text"
              readOnly
              value={link.link}
              data-testid="link"
              onFocus={(event) => event.target.select()}
            />
          </label>
        </>
      )}
      <div className="row">
        {link?.link === undefined ? null : (
          <Button look="main" onPress={() => copy(link.link)}>
            {w('copyLink')}
          </Button>
        )}
        <Button look="quiet" onPress={onClose}>
          {w('close')}
        </Button>
      </div>
      <output>{said}</output>
    </>
  );
};
