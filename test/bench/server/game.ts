/** A game of the same shape as ours for boardgame.io: 25 seats, hidden hands, a public table that each move changes. */
export const gameOf = (bytes: number) => ({
  name: 'fanout',
  setup: () => ({ table: 0, text: 'x'.repeat(bytes), hands: Array.from({ length: 25 }, (_, n) => n) }),
  moves: {
    say: ({ G }: { readonly G: { table: number } }) => {
      G.table += 1;
    },
  },
  turn: { activePlayers: { all: 'all' }, stages: { all: {} } },
  playerView: ({
    G,
    playerID,
  }: {
    readonly G: { readonly hands: readonly number[] };
    readonly playerID: string | null;
  }) => ({
    ...G,
    hands: [G.hands[Number(playerID ?? -1)]],
  }),
});
