import type { Command } from './command.ts';
import { asDeal, asOffer, asPromise, type DelegationId, type OfferId } from './ids.ts';
import type { Reason } from './reason.ts';
import type { Deal, Offer, Undertaking } from './deal.ts';
import { handClues } from './clues.ts';
import { judgePosition, mostPromised, settle } from './ledger.ts';
import { concessionOf, placeOf, places } from './lookup.ts';
import { moveTrust, type Minutes } from './minutes.ts';
import { checkBudget, checkClues, checkSession, checkTerms } from './offer-terms.ts';
import type { Refusal } from './refusal.ts';
import { agreePoints } from './tracks.ts';

const partiesOf = (offer: Offer): readonly DelegationId[] => [offer.from, ...offer.to];

/** An offer to one or more delegations. */
export const offer = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'offer' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const { state } = minutes;
  const to = [...new Set(command.to)];
  if (to.length === 0) return { refused: 'empty-offer' };
  for (const party of to) {
    if (!places(scenario).delegation.has(party))
      return { refused: 'no-such-delegation', delegation: String(party) };
    if (party === by) return { refused: 'oneself' };
  }
  const most = scenario.procedure.offersPerCorridor;
  if ((state.offered[placeOf(scenario, 'delegation', by)] ?? 0) >= most)
    return { refused: 'too-many-offers', most };
  if (command.answers !== undefined && !mayCounter(minutes, by, command.answers))
    return { refused: 'no-such-offer', offer: String(command.answers) };
  const undertakings = command.undertakings;
  const refusal =
    checkTerms(minutes, [by, ...to], undertakings, [by]) ??
    checkSession(minutes, command.expires) ??
    checkBudget(minutes, by, undertakings) ??
    checkClues(minutes, by, undertakings);
  if (refusal !== undefined) return refusal;
  const terms = JSON.stringify(undertakings);
  const same = state.offers.find(
    (other) => other.from === by && JSON.stringify(other.undertakings) === terms,
  );
  if (same !== undefined) return { refused: 'same-offer-stands', offer: same.id };
  if (command.answers !== undefined) declineFor(minutes, by, command.answers, command.because);
  const made: Offer = {
    id: asOffer(`offer-${state.counters.offers + 1}`),
    from: by,
    to,
    undertakings,
    open: command.open,
    expires: command.expires,
    ...(command.answers === undefined ? {} : { answers: command.answers }),
    accepted: [],
    because: command.because,
  };
  minutes.note({ kind: 'offered', offer: made });
  return undefined;
};

const declineFor = (minutes: Minutes, by: DelegationId, id: OfferId, because: readonly Reason[]): void => {
  const answered = found(minutes, id);
  if (answered === undefined) return;
  minutes.note({
    kind: 'offer-declined',
    offer: id,
    by,
    parties: partiesOf(answered),
    because,
    wouldChange: [],
  });
};

/** A counter-offer answers an offer made to oneself that still stands; the answered one is thereby declined. */
const mayCounter = (minutes: Minutes, by: DelegationId, id: string): boolean => {
  const answered = minutes.state.offers.find((other) => other.id === id);
  return answered !== undefined && answered.to.includes(by);
};

const found = (minutes: Minutes, id: string): Offer | undefined =>
  minutes.state.offers.find((item) => item.id === id);

/** Consent to an offer. The last one needed makes it a deal, which the rules carry out at once. */
export const accept = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'accept' }>,
): Refusal | undefined => {
  const wanted = found(minutes, command.offer);
  if (wanted === undefined) return { refused: 'no-such-offer', offer: String(command.offer) };
  if (!wanted.to.includes(by)) return { refused: 'not-addressee', offer: wanted.id };
  if (wanted.accepted.includes(by)) return { refused: 'already-accepted', offer: wanted.id };
  const last = wanted.to.every((party) => party === by || wanted.accepted.includes(party));
  const refusal = last
    ? (checkTerms(minutes, partiesOf(wanted), wanted.undertakings) ?? checkAll(minutes, wanted))
    : (checkBudget(minutes, by, wanted.undertakings) ?? checkClues(minutes, by, wanted.undertakings));
  if (refusal !== undefined) return refusal;
  minutes.note({
    kind: 'offer-accepted',
    offer: wanted.id,
    by,
    parties: partiesOf(wanted),
    because: command.because,
  });
  if (last) strikeDeal(minutes, wanted);
  return undefined;
};

