import type { Believed, Debrief } from '../analysis/debrief/index.ts';
import { fingerprint, inWords, type DelegationId, type Scenario, type Words } from '../engine/index.ts';
import type { Reflection } from '../scenario/index.ts';
import { answersHtml } from './answers.ts';
import { believedHtml } from './believed-part.ts';
import { chartHtml, isCrowd } from './chart.ts';
import {
  activityChart,
  attributionChart,
  balanceChart,
  branchChart,
  promisesChart,
  trustChart,
} from './charts-table.ts';
import { pathChart, positionsChart, resultsChart, tensionChart } from './charts-text.ts';
import { seatFindings, tableFindings, trustIn, type Findings } from './findings.ts';
import { turningHtml } from './happenings.ts';
import { esc, lead, list, section, tableHtml } from './html.ts';
import type { Names } from './names.ts';
import { STYLE } from './style.ts';
import { LANGUAGE, percent, points, say, whole } from './words.ts';
import { namedHtml, textSection, zonesHtml } from './text-part.ts';
import { trialsHtml, type Trials } from './trials.ts';
import type { WhatIf } from './what-if.ts';

/** For whom a report is written: whoever led the game, one delegation, or anybody, without names. */
export type Reader =
  | { readonly kind: 'teacher' | 'anonymous' }
  | { readonly kind: 'delegation'; readonly me: DelegationId };

/** What a report is made of. */
export interface Material {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly names: Names;
  readonly debrief: Debrief;
  readonly whatIfs: readonly WhatIf[];
  readonly runs: number;
  readonly reader: Reader;
  /** What people said before the game and after it. */
  readonly reflections: readonly Reflection[];
  readonly trials?: Trials;
  /** What could be believed of each delegation, against the truth; absent where it was not worked out. */
  readonly believed?: readonly Believed[];
}

/** The whole page: one file that needs nothing else, on the screen and on paper. */
export const pageOf = (material: Material): string => {
  const { scenario, seed, names, reader } = material;
  const kind =
    reader.kind === 'delegation'
      ? say('kind.delegation', { delegation: names.delegation(reader.me) })
      : say(`kind.${reader.kind}`);
  const title = say('of', { title: names.title });
  const parts = reader.kind === 'delegation' ? seatParts(material, reader.me) : tableParts(material);
  return `<!DOCTYPE html>
<html lang="${LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${esc(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="kind">${esc(kind)}</p>
<h1>${esc(names.title)}</h1>
<p>${esc(inWords(scenario, scenario.subtitle, LANGUAGE))}</p>
</header>
<main>
${parts.filter((part) => part !== '').join('\n')}
</main>
<footer><p>${esc(say('forecast'))}</p>
<p>${esc(
    say('record', {
      scenario: scenario.id,
      version: scenario.version,
      game: fingerprint(`${scenario.id}/${scenario.version}/${seed}`),
    }),
  )}</p></footer>
</body>
</html>
`;
};

const tableParts = (material: Material): readonly string[] => {
  const { scenario, names, debrief } = material;
  const { zones } = debrief;
  return [
    tiles(tableTiles(debrief)),
    goals(scenario),
    section(
      'happened',
      say('happened'),
      `<h3>${esc(say('turning'))}</h3>`,
      lead(say('turning.lead')),
      turningHtml(debrief, names, debrief.turning.table),
      chartHtml(pathChart(names, debrief)),
      chartHtml(tensionChart(scenario, names, debrief)),
    ),
    textSection(material, true),
    section(
      'results',
      say('part.results'),
      lead(say('unit')),
      ...(debrief.outcome.end === 'stopped' ? [] : [chartHtml(resultsChart(names, debrief))]),
      chartHtml(positionsChart(names, debrief)),
      namedHtml(debrief),
      zones === undefined ? lead(say('zones.left-out')) : zonesHtml(zones),
      believedHtml(scenario, names, material.believed ?? []),
    ),
    section(
      'conduct',
      say('part.conduct'),
      chartHtml(balanceChart(names, debrief)),
      chartHtml(promisesChart(names, debrief.delegations, debrief.ledger)),
      brokenHtml(names, debrief),
      chartHtml(activityChart(names, debrief)),
      chartHtml(trustChart(names, debrief)),
    ),
    section(
      'who',
      say('part.attribution'),
      debrief.attribution.length === 0
        ? lead(say('attribution.none'))
        : chartHtml(attributionChart(names, debrief)),
    ),
    branchesHtml(material),
    trialsHtml(material),
    findingsHtml(tableFindings(names, debrief)),
    section(
      'moments',
      say('turning.each'),
      lead(say(isCrowd(debrief.delegations.length) ? 'turning.left-out' : 'turning.lead-each')),
      ...(isCrowd(debrief.delegations.length) ? [] : debrief.turning.seats).map(
        ({ delegation, points: found }) =>
          `<div class="seat"><h3>${esc(names.delegation(delegation))}</h3>${turningHtml(debrief, names, found, delegation)}</div>`,
      ),
    ),
    answersHtml(scenario, names, material.reader, material.reflections),
    actionsHtml(),
    talkHtml(scenario),
    section('method', say('method'), `<p>${esc(say('method.text'))}</p>`),
  ];
};

