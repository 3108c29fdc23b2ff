import type { DelegationId, Dice, Scenario } from '../engine/seat.ts';
import type { Act, Agent, Strength } from './agent.ts';
import { answerOffer } from './answer.ts';
import { standAgainst } from './blocking.ts';
import { calmNow } from './calming.ts';
import { gather } from './coalition.ts';
import { compensateNow } from './compensate.ts';
import { untaught } from './dealings.ts';
import { answerText } from './decide-text.ts';
import { flexibilityNow, interviewNow, mendNow, warnNow } from './home.ts';
import { operateNow } from './operations.ts';
import { selfOf, type Self } from './own.ts';
import { amendNow, explainNow, orderNow, replyNow, reportNow, signNow, sponsorNow } from './procedure.ts';
import { propose, withdrawNow } from './propose.ts';
import { respondNow } from './respond.ts';
import { proposePoint, stepNow, suspendNow } from './rooms.ts';
import { eventsHere, reactNow, speakNow } from './speech.ts';
import { PLAY } from './strength.ts';

/** An AI delegation of a scenario. */
export const delegate = (
  scenario: Scenario,
  delegation: DelegationId,
  strength: Strength = 'seasoned',
): Agent => ({
  act: (view, dice) => {
    const self = selfOf(scenario, PLAY[strength].learns ? view : untaught(view));
    if (self === undefined || self.own.delegation !== delegation || view.status === 'closed')
      return undefined;
    return actIn(self, strength, dice);
  },
});

const actIn = (self: Self, strength: Strength, dice: Dice): Act | undefined => {
  switch (self.view.phase) {
    case 'briefing':
      return mendNow(self) ?? warnNow(self) ?? stepNow(self) ?? interviewNow(self) ?? respondNow(self, dice);
    case 'floor':
      return (
        speakNow(self, strength) ??
        replyNow(self) ??
        sponsorNow(self) ??
        stepNow(self) ??
        interviewNow(self) ??
        calmNow(self) ??
        respondNow(self, dice)
      );
    case 'corridor':
      return (
        performNow(self) ??
        withdrawNow(self, strength) ??
        answerOffer(self, strength) ??
        proposePoint(self) ??
        offerNow(self, strength, dice) ??
        reportNow(self)
      );
    case 'drafting':
      return reactNow(self, strength) ?? orderNow(self) ?? amendNow(self, strength) ?? sponsorNow(self);
    case 'decision':
      return answerText(self, strength) ?? signNow(self);
    case 'capital':
      return (
        performNow(self) ??
        signNow(self) ??
        explainNow(self) ??
        flexibilityNow(self) ??
        suspendNow(self) ??
        mendNow(self) ??
        calmNow(self) ??
        operateNow(self, dice)
      );
  }
};

const offerNow = (self: Self, strength: Strength, dice: Dice): Act | undefined => {
  const { view, own } = self;
  const made = eventsHere(
    view,
    (event) =>
      event.kind === 'offered' &&
      event.offer.from === own.delegation &&
      event.offer.to.length === 1 &&
      event.offer.answers === undefined,
  );
  // Friends first, then the trade.
  const gathered = PLAY[strength].leads
    ? (compensateNow(self) ?? standAgainst(self, strength) ?? gather(self, strength))
    : undefined;
  return gathered ?? (made >= PLAY[strength].offers ? undefined : propose(self, strength, dice));
};

/** Keeps a promise that is due in this session, if it can. */
const performNow = ({ view, own, scenario }: Self): Act | undefined => {
  const due = view.pledges.find(
    ({ state, undertaking }) =>
      state === 'open' &&
      undertaking.kind === 'later' &&
      undertaking.by === own.delegation &&
      undertaking.due <= view.session,
  );
  if (due?.undertaking.kind !== 'later') return undefined;
  const wanted = due.undertaking.concession;
  const spends = scenario.concessions.find((item) => item.id === wanted)?.spends ?? [];
  const able = spends.every(
    ({ token, amount }) =>
      (own.tokens[scenario.tokens.findIndex((item) => item.id === token)] ?? 0) >= amount,
  );
  return able
    ? {
        command: { kind: 'perform', pledge: due.id },
        because: [{ code: 'promised', to: due.undertaking.to }],
      }
    : undefined;
};
