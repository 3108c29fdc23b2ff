import type { Confidence, IncidentSight } from '../engine/seat.ts';
import { CHARACTER } from './character.ts';
import type { Suspicion } from './judgement.ts';
import type { Self } from './own.ts';
import { alreadyDid, restrainedTowards, type Speech } from './response.ts';

/** What a delegation may say of who was behind an incident: never against itself, its word, or what it is not sure of. */

export const confidenceIn = (belief: number): Confidence =>
  belief > 0.93 ? 'high' : belief > 0.82 ? 'moderate' : 'low';

/** Whether there is anything it may still say: once, and others only after somebody has accused somebody. */
export const maySpeak = (self: Self, sight: IncidentSight): boolean =>
  !alreadyDid(self, sight, 'attribute') &&
  !alreadyDid(self, sight, 'endorse') &&
  (sight.victim === self.own.delegation ||
    sight.responses.some(({ response }) => response.kind === 'attribute' && response.quiet !== true));

/** What it could say if this was what it held most likely: a victim accuses, aloud or in private; others join it, if they believe the same. */
export const speeches = (self: Self, sight: IncidentSight, first: Suspicion): readonly Speech[] => {
  const { culprit, origin, belief } = first;
  if (belief < CHARACTER[self.delegation.style].sure) return [];
  if (culprit !== undefined && (culprit === self.own.delegation || restrainedTowards(self, culprit)))
    return [];
  if (!maySpeak(self, sight)) return [];
  if (sight.victim === self.own.delegation) {
    const said = { kind: 'attribute', origin, confidence: confidenceIn(belief) } as const;
    if (culprit === undefined) return [said];
    return [
      { ...said, culprit },
      { ...said, culprit, quiet: true },
    ];
  }
  const whose = sight.responses.find(
    ({ by, response }) =>
      by !== self.own.delegation &&
      response.kind === 'attribute' &&
      response.quiet !== true &&
      response.culprit !== undefined &&
      response.culprit === culprit,
  )?.by;
  return whose === undefined ? [] : [{ kind: 'endorse', whose }];
};
