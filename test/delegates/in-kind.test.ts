import { describe, expect, it } from 'vitest';
import { delegate, type Act } from '../../src/delegates/index.ts';
import { suspicions } from '../../src/delegates/judgement.ts';
import {
  asPromise,
  view,
  type DelegationId,
  type Event,
  type Response,
  type Scenario,
  type State,
  type Style,
} from '../../src/engine/index.ts';
import type { Command } from '../../src/engine/seat.ts';
import { four, funds, given, one, struck, two, three, type Game } from '../engine/given.ts';
import { disrupt, listen, prepare } from '../engine/world.ts';

/** What a delegation of some style does first in a situation; its dice show the same face each time. */
const does = (game: Game, seat: DelegationId, style: Style = 'reciprocal', face = 0): Command | undefined =>
  actOf(game, seat, style, face)?.command;

const actOf = (game: Game, seat: DelegationId, style: Style, face: number): Act | undefined => {
  const scenario: Scenario = {
    ...game.table.scenario,
    delegations: game.table.scenario.delegations.map((item) =>
      item.id === seat ? { ...item, style, capacity: { ...item.capacity, offence: 9 } } : item,
    ),
  };
  return delegate(scenario, seat).act(view({ ...game.table, scenario }, game.state, seat), () => face);
};

/** D1 was hit by D3, the truth is out, and D1 has done this so far. */
const proven = (
  done: readonly (readonly [number, Response])[],
  now: { readonly session: number; readonly tension: number; readonly opinion: number },
): Game =>
  struck({ origin: 'state', culprit: three, clues: [] }).with((state) => ({
    ...state,
    ...now,
    opinion: state.mandates.map(() => now.opinion),
    incidents: state.incidents.map((incident) => ({
      ...incident,
      out: true,
      responses: done.map(([session, response]) => ({ by: two, session, response, cites: [] })),
    })),
  }));

const accused: Response = { kind: 'attribute', origin: 'state', culprit: three, confidence: 'high' };
const sanctioned: Response = { kind: 'sanction', on: three };
const respondedWith = (command: Command | undefined): string | undefined =>
  command?.kind === 'respond' ? command.response.kind : undefined;

describe('a deed whose author is known is answered in kind', () => {
  const calm = { session: 1, tension: 20, opinion: 30 };

  it('by sanctions first, and by styles that answer in kind', () => {
    const game = proven([[0, accused]], calm);
    expect(respondedWith(does(game, two, 'reciprocal'))).toBe('sanction');
    expect(respondedWith(does(game, two, 'principled'))).toBe('sanction');
    expect(respondedWith(does(game, two, 'bridge-builder'))).not.toBe('sanction');
  });

  it('by a countermeasure a session later, if the public at home is unhappy and tension is low', () => {
    const before = [
      [0, accused],
      [0, sanctioned],
    ] as const;
    expect(respondedWith(does(proven(before, calm), two))).toBe('countermeasure');
    const held = [
      proven(before, { ...calm, session: 0 }),
      proven(before, { ...calm, tension: 38 }),
      proven(before, { ...calm, opinion: 60 }),
      proven([...before, [1, { kind: 'countermeasure', on: three }]], calm),
    ];
    expect(held.map((game) => respondedWith(does(game, two)))).not.toContain('countermeasure');
    expect(respondedWith(does(proven(before, calm), two, 'quiet'))).not.toBe('countermeasure');
  });

  it('with what the rules allow', () => {
    const command = does(
      proven(
        [
          [0, accused],
          [0, sanctioned],
        ],
        calm,
      ),
      two,
    );
    if (command === undefined) throw new Error('nothing done');
    proven(
      [
        [0, accused],
        [0, sanctioned],
      ],
      calm,
    )
      .when(two, command)
      .gives('responded', 'tension-moved');
  });
});

describe('a broken promise is called by its name', () => {
  const broke: Event = {
    kind: 'promise-settled',
    pledge: asPromise('promise-1'),
    state: 'broken',
    by: two,
    to: one,
    open: true,
  };
  const betrayed = (
    tension: number,
    events: readonly Event[] = [broke],
    now = 1,
    change?: (scenario: Scenario) => Scenario,
  ): Game =>
    given({}, change)
      .at('floor', now)
      .with((state) => ({
        ...state,
        tension,
        log: [{ session: 0, phase: 'capital', events }, ...state.log],
      }));

  it('sharply from the floor, by whom it was broken to, and answered by whoever is named', () => {
    const game = betrayed(20);
    const spoken = does(game, one);
    expect(spoken).toMatchObject({ kind: 'speak', tone: 'sharp', names: [two] });
    if (spoken === undefined) throw new Error('silence');
    game.when(one, spoken).gives('spoke', 'tension-moved');
    game.with((state) => ({ ...state, spoken: [one, two] }));
    expect(does(game, two, 'trader')).toMatchObject({ kind: 'reply', to: one });
  });

  it('not when tension is high, nor by styles that let it pass, nor twice', () => {
    expect(does(betrayed(60), one)).toMatchObject({ kind: 'speak', tone: 'plain' });
    expect(does(betrayed(20), one, 'trader')).toMatchObject({ kind: 'speak', tone: 'plain' });
    const spoke: Event = {
      kind: 'spoke',
      by: one,
      positions: [],
      priorities: [],
      tone: 'sharp',
      names: [two],
      cites: [],
    };
    expect(does(betrayed(20, [broke, spoke]), one)).toMatchObject({ kind: 'speak', tone: 'plain' });
  });

  it('at the next floor, be it two sessions later, and not after another floor has passed', () => {
    const without = (...silent: readonly number[]): Game =>
      betrayed(20, [broke], 2, (scenario) => ({
        ...scenario,
        sessions: scenario.sessions.map((session, place) => ({
          ...session,
          phases: session.phases.filter((phase) => phase !== 'floor' || !silent.includes(place)),
        })),
      }));
    expect(does(without(1), one)).toMatchObject({ kind: 'speak', tone: 'sharp', names: [two] });
    expect(does(without(), one)).toMatchObject({ kind: 'speak', tone: 'plain' });
    expect(does(without(0, 1), one)).toMatchObject({ kind: 'speak', tone: 'sharp', names: [two] });
  });

  it('no machine calls anybody out who has kept its word', () => {
    const kept: Event = { ...broke, state: 'kept' };
    expect(does(betrayed(20, [kept]), one)).toMatchObject({ kind: 'speak', tone: 'plain' });
  });
});

