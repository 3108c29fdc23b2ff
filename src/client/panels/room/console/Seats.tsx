import { useState, type ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import type { SeatFigures, SeatSight } from '../../../session/remote/index.ts';
import { Flag } from '../../bits.tsx';
import { useNames, useRoom, useRoomSight, useServerNow } from '../context.tsx';
import { clockText } from '../time.ts';
import { useDeskSight } from './act.ts';
import { SeatMenu } from './SeatMenu.tsx';

/** How a seat is doing: one light, seen from the other end of the room. */
type Light = 'ai' | 'away' | 'stuck' | 'silent' | 'owes' | 'done' | 'busy' | 'ready' | 'reading' | 'talks';

const lightOf = (seat: SeatSight, figures: SeatFigures | undefined, playing: boolean): Light => {
  if (seat.by === 'ai') return 'ai';
  if (seat.takeOverAt !== undefined || figures === undefined || figures.here === 0) return 'away';
  if (!playing) return 'talks';
  if (figures.stuck) return 'stuck';
  if (figures.owesAnswer) return 'owes';
  if (figures.silent) return 'silent';
  return figures.done ? 'done' : 'busy';
};

/** The delegations as placards with a light each; a tap opens what can be done with the seat. */
export const Seats = (): ReactNode => {
  const { seats, people, thinking, settings, stage } = useRoomSight();
  const desk = useDeskSight();
  const scenario = useRoom((screen) => screen.scenario);
  const names = useNames();
  const [open, setOpen] = useState<string>();
  const now = useServerNow(TICK);
  if (scenario === undefined || names === undefined) return null;
  return (
    <section className="desk-seats" aria-labelledby="desk-seats">
      <h2 id="desk-seats" className="hidden">
        {r('seatsTitle')}
      </h2>
      <ul>
        {seats.map((seat) => {
          const figures = desk.seats.find((one) => one.seat === seat.seat);
          const flag = scenario.delegations.find(({ id }) => id === seat.seat)?.flag ?? scenario.chair.flag;
          const mates = people.filter((person) => person.seat === seat.seat && person.role !== 'secretariat');
          const light =
            stage === 'lobby' && mates.length > 0
              ? mates.every(({ ready }) => ready)
                ? 'ready'
                : 'reading'
              : lightOf(seat, figures, stage !== 'debrief');
          const since = figures?.lastMove === undefined ? undefined : now - figures.lastMove;
          return (
            <li
              key={seat.seat}
              className={`seat-tile seat-${light}`}
              data-seat={seat.seat}
              data-light={light}
            >
              <button
                type="button"
                className="seat-open"
                aria-expanded={open === seat.seat}
                onClick={() => setOpen(open === seat.seat ? undefined : seat.seat)}
              >
                <span className="seat-head">
                  <Flag code={flag} size={20} />
                  <strong>{names.delegation(seat.seat)}</strong>
                  <span className="seat-light">
                    {thinking.includes(seat.seat)
                      ? r('light_thinking')
                      : light === 'ai' && stage === 'play' && figures?.done === true
                        ? r('aiDone')
                        : r(`light_${light}`)}
                  </span>
                </span>
                <span className="seat-people">
                  {mates.length === 0
                    ? seat.closed === true && seat.seat !== 'chair'
                      ? r('seatShut')
                      : r('nobodyHere')
                    : mates.map((person) => (
                        <span key={person.id} className={person.here ? 'mate' : 'mate mate-away'}>
                          {person.head && settings.deciding === 'head' ? '★ ' : ''}
                          {person.name}
                          {desk.people.some((one) => one.person === person.id && one.help) ? (
                            <span className="fact-warn"> {r('wantsHelp')}</span>
                          ) : null}
                        </span>
                      ))}
                </span>
                <span className="seat-facts">
                  {figures === undefined || figures.toAnswer === 0 ? null : (
                    <span className="fact fact-warn">{r('factToAnswer', { count: figures.toAnswer })}</span>
                  )}
                  {figures === undefined || figures.waiting === 0 ? null : (
                    <span className="fact">{r('factWaiting', { count: figures.waiting })}</span>
                  )}
                  {figures === undefined || figures.movesInPhase === 0 || stage === 'lobby' ? null : (
                    <span className="fact">{r('factMoves', { count: figures.movesInPhase })}</span>
                  )}
                  {since === undefined || seat.by === 'ai' ? null : (
                    <span className="fact">{r('factSince', { time: clockText(since) })}</span>
                  )}
                </span>
              </button>
              {open === seat.seat ? <SeatMenu seat={seat} onClose={() => setOpen(undefined)} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** How long somebody has been silent need not tick. */
const TICK = 10_000;
