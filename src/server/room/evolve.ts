import { fingerprint, lay, open, type Scenario } from '../../engine/index.ts';
import type { NoticeKind } from '../../protocol/index.ts';
import { begin, extend, firstClock, goOn, pause, ringing, speedUp, stopped } from './clock.ts';
import { evolveGameFact } from './evolve-game.ts';
import { evolvePeople } from './evolve-people.ts';
import { evolveTalk } from './evolve-talk.ts';
import type { Entry, Fact } from './fact.ts';
import type { Room } from './room.ts';
import { toDebrief, withNotice } from './steps.ts';

/** Gives a scenario's text its meaning. Kept by the caller, so that many rooms share one reading, and one copy of the text. */
export type ReadScenario = (text: string) => { readonly scenario: Scenario; readonly text: string };

/** Folds one entry. `undefined` before the first one, which creates the room. */
export const evolve = (read: ReadScenario, room: Room | undefined, entry: Entry): Room => {
  let next = room;
  for (const fact of entry.facts) next = evolveFact(read, next, fact, entry);
  if (next === undefined) throw new RangeError('a room begins with its creation');
  return { ...next, seq: entry.seq, at: entry.at };
};

const evolveFact = (read: ReadScenario, room: Room | undefined, fact: Fact, entry: Entry): Room => {
  if (fact.fact === 'created') return created(read, fact, entry);
  if (room === undefined) throw new RangeError('a room begins with its creation');
  return noticed(evolved(room, fact, entry), fact, entry.at);
};

const evolved = (room: Room, fact: Exclude<Fact, { fact: 'created' }>, entry: Entry): Room => {
  const { at } = entry;
  switch (fact.fact) {
    case 'set':
      return { ...room, settings: { ...room.settings, ...fact.settings } };
    case 'planned': {
      const lobby = room.clock.stretch.kind === 'lobby' && room.clock.since === undefined;
      return {
        ...room,
        plan: fact.plan,
        clock: lobby ? firstClock(fact.plan, room.clock.began) : room.clock,
      };
    }
    case 'started':
      return {
        ...room,
        stage: 'play',
        started: at,
        clock: begin(
          room.clock,
          room.plan,
          { kind: 'phase', session: room.game.session, phase: room.game.phase },
          at,
        ),
      };
    case 'debriefed':
      return toDebrief(room, at);
    case 'ended':
      return { ...room, stage: 'ended', clock: stopped(room.clock, at) };
    case 'restarted':
      return restarted(room, fact.seed, at);
    case 'revealed':
      return { ...room, revealed: true };
    case 'lit':
      return { ...room, spotlight: fact.spotlight };
    case 'paused':
      return { ...room, clock: pause(room.clock, fact.because, at) };
    case 'went-on':
      return { ...room, clock: goOn(room.clock, at) };
    case 'extended':
      return { ...room, clock: extend(room.clock, fact.seconds, at) };
    case 'sped':
      return { ...room, clock: speedUp(room.clock, fact.percent, at) };
    case 'skipped':
      return room;
    case 'time-up':
      return { ...room, clock: ringing(room.clock, at) };
    case 'came':
    case 'keyed':
    case 'coded':
    case 'named':
    case 'placed':
    case 'headed':
    case 'gone':
    case 'here':
    case 'away':
    case 'readied':
    case 'helped':
    case 'muted':
    case 'nudged':
    case 'taken-over':
    case 'handed-back':
    case 'stood-in-read':
      return evolvePeople(room, fact, at);
    case 'moved':
    case 'rewound':
    case 'branched':
    case 'returned':
    case 'proposed':
    case 'backed':
    case 'lapsed':
    case 'inject-planned':
    case 'inject-dropped':
    case 'inject-due':
      return evolveGameFact(room, fact, entry);
    case 'noted':
    case 'said':
    case 'message-judged':
    case 'headlined':
    case 'headline-judged':
    case 'marked':
    case 'unmarked':
    case 'polled':
    case 'poll-closed':
    case 'poll-answered':
    case 'reflected':
    case 'poll-shown':
      return evolveTalk(room, fact, entry);
  }
};

/** What rooms that were opened before a setting came had in its place. */
const SINCE = { seats: 'all', questions: 'none' } as const;

