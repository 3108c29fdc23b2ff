import seedrandom from 'seedrandom';
import type {
  Command,
  CommandKind,
  DelegationId,
  Event,
  Move,
  Provision,
  Refusal,
  Response,
  SeatId,
  State,
  Table,
  Undertaking,
} from '../../src/engine/index.ts';
import { decide, evolve, open } from '../../src/engine/index.ts';
import {
  ANSWERS,
  asAmendment,
  asArticle,
  asCalming,
  asConcession,
  asDeal,
  asDelegation,
  asIncident,
  asOffer,
  asOperationCard,
  asPoint,
  asPromise,
  asToken,
  asTrack,
  asVulnerability,
  asWarning,
  CONFIDENCES,
  METHODS,
  ORIGINS,
  type Phase,
  RESPONSES,
  STANCES,
  TONES,
  TRACK_STEPS,
  VOWS,
} from '../../src/engine/seat.ts';
import { CHAIR_COMMANDS, COMMAND_KINDS, FACILITATOR_COMMANDS, PHASES_OF } from '../../src/engine/may.ts';
import { intervening } from './interventions.ts';

/** Plays at random: mostly moves that could be meant, some that no honest client would send. */
export interface Player {
  readonly move: (state: State) => Move;
  readonly chance: () => number;
}

