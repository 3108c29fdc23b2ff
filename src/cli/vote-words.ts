import { BALLOTS, hits, type Ballot } from '../analysis/index.ts';
import type { Leaning } from '../delegates/index.ts';
import { inWords, type Scenario } from '../engine/index.ts';
import type { Resolution } from '../scenario/index.ts';
import { counted } from '../trial/index.ts';

/** A prediction, what it rests on, and what another draft would change. */
export interface Vote {
  readonly leanings: readonly Leaning[];
  /** Ids of the resolutions whose roll calls were learnt from. */
  readonly learntFrom: readonly string[];
  readonly changes:
    | readonly { readonly place: number; readonly from: Ballot; readonly to: Ballot }[]
    | undefined;
}

export const countOf = (leanings: readonly Leaning[], wanted: Ballot): number =>
  leanings.filter(({ ballot }) => ballot === wanted).length;

const NAMES: { readonly [B in Ballot]: string } = { yes: 'yes', no: 'no', abstain: 'abstaining' };

/** A predicted vote for people. */
export const voteInWords = (
  scenario: Scenario,
  resolution: Resolution,
  { leanings, learntFrom, changes }: Vote,
): string => {
  const say = (place: number): string => {
    const delegation = scenario.delegations[place];
    return delegation === undefined ? '' : inWords(scenario, delegation.placard, scenario.language);
  };
  const named = (wanted: Ballot): string =>
    leanings.flatMap(({ ballot }, place) => (ballot === wanted ? [say(place)] : [])).join(', ');
  const tally = BALLOTS.map((ballot) => `${countOf(leanings, ballot)} ${NAMES[ballot]}`).join(', ');
  const right = hits(
    leanings.map(({ ballot }) => ballot),
    resolution.recorded,
  );
  const lines = [
    `${resolution.symbol}, ${resolution.date}${changes === undefined ? '' : ', with other provisions'}: ${tally}`,
    ...(['no', 'abstain'] as const).map((ballot) => `  ${NAMES[ballot]}: ${named(ballot) || 'nobody'}`),
    `  from what is coded and ${counted(learntFrom.length, 'roll call')}${learntFrom.length === 0 ? '' : `: ${learntFrom.join(', ')}`}`,
  ];
  if (changes !== undefined) {
    lines.push(changes.length === 0 ? '  nobody changes sides' : '  who changes sides:');
    for (const from of BALLOTS)
      for (const to of BALLOTS) {
        const moved = changes.filter((change) => change.from === from && change.to === to);
        if (moved.length > 0)
          lines.push(`    from ${from} to ${to}: ${moved.map(({ place }) => say(place)).join(', ')}`);
      }
  } else if (right.voted > 0) {
    const share = (count: number): string => `${((count * 100) / right.voted).toFixed(1)} %`;
    lines.push(
      `  in fact ${right.voted} voted; right: ${share(right.three)} on yes, no and abstain, ${share(right.two)} on yes against not yes`,
    );
  } else if (resolution.tally !== undefined) {
    const { yes, no, abstain } = resolution.tally;
    lines.push(`  in fact ${yes} yes, ${no} no, ${abstain} abstaining; the rest did not vote`);
  }
  return `${lines.join('\n')}\n`;
};
