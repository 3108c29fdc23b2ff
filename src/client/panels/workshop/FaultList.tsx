import type { ReactNode } from 'react';
import { w } from '../../i18n/workshop.ts';
import type { Fault } from '../../session/workshop/index.ts';
import { Button } from '../bits.tsx';
import { faultInWords } from './words.ts';

/** How many are listed; the rest comes when these are mended. */
const MOST = 60;

/** Faults or remarks at their places: a click goes there, another mends what can be mended letter by letter. */
export const FaultList = ({
  found,
  warning = false,
  fresh,
  onGo,
  onMend,
}: {
  readonly found: readonly Fault[];
  readonly warning?: boolean;
  /** Whether they are of the text as it stands: else nothing is mended by a click. */
  readonly fresh: boolean;
  readonly onGo: (fault: Fault) => void;
  readonly onMend: (fault: Fault, write: string) => void;
}): ReactNode => (
  <ul className="fault-list">
    {found.slice(0, MOST).map((fault) => (
      <li
        key={`${String(fault.line)}:${String(fault.column)} ${fault.message}`}
        className={warning ? 'fault fault-warning' : 'fault'}
      >
        <button
          type="button"
          className="fault-go"
          onClick={() => onGo(fault)}
          title={w('goTo', { line: fault.line, column: fault.column })}
        >
          <span className="fault-place">
            <span className="hidden">{warning ? w('isWarning') : w('isFault')} </span>
            {fault.line}:{fault.column}
          </span>{' '}
          {faultInWords(fault)}
        </button>
        {fresh && fault.exact !== undefined
          ? fault.write.slice(0, 3).map((write) => (
              <Button
                key={write}
                onPress={() => onMend(fault, write)}
                label={w('writeThisAt', { line: fault.line, what: write })}
              >
                {w('writeThis', { what: write })}
              </Button>
            ))
          : null}
      </li>
    ))}
  </ul>
);
