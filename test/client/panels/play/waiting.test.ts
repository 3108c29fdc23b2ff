import { describe, expect, it } from 'vitest';
import { waitingFor } from '../../../../src/client/panels/play/waiting.ts';
import { open, lay, view } from '../../../../src/engine/index.ts';
import { smallScenario } from '../../../engine/small.ts';

const table = lay(
  smallScenario({ delegations: 3, articles: 3, options: 3, sessions: 2, incidents: 0 }),
  'waiting',
);
const seen = view(table, open(table), 'chair');
const text = table.scenario.articles.map(() => 1);
const tried = [{ method: 'consensus', text }] as const;

describe('while no text is before the room', () => {
  it('one waits for the first', () => expect(waitingFor(seen)).toBe('now_decision_wait'));
  it('after one has failed for another', () =>
    expect(waitingFor({ ...seen, tried })).toBe('now_decision_failed'));
  it('after one was adopted for nothing, whatever failed before it', () =>
    expect(waitingFor({ ...seen, tried, adopted: { text, method: 'vote', session: 0, bound: [] } })).toBe(
      'now_decision_adopted',
    ));
});
