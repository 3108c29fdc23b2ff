import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { w } from '../../i18n/workshop.ts';
import {
  booleanAt,
  numberAt,
  spanAt,
  spanValue,
  stringAt,
  stringsAt,
  wordsAt,
  wordsEdit,
  type Place,
  type Plain,
} from '../../session/workshop/index.ts';
import type { Choice } from '../bits.tsx';
import { useForm } from './context.tsx';
import { signed } from './words.ts';

/** Fields of the form, each bound to a place of the file. They write when one has stopped, and show what the file says. */

/** A pause in writing after which a field writes into the file, in milliseconds. */
const PAUSE = 600;

/** What is being typed, until it is in the file. */
const useTyping = (
  value: string,
  write: (text: string) => void,
): { readonly shown: string; readonly type: (text: string) => void; readonly settle: () => void } => {
  const [typing, setTyping] = useState<string>();
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void }>(undefined);
  const settle = (): void => {
    const waiting = pending.current;
    pending.current = undefined;
    if (waiting !== undefined) {
      clearTimeout(waiting.timer);
      waiting.write();
    }
    setTyping(undefined);
  };
  // Whoever goes elsewhere in the middle of a word loses nothing.
  useEffect(
    () => () => {
      const waiting = pending.current;
      if (waiting === undefined) return;
      clearTimeout(waiting.timer);
      waiting.write();
    },
    [],
  );
  return {
    shown: typing ?? value,
    type: (text) => {
      setTyping(text);
      clearTimeout(pending.current?.timer);
      const call = (): void => {
        pending.current = undefined;
        if (text !== value) write(text);
      };
      pending.current = { timer: setTimeout(call, PAUSE), write: call };
    },
    settle,
  };
};

export const TextField = ({
  label,
  path,
  lines = 1,
  plain = false,
  most,
  hint,
  hideLabel = false,
}: {
  readonly label: string;
  readonly path: Place;
  readonly lines?: number;
  /** A word of the file that cannot be translated: a date, a flag. */
  readonly plain?: boolean;
  readonly most?: number;
  readonly hint?: string;
  readonly hideLabel?: boolean;
}): ReactNode => {
  const { data, locked, change } = useForm();
  const about = useId();
  const value = plain ? (stringAt(data, path) ?? '') : wordsAt(data, path);
  const { shown, type, settle } = useTyping(value, (text) =>
    change([plain ? { edit: 'set', path, value: text } : wordsEdit(data, path, text)]),
  );
  const common = {
    className: 'text',
    value: shown,
    disabled: locked,
    onBlur: settle,
    ...(most === undefined ? {} : { maxLength: most }),
    ...(hint === undefined ? {} : { 'aria-describedby': about }),
  };
  return (
    <label className="field">
      <span className={hideLabel ? 'hidden' : 'field-label'}>{label}</span>
      {lines === 1 ? (
        <input {...common} onChange={(event) => type(event.target.value)} />
      ) : (
        <textarea {...common} rows={lines} onChange={(event) => type(event.target.value)} />
      )}
      {hint === undefined ? null : (
        <small id={about} className="quiet">
          {hint}
        </small>
      )}
    </label>
  );
};

export const NumberField = ({
  label,
  path,
  least,
  most,
  empty,
}: {
  readonly label: string;
  readonly path: Place;
  readonly least: number;
  readonly most: number;
  /** What is shown where the file says nothing. */
  readonly empty?: number;
}): ReactNode => {
  const { data, locked, change } = useForm();
  const value = numberAt(data, path) ?? empty;
  const { shown, type, settle } = useTyping(value === undefined ? '' : String(value), (text) => {
    const number = Number(text);
    if (text.trim() !== '' && Number.isInteger(number))
      change([{ edit: 'set', path, value: Math.max(least, Math.min(most, number)) }]);
  });
  return (
    <label className="field field-short">
      <span className="field-label">{label}</span>
      <input
        className="text"
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        value={shown}
        disabled={locked}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
      />
    </label>
  );
};

