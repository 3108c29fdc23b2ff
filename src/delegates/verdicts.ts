import { below } from '../analysis/index.ts';
import {
  BEST,
  placeOf,
  type GivenAnswer,
  type Method,
  type Provision,
  type Scenario,
  type Text,
} from '../engine/seat.ts';
import { heldOutFor, holdingOut, type Moment } from './calendar.ts';
import { withAll } from './in-sight.ts';
import { layoutOf, partsOf } from './layout.ts';
import { redChance, withRed, type Mind } from './mind.ts';
import { learned, sumOf, type Sum } from './normal-belief.ts';

/** What an answer to a whole text lets one conclude of whoever gave it. */

/** How a text was put, and how many were put before it in the same decision. */
export interface Put {
  readonly text: Text;
  readonly method: Method;
  readonly tried: number;
}

/** Hundredths of a point: how exactly an answer with its reasons is to be taken, and one without. */
const NOISE = { reasoned: 40, bare: 250 } as const;
/** Chance that an answer says nothing of the text: somebody objects on principle. */
const DOUBT = { reasoned: 0.02, bare: 0.25 } as const;
/** Whoever says "too early" has not much more than this to gain. */
const EARLY = 600;
/** An article that is named as hurting could be better by this at least. */
const HURTS = 250;

/** A text worth more than this over no agreement one would gladly join, hundredths of a point: one does not promise to stand against it. */
export const LITTLE = 100;
/** Hundredths of a point by which a text may leave a delegation short that abstains on it, with nothing to get. */
export const SLIGHT = 50;

export const heardAnswer = (
  scenario: Scenario,
  mind: Mind,
  place: number,
  given: GivenAnswer,
  put: Put,
  moment: Moment,
): Mind => {
  const { text } = put;
  const held = heldOut(scenario, place, put, moment);
  const early = held > 0 ? held : EARLY;
  const gain: Sum = { plus: partsOf(layoutOf(scenario), text), minus: [] };
  const said = (code: GivenAnswer['because'][number]['code']): boolean =>
    given.because.some((reason) => reason.code === code);
  const reasoned = given.because.length > 0;
  const noise = reasoned ? NOISE.reasoned : NOISE.bare;
  const doubt = reasoned ? DOUBT.reasoned : DOUBT.bare;
  switch (given.answer) {
    case 'abstain': {
      // Nobody abstains on a text that it would rather have, or across a red line; nor, unless something is due to it, if it is short of more than
      // a little. Whoever gives no reason may have one that it keeps to itself.
      const low = said('nothing-lost') || said('friend-wants') ? -SLIGHT : -Infinity;
      return sparingRed(scenario, place, text, {
        ...mind,
        belief: learned(mind.belief, { sum: gain, low, high: 0, noise, doubt }),
      });
    }
    case 'join':
    case 'yes': {
      const belief = learned(mind.belief, {
        sum: gain,
        low: held,
        high: Infinity,
        noise: noise + LOOSE * held,
        doubt,
      });
      return text.reduce((now, option, article) => withRed(scenario, now, place, article, option, () => 0), {
        ...mind,
        belief,
      });
    }
    case 'object':
    case 'no': {
      const red = given.because.flatMap((reason) => (reason.code === 'red-line' ? [reason.article] : []));
      const worse = said('worse-than-no-agreement');
      const low = reasoned && !worse ? 0 : -Infinity;
      // A promise to stand against it says what the promise has said already.
      if (said('promised') && !worse && red.length === 0) return mind;
      const high = worse ? 0 : said('too-early') ? early : red.length > 0 ? Infinity : EARLY / 2;
      const loose = said('too-early') ? noise + LOOSE * early : noise;
      let now: Mind =
        low === -Infinity && high === Infinity
          ? mind
          : { ...mind, belief: learned(mind.belief, { sum: gain, low, high, noise: loose, doubt }) };
      for (const [article, option] of text.entries()) {
        const id = scenario.articles[article]?.id;
        if (id !== undefined && red.includes(id))
          now = withRed(scenario, now, place, article, option, () => 1);
        // A red line is a reason that is always given.
        else if (reasoned && red.length < MOST_REASONS - 1)
          now = withRed(scenario, now, place, article, option, (before) => before * UNSAID);
      }
      for (const named of given.articles) {
        const article = placeOf(scenario, 'article', named);
        if (!red.includes(named)) now = { ...now, belief: heardHurt(scenario, now, text, article) };
      }
      return now;
    }
  }
};

