import {
  agreedPoints,
  successChance,
  type DelegationId,
  type Dice,
  type OperationCard,
  type Spending,
} from '../engine/seat.ts';
import type { Act } from './agent.ts';
import type { Self } from './own.ts';
import { affordable, worthOfCost } from './purse.ts';

/** Offence from which a delegation has services that could. */
const ABLE = 6;
/** Hundredths of a point that being found out is reckoned to cost, in trust and standing. */
const SHAME = 80;
/** Hundredths of a point that knowing another's red line is worth. */
const KNOWING = 120;
/** Chance that a delegation which could, and would gain, does. */
const NERVE = 0.25;

/** Orders an operation, rarely: where it is allowed, by whom it can be done, against whom there is nothing to lose. */
export const operateNow = (self: Self, dice: Dice): Act | undefined => {
  const { view, scenario, own, delegation } = self;
  if (!scenario.operations.allowed || delegation.capacity.offence < ABLE) return undefined;
  if (delegation.style === 'principled' || delegation.style === 'bridge-builder') return undefined;
  if (scenario.sessions[view.session + 1] === undefined) return undefined;
  if (own.operations.some((done) => done.session === view.session)) return undefined;
  if (dice('operate', view.session) >= NERVE) return undefined;
  const friends = new Set<string>(
    view.tracks.flatMap((track) =>
      track.agreed.filter((item) => item.parties.includes(own.delegation)).flatMap((item) => item.parties),
    ),
  );
  for (const deal of view.deals)
    if (deal.parties.includes(own.delegation)) for (const party of deal.parties) friends.add(party);
  const target = scenario.delegations.find(
    ({ id }, place) =>
      id !== own.delegation &&
      !friends.has(id) &&
      ['broken', 'wary'].includes(own.trust[place]?.mine ?? 'open') &&
      agreedPoints(scenario, view, id).length === 0,
  );
  if (target === undefined) return undefined;
  const left = scenario.sessions.length - view.session - 1;
  const found = scenario.operations.cards
    .flatMap((card) => [false, true].map((proxy) => ({ card, proxy })))
    .filter(({ card, proxy }) => costsOf(card, proxy).every(([cost, spare]) => affordable(self, cost, spare)))
    .map(({ card, proxy }) => {
      const prepared = card.kind === 'disrupt' && isPrepared(self, target.id);
      const { offence } = delegation.capacity;
      const chance = successChance(card, offence, target.capacity.defence, prepared) / 100;
      // Through others' hands it is found out half as often.
      const risk = Math.min(1, ((proxy ? 0.5 : 1) * card.exposure * left) / 100);
      const cost = worthOfCost(self, card.cost) + (proxy ? worthOfCost(self, card.proxyCost) : 0);
      return {
        card,
        proxy,
        gain: chance * (card.gain + (card.kind === 'spy' ? KNOWING : 0)) - risk * SHAME - cost,
      };
    })
    .toSorted((a, b) => b.gain - a.gain)[0];
  if (found === undefined || found.gain <= 0) return undefined;
  return {
    command: { kind: 'operate', operation: found.card.id, against: target.id, proxy: found.proxy },
    because: [{ code: 'gains', gain: Math.round(found.gain) }],
  };
};

/** What a card costs, and how much of each token is to be left over. Both prices in one purse must be there together. */
const costsOf = (
  { cost, proxyCost }: OperationCard,
  proxy: boolean,
): readonly (readonly [Spending, number])[] => {
  if (!proxy) return [[cost, 1]];
  return cost.token === proxyCost.token
    ? [[{ token: cost.token, amount: cost.amount + proxyCost.amount }, 1]]
    : [
        [cost, 1],
        [proxyCost, 1],
      ];
};

/** Whether the ground has been prepared there, by an operation of one's own. */
const isPrepared = ({ own, scenario }: Self, against: DelegationId): boolean =>
  own.operations.some(
    (done) =>
      done.against === against &&
      done.state === 'succeeded' &&
      scenario.operations.cards.some((card) => card.id === done.card && card.kind === 'pre-position'),
  );
