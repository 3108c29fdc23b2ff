import type { Preset, Settings } from '../../protocol/index.ts';

/** How a room is set up where nobody says otherwise. */
export const USUAL: Settings = {
  joining: true,
  open: ['member', 'adviser', 'press', 'observer'],
  seats: 'all',
  choosing: true,
  teamSize: 5,
  deciding: 'anyone',
  freeText: 'off',
  headlines: 'on',
  grace: 60,
  strength: 'seasoned',
  pace: 'brisk',
  clockEndsPhases: true,
  endWhenDone: true,
  injectsByThemselves: false,
  questions: 'none',
};

/** What a preset changes of that. */
export const BY_PRESET: { readonly [P in Preset]: Partial<Settings> } = {
  '45': { strength: 'gentle', grace: 45 },
  '90': { freeText: 'moderated' },
  'half-day': { endWhenDone: false, deciding: 'head', freeText: 'off', pace: 'calm' },
};
