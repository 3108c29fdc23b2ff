import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { untaught } from '../../src/delegates/dealings.ts';
import { guessedPackage } from '../../src/delegates/guessed-package.ts';
import { heardIn } from '../../src/delegates/heard.ts';
import { modelsFrom, modelsOf, type Model } from '../../src/delegates/models.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { PLAY } from '../../src/delegates/strength.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import {
  asOffer,
  placeOf,
  view,
  type Command,
  type DelegationId,
  type Reason,
  type SeatId,
  type Undertaking,
  type View,
} from '../../src/engine/index.ts';
import { readRight } from '../fixtures/index.ts';
import { art, funds, given, offerOf, one, three, two, type Game } from '../engine/given.ts';
import { play } from './play.ts';

const word = (by: DelegationId, to: DelegationId, article: number, option: number): Undertaking => ({
  kind: 'position',
  by,
  to,
  provision: { article: art(article), option },
  stance: 'support',
});
const pays = (by: DelegationId, to: DelegationId, amount: number): Undertaking => ({
  kind: 'tokens',
  by,
  to,
  token: funds,
  amount,
  when: { on: 'now' },
});

const seen = ({ table, state }: Game, seat: SeatId): View => view(table, state, seat);
const modelIn = (game: Game, seat: SeatId, of: DelegationId): Model => {
  const model = modelsOf(game.table.scenario, seen(game, seat))[
    placeOf(game.table.scenario, 'delegation', of)
  ];
  if (model === undefined) throw new Error(`no model of ${of}`);
  return model;
};
/** What a package seems worth to the second, to the first. */
const seems = (game: Game, undertakings: readonly Undertaking[]): number =>
  guessedPackage(game.table.scenario, seen(game, one), modelIn(game, one, two), undertakings);

const asked = (undertakings: readonly Undertaking[], seed = 'dealings'): Game =>
  given({ seed })
    .at('corridor')
    .when(one, offerOf([two], undertakings))
    .gives('offered');
const declined = (game: Game, because: readonly Reason[]): Game =>
  game
    .when(two, { kind: 'decline', offer: asOffer('offer-1'), because, wouldChange: [] })
    .gives('offer-declined');

const seeds = ['a', 'b', 'c', 'd', 'e'];
const packages = [0, 1, 2, 3].flatMap((article) =>
  [0, 1, 2, 3].flatMap((option) => [
    // Its word for tokens, and ours.
    [word(two, one, article, option), pays(one, two, 2)],
    [word(one, two, article, option), pays(two, one, 1)],
  ]),
);

describe('whoever declines a package for what it is worth', () => {
  it('is then believed to find it worth less, and never more', () => {
    let moved = 0;
    for (const seed of seeds)
      for (const undertakings of packages) {
        const game = asked(undertakings, seed);
        const before = seems(game, undertakings);
        const after = seems(declined(game, [{ code: 'unbalanced' }]), undertakings);
        expect(after).toBeLessThanOrEqual(before);
        if (after < before) moved += 1;
      }
    expect(moved).toBeGreaterThan(packages.length * seeds.length * 0.7);
  });

  it('tells less without a reason, and nothing where the reason is another', () => {
    const drop = (because: readonly Reason[]): number =>
      packages.reduce((sum, undertakings) => {
        const game = asked(undertakings);
        const before = seems(game, undertakings);
        return sum + before - seems(declined(game, because), undertakings);
      }, 0);
    expect(drop([{ code: 'unbalanced' }])).toBeGreaterThan(drop([]));
    expect(drop([])).toBeGreaterThan(0);
    expect(drop([{ code: 'not-enough-tokens', token: funds }])).toBe(0);
  });
});

describe('whoever offers a package, or accepts it', () => {
  it('is then believed to find it worth more, and never less', () => {
    let moved = 0;
    for (const seed of seeds)
      for (const undertakings of packages) {
        const fresh = given({ seed }).at('corridor');
        const before = seems(fresh, undertakings);
        const after = seems(fresh.when(two, offerOf([one], undertakings)).gives('offered'), undertakings);
        expect(after).toBeGreaterThanOrEqual(before);
        if (after > before) moved += 1;
      }
    expect(moved).toBeGreaterThan(packages.length * seeds.length * 0.5);
  });
});

