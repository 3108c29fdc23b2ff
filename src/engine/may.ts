import type { CommandKind } from './command.ts';
import type { SeatId } from './ids.ts';
import type { Phase } from './vocabulary.ts';

/** In which phases each command is possible. */
export const PHASES_OF: { readonly [K in CommandKind]: readonly Phase[] } = {
  done: ['briefing', 'floor', 'corridor', 'drafting', 'decision', 'capital'],
  respond: ['briefing', 'floor', 'corridor'],
  warn: ['briefing', 'floor', 'corridor', 'drafting', 'capital'],
  mend: ['briefing', 'capital'],
  track: ['briefing', 'floor', 'corridor', 'drafting', 'capital'],
  calm: ['briefing', 'floor', 'corridor', 'drafting', 'capital'],
  interview: ['briefing', 'floor', 'corridor', 'drafting', 'capital'],
  leak: ['briefing', 'floor', 'corridor', 'drafting', 'capital'],
  flexibility: ['capital'],
  operate: ['briefing', 'capital'],
  speak: ['floor'],
  reply: ['floor'],
  position: ['corridor', 'drafting'],
  amend: ['floor', 'drafting'],
  sponsor: ['floor', 'corridor', 'drafting'],
  'point-of-order': ['drafting'],
  report: ['corridor', 'drafting'],
  offer: ['corridor'],
  accept: ['corridor'],
  decline: ['corridor'],
  withdraw: ['corridor'],
  perform: ['corridor', 'drafting', 'capital'],
  answer: ['decision'],
  sign: ['decision', 'capital'],
  explain: ['decision', 'capital'],
  agenda: ['briefing', 'floor'],
  group: ['briefing', 'floor', 'corridor'],
  draft: ['drafting'],
  put: ['decision'],
  gavel: ['decision'],
  advance: ['briefing', 'floor', 'corridor', 'drafting', 'decision', 'capital'],
  intervene: ['briefing', 'floor', 'corridor', 'drafting', 'decision', 'capital'],
};

/** The Chair's commands. */
export const CHAIR_COMMANDS: readonly CommandKind[] = ['agenda', 'group', 'draft', 'put', 'gavel', 'advance'];

/** Of whoever runs the room and does not play. All commands that are not listed here are the delegations'. */
export const FACILITATOR_COMMANDS: readonly CommandKind[] = ['intervene'];

const isKind = (raw: string): raw is CommandKind => Object.hasOwn(PHASES_OF, raw);

/** Every kind of command, in rulebook order. */
export const COMMAND_KINDS: readonly CommandKind[] = Object.keys(PHASES_OF).filter(isKind);

/** Whether a kind of command is a seat's at all. */
export const isFor = (seat: SeatId, kind: CommandKind): boolean => {
  if (seat === 'observer') return false;
  return (
    CHAIR_COMMANDS.includes(kind) === (seat === 'chair') &&
    FACILITATOR_COMMANDS.includes(kind) === (seat === 'facilitator')
  );
};

/** What a seat can do at all in a phase, in rulebook order. */
export const mayIn = (seat: SeatId, phase: Phase): readonly CommandKind[] =>
  COMMAND_KINDS.filter((kind) => isFor(seat, kind) && PHASES_OF[kind].includes(phase));