/** Two numbers between which each game draws one. */
export const SpanField = ({
  label,
  path,
  least,
  most,
  step = 1,
  hideLabel = false,
}: {
  readonly label: string;
  readonly path: Place;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly hideLabel?: boolean;
}): ReactNode => {
  const { data, locked, change } = useForm();
  const span = spanAt(data, path);
  const [moving, setMoving] = useState<readonly [number, number]>();
  const [low, high] = moving ?? span ?? [least, least];
  const write = (values: readonly number[]): void => {
    setMoving(undefined);
    const [a = low, b = high] = values;
    if (span === undefined || a !== span[0] || b !== span[1])
      change([{ edit: 'set', path, value: spanValue([Math.min(a, b), Math.max(a, b)]) }]);
  };
  return (
    <Slider
      className="span-field"
      // A file may say more than a slider shows.
      minValue={Math.min(least, low)}
      maxValue={Math.max(most, high)}
      step={step}
      value={[low, high]}
      isDisabled={locked}
      onChange={(values) => setMoving([values[0] ?? low, values[1] ?? high])}
      onChangeEnd={write}
    >
      <Label className={hideLabel ? 'hidden' : 'field-label'}>{label}</Label>
      <SliderOutput className="span-output">
        {span === undefined && moving === undefined
          ? w('spanUnset')
          : low === high
            ? w('spanOne', { value: signed(low) })
            : w('spanTwo', { low: signed(low), high: signed(high) })}
      </SliderOutput>
      <SliderTrack className="span-track">
        {({ state }) => (
          <>
            <div
              className="span-fill"
              style={{
                insetInlineStart: `${String(state.getThumbPercent(0) * 100)}%`,
                inlineSize: `${String((state.getThumbPercent(1) - state.getThumbPercent(0)) * 100)}%`,
              }}
            />
            <SliderThumb index={0} className="span-thumb" aria-label={w('spanLeast', { label })} />
            <SliderThumb index={1} className="span-thumb" aria-label={w('spanMost', { label })} />
          </>
        )}
      </SliderTrack>
    </Slider>
  );
};

export const CheckField = ({
  label,
  path,
  empty = false,
}: {
  readonly label: string;
  readonly path: Place;
  readonly empty?: boolean;
}): ReactNode => {
  const { data, locked, change } = useForm();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={booleanAt(data, path) ?? empty}
        disabled={locked}
        onChange={(event) => change([{ edit: 'set', path, value: event.target.checked }])}
      />
      <span>{label}</span>
    </label>
  );
};

export const ChoiceField = ({
  label,
  path,
  choices,
  hideLabel = false,
}: {
  readonly label: string;
  readonly path: Place;
  readonly choices: readonly Choice[];
  readonly hideLabel?: boolean;
}): ReactNode => {
  const { data, locked, change } = useForm();
  const value = stringAt(data, path) ?? '';
  const known = choices.some((choice) => choice.value === value);
  return (
    <label className="field">
      <span className={hideLabel ? 'hidden' : 'field-label'}>{label}</span>
      <select
        value={value}
        disabled={locked}
        onChange={(event) => change([{ edit: 'set', path, value: event.target.value }])}
      >
        {known ? null : <option value={value}>{value === '' ? w('notSaid') : value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Several of a few, as a list in the file. `make` gives the list that is written. */
export const SetField = ({
  label,
  path,
  choices,
  make,
  least = 0,
}: {
  readonly label: string;
  readonly path: Place;
  readonly choices: readonly Choice[];
  readonly make?: (chosen: readonly string[], one: string, wanted: boolean) => Plain;
  readonly least?: number;
}): ReactNode => {
  const { data, locked, change } = useForm();
  const chosen = stringsAt(data, path);
  const inOrder = (one: string, wanted: boolean): Plain =>
    wanted ? [...chosen, one] : chosen.filter((item) => item !== one);
  return (
    <fieldset className="set-field">
      <legend className="field-label">{label}</legend>
      {choices.map(({ value, label: name }) => {
        const on = chosen.includes(value);
        return (
          <label key={value} className="check">
            <input
              type="checkbox"
              checked={on}
              disabled={locked || (on && chosen.length <= least)}
              onChange={(event) => {
                const wanted = event.target.checked;
                change([
                  { edit: 'set', path, value: make?.(chosen, value, wanted) ?? inOrder(value, wanted) },
                ]);
              }}
            />
            <span>{name}</span>
          </label>
        );
      })}
    </fieldset>
  );
};
