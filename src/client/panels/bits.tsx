import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import { flagUrl, noFlag } from './flags.ts';
import { points, t } from '../i18n/index.ts';

/** Small pieces that many panels use. */

export const Flag = ({ code, size = 20 }: { readonly code: string; readonly size?: number }): ReactNode => (
  <img
    className="flag"
    src={flagUrl(code)}
    alt=""
    width={Math.round(size * 1.5)}
    height={size}
    loading="lazy"
    onError={noFlag}
  />
);

export const Button = ({
  onPress,
  children,
  look = 'plain',
  disabled = false,
  label,
  testId,
}: {
  readonly onPress?: () => void;
  readonly children: ReactNode;
  readonly look?: 'plain' | 'main' | 'quiet' | 'danger';
  readonly disabled?: boolean;
  readonly label?: string;
  readonly testId?: string;
}): ReactNode => (
  <AriaButton
    className={`button button-${look}`}
    isDisabled={disabled}
    {...(onPress === undefined ? {} : { onPress })}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...(testId === undefined ? {} : { 'data-testid': testId })}
  >
    {children}
  </AriaButton>
);

/** A deed that cannot be taken back is asked about once more. */
export const Confirmed = ({
  label,
  about,
  onConfirm,
  disabled = false,
  look = 'danger',
}: {
  readonly label: string;
  readonly about: string;
  readonly onConfirm: () => void;
  readonly disabled?: boolean;
  readonly look?: 'plain' | 'danger' | 'main';
}): ReactNode => (
  <DialogTrigger>
    <Button look={look} disabled={disabled}>
      {label}
    </Button>
    <ModalOverlay className="overlay" isDismissable>
      <Modal className="modal">
        <Dialog role="alertdialog" className="dialog">
          {({ close }) => (
            <>
              <Heading slot="title">{label}</Heading>
              <p>{about}</p>
              <p className="quiet">{t('confirmTitle')}.</p>
              <div className="row">
                <Button
                  look="main"
                  onPress={() => {
                    close();
                    onConfirm();
                  }}
                >
                  {t('confirm')}
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

/** Hundredths of a point that round to something. */
const LEAST = 5;

/** A change in points, green or red, with its sign in words for whoever cannot see colours. */
export const Change = ({ value }: { readonly value: number }): ReactNode => (
  <span className={value >= LEAST ? 'gain' : value <= -LEAST ? 'loss' : 'even'}>{points(value, true)}</span>
);

export const Tag = ({
  kind,
  children,
}: {
  readonly kind: 'exact' | 'estimate' | 'red' | 'good' | 'plain';
  readonly children: ReactNode;
}): ReactNode => <span className={`tag tag-${kind}`}>{children}</span>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A labelled native select: keyboards, screen readers and telephones know it. */
export const Select = ({
  label,
  value,
  choices,
  onChange,
  empty,
  hideLabel = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly empty?: string;
  readonly hideLabel?: boolean;
}): ReactNode => (
  <label className="field">
    <span className={hideLabel ? 'hidden' : 'field-label'}>{label}</span>
    <select value={value} onChange={(event) => onChange(event.target.value)}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
);

/** A group of radio buttons that look like one switch. */
export const Switch = ({
  legend,
  name,
  value,
  choices,
  onChange,
  hideLegend = false,
}: {
  readonly legend: string;
  readonly name: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly hideLegend?: boolean;
}): ReactNode => (
  <fieldset className="switch">
    <legend className={hideLegend ? 'hidden' : 'field-label'}>{legend}</legend>
    <div className="switch-row">
      {choices.map((choice) => (
        <label key={choice.value} className={`switch-item switch-${choice.value}`}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
