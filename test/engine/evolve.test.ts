import { describe, expect, it } from 'vitest';
import { asPromise, chapters, evolve, lay, open, type Event, type State } from '../../src/engine/index.ts';
import { tiny } from '../fixtures/index.ts';

describe('the log of a long phase', () => {
  it('has every event once, in order, however long it gets, and earlier states keep theirs', () => {
    const table = lay(tiny, 'evolve/log');
    const [first, second] = tiny.delegations;
    if (first === undefined || second === undefined) throw new Error('two delegations');
    let state: State = open(table);
    const all: Event[] = chapters(state).flatMap(({ events }) => events);
    const kept: { readonly state: State; readonly length: number }[] = [];
    for (let step = 0; step < 3_000; step += 1) {
      const by = step % 2 === 0 ? 1 : -1;
      const event: Event =
        step % 1_400 === 1_399
          ? { kind: 'phase-opened', session: state.session, phase: state.phase }
          : {
              kind: 'trust-moved',
              from: first.id,
              to: second.id,
              by,
              why: { code: 'kept', pledge: asPromise(String(step)) },
            };
      state = evolve(table, state, event);
      all.push(event);
      if (step % 97 === 0) kept.push({ state, length: all.length });
    }
    const told = (of: State): readonly Event[] => chapters(of).flatMap(({ events }) => events);
    expect(told(state)).toEqual(all);
    for (const { state: then, length } of kept) expect(told(then)).toEqual(all.slice(0, length));
    expect(
      chapters(state).every(({ events }, place) => place === 0 || events[0]?.kind === 'phase-opened'),
    ).toBe(true);
  });
});
