import * as fc from 'fast-check';
import type { Choice, Pair, Party, Problem, Utility } from '../../src/analysis/index.ts';

/** Small random problems: every shape the searches must be right about, ties, red lines and unreachable reservations included. */

const worths = (small: boolean): fc.Arbitrary<number> =>
  small ? fc.integer({ min: -3, max: 3 }) : fc.integer({ min: -4000, max: 4000 });

export const utilities = (options: readonly number[], small: boolean): fc.Arbitrary<Utility> =>
  fc.record({
    table: fc.tuple(
      ...options.map((count) => fc.array(worths(small), { minLength: count, maxLength: count })),
    ),
    pairs: pairsIn(options, small),
    base: fc.integer({ min: 0, max: 20 }),
  });

const pairsIn = (options: readonly number[], small: boolean): fc.Arbitrary<Pair[]> => {
  if (options.length < 2) return fc.constant([]);
  const one = fc.integer({ min: 0, max: options.length - 2 }).chain((a) =>
    fc.integer({ min: a + 1, max: options.length - 1 }).chain((b) =>
      fc.record({
        a: fc.constant(a),
        o: fc.integer({ min: 0, max: (options[a] ?? 1) - 1 }),
        b: fc.constant(b),
        p: fc.integer({ min: 0, max: (options[b] ?? 1) - 1 }),
        worth: worths(small),
      }),
    ),
  );
  return fc.array(one, { maxLength: 7 });
};

export const choices = (options: readonly number[], most: number): fc.Arbitrary<Choice[]> =>
  options.length === 0
    ? fc.constant([])
    : fc.array(
        fc.integer({ min: 0, max: options.length - 1 }).chain((article) =>
          fc.record({
            article: fc.constant(article),
            option: fc.integer({ min: 0, max: (options[article] ?? 1) - 1 }),
          }),
        ),
        { maxLength: most },
      );

const parties = (options: readonly number[], small: boolean): fc.Arbitrary<Party> =>
  fc
    .tuple(
      utilities(options, small),
      fc.oneof({ arbitrary: fc.constant<Choice[]>([]), weight: 3 }, choices(options, 2)),
      fc.oneof(
        {
          arbitrary: small ? fc.integer({ min: -6, max: 6 }) : fc.integer({ min: -4000, max: 4000 }),
          weight: 4,
        },
        fc.integer({ min: -9000, max: 9000 }),
      ),
    )
    .map(([utility, forbidden, reservation]) => ({ ...utility, forbidden, reservation }));

export const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 5 });

export const problems: fc.Arbitrary<Problem> = fc
  .tuple(shapes, fc.boolean(), fc.integer({ min: 1, max: 5 }))
  .chain(([options, small, count]) =>
    fc.record({
      options: fc.constant(options),
      parties: fc.array(parties(options, small), { minLength: count, maxLength: count }),
    }),
  );
