import { parseArgs } from 'node:util';
import { BALLOTS, hits } from '../analysis/index.ts';
import { votesOn } from '../delegates/index.ts';
import type { Scenario } from '../engine/index.ts';
import type { Resolution } from '../scenario/index.ts';
import { UsageError, type CliCommand } from './command.ts';
import { loadScenario } from './load.ts';
import { printJson } from './print.ts';
import { loadRecord, loadResolution, mayTeach, recordBeside } from './roll-calls.ts';
import { countOf, voteInWords, type Vote } from './vote-words.ts';

const usage = `nia vote FILE --resolution RES.yaml [--swap ARTICLE=OPTION,…] [--record FOLDER] [--json]

How the delegations of a scenario would vote on a resolution: yes, no or abstain. What each is coded to want (the middle of its
ranges, and its trust in the sponsors) is moved by how it voted on other texts, and by whose names stand under a text where that is
known. docs/vote.md says how, and how often it is right.

  --resolution RES.yaml   what is voted on; docs/vote.md describes the file
  --swap …                the same resolution with other provisions, for example --swap CRIME=report,NORMS=none: who changes
                          sides. The vote on the resolution itself, if it is known, is then learnt from like any other
  --record FOLDER         resolution files with roll calls to learn from; the folder resolutions beside FILE if not given.
                          Votes after 2019 are never learnt from, nor is the vote on the resolution that is asked about
  --json                  one JSON document on standard output: yes, no, abstain, votes: {ID: yes|no|abstain}, and some more

Everybody is asked, also who was absent in fact. A state that holds the pen votes yes.
Exit code: 0, or 1 if a file cannot be read.`;

export const command: CliCommand = {
  name: 'vote',
  summary: 'how the states of a scenario would vote on a resolution',
  usage,
  run: async (args, io) => {
    const asked = parsed(args);
    const { scenario } = (await loadScenario(asked.file, io)) ?? {};
    if (scenario === undefined) return 1;
    const resolution = await loadResolution(asked.resolution, scenario, io);
    if (resolution === undefined) return 1;
    const folder = asked.record ?? recordBeside(asked.file);
    const record = await loadRecord(folder, scenario, io);
    if (record === undefined) {
      if (asked.record !== undefined) throw new UsageError(`There is no folder "${folder}".`);
      io.err(`There are no roll calls in ${folder}: only what is coded counts.\n`);
    }
    const vote = voteOn(scenario, resolution, record ?? [], swapped(scenario, resolution, asked.swap));
    if (asked.json) printJson(io, inJson(scenario, resolution, vote));
    else io.out(voteInWords(scenario, resolution, vote));
    return 0;
  },
};

const voteOn = (
  scenario: Scenario,
  resolution: Resolution,
  record: readonly Resolution[],
  other: Resolution | undefined,
): Vote => {
  if (other === undefined) {
    const known = record.filter(({ id }) => id !== resolution.id);
    return {
      leanings: votesOn(scenario, resolution, known),
      learntFrom: known.map(({ id }) => id),
      changes: undefined,
    };
  }
  // Two drafts are compared, nothing is foretold: what is known of the one is known.
  const known = [
    ...record.filter(({ id }) => id !== resolution.id),
    ...(mayTeach(resolution) ? [resolution] : []),
  ];
  // Names were put under the draft as it was, and under no other.
  const signed = mayTeach(resolution) ? known : [...known, { ...resolution, recorded: [] }];
  const asked = (draft: Resolution) => votesOn(scenario, { ...draft, id: '', cosponsors: [] }, signed);
  const before = asked(resolution);
  const leanings = asked(other);
  return {
    leanings,
    learntFrom: known.map(({ id }) => id),
    changes: leanings.flatMap(({ ballot }, place) => {
      const from = before[place]?.ballot ?? ballot;
      return from === ballot ? [] : [{ place, from, to: ballot }];
    }),
  };
};

interface Asked {
  readonly file: string;
  readonly resolution: string;
  readonly record: string | undefined;
  readonly swap: string | undefined;
  readonly json: boolean;
}

const parsed = (args: readonly string[]): Asked => {
  const { values, positionals } = options(args);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('Which scenario? One FILE, please.');
  if (values.resolution === undefined) throw new UsageError('What is voted on? --resolution RES.yaml');
  return {
    file,
    resolution: values.resolution,
    record: values.record,
    swap: values.swap,
    json: values.json ?? false,
  };
};

const options = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        resolution: { type: 'string' },
        record: { type: 'string' },
        swap: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** The resolution with other provisions. */
const swapped = (
  { articles }: Scenario,
  resolution: Resolution,
  swap: string | undefined,
): Resolution | undefined => {
  if (swap === undefined) return undefined;
  const text = swap.split(',').reduce((now: readonly number[], part) => {
    const [name = '', wanted = ''] = part.split('=');
    const place = articles.findIndex(({ id }) => id === name);
    const article = articles[place];
    if (article === undefined)
      throw new UsageError(`There is no article "${name}": ${articles.map(({ id }) => id).join(', ')}.`);
    const option = article.options.findIndex(({ id }) => id === wanted);
    if (option === -1)
      throw new UsageError(
        `Article ${name} has no option "${wanted}": ${article.options.map(({ id }) => id).join(', ')}.`,
      );
    return now.with(place, option);
  }, resolution.text);
  return { ...resolution, text };
};

/** These fields are a contract. */
const inJson = (
  scenario: Scenario,
  resolution: Resolution,
  { leanings, learntFrom, changes }: Vote,
): object => {
  const right = hits(
    leanings.map(({ ballot }) => ballot),
    resolution.recorded,
  );
  return {
    ...Object.fromEntries(BALLOTS.map((ballot) => [ballot, countOf(leanings, ballot)])),
    votes: Object.fromEntries(leanings.map(({ delegation, ballot }) => [delegation, ballot])),
    resolution: resolution.id,
    learntFrom,
    why: Object.fromEntries(
      leanings.map(({ delegation, liking, provisions, sponsors, record, names }) => [
        delegation,
        {
          liking: rounded(liking),
          provisions: Object.fromEntries(
            scenario.articles.flatMap(({ id }, place) =>
              (provisions[place] ?? 0) === 0 ? [] : [[id, rounded(provisions[place] ?? 0)]],
            ),
          ),
          sponsors: rounded(sponsors),
          record: rounded(record),
          names: rounded(names),
        },
      ]),
    ),
    ...(right.voted === 0 || changes !== undefined
      ? {}
      : { recorded: { voted: right.voted, right: right.three, yesOrNotRight: right.two } }),
    ...(changes === undefined
      ? {}
      : {
          changes: changes.map(({ place, from, to }) => ({ id: scenario.delegations[place]?.id, from, to })),
        }),
  };
};

const rounded = (steps: number): number => Math.round(steps * 100) / 100;
