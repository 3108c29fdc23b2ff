import { readdirSync, readFileSync } from 'node:fs';
import { hits, type Ballot, type Hits, type Roll } from '../../src/analysis/index.ts';
import { mayTeach } from '../../src/cli/roll-calls.ts';
import { alike, votesOn } from '../../src/delegates/index.ts';
import { readResolution, readScenario, type Resolution } from '../../src/scenario/index.ts';

/**
 * npm run bench -- vote: predicted votes on the six resolutions of 2018 and 2019, each foretold without its own roll call, beside
 * the rules that have to be beaten. In percent of the states that voted: right on yes, no and abstain / on yes against not yes.
 */

const BAR = { three: 88, two: 94 } as const;
const FOLDER = 'scenarios/resolutions';

const { scenario } = readScenario(readFileSync('scenarios/general-assembly.yaml', 'utf8'));
if (scenario === undefined) throw new Error('the scenario cannot be read');
const all = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readResolution(readFileSync(`${FOLDER}/${name}`, 'utf8'), scenario).resolution ?? [])
  .toSorted((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
const known = all.filter(mayTeach);
const later = all.filter((resolution) => !mayTeach(resolution));

const points = new Map(
  readFileSync('test/fixtures/ideal-points-2018.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): [string, number] => {
      const [state = '', point = '0'] = line.split(',');
      return [state, Number(point)];
    }),
);
const ideal = scenario.delegations.map(({ id }) => points.get(id) ?? 0);

const BALLOTS = ['yes', 'abstain', 'no'] as const satisfies readonly Ballot[];
const count = (roll: Roll, wanted: Ballot): number => roll.filter((ballot) => ballot === wanted).length;
const commonest = (roll: Roll): Ballot =>
  BALLOTS.toSorted((a, b) => count(roll, b) - count(roll, a))[0] ?? 'yes';

/** The text before it, or if there is none after it, that is most like it; of equals the latest. */
const nearest = (target: Resolution): Resolution => {
  const before = known.filter(({ date }) => date < target.date);
  const [found] = (before.length > 0 ? before : known.filter(({ id }) => id !== target.id)).toSorted(
    (a, b) => alike(target, b) - alike(target, a) || b.date.localeCompare(a.date),
  );
  if (found === undefined) throw new Error('no other text');
  return found;
};

/** As each voted on the nearest earlier text; who did not vote there, as most did. */
const asBefore = (target: Resolution): Roll => {
  const { recorded } = nearest(target);
  return recorded.map((ballot) => ballot ?? commonest(recorded));
};

interface Cuts {
  readonly low: number;
  readonly high: number;
  /** Whether yes lies at the low end of the line. */
  readonly lowYes: boolean;
}

const byCuts = ({ low, high, lowYes }: Cuts): Roll =>
  ideal.map((point) =>
    point < low ? (lowYes ? 'yes' : 'no') : point < high ? 'abstain' : lowYes ? 'no' : 'yes',
  );

/** The two cuts through the line of ideal points that fit a roll call best. */
const bestCuts = (recorded: Roll, score: (found: Hits) => number): Cuts => {
  const places = [...new Set(ideal)].toSorted((a, b) => a - b);
  const ends = [...places, Infinity];
  let best: Cuts = { low: -Infinity, high: -Infinity, lowYes: true };
  let most = -1;
  for (const lowYes of [true, false])
    for (const [from, low] of ends.entries())
      for (const high of ends.slice(from)) {
        const cuts: Cuts = { low, high, lowYes };
        const found = score(hits(byCuts(cuts), recorded));
        if (found > most) [best, most] = [cuts, found];
      }
  return best;
};

const ours = (target: Resolution): Roll => votesOn(scenario, target, known).map(({ ballot }) => ballot);
const nameless = (text: Resolution): Resolution => ({ ...text, cosponsors: [] });
const votesOnly = (target: Resolution): Roll =>
  votesOn(scenario, nameless(target), known.map(nameless)).map(({ ballot }) => ballot);
const codedOnly = (target: Resolution): Roll =>
  votesOn(scenario, nameless(target), []).map(({ ballot }) => ballot);

const METHODS: readonly {
  readonly name: string;
  readonly predict: (target: Resolution) => { readonly three: Roll; readonly two: Roll };
}[] = [
  {
    name: 'as most voted on it (known afterwards)',
    predict: (target) => {
      const roll = ideal.map(() => commonest(target.recorded));
      const yes =
        count(target.recorded, 'yes') * 2 >= target.recorded.filter((it) => it !== undefined).length;
      return { three: roll, two: ideal.map(() => (yes ? 'yes' : 'no')) };
    },
  },
  {
    name: 'as it voted on the nearest earlier text',
    predict: (target) => ({ three: asBefore(target), two: asBefore(target) }),
  },
  {
    name: 'ideal points, cut as on that earlier text',
    predict: (target) => {
      const roll = byCuts(bestCuts(nearest(target).recorded, ({ three }) => three));
      return { three: roll, two: roll };
    },
  },
  {
    name: 'ideal points, best cuts (known afterwards)',
    predict: (target) => ({
      three: byCuts(bestCuts(target.recorded, ({ three }) => three)),
      two: byCuts(bestCuts(target.recorded, ({ two }) => two)),
    }),
  },
  {
    name: 'what is coded alone',
    predict: (target) => ({ three: codedOnly(target), two: codedOnly(target) }),
  },
  {
    name: 'nia vote without lists of co-sponsors',
    predict: (target) => ({ three: votesOnly(target), two: votesOnly(target) }),
  },
  { name: 'nia vote', predict: (target) => ({ three: ours(target), two: ours(target) }) },
];

const percent = (part: number, whole: number): number => (part * 100) / Math.max(1, whole);
const cell = (three: number, two: number): string => `${three.toFixed(1)}/${two.toFixed(1)}`.padStart(10);

console.log(
  `${''.padEnd(44)}${known.map(({ symbol }) => symbol.replace('A/RES/', '').padStart(10)).join(' ')} ${'mean'.padStart(10)}`,
);
for (const { name, predict } of METHODS) {
  const cells = known.map((target) => {
    const { three, two } = predict(target);
    const first = hits(three, target.recorded);
    return {
      three: percent(first.three, first.voted),
      two: percent(hits(two, target.recorded).two, first.voted),
    };
  });
  const mean = (of: (item: (typeof cells)[number]) => number): number =>
    cells.reduce((sum, item) => sum + of(item), 0) / Math.max(1, cells.length);
  console.log(
    `${name.padEnd(44)}${cells.map(({ three, two }) => cell(three, two)).join(' ')} ${cell(
      mean(({ three }) => three),
      mean(({ two }) => two),
    )}`,
  );
}
console.log(`the bar: ${BAR.three} on yes, no and abstain, ${BAR.two} on yes against not yes`);

console.log(
  '\nwho changes sides from one text of an author to its next, foretold without the roll call of the later one',
);
console.log('(the rule of the nearest earlier text finds none of them)');
for (const target of known) {
  const before = known
    .filter((one) => one.date < target.date && one.sponsors.join() === target.sponsors.join())
    .toSorted((one, other) => alike(target, other) - alike(target, one))[0];
  if (before === undefined) continue;
  const roll = ours(target);
  const voted = target.recorded.flatMap((ballot, place) => {
    const last = before.recorded[place];
    return ballot === undefined || last === undefined ? [] : [{ ballot, last, foretold: roll[place] }];
  });
  const changed = voted.filter(({ ballot, last }) => ballot !== last);
  const found = changed.filter(({ ballot, foretold }) => ballot === foretold).length;
  const said = voted.filter(({ last, foretold }) => foretold !== last).length;
  console.log(
    `${before.symbol} to ${target.symbol}: ${changed.length} of ${voted.length} changed sides; ${found} of them foretold, with ${said} changes foretold in all (right where one was foretold: ${percent(found, said).toFixed(0)} %)`,
  );
}

console.log('\nlater texts, which nothing was fitted to: predicted and official yes-no-abstain');
for (const target of later) {
  const roll = ours(target);
  const { tally } = target;
  const official = tally === undefined ? '' : `${tally.yes}-${tally.no}-${tally.abstain}`;
  const found = `${count(roll, 'yes')}-${count(roll, 'no')}-${count(roll, 'abstain')}`;
  console.log(`${target.symbol.padEnd(16)} ${found.padStart(10)}  ${official.padStart(10)}`);
}
console.log(
  'Everybody is asked, also those who did not vote: they are in the predicted numbers and not in the official ones.',
);