/** Less is left of the chances of its red lines here: it would have voted no. */
const sparingRed = (scenario: Scenario, place: number, text: Text, mind: Mind): Mind =>
  text.reduce(
    (now, option, article) => withRed(scenario, now, place, article, option, (before) => before * UNSAID),
    mind,
  );

/**
 * What an open promise to oppose texts with these provisions tells: whoever gives it would not gladly join the draft with them, or they cross
 * a red line. It may have been paid for.
 */
export const heardOpposition = (
  scenario: Scenario,
  mind: Mind,
  place: number,
  containing: readonly Provision[],
  standing: Text,
): Mind => {
  const sum: Sum = { plus: partsOf(layoutOf(scenario), withAll(scenario, standing, containing)), minus: [] };
  const { mean, variance } = sumOf(mind.belief, sum);
  const little = below((LITTLE - mean) / Math.sqrt(variance + NOISE.bare * NOISE.bare));
  const lines = containing.map(({ article, option }) =>
    redChance(scenario, mind, place, placeOf(scenario, 'article', article), option),
  );
  const free = lines.reduce((all, chance) => all * (1 - chance), 1);
  // Bayes: across a red line it is always given, else if the text brings it little; or for another reason, either way.
  const given = (chance: number): number => DOUBT.bare + (1 - DOUBT.bare) * chance;
  const taught: Mind = {
    ...mind,
    belief: learned(mind.belief, {
      sum,
      low: -Infinity,
      high: LITTLE,
      noise: NOISE.bare,
      doubt: 1 - (1 - DOUBT.bare) * free,
    }),
  };
  return containing.reduce((now, { article, option }) => {
    const at = placeOf(scenario, 'article', article);
    return withRed(scenario, now, place, at, option, (before) => {
      const meant = before * given(1);
      return meant / (meant + (1 - before) * given(little) || 1);
    });
  }, taught);
};

/** How far what is held out for may be from what is reckoned here, as a share of it. */
const LOOSE = 0.15;

/** What a delegation can be reckoned to hold out for in a text put by silence; 0 where it takes what it can get. */
const heldOut = (scenario: Scenario, place: number, { method, tried }: Put, moment: Moment): number => {
  const range = scenario.delegations[place]?.reservation;
  const times = holdingOut(scenario, moment);
  if (range === undefined || times === 0 || method !== 'silence') return 0;
  return heldOutFor(BEST - 50 * (range.min + range.max), tried, times, 'seasoned');
};

/** Reasons one gives at most. */
const MOST_REASONS = 3;
/** What is left of the chance of a red line that was crossed without a word. */
const UNSAID = 0.1;

/** An article is named: some other option there would help. */
const heardHurt = (scenario: Scenario, { belief }: Mind, text: Text, article: number): Mind['belief'] => {
  const layout = layoutOf(scenario);
  const here = partsOf(layout, text);
  let best: readonly number[] = [];
  let most = -Infinity;
  (scenario.articles[article]?.options ?? []).forEach((_, option) => {
    if (option === text[article]) return;
    const parts = partsOf(layout, text.with(article, option));
    const worth = parts.reduce((sum, at) => sum + (belief.mean[at] ?? 0), 0);
    if (worth > most) [most, best] = [worth, parts];
  });
  if (best.length === 0) return belief;
  const sum = {
    plus: best.filter((at) => !here.includes(at)),
    minus: here.filter((at) => !best.includes(at)),
  };
  return learned(belief, { sum, low: HURTS, high: Infinity, noise: NOISE.bare, doubt: DOUBT.bare });
};
