import {
  appraise,
  placeOf,
  type ConcessionId,
  type DelegationId,
  type Event,
  type Mandate,
  type Position,
  type PromiseId,
  type PromiseState,
  type Provision,
  type Scenario,
  type State,
  type Stance,
  type Undertaking,
} from '../../engine/index.ts';
import type { Moment } from './moments.ts';

/** A step away from what a delegation favoured, in public, on one article. */
export interface TextConcession {
  readonly kind: 'position';
  readonly at: number;
  readonly session: number;
  readonly by: DelegationId;
  readonly provision: Provision;
  /** The option it had favoured most among those it could live with. */
  readonly from: number;
  readonly stance: Stance;
  /** By delegation: what the step from one option to the other is worth to it, linkages left aside; below 0 for the giver. */
  readonly worths: readonly number[];
}

/** What a package brought each of its parties, at once or on adoption. */
export interface DealConcession {
  readonly kind: 'deal';
  readonly at: number;
  readonly session: number;
  readonly parties: readonly DelegationId[];
  readonly undertakings: readonly Undertaking[];
  /** By delegation: exact worth of all that changed hands, hundredths of a point; 0 for the others. */
  readonly worths: readonly number[];
  /** By delegation: more on adoption. */
  readonly onAdoption: readonly number[];
}

/** A deed done for another. */
export interface DeedConcession {
  readonly kind: 'deed';
  readonly at: number;
  readonly session: number;
  readonly by: DelegationId;
  readonly to: DelegationId;
  readonly concession: ConcessionId;
  /** By delegation: what doing it costs (below 0) or receiving it brings. */
  readonly worths: readonly number[];
}

export type Concession = TextConcession | DealConcession | DeedConcession;

/** Who conceded what, and who gained from it, in order of time. */
export const concessionsOf = (scenario: Scenario, moments: readonly Moment[]): readonly Concession[] =>
  moments.flatMap((moment): readonly Concession[] => [
    ...stepsIn(scenario, moment),
    ...dealsIn(scenario, moment),
    ...deedsIn(scenario, moment),
  ]);

const positionsIn = (event: Event): readonly { readonly by: DelegationId; readonly position: Position }[] => {
  if (event.kind === 'spoke') return event.positions.map((position) => ({ by: event.by, position }));
  return event.kind === 'position-taken' ? [{ by: event.by, position: event.position }] : [];
};

const stepsIn = (scenario: Scenario, moment: Moment): readonly TextConcession[] =>
  moment.events.flatMap(positionsIn).flatMap(({ by, position }): readonly TextConcession[] => {
    if (position.stance !== 'accept' && position.stance !== 'support') return [];
    const article = placeOf(scenario, 'article', position.article);
    const giver = placeOf(scenario, 'delegation', by);
    const mandate = moment.before.mandates[giver];
    const row = mandate?.table[article];
    const from = favoured(moment.before, giver, article, row);
    if (row === undefined || from === undefined || (row[position.option] ?? 0) >= (row[from] ?? 0)) return [];
    if (livesWith(moment.before.stances[giver]?.[article]?.[position.option])) return [];
    const step = ({ table }: Mandate): number =>
      (table[article]?.[position.option] ?? 0) - (table[article]?.[from] ?? 0);
    return [
      {
        kind: 'position',
        at: moment.at,
        session: moment.session,
        by,
        provision: { article: position.article, option: position.option },
        from,
        stance: position.stance,
        worths: moment.before.mandates.map(step),
      },
    ];
  });

const livesWith = (stance: Stance | undefined): boolean => stance === 'accept' || stance === 'support';

/** Of the options of an article a delegation has said it can live with, the one worth most to it. */
const favoured = (
  state: State,
  seat: number,
  article: number,
  row: readonly number[] | undefined,
): number | undefined => {
  const stances = state.stances[seat]?.[article] ?? [];
  let best: number | undefined;
  stances.forEach((stance, option) => {
    if (livesWith(stance) && (best === undefined || (row?.[option] ?? 0) > (row?.[best] ?? 0))) best = option;
  });
  return best;
};

