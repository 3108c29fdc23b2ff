import { createRequire } from 'node:module';
import { decide, hashOf, lay, open, view, type State, type Table } from '../../src/engine/index.ts';
import { asDelegation, asOffer, type Move, type Stance } from '../../src/engine/seat.ts';
import { play } from '../engine/moves.ts';
import { smallScenario } from '../engine/small.ts';

/**
 * npm run bench -- engine: commands a second through the rules on one core, beside boardgame.io's reducer doing moves
 * of the same size on the same state in the same run; the cost of a view; what a finished game holds in memory.
 */
const COMMANDS = 20_000;
/** Commands in one game; then the next game starts from the same state. A long game of twelve seats has some 1,500. */
const GAME = 2_000;
/** Commands in one phase before the next is opened, as in a long corridor. */
const PHASE = 200;

const scenario = {
  ...smallScenario({ delegations: 20, articles: 12, options: 4, sessions: 12 }),
};
const corridorOnly = {
  ...scenario,
  sessions: scenario.sessions.map((session) => ({
    ...session,
    phases: ['corridor'] as const,
    contexts: 0,
    incidents: [],
  })),
  procedure: { ...scenario.procedure, offersPerCorridor: 1_000 },
};

const stances: readonly Stance[] = ['support', 'accept', 'object', 'silent'];
const seatAt = (turn: number): number => (turn * 7) % 20;

/** Three in four change a position; of the rest half make an offer and half withdraw it. */
const moveAt = (turn: number, state: State): Move => {
  if (turn % PHASE === PHASE - 1) return { seat: 'chair', command: { kind: 'advance' } };
  const by = asDelegation(`D${seatAt(turn)}`);
  const own = state.offers.find((offer) => offer.from === by);
  if (turn % 8 === 5 && own !== undefined) return { seat: by, command: { kind: 'withdraw', offer: own.id } };
  if (turn % 4 === 1) {
    const to = asDelegation(`D${(seatAt(turn) + 1) % 20}`);
    const [article] = corridorOnly.articles;
    if (article === undefined) throw new Error('articles');
    return {
      seat: by,
      command: {
        kind: 'offer',
        to: [to],
        undertakings: [
          {
            kind: 'position',
            by,
            to,
            provision: { article: article.id, option: turn % 4 },
            stance: 'support',
          },
          { kind: 'restraint', by: to, to: by, through: state.session },
        ],
        open: false,
        expires: state.session,
        because: [],
      },
    };
  }
  const article = corridorOnly.articles[turn % 12];
  if (article === undefined) throw new Error('articles');
  const now = state.stances[seatAt(turn)]?.[turn % 12]?.[turn % 4];
  const stance = stances[(stances.indexOf(now ?? 'silent') + 1) % 4] ?? 'support';
  return {
    seat: by,
    command: { kind: 'position', positions: [{ article: article.id, option: turn % 4, stance }] },
  };
};

const timed = <T>(work: () => T): { readonly result: T; readonly seconds: number } => {
  const start = process.hrtime.bigint();
  const result = work();
  return { result, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
};

/** A state of about the size the issue names, reached by play. */
const begin = (table: Table): State => {
  let state = open(table);
  for (let turn = 0; turn < PHASE - 1; turn += 1)
    state = decide(table, state, moveAt(turn, state)).next ?? state;
  return state;
};

const ours = (
  table: Table,
  start: State,
): { readonly accepted: number; readonly refused: number; readonly last: State } => {
  let state = start;
  let accepted = 0;
  let refused = 0;
  for (let turn = 0; turn < COMMANDS; turn += 1) {
    if (turn % GAME === 0) state = start;
    const decided = decide(table, state, moveAt(turn, state));
    if (decided.refusal === undefined) {
      // What decide gives as next is the fold of its events by evolve (a law in test/engine/laws.test.ts).
      state = decided.next;
      accepted += 1;
    } else refused += 1;
  }
  return { accepted, refused, last: state };
};

/** Where boardgame.io counts the moves it has accepted. */
const STATE_NUMBER = '_stateID';

interface Reducer {
  (state: unknown, action: unknown): { readonly G: unknown };
}
interface BoardgameInternal {
  readonly CreateGameReducer: (options: { readonly game: unknown }) => Reducer;
  readonly InitializeGame: (options: { readonly game: unknown; readonly numPlayers: number }) => unknown;
}
type Changeable<T> = T extends string
  ? T
  : T extends readonly (infer Item)[]
    ? Changeable<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Changeable<T[Key]> }
      : T;

