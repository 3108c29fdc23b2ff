import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../../../src/engine/seat.ts';
import { chapters, hashOf, view, whole, witnesses } from '../../../../src/engine/index.ts';
import type { Eye } from '../../../../src/client/session/film/contract.ts';
import { reelOf } from '../../../../src/client/session/film/reel.ts';
import { readGameFile, tableOf } from '../../../../src/scenario/index.ts';
import { fileOf, openDesk, recordedGame, scenarioOf, unfinished } from './films.ts';

const record = recordedGame('desk');
const scenario = scenarioOf();
const table = tableOf(scenario, record);
const reel = reelOf(table, record.moves);
const me = record.seat;
const half = unfinished(record, Math.floor(record.moves.length / 2));

const opened = (text: string) => {
  const game = readGameFile(text);
  if (game.fault !== undefined) throw new Error(game.fault);
  return game;
};

describe('the film of a game that has ended', async () => {
  const { ask, head } = await openDesk(record);

  it('can be seen by every seat, by an observer, and as it truly was', () => {
    expect(head.rights.eyes[0]).toBe(me);
    expect([...head.rights.eyes].toSorted()).toEqual(
      [...scenario.delegations.map(({ id }) => id), 'chair', 'observer', 'truth'].toSorted(),
    );
    expect(head.length).toBe(record.moves.length);
  });

  it('shows what the seat saw then, byte for byte, but for what it could have done', async () => {
    for (const eye of [...scenario.delegations.map(({ id }) => id), 'chair', 'observer'] as const)
      for (const position of [0, 7, 23, record.moves.length]) {
        const sight = await ask({ ask: 'look', position, eye });
        const { log: _log, ...then } = view(table, reel.stateAt(position), eye);
        expect(JSON.stringify(sight?.view)).toBe(JSON.stringify({ ...then, may: [], offersLeft: 0 }));
      }
  });

  it('sends of the log only what has changed, and that is enough', async () => {
    const { ask: asked } = await openDesk(record);
    let log: readonly Chapter[] = [];
    for (const position of [40, 3, 3, 31, 60, 59, 0, record.moves.length]) {
      const at = Math.min(position, record.moves.length);
      const sight = await asked({ ask: 'look', position: at, eye: 'truth' });
      if (sight === undefined) throw new Error('not to be seen');
      log = [...log.slice(0, sight.log.keep), ...sight.log.add];
      expect(JSON.stringify(log)).toBe(JSON.stringify(chapters(reel.stateAt(at))));
    }
  });

  it('says what happened with the move, as far as the eyes saw it', async () => {
    for (const [at, { events }] of record.moves.entries()) {
      const seen = await ask({ ask: 'look', position: at + 1, eye: me });
      expect(seen?.happening).toEqual(events.filter((event) => witnesses(event, me)));
      if (at > 20) break;
    }
  });

  it('says why an AI player did it to whoever sees everything, and to its own eyes; to others only that there was a reason', async () => {
    const other = scenario.delegations[1]?.id ?? 'observer';
    const places = await Promise.all(
      record.moves.map(async ({ move, because }, at) => {
        const why = async (eye: Eye) => (await ask({ ask: 'look', position: at + 1, eye }))?.why;
        const seen = [me, other] as const;
        return {
          seat: move.seat,
          because,
          truth: await why('truth'),
          others: await Promise.all(seen.map(async (eye) => ({ eye, why: await why(eye) }))),
        };
      }),
    );
    const told = places.filter(({ truth }) => truth !== undefined);
    expect(told.length).toBeGreaterThan(10);
    for (const { seat, because, truth } of told) {
      expect(truth?.seat).toBe(seat);
      expect(because).toEqual(expect.arrayContaining([...(truth?.because ?? [])]));
    }
    const eyes = places.flatMap(({ seat, truth, others }) => others.map((one) => ({ seat, truth, ...one })));
    const mine = eyes.filter(({ seat, eye }) => seat === eye || seat === 'chair');
    expect(mine.filter(({ why }) => why !== undefined).length).toBeGreaterThan(5);
    for (const { why, truth } of mine) expect(why).toEqual(truth);
    const kept = eyes.filter(({ seat, eye, why }) => seat !== eye && seat !== 'chair' && why !== undefined);
    expect(kept.length).toBeGreaterThan(5);
    for (const { seat, why, truth } of kept) expect([why, truth?.seat]).toEqual([{ seat }, seat]);
  });

  it('goes to every phase, incident and decision', () => {
    const kinds = record.moves.flatMap(({ events }, at) =>
      events.flatMap(({ kind }) =>
        kind === 'phase-opened' || kind === 'incident-struck' || kind === 'decided' ? [at + 1] : [],
      ),
    );
    expect(head.marks.filter(({ at }) => at > 0).map(({ at }) => at)).toEqual(kinds);
    expect(head.marks[0]).toMatchObject({ at: 0, kind: 'phase', session: 0 });
  });

  it('finds the turning points of the table and of each delegation', async () => {
    const { table: points, seats } = await ask({ ask: 'turning' });
    expect(points.length).toBeGreaterThan(0);
    expect(seats.map(({ delegation }) => delegation)).toEqual(scenario.delegations.map(({ id }) => id));
    for (const { at, event } of points)
      expect(JSON.stringify(record.moves[at - 1]?.events)).toContain(JSON.stringify(event));
  });
});

