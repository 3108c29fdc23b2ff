import { readFileSync } from 'node:fs';
import { chair, conduct, delegate, type Agent, type Strength } from '../../src/delegates/index.ts';
import {
  decide,
  dice,
  lay,
  open,
  view,
  type Command,
  type DelegationId,
  type Dice,
  type Reason,
  type Refusal,
  type Scenario,
  type SeatId,
  type State,
  type Table,
  type View,
} from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { smallScenario } from '../engine/small.ts';

/** One turn of a machine: what it saw, what it did, what became of it. */
export interface Turn {
  readonly seat: SeatId;
  readonly view: View;
  readonly before: State;
  readonly command: Command;
  readonly because: readonly Reason[];
  readonly refusal: Refusal | undefined;
}

export interface Played {
  readonly table: Table;
  readonly last: State;
  readonly turns: readonly Turn[];
}

export interface Cast {
  readonly strength?: Strength;
  /** Other agents in some seats. */
  readonly instead?: ReadonlyMap<SeatId, Agent>;
  readonly most?: number;
  /** Where people have brought the game by then. */
  readonly from?: State;
}

/** A whole game by machines, with every turn kept. */
export const play = (scenario: Scenario, seed: string, cast: Cast = {}): Played => {
  const table = lay(scenario, seed);
  let state = cast.from ?? open(table);
  const turns: Turn[] = [];
  const conductor = conduct({
    scenario,
    seats: seatsOf(scenario, cast),
    people: [],
    viewOf: (seat) => view(table, state, seat),
    diceOf: (seat) => diceOf(seed, seat),
  });
  for (let count = 0; count < (cast.most ?? 20_000) && state.status === 'open'; count += 1) {
    const next = conductor.next();
    if (next === undefined) break;
    const { seat, command, because } = next;
    const decided = decide(table, state, { seat, command });
    turns.push({
      seat,
      view: view(table, state, seat),
      before: state,
      command,
      because,
      refusal: decided.refusal,
    });
    if (decided.refusal === undefined) state = decided.next;
    else conductor.refused({ seat, command });
  }
  return { table, last: state, turns };
};

export const diceOf = (seed: string, seat: SeatId): Dice => dice(seed, seat);

export const seatsOf = (scenario: Scenario, cast: Cast = {}): ReadonlyMap<SeatId, Agent> =>
  new Map<SeatId, Agent>([
    ['chair', chair(scenario)],
    ...scenario.delegations.map(
      ({ id }) => [id, delegate(scenario, id, cast.strength ?? 'seasoned')] as const,
    ),
    ...(cast.instead ?? []),
  ]);

/** Commands of one kind, with the seat's view at the time. */
export const turnsOf = <K extends Command['kind']>(
  { turns }: Played,
  kind: K,
): readonly (Turn & { readonly seat: DelegationId; readonly command: Extract<Command, { kind: K }> })[] =>
  turns.filter(
    (turn): turn is Turn & { seat: DelegationId; command: Extract<Command, { kind: K }> } =>
      turn.command.kind === kind,
  );

/** Invented states: small enough for many games in a test. */
export const invented = (seed: string): Scenario =>
  smallScenario({ delegations: 5, articles: 5, options: 4, sessions: 3, incidents: 90, seed });

/** The same where everybody leaves most of what it could give unsaid. */
export const bluffing = (scenario: Scenario): Scenario => ({
  ...scenario,
  delegations: scenario.delegations.map((delegation) => ({ ...delegation, bluff: 60 })),
});

/** New York, March 2022. */
export const newYork = (): Scenario => {
  const { scenario } = readScenario(
    readFileSync(new URL('../../scenarios/oewg-2022.yaml', import.meta.url), 'utf8'),
  );
  if (scenario === undefined) throw new Error('scenarios/oewg-2022.yaml has faults');
  return scenario;
};
