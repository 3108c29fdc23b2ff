import type { Scenario } from '../engine/seat.ts';

/** Systems of the game that can be left out of a scenario by its data alone, to see what each does. */
export const SYSTEMS = [
  'consensus',
  'side-tracks',
  'bilateral-tracks',
  'expert-tracks',
  'parallel-tracks',
  'benefits',
  'softening',
  'linkages',
  'concessions',
  'incidents',
  'evidence',
  'intelligence',
  'vulnerabilities',
  'operations',
  'calming',
  'contexts',
  'press',
  'groups',
] as const;
export type System = (typeof SYSTEMS)[number];

/** A system, or one article in which nobody then has an interest. */
export type Left = System | `article:${string}`;

const isSystem = (name: string): name is System => SYSTEMS.some((system) => system === name);

/** The name of something that can be left out; `undefined` if there is no such thing in this scenario. */
export const leftNamed = (scenario: Scenario, name: string): Left | undefined => {
  if (isSystem(name)) return name;
  const article = name.startsWith('article:') ? name.slice('article:'.length) : undefined;
  return article !== undefined && scenario.articles.some(({ id }) => id === article)
    ? `article:${article}`
    : undefined;
};

/** The scenario without a system: the same in all else. */
export const without = (scenario: Scenario, left: Left): Scenario => {
  if (!isSystem(left)) return withoutInterest(scenario, left.slice('article:'.length));
  switch (left) {
    case 'consensus':
      return {
        ...scenario,
        procedure: { ...scenario.procedure, methods: ['vote'], threshold: 'simple-majority' },
      };
    case 'side-tracks':
      return { ...scenario, tracks: [], contexts: scenario.contexts.map(withoutTrackEffects) };
    case 'bilateral-tracks':
      return withoutKind(scenario, 'bilateral');
    case 'expert-tracks':
      return withoutKind(scenario, 'expert-group');
    case 'parallel-tracks':
      return withoutKind(scenario, 'parallel');
    case 'benefits':
      return { ...scenario, payoffs: [], procedure: { ...scenario.procedure, signature: null } };
    case 'softening':
      return { ...scenario, incidents: scenario.incidents.map((card) => ({ ...card, damped: [] })) };
    case 'linkages':
      return { ...scenario, linkages: [] };
    case 'concessions':
      return { ...scenario, concessions: [] };
    case 'incidents':
      return { ...scenario, sessions: scenario.sessions.map((session) => ({ ...session, incidents: [] })) };
    case 'evidence':
      return { ...scenario, incidents: scenario.incidents.map((card) => ({ ...card, clues: [] })) };
    case 'intelligence':
      return { ...scenario, intelligence: { warnings: [], briefings: [], heeded: 100 } };
    case 'vulnerabilities':
      return { ...scenario, vulnerabilities: [] };
    case 'operations':
      return { ...scenario, operations: { allowed: false, cards: [] } };
    case 'calming':
      return { ...scenario, calming: [] };
    case 'contexts':
      return { ...scenario, sessions: scenario.sessions.map((session) => ({ ...session, contexts: 0 })) };
    case 'press':
      return { ...scenario, press: { ...scenario.press, interviews: 0, leak: 0, traced: 0, swing: 0 } };
    case 'groups':
      return { ...scenario, procedure: { ...scenario.procedure, groups: 0 } };
  }
};

const withoutTrackEffects = (card: Scenario['contexts'][number]): Scenario['contexts'][number] => ({
  ...card,
  effects: card.effects.filter((effect) => effect.kind !== 'track'),
});

const withoutKind = (scenario: Scenario, kind: Scenario['tracks'][number]['kind']): Scenario => {
  const gone = new Set(scenario.tracks.filter((track) => track.kind === kind).map((track) => track.id));
  const stays = (effect: Scenario['contexts'][number]['effects'][number]): boolean =>
    effect.kind !== 'track' || !gone.has(effect.track);
  return {
    ...scenario,
    tracks: scenario.tracks
      .filter((track) => !gone.has(track.id))
      .map((track) => ({
        ...track,
        points: track.points.map((point) => ({ ...point, effects: point.effects.filter(stays) })),
      })),
    contexts: scenario.contexts.map((card) => ({ ...card, effects: card.effects.filter(stays) })),
  };
};

/** Nobody has an interest in an article, nor a red line in it; what it was linked with stands alone. */
const withoutInterest = (scenario: Scenario, id: string): Scenario => {
  const place = scenario.articles.findIndex((article) => article.id === id);
  return {
    ...scenario,
    linkages: scenario.linkages.filter(
      (linkage) => linkage.first.article !== id && linkage.second.article !== id,
    ),
    delegations: scenario.delegations.map((delegation) => ({
      ...delegation,
      redLines: delegation.redLines.filter((line) => line.article !== id),
      wants: delegation.wants.map((want, at) =>
        at === place ? { ...want, weight: { min: 0, max: 0 } } : want,
      ),
    })),
  };
};
