import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intolerable, noVotesThatStop, standAgainst } from '../../src/delegates/blocking.ts';
import { chairsText } from '../../src/delegates/chair.ts';
import { appraisePackage } from '../../src/delegates/index.ts';
import { layoutOf, partsOf } from '../../src/delegates/layout.ts';
import { openMinds, redChance } from '../../src/delegates/mind.ts';
import { joins, modelsOf } from '../../src/delegates/models.ts';
import { sumOf } from '../../src/delegates/normal-belief.ts';
import { gladly } from '../../src/delegates/opposing.ts';
import { selfOf, type Self } from '../../src/delegates/own.ts';
import { heardOpposition } from '../../src/delegates/verdicts.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import {
  asDeal,
  asOffer,
  asPromise,
  breaches,
  carried,
  contains,
  standingText,
  view,
  type DelegationId,
  type Event,
  type Pledge,
  type Provision,
  type Scenario,
  type Text,
  type Undertaking,
  type View,
} from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { art, given, offerOf, one, three, two } from '../engine/given.ts';
import { play, turnsOf, type Played, type Turn } from './play.ts';
import { brokenBy, reckoned } from './reckoning.ts';
import { gladToJoin, takes } from './taking.ts';
import { doing, rows, wanting } from './situation.ts';

const { scenario } = readScenario(readFileSync('scenarios/crime-convention.yaml', 'utf8'));
if (scenario === undefined) throw new Error('crime-convention has faults');
const games = [5, 8, 9, 10, 20, 22, 24, 31].map((k) => play(scenario, `1/${String(k)}`));

const opposing = (undertakings: readonly Undertaking[]): boolean =>
  undertakings.some(({ kind }) => kind === 'oppose');
const setIn = (undertakings: readonly Undertaking[]): readonly Provision[] =>
  undertakings.flatMap((item) => (item.kind === 'oppose' ? [item.containing] : []))[0] ?? [];
const seated = ({ table }: Played, turn: Turn): Self => {
  const self = selfOf(table.scenario, turn.view);
  if (self === undefined) throw new Error('a view without a seat');
  return self;
};
const built = games.flatMap((game) =>
  turnsOf(game, 'offer')
    // One may be asked to pay for it, in a counter-offer.
    .filter(({ command }) => opposing(command.undertakings) && command.answers === undefined)
    .map((turn) => ({ game, turn, self: seated(game, turn), undertakings: turn.command.undertakings })),
);

/** The text that failed last, or the draft. */
const inSight = (seen: View): Text =>
  seen.log
    .flatMap(({ events }) =>
      events.flatMap((event) =>
        event.kind === 'decided' && !event.adopted && event.amendment === undefined ? [event.text] : [],
      ),
    )
    .at(-1) ?? standingText(seen.articles);

