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
};

/** The Chair's commands; all others are the delegations'. */
export const CHAIR_COMMANDS: readonly CommandKind[] = ['agenda', 'group', 'draft', 'put', 'gavel', 'advance'];

const isKind = (raw: string): raw is CommandKind => Object.hasOwn(PHASES_OF, raw);

/** Every kind of command, in rulebook order. */
export const COMMAND_KINDS: readonly CommandKind[] = Object.keys(PHASES_OF).filter(isKind);

/** What a seat can do at all in a phase, in rulebook order. */
export const mayIn = (seat: SeatId, phase: Phase): readonly CommandKind[] =>
  seat === 'observer'
    ? []
    : COMMAND_KINDS.filter(
        (kind) => CHAIR_COMMANDS.includes(kind) === (seat === 'chair') && PHASES_OF[kind].includes(phase),
      );
