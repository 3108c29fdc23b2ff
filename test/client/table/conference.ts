import {
  asArticle,
  asConcession,
  asContext,
  asDelegation,
  asIncident,
  asToken,
  type Article,
  type Delegation,
  type Scenario,
  type Span,
  type Words,
} from '../../../src/engine/seat.ts';
import { noWorld, plainProcedure } from '../../engine/world.ts';

/** A whole conference of twelve for tests and measurements of the table. Its wants are invented; it is played nowhere else. */
const en = (text: string): Words => ({ en: text });
const span = (min: number, max = min): Span => ({ min, max });

const STATES: readonly (readonly [string, string, string, number, number])[] = [
  ['brazil', 'Brazil', 'BR', -47.9, -15.8],
  ['china', 'China', 'CN', 116.4, 39.9],
  ['egypt', 'Egypt', 'EG', 31.2, 30],
  ['eu', 'European Union', 'EU', 4.35, 50.85],
  ['india', 'India', 'IN', 77.2, 28.6],
  ['indonesia', 'Indonesia', 'ID', 106.8, -6.2],
  ['kenya', 'Kenya', 'KE', 36.8, -1.3],
  ['mexico', 'Mexico', 'MX', -99.1, 19.4],
  ['russia', 'Russian Fed.', 'RU', 37.6, 55.75],
  ['singapore', 'Singapore', 'SG', 103.8, 1.35],
  ['switzerland', 'Switzerland', 'CH', 7.45, 46.95],
  ['usa', 'United States', 'US', -77, 38.9],
];

const ARTICLES: readonly (readonly [string, string, readonly string[]])[] = [
  ['status', 'Legal status', ['Voluntary norms reaffirmed', 'Programme of action', 'Binding convention']],
  [
    'infrastructure',
    'Infrastructure',
    ['Each protects its own', 'Named list of sectors', 'Sectors in an annex, deposited'],
  ],
  [
    'contacts',
    'Points of contact',
    ['Diplomatic directory', 'Diplomatic and technical directory', 'Round-the-clock network'],
  ],
  [
    'attribution',
    'Attribution',
    ['Consult before accusing', 'Shared assessment template', 'Independent mechanism'],
  ],
  ['capacity', 'Capacity', ['Voluntary contributions', 'Needs-based programme', 'Standing fund']],
  ['dialogue', 'Regular dialogue', ['Annual exchange', 'Permanent mechanism after 2025']],
  ['governance', 'Governance', ['Multi-stakeholder consultations', 'States decide, others are heard']],
  [
    'law',
    'International law',
    ['Charter applies in its entirety', 'Humanitarian law named', 'New obligations to be studied'],
  ],
  ['restraint', 'Non-interference', ['Elections not interfered with', 'Mutual guarantees']],
  ['crime', 'Criminal use', ['Cooperation where possible', 'Linked to the crime convention']],
];

const articles: readonly Article[] = ARTICLES.map(([id, short, options]) => ({
  id: asArticle(id),
  title: en(short),
  short: en(short),
  about: en(short),
  options: [
    { id: 'none', label: en('No text'), wording: en('') },
    ...options.map((label, i) => ({ id: `o${i + 1}`, label: en(label), wording: en(`${label}.`) })),
  ],
  draft: 1,
}));

const TOKENS = [
  ['capital', 'Political capital'],
  ['funds', 'Capacity funds'],
  ['experts', 'Experts'],
] as const;

const delegations: readonly Delegation[] = STATES.map(([id, name, flag, longitude, latitude], place) => ({
  id: asDelegation(id),
  name: en(name),
  placard: en(name),
  flag,
  at: [longitude, latitude],
  groups: [],
  about: en(name),
  briefing: en(name),
  manner: en('Plain'),
  style: 'trader',
  wants: ARTICLES.map(([, , options], k) => ({
    weight: span(10 + ((place * 7 + k * 13) % 40)),
    values: [0, ...options].map((_, o) => span(((place * 37 + k * 17 + o * 29) % 90) + 5)),
    opening: 1 + ((place + k) % options.length),
  })),
  redLines: [],
  reservation: span(25),
  tokens: [span(6), span(8), span(4)],
  tokenWorth: [span(40), span(60), span(80)],
  stakes: { tension: span(10), damage: span(20), face: span(100) },
  capacity: { offence: 5, defence: 5, dependence: 5 },
}));