describe('a blocking minority', () => {
  it('is built where a vote decides, and agreed to more often than not', () => {
    expect(built.length).toBeGreaterThan(4);
    const deals = games.flatMap(({ last }) => last.deals.filter((deal) => opposing(deal.undertakings)));
    expect(deals.length).toBeGreaterThan(built.length / 2);
  });

  it('is built by nobody where one objection stops a text anyway, nor by the gentle', () => {
    const bare: Scenario = { ...scenario, procedure: { ...scenario.procedure, methods: ['consensus'] } };
    const others = [
      ...[5, 8, 9].map((k) => play(bare, `1/${String(k)}`)),
      ...[5, 8, 9].map((k) => play(scenario, `1/${String(k)}`, { strength: 'gentle' })),
    ];
    for (const game of others)
      expect(turnsOf(game, 'offer').filter(({ command }) => opposing(command.undertakings))).toEqual([]);
  });

  it('stands against a text in sight that its builder cannot join, for all to know, with no more partners than stop it', () => {
    for (const { self, turn, undertakings } of built) {
      const text = inSight(turn.view);
      expect(gladOf(self, text)).toBe(false);
      expect(contains(scenario, text, setIn(undertakings))).toBe(true);
      expect(turn.command.open).toBe(true);
      expect(turn.command.to.length).toBeLessThan(noVotesThatStop(scenario));
      // Each promises once, and each is promised something.
      const parties = new Set([turn.seat, ...turn.command.to]);
      expect(new Set(undertakings.map(({ by }) => by))).toEqual(parties);
      expect(new Set(undertakings.map(({ to }) => to))).toEqual(parties);
      expect(undertakings).toHaveLength(parties.size);
    }
  });

  it('is asked for once a session, of nobody who has promised as much already or has broken its word to its builder', () => {
    const asked = built.map(
      ({ game, turn }) => `${game.table.seed} ${turn.seat} ${String(turn.view.session)}`,
    );
    expect(new Set(asked).size).toBe(asked.length);
    for (const { self, turn } of built)
      for (const partner of turn.command.to) {
        expect(brokenBy(self, partner)).toBe(false);
        expect(
          turn.view.pledges.filter(
            ({ state, undertaking }) =>
              state === 'open' && undertaking.kind === 'oppose' && undertaking.by === partner,
          ),
        ).toEqual([]);
      }
  });

  describe('once it has been built', () => {
    /** What its builder would do at the same moment if something else were on record. */
    const otherwise = (self: Self, change: Partial<View>): readonly DelegationId[] | undefined => {
      const command = standAgainst({ ...self, view: { ...self.view, ...change } }, 'seasoned')?.command;
      return command?.kind === 'offer' ? command.to : undefined;
    };
    /** The log with one thing more, just now. */
    const after = ({ view: { log, session, phase } }: Self, event: Event): View['log'] => [
      ...log,
      { session, phase, events: [event] },
    ];
    const pairs = built.flatMap(({ self, turn, undertakings }) =>
      turn.command.to.map((partner) => ({ self, turn, undertakings, partner })),
    );

    it('is asked for again at the same moment', () => {
      for (const { self, turn } of built) expect(otherwise(self, {})).toEqual(turn.command.to);
    });

    it('is not if it has been asked for in this session', () => {
      for (const { self, turn, undertakings } of built) {
        const { to, open, expires, because } = turn.command;
        const offer = {
          id: asOffer('imagined'),
          from: turn.seat,
          to,
          undertakings,
          open,
          expires,
          accepted: [],
          because,
        };
        expect(otherwise(self, { log: after(self, { kind: 'offered', offer }) })).toBeUndefined();
      }
    });

    it('is of others than who has broken its word to its builder', () => {
      for (const { self, turn, partner } of pairs) {
        const broken = {
          kind: 'promise-settled',
          pledge: asPromise('imagined'),
          state: 'broken',
          by: partner,
          to: turn.seat,
          open: false,
        } as const;
        expect(otherwise(self, { log: after(self, broken) }) ?? []).not.toContain(partner);
      }
    });

    it('is of others than who stands against some text already', () => {
      for (const { self, partner } of pairs) {
        const [{ id, options } = { id: art(0), options: [] }] = scenario.articles;
        for (const option of options.keys()) {
          const pledge = oppose(partner, self.own.delegation, [{ article: id, option }]);
          expect(otherwise(self, { pledges: imagine(self.view, pledge).pledges }) ?? []).not.toContain(
            partner,
          );
        }
      }
    });
  });

  it('names provisions with which its builder could gladly join no text in reach, and not one more than is needed', () => {
    for (const { self, turn, undertakings } of built) {
      expect(gladToJoin(self, undertakings)).toBe(false);
      const set = setIn(undertakings);
      const models = modelsOf(scenario, turn.view).filter(({ delegation }) =>
        turn.command.to.includes(delegation),
      );
      expect(intolerable(self, inSight(turn.view), models)).toHaveLength(set.length);
      for (const left of set) {
        const fewer = undertakings.map((item) =>
          item.kind === 'oppose' ? { ...item, containing: set.filter((one_) => one_ !== left) } : item,
        );
        const some = models.map((model) => gladly(scenario, turn.view, model, setIn(fewer)));
        expect(set.length === 1 || gladToJoin(self, fewer) || some.some((chance) => chance > 0.35)).toBe(
          true,
        );
      }
    }
  });

  it('brings what is said: the worth kept with the offer is what the numbers give', () => {
    for (const { self, turn, undertakings } of built) {
      const gain = turn.because.find(({ code }) => code === 'gains');
      expect(gain).toEqual({ code: 'gains', gain: reckoned(self, undertakings, 'seasoned') });
      expect(reckoned(self, undertakings, 'seasoned')).toBeGreaterThan(0);
      expect(turn.command.because).toEqual([
        { code: 'builds-minority', with: turn.command.to, containing: setIn(undertakings) },
      ]);
    }
  });

  it('would be worth nothing in secret: the Chair, who puts another text only if it knows, would not hear of it', () => {
    for (const { self, undertakings } of built) {
      const { worth } = weigh(self, undertakings, 1, false);
      expect(worth).toBe(reckoned(self, undertakings, 'seasoned', false));
      expect(worth).toBeLessThan(0);
      expect(weigh(self, undertakings, 1).worth).toBeGreaterThan(0);
    }
  });

  it('is shown to whoever makes it as less welcome to the others in secret than in the open', () => {
    const chances = (open: boolean): number[] =>
      built.flatMap(({ self, turn, undertakings }) =>
        appraisePackage(
          scenario,
          turn.view,
          undertakings,
          [self.own.delegation, ...turn.command.to],
          open,
        ).map(({ accepts }) => accepts),
      );
    const [openly, secretly] = [chances(true), chances(false)];
    expect(openly.every((accepts, place) => accepts >= (secretly[place] ?? 100))).toBe(true);
    const mean = (some: readonly number[]): number =>
      some.reduce((sum, chance) => sum + chance, 0) / some.length;
    expect(mean(openly)).toBeGreaterThan(mean(secretly) + 5);
  });

  it('is joined by whoever finds it worth it by the numbers, and by nobody else', () => {
    let taken = 0;
    let declined = 0;
    for (const game of games)
      for (const turn of [
        ...turnsOf(game, 'accept'),
        ...turnsOf(game, 'decline'),
        ...turnsOf(game, 'offer'),
      ]) {
        const { command } = turn;
        // Whoever asks for more does not take it as it is.
        const about = command.kind === 'offer' ? command.answers : command.offer;
        const offer = turn.view.offers.find(({ id }) => id === about);
        if (offer === undefined || !opposing(offer.undertakings)) continue;
        if (command.kind === 'accept') taken += 1;
        else declined += 1;
        expect(takes(seated(game, turn), offer, 'seasoned')).toBe(command.kind === 'accept');
      }
    expect(taken).toBeGreaterThan(0);
    expect(declined).toBeGreaterThan(0);
  });

  it('holds: whoever has promised stands against every such text, and says why', () => {
    let held = 0;
    for (const game of games)
      for (const { view: seen, seat, command, because } of turnsOf(game, 'answer')) {
        const { decision } = seen;
        if (decision === undefined || decision.amendment !== undefined) continue;
        const bound = seen.pledges.find(
          ({ state, undertaking }) =>
            state === 'open' &&
            undertaking.kind === 'oppose' &&
            undertaking.by === seat &&
            contains(scenario, decision.text, undertaking.containing),
        );
        if (bound === undefined) continue;
        held += 1;
        expect(command.answer).toBe(decision.method === 'vote' ? 'no' : 'object');
        expect(because).toContainEqual({ code: 'promised', to: bound.undertaking.to });
      }
    expect(held).toBeGreaterThan(0);
    const kept = games.flatMap(({ last }) =>
      last.pledges.filter(({ undertaking }) => undertaking.kind === 'oppose'),
    );
    expect(kept.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(kept.some(({ state }) => state === 'kept')).toBe(true);
  });

  it('needs so many that the rest are no majority, and no more', () => {
    for (const threshold of ['simple-majority', 'two-thirds'] as const)
      for (const size of [2, 3, 4, 5, 7, 9, 10, 11]) {
        const some: Scenario = {
          ...scenario,
          delegations: scenario.delegations.slice(0, size),
          procedure: { ...scenario.procedure, threshold },
        };
        const no = noVotesThatStop(some);
        expect(carried(threshold, some.delegations.length - no, no)).toBe(false);
        expect(no === 1 || carried(threshold, some.delegations.length - no + 1, no - 1)).toBe(true);
      }
  });
});

const oppose = (by: DelegationId, to: DelegationId, containing: readonly Provision[]): Undertaking => ({
  kind: 'oppose',
  by,
  to,
  containing,
});

const gladOf = (self: Self, text: Text): boolean =>
  breaches(scenario, self.mandate, text).length === 0 &&
  text.reduce((sum, option, at) => sum + (self.mandate.table[at]?.[option] ?? 0), self.mandate.base) +
    self.mandate.pairs.reduce(
      (sum, { a, b, o, p, worth }) => sum + (text[a] === o && text[b] === p ? worth : 0),
      0,
    ) >=
    self.mandate.reservation;

/** A promise among the open ones of a view. */
const imagine = (seen: View, undertaking: Undertaking): View => {
  const pledge: Pledge = { id: asPromise('x'), deal: asDeal('x'), undertaking, state: 'open', open: true };
  return { ...seen, pledges: [...seen.pledges, pledge] };
};

describe('an open promise to stand against a text', () => {
  const late = games.flatMap((game) => game.turns.filter(({ command }) => command.kind === 'put'));

  it('makes its giver less likely to join a text with all it names, and changes no other chance', () => {
    for (const { view: seen } of late.slice(0, 6)) {
      const standing = standingText(seen.articles);
      const [first] = scenario.articles;
      const by = scenario.delegations[3]?.id;
      if (first === undefined || by === undefined) throw new Error('no article');
      const containing = [{ article: first.id, option: standing[0] ?? 0 }];
      const to = scenario.delegations[0]?.id ?? by;
      const after = modelsOf(scenario, imagine(seen, { kind: 'oppose', by, to, containing }));
      modelsOf(scenario, seen).forEach((model, place) => {
        for (const option of first.options.keys()) {
          const text = standing.with(0, option);
          const [was, is] = [joins(model, text), joins(after[place] ?? model, text)];
          const bound = place === 3 && option === standing[0] && was > 0;
          expect(bound ? is < was : is === was).toBe(true);
        }
      });
    }
  });

  /** The Chair's text after one and two have promised each other to stand against what its text says on an article. */
  const steered = (
    seed: string,
    at: number,
    open: boolean,
  ): { readonly set: readonly Provision[]; readonly text: Text } => {
    const game = given({ seed }).at('corridor');
    const { table } = game;
    const textNow = (): Text => chairsText(table.scenario, view(table, game.state, 'chair')) ?? [];
    const set = [{ article: art(at), option: textNow()[at] ?? 0 }];
    game
      .when(one, offerOf([two], [oppose(one, two, set), oppose(two, one, set)], open))
      .when(two, { kind: 'accept', offer: asOffer('offer-1'), because: [] })
      .gives('promised');
    return { set, text: textNow() };
  };
  const cases = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((seed) => [0, 1, 2, 3].map((at) => ({ seed, at })));

  it('is steered around by the Chair, who hears of it: most texts it would have put it puts without what two stand against', () => {
    const found = cases.map(({ seed, at }) => steered(seed, at, true));
    const { scenario: small } = given().table;
    const around = found.filter(({ set, text }) => !contains(small, text, set));
    expect(around.length).toBeGreaterThan(found.length / 2);
  });

  it('changes nothing for the Chair where it is secret', () => {
    const { scenario: small } = given().table;
    for (const { seed, at } of cases) {
      const { set, text } = steered(seed, at, false);
      expect(contains(small, text, set)).toBe(true);
    }
  });

  it('tells of its giver: a text with these brings it less than was believed, and red lines there are likelier', () => {
    const { table, state } = given().at('corridor');
    const minds = openMinds(table.scenario);
    const standing = standingText(state.articles);
    minds.forEach((mind, seat) => {
      table.scenario.articles.forEach(({ id, options }, at) =>
        options.forEach((_, option) => {
          const text = standing.with(at, option);
          const after = heardOpposition(table.scenario, mind, seat, [{ article: id, option }], standing);
          const sum = { plus: partsOf(layoutOf(table.scenario), text), minus: [] };
          expect(sumOf(after.belief, sum).mean).toBeLessThan(sumOf(mind.belief, sum).mean);
          const [was, is] = [mind, after].map((one_) => redChance(table.scenario, one_, seat, at, option));
          const open = (was ?? 0) > 0 && (was ?? 0) < 1;
          expect(open ? (is ?? 0) > (was ?? 0) : is === was).toBe(true);
        }),
      );
    });
  });
});

describe('whoever has promised to stand against a text', () => {
  const set = [{ article: art(0), option: 1 }];
  const promised = { code: 'promised', to: two } as const;
  /** What the first answers to a text that it has promised to oppose, which leaves it short by so much. */
  const answered = (short: number, open: boolean, others: readonly Undertaking[] = []) => {
    const game = given({}, (small) => ({
      ...small,
      procedure: { ...small.procedure, methods: ['vote'] },
    })).at('decision');
    const pledges = [oppose(one, two, set), ...others].map((undertaking, place): Pledge => ({
      id: asPromise(`promise-${place}`),
      deal: asDeal('deal-1'),
      undertaking,
      state: 'open',
      open,
    }));
    wanting(game, 0, { table: rows(), reservation: short })
      .with((state) => ({ ...state, pledges }))
      .when('chair', { kind: 'put', text: [1, 1, 1, 1], method: 'vote' });
    const act = doing('answer', game, one);
    return { answer: act?.command.answer, said: act?.command.because, because: act?.because };
  };

  it('says so if it was in the open; of a text that it could join it has no other reason', () => {
    expect(answered(0, true)).toEqual({ answer: 'no', said: [promised], because: [promised] });
    const worse = { code: 'worse-than-no-agreement' } as const;
    expect(answered(300, true)).toEqual({
      answer: 'no',
      said: [worse, promised],
      because: [promised, { ...worse, short: 300 }],
    });
  });

  it('keeps for itself that it has promised in secret', () => {
    expect(answered(0, false)).toEqual({ answer: 'no', said: [], because: [promised] });
    expect(answered(300, false).said).toEqual([{ code: 'worse-than-no-agreement' }]);
  });

  it('is not held to it by a promise to join the same text', () => {
    expect(answered(0, true, [{ kind: 'join', by: one, to: three, containing: set }]).answer).toBe('yes');
  });
});

describe('a delegation that is asked to stand against a text', () => {
  it('does not if it has promised to join one that could have all of it', () => {
    const game = given().at('corridor');
    const set = [{ article: art(0), option: 1 }];
    const self = (now: View): Self => {
      const found = selfOf(game.table.scenario, now);
      if (found === undefined) throw new Error('a view without a seat');
      return found;
    };
    const now = view(game.table, wanting(game, 0, {}).state, one);
    const join: Undertaking = {
      kind: 'join',
      by: one,
      to: two,
      containing: [{ article: art(1), option: 2 }],
    };
    const forbids = (seen: View, item: Undertaking) => weigh(self(seen), [item], 1).forbidden;
    expect(forbids(now, oppose(one, two, set))).toBeUndefined();
    expect(forbids(imagine(now, join), oppose(one, two, set))).toEqual({ code: 'promised', to: two });
    expect(forbids(imagine(now, oppose(one, two, set)), join)).toEqual({ code: 'promised', to: two });
    // On the same article something else: no text could have both.
    const other = [{ article: art(1), option: 1 }];
    expect(forbids(imagine(now, join), oppose(one, two, other))).toBeUndefined();
    // Others may promise what they like.
    expect(forbids(imagine(now, join), oppose(two, one, set))).toBeUndefined();
  });

  it('does not if it would gladly join a text with these', () => {
    const set = [{ article: art(0), option: 1 }];
    for (const [gain, forbidden] of [
      [101, { code: 'better-than-no-agreement' }],
      [100, undefined],
    ] as const) {
      const game = given().at('corridor');
      wanting(game, 0, { table: rows({ 1: [0, 0, 0, gain] }) });
      const self = selfOf(game.table.scenario, view(game.table, game.state, one));
      if (self === undefined) throw new Error('a view without a seat');
      expect(weigh(self, [oppose(one, two, set)], 1).forbidden).toEqual(forbidden);
    }
  });
});
