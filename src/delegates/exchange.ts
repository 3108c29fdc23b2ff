import { OPINION_BANDS, placeOf, tensionAfter, type View } from '../engine/seat.ts';
import type { Self } from './own.ts';
import { chanceOf, prospectsOf } from './prospects.ts';

/** What tension, trust and opinion at home are worth to a delegation, in hundredths of a point. */

/** What has no exact worth in points. Author's estimates, all of them. */
export const EXCHANGE = {
  /**
   * A point of everybody's trust for a whole conference; one delegation's is its share. A band of trust, some 22 points, moves what others
   * reckon with of one's promises by a fifth (`weigh.ts`), and few sell promises for more than four points in all. Among machines alone 25
   * points more or less of everybody's trust moved own points by nothing that can be told from chance (within 1.3).
   */
  trust: 4,
  /**
   * A point of tension near the top of the ladder, beside one's own stake: all from `full` points under the top, nothing up to `from` points
   * under it, rising evenly between. A step of five points at the brink is worth three points, for all that the talks can bring is at stake.
   */
  brink: { worth: 60, full: 25, from: 32 },
  /** What it costs to call whoever suspects one, or whom one suspects: a hand held out is seen by everybody. */
  call: 50,
  /** What an answer in kind is worth for each whole of a style's reciprocity: a public at home wants to see one. */
  inKind: 150,
  /** Chance that a friend who is asked by name sends help, and that one joins an inquiry: about what machines do. */
  helps: 0.6,
  joins: 0.5,
  /** Chance, for each point of belief in one's guilt, that somebody accuses one in public. */
  accused: 0.3,
} as const;

interface TensionNow {
  readonly tension: number;
  readonly risen: number;
}

/** Asked for many responses in one view. */
const nowIn = new WeakMap<View, TensionNow>();

/** Tension as it stands, and by how much it has risen in this session: public. */
const tensionNow = ({ view }: Self): TensionNow => {
  const known = nowIn.get(view);
  if (known !== undefined) return known;
  const risen = view.log
    .filter(({ session }) => session === view.session)
    .flatMap(({ events }) => events)
    .reduce((sum, event) => sum + (event.kind === 'tension-moved' ? Math.max(0, event.by) : 0), 0);
  const found = { tension: view.tension, risen };
  nowIn.set(view, found);
  return found;
};

/** What a move of tension does to own points: exactly, with the ladder's ends and the most it may rise in a session. */
export const worthOfTension = (self: Self, by: number): number => {
  const now = tensionNow(self);
  const moved = tensionAfter(self.scenario.tension, now, by) - now.tension;
  return moved === 0 ? 0 : -moved * self.mandate.tensionStake;
};

/** What a move of tension is worth beside that: how much nearer it brings the talks to collapse, or further from it. */
export const worthOfBrink = (self: Self, by: number): number => {
  const { tension: ladder } = self.scenario;
  const now = tensionNow(self);
  return (
    priceBelow(ladder.collapse, now.tension) - priceBelow(ladder.collapse, tensionAfter(ladder, now, by))
  );
};

/** Sum of {@link EXCHANGE.brink} over all points of tension up to one. */
const priceBelow = (collapse: number, tension: number): number => {
  const { worth, full, from } = EXCHANGE.brink;
  const rise = from - full;
  const above = tension - (collapse - from);
  const within = Math.max(0, Math.min(rise, above));
  return worth * ((within * within) / (2 * rise) + Math.max(0, above - rise));
};

/** Share of the conference that is left when a session begins, 0 to 1. */
const leftFrom = ({ scenario }: Self, session: number): number =>
  Math.max(0, scenario.sessions.length - session) / Math.max(1, scenario.sessions.length);

/** What so many points of one other's trust are worth from a session on. */
export const worthOfTrust = (self: Self, points: number, session = self.view.session): number =>
  points === 0
    ? 0
    : (points * EXCHANGE.trust * leftFrom(self, session)) / Math.max(1, self.scenario.delegations.length - 1);

/**
 * What a move of one's own opinion is worth from a session on: what the papers of the capitals to come would make of it if it stayed
 * there. A restless capital raises the value of no agreement, which counts as far as there is none; a proud one lends standing.
 */
export const worthOfOpinion = (self: Self, by: number, session = self.view.session): number => {
  const { scenario, view, own } = self;
  if (by === 0 || scenario.press.interviews === 0) return 0;
  const now = view.opinion[own.index] ?? 50;
  const change = papersOn(self, Math.max(0, Math.min(100, now + by))) - papersOn(self, now);
  const capitals = scenario.sessions.filter(
    ({ phases }, place) => place >= session && phases.includes('capital'),
  ).length;
  return change === 0 ? 0 : change * capitals;
};

const papersOn = (self: Self, opinion: number): number => {
  const { press } = self.scenario;
  if (opinion < OPINION_BANDS.restless) return press.swing * (1 - chanceOf(prospectsOf(self), []));
  if (opinion <= OPINION_BANDS.proud) return 0;
  return self.mandate.tokenWorth[placeOf(self.scenario, 'token', press.flexibility.cost.token)] ?? 0;
};
