import type { DelegationId, Dice, Scenario, View } from '../engine/seat.ts';
import type { Act, Agent, Strength } from './agent.ts';
import { answerOffer } from './answer.ts';
import { calmNow } from './calming.ts';
import { gather } from './coalition.ts';
import { compensateNow } from './compensate.ts';
import { answerText } from './decide-text.ts';
import { flexibilityNow, interviewNow, mendNow, warnNow } from './home.ts';
import { reproached } from './in-kind.ts';
import { operateNow } from './operations.ts';
import { selfOf, type Self } from './own.ts';
import {
  amendNow,
  citable,
  explainNow,
  orderNow,
  replyNow,
  reportNow,
  signNow,
  sponsorNow,
} from './procedure.ts';
import { propose, withdrawNow } from './propose.ts';
import { respondNow } from './respond.ts';
import { proposePoint, stepNow, suspendNow } from './rooms.ts';
import { newPositions, prioritiesOf } from './stances.ts';
import { PLAY } from './strength.ts';

/** On a speakers' list longer than this, so many places at its end are left to people. */
const LONG_LIST = 30;
const LEFT_FREE = 5;
/** Positions taken in reaction to one draft. */
const REACTIONS = 12;

/** An AI delegation of a scenario. */
export const delegate = (
  scenario: Scenario,
  delegation: DelegationId,
  strength: Strength = 'seasoned',
): Agent => ({
  act: (view, dice) => {
    const self = selfOf(scenario, view);
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

const eventsHere = (view: View, wanted: (kind: View['log'][number]['events'][number]) => boolean): number =>
  view.log.reduce(
    (sum, chapter) =>
      chapter.session === view.session && chapter.phase === view.phase
        ? sum + chapter.events.filter(wanted).length
        : sum,
    0,
  );

/** One statement a session: what is new, what matters most, and the tone that trust suggests. */
const speakNow = (self: Self, strength: Strength): Act | undefined => {
  const { view, own, scenario } = self;
  const { statements } = scenario.procedure;
  if (view.spoken.includes(own.delegation)) return undefined;
  if (statements > 0 && view.spoken.length >= statements - (statements > LONG_LIST ? LEFT_FREE : 0))
    return undefined;
  const news = newPositions(self, strength)
    .filter(({ position }) => view.agenda.includes(position.article))
    .slice(0, scenario.procedure.positionsPerStatement);
  const friend = own.trust.findIndex(
    (trust, place) => place !== own.index && trust.mine === 'close' && trust.theirs !== 'close',
  );
  const wronged = reproached(self);
  const named = wronged?.by ?? scenario.delegations[friend]?.id;
  return {
    command: {
      kind: 'speak',
      positions: news.map(({ position }) => position),
      priorities: prioritiesOf(self),
      tone: wronged !== undefined ? 'sharp' : named === undefined ? 'plain' : 'warm',
      names: named === undefined ? [] : [named],
      cites: citable(self),
    },
    because:
      wronged !== undefined
        ? [wronged.because]
        : news.length === 0
          ? [{ code: 'routine' }]
          : news.slice(0, 3).map(({ because }) => because),
  };
};

/** One reaction to the Chair's draft. */
const reactNow = (self: Self, strength: Strength): Act | undefined => {
  const { view, own } = self;
  const issued = eventsHere(view, (event) => event.kind === 'draft-issued') > 0;
  const spoken =
    eventsHere(view, (event) => event.kind === 'position-taken' && event.by === own.delegation) > 0;
  if (!issued || spoken) return undefined;
  const news = newPositions(self, strength).slice(0, REACTIONS);
  if (news.length === 0) return undefined;
  return {
    command: { kind: 'position', positions: news.map(({ position }) => position) },
    because: news.slice(0, 3).map(({ because }) => because),
  };
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
  const gathered = PLAY[strength].leads ? (compensateNow(self) ?? gather(self, strength)) : undefined;
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
