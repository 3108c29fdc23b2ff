import { readFileSync, writeFileSync } from 'node:fs';
import { arenaDomains } from '../../src/cli/arena-domains.ts';
import {
  layTable,
  NEGOTIATORS,
  type ArenaDomain,
  type NegotiatorName,
} from '../../src/delegates/arena/index.ts';
import { MORE, TWO } from '../delegates/arena/domains.ts';
import { compare, type Ends } from './arena/compare.ts';
import { planOf, type Plan } from './arena/plan.ts';
import { tournament } from './arena/tournament.ts';

const usage = `npm run bench -- arena                            the tables of docs/arena.md, on the domains of test/delegates/arena
npm run bench -- arena on PATH…                  the same on GENIUS domains and scenarios
npm run bench -- arena plan PLAN.json [PATH…]    what NegMAS is to play (test/bench/arena/play_with_negmas.py PLAN.json ENDS.json)
npm run bench -- arena compare PLAN.json ENDS.json [PATH…]
`;

const ROUNDS = 100;
/** How often pairs are played, for those who draw by chance, and how many companies are drawn, in twelves. */
const PAIRS = 10;
const COMPANIES = 8;
/** How NegMAS' negotiators ended on the domains of test/delegates/arena, but for those of eight and nine parties. */
const KEPT = 'test/bench/arena/ends.json';

const domainsAt = async (paths: readonly string[]): Promise<readonly ArenaDomain[]> => {
  if (paths.length === 0) return [...TWO, ...MORE];
  const found = await arenaDomains(paths, '1', {
    out: () => undefined,
    err: (text) => process.stderr.write(text),
    terminal: false,
  });
  if (found === undefined) throw new Error('not all of these can be read');
  // Where no outcome is feasible there is nothing to reach, and what is too large to be listed is a sample only here.
  return found.filter((domain) => {
    const { whole, nashGains } = layTable(domain, '1');
    return whole && nashGains !== undefined;
  });
};

const without = (...left: readonly NegotiatorName[]): readonly NegotiatorName[] =>
  NEGOTIATORS.filter((name) => !left.includes(name));

const measure = (domains: readonly ArenaDomain[]): void => {
  const two = domains.filter(({ problem }) => problem.parties.length === 2);
  const more = domains.filter(({ problem }) => problem.parties.length > 2);
  const most = Math.max(...more.map(({ problem }) => problem.parties.length));
  if (two.length > 0) tournament('two parties', two, without('micro-min'), ROUNDS, PAIRS);
  if (more.length === 0) return;
  const several = `three to ${most} parties`;
  // Those that NegMAS can seat with two others and that do not leave by chance: the pool of the reference.
  tournament(
    `${several}, as in the reference`,
    more,
    without('random', 'hybrid', 'micro-min'),
    ROUNDS,
    COMPANIES,
  );
  tournament(`${several}, with hybrid and MiCRO-Min`, more, without('random'), ROUNDS, COMPANIES);
  tournament(`${several}, with everybody`, more, NEGOTIATORS, ROUNDS, COMPANIES);
};

const [part, ...rest] = process.argv.slice(2);
switch (part) {
  case undefined: {
    const own = await domainsAt([]);
    measure(own);
    const ends: Ends = JSON.parse(readFileSync(KEPT, 'utf8'));
    const played = own.filter(({ name }) => ends.domains.some((one) => one.name === name));
    if (!compare(planOf(played, ROUNDS), ends, played)) process.exitCode = 1;
    break;
  }
  case 'on':
    measure(await domainsAt(rest));
    break;
  case 'plan': {
    const [file, ...paths] = rest;
    if (file === undefined) throw new Error(usage);
    writeFileSync(file, JSON.stringify(planOf(await domainsAt(paths), ROUNDS)));
    break;
  }
  case 'compare': {
    const [planFile, endsFile, ...paths] = rest;
    if (planFile === undefined || endsFile === undefined) throw new Error(usage);
    const plan: Plan = JSON.parse(readFileSync(planFile, 'utf8'));
    const ends: Ends = JSON.parse(readFileSync(endsFile, 'utf8'));
    if (!compare(plan, ends, await domainsAt(paths))) process.exitCode = 1;
    break;
  }
  default:
    console.error(usage);
    process.exitCode = 2;
}
