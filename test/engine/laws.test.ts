import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallScenario } from './small.ts';
import {
  chapters,
  decide,
  evolve,
  hashOf,
  lay,
  open,
  view,
  type DelegationId,
  type Event,
  type State,
  type Table,
} from '../../src/engine/index.ts';
import { play, player } from './moves.ts';
import { blackout } from './world.ts';

const scenario = smallScenario({ delegations: 5, articles: 5, options: 4 });
const methods = ['silence', 'consensus', 'vote'] as const;
const whole = smallScenario({ delegations: 5, articles: 5, options: 4, methods, world: true });
const aTable = fc
  .tuple(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom(scenario, whole, whole))
  .map(([seed, chosen]) => lay(chosen, seed));
const aSeed = fc.string({ minLength: 1, maxLength: 8 });

describe('laws of every game', () => {
  it('replaying the events gives the same state, byte for byte', () => {
    fc.assert(
      fc.property(aTable, aSeed, (table, seed) => {
        const { moves, last } = play(table, seed, 150);
        const again = moves
          .flatMap(({ events }) => events)
          .reduce((state, event) => evolve(table, state, event), open(table));
        expect(JSON.stringify(again)).toBe(JSON.stringify(last));
        expect(hashOf(again)).toBe(hashOf(last));
      }),
      { numRuns: 60 },
    );
  });

  it('events survive a file: what JSON gives back replays to the same hash', () => {
    fc.assert(
      fc.property(aTable, aSeed, (table, seed) => {
        const { moves, last } = play(table, seed, 120);
        const stored = JSON.parse(JSON.stringify(moves)) as typeof moves;
        const again = stored
          .flatMap(({ events }) => events)
          .reduce((state, event) => evolve(table, state, event), open(table));
        expect(hashOf(again)).toBe(hashOf(last));
      }),
      { numRuns: 30 },
    );
  });

  it('the state that decide gives is the fold of the events that decide gives', () => {
    fc.assert(
      fc.property(aTable, aSeed, (table, seed) => {
        const { move } = player(table, seed);
        let state = open(table);
        for (let turn = 0; turn < 80 && state.status === 'open'; turn += 1) {
          const decided = decide(table, state, move(state));
          if (decided.refusal !== undefined) continue;
          const folded = decided.events.reduce((now, event) => evolve(table, now, event), state);
          expect(hashOf(folded)).toBe(hashOf(decided.next));
          state = folded;
        }
      }),
      { numRuns: 20 },
    );
  });

  it('every command in every state gives events or a typed refusal, and never changes the state it was judged in', () => {
    fc.assert(
      fc.property(aTable, aSeed, (table, seed) => {
        const { move } = player(table, seed);
        let state = open(table);
        for (let turn = 0; turn < 150; turn += 1) {
          // Not the fingerprint: that is kept with the parts of a state, and would not notice.
          const before = JSON.stringify(state);
          const decided = decide(table, state, move(state));
          expect(JSON.stringify(state)).toBe(before);
          const answer = decided.refusal?.refused ?? decided.events?.map((event) => event.kind).join(' ');
          expect(answer).toMatch(/^[a-z -]+$/);
          state = decided.next ?? state;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('commands of any shape are refused, not thrown at', () => {
    const anything = fc.oneof(
      fc.object(),
      fc.record({
        kind: fc.constantFrom(
          'speak',
          'offer',
          'answer',
          'put',
          'draft',
          'respond',
          'constructor',
          '__proto__',
          'toString',
        ),
      }),
    );
    fc.assert(
      fc.property(aTable, fc.constantFrom('kind', 'toString', '__proto__'), anything, (table, seat, raw) => {
        const state = open(table);
        const move = { seat, command: raw } as unknown as Parameters<typeof decide>[2];
        expect(decide(table, state, move).refusal).toBeDefined();
      }),
      { numRuns: 100 },
    );
  });

  it('tokens are neither made nor burnt: what the seats, the escrow and the world have moves only between them', () => {
    fc.assert(
      fc.property(aTable, aSeed, (table, seed) => {
        const { moves, states, last } = play(table, seed, 200);
        const fromWorld = table.scenario.tokens.map(() => 0);
        const opening = chapters(open(table)).flatMap((chapter) => chapter.events);
        for (const event of [...opening, ...moves.flatMap(({ events }) => events)]) {
          if (event.kind !== 'tokens-moved') continue;
          const token = table.scenario.tokens.findIndex((item) => item.id === event.token);
          expect(event.amount).toBeGreaterThan(0);
          if (event.from === 'world') fromWorld[token] = (fromWorld[token] ?? 0) + event.amount;
          if (event.to === 'world') fromWorld[token] = (fromWorld[token] ?? 0) - event.amount;
        }
        table.scenario.tokens.forEach((_, token) => {
          const inPlay = (state: State): number =>
            state.tokens.reduce((sum, row) => sum + (row[token] ?? 0), state.escrow[token] ?? 0);
          const start = last.startTokens.reduce((sum, row) => sum + (row[token] ?? 0), 0);
          expect(inPlay(last)).toBe(start + (fromWorld[token] ?? 0));
        });
        for (const state of states) {
          for (const row of [...state.tokens, state.escrow])
            for (const held of row) expect(held).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('when the game closes nothing is left in escrow and no promise is open', () => {
    fc.assert(
      fc.property(aTable, aSeed, (table, seed) => {
        let state = play(table, seed, 150).last;
        for (let guard = 0; guard < 200 && state.status === 'open'; guard += 1) {
          const gavel = decide(table, state, { seat: 'chair', command: { kind: 'gavel' } });
          state = gavel.next ?? state;
          state = decide(table, state, { seat: 'chair', command: { kind: 'advance' } }).next ?? state;
        }
        expect(state.status).toBe('closed');
        expect(state.escrow.every((held) => held === 0)).toBe(true);
        expect(state.pledges.every((pledge) => pledge.state !== 'open')).toBe(true);
        expect(state.outcome?.seats).toHaveLength(table.scenario.delegations.length);
      }),
      { numRuns: 40 },
    );
  });

  it('numbers stay in their ranges: tension within the ladder, trust within 0 and 100, damage not negative', () => {
    fc.assert(
      fc.property(aTable, aSeed, (table, seed) => {
        for (const state of play(table, seed, 150).states) {
          expect(state.tension).toBeGreaterThanOrEqual(0);
          expect(state.tension).toBeLessThanOrEqual(table.scenario.tension.collapse);
          expect(state.risen).toBeLessThanOrEqual(table.scenario.tension.risePerSession);
          for (const trust of state.trust.flat()) expect(trust >= 0 && trust <= 100).toBe(true);
          for (const damage of state.damage) expect(damage).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** Whose business an event is alone. */
const ownerOf = (event: Event): readonly DelegationId[] => {
  if (
    event.kind === 'mended' ||
    event.kind === 'leaked' ||
    event.kind === 'flexed' ||
    event.kind === 'secret-learned' ||
    event.kind === 'operation-done'
  )
    return [event.by];
  if (event.kind === 'operation-ordered') return [event.operation.by];
  return event.kind === 'warned' ? [event.warning.of] : [];
};

describe('secrecy', () => {
  /** Changes of what seat 0 may not know while the game is open. */
  const secrets: readonly ((table: Table, state: State) => State)[] = [
    (_, state) => ({
      ...state,
      mandates: state.mandates.map((mandate, place) =>
        place === 0 ? mandate : { ...mandate, reservation: 1, base: 7, redLines: [] },
      ),
    }),
    (_, state) => ({
      ...state,
      tokens: state.tokens.map((row, place) => (place === 0 ? row : row.map((held) => held + 3))),
    }),
    (_, state) => ({
      ...state,
      trust: state.trust.map((row, i) => row.map((trust, j) => (i === 0 || j === 0 ? trust : 99 - trust))),
    }),
    (_, state) => ({
      ...state,
      incidents: state.incidents.map((incident) =>
        incident.out
          ? incident
          : {
              ...incident,
              truth: {
                origin: incident.truth.origin === 'accident' ? ('criminals' as const) : ('accident' as const),
                clues: incident.truth.clues.map((clue) =>
                  (incident.known[0] ?? []).includes(clue.index)
                    ? clue
                    : { ...clue, origin: 'proxy' as const, reliability: 1 },
                ),
              },
            },
      ),
    }),
    (table, state) => {
      const [me, , other, third] = table.scenario.delegations;
      if (me === undefined || other === undefined || third === undefined) return state;
      const between = state.offers.filter((offer) => offer.from !== me.id && !offer.to.includes(me.id));
      return { ...state, offers: state.offers.filter((offer) => !between.includes(offer)) };
    },
    (_, state) => ({
      ...state,
      unmended: state.unmended.map((flaws, place) => (place === 0 ? flaws : [])),
    }),
    (table, state) => {
      const me = table.scenario.delegations[0]?.id;
      return {
        ...state,
        warnings: state.warnings
          .filter((warning) => warning.of === me || warning.told.some((told) => told === me))
          .map((warning) => (warning.of === me ? warning : { ...warning, told: warning.told.toReversed() })),
        operations: state.operations.filter((operation) => operation.by === me),
        secrets: state.secrets.filter((secret) => secret.by === me),
        flexed: state.flexed.filter((id) => id === me),
        interviews: state.interviews.map((count, place) => (place === 0 ? count : count + 1)),
      };
    },
    (table, state) => {
      const me = table.scenario.delegations[0]?.id;
      return {
        ...state,
        incidents: state.incidents.map((incident) => ({
          ...incident,
          assessment: incident.inquiry.some((member) => member === me) ? incident.assessment : [],
          responses: incident.responses.filter(
            ({ by, response }) =>
              by === me ||
              !(
                response.kind === 'leak' ||
                response.kind === 'investigate' ||
                (response.kind === 'attribute' && response.quiet === true && response.culprit !== me)
              ),
          ),
        })),
      };
    },
    (_, state) => ({
      ...state,
      escrow: state.escrow.map((held) => held + 5),
      counters: { offers: 77, deals: 77, pledges: 77 },
    }),
    (_, state) =>
      state.decision === undefined
        ? state
        : {
            ...state,
            decision: {
              ...state.decision,
              answers: state.decision.answers.map((given) => ({
                ...given,
                answer: 'object' as const,
                articles: [],
              })),
            },
          },
  ];

  it("a seat's view does not move by one byte with what it may not know", () => {
    fc.assert(
      fc.property(aTable, aSeed, fc.constantFrom(...secrets), (table, seed, change) => {
        const me = table.scenario.delegations[0]?.id;
        if (me === undefined) throw new Error('a scenario has delegations');
        for (const state of play(table, seed, 120).states) {
          if (state.status === 'closed') continue;
          const changed = change(table, state);
          const mine = state.decision?.answers.some((given) => given.by === me) === true;
          if (mine && changed.decision !== state.decision) continue;
          expect(JSON.stringify(view(table, changed, me))).toBe(JSON.stringify(view(table, state, me)));
          for (const seat of ['chair', 'observer'] as const)
            expect(view(table, state, seat).own).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('no view holds another mandate, a hidden truth or an unopened answer, whoever looks', () => {
    fc.assert(
      fc.property(aTable, aSeed, (table, seed) => {
        for (const state of play(table, seed, 100).states) {
          if (state.status === 'closed') continue;
          for (const seat of [
            ...table.scenario.delegations.map((item) => item.id),
            'chair',
            'observer',
          ] as const) {
            const seen = view(table, state, seat);
            const events = seen.log.flatMap((chapter) => chapter.events);
            expect(seen.revealed).toBeUndefined();
            expect(seen.outcome).toBeUndefined();
            expect(events.some((event) => event.kind === 'incident-hidden' || event.kind === 'scored')).toBe(
              false,
            );
            expect(events.every((event) => event.kind !== 'instructed' || event.delegation === seat)).toBe(
              true,
            );
            expect(events.every((event) => event.kind !== 'answered' || event.by === seat)).toBe(true);
            expect(events.flatMap(ownerOf).every((owner) => owner === seat)).toBe(true);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('keyed randomness', () => {
  it('the same scenario and seed open the same game; another seed another one', () => {
    expect(hashOf(open(lay(scenario, 'a')))).toBe(hashOf(open(lay(scenario, 'a'))));
    expect(hashOf(open(lay(scenario, 'a')))).not.toBe(hashOf(open(lay(scenario, 'b'))));
  });

  it('which incidents come, to whom and by whom does not depend on what is played', () => {
    fc.assert(
      fc.property(aTable, aSeed, aSeed, (table, one, two) => {
        const strikes = (seed: string) =>
          play(table, seed, 260, false)
            .last.incidents.filter(({ id }) => id !== blackout)
            .map(({ id, session, victim, suspect, truth }) => ({ id, session, victim, suspect, truth }));
        const first = strikes(one);
        const second = strikes(two);
        const both = Math.min(first.length, second.length);
        expect(first.slice(0, both)).toEqual(second.slice(0, both));
      }),
      { numRuns: 30 },
    );
  });

  it('every mandate is on its own scale: the worst text 0, the best 10 000', async () => {
    const { largest, smallest } = await import('../../src/engine/seat.ts');
    fc.assert(
      fc.property(aTable, (table) => {
        for (const mandate of open(table).mandates) {
          expect(smallest(mandate.table, mandate.pairs).worth + mandate.base).toBe(0);
          expect(largest(mandate.table, mandate.pairs).worth + mandate.base).toBe(10_000);
        }
      }),
      { numRuns: 40 },
    );
  });
});
