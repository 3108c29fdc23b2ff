import { useState, type ReactNode } from 'react';
import { w } from '../../i18n/workshop.ts';
import { Button } from '../bits.tsx';
import { useForm } from './context.tsx';

/** Something new with a name. */
export const AddRow = ({
  label,
  button,
  onAdd,
}: {
  readonly label: string;
  readonly button: string;
  readonly onAdd: (name: string) => void;
}): ReactNode => {
  const { locked } = useForm();
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <form
      className="row add-row"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label className="field">
        <span className="field-label">{label}</span>
        <input
          className="text"
          value={name}
          maxLength={120}
          disabled={locked}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button onPress={add} disabled={locked || name.trim() === ''}>
        {button}
      </Button>
    </form>
  );
};

/** Whoever works with the keyboard stays in the form when the button goes that was pressed. */
const then = (act: () => void) => (): void => {
  act();
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('#form-body')?.focus();
  });
};

/** Up, down, away. */
export const EntryTools = ({
  name,
  onUp,
  onDown,
  onRemove,
}: {
  readonly name: string;
  readonly onUp?: (() => void) | undefined;
  readonly onDown?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
}): ReactNode => {
  const { locked } = useForm();
  return (
    <span className="entry-tools">
      {onUp === undefined ? null : (
        <Button look="quiet" label={w('moveUp', { name })} onPress={then(onUp)} disabled={locked}>
          <span aria-hidden="true">↑</span>
        </Button>
      )}
      {onDown === undefined ? null : (
        <Button look="quiet" label={w('moveDown', { name })} onPress={then(onDown)} disabled={locked}>
          <span aria-hidden="true">↓</span>
        </Button>
      )}
      {onRemove === undefined ? null : (
        <Button look="quiet" label={w('removeIt', { name })} onPress={then(onRemove)} disabled={locked}>
          <span aria-hidden="true">✕</span>
        </Button>
      )}
    </span>
  );
};