/** `meddled`: now and then whoever runs the room does something, too. */
export const player = (table: Table, seed: string, meddled = true): Player => {
  const chance = seedrandom.alea(seed);
  const { scenario } = table;
  const upTo = (n: number): number => Math.floor(chance() * n);
  const one = <T>(items: readonly T[], otherwise: T): T => items[upTo(items.length)] ?? otherwise;
  const hostile = (): boolean => chance() < 0.03;
  const delegation = (): DelegationId =>
    hostile()
      ? asDelegation('atlantis')
      : (one(scenario.delegations, undefined)?.id ?? asDelegation('nobody'));
  const provision = (): Provision => {
    const article = hostile() ? undefined : one(scenario.articles, undefined);
    const option = hostile() ? one([-1, 99, 0.5, Number.NaN], -1) : upTo(article?.options.length ?? 3);
    return { article: article?.id ?? asArticle('art-none'), option };
  };
  const provisions = (most: number): Provision[] => Array.from({ length: upTo(most + 1) }, provision);
  const token = () =>
    hostile() ? asToken('gold') : (one(scenario.tokens, undefined)?.id ?? asToken('none'));
  const amount = (): number => (hostile() ? one([-4, 0, Number.NaN, 1e9, 0.5], -1) : 1 + upTo(3));
  const concession = (by: DelegationId) => {
    const own = scenario.concessions.filter((item) => item.givers.some((giver) => giver.delegation === by));
    return hostile()
      ? asConcession('moon')
      : (one(own.length > 0 ? own : scenario.concessions, undefined)?.id ?? asConcession('none'));
  };

  const undertaking = (state: State, by: DelegationId, to: DelegationId): Undertaking => {
    const when =
      chance() < 0.6 ? ({ on: 'now' } as const) : ({ on: 'adoption', containing: provisions(2) } as const);
    const session = state.session + upTo(3) - (hostile() ? 2 : 0);
    switch (
      one(
        [
          'tokens',
          'deed',
          'position',
          'join',
          'oppose',
          'intelligence',
          'restraint',
          // Twice: whether one is performed hangs on a chain of chances.
          'later',
          'later',
          'point',
        ] as const,
        'tokens',
      )
    ) {
      case 'tokens':
        return { kind: 'tokens', by, to, token: token(), amount: amount(), when };
      case 'deed':
        return { kind: 'deed', by, to, concession: concession(by), when };
      case 'position':
        return {
          kind: 'position',
          by,
          to,
          provision: provision(),
          stance: chance() < 0.5 ? 'accept' : 'support',
        };
      case 'join':
        return { kind: 'join', by, to, containing: [provision(), ...provisions(1)] };
      case 'oppose':
        return { kind: 'oppose', by, to, containing: [provision(), ...provisions(1)] };
      case 'intelligence':
        return {
          kind: 'intelligence',
          by,
          to,
          incident: one(state.incidents, undefined)?.id ?? asIncident('none'),
        };
      case 'restraint':
        return { kind: 'restraint', by, to, through: session };
      case 'later':
        return { kind: 'later', by, to, concession: concession(by), due: session };
      case 'point': {
        const track = one(scenario.tracks, undefined);
        return {
          kind: 'point',
          by,
          to,
          track: track?.id ?? asTrack('none'),
          point: one(track?.points ?? [], undefined)?.id ?? asPoint('none'),
        };
      }
    }
  };

  const offered = (state: State, by: DelegationId): Command => {
    const to = [delegation(), ...(chance() < 0.2 ? [delegation()] : [])].filter(
      (party) => party !== by || hostile(),
    );
    const undertakings = to.flatMap((party) => [
      undertaking(state, by, party),
      ...(chance() < 0.6 ? [undertaking(state, party, by)] : []),
    ]);
    const answers = chance() < 0.2 ? one(state.offers, undefined)?.id : undefined;
    return {
      kind: 'offer',
      to,
      undertakings,
      open: chance() < 0.5,
      expires: state.session + upTo(2),
      ...(answers === undefined ? {} : { answers }),
      because: [],
    };
  };

  const accusation = (by: DelegationId) => {
    const culprit = chance() < 0.6 ? delegation() : undefined;
    return {
      origin: one(ORIGINS, 'state'),
      confidence: one(CONFIDENCES, 'low'),
      ...(culprit === undefined ? {} : { culprit: hostile() ? by : culprit }),
    };
  };

  const answer = (state: State, by: DelegationId): Response => {
    const kind = one(RESPONSES, 'investigate');
    switch (kind) {
      case 'investigate':
      case 'inquiry':
      case 'leak':
      case 'assist':
      case 'condemn':
        return { kind };
      case 'share':
        return { kind, with: chance() < 0.4 ? 'all' : delegation() };
      case 'ask':
        return { kind, from: chance() < 0.4 ? 'all' : delegation() };
      case 'hotline':
        return { kind, to: delegation() };
      case 'assess':
        return { kind, ...accusation(by) };
      case 'attribute':
        return { kind, ...accusation(by), ...(chance() < 0.3 ? { quiet: true } : {}) };
      case 'endorse': {
        const said = state.incidents.flatMap((incident) =>
          incident.responses.filter((item) => item.response.kind === 'attribute'),
        );
        return { kind, whose: one(said, undefined)?.by ?? delegation() };
      }
      case 'sanction':
      case 'countermeasure':
        return { kind, on: delegation() };
    }
  };

  const cites = () => (chance() < 0.3 ? { cites: provisions(2).map((item) => item.article) } : {});

  const response = (state: State, by: DelegationId): Command => {
    const found = one(state.incidents, undefined);
    // Inquiries begin with the victim, so that the rest of the table can join.
    const opening = found !== undefined && found.victim === by && chance() < 0.4;
    return {
      kind: 'respond',
      incident: found?.id ?? asIncident('none'),
      response: opening ? { kind: 'inquiry' } : answer(state, by),
      ...cites(),
    };
  };

  const command = (kind: CommandKind, state: State, by: DelegationId): Command => {
    const mine = state.offers.filter((offer) => offer.to.includes(by));
    const offer = () => one(chance() < 0.8 ? mine : state.offers, undefined)?.id ?? asOffer('offer-0');
    switch (kind) {
      case 'done':
      case 'gavel':
      case 'advance':
      case 'sign':
        return { kind };
      case 'warn':
        return {
          kind,
          warning: one(state.warnings, undefined)?.id ?? asWarning('none'),
          to: chance() < 0.3 ? 'all' : delegation(),
        };
      case 'mend':
        return {
          kind,
          vulnerability: one(scenario.vulnerabilities, undefined)?.id ?? asVulnerability('none'),
        };
      case 'track':
        return {
          kind,
          track: one(scenario.tracks, undefined)?.id ?? asTrack('none'),
          step: chance() < 0.5 ? 'enter' : one(TRACK_STEPS, 'enter'),
        };
      case 'calm':
        return { kind, move: one(scenario.calming, undefined)?.id ?? asCalming('none') };
      case 'interview':
        return {
          kind,
          ...(chance() < 0.6 ? { vow: { ...provision(), says: one(VOWS, 'never') } } : {}),
          tone: one(TONES, 'plain'),
          names: chance() < 0.3 ? [delegation()] : [],
        };
      case 'leak':
        return { kind, deal: one(state.deals, undefined)?.id ?? asDeal('none') };
      case 'flexibility': {
        const place = scenario.delegations.findIndex((item) => item.id === by);
        return { kind, redLine: one(state.mandates[place]?.redLines ?? [], provision()) };
      }
      case 'operate':
        return {
          kind,
          operation: one(scenario.operations.cards, undefined)?.id ?? asOperationCard('none'),
          against: delegation(),
          proxy: chance() < 0.5,
        };
      case 'sponsor':
        return { kind, amendment: one(state.amendments, undefined)?.id ?? asAmendment('none') };
      case 'point-of-order':
        return { kind, article: provision().article };
      case 'report': {
        const group = one(state.groups, undefined);
        return { kind, article: group?.article ?? provision().article, option: provision().option };
      }
      case 'explain':
        return { kind, articles: [provision().article], tone: one(TONES, 'plain') };
      case 'agenda':
        return {
          kind,
          articles: scenario.articles.filter(() => chance() < 0.8).map((article) => article.id),
        };
      case 'group':
        return {
          kind,
          article: provision().article,
          facilitator: delegation(),
          members: [delegation(), delegation()],
        };
      case 'respond':
        return response(state, by);
      case 'speak':
        return {
          kind,
          positions: provisions(4).map((item) => ({ ...item, stance: one(STANCES, 'accept') })),
          priorities: [...new Set(provisions(2).map((item) => item.article))],
          tone: one(TONES, 'plain'),
          names: chance() < 0.4 ? [delegation()] : [],
          ...cites(),
        };
      case 'reply':
        return { kind, to: one(state.replies, undefined)?.by ?? delegation(), tone: one(TONES, 'plain') };
      case 'position':
        return {
          kind,
          positions: [provision(), ...provisions(2)].map((item) => ({
            ...item,
            stance: one(STANCES, 'accept'),
          })),
        };
      case 'amend':
        return { kind, ...provision() };
      case 'offer':
        return offered(state, by);
      case 'accept':
        return { kind, offer: offer(), because: [] };
      case 'decline':
        return { kind, offer: offer(), because: [], wouldChange: [] };
      case 'withdraw':
        return { kind, offer: one(state.offers, undefined)?.id ?? asOffer('offer-0') };
      case 'perform': {
        const due = state.pledges.filter(
          (pledge) =>
            pledge.state === 'open' && pledge.undertaking.kind === 'later' && pledge.undertaking.by === by,
        );
        const pledges = due.length > 0 && !hostile() ? due : state.pledges;
        return { kind, pledge: one(pledges, undefined)?.id ?? asPromise('promise-0') };
      }
      case 'answer':
        return {
          kind,
          answer: chance() < 0.5 ? 'join' : one(ANSWERS, 'join'),
          articles: provisions(2).map((item) => item.article),
          because: [],
        };
      case 'draft':
        return {
          kind,
          articles: scenario.articles.map((article) => {
            const settled = chance() < 0.4;
            return {
              option: upTo(article.options.length),
              brackets: settled && !hostile() ? [] : [upTo(article.options.length)],
              settled,
            };
          }),
        };
      case 'intervene':
        return { kind, intervention: { kind: 'close' } };
      case 'put': {
        const amendment =
          chance() < 0.3
            ? one(
                state.amendments.filter((item) => item.state === 'open'),
                undefined,
              )
            : undefined;
        return {
          kind,
          text: scenario.articles.map((article) => upTo(article.options.length)),
          method: amendment === undefined ? one(METHODS, 'silence') : 'vote',
          ...(amendment === undefined ? {} : { amendment: amendment.id }),
        };
      }
    }
  };

  // Whoever runs the room has chances of its own, so that the others' play does not move with it.
  const outside = seedrandom.alea(`${seed}/facilitator`);
  const meddling = (state: State): Move => {
    const below = (most: number): number => Math.floor(outside() * most);
    const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
    const intervention = intervening(
      {
        scenario,
        chance: outside,
        upTo: below,
        hostile: () => outside() < 0.05,
        delegation: () => pick(scenario.delegations)?.id ?? asDelegation('nobody'),
        provision: () => {
          const article = pick(scenario.articles);
          return {
            article: article?.id ?? asArticle('art-none'),
            option: below(article?.options.length ?? 3),
          };
        },
        token: () => pick(scenario.tokens)?.id ?? asToken('none'),
        amount: () => below(9),
      },
      state,
    );
    return { seat: 'facilitator', command: { kind: 'intervene', intervention } };
  };

  const move = (state: State): Move => {
    if (meddled && outside() < 0.02) return meddling(state);
    const anyKind = COMMAND_KINDS;
    const fitting = anyKind.filter((kind) => PHASES_OF[kind].includes(state.phase));
    const chairs = chance() < 0.12;
    const pool = (hostile() ? anyKind : fitting).filter(
      (kind) =>
        hostile() || (CHAIR_COMMANDS.includes(kind) === chairs && !FACILITATOR_COMMANDS.includes(kind)),
    );
    const kind = one(pool, 'done');
    const seat: SeatId = chairs && !hostile() ? 'chair' : hostile() ? 'observer' : delegation();
    const by = one(scenario.delegations, undefined)?.id ?? asDelegation('nobody');
    return { seat, command: command(kind, state, seat === 'chair' || seat === 'observer' ? by : seat) };
  };
  return { move, chance };
};

