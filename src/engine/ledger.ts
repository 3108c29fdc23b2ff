import type { Pledge, Undertaking } from './deal.ts';
import type { GivenAnswer } from './event.ts';
import { chapters } from './evolve.ts';
import { harmOf } from './harm.ts';
import type { Position } from './command.ts';
import type { DelegationId } from './ids.ts';
import type { Text } from './mandate.ts';
import { moveTrust, type Minutes } from './minutes.ts';
import { paid } from './payoffs.ts';
import type { Rules } from './rules.ts';
import { contains } from './worth.ts';
import { STANCES, type Answer, type PromiseState } from './vocabulary.ts';
import { placeOf } from './lookup.ts';

/** The promise ledger: which deeds keep a promise, which break it, and what that does to trust. */

/** Trust lost by whoever breaks a promise, in the one it was made to; what was harder to do without costs more. */
const breach = ({ trust }: Rules, kind: Undertaking['kind']): number => {
  switch (kind) {
    case 'position':
      return 0 - trust.position;
    case 'join':
    case 'oppose':
      return 0 - trust.join;
    case 'restraint':
      return 0 - trust.restraint;
    case 'later':
      return 0 - trust.deed;
    case 'tokens':
    case 'deed':
    case 'intelligence':
    case 'point':
      return 0;
  }
};

export const settle = (minutes: Minutes, pledge: Pledge, state: PromiseState): void => {
  if (pledge.state !== 'open' || state === 'open') return;
  const { by, to } = pledge.undertaking;
  const { rules } = minutes.table.scenario;
  const base = { kind: 'promise-settled', pledge: pledge.id, state, by, to, open: pledge.open } as const;
  if (state !== 'broken') {
    minutes.note(base);
    if (state === 'kept') moveTrust(minutes, to, by, rules.trust.kept, { code: 'kept', pledge: pledge.id });
    return;
  }
  const cost = breachCost(minutes, pledge);
  minutes.note({ ...base, cost: { harmed: -cost.harmed, others: -cost.others } });
  const why = { code: 'broke', pledge: pledge.id } as const;
  moveTrust(minutes, to, by, cost.harmed, why);
  if (!pledge.open) return;
  for (const other of minutes.table.scenario.delegations)
    if (other.id !== to) moveTrust(minutes, other.id, by, cost.others, why);
};

/**
 * Trust that a breach costs: by the kind of promise, half as much to half as much again by the harm done, and more where keeping
 * one's word is an agreed duty. Harm is reckoned by what everybody can expect, so that the cost gives no mandate away.
 */
const breachCost = (
  minutes: Minutes,
  pledge: Pledge,
): { readonly harmed: number; readonly others: number } => {
  const { undertaking } = pledge;
  const { rules } = minutes.table.scenario;
  const percent = 50 + Math.round(Math.min(1_000, harmOf(minutes.table.scenario, undertaking)) / 10);
  return {
    harmed: paid(minutes, 'keeping-word', Math.round((breach(rules, undertaking.kind) * percent) / 100)),
    others: pledge.open ? paid(minutes, 'keeping-word', 0 - rules.trust.witness) : 0,
  };
};

const openPledges = (minutes: Minutes, by: DelegationId): readonly Pledge[] =>
  minutes.state.pledges.filter((pledge) => pledge.state === 'open' && pledge.undertaking.by === by);

/** How far a stance goes towards an option. */
const reach = (stance: Position['stance']): number => (stance === 'object' ? -1 : STANCES.indexOf(stance));

/** The stronger of what somebody promises now for an option, and what it has promised for it already and still holds to. */
export const mostPromised = (
  minutes: Minutes,
  item: Extract<Undertaking, { kind: 'position' }>,
): Position['stance'] =>
  openPledges(minutes, item.by).reduce<Position['stance']>(
    (most, { undertaking }) =>
      undertaking.kind === 'position' &&
      undertaking.provision.article === item.provision.article &&
      undertaking.provision.option === item.provision.option &&
      reach(undertaking.stance) > reach(most)
        ? undertaking.stance
        : most,
    item.stance,
  );

/** A position that falls short of what was promised breaks the promise to hold it. */
export const judgePosition = (minutes: Minutes, by: DelegationId, position: Position): void => {
  for (const pledge of openPledges(minutes, by)) {
    const { undertaking } = pledge;
    if (undertaking.kind !== 'position') continue;
    const same =
      undertaking.provision.article === position.article && undertaking.provision.option === position.option;
    if (same && reach(position.stance) < reach(undertaking.stance)) settle(minutes, pledge, 'broken');
  }
};

