import type { Undertaking } from './deal.ts';
import { expectedMandate } from './instructions.ts';
import { placeOf } from './lookup.ts';
import type { Mandate, Provision } from './mandate.ts';
import type { Scenario } from './scenario.ts';

const expected = new WeakMap<Scenario, Map<number, Mandate>>();

/** What anybody can expect a delegation to want, reckoned once for each scenario and seat. */
const expectedOf = (scenario: Scenario, place: number): Mandate => {
  const known = expected.get(scenario) ?? new Map<number, Mandate>();
  expected.set(scenario, known);
  const found = known.get(place) ?? expectedMandate(scenario, place);
  known.set(place, found);
  return found;
};

/** What an option is worth to a delegation above the worst of its article, hundredths of a point. */
const aboveWorst = (scenario: Scenario, mandate: Mandate, { article, option }: Provision): number => {
  const row = mandate.table[placeOf(scenario, 'article', article)] ?? [];
  return Math.max(0, (row[option] ?? 0) - Math.min(...row));
};

/** What an option is worth to a delegation below the best of its article, hundredths of a point. */
const belowBest = (scenario: Scenario, mandate: Mandate, { article, option }: Provision): number => {
  const row = mandate.table[placeOf(scenario, 'article', article)] ?? [];
  return Math.max(0, Math.max(...row) - (row[option] ?? 0));
};

/** What breaking a promise can be expected to cost the one it was made to, hundredths of a point. From public knowledge alone. */
export const harmOf = (scenario: Scenario, undertaking: Undertaking): number => {
  const theirs = expectedOf(scenario, placeOf(scenario, 'delegation', undertaking.to));
  switch (undertaking.kind) {
    case 'position':
      return aboveWorst(scenario, theirs, undertaking.provision);
    case 'join':
      return undertaking.containing.reduce(
        (sum, provision) => sum + aboveWorst(scenario, theirs, provision),
        0,
      );
    case 'oppose':
      return undertaking.containing.reduce(
        (sum, provision) => sum + belowBest(scenario, theirs, provision),
        0,
      );
    case 'restraint':
      return theirs.faceStake * 2;
    case 'later':
      return Math.max(0, theirs.gains[placeOf(scenario, 'concession', undertaking.concession)] ?? 0);
    case 'tokens':
    case 'deed':
    case 'intelligence':
    case 'point':
      return 0;
  }
};
