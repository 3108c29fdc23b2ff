import type { Undertaking, When } from './deal.ts';
import { checkProvision, meetIn } from './provision.ts';
import type { DelegationId, TokenId } from './ids.ts';
import { concessionOf, placeOf, places } from './lookup.ts';
import type { Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import { checkPoint } from './tracks.ts';

/**
 * Whether the terms of a package can be written at all: parties, amounts, articles, sessions. Budgets come later.
 * Whether a concession is still to be had is asked of `knowing` only: what others have given in secret comes out when they accept.
 */
export const checkTerms = (
  minutes: Minutes,
  parties: readonly DelegationId[],
  undertakings: readonly Undertaking[],
  knowing: readonly DelegationId[] = parties,
): Refusal | undefined => {
  if (undertakings.length === 0) return { refused: 'empty-offer' };
  for (const item of undertakings) {
    if (item.by === item.to) return { refused: 'oneself' };
    for (const side of [item.by, item.to])
      if (!parties.includes(side)) return { refused: 'stranger-in-deal', delegation: side };
    const refusal = checkItem(minutes, item, knowing.includes(item.by), undertakings);
    if (refusal !== undefined) return refusal;
  }
  const silent = parties.find(
    (party) => !undertakings.some((item) => item.by === party || item.to === party),
  );
  if (silent !== undefined) return { refused: 'silent-party', delegation: silent };
  return checkRepeats(undertakings) ?? checkJoinsAndOpposes(undertakings);
};

const checkItem = (
  minutes: Minutes,
  item: Undertaking,
  known: boolean,
  undertakings: readonly Undertaking[],
): Refusal | undefined => {
  const { scenario } = minutes.table;
  switch (item.kind) {
    case 'tokens':
      if (!places(scenario).token.has(item.token))
        return { refused: 'no-such-token', token: String(item.token) };
      if (!Number.isSafeInteger(item.amount) || item.amount <= 0)
        return { refused: 'malformed', field: 'amount' };
      return checkWhen(minutes, item.when);
    case 'deed':
      return checkGiver(minutes, item, known) ?? checkWhen(minutes, item.when);
    case 'later':
      return checkGiver(minutes, item, known) ?? checkSession(minutes, item.due);
    case 'position':
      if (item.stance !== 'accept' && item.stance !== 'support')
        return { refused: 'malformed', field: 'stance' };
      return checkProvision(minutes, item.provision.article, item.provision.option);
    case 'join':
    case 'oppose':
      if (item.containing.length === 0) return { refused: 'malformed', field: 'containing' };
      return checkProvisions(minutes, item.containing);
    case 'intelligence':
      return minutes.state.incidents.some((incident) => incident.id === item.incident)
        ? undefined
        : { refused: 'no-such-incident', incident: String(item.incident) };
    case 'restraint':
      return checkSession(minutes, item.through);
    case 'point':
      return checkPoint(minutes, item, undertakings);
  }
};

const checkProvisions = (
  minutes: Minutes,
  provisions: readonly { readonly article: string; readonly option: number }[],
): Refusal | undefined => {
  for (const provision of provisions) {
    const refusal = checkProvision(minutes, provision.article, provision.option);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

const checkWhen = (minutes: Minutes, when: When): Refusal | undefined => {
  if (when.on === 'now') return undefined;
  return when.on === 'adoption'
    ? checkProvisions(minutes, when.containing)
    : { refused: 'malformed', field: 'when' };
};

/** A session that is not over and is in the calendar. */
export const checkSession = (minutes: Minutes, session: number): Refusal | undefined => {
  const last = minutes.table.scenario.sessions.length - 1;
  const now = minutes.state.session;
  return Number.isInteger(session) && session >= now && session <= last
    ? undefined
    : { refused: 'past-session', session, now, last };
};

const checkGiver = (
  minutes: Minutes,
  item: Extract<Undertaking, { kind: 'deed' | 'later' }>,
  known: boolean,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  if (!places(scenario).concession.has(item.concession))
    return { refused: 'no-such-concession', concession: String(item.concession) };
  const concession = concessionOf(scenario, item.concession);
  if (!concession.givers.some((giver) => giver.delegation === item.by))
    return { refused: 'cannot-give', concession: item.concession, by: item.by };
  return known && spoken(minutes, item)
    ? { refused: 'already-given', concession: item.concession, by: item.by }
    : undefined;
};

/** A concession is done once by each giver: it is gone when done, held for adoption, or promised. */
const spoken = (minutes: Minutes, item: Extract<Undertaking, { kind: 'deed' | 'later' }>): boolean => {
  const { deeds, pending, pledges } = minutes.state;
  return (
    deeds.some((deed) => deed.by === item.by && deed.concession === item.concession) ||
    pending.some(
      (other) => other.kind === 'deed' && other.by === item.by && other.concession === item.concession,
    ) ||
    pledges.some(
      ({ state, undertaking }) =>
        state === 'open' &&
        undertaking.kind === 'later' &&
        undertaking.by === item.by &&
        undertaking.concession === item.concession,
    )
  );
};

/** The same concession cannot be given twice in one package. */
const checkRepeats = (undertakings: readonly Undertaking[]): Refusal | undefined => {
  const given = new Set<string>();
  for (const item of undertakings) {
    if (item.kind !== 'deed' && item.kind !== 'later') continue;
    const key = `${item.by}/${item.concession}`;
    if (given.has(key)) return { refused: 'already-given', concession: item.concession, by: item.by };
    given.add(key);
  }
  return undefined;
};

/** Nobody promises both to join and to oppose what one text could have. */
const checkJoinsAndOpposes = (undertakings: readonly Undertaking[]): Refusal | undefined => {
  for (const one of undertakings)
    for (const other of undertakings)
      if (
        one.kind === 'join' &&
        other.kind === 'oppose' &&
        one.by === other.by &&
        meetIn(one.containing, other.containing)
      )
        return { refused: 'joins-and-opposes', by: one.by };
  return undefined;
};

/** Whether a party has what the package makes it hand over or set aside. */
export const checkBudget = (
  minutes: Minutes,
  by: DelegationId,
  undertakings: readonly Undertaking[],
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const need = new Map<TokenId, number>();
  const add = (token: TokenId, amount: number): void => {
    need.set(token, (need.get(token) ?? 0) + amount);
  };
  for (const item of undertakings) {
    if (item.by !== by) continue;
    if (item.kind === 'tokens') add(item.token, item.amount);
    if (item.kind === 'deed')
      for (const { token, amount } of concessionOf(scenario, item.concession).spends) add(token, amount);
  }
  const held = minutes.state.tokens[placeOf(scenario, 'delegation', by)] ?? [];
  for (const [token, amount] of need) {
    const have = held[placeOf(scenario, 'token', token)] ?? 0;
    if (have < amount) return { refused: 'over-budget', token, have, need: amount };
  }
  return undefined;
};

/** Whether a party has the clues it would hand over. */
export const checkClues = (
  minutes: Minutes,
  by: DelegationId,
  undertakings: readonly Undertaking[],
): Refusal | undefined => {
  const place = placeOf(minutes.table.scenario, 'delegation', by);
  for (const item of undertakings) {
    if (item.kind !== 'intelligence' || item.by !== by) continue;
    const incident = minutes.state.incidents.find((other) => other.id === item.incident);
    if ((incident?.known[place] ?? []).length === 0) return { refused: 'no-clues', incident: item.incident };
  }
  return undefined;
};