/** The same moves as boardgame.io writes them: a draft of the state is changed in place and immer makes the next one. */
const boardgame = (start: State): { readonly moves: number } => {
  const internal = createRequire(import.meta.url)('boardgame.io/internal') as BoardgameInternal;
  type G = Changeable<State>;
  const game = {
    setup: () => JSON.parse(JSON.stringify(start)) as G,
    turn: { activePlayers: { all: 'stage' } },
    moves: {
      position: ({ G }: { G: G }, seat: number, article: number, option: number, stance: Stance) => {
        const row = G.stances[seat]?.[article];
        if (row !== undefined) row[option] = stance;
        G.log.at(-1)?.events.push({
          kind: 'position-taken',
          by: asDelegation(`D${seat}`),
          position: {
            article: corridorOnly.articles[article]?.id ?? start.priorities[0]?.[0],
            option,
            stance,
          },
        } as G['log'][number]['events'][number]);
      },
      offer: ({ G }: { G: G }, offer: G['offers'][number]) => {
        G.offers.push(offer);
        G.log.at(-1)?.events.push({ kind: 'offered', offer });
      },
      withdraw: ({ G }: { G: G }, id: string) => {
        G.offers = G.offers.filter((offer) => offer.id !== id);
        G.log.at(-1)?.events.push({
          kind: 'offer-withdrawn',
          offer: asOffer(id),
          by: asDelegation('D0'),
          parties: [],
        });
      },
      advance: ({ G }: { G: G }) => {
        G.session += 1;
        G.offers = [];
        G.log.push({ session: G.session, phase: 'corridor', events: [] });
      },
    },
  };
  const reducer = internal.CreateGameReducer({ game });
  const fresh = internal.InitializeGame({ game, numPlayers: 20 });
  let state = fresh;
  const act = (type: string, args: readonly unknown[], playerID: string): void => {
    state = reducer(state, { type: 'MAKE_MOVE', payload: { type, args, playerID } });
  };
  const count = COMMANDS / 4;
  const offers = new Map<number, string>();
  let done = 0;
  const countUp = (): void => {
    done += (state as Readonly<Record<string, number>>)[STATE_NUMBER] ?? 0;
  };
  for (let turn = 0; turn < count; turn += 1) {
    if (turn % GAME === 0) {
      countUp();
      state = fresh;
      offers.clear();
    }
    const seat = seatAt(turn);
    const player = String(seat);
    if (turn % PHASE === PHASE - 1) {
      act('advance', [], player);
      offers.clear();
    } else if (turn % 8 === 5 && offers.has(seat)) {
      act('withdraw', [offers.get(seat)], player);
      offers.delete(seat);
    } else if (turn % 4 === 1) {
      const id = `offer-${turn}`;
      offers.set(seat, id);
      const by = `D${seat}`;
      const to = `D${(seat + 1) % 20}`;
      const undertakings = [
        { kind: 'position', by, to, provision: { article: 'art-0', option: turn % 4 }, stance: 'support' },
        { kind: 'restraint', by: to, to: by, through: 1 },
      ];
      act(
        'offer',
        [{ id, from: by, to: [to], undertakings, open: false, expires: 1, accepted: [], because: [] }],
        player,
      );
    } else act('position', [seat, turn % 12, turn % 4, stances[(turn >> 4) % 4]], player);
  }
  countUp();
  return { moves: done };
};

const best = (runs: number, measure: () => number): number =>
  Math.max(...Array.from({ length: runs }, measure));
const show = (label: string, figure: string, beside = ''): void =>
  console.log(`${label.padEnd(46)}${figure.padStart(14)}  ${beside}`);

const table = lay(corridorOnly, 'bench');
const start = begin(table);
const { log: _log, ...bare } = start;
show('state without its log, bytes of JSON', String(JSON.stringify(bare).length));
show('state with its log, bytes of JSON', String(JSON.stringify(start).length));

const warm = ours(table, start);
show('commands accepted of tried', `${warm.accepted}`, `of ${COMMANDS}; ${warm.refused} refused`);
const oursRate = best(5, () => {
  const { result, seconds } = timed(() => ours(table, start));
  return (result.accepted + result.refused) / seconds;
});
show(
  'decide and evolve, commands a second',
  Math.round(oursRate).toLocaleString('en'),
  'best of 5, one core',
);
process.env.NODE_ENV = 'production';
const theirRate = best(3, () => {
  const { result, seconds } = timed(() => boardgame(start));
  if (result.moves < COMMANDS / 4 - 10) throw new Error(`boardgame.io refused moves: ${result.moves}`);
  return result.moves / seconds;
});
show(
  'boardgame.io reducer, moves a second',
  Math.round(theirRate).toLocaleString('en'),
  'best of 3, same state, same moves',
);
show('ratio', (oursRate / theirRate).toFixed(1), 'goal: at least 20');

/** A view in the middle of a lively game, of a state the filter has not seen before. */
const lively = smallScenario({ delegations: 20, articles: 12, options: 4 });
const livelyTable = lay(lively, 'views');
const { states } = play(livelyTable, 'views', 3_000);
const seats = lively.delegations.map((delegation) => delegation.id);
for (const state of states.slice(0, 50)) for (const seat of seats) view(livelyTable, state, seat);
const viewed = timed(() => {
  let count = 0;
  for (const state of states)
    for (const seat of seats) {
      view(livelyTable, state, seat);
      count += 1;
    }
  return count;
});
show(
  'view, microseconds',
  ((viewed.seconds / viewed.result) * 1e6).toFixed(1),
  'mean over states and 20 seats; goal: under 50',
);

const hashed = timed(() => {
  for (let turn = 0; turn < 200; turn += 1) hashOf(start);
});
show('hash of a state, microseconds', ((hashed.seconds / 200) * 1e6).toFixed(0));

const collect = (globalThis as { gc?: () => void }).gc;
const heap = (): number => {
  collect?.();
  return process.memoryUsage().heapUsed;
};
const before = heap();
const finished = play(
  lay(smallScenario({ delegations: 12, articles: 10, options: 5, sessions: 5 }), 'memory'),
  'memory',
  20_000,
);
const kept = { moves: finished.moves, last: finished.last };
const bytes = JSON.stringify(kept).length;
const after = heap();
show(
  'a finished game in memory, MB',
  ((after - before) / 1e6).toFixed(2),
  collect === undefined ? 'run with --expose-gc for an exact figure' : 'goal: under 5',
);
show(
  'the same as JSON, MB',
  (bytes / 1e6).toFixed(2),
  `${kept.moves.length} moves, ${kept.last.log.length} phases`,
);