const everybody = STATES.map(([id]) => asDelegation(id));
const deed = (id: string, title: string, cost: number): Scenario['concessions'][number] => ({
  id: asConcession(id),
  title: en(title),
  about: en(title),
  givers: everybody.map((delegation) => ({ delegation, cost: span(cost) })),
  receivers: everybody.map((delegation, i) => ({ delegation, worth: span(cost + 40 + ((i * 31) % 90)) })),
  spends: [],
  sources: [],
});

export const conference: Scenario = {
  format: 1,
  id: 'conference',
  version: '1.0.0',
  language: 'en',
  title: en('Working group'),
  subtitle: en('Test conference'),
  summary: en('A conference of twelve'),
  setting: { place: en('New York'), from: '2022-03-28', to: '2022-04-01' },
  minutes: 30,
  sessions: [0, 1, 2].map((i) => ({
    title: en(`Day ${i + 1}`),
    date: `2022-03-${28 + i}`,
    phases: ['briefing', 'floor', 'corridor', 'drafting', 'decision', 'capital'],
    incidents: [100],
    contexts: 0,
  })),
  procedure: {
    methods: ['silence', 'consensus', 'vote'],
    threshold: 'two-thirds',
    quorum: 50,
    textsPerDecision: 2,
    positionsPerStatement: 4,
    offersPerCorridor: 4,
    blockCost: { token: asToken('capital'), amount: 2 },
    reopenCost: { token: asToken('capital'), amount: 1 },
    investigateCost: { token: asToken('experts'), amount: 1 },
    assistCost: { token: asToken('experts'), amount: 1 },
    ...plainProcedure(asToken('capital')),
    revealAtEnd: true,
  },
  tokens: TOKENS.map(([id, name]) => ({ id: asToken(id), name: en(name), about: en(name) })),
  chair: { name: en('Chair of the working group'), about: en('The Chair'), flag: 'UN' },
  delegations,
  articles,
  linkages: [],
  concessions: [
    deed('training', 'Train 200 responders', 120),
    deed('cosponsor', 'Co-sponsor the resolution', 60),
    deed('host', 'Host the next round', 90),
    deed('statement', 'Joint public statement', 50),
    deed('visas', 'Visas for the delegation', 40),
    deed('relief', 'Ease export controls', 160),
  ],
  tension: {
    start: span(28),
    steps: [
      { from: 0, name: en('Dialogue'), about: en(''), precedent: en('') },
      { from: 20, name: en('Friction'), about: en(''), precedent: en('') },
      { from: 40, name: en('Accusation'), about: en(''), precedent: en('') },
      { from: 60, name: en('Reprisal'), about: en(''), precedent: en('') },
      { from: 80, name: en('Confrontation'), about: en(''), precedent: en('') },
    ],
    collapse: 100,
    risePerSession: 25,
    calm: 4,
  },
  trust: { usual: 50, pairs: [] },
  ...noWorld(asToken('capital')),
  incidents: [
    {
      id: asIncident('hospital'),
      title: en('Hospital records locked'),
      story: en('Ransomware has locked the records of {victim}.'),
      sector: 'health',
      severity: 4,
      weight: 1,
      victims: [{ delegation: asDelegation('kenya'), weight: 1 }],
      origins: [{ origin: 'state', percent: 100 }],
      culprits: [{ delegation: asDelegation('china'), weight: 1 }],
      clues: [
        { about: en('Code'), reliability: 70 },
        { about: en('Routing'), reliability: 60 },
      ],
      touches: [],
      tension: span(12),
      damage: span(6),
      reservation: -50,
      damped: [],
      precedent: en(''),
      sources: [],
    },
    {
      id: asIncident('grid'),
      title: en('Power grid disturbed'),
      story: en('Half of the capital of {victim} is dark.'),
      sector: 'energy',
      severity: 5,
      weight: 1,
      victims: [{ delegation: asDelegation('mexico'), weight: 1 }],
      origins: [{ origin: 'proxy', percent: 100 }],
      culprits: [{ delegation: asDelegation('russia'), weight: 1 }],
      clues: [{ about: en('Malware'), reliability: 75 }],
      touches: [],
      tension: span(14),
      damage: span(8),
      reservation: -50,
      damped: [],
      precedent: en(''),
      sources: [],
    },
  ],
  contexts: [
    {
      id: asContext('none'),
      title: en(''),
      story: en(''),
      weight: 1,
      from: 9,
      to: 9,
      effects: [],
      sources: [],
    },
  ],
  goals: [],
  debrief: [],
  sources: [],
};
