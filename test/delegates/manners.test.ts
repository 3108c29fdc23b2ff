import { describe, expect, it } from 'vitest';
import {
  blocker,
  conduct,
  delegate,
  passive,
  random,
  suspicions,
  type Agent,
} from '../../src/delegates/index.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { respondNow } from '../../src/delegates/respond.ts';
import { sharersOf } from '../../src/delegates/sharers.ts';
import {
  asIncident,
  decide,
  lay,
  open,
  view,
  type DelegationId,
  type IncidentSight,
  type SeatId,
  type State,
} from '../../src/engine/index.ts';
import { four, one, struck, three, two } from '../engine/given.ts';
import { diceOf, invented, newYork, play, seatsOf, turnsOf, type Played } from './play.ts';

const table = newYork();
const games: readonly Played[] = [
  ...['1', '2', '3'].map((seed) => play(table, `manners/${seed}`)),
  ...['a', 'b', 'c', 'd'].map((seed) => play(invented(seed), `manners/${seed}`)),
];

describe('at an incident', () => {
  it('at most two machines besides the victim step forward in one session', () => {
    const crowds = games.flatMap(({ last }) =>
      last.incidents.flatMap((incident) =>
        [0, 1, 2, 3].map(
          (session) =>
            new Set(
              incident.responses
                // What passes between two, or is read by an inquiry alone, crowds nobody.
                .filter(
                  (item) =>
                    item.session === session &&
                    item.by !== incident.victim &&
                    item.response.kind !== 'assess' &&
                    (item.response.kind !== 'share' || item.response.with === 'all'),
                )
                .map((item) => item.by),
            ).size,
        ),
      ),
    );
    expect(Math.max(...crowds)).toBeGreaterThan(0);
    expect(Math.max(...crowds)).toBeLessThanOrEqual(2);
  });

  it('at most two hand the victim what they know in private, in one session, though nobody sees who does', () => {
    const halls = [...games, ...['shares/1', 'shares/2', 'shares/3'].map((seed) => play(table, seed))];
    const shares = halls.flatMap(({ last }) =>
      last.incidents.flatMap((incident) =>
        [0, 1, 2, 3, 4].map(
          (session) =>
            new Set(
              incident.responses
                .filter(
                  (item) =>
                    item.session === session &&
                    item.response.kind === 'share' &&
                    item.response.with !== 'all',
                )
                .map((item) => item.by),
            ).size,
        ),
      ),
    );
    expect(Math.max(...shares)).toBeGreaterThan(0);
    expect(Math.max(...shares)).toBeLessThanOrEqual(2);
  });

  it('not even where everybody knows something and is the victim’s friend', () => {
    const game = play(table, 'manners/1');
    const turn = game.turns.find(({ before }) => before.phase === 'floor' && before.incidents.length > 0);
    const incident = turn?.before.incidents.find(({ truth }) => truth.origin !== 'false-flag');
    if (turn === undefined || incident === undefined) throw new Error('no incident');
    const crowd = [3, 4].map((place) => table.delegations[place]?.id ?? incident.victim);
    const helped = crowd.map((by) => ({ by, session: 0, response: { kind: 'assist' } as const, cites: [] }));
    let state: State = {
      ...turn.before,
      session: 0,
      trust: turn.before.trust.map((row) => row.map(() => 100)),
      incidents: [
        {
          ...incident,
          session: 0,
          out: false,
          responses: helped,
          known: table.delegations.map(({ id }) =>
            id === incident.victim ? [] : incident.truth.clues.map(({ index }) => index),
          ),
        },
      ],
    };
    for (const { id } of table.delegations)
      for (let move = 0; move < 6 && id !== incident.victim; move += 1) {
        const self = selfOf(table, view(game.table, state, id));
        const act = self === undefined ? undefined : respondNow(self, () => 1);
        if (act === undefined) break;
        const decided = decide(game.table, state, { seat: id, command: act.command });
        if (decided.refusal !== undefined) throw new Error(decided.refusal.refused);
        state = decided.next;
      }
    const told = state.incidents[0]?.responses.filter(
      ({ response }) => response.kind === 'share' && response.with === incident.victim,
    );
    expect(told?.length).toBeGreaterThan(0);
    expect(told?.length).toBeLessThanOrEqual(2);
  });

  it('whose part that is, is the same in every seat’s view; nobody’s who is suspected, and another pair’s in the next session', () => {
    for (const game of games)
      for (const { id, session, victim, suspect } of game.last.incidents) {
        const { scenario } = game.table;
        const pairs = scenario.delegations.map((seat) => {
          const sight = view(game.table, game.last, seat.id).incidents.find((item) => item.id === id);
          if (sight === undefined) throw new Error('an incident is public');
          return [0, 1].map((later) => sharersOf(scenario, sight, session + later));
        });
        expect(new Set(pairs.map((found) => JSON.stringify(found))).size).toBe(1);
        const [now = [], next = []] = pairs[0] ?? [];
        expect(now.length).toBe(2);
        expect([...now, ...next]).not.toContain(victim);
        expect([...now, ...next]).not.toContain(suspect);
        expect(next.filter((seat) => now.includes(seat))).toEqual([]);
      }
  });

  it('one helper leaves the second place to whoever is suspected, and takes it where nobody is', () => {
    // D1 is hit, D0 has sent experts; D2 is D1's closest friend, has experts to send, and its dice say yes.
    const asked = (suspect: DelegationId | undefined): string => {
      const game = struck({ origin: 'accident', clues: [] }, two, suspect).with((now) => ({
        ...now,
        trust: now.trust.map((row, from) => (from === 2 ? row.with(1, 100) : row)),
        tokens: now.tokens.map((row) => row.map(() => 9)),
        incidents: now.incidents.map((incident) => ({
          ...incident,
          responses: [{ by: one, session: 0, response: { kind: 'assist' } as const, cites: [] }],
        })),
      }));
      const seen = view(game.table, game.state, three);
      const done = delegate(game.table.scenario, three).act(seen, () => 0);
      return done?.command.kind === 'respond' ? done.command.response.kind : 'nothing';
    };
    expect(asked(undefined)).toBe('assist');
    expect(asked(four)).toBe('nothing');
  });

  it('nobody accuses itself, nor breaks a promise of restraint', () => {
    const accused = games
      .flatMap((game) => turnsOf(game, 'respond'))
      .flatMap(({ seat, command, before }) =>
        command.response.kind === 'attribute' && command.response.culprit !== undefined
          ? [{ seat, culprit: command.response.culprit, before }]
          : [],
      );
    const wrong = accused.filter(
      ({ seat, culprit, before }) =>
        seat === culprit ||
        before.pledges.some(
          ({ state, undertaking }) =>
            state === 'open' &&
            undertaking.kind === 'restraint' &&
            undertaking.by === seat &&
            undertaking.to === culprit,
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('tension climbs slowly: none of these tables collapses', () => {
    expect(games.map(({ last }) => last.outcome?.end)).not.toContain('collapsed');
  });
});

describe('who is believed to be behind an incident', () => {
  const sight: IncidentSight = {
    id: asIncident('hospital'),
    session: 0,
    victim: invented('x').delegations[0]?.id ?? ('D0' as DelegationId),
    damage: 4,
    clues: [],
    cluesInAll: 2,
    warned: false,
    inquiry: [],
    assessment: [],
    asked: [],
    responses: [],
  };

  const by = (found: ReturnType<typeof suspicions>, origin: string): readonly number[] =>
    found.filter((item) => item.origin === origin).map(({ belief }) => belief);

  it('is the base rate of the card and what is rumoured, or not, while there are no clues; it adds up to one', () => {
    const found = suspicions(invented('x'), sight);
    expect(found.reduce((sum, item) => sum + item.belief, 0)).toBeCloseTo(1, 12);
    // 20 % each for five origins. Nobody is rumoured: .6 where there is no author, .4 where there is one, never under a false flag.
    expect(by(found, 'accident')[0]).toBeCloseTo(0.6 / 2, 12);
    expect(by(found, 'state')).toEqual(
      [0.05, 0.05, 0.05, 0.05].map((belief) => expect.closeTo(belief, 12) as number),
    );
    expect(by(found, 'false-flag').every((belief) => belief === 0)).toBe(true);
  });

  it('takes a rumour for what rumours are: the author, an innocent, or somebody who is framed', () => {
    const [first, second] = invented('x').delegations.slice(1);
    if (first === undefined || second === undefined) throw new Error('too few delegations');
    const found = suspicions(invented('x'), { ...sight, suspect: first.id });
    const of = (origin: string, culprit?: DelegationId): number =>
      found.find((item) => item.origin === origin && item.culprit === culprit)?.belief ?? 0;
    // .2 · ¼ · .6 for a deed of its own, twice; .2 · ¼ · ⅓ for each other that frames it; .2 · .4 · ¼ for accident and crime.
    const sum = 2 * 0.03 + 3 * (0.05 / 3) + 2 * 0.02;
    expect(of('state', first.id)).toBeCloseTo(0.03 / sum, 12);
    expect(of('state', second.id)).toBe(0);
    expect(of('false-flag', second.id)).toBeCloseTo(0.05 / 3 / sum, 12);
    expect(of('accident')).toBeCloseTo(0.02 / sum, 12);
  });

  it('moves to where a reliable clue points', () => {
    const clue = { index: 0, origin: 'accident', reliability: 80 } as const;
    const [first] = suspicions(invented('x'), { ...sight, clues: [clue] });
    expect(first?.origin).toBe('accident');
    // 0.2 · 0.8 against what is left, each other way at most (1 − 0.8) / 2 as likely.
    expect(first?.belief).toBeGreaterThan((0.2 * 0.8) / (0.2 * 0.8 + 0.8 * 0.1));
  });
});

/** A table at which `person` is played by somebody who says nothing. */
const waitingFor = (person: DelegationId) => {
  const scenario = invented('wait');
  const laid = lay(scenario, 'wait');
  let state = open(laid);
  const seats = new Map<SeatId, Agent>([...seatsOf(scenario)].filter(([seat]) => seat !== person));
  const conductor = conduct({
    scenario,
    seats,
    people: [person],
    viewOf: (seat) => view(laid, state, seat),
    diceOf: (seat) => diceOf('wait', seat),
  });
  const run = (): number => {
    let moves = 0;
    for (let next = conductor.next(); next !== undefined && moves < 500; next = conductor.next()) {
      const { seat, command } = next;
      const decided = decide(laid, state, { seat, command });
      if (decided.refusal === undefined) state = decided.next;
      else conductor.refused({ seat, command });
      moves += 1;
    }
    return moves;
  };
  const say = (): void => {
    const decided = decide(laid, state, { seat: person, command: { kind: 'done' } });
    if (decided.refusal === undefined) state = decided.next;
  };
  return { run, say, now: (): State => state };
};

describe('the conductor', () => {
  const person = invented('wait').delegations[1]?.id ?? ('D1' as DelegationId);

  it('waits for people: the Chair ends no phase while somebody has not closed the folder', () => {
    const game = waitingFor(person);
    expect(game.run()).toBeGreaterThan(0);
    expect(game.now().phase).toBe('briefing');
    expect(game.run()).toBe(0);
  });

  it('goes on when they have, to the end', () => {
    const game = waitingFor(person);
    for (let turn = 0; turn < 60 && game.now().status === 'open'; turn += 1) {
      const before = `${game.now().session}/${game.now().phase}`;
      game.run();
      if (game.now().status === 'open' && `${game.now().session}/${game.now().phase}` === before) game.say();
    }
    expect(game.now().status).toBe('closed');
  });

  it('ends every phase, though a machine never stops talking', () => {
    const scenario = invented('talk');
    const [first, second] = scenario.delegations;
    if (first === undefined || second === undefined) throw new Error('two delegations are needed');
    let said = 0;
    const talker: Agent = {
      act: (seen) => {
        if (seen.phase !== 'corridor' && seen.phase !== 'drafting') return undefined;
        const article = scenario.articles[0];
        if (article === undefined) return undefined;
        said += 1;
        const stance = seen.stances[0]?.[0]?.[0] === 'accept' ? 'silent' : 'accept';
        const positions = [{ article: article.id, option: 0, stance }] as const;
        return { command: { kind: 'position', positions }, because: [{ code: 'routine' }] };
      },
    };
    const { last } = play(scenario, 'talk', { instead: new Map([[first.id, talker]]) });
    expect(said).toBeGreaterThan(20);
    expect(last.status).toBe('closed');
  });

  it('ends every phase, though a machine asks only for what the rules refuse', () => {
    const scenario = invented('wrong');
    const [first] = scenario.delegations;
    if (first === undefined) throw new Error('a delegation is needed');
    const wrong: Agent = {
      act: () => ({ command: { kind: 'gavel' }, because: [{ code: 'routine' }] }),
    };
    const { last, turns } = play(scenario, 'wrong', { instead: new Map([[first.id, wrong]]) });
    expect(last.status).toBe('closed');
    expect(turns.some(({ refusal }) => refusal !== undefined)).toBe(true);
  });

  it('does not let one machine speak twice while others wait', () => {
    const floor = games.flatMap(({ turns }) => turns.filter(({ before }) => before.phase === 'floor'));
    const spoken = floor.filter(({ command }) => command.kind === 'speak').map(({ seat }) => seat);
    const twice = spoken.filter((seat, place) => seat === spoken[place + 1]);
    expect(spoken.length).toBeGreaterThan(0);
    expect(twice).toEqual([]);
  });
});

describe('players for comparison', () => {
  const seat = table.delegations[1]?.id ?? ('RU' as DelegationId);

  it('one that blocks: nothing is agreed', () => {
    const { last } = play(table, 'manners/1', { instead: new Map([[seat, blocker]]) });
    expect(last.outcome?.end).toBe('not-adopted');
  });

  it('one that is passive: it says nothing, and has not objected', () => {
    const game = play(table, 'manners/1', { instead: new Map([[seat, passive]]) });
    const kinds = game.turns.filter((turn) => turn.seat === seat).map(({ command }) => command.kind);
    expect(new Set(kinds)).toEqual(new Set(['done']));
  });

  it('one that plays at random: a table of them comes to an end too', () => {
    const scenario = invented('dice');
    const instead = new Map<SeatId, Agent>(scenario.delegations.map(({ id }) => [id, random(scenario)]));
    expect(play(scenario, 'dice', { instead }).last.status).toBe('closed');
  });
});