/** What one delegation may read: its own figures, and what all have seen. */
const seatParts = (material: Material, me: DelegationId): readonly string[] => {
  const { scenario, names, debrief } = material;
  const place = debrief.delegations.indexOf(me);
  const seat = debrief.outcome.seats[place];
  const trust = trustIn(debrief, place, -1) / Math.max(1, debrief.delegations.length - 1);
  const mine = debrief.ledger.filter(({ by, to }) => by === me || to === me);
  const balance = debrief.balance[place];
  return [
    tiles([
      [say('tile.end'), endWords(debrief)],
      ...(debrief.standing === undefined || debrief.outcome.end !== 'stopped'
        ? ([
            [say('tile.worth'), points(seat?.utility ?? 0)],
            [say('tile.gain'), points(debrief.left.gains[place] ?? 0, true)],
          ] as const)
        : ([
            [say('tile.stood'), points(debrief.standing.worths[place] ?? 0)],
            [say('tile.walk'), points(debrief.standing.reservations[place] ?? 0)],
          ] as const)),
      [say('tile.trust'), whole(trust)],
    ]),
    goals(scenario),
    section(
      'happened',
      say('happened'),
      `<h3>${esc(say('turning.yours'))}</h3>`,
      lead(say('turning.lead-yours')),
      turningHtml(debrief, names, debrief.turning.seats[place]?.points ?? [], me, me),
      chartHtml(positionsChart(names, debrief, me)),
      chartHtml(tensionChart(scenario, names, debrief)),
    ),
    textSection(material, false),
    section(
      'conduct',
      say('part.conduct'),
      `<h3>${esc(say('balance'))}</h3>`,
      lead(say('balance.lead')),
      tableHtml(
        say('balance'),
        {
          heads: [say('delegation'), say('balance.given'), say('balance.received')],
          rows: [[names.delegation(me), points(balance?.given ?? 0), points(balance?.received ?? 0)]],
        },
        true,
      ),
      `<h3>${esc(say('ledger'))}</h3>`,
      mine.length === 0 ? lead(say('none')) : ledgerHtml(names, mine),
    ),
    trialsHtml(material),
    findingsHtml(seatFindings(debrief, me)),
    answersHtml(scenario, names, material.reader, material.reflections),
    actionsHtml(),
    talkHtml(scenario),
    section('method', say('method'), `<p>${esc(say('method.text'))}</p>`),
  ];
};

const endWords = ({ outcome }: Debrief): string =>
  outcome.end === 'adopted' && outcome.method !== undefined
    ? say('end.adopted', { method: say(`method.${outcome.method}`), session: outcome.session + 1 })
    : say(`end.${outcome.end === 'adopted' ? 'not-adopted' : outcome.end}`);

const share = (value: number | undefined): string =>
  value === undefined ? say('tile.nash-none') : `${percent(value)} %`;

const tableTiles = (debrief: Debrief): readonly (readonly [string, string])[] => {
  const { outcome, left, tension } = debrief;
  const { kept, broken } = outcome.promises;
  return [
    [say('tile.end'), endWords(debrief)],
    // A game that was stopped has no result to be measured.
    ...(outcome.end === 'stopped'
      ? []
      : ([
          [say('tile.nash'), share(left.nashShare)],
          [say('tile.left'), share(left.paretoDistance)],
        ] as const)),
    [say('tile.promises'), say('tile.promises-value', { kept, due: kept + broken })],
    [say('tile.tension'), say('tile.tension-value', { from: tension[0]?.tension ?? 0, to: outcome.tension })],
  ];
};

