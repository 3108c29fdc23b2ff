import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

/** How long somebody has to stop writing before it is kept, milliseconds. */
const PAUSE = 600;
const MOST = 2_000;

/** What somebody writes; kept a moment after they stop, and when they leave it. */
export const Answer = ({
  label,
  lead,
  value,
  onChange,
  rows = 3,
  hideLabel = false,
  testId,
}: {
  readonly label: string;
  readonly lead?: ReactNode;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
  readonly hideLabel?: boolean;
  readonly testId?: string;
}): ReactNode => {
  const id = useId();
  const [text, setText] = useState(value);
  const said = useRef(value);
  const keep = useRef(onChange);
  useEffect(() => {
    keep.current = onChange;
  });
  useEffect(() => {
    if (text === said.current) return undefined;
    const timer = setTimeout(() => {
      said.current = text;
      keep.current(text);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const leave = (): void => {
    if (text === said.current) return;
    said.current = text;
    keep.current(text);
  };
  return (
    <div className="answer">
      <label htmlFor={id} className={hideLabel ? 'hidden' : ''}>
        {label}
      </label>
      {lead === undefined ? null : <div className="answer-lead">{lead}</div>}
      <textarea
        id={id}
        className="text"
        rows={rows}
        maxLength={MOST}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={leave}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
      />
    </div>
  );
};
