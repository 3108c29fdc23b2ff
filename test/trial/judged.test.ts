import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { delegate, type Agent } from '../../src/delegates/index.ts';
import { lay, type DelegationId, type Scenario, type SeatId } from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { judged } from '../../src/trial/judged.ts';
import { playMachines } from '../../src/trial/machines.ts';

const shelved = (name: string): Scenario => {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'));
  if (scenario === undefined) throw new Error(`${name} has faults`);
  return scenario;
};
const convention = shelved('crime-convention');
/** With one text by consensus only, more are outvoted. */
const crime = { ...convention, procedure: { ...convention.procedure, textsPerDecision: 2 } };
const school = shelved('class-45');
const hard = (scenario: Scenario, seed: string, instead: readonly (readonly [SeatId, Agent])[] = []) =>
  playMachines(
    lay(scenario, seed),
    new Map<SeatId, Agent>([
      ...scenario.delegations.map(({ id }): [SeatId, Agent] => [id, delegate(scenario, id, 'hard')]),
      ...instead,
    ]),
  );
const all = (): boolean => true;

/** A hard delegate that says yes to whatever is put. */
const yesSayer = (scenario: Scenario, id: DelegationId): Agent => {
  const usual = delegate(scenario, id, 'hard');
  return {
    act: (view, dice) => {
      if (view.decision === undefined || view.decision.mine !== undefined) return usual.act(view, dice);
      const answer = view.decision.method === 'vote' ? 'yes' : 'join';
      return { command: { kind: 'answer', answer, articles: [], because: [] }, because: [] };
    },
  };
};

describe('who is bound below its reservation value', () => {
  it('is not somebody who voted against, lost, paid what was due on adoption, and then signed what is better than staying out', () => {
    // The text is worth more than no agreement to it, less so with what it had promised to pay.
    const found = Array.from({ length: 12 }, (_, k) => hard(crime, `1/${k + 53}`)).filter(({ last }) =>
      last.outcome?.seats.some((seat) => seat.bound && seat.utility < seat.walkAway),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const game of found) expect(judged(game, all).belowReservation).toBe(0);
  });

  it('is whoever says yes to a text that is worse than nothing for it', () => {
    // Somebody's objection stops a text there; with a yes of its own it would have been bound.
    const stopped = Array.from({ length: 12 }, (_, k) => `1/${k + 1}`).filter(
      (seed) => hard(school, seed).last.outcome?.end !== 'adopted',
    );
    const counts = stopped.flatMap((seed) =>
      school.delegations.map(
        ({ id }) => judged(hard(school, seed, [[id, yesSayer(school, id)]]), all).belowReservation,
      ),
    );
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });
});
