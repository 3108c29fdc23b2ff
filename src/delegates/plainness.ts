/**
 * How much somebody admits to be ready to give, as a multiple of what is usual for its style at that time: nobody else is told. The
 * gentle are above the usual, most of all early on, the hard a little below it; people are anywhere. It is learnt from what they say.
 */
export const PLAINNESS: readonly number[] = [0.5, 0.75, 1, 1.35, 1.8];

/** Before anybody has spoken: the chance, 0 to 1, of each of {@link PLAINNESS}. */
export const PLAINNESS_AT_FIRST: readonly number[] = [0.05, 0.2, 0.5, 0.2, 0.05];
