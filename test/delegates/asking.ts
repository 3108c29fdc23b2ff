import seedrandom from 'seedrandom';
import { appraisePackage, type Strength } from '../../src/delegates/index.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import {
  decide,
  view,
  type DelegationId,
  type Scenario,
  type State,
  type Undertaking,
} from '../../src/engine/index.ts';
import { diceOf, play, seatsOf } from './play.ts';

/** Packages that a person puts together in the corridors of games by machines, and what is answered to them. */

export interface Asked {
  /** Chance, 0 to 1, that was shown of its being taken as it is. */
  readonly said: number;
  readonly answer: 'accept' | 'offer' | 'decline';
}

/** Packages that a person looks at before it offers one. */
const LOOKED_AT = 10;
/** Turns in a corridor after which somebody asks. */
const EVERY = 3;
/** Chance, percent, below which a person does not try. */
const HOPELESS = 5;

type Chance = () => number;

const upTo = (chance: Chance, n: number): number => Math.floor(chance() * n);

const oneOf = <T>(chance: Chance, list: readonly T[]): T => {
  const found = list[upTo(chance, list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

const word = (chance: Chance, scenario: Scenario, by: DelegationId, to: DelegationId): Undertaking => {
  const { id, options } = oneOf(chance, scenario.articles);
  return {
    kind: 'position',
    by,
    to,
    provision: { article: id, option: upTo(chance, options.length) },
    stance: oneOf(chance, ['support', 'accept'] as const),
  };
};

/** Their word for ours, for two of ours, or for tokens; now and then for nothing. */
const packageOf = (
  chance: Chance,
  scenario: Scenario,
  from: DelegationId,
  to: DelegationId,
): readonly Undertaking[] => {
  const asks = word(chance, scenario, to, from);
  const kind = chance();
  if (kind < 0.1) return [asks];
  if (kind < 0.6) return [asks, word(chance, scenario, from, to)];
  if (kind < 0.8) return [asks, word(chance, scenario, from, to), word(chance, scenario, from, to)];
  const { id } = oneOf(chance, scenario.tokens);
  return [
    asks,
    { kind: 'tokens', by: from, to, token: id, amount: 1 + upTo(chance, 3), when: { on: 'now' } },
  ];
};

/** The best of some that come to mind: by what it is worth to oneself, times the chance shown. */
const chosen = (
  chance: Chance,
  scenario: Scenario,
  state: State,
  seen: ReturnType<typeof view>,
  [from, to]: readonly [DelegationId, DelegationId],
  strength: Strength,
): { readonly undertakings: readonly Undertaking[]; readonly accepts: number } | undefined => {
  const self = selfOf(scenario, seen);
  if (self === undefined) throw new Error(`${from} has no seat in session ${state.session}`);
  return Array.from({ length: LOOKED_AT }, () => packageOf(chance, scenario, from, to))
    .flatMap((undertakings) => {
      const { worth, forbidden } = weigh(self, undertakings, 1);
      const [guess] = appraisePackage(scenario, seen, undertakings, [to], true, () => strength);
      return forbidden !== undefined || worth <= 0 || guess === undefined || guess.accepts < HOPELESS
        ? []
        : [{ undertakings, accepts: guess.accepts, promises: worth * guess.accepts }];
    })
    .toSorted((a, b) => b.promises - a.promises)[0];
};

/** All that was asked in one game, each from the game as it stood then. */
export const askedIn = (scenario: Scenario, strength: Strength, seed: string): readonly Asked[] => {
  const chance = seedrandom.alea(`${seed}/asking`);
  const { table, turns } = play(scenario, seed, { strength });
  const agents = seatsOf(scenario, { strength });
  const moments = turns.filter(({ before, refusal }) => before.phase === 'corridor' && refusal === undefined);
  return moments.flatMap(({ before }, place): readonly Asked[] => {
    const from = oneOf(chance, scenario.delegations).id;
    const to = oneOf(chance, scenario.delegations).id;
    if (place % EVERY !== 0 || from === to) return [];
    const asked = chosen(chance, scenario, before, view(table, before, from), [from, to], strength);
    if (asked === undefined) return [];
    const { next } = decide(table, before, {
      seat: from,
      command: {
        kind: 'offer',
        to: [to],
        undertakings: asked.undertakings,
        open: true,
        expires: before.session,
        because: [],
      },
    });
    const offer = next?.offers.at(-1);
    if (next === undefined || offer === undefined) return [];
    // Nothing else waits for an answer.
    const alone = { ...next, offers: [offer] };
    const act = agents.get(to)?.act(view(table, alone, to), diceOf(seed, to));
    const answer = act?.command.kind;
    return answer === 'accept' || answer === 'decline' || answer === 'offer'
      ? [{ said: asked.accepts / 100, answer }]
      : [];
  });
};
