import { describe, expect, it } from 'vitest';
import { chair, delegate } from '../../src/delegates/index.ts';
import {
  lay,
  needsSignature,
  open,
  view,
  worthOfText,
  type DelegationId,
  type State,
} from '../../src/engine/index.ts';
import type { Command } from '../../src/engine/seat.ts';
import { art, given, one, three, two } from '../engine/given.ts';
import { smallScenario } from '../engine/small.ts';
import { channel, dialogue, oldServers, pause } from '../engine/world.ts';
import { newYork, play, turnsOf } from './play.ts';

type Game = ReturnType<typeof given>;

/** What a delegation does first in a situation, with dice that always say yes. */
const does = (game: Game, seat: DelegationId): Command | undefined =>
  delegate(game.table.scenario, seat).act(view(game.table, game.state, seat), () => 0)?.command;

const rich = (state: State): State => ({ ...state, tokens: state.tokens.map((row) => row.map(() => 9)) });
const world = (incidents = 0): Game =>
  given({ world: true, incidents })
    .with(rich)
    .with((state) => ({
      ...state,
      unmended: state.unmended.map(() => []),
      warnings: [],
      opinion: state.opinion.map(() => 60),
    }));

describe('side rooms', () => {
  const worth = (points: readonly number[]) => (state: State) => ({
    ...state,
    mandates: state.mandates.map((mandate) => ({ ...mandate, points: [...points, 0, 0] })),
  });

  it('are entered when what can be agreed there is worth the door, and not otherwise', () => {
    expect(does(world().with(worth([400, 0])), one)).toEqual({
      kind: 'track',
      track: channel,
      step: 'enter',
    });
    expect(does(world().with(worth([-100, -100])), one)).not.toMatchObject({ kind: 'track', track: channel });
  });

  it('points are proposed to whoever is there, and taken by whoever gains', () => {
    const game = world().with(worth([400, 0]));
    for (const seat of [one, two]) game.when(seat, { kind: 'track', track: channel, step: 'enter' });
    game.at('corridor').with((state) => ({ ...state, offers: [] }));
    const offered = does(game, one);
    expect(offered).toMatchObject({
      kind: 'offer',
      to: [two],
      undertakings: [{ kind: 'point', point: dialogue }],
    });
    if (offered === undefined) throw new Error('an offer');
    game.when(one, offered).gives('offered');
    expect(does(game, two)).toMatchObject({ kind: 'accept' });
  });

  it('a suspended one is called back by whoever hopes for something there', () => {
    const game = world().with(worth([400, 0]));
    game.with((state) => ({
      ...state,
      tracks: state.tracks.map((track) => (track.id === channel ? { ...track, open: false } : track)),
    }));
    expect(does(game, one)).toEqual({ kind: 'track', track: channel, step: 'resume' });
  });
});

describe('at home', () => {
  it('a flaw is mended where the damage to be expected is dearer', () => {
    const flawed = (stake: number): Command | undefined =>
      does(
        world(100).with((state) => ({
          ...state,
          incidents: [],
          unmended: state.unmended.with(0, [oldServers]),
          mandates: state.mandates.map((mandate) => ({ ...mandate, damageStake: stake, points: [] })),
        })),
        one,
      );
    expect(flawed(500)).toEqual({ kind: 'mend', vulnerability: oldServers });
    expect(flawed(0)).not.toMatchObject({ kind: 'mend' });
  });

  it('whoever is unloved at home speaks to the press', () => {
    const game = world().with((state) => ({
      ...state,
      opinion: state.opinion.map(() => 20),
      mandates: state.mandates.map((mandate) => ({ ...mandate, points: [] })),
    }));
    expect(does(game, one)).toMatchObject({ kind: 'interview' });
  });

  it('tension is calmed above half of the ladder, by two delegations at most', () => {
    const game = world()
      .at('floor')
      .with((state) => ({
        ...state,
        tension: 90,
        spoken: [one],
        replies: [],
        mandates: state.mandates.map((mandate) => ({ ...mandate, points: [], tensionStake: 40 })),
      }));
    expect(does(game, one)).toEqual({ kind: 'calm', move: pause });
    expect(
      does(
        game.with((state) => ({ ...state, tension: 30 })),
        one,
      ),
    ).not.toMatchObject({ kind: 'calm' });
    expect(
      does(
        game.with((state) => ({ ...state, tension: 90, calmed: [two, three] })),
        one,
      ),
    ).not.toMatchObject({
      kind: 'calm',
    });
  });
});

