import {
  appraise,
  BEST,
  breaches,
  contains,
  placeOf,
  standingText,
  type ArticleId,
  type DelegationId,
  type Pledge,
  type Reason,
  type Text,
} from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { promiseToJoin, promiseToOppose } from './bound.ts';
import { decisionsLeft, heldOutFor, holdingOut } from './calendar.ts';
import { joins, modelsOf } from './models.ts';
import { bearable, changesFrom, conditionalOn, gainOf, isRed, type Self } from './own.ts';
import { amendmentGain } from './procedure.ts';
import { promisedOnArticle } from './promised-words.ts';
import { SLIGHT } from './verdicts.ts';

/**
 * Answers the text before the room: never joins one that is worth less than no agreement, or that crosses a red line, or that it has
 * promised to stand against.
 */
export const answerText = (self: Self, strength: Strength): Act | undefined => {
  const { decision } = self.view;
  if (decision === undefined || decision.mine !== undefined) return undefined;
  const { text } = decision;
  if (decision.amendment !== undefined) return answerAmendment(self, text);
  const gain = gainOf(self, text);
  const against = promiseToOppose(self, text);
  if (against !== undefined) return standing(self, text, gain, against);
  return bearable(self, text) && gain >= threshold(self, text, strength)
    ? joining(self, text, gain)
    : (abstaining(self, text, gain) ?? objecting(self, text, gain));
};

/** Keeps the promise, and says so, if it was given in the open and there is room. What else speaks against the text is said as ever. */
const standing = (self: Self, text: Text, gain: number, { open, undertaking }: Pledge): Act => {
  const plain = objecting(self, text, gain);
  const promised: Reason = { code: 'promised', to: undertaking.to };
  // A text that one could join is opposed for the promise alone.
  const own = gain < 0 || !bearable(self, text);
  return {
    command: {
      ...plain.command,
      because: [...(own ? plain.command.because : []), ...(open ? [promised] : [])].slice(0, MOST_SAID),
    },
    because: [promised, ...(own ? plain.because : [])],
  };
};

/** Reasons said with an answer at most. */
const MOST_SAID = 3;
type Answering = Act & { readonly command: Extract<Act['command'], { kind: 'answer' }> };

const joining = (self: Self, text: Text, gain: number): Act => {
  const promised = promiseToJoin(self, text);
  return {
    command: {
      kind: 'answer',
      answer: self.view.decision?.method === 'vote' ? 'yes' : 'join',
      articles: [],
      because: [{ code: 'better-than-no-agreement' }],
    },
    because: [
      { code: 'better-than-no-agreement', gain },
      ...(promised === undefined ? [] : [{ code: 'promised', to: promised.undertaking.to } as const]),
    ],
  };
};

const objecting = (self: Self, text: Text, gain: number): Answering => {
  const articles = worst(self, text);
  const said: Reason[] = articles.map((article) =>
    isRed(self, article, text[self.scenario.articles.findIndex((item) => item.id === article)] ?? 0)
      ? { code: 'red-line', article }
      : { code: 'article-hurts', article },
  );
  // Across a red line time changes nothing: the line itself is the reason.
  const early: readonly Reason[] = bearable(self, text) ? [{ code: 'too-early' }] : [];
  const why: readonly Reason[] = gain < 0 ? [{ code: 'worse-than-no-agreement', short: -gain }] : early;
  const open: readonly Reason[] = gain < 0 ? [{ code: 'worse-than-no-agreement' }] : early;
  return {
    command: {
      kind: 'answer',
      answer: self.view.decision?.method === 'vote' ? 'no' : 'object',
      articles,
      because: [...open, ...said].slice(0, MOST_SAID),
    },
    because: [...why, ...said],
  };
};

/** A vote on a text that would leave it short by no more than {@link SLIGHT} is no matter to stop others for. */
const abstaining = (self: Self, text: Text, gain: number): Act | undefined => {
  if (self.view.decision?.method !== 'vote' || !bearable(self, text)) return undefined;
  const why = reasonToAbstain(self, text, gain);
  if (why === undefined) return undefined;
  return {
    command: {
      kind: 'answer',
      answer: 'abstain',
      articles: [],
      because: why.code !== 'due-to-us' ? [why] : isOpenlyDue(self, text) ? [{ code: 'due-to-us' }] : [],
    },
    because: [{ code: 'worse-than-no-agreement', short: -gain }, why],
  };
};

/** Whether others know of something due to it on adoption of the text: what was agreed in secret is no reason to say aloud. */
const isOpenlyDue = ({ scenario, view, own, mandate }: Self, text: Text): boolean => {
  const known = view.deals
    .filter(({ open }) => open)
    .flatMap(({ undertakings }) => undertakings)
    .filter(
      (item) =>
        (item.kind === 'tokens' || item.kind === 'deed') &&
        item.to === own.delegation &&
        item.when.on === 'adoption' &&
        contains(scenario, text, item.when.containing),
    );
  return appraise(scenario, mandate, own.delegation, known).onAdoption > 0;
};

