import { describe, expect, it } from 'vitest';
import type { Command, DelegationId, Mandate, Response } from '../../src/engine/seat.ts';
import { art, four, given, hospital, offerOf, one, struck, three, two } from './given.ts';
import { blackout, disrupt, listen, oldServers, pause, prepare } from './world.ts';

const world = { world: true } as const;
const respond = (response: Response, cites: readonly ReturnType<typeof art>[] = []): Command => ({
  kind: 'respond',
  incident: hospital,
  response,
  ...(cites.length === 0 ? {} : { cites }),
});
const TRUTH = {
  origin: 'state',
  culprit: three,
  clues: [
    { index: 0, origin: 'state', culprit: three, reliability: 80 },
    { index: 1, origin: 'criminals', reliability: 50 },
  ],
} as const;

/** The world of invented states, in which `two` has been hit. */
const hit = (victim: DelegationId = two) =>
  given(world).with((state) => ({
    ...state,
    damage: state.damage.with(1, 8),
    incidents: struck(TRUTH, victim).state.incidents,
  }));

const settle = (game: ReturnType<typeof given>, place: number, option: number) =>
  game.with((state) => ({
    ...state,
    articles: state.articles.map((article, index) =>
      index === place ? { ...article, option, brackets: [], settled: true } : article,
    ),
  }));

describe('settled provisions pay off', () => {
  it('a contact directory makes a call do more', () => {
    const eased = (settled: boolean): number => {
      const game = hit().with((state) => ({
        ...state,
        tension: 40,
        incidents: state.incidents.map((incident) => ({ ...incident, suspect: three })),
      }));
      if (settled) settle(game, 0, 1);
      game.when(two, respond({ kind: 'hotline', to: three })).gives('tension-moved');
      return 40 - game.state.tension;
    };
    expect([eased(false), eased(true)]).toEqual([4, 8]);
  });

  it('an assistance duty makes a team do more, and whoever was asked for it is more welcome', () => {
    const helped = (settled: boolean, asked: boolean) => {
      const game = hit();
      if (settled) settle(game, 1, 1);
      if (asked) game.when(two, respond({ kind: 'ask', from: four }));
      const trust = game.trust(1, 3);
      game.when(four, respond({ kind: 'assist' })).gives('damage-eased');
      return [8 - (game.state.incidents[0]?.damage ?? 0), game.trust(1, 3) - trust];
    };
    expect(helped(false, false)).toEqual([2, 8]);
    expect(helped(true, false)).toEqual([4, 8]);
    expect(helped(false, true)).toEqual([2, 12]);
  });

  it('restraint agreed makes an accusation less of a spark, and so does referring to what was agreed', () => {
    const rise = (settled: boolean, cites: boolean): number => {
      const game = hit().with((state) => ({ ...state, tension: 30 }));
      if (settled) settle(game, 2, 2);
      if (cites) settle(game, 0, 2);
      const accuse = { kind: 'attribute', origin: 'state', culprit: three, confidence: 'high' } as const;
      game.when(two, respond(accuse, cites ? [art(0)] : [])).gives('responded', 'tension-moved');
      return game.state.tension - 30;
    };
    expect(rise(false, false)).toBe(4);
    expect(rise(true, false)).toBe(2);
    expect(rise(false, true)).toBe(3);
    hit()
      .when(two, respond({ kind: 'condemn' }, [art(3)]))
      .refused({ refused: 'not-settled', article: art(3) });
  });

  it('whoever supports a settled article trusts those more who hold others to it', () => {
    const game = settle(hit(), 0, 1).with((state) => ({
      ...state,
      stances: state.stances.map((rows, seat) =>
        rows.with(0, ['silent', seat === 3 ? 'support' : 'silent', 'silent', 'silent']),
      ),
    }));
    const before = game.trust(3, 0);
    game.when(one, respond({ kind: 'condemn' }, [art(0)])).gives('responded', 'trust-moved');
    expect(game.trust(3, 0)).toBe(before + 2);
  });

  it('a duty to keep one’s word makes breaking it dearer, and the ledger says what it cost', () => {
    const broken = (settled: boolean) => {
      const game = given(world).at('corridor');
      if (settled) settle(game, 2, 1);
      game.when(one, offerOf([two], [{ kind: 'restraint', by: one, to: two, through: 2 }], true));
      game.when(two, { kind: 'accept', offer: game.state.offers[0]?.id ?? ('' as never), because: [] });
      game.with((state) => ({ ...state, incidents: struck(TRUTH, four).state.incidents }));
      const accuse = { kind: 'attribute', origin: 'state', culprit: two, confidence: 'low' } as const;
      game.when(one, respond(accuse)).gives('promise-settled');
      return game.state.pledges[0];
    };
    const [usual, dearer] = [broken(false), broken(true)];
    expect(usual).toMatchObject({ state: 'broken', due: 2 });
    expect(dearer?.cost?.harmed ?? 0).toBeGreaterThan(usual?.cost?.harmed ?? 99);
    expect(usual?.cost?.others).toBe(4);
  });
});

