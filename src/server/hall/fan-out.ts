import { view, witnesses, type Event, type SeatId, type Table } from '../../engine/index.ts';
import { difference, type Patch, type PersonId, type SightTold, type Told } from '../../protocol/index.ts';
import { voiceOf } from '../room/channels.ts';
import { deskSight, type Doings } from '../room/desk-sight.ts';
import type { Chairable } from '../room/fact.ts';
import { mineSight } from '../room/mine-sight.ts';
import { roomSight } from '../room/room-sight.ts';
import { isFacilitator, personOf, type Person, type Room } from '../room/room.ts';

/** A connected screen of one person. */
export interface Sitting {
  readonly person: PersonId;
  readonly tell: (told: Told) => void;
}

interface Seated {
  readonly sitting: Sitting;
  /** What a facilitator looks through. */
  look?: Chairable;
  n: number;
  /** What it was shown last: another part is told whole. */
  parts?: Parts;
}

/** What a screen is shown: parts of the sight, each of which others may share. */
interface Parts {
  readonly game: SeatId;
  readonly mine: string;
  readonly desk: boolean;
}

/**
 * Tells every screen what has changed since it was last told, and nothing that its seat may not see. What each audience was last
 * told is kept once, not for each screen: all screens of a room are always told together.
 */
export class FanOut {
  readonly #seated = new Set<Seated>();
  readonly #shown = new Map<string, unknown>();
  #laid: { readonly of: Table; readonly revealed: boolean; readonly table: Table } | undefined;

  get size(): number {
    return this.#seated.size;
  }

