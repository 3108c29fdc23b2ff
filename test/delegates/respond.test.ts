import { describe, expect, it } from 'vitest';
import { speeches } from '../../src/delegates/accusing.ts';
import { suspicions } from '../../src/delegates/judgement.ts';
import { selfOf, type Self } from '../../src/delegates/own.ts';
import { respondNow } from '../../src/delegates/respond.ts';
import { worthOfResponse } from '../../src/delegates/response-worth.ts';
import { STYLES, view, type IncidentSight, type Origin } from '../../src/engine/index.ts';
import { struck, three, two } from '../engine/given.ts';

interface Sitting {
  readonly self: Self;
  readonly sight: IncidentSight;
}

/** The second was hit, and knows the first so many clues of the two that there are; to look for the next costs next to nothing. */
const hit = (
  style: (typeof STYLES)[number],
  origin: Origin,
  reliabilities: readonly number[],
  known: readonly number[],
): Sitting => {
  const clues = reliabilities.map((reliability, index) => ({ index, origin, reliability }));
  const { table, state } = struck({ origin, clues }, two, three).with((now) => ({
    ...now,
    tokens: now.tokens.map((row) => row.map(() => 9)),
    mandates: now.mandates.map((mandate) => ({ ...mandate, tokenWorth: [1, 1] })),
    incidents: now.incidents.map((incident) => ({
      ...incident,
      known: incident.known.map((list, place) => (place === 1 ? known : list)),
    })),
  }));
  const scenario = {
    ...table.scenario,
    delegations: table.scenario.delegations.map((delegation) => ({ ...delegation, style })),
    incidents: table.scenario.incidents.map((card) => ({
      ...card,
      clues: card.clues.map((clue, place) => ({ ...clue, reliability: reliabilities[place] ?? 50 })),
    })),
  };
  const self = selfOf(scenario, view({ ...table, scenario }, state, two));
  const [sight] = self?.view.incidents ?? [];
  if (self === undefined || sight === undefined) throw new Error('no seat');
  return { self, sight };
};

const answer = ({ self }: Sitting): string | undefined => {
  const command = respondNow(self, () => 0.99)?.command;
  return command?.kind === 'respond' ? command.response.kind : undefined;
};

/** What looking for the next clue is worth, and the best of what it could say by now. */
const worths = ({ self, sight }: Sitting): { readonly more: number; readonly naming: number } => {
  const [first] = suspicions(self.scenario, sight);
  const said = first === undefined ? [] : speeches(self, sight, first);
  return {
    more: worthOfResponse(self, sight, { kind: 'investigate' }).total,
    naming: Math.max(0, ...said.map((speech) => worthOfResponse(self, sight, speech).total)),
  };
};

describe('whoever was hit', () => {
  const all = STYLES.flatMap((style) =>
    (['accident', 'criminals'] as const).flatMap((origin) =>
      [60, 80, 95].flatMap((first) =>
        [50, 80, 95, 99].map((second) => ({
          half: hit(style, origin, [first, second], [0]),
          whole: hit(style, origin, [first, second], [0, 1]),
        })),
      ),
    ),
  );

  it('does not say who it was while it is worth its price to know more, though saying it now were worth more still', () => {
    const tempted = all.filter(
      ({ half }) => worths(half).more > 0 && worths(half).naming > worths(half).more,
    );
    expect(tempted.length).toBeGreaterThan(10);
    expect(tempted.map(({ half }) => answer(half))).not.toContain('attribute');
  });

  it('says it once there is nothing more to know', () => {
    const sure = all.filter(({ whole }) => worths(whole).naming > 100);
    expect(sure.length).toBeGreaterThan(10);
    expect(sure.map(({ whole }) => answer(whole))).toEqual(sure.map(() => 'attribute'));
  });
});