describe('a joint inquiry', () => {
  it('is opened by the victim; what one finds, all in it see, and they write one paper', () => {
    const game = hit();
    game.when(one, respond({ kind: 'inquiry' })).refused({ refused: 'victim-first', victim: two });
    game.when(two, respond({ kind: 'inquiry' })).gives('tokens-moved', 'responded', 'clue-found');
    game.when(one, respond({ kind: 'inquiry' })).gives('responded', 'clue-found');
    const { known, inquiry } = game.state.incidents[0] ?? { known: [], inquiry: [] };
    expect(inquiry).toEqual([two, one]);
    expect([known[0], known[1], known[3]]).toEqual([[0], [0], []]);
    const line = { kind: 'assess', origin: 'state', culprit: three, confidence: 'moderate' } as const;
    game.when(four, respond(line)).refused({ refused: 'no-inquiry' });
    game.when(one, respond(line)).gives('responded');
    game.when(one, respond(line)).refused({ refused: 'no-change' });
    game.when(one, respond({ ...line, confidence: 'high' })).gives('responded');
    expect(game.state.incidents[0]?.assessment).toEqual([
      { by: one, origin: 'state', culprit: three, confidence: 'high' },
    ]);
  });

  it('a duty to cooperate finds more at a time', () => {
    const game = settle(hit(), 1, 2);
    game.when(two, respond({ kind: 'inquiry' })).gives('responded');
    expect(game.state.incidents[0]?.known[1]).toEqual([0, 1]);
  });
});

describe('accusations', () => {
  const accuse = { kind: 'attribute', origin: 'state', culprit: three, confidence: 'low' } as const;

  it('in private raise no tension, and are known to the two alone', () => {
    const game = hit().with((state) => ({ ...state, tension: 30 }));
    game
      .when(two, respond({ ...accuse, quiet: true }))
      .gives('responded')
      .never('tension-moved');
    expect(game.state.accused).toEqual([0, 0, 0, 0]);
    game.when(four, respond({ kind: 'endorse', whose: two })).refused({ refused: 'not-attributed' });
  });

  it('can be joined, and those who join answer for it when the truth is another', () => {
    const game = hit()
      .when(two, respond(accuse))
      .when(four, respond({ kind: 'endorse', whose: two }));
    game.gives('responded', 'trust-moved');
    game.when(four, respond({ kind: 'endorse', whose: two })).refused({ refused: 'already-responded' });
    game.when(three, respond({ kind: 'endorse', whose: two })).refused({ refused: 'oneself' });
    game.with((state) => ({
      ...state,
      incidents: state.incidents.map((incident) => ({ ...incident, truth: { ...TRUTH, culprit: one } })),
    }));
    game.at('corridor', 2);
    const judged = game
      .log()
      .filter((event) => event.kind === 'trust-moved' && event.why.code === 'wrongly-accused');
    const out = game.log().some((event) => event.kind === 'truth-out');
    expect(judged.some((event) => event.kind === 'trust-moved' && event.to === four)).toBe(out);
  });

  it('a countermeasure is the victim’s, against whom it has named; it hurts and is a spark', () => {
    const game = hit().with((state) => ({ ...state, tension: 30 }));
    game.when(two, respond({ kind: 'countermeasure', on: three })).refused({ refused: 'not-accused' });
    game.when(two, respond(accuse));
    const { tension } = game.state;
    game.when(four, respond({ kind: 'countermeasure', on: three })).refused({ refused: 'not-concerned' });
    game.when(two, respond({ kind: 'countermeasure', on: three })).gives('responded', 'tension-moved');
    expect(game.state.tension - tension).toBe(8);
    expect(game.state.damage[2]).toBe(3);
  });

  it('whoever was asked for help by name and sends none is remembered for it', () => {
    const game = hit().when(two, respond({ kind: 'ask', from: four }));
    const before = game.trust(1, 3);
    game.at('briefing', 1);
    expect(game.log().some((event) => event.kind === 'trust-moved' && event.why.code === 'unhelped')).toBe(
      true,
    );
    expect(game.trust(1, 3)).toBeLessThanOrEqual(before - 3);
  });
});

