import {
  evolve,
  open,
  outcomeNow,
  standingText,
  worthOfText,
  type Event,
  type EventKind,
  type Phase,
  type SeatId,
  type State,
  type Table,
} from '../../engine/index.ts';
import type { PastGame } from '../branches/index.ts';

/** What changed for one delegation, hundredths of a point; trust in points. */
export interface Shift {
  /** Worth of the text that stands; at a decision, what adoption brought over no agreement, or what failure cost. */
  readonly text: number;
  /** Tokens, deeds and points of side tracks that changed hands. */
  readonly deal: number;
  /** Tension, damage and face, at its stakes. */
  readonly world: number;
  /** Value of no agreement. */
  readonly reservation: number;
  /** How far all the others together trust it. */
  readonly trust: number;
}

/** One thing that happened, with all that followed from it at once. */
export interface Moment {
  /** Index of the move; -1 for the opening. */
  readonly at: number;
  readonly session: number;
  readonly phase: Phase;
  /** Whose move it was. */
  readonly seat: SeatId | undefined;
  /** The event all the others followed from. */
  readonly head: Event;
  /** It, and what followed. */
  readonly events: readonly Event[];
  /** Without their logs: of a long game these alone would fill the memory. */
  readonly before: State;
  readonly after: State;
  /** Change of tension, points. */
  readonly tension: number;
  /** In the scenario's order of delegations. */
  readonly shifts: readonly Shift[];
}

/** Events that begin something. What comes after one of them, up to the next, is its consequence. */
const HEADS: ReadonlySet<EventKind> = new Set<EventKind>([
  'phase-opened',
  'context-drawn',
  'incident-struck',
  'responded',
  'clues-leaked',
  'truth-out',
  'mended',
  'track-step',
  'point-agreed',
  'operation-ordered',
  'operation-done',
  'operation-exposed',
  'calmed',
  'interviewed',
  'deal-leaked',
  'leak-traced',
  'flexed',
  'spoke',
  'replied',
  'amended',
  'draft-issued',
  'group-reported',
  'offered',
  'offer-declined',
  'deal-struck',
  'promise-settled',
  'text-put',
  'decided',
  'signed',
  'explained',
  'closed',
]);

/** What a delegation stands at. */
type Standing = Shift;

/** What traded worths, side rooms and the world are made of: where none of these has changed, they have not either. */
const TRADED = [
  'mandates',
  'tokens',
  'escrow',
  'pending',
  'carriedOut',
  'deeds',
  'tracks',
  'tension',
  'damage',
  'accused',
  'adopted',
  'outcome',
] as const satisfies readonly (keyof State)[];

const sameIn = (before: State, after: State, fields: readonly (keyof State)[]): boolean =>
  fields.every((field) => before[field] === after[field]);

/**
 * What every delegation stands at after each step of a game, told one after the other. States share what has not changed, so only
 * what a step has touched is reckoned anew: with nearly two hundred delegations the rest would take a minute.
 */
const follower = (table: Table): ((state: State) => readonly Standing[]) => {
  const { scenario } = table;
  let last: State | undefined;
  let texts: readonly number[] = [];
  let traded: readonly { readonly deal: number; readonly world: number }[] = [];
  let trusted: readonly number[] = [];
  let standings: readonly Standing[] = [];
  return (state) => {
    const textMoved = last === undefined || !sameIn(last, state, ['articles', 'mandates']);
    const tradeMoved = last === undefined || !sameIn(last, state, TRADED);
    const trustMoved = last === undefined || last.trust !== state.trust;
    last = state;
    if (textMoved) {
      const text = standingText(state.articles);
      texts = state.mandates.map((mandate) => worthOfText(scenario, mandate, text));
    }
    if (tradeMoved)
      // What promises come to at the close moves trust and nothing that is counted here; there may be hundreds.
      traded = outcomeNow(table, { ...state, pledges: [] }).seats.map(({ parts }) => ({
        deal: parts.tokens + parts.deeds + parts.rooms,
        world: parts.world,
      }));
    if (trustMoved) trusted = trustedBy(state.trust);
    if (textMoved || tradeMoved || trustMoved)
      standings = state.mandates.map(({ reservation }, place) => ({
        text: texts[place] ?? 0,
        deal: traded[place]?.deal ?? 0,
        world: traded[place]?.world ?? 0,
        reservation,
        trust: trusted[place] ?? 0,
      }));
    return standings;
  };
};

/** How far all the others together trust each. */
const trustedBy = (trust: State['trust']): readonly number[] => {
  const sums = trust.map(() => 0);
  trust.forEach((row, from) =>
    row.forEach((points, to) => {
      if (to !== from) sums[to] = (sums[to] ?? 0) + points;
    }),
  );
  return sums;
};

const STILL: Shift = { text: 0, deal: 0, world: 0, reservation: 0, trust: 0 };

/** At a decision on the whole text: what adoption brought whoever is bound, or what its failure took from everybody. */
const decidedShift = (table: Table, head: Event, after: State, place: number): number | undefined => {
  if (head.kind !== 'decided' || head.amendment !== undefined) return undefined;
  const mandate = after.mandates[place];
  const id = table.scenario.delegations[place]?.id;
  if (mandate === undefined || id === undefined) return undefined;
  const gain = worthOfText(table.scenario, mandate, head.text) - mandate.reservation;
  if (!head.adopted) return -gain;
  return after.adopted?.bound.includes(id) === true ? gain : 0;
};

/** No event reads the log: what happened is in the moments. */
const withoutLog = (state: State): State => ({ ...state, log: [], latest: [] });

/** Every move of a game, taken apart into what began something, with its measured consequences. */
export const momentsOf = ({ table, moves }: PastGame): readonly Moment[] => {
  const moments: Moment[] = [];
  let state = withoutLog(open(table));
  const standingIn = follower(table);
  let standing = standingIn(state);
  const still = table.scenario.delegations.map(() => STILL);
  for (const [at, { move, events }] of moves.entries()) {
    for (const group of grouped(events)) {
      const before = state;
      state = withoutLog(group.reduce((now, event) => evolve(table, now, event), state));
      const [head] = group;
      if (head === undefined) continue;
      const earlier = standing;
      standing = standingIn(state);
      moments.push({
        at,
        session: state.session,
        phase: state.phase,
        seat: move.seat,
        head,
        events: group,
        before,
        after: state,
        tension: state.tension - before.tension,
        // Most moments move nobody: they share one list.
        shifts:
          standing === earlier && head.kind !== 'decided'
            ? still
            : standing.map((now, place) => {
                const then = earlier[place] ?? now;
                return {
                  text: decidedShift(table, head, state, place) ?? now.text - then.text,
                  deal: now.deal - then.deal,
                  world: now.world - then.world,
                  reservation: now.reservation - then.reservation,
                  trust: now.trust - then.trust,
                };
              }),
      });
    }
  }
  return moments;
};

const grouped = (events: readonly Event[]): readonly (readonly Event[])[] => {
  const groups: Event[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last === undefined || HEADS.has(event.kind)) groups.push([event]);
    else last.push(event);
  }
  return groups;
};