describe('the film of a game that goes on', async () => {
  const { ask, head } = await openDesk(half);

  it('can be seen by nobody else, and not as it truly is', async () => {
    expect(head.rights).toEqual({ eyes: [me], branches: false });
    for (const eye of ['truth', 'observer', 'chair', scenario.delegations[1]?.id ?? 'truth'] as const)
      expect(await ask({ ask: 'look', position: 3, eye })).toBeUndefined();
  });

  it('does not even tell how often others moved unseen', async () => {
    const seen = half.moves.filter(({ events }) => events.some((event) => witnesses(event, me)));
    expect(seen.length).toBeLessThan(half.moves.length);
    expect(head.length).toBe(seen.length);
    const places = await Promise.all(
      Array.from({ length: head.length + 1 }, (_, position) => ask({ ask: 'look', position, eye: me })),
    );
    expect(places.slice(1).map((sight) => sight?.happening.length === 0)).not.toContain(true);
    expect(JSON.stringify(places)).not.toContain('incident-hidden');
    expect(JSON.stringify(places)).not.toContain('"revealed"');
    expect(JSON.stringify(places)).not.toContain('"why":{"seat"');
  });

  it('plays no branches: they would tell what others want', async () => {
    const point = { at: 3, change: { kind: 'nothing' } } as const;
    expect(await ask({ ask: 'alternatives', position: 4 })).toEqual({ happened: [], list: [] });
    expect(await ask({ ask: 'run', point, run: 0 })).toEqual({});
    expect(await ask({ ask: 'branch-game', point, run: 0 })).toBeUndefined();
    expect(await ask({ ask: 'take-over', point, seat: me })).toBeUndefined();
    expect(await ask({ ask: 'happened' })).toBeUndefined();
    expect(await ask({ ask: 'turning' })).toMatchObject({ table: [] });
  });
});

describe('the film of a game that goes on, for whoever runs it', async () => {
  const { ask, head } = await openDesk(half, true);

  it('is seen through anybody’s eyes and as it truly is, at every move', async () => {
    expect(head.rights.eyes).toContain('truth');
    expect(head.rights.eyes).toHaveLength(scenario.delegations.length + 3);
    expect(head.length).toBe(half.moves.length);
    const sight = await ask({ ask: 'look', position: half.moves.length, eye: 'truth' });
    expect(sight?.view.revealed?.mandates).toHaveLength(scenario.delegations.length);
  });

  it('plays no branches before the game has ended', () => {
    expect(head.rights.branches).toBe(false);
    expect(head.turns).toEqual([]);
  });
});

