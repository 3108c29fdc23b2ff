import { expect } from 'vitest';
import { delegate, type Act, type Strength } from '../../src/delegates/index.ts';
import { asOperation, asOperationCard, decide, view, type Event } from '../../src/engine/index.ts';
import type { DelegationId, Mandate, Scenario, Span, Text } from '../../src/engine/seat.ts';
import { given, one, two, type Game } from '../engine/given.ts';

/** One situation and what a delegation does in it: the games here are set up by hand, down to what everybody wants. */

type Command = Act['command'];
type Did<K extends Command['kind']> = Act & { readonly command: Extract<Command, { kind: K }> };

/** What the real agent does first, with dice that always say yes. Whatever it is, the rules must allow it. */
const actOf = (game: Game, seat: DelegationId, strength: Strength = 'seasoned'): Act | undefined => {
  const act = delegate(game.table.scenario, seat, strength).act(view(game.table, game.state, seat), () => 0);
  if (act !== undefined)
    expect(decide(game.table, game.state, { seat, command: act.command }).refusal).toBeUndefined();
  return act;
};

/** The act if it is of this kind. What else it may do instead is not asked here. */
export const doing = <K extends Command['kind']>(
  kind: K,
  game: Game,
  seat: DelegationId,
  strength?: Strength,
): Did<K> | undefined => {
  const act = actOf(game, seat, strength);
  const is = (found: Act): found is Did<K> => found.command.kind === kind;
  return act !== undefined && is(act) ? act : undefined;
};

const exactly = (n: number): Span => ({ min: n, max: n });

/** All four want the same of four articles of equal weight, and everybody knows it: `values[article][option]`, 0 to 100. */
export const allWant =
  (values: readonly (readonly number[])[]) =>
  (scenario: Scenario): Scenario => ({
    ...scenario,
    linkages: [],
    delegations: scenario.delegations.map((delegation) => ({
      ...delegation,
      wants: delegation.wants.map((want, place) => ({
        ...want,
        weight: exactly(25),
        values: (values[place] ?? []).map(exactly),
      })),
    })),
  });

export const styled =
  (style: Scenario['delegations'][number]['style']) =>
  (scenario: Scenario): Scenario => ({
    ...scenario,
    delegations: scenario.delegations.map((delegation) => ({ ...delegation, style })),
  });

/** Four articles of which no option is worth anything, but for the rows given. */
export const rows = (some: Readonly<Record<number, readonly number[]>> = {}): Mandate['table'] =>
  [0, 1, 2, 3].map((article) => some[article] ?? [0, 0, 0, 0]);

/** What a delegation wants, exactly: no red lines, no linkages, nothing of side tracks, if not said otherwise. */
export const wanting = (game: Game, seat: number, mandate: Partial<Mandate>): Game =>
  game.with((state) => {
    const drawn = state.mandates[seat];
    if (drawn === undefined) throw new RangeError(`no delegation at ${seat}`);
    const points = drawn.points.map(() => 0);
    return {
      ...state,
      mandates: state.mandates.with(seat, {
        ...drawn,
        base: 0,
        pairs: [],
        table: rows(),
        redLines: [],
        reservation: 0,
        points,
        damageStake: 0,
        tensionStake: 0,
        ...mandate,
      }),
    };
  });

/** A table with all that surrounds the plenary, of which nothing presses anybody: no flaws, no warnings, good opinion at home. */
export const quietWorld = (change?: (scenario: Scenario) => Scenario): Game =>
  given({ world: true }, change).with((state) => ({
    ...state,
    tension: 0,
    unmended: state.unmended.map(() => []),
    warnings: [],
    opinion: state.opinion.map(() => 60),
    tokens: state.tokens.map((row) => row.map(() => 9)),
  }));

/** A text has been adopted, and nobody is bound by it yet. */
export const adopted = (game: Game, text: Text): Game =>
  game.with((state) => ({
    ...state,
    adopted: { text, method: 'consensus', bound: [], session: state.session },
  }));

/** The second is found out to have worked against the first. */
export const EXPOSED = {
  kind: 'operation-exposed',
  operation: {
    id: asOperation('operation-1'),
    card: asOperationCard('spy'),
    by: two,
    against: one,
    proxy: false,
    session: 0,
    state: 'succeeded',
    exposed: true,
  },
} as const satisfies Event;
