import { expect, it } from 'vitest';
import { whysOf } from '../../../src/analysis/debrief/index.ts';
import { actText } from '../../../src/client/i18n/acts.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { lay } from '../../../src/engine/index.ts';
import { agentNamed, playMachines } from '../../../src/trial/index.ts';
import { tiny } from '../../fixtures/index.ts';

const names = namesOf(tiny);
const whys = ['acts', 'of', 'machines', 'told'].flatMap((seed) =>
  whysOf(
    playMachines(
      lay(tiny, seed),
      new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, 'seasoned', id)])),
    ),
  ),
);

it('an answer to an offer says whose it was and what it was, and its terms once', () => {
  const seen = { 'offer-accepted': 0, 'offer-declined': 0 };
  for (const why of whys) {
    const said = actText(names, why);
    for (const event of why.events) {
      if (event.kind !== 'offer-accepted' && event.kind !== 'offer-declined') continue;
      seen[event.kind] += 1;
      expect(why.offer?.id).toBe(event.offer);
      expect(event.parties[0]).toBe(why.offer?.from);
      const [from] = event.parties;
      if (from === undefined) throw new Error('an offer is somebody’s');
      const [, terms, more] = said.split(`the offer of ${names.delegation(from)} (`);
      expect(terms).toMatch(/^[^:]+: \S/u);
      expect(more).toBeUndefined();
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});
