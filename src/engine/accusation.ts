import type { Response } from './command.ts';
import type { DelegationId } from './ids.ts';
import { needsCulprit } from './incident-strikes.ts';
import { places } from './lookup.ts';
import type { Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import type { Incident } from './state.ts';
import { CONFIDENCES, ORIGINS } from './vocabulary.ts';

/** Who has accused whom, and whether an accusation can be made at all. */

/** Another delegation that exists. */
export const otherDelegation = (minutes: Minutes, by: DelegationId, other: string): Refusal | undefined => {
  if (other === by) return { refused: 'oneself' };
  return places(minutes.table.scenario).delegation.has(other)
    ? undefined
    : { refused: 'no-such-delegation', delegation: other };
};

/** Whom others have accused in public. */
export const accusedIn = (incident: Incident): readonly DelegationId[] =>
  incident.responses.flatMap(({ response }) =>
    response.kind === 'attribute' && response.quiet !== true && response.culprit !== undefined
      ? [response.culprit]
      : [],
  );

/** Whom this delegation has accused in public, itself or by joining another. */
export const accusedBy = (incident: Incident, by: DelegationId): readonly DelegationId[] =>
  incident.responses.flatMap(({ by: who, response }) => {
    if (who !== by) return [];
    const said =
      response.kind === 'endorse'
        ? incident.responses.find(
            (other) => other.by === response.whose && other.response.kind === 'attribute',
          )?.response
        : response;
    return said?.kind === 'attribute' && said.quiet !== true && said.culprit !== undefined
      ? [said.culprit]
      : [];
  });

/** Whether an attribution, public or in an assessment, can be made at all. */
export const checkAccusation = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  {
    origin,
    culprit,
    confidence,
  }: Pick<Extract<Response, { kind: 'assess' }>, 'origin' | 'culprit' | 'confidence'>,
): Refusal | undefined => {
  if (!ORIGINS.includes(origin)) return { refused: 'malformed', field: 'origin' };
  if (!CONFIDENCES.includes(confidence)) return { refused: 'malformed', field: 'confidence' };
  if (incident.out) return { refused: 'truth-is-out', incident: incident.id };
  if (culprit === undefined)
    return needsCulprit(minutes.table.scenario, incident, origin) ? { refused: 'culprit-needed' } : undefined;
  const wrong = otherDelegation(minutes, by, culprit);
  if (wrong !== undefined) return wrong;
  return origin === 'accident' || origin === 'criminals' ? { refused: 'culprit-not-fitting' } : undefined;
};