describe('flaws and warnings', () => {
  it('a flaw that is open doubles the damage; mended, it does not', () => {
    const damage = (open: boolean): number => {
      const game = given({ ...world, incidents: 100, seed: 'flaw' }).with((state) => ({
        ...state,
        incidents: [],
        warnings: [],
        unmended: state.unmended.map(() => (open ? [oldServers] : [])),
      }));
      game.at('briefing', 1);
      return game.state.incidents.filter((incident) => incident.session === 1)[0]?.damage ?? 0;
    };
    expect(damage(false)).toBeGreaterThan(0);
    expect(damage(true)).toBe(2 * damage(false));
    const game = given(world).with((state) => ({ ...state, unmended: state.unmended.with(0, [oldServers]) }));
    game.when(one, { kind: 'mend', vulnerability: oldServers }).gives('tokens-moved', 'mended');
    game.when(one, { kind: 'mend', vulnerability: oldServers }).refused({ refused: 'already-mended' });
  });

  it('a true warning passed to the victim halves the damage, and wins its trust', () => {
    const found = Array.from({ length: 40 }, (_, seed) =>
      given({ ...world, incidents: 100, seed: `warn-${seed}` }),
    )
      .map((game) => {
        const warning = game.state.warnings[0];
        const struckAs = given({ ...world, incidents: 100, seed: game.table.seed }).at('briefing', 1).state
          .incidents;
        const next = struckAs.find((incident) => incident.session === 1);
        return { game, warning, next };
      })
      .find(
        ({ warning, next }) =>
          warning !== undefined &&
          next?.victim === warning.victim &&
          warning.victim !== one &&
          next.damage > 2,
      );
    if (found?.warning === undefined || found.next === undefined)
      throw new Error('no seed has a true warning');
    const { game, warning, next } = found;
    const place = game.table.scenario.delegations.findIndex(({ id }) => id === warning.victim);
    const trust = game.trust(place, 0);
    game
      .when(one, { kind: 'warn', warning: warning.id, to: warning.victim })
      .gives('warning-passed', 'trust-moved');
    expect(game.trust(place, 0)).toBe(Math.min(100, trust + 5));
    game
      .when(one, { kind: 'warn', warning: warning.id, to: warning.victim })
      .refused({ refused: 'no-change' });
    game
      .when(four === warning.victim ? three : four, { kind: 'warn', warning: warning.id, to: 'all' })
      .refused({
        refused: 'no-such-warning',
      });
    game.at('briefing', 1);
    const same = game.state.incidents.find((incident) => incident.id === next.id);
    expect(same).toMatchObject({ warned: true, damage: Math.round(next.damage / 2) });
  });
});