const tiles = (items: readonly (readonly [string, string])[]): string =>
  `<dl class="tiles">\n${items
    .map(([name, value]) => `<div><dt>${esc(name)}</dt><dd>${esc(value)}</dd></div>`)
    .join('\n')}\n</dl>`;

const goals = (scenario: Scenario): string => {
  const words = (text: Words): string => esc(inWords(scenario, text, LANGUAGE));
  return section(
    'goals',
    say('goals'),
    lead(say('goals.lead')),
    list(scenario.goals.map(({ goal, decisions }) => `<strong>${words(goal)}</strong> ${words(decisions)}`)),
  );
};

const ledgerHtml = (names: Names, lines: Debrief['ledger']): string =>
  tableHtml(
    say('ledger'),
    {
      heads: [
        say('ledger.by'),
        say('ledger.to'),
        say('ledger.made'),
        say('ledger.settled'),
        say('ledger.state'),
        say('ledger.cost'),
      ],
      rows: lines.map(({ by, to, made, settled, state, cost }) => [
        names.short(by),
        names.short(to),
        names.session(made.session),
        settled === undefined ? '' : names.session(settled.session),
        say(`promise.${state}`),
        cost === undefined
          ? ''
          : say('ledger.harmed', { harmed: whole(cost.harmed), others: whole(cost.others) }),
      ]),
    },
    true,
  );

const brokenHtml = (names: Names, { ledger }: Debrief): string => {
  const broken = ledger.filter(({ state }) => state === 'broken');
  return `<h3>${esc(say('ledger.broken'))}</h3>
${broken.length === 0 ? `<p>${esc(say('ledger.broken-none'))}</p>` : ledgerHtml(names, broken)}`;
};

const turnWords = (names: Names, { turn, session }: WhatIf): string => {
  switch (turn.kind) {
    case 'accept':
      return say('branches.accept', {
        by: names.delegation(turn.by),
        to: names.delegation(turn.from),
        session: session + 1,
      });
    case 'join':
      return say('branches.join', { by: names.delegation(turn.by), session: session + 1 });
    case 'spared':
      return say('branches.spared', { incident: names.incident(turn.incident), session: session + 1 });
  }
};

const branchesHtml = ({ whatIfs, runs, names, debrief }: Material): string => {
  if (whatIfs.length === 0) return '';
  return section(
    'branches',
    say('branches'),
    lead(say('branches.lead', { runs })),
    ...whatIfs.map((found, place) => {
      const title = turnWords(names, found);
      return chartHtml(branchChart(names, debrief, `branch-${place}`, title, found.distribution));
    }),
  );
};

const items = (found: readonly string[]): string =>
  list((found.length === 0 ? [say('strengths.none')] : found).map(esc));

const findingsHtml = ({ strengths, gaps }: Findings): string => {
  return `<div class="pair">
${section('strengths', say('strengths'), items(strengths))}
${section('gaps', say('gaps'), items(gaps))}
</div>`;
};

/** Lines to write on. */
const LINES = 3;

const actionsHtml = (): string =>
  section(
    'actions',
    say('actions'),
    lead(say('actions.lead')),
    `<table class="form"><caption class="hidden">${esc(say('actions'))}</caption>
<thead><tr>${[say('actions.what'), say('actions.who'), say('actions.when')]
      .map((head) => `<th scope="col">${esc(head)}</th>`)
      .join('')}</tr></thead>
<tbody>${'<tr><td></td><td></td><td></td></tr>'.repeat(LINES)}</tbody></table>`,
  );

const talkHtml = (scenario: Scenario): string =>
  section(
    'talk',
    say('talk'),
    list(
      [
        say('talk.feelings'),
        say('talk.facts'),
        say('talk.transfer'),
        // Last what the scenario asks, which ends with what was unrealistic.
        ...scenario.debrief.map(({ question }) => inWords(scenario, question, LANGUAGE)),
      ].map(esc),
      'ol',
    ),
    `<h3>${esc(say('takeaway'))}</h3>
<p>${esc(say('takeaway.lead'))}</p>
<div class="lines"></div>`,
  );
