import {
  asDeal,
  asIncident,
  asOffer,
  asPromise,
  asTrack,
  CORRECTIONS,
  INTERVENTIONS,
  ORIGINS,
  STANCES,
  type Correction,
  type DelegationId,
  type Effect,
  type Intervention,
  type Provision,
  type Scenario,
  type TokenId,
} from '../../src/engine/index.ts';
import type { State } from '../../src/engine/state.ts';

/** What random play needs to make up a facilitator's doings. */
export interface Chances {
  readonly scenario: Scenario;
  readonly chance: () => number;
  readonly upTo: (most: number) => number;
  readonly hostile: () => boolean;
  readonly delegation: () => DelegationId;
  readonly provision: () => Provision;
  readonly token: () => TokenId;
  readonly amount: () => number;
}

const oneOf = <T, E>({ upTo }: Chances, list: readonly T[], otherwise: E): T | E =>
  list[upTo(list.length)] ?? otherwise;

/** What a facilitator may do to a state, now and then with nonsense in it. Play is ended seldom. */
export const intervening = (of: Chances, state: State): Intervention => {
  const { chance, upTo, delegation, scenario } = of;
  const kind = oneOf(of, INTERVENTIONS, 'truth' as const);
  const happened = oneOf(of, state.incidents, undefined)?.id ?? asIncident('none');
  switch (kind) {
    case 'incident':
      return {
        kind,
        incident: oneOf(of, scenario.incidents, undefined)?.id ?? asIncident('none'),
        ...(chance() < 0.5 ? { victim: delegation() } : {}),
        ...(chance() < 0.4 ? { origin: oneOf(of, ORIGINS, 'accident' as const) } : {}),
        ...(chance() < 0.2 ? { culprit: delegation() } : {}),
      };
    case 'context': {
      const card = oneOf(of, scenario.contexts, undefined)?.id;
      return card === undefined ? { kind: 'truth', incident: happened } : { kind, card };
    }
    case 'leak-deal':
      return { kind, deal: oneOf(of, state.deals, undefined)?.id ?? asDeal('deal-0') };
    case 'leak-clues':
    case 'truth':
      return { kind, incident: happened };
    case 'bulletin':
      return {
        kind,
        headline: of.hostile() ? '' : 'Lights out',
        story: 'In two towns.',
        effects: [effect(of)],
        ...(chance() < 0.3 ? { damage: { to: delegation(), points: upTo(9) - 3 } } : {}),
      };
    case 'instruction':
      return {
        kind,
        to: delegation(),
        message: 'Be firm.',
        ...(chance() < 0.5 ? { reservation: (upTo(9) - 4) * 100 } : {}),
        ...(chance() < 0.3 ? { weight: { article: of.provision().article, percent: 50 + upTo(100) } } : {}),
      };
    case 'correct':
      return { kind, what: correction(of, state), because: of.hostile() ? '' : 'a slip' };
    case 'close':
      return chance() < 0.05 ? { kind } : { kind: 'truth', incident: happened };
  }
};

const effect = (of: Chances): Effect => {
  const { upTo, delegation } = of;
  const by = of.hostile() ? Number.NaN : upTo(21) - 10;
  const kinds = ['tension', 'trust', 'weight', 'reservation', 'tokens', 'track'] as const;
  const kind = oneOf(of, kinds, 'tension' as const);
  switch (kind) {
    case 'tension':
      return { kind, by };
    case 'trust':
      return { kind, from: [delegation()], to: [delegation()], by };
    case 'weight':
      return { kind, article: of.provision().article, of: [delegation()], percent: 100 + by };
    case 'reservation':
      return { kind, of: [delegation()], by: by * 10 };
    case 'tokens':
      return { kind, of: [delegation()], token: of.token(), by };
    case 'track':
      return {
        kind,
        track: oneOf(of, of.scenario.tracks, undefined)?.id ?? asTrack('none'),
        open: of.chance() < 0.5,
      };
  }
};

const correction = (of: Chances, state: State): Correction => {
  const { upTo, delegation, scenario } = of;
  const kind = oneOf(of, CORRECTIONS, 'tension' as const);
  switch (kind) {
    case 'tokens':
      return { of: kind, delegation: delegation(), token: of.token(), to: of.amount() };
    case 'tension':
      return { of: kind, to: of.hostile() ? -4 : upTo(scenario.tension.collapse) };
    case 'trust':
      return { of: kind, from: delegation(), to: delegation(), points: upTo(101) };
    case 'stance':
      return {
        of: kind,
        delegation: delegation(),
        position: { ...of.provision(), stance: oneOf(of, STANCES, 'accept' as const) },
      };
    case 'damage':
      return { of: kind, delegation: delegation(), to: of.amount() };
    case 'opinion':
      return { of: kind, delegation: delegation(), to: upTo(101) };
    case 'article': {
      const { article, option } = of.provision();
      return { of: kind, article, now: { option, brackets: [], settled: of.chance() < 0.5 } };
    }
    case 'pledge':
      return {
        of: kind,
        pledge: oneOf(of, state.pledges, undefined)?.id ?? asPromise('promise-0'),
        state: oneOf(of, ['kept', 'broken', 'void'] as const, 'void' as const),
      };
    case 'offer':
      return { of: kind, offer: oneOf(of, state.offers, undefined)?.id ?? asOffer('offer-0') };
  }
};
