import type { Confidence, DelegationId, IncidentId, Scenario, View } from '../../../engine/seat.ts';

/** A line on the world map between two delegations. */
export interface Line {
  readonly kind: 'suspicion' | 'attribution' | 'hotline' | 'assistance' | 'sanction' | 'channel' | 'cut';
  readonly from: DelegationId;
  readonly to: DelegationId;
  readonly confidence: Confidence | undefined;
  /** Absent for what joins two without an incident. */
  readonly incident: IncidentId | undefined;
}

/** Lines from the first party to each of the others. */
const drawn = (kind: 'channel' | 'cut', [from, ...others]: readonly DelegationId[]): readonly Line[] =>
  from === undefined
    ? []
    : others.map((to) => ({ kind, from, to, confidence: undefined, incident: undefined }));

/** Side tracks on the map: what a few have agreed joins them, a channel that is suspended lies there cut. */
export const channelsOf = (scenario: Scenario, view: View): readonly Line[] =>
  scenario.tracks.flatMap((track, place): readonly Line[] => {
    const now = view.tracks[place];
    if (now === undefined || track.kind === 'parallel') return [];
    if (!now.open) return track.members.length === 2 ? drawn('cut', track.members) : [];
    return drawn('channel', [...new Set(now.agreed.flatMap((item) => item.parties))]);
  });

/** Everything publicly drawn between delegations because of incidents: rumours and accusations run from the suspect to the victim. */
export const linesOf = (view: View): readonly Line[] =>
  view.incidents.flatMap(({ id, victim, suspect, responses, truth }): readonly Line[] => {
    const rumour: readonly Line[] =
      suspect === undefined || truth !== undefined || suspect === victim
        ? []
        : [{ kind: 'suspicion', from: suspect, to: victim, confidence: undefined, incident: id }];
    const out: readonly Line[] =
      truth?.culprit === undefined || truth.culprit === victim
        ? []
        : [{ kind: 'attribution', from: truth.culprit, to: victim, confidence: 'high', incident: id }];
    const made = responses.flatMap(({ by, response }): readonly Line[] => {
      switch (response.kind) {
        case 'attribute':
          return response.culprit === undefined || response.culprit === victim || response.quiet === true
            ? []
            : [
                {
                  kind: 'attribution',
                  from: response.culprit,
                  to: victim,
                  confidence: response.confidence,
                  incident: id,
                },
              ];
        case 'hotline':
          return [{ kind: 'hotline', from: by, to: response.to, confidence: undefined, incident: id }];
        case 'assist':
          return by === victim
            ? []
            : [{ kind: 'assistance', from: by, to: victim, confidence: undefined, incident: id }];
        case 'sanction':
        case 'countermeasure':
          return [{ kind: 'sanction', from: by, to: response.on, confidence: undefined, incident: id }];
        case 'investigate':
        case 'share':
        case 'inquiry':
        case 'assess':
        case 'leak':
        case 'ask':
        case 'condemn':
        case 'endorse':
          return [];
      }
    });
    return [...rumour, ...out, ...made];
  });

/** Lines that say the same between the same two are drawn once; of accusations, the surest. */
export const distinct = (lines: readonly Line[]): readonly Line[] => {
  const sure: Readonly<Record<Confidence, number>> = { low: 0, moderate: 1, high: 2 };
  const kept = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.kind} ${line.from} ${line.to}`;
    const before = kept.get(key);
    const surer =
      before?.confidence === undefined ||
      line.confidence === undefined ||
      sure[line.confidence] > sure[before.confidence];
    if (before === undefined || surer) kept.set(key, line);
  }
  return [...kept.values()];
};