const checkAll = (minutes: Minutes, wanted: Offer): Refusal | undefined => {
  for (const party of partiesOf(wanted)) {
    const refusal =
      checkBudget(minutes, party, wanted.undertakings) ?? checkClues(minutes, party, wanted.undertakings);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

const strikeDeal = (minutes: Minutes, agreed: Offer): void => {
  const parties = partiesOf(agreed);
  const deal: Deal = {
    id: asDeal(`deal-${minutes.state.counters.deals + 1}`),
    parties,
    undertakings: agreed.undertakings,
    open: agreed.open,
    session: minutes.state.session,
  };
  minutes.note({ kind: 'deal-struck', offer: agreed.id, deal });
  for (const item of deal.undertakings) carryOut(minutes, deal, item);
  agreePoints(minutes, deal.undertakings);
  const won = minutes.table.scenario.rules.trust.deal;
  for (const from of parties)
    for (const to of parties) moveTrust(minutes, from, to, won, { code: 'deal', deal: deal.id });
};

const carryOut = (minutes: Minutes, deal: Deal, item: Undertaking): void => {
  switch (item.kind) {
    case 'tokens': {
      const to = item.when.on === 'now' ? item.to : 'escrow';
      minutes.note({ kind: 'tokens-moved', from: item.by, to, token: item.token, amount: item.amount });
      return;
    }
    case 'deed':
      if (item.when.on === 'now') doDeed(minutes, item, deal.open);
      return;
    case 'position': {
      const position = {
        article: item.provision.article,
        option: item.provision.option,
        // Whoever has promised more holds to that: to be able to live with an option is less than to support it.
        stance: mostPromised(minutes, item),
      };
      minutes.note({ kind: 'position-taken', by: item.by, position });
      judgePosition(minutes, item.by, position);
      promise(minutes, deal, item);
      return;
    }
    case 'intelligence': {
      const incident = minutes.state.incidents.find((other) => other.id === item.incident);
      if (incident !== undefined) handClues(minutes, item.by, item.to, incident);
      return;
    }
    case 'point':
      return;
    case 'join':
    case 'oppose':
    case 'restraint':
    case 'later':
      promise(minutes, deal, item);
      return;
  }
};

const promise = (minutes: Minutes, deal: Deal, undertaking: Undertaking): void => {
  const id = asPromise(`promise-${minutes.state.counters.pledges + 1}`);
  minutes.note({
    kind: 'promised',
    pledge: { id, deal: deal.id, undertaking, state: 'open', open: deal.open, ...dueOf(undertaking) },
  });
};

const dueOf = (undertaking: Undertaking): { readonly due?: number } => {
  if (undertaking.kind === 'later') return { due: undertaking.due };
  return undertaking.kind === 'restraint' ? { due: undertaking.through } : {};
};

const doDeed = (
  minutes: Minutes,
  item: Extract<Undertaking, { kind: 'deed' | 'later' }>,
  open: boolean,
): void => {
  for (const { token, amount } of concessionOf(minutes.table.scenario, item.concession).spends)
    minutes.note({ kind: 'tokens-moved', from: item.by, to: 'world', token, amount });
  minutes.note({ kind: 'deed-done', undertaking: item, open });
};

export const decline = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'decline' }>,
): Refusal | undefined => {
  const wanted = found(minutes, command.offer);
  if (wanted === undefined) return { refused: 'no-such-offer', offer: String(command.offer) };
  if (!wanted.to.includes(by)) return { refused: 'not-addressee', offer: wanted.id };
  const { because, wouldChange } = command;
  minutes.note({
    kind: 'offer-declined',
    offer: wanted.id,
    by,
    parties: partiesOf(wanted),
    because,
    wouldChange,
  });
  return undefined;
};

export const withdraw = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'withdraw' }>,
): Refusal | undefined => {
  const wanted = found(minutes, command.offer);
  if (wanted === undefined) return { refused: 'no-such-offer', offer: String(command.offer) };
  if (wanted.from !== by) return { refused: 'not-your-offer', offer: wanted.id };
  minutes.note({ kind: 'offer-withdrawn', offer: wanted.id, by, parties: partiesOf(wanted) });
  return undefined;
};

/** Does what a promise said. */
export const perform = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'perform' }>,
): Refusal | undefined => {
  const pledge = minutes.state.pledges.find((item) => item.id === command.pledge);
  if (pledge === undefined || (!pledge.open && pledge.undertaking.by !== by && pledge.undertaking.to !== by))
    return { refused: 'no-such-promise', pledge: String(command.pledge) };
  const { undertaking } = pledge;
  if (undertaking.by !== by) return { refused: 'not-your-promise', pledge: pledge.id };
  if (pledge.state !== 'open') return { refused: 'promise-settled', pledge: pledge.id };
  if (undertaking.kind !== 'later') return { refused: 'nothing-to-perform', pledge: pledge.id };
  const refusal = checkBudget(minutes, by, [{ ...undertaking, kind: 'deed', when: { on: 'now' } }]);
  if (refusal !== undefined) return refusal;
  doDeed(minutes, undertaking, pledge.open);
  settle(minutes, pledge, 'kept');
  return undefined;
};
