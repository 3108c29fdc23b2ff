import type { Party, Problem } from '../../../src/analysis/index.ts';
import { chair, conduct, delegate, type Agent, type Strength } from '../../../src/delegates/index.ts';
import {
  BEST,
  asArticle,
  decide,
  dice,
  keptViews,
  largest,
  lay,
  open,
  smallest,
  type Command,
  type Mandate,
  type Scenario,
  type SeatId,
  type State,
  type View,
} from '../../../src/engine/index.ts';
import { smallScenario } from '../../engine/small.ts';
import type { Family } from './instances.ts';

/**
 * A conference at which nothing is known of what anybody wants, beyond what kinds of numbers there are and which articles hang
 * together: everybody's ranges are the same and as wide as the family's. No incidents, no deals; a session is statements, the
 * Chair's draft, reactions, and texts put by silence.
 * @param rounds Most texts of the Chair, drafts included.
 */
export const conference = (family: Family, problem: Problem, rounds: number): Scenario => {
  const articles = family.options.length;
  const base = smallScenario({
    delegations: family.parties,
    articles,
    options: Math.max(...family.options),
    sessions: 1,
    incidents: 0,
  });
  const [first] = base.sessions;
  if (first === undefined) throw new RangeError('a conference has sessions');
  const links = linksOf(problem);
  // A family's additive part is 1000 in all, a mandate's 100 points before it is scaled.
  const half = Math.round(family.interaction / 20);
  const reservations = problem.parties.map((party) => reservationOf(party) / 100);
  return {
    ...base,
    id: `conference-${family.name}`,
    sessions: Array.from({ length: Math.floor(rounds / (TEXTS + 1)) }, () => ({
      ...first,
      phases: ['floor', 'drafting', 'decision'],
      incidents: [],
      contexts: 0,
    })),
    procedure: {
      ...base.procedure,
      methods: ['silence'],
      textsPerDecision: TEXTS,
      positionsPerStatement: 12,
      groups: 0,
    },
    delegations: base.delegations.map((delegation) => ({
      ...delegation,
      redLines: [],
      wants: family.options.map((count) => ({
        weight: { min: 20, max: 120 },
        values: Array.from({ length: count }, () => ({ min: 0, max: 100 })),
        opening: 0,
      })),
      reservation: {
        min: Math.floor(Math.min(...reservations)),
        max: Math.ceil(Math.max(...reservations)),
      },
    })),
    articles: base.articles.map((article, k) => ({
      ...article,
      options: article.options.slice(0, family.options[k] ?? 0),
      draft: Math.min(article.draft, (family.options[k] ?? 1) - 1),
    })),
    linkages: links.flatMap(({ a, b }) =>
      Array.from({ length: family.options[a] ?? 0 }, (_, o) =>
        Array.from({ length: family.options[b] ?? 0 }, (__, p) => ({
          id: `${a}.${o}-${b}.${p}`,
          about: { en: '' },
          first: { article: asArticle(`art-${a}`), options: [o] },
          second: { article: asArticle(`art-${b}`), options: [p] },
          worth: base.delegations.map(({ id }) => ({ delegation: id, points: { min: -half, max: half } })),
        })),
      ).flat(),
    ),
    concessions: [],
    contexts: [],
  };
};

/** Texts put in one session, after a draft. With more of them the room would speak less often, and less would be known of it. */
const TEXTS = 2;

const linksOf = ({ parties }: Problem): readonly { readonly a: number; readonly b: number }[] => {
  const found = new Map<string, { readonly a: number; readonly b: number }>();
  for (const { a, b } of parties[0]?.pairs ?? []) found.set(`${a}-${b}`, { a, b });
  return [...found.values()];
};

/** How a party's numbers become those of a mandate: its worst text is worth 0, its best 10 000, as the rules have it. */
const scaleOf = ({ table, pairs }: Party): { readonly factor: number; readonly worst: number } => {
  const worst = smallest(table, pairs).worth;
  const spread = largest(table, pairs).worth - worst;
  return { factor: spread > 0 ? BEST / spread : 0, worst };
};

const reservationOf = (party: Party): number => {
  const { factor, worst } = scaleOf(party);
  return Math.round((party.reservation - worst) * factor);
};

/** The mandates of an instance. */
const mandatesOf = (scenario: Scenario, problem: Problem, drawn: readonly Mandate[]): readonly Mandate[] =>
  drawn.map((mandate, place) => {
    const party = problem.parties[place];
    if (party === undefined) throw new RangeError(`no party at ${place} of ${scenario.id}`);
    const { factor, worst } = scaleOf(party);
    return {
      ...mandate,
      table: party.table.map((row) => row.map((worth) => worth * factor)),
      pairs: party.pairs.map((pair) => ({ ...pair, worth: pair.worth * factor })),
      base: -worst * factor,
      redLines: [],
      reservation: reservationOf(party),
    };
  });

export interface Held {
  readonly last: State;
  /** Texts of the Chair before the room: drafts, and texts put. */
  readonly rounds: number;
}

/** Holds the conference: our delegations, our Chair, nobody sees a mandate but its own. */
export const hold = (
  scenario: Scenario,
  problem: Problem,
  strength: Strength,
  seed: string,
  watch: (chair: View, command: Command) => void = () => undefined,
): Held => {
  const table = lay(scenario, seed);
  const opened = open(table);
  let state: State = { ...opened, mandates: mandatesOf(scenario, problem, opened.mandates) };
  let rounds = 0;
  const viewOf = keptViews(table, () => state);
  const conductor = conduct({
    scenario,
    seats: new Map<SeatId, Agent>([
      ['chair', chair(scenario)],
      ...scenario.delegations.map(({ id }): [SeatId, Agent] => [id, delegate(scenario, id, strength)]),
    ]),
    people: [],
    viewOf,
    diceOf: (seat) => dice(seed, seat),
  });
  for (let moves = 0; moves < 100_000 && state.status === 'open'; moves += 1) {
    const move = conductor.next();
    if (move === undefined) break;
    if (move.seat === 'chair') watch(viewOf('chair'), move.command);
    const decided = decide(table, state, move);
    if (decided.refusal === undefined) state = decided.next;
    else conductor.refused(move);
    if (move.command.kind === 'draft' || move.command.kind === 'put') rounds += 1;
  }
  return { last: state, rounds };
};
