import { useState, type ReactNode } from 'react';
import { isNarrow, type Room } from './room.ts';

/** One row of a chart with a row for each thing: its head, its drawing, its figure, and what that is made of. */
export interface Row {
  readonly key: string;
  readonly head: ReactNode;
  /** For whoever does not see the drawing. */
  readonly label: string;
  readonly renderBar: (width: number, height: number) => ReactNode;
  readonly value?: ReactNode;
  /** What the figure is made of; a row without it cannot be opened. */
  readonly renderMade?: () => ReactNode;
}

/** Letters that the head and the figure of a row take. */
const HEAD = 9.5;
const HEAD_NARROW = 6.2;
const VALUE = 4.6;
const GAP = 0.6;

/** The width left for the drawing in the middle. */
const drawn = (room: Room, head: number, value: boolean): number =>
  Math.max(40, room.width - (head + GAP * 2 + (value ? VALUE : 0.4)) * room.em);

/** Rows with a common scale. A row that is touched opens and says what its figure is made of. */
export const RowChart = ({
  room,
  rows,
  renderAxis,
  height = 1.9,
  head = HEAD,
  headNarrow = HEAD_NARROW,
}: {
  readonly room: Room;
  readonly rows: readonly Row[];
  /** The scale, over the rows: lines of the given height run down behind them. */
  readonly renderAxis?: (width: number, height: number) => ReactNode;
  /** Of a row, in letters. */
  readonly height?: number;
  readonly head?: number;
  readonly headNarrow?: number;
}): ReactNode => {
  const [open, setOpen] = useState<string>();
  const valued = rows.some(({ value }) => value !== undefined);
  const first = isNarrow(room) ? headNarrow : head;
  const width = drawn(room, first, valued);
  const high = height * room.em;
  const columns = { gridTemplateColumns: `${String(first)}rem ${String(width)}px minmax(0, 1fr)` };
  return (
    <div className="rows">
      {renderAxis === undefined ? null : (
        <div className="rows-axis" style={columns} aria-hidden="true">
          <span />
          <svg width={width} height={1.5 * room.em} className="chart">
            {renderAxis(width, 1.5 * room.em)}
          </svg>
        </div>
      )}
      <ul className="rows-list">
        {rows.map((row) => {
          const inside = (
            <>
              <span className="rows-head" aria-hidden="true">
                {row.head}
              </span>
              <svg width={width} height={high} className="chart" aria-hidden="true">
                {row.renderBar(width, high)}
              </svg>
              <span className="rows-value" aria-hidden="true">
                {row.value}
              </span>
            </>
          );
          const isOpen = open === row.key;
          return (
            <li key={row.key} className={isOpen ? 'rows-open' : ''}>
              {row.renderMade === undefined ? (
                <div className="rows-row" style={columns}>
                  <span className="hidden">{row.label}</span>
                  {inside}
                </div>
              ) : (
                <button
                  type="button"
                  className="rows-row"
                  style={columns}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : row.key)}
                >
                  <span className="hidden">{row.label}</span>
                  {inside}
                </button>
              )}
              {isOpen && row.renderMade !== undefined ? (
                <div className="rows-made">{row.renderMade()}</div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