/**
 * Whoever does not vote for a text is not bound by it, but gets what is due to it on adoption. So it abstains where it has something to get,
 * or where it is short of little and either a close friend wants the text, or no other text can follow, so that nothing is lost.
 */
const reasonToAbstain = (self: Self, text: Text, gain: number): Reason | undefined => {
  const due = conditionalOn(self, text);
  if (due > 0) return { code: 'due-to-us', gain: due };
  if (-gain > SLIGHT || due < 0) return undefined;
  const friend = wantingFriend(self, text);
  if (friend !== undefined) return { code: 'friend-wants', friend };
  const { scenario, view } = self;
  const last =
    decisionsLeft(scenario, view) === 0 && view.tried.length + 1 >= scenario.procedure.textsPerDecision;
  return last ? { code: 'nothing-lost' } : undefined;
};

/** The close friend that is surest to want the text, if one is believed to. */
const wantingFriend = (self: Self, text: Text): DelegationId | undefined =>
  modelsOf(self.scenario, self.view)
    .map((model, place) => ({ model, place, wants: joins(model, text) }))
    .filter(
      ({ place, wants }) =>
        place !== self.own.index && wants >= WANTS && self.own.trust[place]?.mine === 'close',
    )
    .toSorted((a, b) => b.wants - a.wants)[0]?.model.delegation;

/** Chance from which somebody is believed to want a text. */
const WANTS = 0.8;

/** Hundredths of a point within which an amendment is no matter of one's own. */
const INDIFFERENT = 40;

/** The vote on one amendment: the text with it against the text without. A red line that it crosses is the reason, whatever else it brings. */
const answerAmendment = (self: Self, text: Text): Act => {
  const { scenario, view, mandate } = self;
  const draft = standingText(view.articles);
  const gain = amendmentGain(self, text);
  const [line] = bearable(self, draft) ? breaches(scenario, mandate, text) : [];
  const answer = line !== undefined || gain < -INDIFFERENT ? 'no' : gain > INDIFFERENT ? 'yes' : 'abstain';
  const answering = (said: Reason, kept: Reason): Act => ({
    command: { kind: 'answer', answer, articles: [], because: [said] },
    because: [kept],
  });
  if (line !== undefined) {
    const crosses = { code: 'red-line', article: line.article } as const;
    return answering(crosses, crosses);
  }
  const moved = scenario.articles.find((_, place) => text[place] !== draft[place])?.id;
  if (answer === 'abstain' || moved === undefined) return answering({ code: 'routine' }, { code: 'routine' });
  return answer === 'yes'
    ? answering({ code: 'gains' }, { code: 'gains', gain })
    : answering(
        { code: 'article-hurts', article: moved },
        { code: 'article-hurts', article: moved, loss: -gain },
      );
};

/** Gain over no agreement that one asks for now: nothing at the last decision, something while there is time. */
const threshold = (self: Self, text: Text, strength: Strength): number => {
  const promised = promiseToJoin(self, text) !== undefined;
  const times = holdingOut(self.scenario, self.view);
  if (promised || times === 0 || self.view.decision?.method !== 'silence') return 0;
  return heldOutFor(BEST - self.mandate.reservation, self.view.tried.length, times, strength);
};

/**
 * The articles whose best bearable change would help most: what one would have to hear to join. Where one has promised to stand by what the
 * text says, one names it only if there is nothing else to name, or across a red line.
 */
const worst = (self: Self, text: Text): readonly ArticleId[] => {
  const gains = changesFrom(self, text);
  const hurting = self.scenario.articles
    .map((article, place) => ({
      id: article.id,
      red: isRed(self, article.id, text[place] ?? 0),
      help: Math.max(...(gains[place] ?? [0]).filter((_, option) => !isRed(self, article.id, option))),
    }))
    .filter(({ red, help }) => red || help > 0)
    .toSorted((a, b) => Number(b.red) - Number(a.red) || b.help - a.help);
  const free = hurting.filter(({ id, red }) => red || !isPromised(self, text, id));
  return (free.length === 0 ? hurting.slice(0, 1) : free.slice(0, 3)).map(({ id }) => id);
};

/** Whether one has promised to stand by what the text says on an article. */
const isPromised = (self: Self, text: Text, article: ArticleId): boolean =>
  promisedOnArticle(self.view, self.own.delegation, article).some(
    ({ provision }) => provision.option === text[placeOf(self.scenario, 'article', article)],
  );
