import { expect, it } from 'vitest';
import { beliefsIn } from '../../../src/client/session/figures.ts';
import { believedOfMe } from '../../../src/delegates/index.ts';
import { lay, open, view } from '../../../src/engine/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import { tiny, TINY_TEXT } from '../../fixtures/index.ts';

const table = lay(tiny, 'beliefs');
const state = open(table);
const me = tiny.delegations[1]?.id ?? 'observer';
const seen = view(table, state, me);

it('in one’s own place stands what the others believe, unless the scenario keeps it', () => {
  expect(beliefsIn(tiny, seen)[1]).toEqual(believedOfMe(tiny, seen));
  const kept = { ...tiny, procedure: { ...tiny.procedure, revealBeliefs: false } };
  const beliefs = beliefsIn(kept, seen);
  expect(beliefs[1]).toBeNull();
  expect(beliefs.toSpliced(1, 1)).toEqual(beliefsIn(tiny, seen).toSpliced(1, 1));
});

it('whoever plays no delegation believes something of all', () => {
  expect(beliefsIn(tiny, view(table, state, 'observer')).map((belief) => belief?.delegation)).toEqual(
    tiny.delegations.map(({ id }) => id),
  );
});

it('a scenario that says nothing of it shows it', () => {
  const says = (line: string): boolean | undefined => {
    const read = readScenario(TINY_TEXT.replace(/^ {2}revealAtEnd: .*$/mu, (before) => before + line));
    return read.scenario?.procedure.revealBeliefs;
  };
  expect(says('')).toBe(true);
  expect(says('\n  revealBeliefs: false')).toBe(false);
});
