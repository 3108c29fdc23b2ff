import seedrandom from 'seedrandom';
import {
  asArticle,
  asConcession,
  asContext,
  asDelegation,
  asIncident,
  asToken,
  PHASES,
  USUAL_RULES,
  type Method,
  type Scenario,
  type Span,
  type Words,
} from '../../src/engine/seat.ts';
import { blackout, fullProcedure, fullWorld, noWorld, plainProcedure } from './world.ts';

const en = (text: string): Words => ({ en: text });
const exactly = (n: number): Span => ({ min: n, max: n });

export interface Size {
  readonly delegations: number;
  readonly articles: number;
  readonly options: number;
  readonly sessions?: number;
  readonly methods?: readonly Method[];
  /** Chance in percent of one incident in each session. */
  readonly incidents?: number;
  readonly seed?: string;
  /** With side tracks, press, operations and all else that surrounds the plenary. */
  readonly world?: boolean;
}

/** A scenario of invented states, made in code so that the rules can be tested without the reader. */
export const smallScenario = (size: Size): Scenario => {
  const chance = seedrandom.alea(size.seed ?? 'small');
  const upTo = (n: number): number => Math.floor(chance() * n);
  const ids = Array.from({ length: size.delegations }, (_, place) => asDelegation(`D${place}`));
  const articles = Array.from({ length: size.articles }, (_, place) => asArticle(`art-${place}`));
  const [first = asDelegation('D0'), second = asDelegation('D1'), third = asDelegation('D2')] = ids;
  const funds = asToken('funds');
  const capital = asToken('capital');
  const option = (article: number): number => upTo(size.options) % Math.max(1, size.options - (article % 1));
  return {
    format: 2,
    rules: USUAL_RULES,
    id: 'small',
    version: '1.0.0',
    language: 'en',
    title: en('Small'),
    subtitle: en('A test'),
    summary: en('Invented states.'),
    setting: { place: en('Nowhere'), from: '2030-01-01', to: '2030-01-03' },
    minutes: 10,
    sessions: Array.from({ length: size.sessions ?? 3 }, (_, place) => ({
      title: en(`Day ${place + 1}`),
      date: `2030-01-0${place + 1}`,
      phases: PHASES,
      incidents: [size.incidents ?? 90, 30],
      contexts: 1,
    })),
    procedure: {
      methods: size.methods ?? ['silence', 'consensus'],
      threshold: 'two-thirds',
      quorum: 50,
      textsPerDecision: 3,
      positionsPerStatement: 4,
      offersPerCorridor: 5,
      blockCost: { token: capital, amount: 2 },
      reopenCost: { token: capital, amount: 1 },
      investigateCost: { token: capital, amount: 1 },
      assistCost: { token: funds, amount: 1 },
      ...(size.world === true
        ? fullProcedure(articles[0] ?? asArticle('art-0'), capital)
        : plainProcedure(capital)),
      revealAtEnd: true,
    },
    tokens: [
      { id: capital, name: en('Political capital'), about: en('') },
      { id: funds, name: en('Funds'), about: en('') },
    ],
    chair: { name: en('The Chair'), about: en(''), flag: 'UN' },
    delegations: ids.map((id, place) => ({
      id,
      name: en(`State ${place}`),
      placard: en(`State ${place}`),
      flag: 'UN',
      at: [place, place],
      groups: [place % 2 === 0 ? 'Even' : 'Odd'],
      about: en(''),
      briefing: en(''),
      manner: en(''),
      style: 'trader',
      wants: articles.map((_, article) => ({
        weight: { min: 5, max: 20 },
        values: Array.from({ length: size.options }, () => {
          const low = upTo(80);
          return { min: low, max: low + 20 };
        }),
        opening: option(article),
      })),
      redLines: [
        {
          article: articles[place % size.articles] ?? asArticle('art-0'),
          options: [size.options - 1],
          chance: 50,
        },
      ],
      reservation: { min: 30, max: 45 },
      tokens: [
        { min: 2, max: 6 },
        { min: 3, max: 9 },
      ],
      tokenWorth: [
        { min: 10, max: 40 },
        { min: 10, max: 90 },
      ],
      stakes: { tension: { min: 5, max: 20 }, damage: { min: 10, max: 50 }, face: { min: 40, max: 90 } },
      capacity: { offence: 5, defence: 5, dependence: 5 },
    })),
    articles: articles.map((id, place) => ({
      id,
      title: en(`Article ${place}`),
      short: en(`A${place}`),
      about: en(''),
      options: Array.from({ length: size.options }, (_, number) => ({
        id: number === 0 ? 'none' : `o${number}`,
        label: en(`Option ${number}`),
        wording: en(number === 0 ? '' : `Wording ${number}`),
      })),
      draft: place % size.options,
    })),
    linkages: articles.slice(1).map((article, place) => ({
      id: `link-${place}`,
      about: en(''),
      first: { article: articles[place] ?? article, options: [1] },
      second: { article, options: [size.options - 1] },
      worth: ids.map((delegation) => ({ delegation, points: { min: -12, max: 12 } })),
    })),
    concessions: [
      {
        id: asConcession('visas'),
        title: en('Visas'),
        about: en(''),
        givers: [{ delegation: first, cost: { min: 50, max: 90 } }],
        receivers: [{ delegation: second, worth: { min: 150, max: 300 } }],
        spends: [],
        sources: [],
      },
      {
        id: asConcession('training'),
        title: en('Training'),
        about: en(''),
        givers: ids.slice(1).map((delegation) => ({ delegation, cost: exactly(40) })),
        receivers: [{ delegation: first, worth: exactly(200) }],
        spends: [{ token: funds, amount: 2 }],
        sources: [],
      },
    ],
    tension: {
      start: { min: 20, max: 30 },
      steps: [
        { from: 0, name: en('Calm'), about: en(''), precedent: en('') },
        { from: 50, name: en('Strained'), about: en(''), precedent: en('') },
      ],
      collapse: 100,
      risePerSession: 20,
      calm: 4,
    },
    trust: { usual: 50, pairs: [{ from: first, to: third, trust: 10 }] },
    incidents: ['hospital', 'outage', 'leak', 'grid', 'blackout'].map((name, place) => ({
      id: asIncident(name),
      title: en(name),
      story: en('{victim} is hit.'),
      sector: 'health',
      severity: 3,
      weight: name === blackout ? 0 : 1 + place,
      victims: ids.slice(0, 3).map((delegation) => ({ delegation, weight: 1 })),
      origins: [
        { origin: 'accident', percent: 20 },
        { origin: 'criminals', percent: 20 },
        { origin: 'proxy', percent: 20 },
        { origin: 'state', percent: 20 },
        { origin: 'false-flag', percent: 20 },
      ],
      culprits: ids.slice(1).map((delegation) => ({ delegation, weight: 1 })),
      clues: [
        { about: en('A log'), reliability: 80 },
        { about: en('A wallet'), reliability: 50 },
      ],
      touches: [{ article: articles[0] ?? asArticle('art-0'), percent: 140 }],
      tension: { min: 3, max: 9 },
      damage: { min: 2, max: 9 },
      reservation: -150,
      damped: [{ article: articles[1] ?? asArticle('art-1'), options: [1], damage: 50, tension: 60 }],
      precedent: en(''),
      sources: [],
    })),
    contexts: [
      {
        id: asContext('thaw'),
        title: en('Thaw'),
        story: en(''),
        weight: 1,
        from: 0,
        to: 5,
        effects: [
          { kind: 'tension', by: -3 },
          { kind: 'trust', from: [first], to: [second], by: 10 },
          { kind: 'tokens', of: ids, token: funds, by: 2 },
        ],
        sources: [],
      },
      {
        id: asContext('vote'),
        title: en('Election'),
        story: en(''),
        weight: 2,
        from: 0,
        to: 5,
        effects: [
          { kind: 'weight', article: articles[0] ?? asArticle('art-0'), of: [first], percent: 150 },
          { kind: 'reservation', of: [second], by: 300 },
          { kind: 'tokens', of: [first], token: capital, by: -9 },
        ],
        sources: [],
      },
    ],
    ...(size.world === true ? fullWorld(ids, articles, capital, funds) : noWorld(capital)),
    goals: [],
    debrief: [],
    sources: [],
  };
};
