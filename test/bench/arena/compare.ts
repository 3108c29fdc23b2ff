import {
  layTable,
  negotiate,
  scoreOf,
  STRATEGIES,
  type ArenaDomain,
  type NegotiatorName,
  type Score,
} from '../../../src/delegates/arena/index.ts';
import type { Plan, PlannedTable } from './plan.ts';

/** How the negotiations of a plan ended elsewhere, beside how they end here. Both are scored here, by the same definitions. */

/** What `play_with_negmas.py` writes. */
export interface Ends {
  readonly negmas: string;
  readonly numpy: string;
  readonly python: string;
  readonly rounds: number;
  /** `ends` in the order of the plan's tables: the outcome's number, -1 for no agreement. */
  readonly domains: readonly { readonly name: string; readonly ends: readonly number[] }[];
}

/** What an agent reached: [agreement, advantage, Nash share]. */
type Figures = readonly [number, number, number];

interface Sitting {
  readonly kind: string;
  readonly agent: NegotiatorName;
  readonly ours: Figures;
  readonly theirs: Figures;
}

/** Largest difference in advantage or Nash share at which two programs play the same negotiator. */
export const ALLOWED = 0.03;

const mean = (all: readonly number[]): number =>
  all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

const meanOf = (all: readonly Figures[]): Figures => [
  mean(all.map(([agreement]) => agreement)),
  mean(all.map(([, advantage]) => advantage)),
  mean(all.map(([, , share]) => share)),
];

const figuresOf = (
  { agents }: PlannedTable,
  agent: NegotiatorName,
  score: Score,
  agreed: boolean,
): Figures => [
  agreed ? 1 : 0,
  mean(score.advantages.filter((_, seat) => agents[seat] === agent)),
  score.nashShare ?? 0,
];

const kindOf = (agents: readonly NegotiatorName[]): string => {
  if (agents.length === 2) return 'two parties, all ordered pairs';
  return new Set(agents).size === 1 ? 'more parties, all of one kind' : 'more parties, mixed tables';
};

/** By so much the difference can be chance: half its 95 % interval, the larger of the two figures. */
const chanceOf = (own: readonly Sitting[]): number => {
  const half = (at: 1 | 2): number => {
    const all = own.map(({ ours, theirs }) => ours[at] - theirs[at]);
    const middle = mean(all);
    const variance = mean(all.map((one) => (one - middle) * (one - middle)));
    return 1.96 * Math.sqrt(variance / Math.max(1, all.length - 1));
  };
  return Math.max(half(1), half(2));
};

/** The same table's times in a row are one sitting. */
const sittingsOf = (plan: Plan, ends: Ends, domains: readonly ArenaDomain[]) => {
  const sittings: Sitting[] = [];
  let [same, certain] = [0, 0];
  for (const [place, planned] of plan.domains.entries()) {
    const domain = domains.find(({ name }) => name === planned.name);
    const found = ends.domains[place];
    if (domain === undefined || found?.name !== planned.name || found.ends.length !== planned.tables.length)
      throw new Error(`The ends are not those of this plan: ${planned.name}`);
    const table = layTable(domain, '1');
    let times: {
      readonly table: PlannedTable;
      readonly ours: Score;
      readonly theirs: Score;
      readonly agreed: readonly [boolean, boolean];
    }[] = [];
    for (const [k, one] of planned.tables.entries()) {
      const end = found.ends[k] ?? -1;
      const { agreement } = negotiate(
        table,
        one.agents.map((agent) => STRATEGIES[agent]),
        plan.rounds,
        `${planned.name}/${one.agents.join()}/${one.time}`,
      );
      const ours = scoreOf(table, agreement);
      const theirs = scoreOf(table, end < 0 ? undefined : end);
      times.push({ table: one, ours, theirs, agreed: [agreement !== undefined, end >= 0] });
      if ((planned.tables[k + 1]?.time ?? 0) > 0) continue;
      if (times.length === 1) {
        certain += 1;
        if (ours.utilities.every((u, seat) => Math.abs(u - (theirs.utilities[seat] ?? 0)) < 1e-6)) same += 1;
      }
      const sat = times;
      for (const agent of new Set(one.agents))
        sittings.push({
          kind: kindOf(one.agents),
          agent,
          ours: meanOf(sat.map((item) => figuresOf(item.table, agent, item.ours, item.agreed[0]))),
          theirs: meanOf(sat.map((item) => figuresOf(item.table, agent, item.theirs, item.agreed[1]))),
        });
      times = [];
    }
  }
  return { sittings, same, certain };
};

/**
 * Prints both programs' figures by kind of table and negotiator.
 * @param domains Those the plan was made of, each with a feasible outcome. @returns Whether none differs by more
 * than `ALLOWED`, and `random`, which is luck, by what chance makes of it.
 */
export const compare = (plan: Plan, ends: Ends, domains: readonly ArenaDomain[]): boolean => {
  const { sittings, same, certain } = sittingsOf(plan, ends, domains);
  console.log(
    `\nBaselines beside NegMAS ${ends.negmas} (Python ${ends.python}, numpy ${ends.numpy}), ${plan.domains.length} domains, ${plan.rounds} rounds; agreement / advantage / Nash share`,
  );
  let fine = true;
  for (const kind of [...new Set(sittings.map((one) => one.kind))].toSorted()) {
    console.log(`| ${kind} | tables | here | NegMAS | largest difference | allowed | ratio |`);
    for (const agent of new Set(sittings.filter((one) => one.kind === kind).map((one) => one.agent))) {
      const own = sittings.filter((one) => one.kind === kind && one.agent === agent);
      const [ours, theirs] = [meanOf(own.map((one) => one.ours)), meanOf(own.map((one) => one.theirs))];
      const most = Math.max(Math.abs(ours[1] - theirs[1]), Math.abs(ours[2] - theirs[2]));
      const luck = agent === 'random' ? chanceOf(own) : 0;
      if (most > ALLOWED + luck) fine = false;
      const words = (figures: Figures): string => figures.map((one) => one.toFixed(3)).join(' / ');
      console.log(
        `| ${agent} | ${own.length} | ${words(ours)} | ${words(theirs)} | ${most.toFixed(3)} | ${ALLOWED} | ${(most / ALLOWED).toFixed(2)} |${luck > 0 ? ` by chance up to ${luck.toFixed(3)}` : ''}`,
      );
    }
  }
  console.log(`tables without chance that end alike, party by party: ${same} of ${certain}`);
  return fine;
};
