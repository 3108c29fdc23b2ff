import type { Check } from '../../protocol/index.ts';
import { keepsDebrief, tooShort } from './plan.ts';
import { isHere, isOpenSeat, playersOf, present, seatsOf, type Room } from './room.ts';

/** What is in order before the start, and what is not. */
export const checksOf = (room: Room): readonly Check[] => {
  const people = present(room);
  const players = people.filter((person) => person.role === 'member' || person.role === 'chair');
  const empty = seatsOf(room).filter(
    (seat) => seat !== 'chair' && isOpenSeat(room, seat) && playersOf(room, seat).length === 0,
  );
  const unready = players.filter((person) => !person.ready);
  const away = players.filter((person) => !isHere(person));
  return [
    { check: 'somebody-here', ok: players.length > 0, grave: true, figure: players.length },
    { check: 'debrief-protected', ok: keepsDebrief(room.plan), grave: true },
    { check: 'every-seat-taken', ok: empty.length === 0, grave: false, figure: empty.length },
    { check: 'chair', ok: true, grave: false, figure: playersOf(room, 'chair').length },
    { check: 'everybody-ready', ok: unready.length === 0, grave: false, figure: unready.length },
    { check: 'network', ok: away.length === 0, grave: false, figure: away.length },
    {
      check: 'projector-connected',
      ok: people.some((person) => person.role === 'projector' && isHere(person)),
      grave: false,
    },
    {
      check: 'phases-long-enough',
      ok: tooShort(room.plan) === 0,
      grave: false,
      figure: tooShort(room.plan),
    },
  ];
};

/** What it would be unwise to start without. */
export const graveChecks = (room: Room): readonly string[] =>
  checksOf(room)
    .filter(({ grave, ok }) => grave && !ok)
    .map(({ check }) => check);