describe('the press and the capital', () => {
  it('an interview wins opinion; a vow makes the option worth less, for good', () => {
    const game = given(world);
    const opinion = game.state.opinion[0] ?? 0;
    const worth = (mandate: Mandate | undefined): number => mandate?.table[0]?.[2] ?? 0;
    const before = worth(game.state.mandates[0]);
    const vow = { article: art(0), option: 2, says: 'never' } as const;
    game
      .when(one, { kind: 'interview', vow, tone: 'plain', names: [] })
      .gives('interviewed', 'opinion-moved', 'instructed');
    expect(game.state.opinion[0]).toBe(opinion + 6);
    expect(worth(game.state.mandates[0])).toBe(before - 300);
    game
      .when(one, { kind: 'interview', tone: 'plain', names: [] })
      .refused({ refused: 'too-many-interviews' });
    game
      .at('floor', 1)
      .when(one, { kind: 'interview', vow, tone: 'plain', names: [] })
      .refused({ refused: 'vow-stands' });
    expect(game.state.mandates[0]?.vows).toHaveLength(1);
  });

  it('going back on a vow costs opinion', () => {
    const vow = { article: art(0), option: 2, says: 'never' } as const;
    const game = given(world).when(one, { kind: 'interview', vow, tone: 'plain', names: [] }).at('corridor');
    const opinion = game.state.opinion[0] ?? 0;
    game
      .when(one, { kind: 'position', positions: [{ article: art(0), option: 2, stance: 'accept' }] })
      .gives('opinion-moved');
    expect(game.state.opinion[0]).toBe(opinion - 6);
  });

  it('a leaked deal is open, and those left out trust its parties less', () => {
    const game = given(world).at('corridor');
    game.when(one, offerOf([two], [{ kind: 'restraint', by: one, to: two, through: 2 }]));
    game.when(two, { kind: 'accept', offer: game.state.offers[0]?.id ?? ('' as never), because: [] });
    const deal = game.state.deals[0]?.id ?? ('' as never);
    game.when(three, { kind: 'leak', deal }).refused({ refused: 'no-such-deal' });
    const before = game.trust(2, 0);
    game.when(two, { kind: 'leak', deal }).gives('leaked', 'deal-leaked', 'trust-moved');
    expect(game.state.deals[0]?.open).toBe(true);
    expect(game.state.pledges[0]?.open).toBe(true);
    expect(game.trust(2, 0)).toBe(before - 3);
    game.when(one, { kind: 'leak', deal }).refused({ refused: 'not-secret' });
  });

  it('a capital gives up a red line or not, once a session, at a price, and more readily when the public is proud', () => {
    const granted = (opinion: number): number =>
      Array.from({ length: 40 }, (_, seed) => {
        const game = given({ ...world, seed: `flex-${seed}` })
          .at('capital')
          .with((state) => ({
            ...state,
            opinion: state.opinion.map(() => opinion),
            mandates: state.mandates.map((mandate) => ({
              ...mandate,
              redLines: [{ article: art(0), option: 3 }],
            })),
          }));
        game
          .when(one, { kind: 'flexibility', redLine: { article: art(0), option: 3 } })
          .gives('tokens-moved', 'flexed');
        game
          .when(one, { kind: 'flexibility', redLine: { article: art(0), option: 3 } })
          .refused({ refused: 'once-a-session' });
        return game.state.mandates[0]?.redLines.length === 0 ? 1 : 0;
      }).reduce<number>((sum, item) => sum + item, 0);
    const [angry, proud] = [granted(10), granted(95)];
    expect(proud).toBeGreaterThan(angry + 20);
    given(world)
      .at('capital')
      .when(one, { kind: 'flexibility', redLine: { article: art(1), option: 0 } })
      .refused({ refused: 'not-your-red-line' });
  });

  it('a calming step lowers tension, once a session for each', () => {
    const game = given(world).with((state) => ({ ...state, tension: 50 }));
    game.when(one, { kind: 'calm', move: pause }).gives('tokens-moved', 'calmed', 'tension-moved');
    expect(game.state.tension).toBe(45);
    game.when(one, { kind: 'calm', move: pause }).refused({ refused: 'once-a-session' });
    expect(given(world).at('briefing', 1).state.calmed).toEqual([]);
  });
});

describe('operations', () => {
  const order = (operation: typeof listen, proxy = false): Command => ({
    kind: 'operate',
    operation,
    against: two,
    proxy,
  });
  const after = (operation: typeof listen, proxy = false) =>
    Array.from({ length: 40 }, (_, seed) =>
      given({ ...world, seed: `op-${seed}` })
        .at('capital')
        .when(one, order(operation, proxy))
        .gives('operation-ordered')
        .at('capital', 2),
    );

  it('are ordered once a session, are not there where they are off, and not when it is too late', () => {
    const game = given(world)
      .at('capital')
      .when(one, order(listen))
      .gives('tokens-moved', 'operation-ordered');
    game.when(one, order(listen)).refused({ refused: 'once-a-session' });
    given({}).at('capital').when(one, order(listen)).refused({ refused: 'operations-off' });
    given(world).at('capital', 2).when(one, order(listen)).refused({ refused: 'too-late' });
  });

  it('spying finds out a red line, and nobody else learns of it', () => {
    const found = after(listen).flatMap((game) => game.state.secrets);
    expect(found.length).toBeGreaterThan(5);
    expect(new Set(found.map(({ by, about }) => `${by}/${about}`))).toEqual(new Set([`${one}/${two}`]));
  });

  it('a disruption strikes its target, is behind it as a state, and by a proxy as a proxy', () => {
    const origins = (proxy: boolean) =>
      after(disrupt, proxy)
        .flatMap((game) => game.state.incidents)
        .filter((incident) => incident.id === blackout)
        .map(({ truth, victim }) => `${truth.origin}/${truth.culprit ?? ''}/${victim}`);
    expect(new Set(origins(false))).toEqual(new Set([`state/${one}/${two}`]));
    expect(new Set(origins(true))).toEqual(new Set([`proxy/${one}/${two}`]));
  });

  it('are found out, less often through a proxy, and that costs everybody’s trust', () => {
    const exposed = (proxy: boolean) =>
      after(prepare, proxy).filter((game) => game.state.operations[0]?.exposed === true);
    const [plain, hidden] = [exposed(false), exposed(true)];
    expect(plain.length).toBeGreaterThan(hidden.length);
    for (const game of plain)
      expect(game.log().some((event) => event.kind === 'trust-moved' && event.why.code === 'operation')).toBe(
        true,
      );
  });
});
