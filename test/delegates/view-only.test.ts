import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lay, open, view, witnesses, type SeatId, type State } from '../../src/engine/index.ts';
import { smallScenario } from '../engine/small.ts';
import { diceOf, play, seatsOf } from './play.ts';

const scenario = smallScenario({ delegations: 5, articles: 5, options: 4, world: true, incidents: 90 });
const agents = seatsOf(scenario);
const games = ['a', 'b', 'c', 'd'].map((seed) => {
  const { table, turns } = play(scenario, `view/${seed}`);
  // Most of the turns at which a machine had nothing to do are left out.
  return { table, turns: turns.filter(({ command }, place) => command.kind !== 'done' || place % 4 === 0) };
});

/** Trust is shown in bands: a value that is shown alike. The bands end at 15, 38, 62 and 82. */
const alike = (trust: number): number => [0, 15, 38, 62, 82].findLast((from) => from <= trust) ?? 0;

/**
 * The same moment with all else that a seat may not see. Others' mandates, purses, flaws and deeds are as another seed would have
 * them; what goes on between others has not happened; the truth behind incidents is another.
 */
const otherwise = (state: State, seat: SeatId, strange: State): State => {
  const own = scenario.delegations.findIndex(({ id }) => id === seat);
  const mine = (party: string): boolean => party === seat;
  const onlyMine = <T>(list: readonly T[], others: readonly T[]): readonly T[] =>
    list.map((item, place) => (place === own ? item : (others[place] ?? item)));
  const witnessed = (events: State['latest']): State['latest'] =>
    events.filter((event) => witnesses(event, seat));
  return {
    ...state,
    mandates: onlyMine(state.mandates, strange.mandates),
    tokens: onlyMine(state.tokens, strange.tokens),
    startTokens: onlyMine(state.startTokens, strange.startTokens),
    unmended: onlyMine(state.unmended, strange.unmended),
    offered: onlyMine(
      state.offered,
      state.offered.map((made) => made + 1),
    ),
    interviews: onlyMine(
      state.interviews,
      state.interviews.map((given) => given + 1),
    ),
    escrow: state.escrow.map((held) => held + 3),
    trust: state.trust.map((row, from) =>
      row.map((trust, to) => (from === own || to === own ? alike(trust) : 100 - trust)),
    ),
    offers: state.offers.filter((offer) => mine(offer.from) || offer.to.some(mine)),
    deals: state.deals.filter((deal) => deal.open || deal.parties.some(mine)),
    pledges: state.pledges.filter(
      ({ open: known, undertaking }) => known || mine(undertaking.by) || mine(undertaking.to),
    ),
    pending: state.pending.filter((item) => mine(item.by) || mine(item.to)),
    carriedOut: [],
    deeds: state.deeds.filter((deed) => mine(deed.by) || mine(deed.to)),
    warnings: state.warnings.filter(({ of, told }) => mine(of) || told.some(mine)),
    operations: state.operations.filter(({ by }) => mine(by)),
    secrets: state.secrets.filter(({ by }) => mine(by)),
    flexed: state.flexed.filter(mine),
    incidents: state.incidents.map((incident) => {
      const known = own === -1 ? incident.known.flat() : (incident.known[own] ?? []);
      const clues = incident.truth.clues.filter(({ index }) => known.includes(index));
      return {
        ...incident,
        known: incident.known.map((list, place) => (place === own || own === -1 ? list : known)),
        truth: incident.out ? { ...incident.truth, clues } : { origin: 'accident', clues },
      };
    }),
    log: state.log.map((chapter) => ({ ...chapter, events: witnessed(chapter.events) })),
    latest: witnessed(state.latest),
  };
};

it('a machine does the same whatever is so of all that its seat does not see', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.string({ minLength: 1, maxLength: 8 }), (which, when, seed) => {
      const game = games[which % games.length];
      const turn = game?.turns[when % game.turns.length];
      if (game === undefined || turn === undefined) throw new Error('no turn');
      const { seat, before } = turn;
      const strange = lay(scenario, `other/${seed}`);
      const changed = otherwise(before, seat, open(strange));
      const real = view(game.table, before, seat);
      const other = view(strange, changed, seat);
      expect(changed.mandates).not.toEqual(before.mandates);
      expect(other).toEqual(real);
      const [did, would] = [real, other].map((seen) => agents.get(seat)?.act(seen, diceOf('view', seat)));
      expect(would).toEqual(did);
      kinds.add(did?.command.kind ?? 'nothing');
    }),
    { numRuns: 200 },
  );
  // Not of one moment: statements, offers, answers to them and to texts are among what was done.
  expect([...kinds]).toEqual(expect.arrayContaining(['speak', 'offer', 'accept', 'answer', 'track']));
});
