import type { CSSProperties, ReactNode } from 'react';
import type { DelegationId } from '../../../../engine/seat.ts';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import { Change, Flag } from '../../bits.tsx';
import { useDebrief } from '../context.tsx';

/** Flag and placard, as the table has them. */
export const Placard = ({
  id,
  flagOnly = false,
}: {
  readonly id: DelegationId;
  readonly flagOnly?: boolean;
}): ReactNode => {
  const { scenario, names, mine } = useDebrief();
  const found = scenario.delegations.find((delegation) => delegation.id === id);
  if (found === undefined) return id;
  return (
    <span className={mine.includes(id) ? 'placard placard-mine' : 'placard'}>
      <Flag code={found.flag} size={13} />
      <span className={flagOnly ? 'hidden' : 'placard-name'}>{names.words(found.placard)}</span>
    </span>
  );
};

/** Of a delegation, as short as it is on its placard. */
export const usePlacards = (): ((id: DelegationId) => string) => {
  const { scenario, names } = useDebrief();
  return (id) => {
    const found = scenario.delegations.find((delegation) => delegation.id === id);
    return found === undefined ? id : names.words(found.placard);
  };
};

/** One thing that a figure is made of. */
export interface Piece {
  readonly key: string;
  readonly what: ReactNode;
  /** Hundredths of a point; absent where it is no number. */
  readonly worth?: number;
}

/** What a figure is made of, and its sum. */
export const Pieces = ({
  pieces,
  sum,
}: {
  readonly pieces: readonly Piece[];
  readonly sum?: { readonly name: string; readonly worth: number };
}): ReactNode => (
  <div className="pieces">
    <p className="pieces-title">{d('madeOf')}</p>
    {pieces.length === 0 ? (
      <p className="quiet">{d('none')}</p>
    ) : (
      <ul>
        {pieces.map(({ key, what, worth }) => (
          <li key={key}>
            <span>{what}</span>
            {worth === undefined ? null : <Change value={worth} />}
          </li>
        ))}
      </ul>
    )}
    {sum === undefined ? null : (
      <p className="pieces-sum">
        <span>{sum.name}</span>
        <span>{points(sum.worth, true)}</span>
      </p>
    )}
  </div>
);

/** A button that opens the game as it was at a move; nothing where there is nothing to show it with. */
export const SeeAgain = ({
  at,
  small = false,
}: {
  readonly at: number;
  /** In a line of text: the sign alone. */
  readonly small?: boolean;
}): ReactNode => {
  const { replayAt } = useDebrief();
  if (replayAt === undefined || at < 0) return null;
  return (
    <button
      type="button"
      className={small ? 'see-again see-small' : 'see-again'}
      title={d('seeAgain')}
      onClick={() => replayAt(at)}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M4 2.5v11l9-5.5z" fill="currentColor" />
      </svg>
      <span className={small ? 'hidden' : ''}>{d('seeAgain')}</span>
    </button>
  );
};

/** A button that asks what would have been otherwise at a move. */
export const AskWhatIf = ({ at }: { readonly at: number }): ReactNode => {
  const { branchAt } = useDebrief();
  return branchAt === undefined || at < 0 ? null : (
    <button type="button" className="see-again" onClick={() => branchAt(at)}>
      {d('whatIf')}
    </button>
  );
};

/** When something was, in words. */
export const useWhen = (): ((when: {
  readonly at: number;
  readonly session: number;
  readonly phase: Parameters<ReturnType<typeof useDebrief>['names']['phase']>[0];
}) => string) => {
  const { names } = useDebrief();
  return ({ at, session, phase }) =>
    at < 0 ? d('nowhere') : d('where', { session: names.session(session), phase: names.phase(phase) });
};

/** A number with its sign where it is a change; the minus is a real one. */
export const signed = (value: number): string =>
  value < 0 ? `−${String(-value)}` : value > 0 ? `+${String(value)}` : '0';

/** Lines and figures of a horizontal scale that hangs over rows. */
export const TopAxis = ({
  ticks,
  at,
  say,
  height,
}: {
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
  readonly say: (value: number) => string;
  readonly height: number;
}): ReactNode => (
  <>
    {ticks.map((tick) => (
      <g key={tick} transform={`translate(${String(at(tick))} 0)`}>
        <text y={height - 7} className="tick mid">
          {say(tick)}
        </text>
        <line y1={height - 4} y2={height} className={tick === 0 ? 'zero' : 'grid'} />
      </g>
    ))}
  </>
);

/** The lines of a scale behind one row. */
export const RowLines = ({
  ticks,
  at,
  height,
  zero = true,
}: {
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
  readonly height: number;
  /** Whether the line at 0 is a stronger one. */
  readonly zero?: boolean;
}): ReactNode => (
  <>
    {ticks.map((tick) => (
      <line
        key={tick}
        x1={at(tick)}
        x2={at(tick)}
        y1={0}
        y2={height}
        className={tick === 0 && zero ? 'zero' : 'grid'}
      />
    ))}
  </>
);

/** A part of a picture that can be opened: what is seen is drawn, what is heard is said in words. */
export const Opener = ({
  className,
  label,
  expanded,
  onOpen,
  style,
  children,
}: {
  readonly className: string;
  readonly label: string;
  readonly expanded: boolean;
  readonly onOpen: () => void;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}): ReactNode => (
  <button
    type="button"
    className={className}
    aria-expanded={expanded}
    onClick={onOpen}
    {...(style === undefined ? {} : { style })}
  >
    <span className="hidden">{label}</span>
    <span className="opener-seen" aria-hidden="true">
      {children}
    </span>
  </button>
);