/** An objection (or a no) breaks promises to join a text, and to hold a position it names; a yes breaks promises to oppose it. */
export const judgeAnswer = (
  minutes: Minutes,
  by: DelegationId,
  answer: Answer,
  articles: readonly string[],
  text: Text,
): void => {
  if (answer === 'abstain') return;
  const { scenario } = minutes.table;
  const against = isAgainst(answer);
  for (const pledge of openPledges(minutes, by)) {
    const { undertaking } = pledge;
    if (!against) {
      if (undertaking.kind === 'oppose' && contains(scenario, text, undertaking.containing))
        settle(minutes, pledge, 'broken');
      continue;
    }
    if (undertaking.kind === 'join' && contains(scenario, text, undertaking.containing))
      settle(minutes, pledge, 'broken');
    if (undertaking.kind === 'position') {
      const { article, option } = undertaking.provision;
      if (articles.includes(article) && text[placeOf(scenario, 'article', article)] === option)
        settle(minutes, pledge, 'broken');
    }
  }
};

const isAgainst = (answer: Answer): boolean => answer === 'object' || answer === 'no';

/** Whoever promised to oppose a text that is adopted, and did not stand against it, has let it pass: by saying nothing, or by abstaining. */
export const judgePassed = (minutes: Minutes, answers: readonly GivenAnswer[], text: Text): void => {
  for (const pledge of minutes.state.pledges) {
    const { undertaking } = pledge;
    if (
      undertaking.kind === 'oppose' &&
      contains(minutes.table.scenario, text, undertaking.containing) &&
      !answers.some(({ by, answer }) => by === undertaking.by && isAgainst(answer))
    )
      settle(minutes, pledge, 'broken');
  }
};

/** Whether a promise to oppose was put to the test, and held: since it was given its giver has stood against such a text. */
const hasOpposed = (minutes: Minutes, { id, undertaking }: Pledge): boolean => {
  if (undertaking.kind !== 'oppose') return false;
  let given = false;
  for (const { events } of chapters(minutes.state))
    for (const event of events)
      if (event.kind === 'promised') given ||= event.pledge.id === id;
      else if (
        given &&
        event.kind === 'decided' &&
        event.amendment === undefined &&
        contains(minutes.table.scenario, event.text, undertaking.containing) &&
        event.answers.some(({ by, answer }) => by === undertaking.by && isAgainst(answer))
      )
        return true;
  return false;
};

/** Accusing or sanctioning somebody breaks a promise of restraint. */
export const judgeAttack = (minutes: Minutes, by: DelegationId, on: DelegationId): void => {
  for (const pledge of openPledges(minutes, by))
    if (pledge.undertaking.kind === 'restraint' && pledge.undertaking.to === on)
      settle(minutes, pledge, 'broken');
};

/** At the end of a session: deeds that were due, restraint that has lasted as long as promised. */
export const settleDue = (minutes: Minutes): void => {
  const { session } = minutes.state;
  for (const pledge of minutes.state.pledges) {
    if (pledge.state !== 'open') continue;
    const { undertaking } = pledge;
    if (undertaking.kind === 'later' && undertaking.due <= session) settle(minutes, pledge, 'broken');
    if (undertaking.kind === 'restraint' && undertaking.through <= session) settle(minutes, pledge, 'kept');
  }
};

/** At the end of the game: what was still open. */
export const settleAll = (minutes: Minutes): void => {
  const { adopted } = minutes.state;
  for (const pledge of minutes.state.pledges) {
    if (pledge.state !== 'open') continue;
    const { undertaking } = pledge;
    switch (undertaking.kind) {
      case 'position':
      case 'restraint':
        settle(minutes, pledge, 'kept');
        break;
      case 'join': {
        const called =
          adopted !== undefined &&
          contains(minutes.table.scenario, adopted.text, undertaking.containing) &&
          adopted.bound.includes(undertaking.by);
        settle(minutes, pledge, called ? 'kept' : 'void');
        break;
      }
      case 'oppose':
        settle(minutes, pledge, hasOpposed(minutes, pledge) ? 'kept' : 'void');
        break;
      case 'later':
      case 'tokens':
      case 'deed':
      case 'intelligence':
      case 'point':
        settle(minutes, pledge, 'void');
        break;
    }
  }
};
