import { evolve as evolveGame, type State } from '../../engine/index.ts';
import { begin, held, leftAt, released } from './clock.ts';
import type { Chairable, Entry, Fact, Moved } from './fact.ts';
import { sameStretch } from './plan.ts';
import type { Room } from './room.ts';
import { movedFor, returnedTo, takenBack } from './stood-in.ts';
import { gameAfter, toDebrief, withNotice } from './steps.ts';

type GameFact = Extract<
  Fact,
  {
    fact:
      | 'moved'
      | 'rewound'
      | 'branched'
      | 'returned'
      | 'proposed'
      | 'backed'
      | 'lapsed'
      | 'inject-planned'
      | 'inject-dropped'
      | 'inject-due';
  }
>;

export const evolveGameFact = (room: Room, fact: GameFact, { at, by }: Entry): Room => {
  switch (fact.fact) {
    case 'moved':
      return moved(room, fact, at);
    case 'rewound': {
      const game = gameAfter(room, fact.moves);
      return playedOn({ ...resumed(room, game), sizes: room.sizes.slice(0, fact.moves) }, at);
    }
    case 'branched': {
      const { game, sizes, stage, clock, stoodIn } = room;
      const main = { game, sizes, stage, clock: held(clock, at), from: fact.moves, stoodIn };
      const next = { ...resumed(room, gameAfter(room, fact.moves)), sizes: sizes.slice(0, fact.moves), main };
      return playedOn({ ...next, clock: withoutBell(clock) }, at);
    }
    case 'returned': {
      const { main, ...rest } = room;
      if (main === undefined) return room;
      const { game, sizes, stage, clock } = main;
      const stoodIn = returnedTo(main, rest.stoodIn, at);
      const back = { game, sizes, stage, clock: released(clock, at), stoodIn };
      return { ...resumed(rest, game), ...back, played: keptBranch(room, main.from) };
    }
    case 'proposed':
      return {
        ...room,
        proposals: [
          ...room.proposals,
          { n: fact.n, seat: fact.seat, by, at, command: fact.command, yes: [by], no: [] },
        ],
        counters: { ...room.counters, proposals: Math.max(room.counters.proposals, fact.n) },
      };
    case 'backed':
      return {
        ...room,
        proposals: room.proposals.map((item) =>
          item.n === fact.n
            ? {
                ...item,
                yes: voices(item.yes, fact.person, fact.agree),
                no: voices(item.no, fact.person, !fact.agree),
              }
            : item,
        ),
      };
    case 'lapsed':
      return { ...room, proposals: room.proposals.filter(({ n }) => n !== fact.n) };
    case 'inject-planned':
      return {
        ...room,
        injects: [
          ...room.injects,
          { n: fact.n, when: fact.when, intervention: fact.intervention, due: false },
        ],
        counters: { ...room.counters, injects: Math.max(room.counters.injects, fact.n) },
      };
    case 'inject-dropped':
      return { ...room, injects: room.injects.filter(({ n }) => n !== fact.n) };
    case 'inject-due':
      return {
        ...room,
        injects: room.injects.map((item) => (item.n === fact.n ? { ...item, due: true } : item)),
      };
  }
};

/** Branches that are kept to be looked at in the debrief: the latest. The log has them all. */
const KEPT_BRANCHES = 12;

/** What was played in a branch stands beside the game's own course; one in which nobody moved is nothing to look at. */
const keptBranch = ({ played, game, sizes, table }: Room, from: number): Room['played'] => {
  if (sizes.length <= from) return played;
  const { session, phase } = gameAfter({ table, game, sizes }, from);
  const n = (played.at(-1)?.n ?? 0) + 1;
  return [...played, { n, from, moves: sizes.length - from, session, phase, game }].slice(-KEPT_BRANCHES);
};

const voices = (of: readonly string[], person: string, in_: boolean): readonly string[] => {
  const others = of.filter((id) => id !== person);
  return in_ ? [...others, person] : others;
};

/** A game that goes on from an earlier moment: play begins again where it was over. */
const playedOn = (room: Room, at: number): Room => {
  if (room.game.status === 'closed') return room;
  const stretch = { kind: 'phase', session: room.game.session, phase: room.game.phase } as const;
  const clock = room.stage === 'play' ? room.clock : withoutBell(room.clock);
  return { ...room, stage: 'play', clock: begin(clock, room.plan, stretch, at) };
};

const withoutBell = ({ bell: _bell, ...clock }: Room['clock']): Room['clock'] => clock;

/** A game taken up at another moment: what belonged to the moment that was is gone. */
const resumed = ({ putLeft: _left, ...room }: Room, game: State): Room => ({
  ...room,
  game,
  proposals: [],
  acted: [],
  stoodIn: takenBack(room.stoodIn, game),
});

const isChairable = (room: Room, seat: string): seat is Chairable =>
  seat === 'chair' || room.scenario.delegations.some(({ id }) => id === seat);

const moved = (room: Room, fact: Moved, at: number): Room => {
  const game = fact.events.reduce((now, event) => evolveGame(room.table, now, event), room.game);
  const { seat } = fact;
  const { putLeft, ...before } = room;
  const left = game.decision === undefined ? undefined : (putLeft ?? leftAt(room.clock, at));
  const next: Room = {
    ...before,
    ...(left === undefined ? {} : { putLeft: left }),
    game,
    sizes: [...room.sizes, fact.events.length],
    ...(isChairable(room, seat) && fact.via !== 'clock' ? actedNow(room, seat, fact, at) : {}),
  };
  const told =
    fact.command.kind === 'intervene'
      ? withNotice(next, { kind: 'intervened', what: fact.command.intervention.kind }, at)
      : next;
  return inStep(told, at);
};

const actedNow = (room: Room, seat: Chairable, fact: Moved, at: number): Partial<Room> => {
  const before = room.acted.find((item) => item.seat === seat);
  const acted = [
    ...room.acted.filter((item) => item.seat !== seat),
    { seat, at, inPhase: (before?.inPhase ?? 0) + 1 },
  ];
  return fact.via === 'ai' ? { acted, stoodIn: movedFor(room, seat, at) } : { acted };
};

/** Brings clock, proposals and stage in step with where the game now stands. */
const inStep = (room: Room, at: number): Room => {
  if (room.stage !== 'play') return room;
  if (room.game.status === 'closed') return toDebrief(room, at);
  const stretch = { kind: 'phase', session: room.game.session, phase: room.game.phase } as const;
  if (sameStretch(room.clock.stretch, stretch)) return room;
  return {
    ...room,
    clock: begin(room.clock, room.plan, stretch, at),
    proposals: [],
    acted: room.acted.map((item) => ({ ...item, inPhase: 0 })),
    people: room.people.some((person) => person.help)
      ? room.people.map((person) => (person.help ? { ...person, help: false } : person))
      : room.people,
  };
};
