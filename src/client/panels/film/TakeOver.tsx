import { useState, type ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { f } from '../../i18n/film.ts';
import { t } from '../../i18n/index.ts';
import type { BranchPoint } from '../../session/film/index.ts';
import { Button, Select } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { useFilm, useFilmScreen, useHead } from './context.tsx';
import { useHome } from './home.tsx';
import { eyeText } from './said.ts';

/** A person takes a seat where a branch leaves the game, and plays on. */
export const TakeOver = ({
  point,
  onTaken,
}: {
  readonly point: BranchPoint;
  readonly onTaken: () => void;
}): ReactNode => {
  const { control } = useFilm();
  const { scenario, names } = usePlaying();
  const { seat: own } = useHead();
  const eye = useFilmScreen((screen) => screen.eye);
  const home = useHome();
  const seats = scenario.delegations.map(({ id }) => id);
  const first = seats.find((id) => id === eye) ?? seats.find((id) => id === own) ?? seats[0];
  const [seat, setSeat] = useState<string>();
  const [failed, setFailed] = useState(false);
  const chosen = seats.find((id) => id === seat) ?? first;
  const take = async (): Promise<void> => {
    const text = chosen === undefined ? undefined : await control.takeOver(point, chosen);
    const fault = text === undefined ? undefined : await home.importGame(text);
    if (text === undefined || fault !== undefined) setFailed(true);
    else onTaken();
  };
  return (
    <DialogTrigger>
      <Button testId="take-over">{f('takeOver')}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog className="dialog">
            {({ close }) => (
              <>
                <Heading slot="title">{f('takeOver')}</Heading>
                <p>{f('takeOverAbout')}</p>
                <Select
                  label={f('takeSeat')}
                  value={chosen ?? ''}
                  choices={seats.map((id) => ({ value: id, label: eyeText(names, id, own) }))}
                  onChange={setSeat}
                />
                {failed ? (
                  <p role="alert" className="loss">
                    {f('takeOverNot')}
                  </p>
                ) : null}
                <div className="row">
                  <Button look="main" testId="take-seat" onPress={() => void take()}>
                    {f('takeOverStart')}
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