export interface Played {
  readonly moves: readonly { readonly move: Move; readonly events: readonly Event[] }[];
  readonly refusals: readonly Refusal[];
  /** After every move that was accepted; the first is the opening. */
  readonly states: readonly State[];
  readonly last: State;
}

/** A random game of at most so many moves, accepted or refused. */
export const play = (table: Table, seed: string, most: number, meddled = true): Played => {
  const { move } = player(table, seed, meddled);
  const moves: { move: Move; events: readonly Event[] }[] = [];
  const refusals: Refusal[] = [];
  let state = open(table);
  const states = [state];
  for (let turn = 0; turn < most && state.status === 'open'; turn += 1) {
    const wanted = move(state);
    const decided = decide(table, state, wanted);
    if (decided.refusal !== undefined) refusals.push(decided.refusal);
    else {
      state = decided.events.reduce((now, event) => evolve(table, now, event), state);
      moves.push({ move: wanted, events: decided.events });
      states.push(state);
    }
  }
  return { moves, refusals, states, last: state };
};

/** A delegate that plays by the phases: what a test does to get from one phase to another. */
export const throughPhases = (table: Table, state: State, sessions: number, phase: Phase): State => {
  let now = state;
  for (let guard = 0; guard < 200 && (now.session !== sessions || now.phase !== phase); guard += 1) {
    const decided = decide(table, now, { seat: 'chair', command: { kind: 'advance' } });
    if (decided.refusal !== undefined) throw new Error(`cannot advance: ${decided.refusal.refused}`);
    now = decided.next;
  }
  return now;
};