describe('a game whose scenario reveals nothing', () => {
  it('is seen after its end as it was seen before', async () => {
    const closed = recordedGame(
      'desk',
      record.scenario.text.replace('revealAtEnd: true', 'revealAtEnd: false'),
    );
    const { head, ask } = await openDesk(closed);
    expect(head.closed).toBe(true);
    expect(head.rights).toEqual({ eyes: [me], branches: false });
    expect(await ask({ ask: 'look', position: 1, eye: 'truth' })).toBeUndefined();
    expect(await ask({ ask: 'happened' })).toBeUndefined();
  });
});

describe('the whole of a game', () => {
  it('has every offer, deal, truth and event', () => {
    const state = reel.stateAt(record.moves.length);
    const all = whole(table, state);
    expect(all.deals).toEqual(state.deals);
    expect(all.log).toEqual(chapters(state));
    expect(all.revealed?.mandates).toEqual(state.mandates);
    expect(all.incidents.map(({ truth }) => truth?.origin)).toEqual(
      state.incidents.map(({ truth }) => truth.origin),
    );
  });
});

describe('branches from a film', async () => {
  const { ask, head } = await openDesk(record);

  it('with nothing changed, from any move, are the game itself, byte for byte', async () => {
    for (let at = 0; at <= record.moves.length; at += 11) {
      const text = await ask({ ask: 'branch-game', point: { at, change: { kind: 'nothing' } }, run: 0 });
      expect(JSON.stringify(opened(text ?? '').record.moves)).toBe(JSON.stringify(record.moves));
    }
  });

  it('can be kept and opened as games, whatever is changed, and say where they leave the first', async () => {
    const kinds = new Set<string>();
    for (const position of head.turns) {
      const { list } = await ask({ ask: 'alternatives', position });
      for (const { change } of list.slice(0, 2)) {
        const key = change.kind === 'fate' ? change.fate.kind : change.command.kind;
        if (kinds.has(key)) continue;
        kinds.add(key);
        const at = Math.max(0, position - 1);
        const text = await ask({ ask: 'branch-game', point: { at, change }, run: 1 });
        const game = opened(text ?? '');
        expect(game.record.branch?.at).toBe(at);
        expect(game.state.status).toBe('closed');
        expect(game.record.moves.slice(0, at)).toEqual(record.moves.slice(0, at));
        const taken = await ask({ ask: 'take-over', point: { at, change }, seat: me });
        if (taken === undefined) continue;
        const begun = opened(taken);
        expect(begun.state.status).toBe('open');
        expect(begun.record.seat).toBe(me);
        // Run 1 and the person who takes over begin from the same state.
        const first = begun.record.moves.length;
        expect(begun.record.moves.at(-1)?.hash).toBe(game.record.moves[first - 1]?.hash);
      }
    }
    expect(kinds.size).toBeGreaterThan(2);
  });

  it('at the gavel ask what if somebody had answered otherwise, and go back to that answer', async () => {
    const gavel = record.moves.findIndex(({ events }) => events.some(({ kind }) => kind === 'decided'));
    const { list } = await ask({ ask: 'alternatives', position: gavel + 1 });
    const answers = list.filter(({ was }) => was === 'answer');
    expect(answers.length).toBeGreaterThan(0);
    for (const { at = -1, by, change } of answers) {
      expect(record.moves[at]?.move).toMatchObject({ seat: by, command: { kind: 'answer' } });
      expect((await ask({ ask: 'run', point: { at, change }, run: 0 })).result).toBeDefined();
    }
  });

  it('tell what one run came to, with its share of the best text', async () => {
    const happened = await ask({ ask: 'happened' });
    const { result } = await ask({ ask: 'run', point: { at: 5, change: { kind: 'nothing' } }, run: 0 });
    expect(JSON.stringify(result)).toBe(JSON.stringify(happened));
    expect(hashOf(opened(fileOf(record)).state)).toBe(record.moves.at(-1)?.hash);
  });
});
