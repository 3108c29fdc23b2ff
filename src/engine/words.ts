import type { DelegationId } from './ids.ts';
import { moveTrust, type Minutes } from './minutes.ts';
import type { Tone } from './vocabulary.ts';

/** What words do: to the trust of whoever is named, to tension, and to opinion at home. */
export const WORDS = {
  warm: 3,
  sharp: -4,
  tension: 1,
  opinion: 2,
  brokenVow: -6,
  mostPriorities: 3,
} as const;

/** Warm words win a little trust, sharp ones lose some. */
export const colour = (minutes: Minutes, by: DelegationId, towards: DelegationId, tone: Tone): void => {
  switch (tone) {
    case 'warm':
      moveTrust(minutes, towards, by, WORDS.warm, { code: 'warm-words' });
      return;
    case 'sharp':
      moveTrust(minutes, towards, by, WORDS.sharp, { code: 'sharp-words' });
      return;
    case 'plain':
      return;
  }
};
