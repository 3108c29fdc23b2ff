import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asArticle,
  asConcession,
  asDelegation,
  asIncident,
  asPoint,
  asToken,
  asTrack,
  type Undertaking,
  type UndertakingKind,
} from '../../src/engine/seat.ts';
import { undertaking } from '../../src/protocol/deal.ts';

const name = fc.stringMatching(/^[A-Z][A-Z-]{0,8}$/u);
const small = fc.nat({ max: 9 });
const sides = { by: name.map(asDelegation), to: name.map(asDelegation) };
const provision = fc.record({ article: name.map(asArticle), option: small });
const containing = fc.array(provision, { minLength: 1, maxLength: 4 });
const when = fc.oneof(
  fc.constant({ on: 'now' as const }),
  fc.record({ on: fc.constant('adoption' as const), containing }),
);
const kind = <K extends UndertakingKind>(one: K) => fc.constant(one);

/** One of each kind: a new kind that is not added here does not compile. */
const undertakings: { readonly [K in UndertakingKind]: fc.Arbitrary<Extract<Undertaking, { kind: K }>> } = {
  tokens: fc.record({
    kind: kind('tokens'),
    ...sides,
    token: name.map(asToken),
    amount: fc.integer({ min: 1, max: 9 }),
    when,
  }),
  deed: fc.record({ kind: kind('deed'), ...sides, concession: name.map(asConcession), when }),
  position: fc.record({
    kind: kind('position'),
    ...sides,
    provision,
    stance: fc.constantFrom('accept' as const, 'support' as const),
  }),
  join: fc.record({ kind: kind('join'), ...sides, containing }),
  oppose: fc.record({ kind: kind('oppose'), ...sides, containing }),
  intelligence: fc.record({ kind: kind('intelligence'), ...sides, incident: name.map(asIncident) }),
  restraint: fc.record({ kind: kind('restraint'), ...sides, through: small }),
  point: fc.record({ kind: kind('point'), ...sides, track: name.map(asTrack), point: name.map(asPoint) }),
  later: fc.record({ kind: kind('later'), ...sides, concession: name.map(asConcession), due: small }),
};

describe('an undertaking on its way', () => {
  for (const [what, arbitrary] of Object.entries(undertakings))
    it(`arrives as it was sent: ${what}`, () => {
      fc.assert(
        fc.property<[Undertaking]>(arbitrary, (sent) => {
          expect(undertaking.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
        }),
      );
    });
});