describe('procedure', () => {
  it('a ruling that settled what one is on record against is challenged', () => {
    const game = given().at('drafting');
    game.with((state) => ({
      ...state,
      mandates: state.mandates.map((mandate) => ({ ...mandate, redLines: [{ article: art(0), option: 2 }] })),
      stances: state.stances.with(
        0,
        state.stances[0]?.with(0, ['silent', 'silent', 'object', 'silent']) ?? [],
      ),
    }));
    game.when('chair', {
      kind: 'draft',
      articles: [0, 1, 2, 3].map((place) => ({
        option: place === 0 ? 2 : 0,
        brackets: [],
        settled: place === 0,
      })),
    });
    const seen: (Command | undefined)[] = [];
    for (let step = 0; step < 3; step += 1) {
      const next = does(game, one);
      seen.push(next);
      if (next === undefined || next.kind === 'point-of-order') break;
      game.when(one, next);
    }
    expect(seen.map((command) => command?.kind)).toContain('point-of-order');
  });

  it('the Chair forms a contact group on what is most objected to, led by one that objects to nothing there', () => {
    const table = lay(newYork(), 'groups');
    const heated: State = {
      ...open(table),
      session: 1,
      phase: 'corridor',
      stances: open(table).stances.map((rows, seat) =>
        rows.with(2, rows[2]?.map(() => (seat === 4 ? ('accept' as const) : ('object' as const))) ?? []),
      ),
    };
    const act = chair(table.scenario).act(view(table, heated, 'chair'), () => 0);
    expect(act?.command).toMatchObject({
      kind: 'group',
      article: table.scenario.articles[2]?.id,
      facilitator: table.scenario.delegations[4]?.id,
    });
  });
});

describe('in whole games', () => {
  const games = ['a', 'b', 'c'].map((seed) => play(newYork(), `beyond/${seed}`));

  it('nobody goes back on what it has ruled out before the press', () => {
    const broken = games.flatMap(({ last }) =>
      last.vows.filter((vow) => {
        const place = last.articles.findIndex((_, at) => newYork().articles[at]?.id === vow.article);
        return (
          vow.says === 'never' &&
          last.adopted?.text[place] === vow.option &&
          last.adopted.bound.includes(vow.by)
        );
      }),
    );
    expect(games.flatMap(({ last }) => last.vows).length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });

  it('rooms are used, points agreed, warnings passed on', () => {
    const events = games.flatMap(({ last }) =>
      last.log.flatMap((chapter) => chapter.events.map(({ kind }) => kind)),
    );
    for (const kind of [
      'track-step',
      'point-agreed',
      'interviewed',
      'group-formed',
      'warned',
      'warning-passed',
    ] as const)
      expect(events).toContain(kind);
  });

  it('warnings are passed on to whoever is in danger, in time', () => {
    const passed = games.flatMap((game) => turnsOf(game, 'warn'));
    expect(passed.length).toBeGreaterThan(0);
    for (const { before, command } of passed) {
      const warning = before.warnings.find(({ id }) => id === command.warning);
      expect(warning?.victim).toBe(command.to);
      expect(warning?.session).toBeGreaterThanOrEqual(before.session);
    }
  });
});

describe('in whole games that adopt a treaty', () => {
  const size = { delegations: 5, articles: 5, options: 4, incidents: 50, world: true };
  const treaties = [
    play(smallScenario({ ...size, seed: 'a' }), 'beyond/a'),
    // Carried by vote: not all can live with it.
    play(smallScenario({ ...size, seed: 'p', methods: ['vote'] }), 'beyond/p', { strength: 'gentle' }),
  ];

  it('whoever would rather have it than no agreement signs it, and nobody else does', () => {
    const signed = treaties.flatMap(({ table, last }) => {
      const { adopted } = last;
      if (adopted === undefined) throw new Error('nothing was adopted');
      expect(needsSignature(table.scenario, adopted.text)).toBe(true);
      return last.mandates.map((mandate, place) => ({
        gains: worthOfText(table.scenario, mandate, adopted.text) >= mandate.reservation,
        signs: last.outcome?.seats[place]?.bound,
      }));
    });
    expect(signed.map(({ signs }) => signs)).toEqual(signed.map(({ gains }) => gains));
    expect(new Set(signed.map(({ signs }) => signs))).toEqual(new Set([true, false]));
    expect(treaties.flatMap((game) => turnsOf(game, 'sign'))).toHaveLength(
      signed.filter(({ signs }) => signs).length,
    );
  });
});
