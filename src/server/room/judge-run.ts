import { DEBRIEF_SHARE, keepsDebrief, replanned } from './plan.ts';
import type { Fact } from './fact.ts';
import { intervened, moveFact } from './judge-game.ts';
import { happens, NOTHING, type ActOf, type Case, type Judged } from './judging.ts';
import { graveChecks } from './checks.ts';
import type { Room } from './room.ts';
import type { Scenario } from '../../engine/index.ts';
import type { RoomRefusal, SomeSettings } from '../../protocol/index.ts';

/** What runs a room: its settings, its plan, its clock, its stages. */

/** The first delegation that settings open and the scenario does not have. */
export const unknownSeat = (scenario: Scenario, { seats = 'all' }: SomeSettings): string | undefined =>
  seats === 'all' ? undefined : seats.find((seat) => !scenario.delegations.some(({ id }) => id === seat));

export const judgeSettings = ({ room }: Case, { settings }: ActOf<'settings'>): Judged => {
  if (room.stage === 'ended') return { refused: 'room-closed' };
  const unknown = unknownSeat(room.scenario, settings);
  if (unknown !== undefined) return { refused: 'no-such-seat', seat: unknown };
  return Object.keys(settings).length === 0 ? NOTHING : happens({ fact: 'set', settings });
};

export const judgePlan = ({ room }: Case, { seconds }: ActOf<'plan'>): Judged => {
  if (room.stage === 'debrief' || room.stage === 'ended') return { refused: 'wrong-stage', now: room.stage };
  const plan = replanned(room.plan, seconds);
  if (plan === undefined || plan.seconds === 0) return { refused: 'plan-not-fitting' };
  if (!keepsDebrief(plan))
    return { refused: 'plan-without-debrief', least: Math.ceil(plan.seconds * DEBRIEF_SHARE) };
  return happens({ fact: 'planned', plan });
};

export const judgeStart = ({ room }: Case, { despite }: ActOf<'start'>): Judged => {
  if (room.stage !== 'lobby') return { refused: 'wrong-stage', now: room.stage };
  const checks = graveChecks(room);
  if (checks.length > 0 && !despite) return { refused: 'not-ready', checks };
  return happens({ fact: 'started' });
};

export const judgePause = ({ room }: Case, { because }: ActOf<'pause'>): Judged =>
  room.stage === 'ended' ? { refused: 'room-closed' } : happens({ fact: 'paused', because });

export const judgeGoOn = ({ room }: Case): Judged => {
  if (room.stage === 'ended') return { refused: 'room-closed' };
  return room.clock.since === undefined && !room.clock.up ? happens({ fact: 'went-on' }) : NOTHING;
};

export const judgeExtend = ({ room }: Case, { seconds }: ActOf<'extend'>): Judged => {
  if (room.stage === 'ended') return { refused: 'room-closed' };
  return seconds === 0 ? NOTHING : happens({ fact: 'extended', seconds });
};

export const judgeSpeed = ({ room }: Case, { percent }: ActOf<'speed'>): Judged =>
  room.clock.speed === percent ? NOTHING : happens({ fact: 'sped', percent });

/** The present stretch ends now: a phase by the Chair's gavel, the lobby by the start, the debrief by the end. */
export const judgeSkip = (of: Case): Judged => {
  const { room } = of;
  switch (room.stage) {
    case 'lobby':
      return judgeStart(of, { ask: 'start', id: '', despite: true });
    case 'play': {
      const facts = phaseEnds(room);
      return 'refused' in facts ? facts : happens({ fact: 'skipped' }, ...facts);
    }
    case 'debrief':
      return happens({ fact: 'ended' });
    case 'ended':
      return { refused: 'room-closed' };
  }
};

/** What ends a phase from outside: the gavel falls on a text that is still before the room, then the Chair goes on. */
export const phaseEnds = (room: Room): readonly Fact[] | RoomRefusal => {
  const because = [{ code: 'time-is-short' }] as const;
  if (room.game.decision !== undefined) {
    const gavel = moveFact(room, 'chair', { kind: 'gavel' }, 'clock', because);
    return 'refused' in gavel ? gavel : [gavel];
  }
  const advance = moveFact(room, 'chair', { kind: 'advance' }, 'clock', because);
  return 'refused' in advance ? advance : [advance];
};

/** Play ends now; the debrief begins. The game is closed by the rules, so that it is scored. */
export const judgeDebrief = ({ room }: Case): Judged => {
  if (room.stage !== 'play') return { refused: 'wrong-stage', now: room.stage };
  if (room.game.status === 'closed') return happens({ fact: 'debriefed' });
  const closed = intervened(room, { kind: 'close' });
  return 'refused' in closed ? closed : happens(closed, { fact: 'debriefed' });
};

export const judgeReveal = ({ room }: Case): Judged => {
  if (room.game.status !== 'closed') return { refused: 'wrong-stage', now: room.stage };
  return room.revealed ? NOTHING : happens({ fact: 'revealed' });
};

export const judgeRestart = ({ room, fresh }: Case, { seed }: ActOf<'restart'>): Judged => {
  if (room.stage === 'lobby') return { refused: 'wrong-stage', now: room.stage };
  return happens({ fact: 'restarted', seed: seed ?? fresh.seed });
};

export const judgeEnd = ({ room, by }: Case): Judged => {
  if (by.role !== 'facilitator') return { refused: 'not-your-right' };
  return room.stage === 'ended' ? NOTHING : happens({ fact: 'ended' });
};
