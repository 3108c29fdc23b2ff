import {
  ANSWERS,
  decide,
  incidentOf,
  METHODS,
  open,
  type Command,
  type DelegationId,
  type Event,
  type Fate,
  type Incident,
  type Response,
  type SeatId,
  type State,
  type Table,
} from '../../engine/index.ts';
import type { Change, MadeMove } from './game.ts';

/** Something that could have been otherwise at one move: by whom, and what. The world's turns are nobody's. */
export interface Alternative {
  readonly by?: SeatId;
  readonly change: Exclude<Change, { readonly kind: 'nothing' }>;
}

/**
 * What could have been otherwise at one move: another answer, an offer taken or left, a deed done or not, a promise kept, an
 * incident that did not come or had another author. Only what the rules allowed at that moment; not every possible command,
 * but those that need no further choice.
 *
 * @param before The state in which the move was made.
 */
export const alternativesAt = (table: Table, before: State, made: MadeMove): readonly Alternative[] => {
  const { seat, command } = made.move;
  return [
    ...otherCommands(before, seat, command)
      .filter((other) => deedOf(other) !== deedOf(command))
      .filter((other) => decide(table, before, { seat, command: other }).refusal === undefined)
      .map((other): Alternative => ({ by: seat, change: { kind: 'instead', command: other } })),
    ...fatesOf(table, made.events),
  ];
};

/** What is said with a command, and does nothing. */
const SAID: ReadonlySet<string> = new Set(['because', 'articles', 'cites', 'wouldChange']);

/** What a command does, whatever reasons and articles are named with it. */
const deedOf = (command: Command): string =>
  JSON.stringify(
    Object.entries(command)
      .filter(([field]) => !SAID.has(field))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

/** What could have been otherwise before the first move: incidents that came with the opening. */
export const alternativesAtOpening = (table: Table): readonly Alternative[] => {
  const { incidents } = open(table);
  return incidents.flatMap((incident) => worldOtherwise(table, incident));
};

const otherCommands = (before: State, seat: SeatId, command: Command): readonly Command[] => {
  const me = seat === 'chair' || seat === 'observer' || seat === 'facilitator' ? undefined : seat;
  const found: Command[] = [];
  if (command.kind === 'answer')
    for (const answer of ANSWERS) found.push({ kind: 'answer', answer, articles: [], because: [] });
  if (command.kind === 'put') for (const method of METHODS) found.push({ ...command, method });
  if (command.kind === 'accept')
    found.push({
      kind: 'decline',
      offer: command.offer,
      because: [],
      wouldChange: [{ kind: 'nothing' }],
    });
  if (before.phase === 'corridor' && me !== undefined)
    for (const offer of before.offers)
      if (offer.to.includes(me)) found.push({ kind: 'accept', offer: offer.id, because: [] });
  if (me !== undefined) {
    for (const incident of before.incidents)
      for (const response of deeds(incident, me))
        if (command.kind === 'done' || command.kind === 'respond')
          found.push({ kind: 'respond', incident: incident.id, response });
    if (command.kind === 'done')
      for (const { id, state, undertaking } of before.pledges)
        if (state === 'open' && undertaking.kind === 'later' && undertaking.by === me)
          found.push({ kind: 'perform', pledge: id });
  }
  if (seat === 'chair') found.push({ kind: 'advance' });
  // Whoever answers a text or an offer has its other answers; of everything else it can be asked what if it had not been done.
  if (command.kind !== 'answer' && command.kind !== 'accept' && command.kind !== 'decline')
    found.push({ kind: 'done' });
  return found;
};

/** Deeds about an incident that need no further choice. Words of accusation would: against whom, and how sure. */
const deeds = (incident: Incident, me: DelegationId): readonly Response[] => {
  const other = incident.victim === me ? incident.suspect : incident.victim;
  return [
    ...(other === undefined ? [] : [{ kind: 'hotline', to: other } as const]),
    { kind: 'assist' },
    { kind: 'investigate' },
    { kind: 'share', with: 'all' },
    { kind: 'condemn' },
  ];
};

/**
 * Incidents that came with the calendar might not have come, or might have had another author. Those that an operation set off
 * are somebody's deed, not the world's.
 */
const fatesOf = (table: Table, events: readonly Event[]): readonly Alternative[] =>
  events.flatMap((event, place) => {
    const opened = events.slice(0, place).findLast((other) => other.kind === 'phase-opened');
    if (event.kind !== 'incident-hidden' || opened?.kind !== 'phase-opened') return [];
    return worldOtherwise(table, { id: event.incident, session: opened.session, truth: event.truth });
  });

const worldOtherwise = (
  { scenario }: Table,
  { id, session, truth }: Pick<Incident, 'id' | 'session' | 'truth'>,
): readonly Alternative[] => {
  const fates: readonly Fate[] = [
    { kind: 'spared', incident: id, session },
    ...incidentOf(scenario, id)
      .origins.filter(({ origin, percent }) => percent > 0 && origin !== truth.origin)
      .map(({ origin }): Fate => ({ kind: 'origin', incident: id, origin })),
  ];
  return fates.map((fate) => ({ change: { kind: 'fate', fate } }));
};
