import type { TurningPoint, Why } from '../../../src/analysis/debrief/index.ts';
import type { Event } from '../../../src/engine/index.ts';
import { tiny } from '../../fixtures/index.ts';

/** A text that failed, with as many objections as there are worths: by how much each had it worse than with no agreement. */
export const against = (
  worse: readonly number[],
): { readonly whys: readonly Why[]; readonly point: Pick<TurningPoint, 'at' | 'event'> } => {
  const at = worse.length;
  const event: Event = {
    kind: 'decided',
    method: 'consensus',
    text: tiny.articles.map(() => 0),
    adopted: false,
    answers: [],
    valid: true,
  };
  const whys = worse.flatMap((short, place): readonly Why[] => {
    const by = tiny.delegations[place % tiny.delegations.length]?.id;
    if (by === undefined) return [];
    return [
      {
        at: place,
        session: 1,
        phase: 'decision',
        seat: by,
        events: [{ kind: 'answered', by, answer: 'object', articles: [], because: [] }],
        because: [{ code: 'worse-than-no-agreement', short }],
        decided: at,
      },
    ];
  });
  return { whys, point: { at, event } };
};
