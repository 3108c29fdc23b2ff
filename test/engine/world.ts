import {
  asArticle,
  asCalming,
  asIncident,
  asOperationCard,
  asPoint,
  asTrack,
  asVulnerability,
  OPERATIONS,
  type ArticleId,
  type DelegationId,
  type Procedure,
  type Scenario,
  type TokenId,
  type Words,
} from '../../src/engine/seat.ts';

const en = (text: string): Words => ({ en: text });

export type World = Pick<
  Scenario,
  'tracks' | 'payoffs' | 'vulnerabilities' | 'intelligence' | 'operations' | 'calming' | 'press'
>;

/** Nothing of the world around the plenary: as where a file leaves those sections out. */
export const noWorld = (token: TokenId): World => ({
  tracks: [],
  payoffs: [],
  vulnerabilities: [],
  intelligence: { warnings: [], briefings: [], heeded: 100 },
  operations: { allowed: false, cards: [] },
  calming: [],
  press: {
    interviews: 0,
    opinion: { min: 50, max: 50 },
    gain: 0,
    vow: 0,
    leak: 0,
    traced: 0,
    flexibility: { cost: { token, amount: 0 }, chance: 0 },
    swing: 0,
  },
});

/** Procedure without any of what a scenario may add. */
export const plainProcedure = (
  token: TokenId,
): Pick<
  Procedure,
  | 'statements'
  | 'sponsors'
  | 'amendmentVotes'
  | 'groups'
  | 'orderCost'
  | 'drafts'
  | 'signature'
  | 'revealBeliefs'
> => ({
  statements: 0,
  sponsors: 1,
  amendmentVotes: false,
  groups: 0,
  orderCost: { token, amount: 0 },
  drafts: [],
  signature: null,
  revealBeliefs: true,
});

export const channel = asTrack('channel');
export const club = asTrack('club');
export const elsewhere = asTrack('elsewhere');
export const dialogue = asPoint('dialogue');
export const seaRules = asPoint('sea-rules');
export const language = asPoint('language');
export const firstRead = asPoint('first-reading');
export const oldServers = asVulnerability('old-servers');
export const pause = asCalming('pause');
export const listen = asOperationCard('spy');
export const prepare = asOperationCard('pre-position');
export const disrupt = asOperationCard('disrupt');
export const blackout = asIncident('blackout');

/** One of everything that surrounds the plenary, for invented states. */
export const fullWorld = (
  ids: readonly DelegationId[],
  articles: readonly ArticleId[],
  capital: TokenId,
  funds: TokenId,
): World => {
  const [first, second] = ids;
  const pair = ids.slice(0, 2);
  const cost = { token: capital, amount: 1 };
  const none = { damage: 100, tension: 100 };
  const worth = (least: number, most: number) =>
    ids.map((delegation) => ({ delegation, worth: { min: least, max: most } }));
  const article = (place: number): ArticleId => articles[place % articles.length] ?? asArticle('art-0');
  return {
    tracks: [
      {
        id: channel,
        title: en('Channel'),
        about: en(''),
        kind: 'bilateral',
        members: pair,
        from: 0,
        to: 9,
        open: true,
        cost,
        points: [
          {
            id: dialogue,
            title: en('Dialogue'),
            about: en(''),
            needs: 2,
            worth: worth(100, 200),
            effects: [
              { kind: 'tension', by: -3 },
              { kind: 'reservation', of: ids.slice(2), by: -100 },
            ],
            writes: null,
            softens: { damage: 60, tension: 50 },
          },
          {
            id: seaRules,
            title: en('Rules at sea'),
            about: en(''),
            needs: 2,
            worth: worth(50, 90),
            effects: [],
            writes: { article: article(0), option: 1 },
            softens: none,
          },
        ],
        advance: { chance: 0, each: 0 },
        rupture: { reservation: 120, tension: 3 },
        sources: [],
      },
      {
        id: club,
        title: en('Club'),
        about: en(''),
        kind: 'expert-group',
        members: ids,
        from: 1,
        to: 2,
        open: false,
        cost: { token: capital, amount: 0 },
        points: [
          {
            id: language,
            title: en('Language'),
            about: en(''),
            needs: Math.min(3, ids.length),
            worth: worth(0, 150),
            effects: [{ kind: 'weight', article: article(1), of: ids, percent: 120 }],
            writes: { article: article(1), option: 1 },
            softens: none,
          },
        ],
        advance: { chance: 0, each: 0 },
        rupture: { reservation: 0, tension: 0 },
        sources: [],
      },
      {
        id: elsewhere,
        title: en('Elsewhere'),
        about: en(''),
        kind: 'parallel',
        members: ids,
        from: 0,
        to: 9,
        open: true,
        cost: { token: capital, amount: 0 },
        points: [
          {
            id: firstRead,
            title: en('First reading'),
            about: en(''),
            needs: 2,
            worth: worth(10, 20),
            effects: [{ kind: 'track', track: club, open: true }],
            writes: null,
            softens: none,
          },
        ],
        advance: { chance: 40, each: 20 },
        rupture: { reservation: 0, tension: 0 },
        sources: [],
      },
    ],
    payoffs: [
      { article: article(0), options: [1], gives: 'contact', percent: 200 },
      { article: article(0), options: [1, 2], gives: 'citation', percent: 200 },
      { article: article(1), options: [1], gives: 'assistance', percent: 200 },
      { article: article(1), options: [2], gives: 'inquiry', percent: 200 },
      { article: article(2), options: [1], gives: 'keeping-word', percent: 160 },
      { article: article(2), options: [2], gives: 'restraint', percent: 40 },
    ],
    vulnerabilities: [
      {
        id: oldServers,
        title: en('Old servers'),
        about: en(''),
        sectors: ['health'],
        percent: 200,
        holders: ids.map((delegation) => ({ delegation, chance: 50 })),
        cost: { token: funds, amount: 1 },
        sources: [],
      },
    ],
    intelligence: {
      warnings: first === undefined ? [] : [{ delegation: first, chance: 80, reliability: 70 }],
      briefings: second === undefined ? [] : [{ delegation: second, chance: 60 }],
      heeded: 50,
    },
    operations: {
      allowed: true,
      cards: OPERATIONS.map((kind) => ({
        id: asOperationCard(kind),
        kind,
        title: en(kind),
        about: en(''),
        cost,
        proxyCost: { token: funds, amount: 1 },
        success: 60,
        mishap: 20,
        exposure: 30,
        gain: 60,
        incident: kind === 'spy' ? null : blackout,
        sources: [],
      })),
    },
    calming: [
      {
        id: pause,
        title: en('Pause'),
        about: en(''),
        cost,
        tension: 5,
        trust: 1,
        precedent: en(''),
        sources: [],
      },
    ],
    press: {
      interviews: 1,
      opinion: { min: 30, max: 70 },
      gain: 6,
      vow: 300,
      leak: 20,
      traced: 50,
      flexibility: { cost, chance: 50 },
      swing: 60,
    },
  };
};

/** Procedure with everything that a scenario may add. */
export const fullProcedure = (article: ArticleId, capital: TokenId): ReturnType<typeof plainProcedure> => ({
  statements: 4,
  sponsors: 2,
  amendmentVotes: true,
  groups: 2,
  orderCost: { token: capital, amount: 1 },
  drafts: [en('Zero draft'), en('Rev. 1')],
  signature: { article, options: [1, 2] },
  revealBeliefs: true,
});