describe('whoever is suspected', () => {
  const clue = { index: 0, origin: 'criminals', reliability: 95 } as const;
  const suspected = (known: readonly number[]): Game =>
    struck({ origin: 'criminals', clues: [clue] }, two, three).with((state) => ({
      ...state,
      tension: 20,
      mandates: state.mandates.map((mandate) => ({ ...mandate, faceStake: 100 })),
      incidents: state.incidents.map((incident) => ({
        ...incident,
        known: incident.known.with(2, known),
      })),
    }));

  it('lays evidence open that points elsewhere, once', () => {
    const game = suspected([0]);
    const command = does(game, three, 'trader', 1);
    expect(command).toMatchObject({ kind: 'respond', response: { kind: 'share', with: 'all' } });
    if (command === undefined) throw new Error('nothing done');
    game.when(three, command).gives('clues-shared');
    expect(does(game, three, 'trader', 1)).not.toMatchObject({ response: { kind: 'share' } });
  });

  it('keeps for the debrief whom the evidence points to, and how surely', () => {
    for (const [origin, culprit] of [
      ['criminals', undefined],
      ['false-flag', four],
    ] as const) {
      const author = { origin, ...(culprit === undefined ? {} : { culprit }) };
      const game = suspected([0]).with((state) => ({
        ...state,
        incidents: state.incidents.map((incident) => ({
          ...incident,
          truth: { ...author, clues: [{ ...author, index: 0, reliability: 95 }] },
        })),
      }));
      const [sight] = view(game.table, game.state, three).incidents;
      const found = sight === undefined ? [] : suspicions(game.table.scenario, sight);
      const belief = found.find((item) => item.origin === origin && item.culprit === culprit)?.belief;
      const act = actOf(game, three, 'trader', 1);
      expect(act?.command).toMatchObject({ kind: 'respond', response: { kind: 'share', with: 'all' } });
      expect(act?.because).toEqual([
        { code: 'evidence-points-to', belief, ...(culprit === undefined ? {} : { towards: culprit }) },
      ]);
    }
  });

  it('has nothing to lay open without evidence', () => {
    expect(does(suspected([]), three, 'trader', 1)).not.toMatchObject({ response: { kind: 'share' } });
  });
});

describe('an operation', () => {
  /** Everybody mistrusts everybody, and can pay. */
  const hostile = (change: (state: State) => State = (state) => state): Game =>
    given({ world: true, sessions: 4 })
      .at('capital')
      .with((state) => ({
        ...state,
        tension: 0,
        tokens: state.tokens.map((row) => row.map(() => 9)),
        trust: state.trust.map((row) => row.map(() => 20)),
        mandates: state.mandates.map((mandate) => ({
          ...mandate,
          redLines: [],
          points: mandate.points.map(() => 0),
          tokenWorth: mandate.tokenWorth.map(() => 1),
        })),
        deals: [],
        unmended: state.unmended.map(() => []),
      }))
      .with(change);
  const ordered = (game: Game) => {
    const command = does(game, one, 'trader');
    return command?.kind === 'operate' ? command : undefined;
  };

  it('goes through others’ hands where being found out is dearer than they are', () => {
    expect(ordered(hostile())?.proxy).toBe(true);
    const dear = hostile((state) => ({
      ...state,
      mandates: state.mandates.map((mandate) => ({
        ...mandate,
        tokenWorth: mandate.tokenWorth.map((worth, token) =>
          given().table.scenario.tokens[token]?.id === funds ? 80 : worth,
        ),
      })),
    }));
    expect(ordered(dear)?.proxy).toBe(false);
  });

  it('is not ordered twice in a session, and what it needs is there', () => {
    const game = hostile();
    const command = ordered(game);
    if (command === undefined) throw new Error('no operation');
    game.when(one, command).gives('operation-ordered');
    expect(ordered(game)).toBeUndefined();
    expect([listen, prepare, disrupt]).toContain(command.operation);
  });
});