const NOTHING = {
  stand: [],
  stoodIn: [],
  acted: [],
  proposals: [],
  messages: [],
  headlines: [],
  notes: [],
  marks: [],
  injects: [],
  polls: [],
  reflections: [],
  played: [],
  nudges: [],
  sizes: [],
  revealed: false,
  spotlight: { show: 'auto' },
} as const;

const created = (read: ReadScenario, fact: Extract<Fact, { fact: 'created' }>, { at, seq }: Entry): Room => {
  const { scenario, text } = read(fact.text);
  const table = lay(scenario, fact.seed);
  return {
    ...NOTHING,
    seq,
    at,
    code: fact.room,
    ...(fact.series === undefined ? {} : { series: fact.series }),
    preset: fact.preset,
    scenario,
    text,
    print: fingerprint(text),
    created: at,
    stage: 'lobby',
    settings: { ...SINCE, ...fact.settings },
    plan: fact.plan,
    clock: firstClock(fact.plan, at),
    people: [],
    table,
    game: open(table),
    notices: [],
    counters: {
      people: 0,
      proposals: 0,
      messages: 0,
      headlines: 0,
      injects: 0,
      marks: 0,
      polls: 0,
      notices: 0,
    },
  };
};

/** A new game with the same people, back in the lobby. */
const restarted = (room: Room, seed: string, at: number): Room => {
  const { main: _main, putLeft: _left, started: _started, ...rest } = room;
  const table = lay(room.scenario, seed);
  return {
    ...rest,
    ...NOTHING,
    stage: 'lobby',
    table,
    game: open(table),
    clock: firstClock(room.plan, at),
    people: room.people.map((person) => ({ ...person, ready: false, help: false, late: false })),
  };
};

/** What a fact is to everybody in the room, if anything. */
const noticeOf = (fact: Fact): NoticeKind | undefined => {
  switch (fact.fact) {
    case 'came':
      return { kind: 'joined', person: fact.person };
    case 'placed':
      return { kind: 'moved', person: fact.person };
    case 'gone':
      return { kind: 'removed', person: fact.person };
    case 'named':
      return { kind: 'renamed', person: fact.person };
    case 'taken-over':
      return { kind: 'ai-took-over', seat: fact.seat, why: fact.why };
    case 'paused':
      return { kind: 'paused', because: fact.because };
    case 'went-on':
      return { kind: 'went-on' };
    case 'extended':
      return { kind: 'extended', seconds: fact.seconds };
    case 'sped':
      return { kind: 'slowed', speed: fact.percent };
    case 'skipped':
      return { kind: 'skipped' };
    case 'time-up':
      return { kind: 'time-up' };
    case 'moved':
      return undefined;
    case 'rewound':
      return { kind: 'rewound', to: fact.moves };
    case 'branched':
      return { kind: 'branched', from: fact.moves };
    case 'returned':
      return { kind: 'returned' };
    case 'debriefed':
      return { kind: 'debrief' };
    case 'revealed':
      return { kind: 'revealed' };
    case 'restarted':
      return { kind: 'restarted' };
    case 'set':
      return fact.settings.freeText === undefined
        ? undefined
        : { kind: 'free-text', now: fact.settings.freeText };
    case 'created':
    case 'planned':
    case 'started':
    case 'ended':
    case 'lit':
    case 'keyed':
    case 'coded':
    case 'headed':
    case 'here':
    case 'away':
    case 'readied':
    case 'helped':
    case 'muted':
    case 'nudged':
    case 'handed-back':
    case 'stood-in-read':
    case 'proposed':
    case 'backed':
    case 'lapsed':
    case 'noted':
    case 'said':
    case 'message-judged':
    case 'headlined':
    case 'headline-judged':
    case 'inject-planned':
    case 'inject-dropped':
    case 'inject-due':
    case 'marked':
    case 'unmarked':
    case 'polled':
    case 'poll-closed':
    case 'poll-answered':
    case 'reflected':
    case 'poll-shown':
      return undefined;
  }
};

const noticed = (room: Room, fact: Fact, at: number): Room => {
  const what = noticeOf(fact);
  return what === undefined ? room : withNotice(room, what, at);
};