const dealsIn = (scenario: Scenario, { events, before, at, session }: Moment): readonly DealConcession[] =>
  events.flatMap((event): readonly DealConcession[] => {
    if (event.kind !== 'deal-struck') return [];
    const { parties, undertakings } = event.deal;
    const appraised = scenario.delegations.map(({ id }, place) => {
      const mandate = before.mandates[place];
      return mandate === undefined
        ? { now: 0, onAdoption: 0 }
        : appraise(scenario, mandate, id, undertakings);
    });
    return [
      {
        kind: 'deal',
        at,
        session,
        parties,
        undertakings,
        worths: appraised.map(({ now }) => now),
        onAdoption: appraised.map(({ onAdoption }) => onAdoption),
      },
    ];
  });

const deedsIn = (scenario: Scenario, { events, before, at, session }: Moment): readonly DeedConcession[] =>
  events.flatMap((event): readonly DeedConcession[] => {
    if (event.kind !== 'deed-done') return [];
    const { by, to, concession } = event.undertaking;
    const place = placeOf(scenario, 'concession', concession);
    return [
      {
        kind: 'deed',
        at,
        session,
        by,
        to,
        concession,
        worths: scenario.delegations.map(({ id }, seat) => {
          const mandate = before.mandates[seat];
          if (id === by) return -(mandate?.costs[place] ?? 0);
          return id === to ? (mandate?.gains[place] ?? 0) : 0;
        }),
      },
    ];
  });

/** Given and received by one delegation in steps of the text and deeds, hundredths of a point, both 0 or more. */
export interface ConcessionBalance {
  readonly delegation: DelegationId;
  /** What its own steps and deeds have cost it. */
  readonly given: number;
  /** What the others' steps and deeds have brought it; losses by them are not set against it. */
  readonly received: number;
}

/** Concessions given and received, in the scenario's order. Deals are counted by their deeds, so that none counts twice. */
export const balanceOf = (
  scenario: Scenario,
  concessions: readonly Concession[],
): readonly ConcessionBalance[] =>
  scenario.delegations.map(({ id }, place) => {
    let given = 0;
    let received = 0;
    for (const concession of concessions) {
      if (concession.kind === 'deal') continue;
      const worth = concession.worths[place] ?? 0;
      if (concession.by === id) given += Math.max(0, -worth);
      else received += Math.max(0, worth);
    }
    return { delegation: id, given, received };
  });

/** One line of the promise ledger, with what became of it. */
export interface LedgerLine {
  readonly promise: PromiseId;
  readonly by: DelegationId;
  readonly to: DelegationId;
  readonly undertaking: Undertaking;
  readonly open: boolean;
  readonly made: { readonly at: number; readonly session: number };
  readonly state: PromiseState;
  readonly settled?: { readonly at: number; readonly session: number };
  /** Points of trust its breach has cost, as the rules reckon it. */
  readonly cost?: { readonly harmed: number; readonly others: number };
}

/** Every promise made, in order. */
export const ledgerOf = (moments: readonly Moment[]): readonly LedgerLine[] => {
  const lines = new Map<PromiseId, LedgerLine>();
  for (const { at, session, events } of moments)
    for (const event of events) {
      if (event.kind === 'promised') {
        const { id, undertaking, open, state } = event.pledge;
        const { by, to } = undertaking;
        lines.set(id, { promise: id, by, to, undertaking, open, state, made: { at, session } });
      }
      if (event.kind !== 'promise-settled') continue;
      const line = lines.get(event.pledge);
      if (line === undefined) continue;
      lines.set(event.pledge, {
        ...line,
        state: event.state,
        settled: { at, session },
        ...(event.cost === undefined ? {} : { cost: event.cost }),
      });
    }
  return [...lines.values()];
};
