import { useId, useState, type ReactNode } from 'react';
import type { DelegationId } from '../../../../engine/seat.ts';
import { trustWhy } from '../../../i18n/causes.ts';
import { d } from '../../../i18n/debrief.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { Opener, Placard, SeeAgain, signed, usePlacards, useWhen } from './bits.tsx';
import { Figure, SCROLLED } from './Figure.tsx';
import { chosenPlaces } from './shown.tsx';

/** Colours of trust: from not at all to closely. */
const BANDS = 5;
const bandOf = (trust: number): number => Math.min(BANDS - 1, Math.floor((trust * BANDS) / 100));

/** Who trusts whom, at the end of any day; each cell opens what moved it. */
export const Trust = (): ReactNode => {
  const { names, mine } = useDebrief();
  const { trust, delegations, causes } = useFigures().debrief;
  const placard = usePlacards();
  const when = useWhen();
  const id = useId();
  const [at, setAt] = useState(trust.length - 1);
  const [open, setOpen] = useState<{ readonly from: DelegationId; readonly to: DelegationId }>();
  const start = trust[0]?.trust ?? [];
  const shown = trust[at]?.trust ?? start;
  const value = (i: number, j: number): number => shown[i]?.[j] ?? 0;
  const change = (i: number, j: number): number => value(i, j) - (start[i]?.[j] ?? 0);
  const whenShown = (snapshot: number): string => {
    const session = trust[snapshot]?.session ?? -1;
    return session < 0 ? d('nowhere') : d('trustEnd', { session: names.session(session) });
  };
  // A square of two hundred by two hundred is nobody's picture.
  const moved = (place: number): number =>
    delegations.reduce((sum, _, j) => sum + Math.abs(change(place, j)) + Math.abs(change(j, place)), 0);
  const places = chosenPlaces(
    delegations.length,
    mine.map((one) => delegations.indexOf(one)),
    moved,
  );
  const shownSeats = places.flatMap((place) => {
    const seat = delegations[place];
    return seat === undefined ? [] : [{ seat, place }];
  });
  const moves =
    open === undefined
      ? []
      : causes.trust.filter(
          ({ from, to, session }) =>
            from === open.from && to === open.to && session <= (trust[at]?.session ?? -1),
        );
  return (
    <Figure
      testId="chart-trust"
      title={d('trustTitle')}
      lead={d('trustLead')}
      tools={
        <label className="slider" htmlFor={id}>
          <span className="field-label">{d('trustWhen')}</span>
          <input
            id={id}
            type="range"
            min={0}
            max={trust.length - 1}
            step={1}
            value={at}
            aria-valuetext={whenShown(at)}
            onChange={(event) => setAt(Number(event.target.value))}
          />
          <output>{whenShown(at)}</output>
        </label>
      }
      renderDrawing={() => (
        <div {...SCROLLED} aria-label={d('trustTitle')}>
          <table className="trust">
            <caption className="hidden">{d('trustTitle')}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="hidden">{d('trustFrom')}</span>
                </th>
                {shownSeats.map(({ seat: to }) => (
                  <th key={to} scope="col">
                    <Placard id={to} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shownSeats.map(({ seat: from, place: i }) => (
                <tr key={from}>
                  <th scope="row">
                    <Placard id={from} />
                  </th>
                  {shownSeats.map(({ seat: to, place: j }) =>
                    i === j ? (
                      <td key={to} className="trust-self">
                        <span className="hidden">{d('none')}</span>
                      </td>
                    ) : (
                      <td key={to}>
                        <Opener
                          className={`trust-cell trust-${String(bandOf(value(i, j)))}`}
                          expanded={open?.from === from && open.to === to}
                          label={d('trustCell', {
                            from: placard(from),
                            to: placard(to),
                            value: value(i, j),
                            change: signed(change(i, j)),
                          })}
                          onOpen={() =>
                            setOpen(open?.from === from && open.to === to ? undefined : { from, to })
                          }
                        >
                          {value(i, j)}
                          <small>{change(i, j) === 0 ? '' : signed(change(i, j))}</small>
                        </Opener>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      table={{
        heads: [d('trustFrom'), ...shownSeats.map(({ seat }) => placard(seat))],
        rows: shownSeats.map(({ seat: from, place: i }) => [
          names.delegation(from),
          ...shownSeats.map(({ place: j }) =>
            i === j ? '' : `${String(value(i, j))} (${signed(change(i, j))})`,
          ),
        ]),
      }}
    >
      {places.length === delegations.length ? null : (
        <p className="quiet">{d('trustOf', { shown: places.length, count: delegations.length })}</p>
      )}
      {open === undefined ? null : (
        <div className="opened" aria-live="polite">
          <h4>
            {d('trustMoves', {
              from: names.delegation(open.from),
              to: names.delegation(open.to),
              from_value: start[delegations.indexOf(open.from)]?.[delegations.indexOf(open.to)] ?? 0,
            })}
          </h4>
          {moves.length === 0 ? <p className="quiet">{d('none')}</p> : null}
          <ul className="moves">
            {moves.map((move, place) => (
              <li key={`${String(move.at)} ${String(place)}`}>
                <span className={move.by < 0 ? 'loss' : 'gain'}>{signed(move.by)}</span>{' '}
                {trustWhy(names, move.why, { to: open.to, by: move.by })}{' '}
                <span className="quiet">{when(move)}</span> <SeeAgain at={move.at} small />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Figure>
  );
};