  /** Whether a person has a screen here. */
  holds(person: PersonId): boolean {
    return [...this.#seated].some(({ sitting }) => sitting.person === person);
  }

  people(): ReadonlySet<PersonId> {
    return new Set([...this.#seated].map(({ sitting }) => sitting.person));
  }

  devices(): ReadonlyMap<string, number> {
    const count = new Map<string, number>();
    for (const { sitting } of this.#seated) count.set(sitting.person, (count.get(sitting.person) ?? 0) + 1);
    return count;
  }

  add(sitting: Sitting): void {
    this.#seated.add({ sitting, n: 0 });
  }

  remove(sitting: Sitting): void {
    const seated = this.#of(sitting);
    if (seated !== undefined) this.#seated.delete(seated);
  }

  look(sitting: Sitting, seat: Chairable | undefined): void {
    const seated = this.#of(sitting);
    if (seated === undefined) return;
    if (seat === undefined) delete seated.look;
    else seated.look = seat;
  }

  #of(sitting: Sitting): Seated | undefined {
    return [...this.#seated].find((seated) => seated.sitting === sitting);
  }

  /** Says good-bye to every screen of a person who is no longer in the room, or to all. */
  dismiss(why: Extract<Told, { tell: 'gone' }>['why'], person?: PersonId): readonly Sitting[] {
    const gone = [...this.#seated].filter(({ sitting }) => person === undefined || sitting.person === person);
    for (const seated of gone) {
      this.#seated.delete(seated);
      seated.sitting.tell({ tell: 'gone', why });
    }
    return gone.map(({ sitting }) => sitting);
  }

  /** Tells all; `fresh` screens get the whole. */
  tell(
    room: Room,
    now: number,
    around: {
      readonly thinking: readonly SeatId[];
      readonly doings: Doings;
      readonly news: readonly Event[];
      readonly fresh?: ReadonlySet<Sitting>;
      /** Only this part can have changed: time has passed, nothing else. */
      readonly only?: 'desk';
    },
  ): void {
    const told: { readonly seated: Seated; readonly parts: Parts }[] = [];
    for (const seated of this.#seated) {
      const person = personOf(room, seated.sitting.person);
      if (person !== undefined) told.push({ seated, parts: partsOf(person, seated.look) });
    }
    const wanted = new Set(['room']);
    for (const { parts } of told) {
      wanted.add(`game:${parts.game}`);
      wanted.add(`mine:${parts.mine}`);
      if (parts.desk) wanted.add('desk');
    }
    for (const key of this.#shown.keys()) if (!wanted.has(key)) this.#shown.delete(key);
    const changes = new Map<string, Patch | undefined>();
    for (const key of wanted) {
      if (around.only !== undefined && key !== around.only) continue;
      const next = this.#make(room, key, now, around);
      const before = this.#shown.get(key);
      changes.set(key, before === undefined ? { v: next } : difference(before, next));
      this.#shown.set(key, next);
    }
    const heard = new Map<SeatId, readonly Event[]>();
    for (const { seated, parts } of told) {
      const fresh = around.fresh?.has(seated.sitting) ?? false;
      const seat = parts.game;
      const news = fresh ? [] : (heard.get(seat) ?? around.news.filter((event) => witnesses(event, seat)));
      heard.set(seat, news);
      const message = this.#message(seated, parts, changes, { now, fresh, news });
      if (message !== undefined) seated.sitting.tell(message);
    }
  }

  #message(
    seated: Seated,
    parts: Parts,
    changes: ReadonlyMap<string, Patch | undefined>,
    { now, fresh, news }: { readonly now: number; readonly fresh: boolean; readonly news: readonly Event[] },
  ): SightTold | undefined {
    const part = (key: string, same: boolean): Patch | undefined =>
      fresh || !same ? { v: this.#shown.get(key) } : changes.get(key);
    const before = seated.parts;
    seated.parts = parts;
    const room = part('room', true);
    const game = part(`game:${parts.game}`, before?.game === parts.game);
    const mine = part(`mine:${parts.mine}`, before?.mine === parts.mine);
    const desk = parts.desk ? part('desk', before?.desk === true) : undefined;
    if (
      room === undefined &&
      game === undefined &&
      mine === undefined &&
      desk === undefined &&
      news.length === 0
    )
      return undefined;
    seated.n += 1;
    return {
      tell: 'sight',
      n: seated.n,
      now,
      whole: fresh,
      ...(room === undefined ? {} : { room }),
      ...(game === undefined ? {} : { game }),
      ...(mine === undefined ? {} : { mine }),
      ...(desk === undefined ? {} : { desk }),
      ...(news.length === 0 ? {} : { news }),
    };
  }

  #make(
    room: Room,
    key: string,
    now: number,
    { thinking, doings }: { readonly thinking: readonly SeatId[]; readonly doings: Doings },
  ): unknown {
    if (key === 'room') return roomSight(room, thinking);
    if (key === 'desk') return deskSight(room, now, doings);
    const [kind = '', id = ''] = key.split(/:(.*)/su);
    if (kind === 'mine') {
      const person = personOf(room, id);
      return person === undefined ? undefined : mineSight(room, person);
    }
    return view(this.#table(room), room.game, seatNamed(room, id));
  }

  /** The cards of a game that is over are turned over by a facilitator, for all at once; until then views are made without them. */
  #table(room: Room): Table {
    const { table, revealed, game } = room;
    if (game.status === 'open' || table.scenario.procedure.revealAtEnd === revealed) return table;
    if (this.#laid?.of !== table || this.#laid.revealed !== revealed) {
      const procedure = { ...table.scenario.procedure, revealAtEnd: revealed };
      const scenario = { ...table.scenario, procedure };
      this.#laid = { of: table, revealed, table: { ...table, scenario } };
    }
    return this.#laid.table;
  }
}

const seatNamed = (room: Room, id: string): SeatId =>
  id === 'chair' ? 'chair' : (room.scenario.delegations.find((item) => item.id === id)?.id ?? 'observer');

/** Whose view somebody sees: their seat's; a facilitator's is public unless they look through somebody's eyes. */
export const seatSeenBy = (person: Person, look?: Chairable): SeatId =>
  isFacilitator(person) ? (look ?? 'observer') : (voiceOf(person) ?? 'observer');

const partsOf = (person: Person, look: Chairable | undefined): Parts => ({
  game: seatSeenBy(person, look),
  mine: person.id,
  desk: isFacilitator(person),
});