describe('what tells nothing new', () => {
  // Its word for what does not stand, for tokens.
  const undertakings = packages[12] ?? [];
  const known = (game: Game): Model => modelIn(game, one, two);

  it('is the same terms, declined or offered once more', () => {
    const game = declined(asked(undertakings), [{ code: 'unbalanced' }]);
    const before = known(game);
    game
      .when(one, offerOf([two], undertakings))
      .when(two, {
        kind: 'decline',
        offer: asOffer('offer-2'),
        because: [{ code: 'unbalanced' }],
        wouldChange: [],
      })
      .gives('offer-declined');
    expect(known(game)).toEqual(before);
    const offering = given({ seed: 'dealings' })
      .at('corridor')
      .when(two, offerOf([one], undertakings));
    const once = known(offering);
    offering
      .when(two, { kind: 'withdraw', offer: asOffer('offer-1') })
      .gives('offer-withdrawn')
      .when(two, offerOf([one], undertakings))
      .gives('offered');
    expect(known(offering)).toEqual(once);
  });

  it('is a refusal without a word that comes with another offer: only the other offer tells something', () => {
    const asks = [word(two, one, 0, 1), pays(one, two, 3)];
    const counter: Command = {
      kind: 'offer',
      to: [one],
      undertakings: asks,
      open: true,
      expires: 0,
      answers: asOffer('offer-1'),
      because: [],
    };
    const countered = asked(undertakings).when(two, counter).gives('offer-declined', 'offered');
    const alone = asked(undertakings)
      .when(two, offerOf([one], asks))
      .gives('offered');
    expect(known(countered).belief).toEqual(known(alone).belief);
    const bare = declined(asked(undertakings), [])
      .when(two, offerOf([one], asks))
      .gives('offered');
    expect(known(bare).belief).not.toEqual(known(alone).belief);
  });
});

describe('a red line that is named in an answer', () => {
  const undertakings = [word(two, one, 2, 1), pays(one, two, 2)];
  const game = declined(asked(undertakings), [{ code: 'red-line', article: art(2) }]);

  it('is known to whoever asked, at what it asked for', () => {
    expect(modelIn(game, one, two).red[2]?.[1]).toBe(1);
    expect(modelIn(asked(undertakings), one, two).red[2]?.[1]).toBeLessThan(1);
  });

  it('is learnt by nobody else: neither by who was not in it, nor by the Chair', () => {
    for (const seat of [three, 'chair'] as const) {
      const heard = heardIn(game.table.scenario, seen(game, seat));
      expect(modelsOf(game.table.scenario, seen(game, seat))).toEqual(modelsFrom(game.table.scenario, heard));
    }
  });
});

const class45 = readRight(readFileSync('scenarios/class-45.yaml', 'utf8'));
const played = ['1', '2'].map((seed) => play(class45, `dealings/${seed}`, { strength: 'hard' }));

describe('in whole games', () => {
  it('what is believed hangs on the view alone, not on what was asked before', () => {
    for (const { turns } of played)
      for (const { view: here } of turns.filter((_, at) => at % 25 === 0)) {
        // The same events, met for the first time.
        const fresh: View = structuredClone(here);
        expect(modelsOf(class45, fresh)).toEqual(modelsOf(class45, here));
      }
  });

  it('whoever learns nothing from dealings believes what everybody hears, and so in all that it imagines', () => {
    for (const { turns } of played)
      for (const { view: here } of turns.filter((_, at) => at % 25 === 0)) {
        const imagined: View = { ...untaught(here), pledges: [] };
        expect(modelsOf(class45, imagined).map(({ belief }) => belief)).toEqual(
          heardIn(class45, here).map(({ belief }) => belief),
        );
      }
  });

  it('guesses of packages are nearer to the truth than from what everybody hears alone, and words are seen to count for less', () => {
    let [learnt, heard, count, words] = [0, 0, 0, 0];
    for (const { table, turns } of played)
      for (const { command, seat, view: here, before } of turns) {
        const [to] = command.kind === 'offer' ? command.to : [];
        if (command.kind !== 'offer' || to === undefined || command.to.length > 1) continue;
        const self = selfOf(class45, view(table, before, to));
        const place = placeOf(class45, 'delegation', to);
        const own = modelsOf(class45, here)[place];
        const common = modelsFrom(class45, heardIn(class45, here))[place];
        if (self === undefined || own === undefined || common === undefined) throw new Error(`no ${seat}`);
        const { worth, forbidden } = weigh(self, command.undertakings, PLAY.hard.words, command.open);
        if (forbidden !== undefined) continue;
        const off = (model: Model): number =>
          guessedPackage(class45, here, model, command.undertakings, command.open) - worth;
        learnt += off(own) ** 2;
        heard += off(common) ** 2;
        if (here.session > 0) [count, words] = [count + 1, words + own.reckons];
      }
    expect(learnt).toBeLessThan(heard * 0.9);
    expect(words / count).toBeLessThan(0.9);
  });
});
