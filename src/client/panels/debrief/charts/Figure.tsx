import { useId, type ReactNode } from 'react';
import { d } from '../../../i18n/debrief.ts';
import { useRoom, type Room } from './room.ts';

/** The same figures for whoever does not see the drawing: the first cell of each row is its head. */
export interface Rows {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart: what it shows, the drawing in the room there is, and the same as a table. */
export const Figure = ({
  title,
  lead,
  table,
  renderDrawing,
  tools,
  children,
  testId,
}: {
  readonly title: string;
  readonly lead: ReactNode;
  readonly table: Rows;
  readonly renderDrawing: (room: Room) => ReactNode;
  /** What the drawing is chosen by. */
  readonly tools?: ReactNode;
  /** What is said beneath it. */
  readonly children?: ReactNode;
  readonly testId: string;
}): ReactNode => {
  const id = useId();
  const [ref, room] = useRoom();
  return (
    <section className="figure" aria-labelledby={id} data-testid={testId}>
      <h3 id={id}>{title}</h3>
      <p className="figure-lead">{lead}</p>
      {tools === undefined ? null : <div className="figure-tools">{tools}</div>}
      <div className="figure-drawing" ref={ref}>
        {room === undefined ? null : renderDrawing(room)}
      </div>
      {children}
      <details className="figure-table">
        <summary>{d('asTable')}</summary>
        <Table caption={title} rows={table} />
      </details>
    </section>
  );
};

/** What is wider than the page is moved sideways, by keyboard too. */
export const SCROLLED = { className: 'figure-scroll', role: 'group', tabIndex: 0 } as const;

export const Table = ({
  caption,
  rows: { heads, rows },
}: {
  readonly caption: string;
  readonly rows: Rows;
}): ReactNode => (
  <div {...SCROLLED} aria-label={caption}>
    <table className="figures">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, place) => (
            <th key={`${String(place)} ${head}`} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head = '', ...cells], place) => (
          <tr key={`${String(place)} ${head}`}>
            <th scope="row">{head}</th>
            {cells.map((cell, column) => (
              <td key={`${String(column)} ${cell}`}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
