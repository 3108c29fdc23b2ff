import type { Undertaking } from './deal.ts';
import type { DelegationId } from './ids.ts';
import { placeOf } from './lookup.ts';
import { pointPlace } from './points.ts';
import type { Mandate, Provision, Text } from './mandate.ts';
import type { Scenario } from './scenario.ts';
import type { RollingArticle } from './state.ts';

/**
 * Worth of a text before red lines, in hundredths of a point: 0 is the worst reachable text, 10 000 the best.
 * `u = base + Σ table[k][text_k] + Σ pairs`, DESIGN §2.
 */
export const plainWorth = (mandate: Mandate, text: Text): number => {
  let sum = mandate.base;
  const { table, pairs } = mandate;
  for (let k = 0; k < table.length; k += 1) sum += table[k]?.[text[k] ?? 0] ?? 0;
  for (const pair of pairs) if (text[pair.a] === pair.o && text[pair.b] === pair.p) sum += pair.worth;
  return sum;
};

/** The red lines a text crosses. */
export const breaches = (scenario: Scenario, mandate: Mandate, text: Text): readonly Provision[] =>
  mandate.redLines.filter((line) => text[placeOf(scenario, 'article', line.article)] === line.option);

/** How far below the reservation value a text across a red line is held, hundredths of a point. */
export const RED_LINE_GAP = 100;

/** Worth of a text: `plainWorth`, but below the reservation value if it crosses a red line. */
export const worthOfText = (scenario: Scenario, mandate: Mandate, text: Text): number => {
  const worth = plainWorth(mandate, text);
  return breaches(scenario, mandate, text).length === 0
    ? worth
    : Math.min(worth, mandate.reservation - RED_LINE_GAP);
};

/** What stands in the draft, brackets left aside. */
export const standingText = (articles: readonly RollingArticle[]): Text =>
  articles.map((article) => article.option);

/** Whether a text has all of these provisions. */
export const contains = (scenario: Scenario, text: Text, provisions: readonly Provision[]): boolean =>
  provisions.every((provision) => text[placeOf(scenario, 'article', provision.article)] === provision.option);

/** What undertakings do to one party, exactly, in hundredths of a point. */
export interface Appraisal {
  /** At once and for good. */
  readonly now: number;
  /** More, if a text is adopted that meets the conditions. */
  readonly onAdoption: number;
  /** Promises to it that have a worth only if kept. */
  readonly ifKept: number;
}

/** Own appraisal of a package. Positions, joining, opposing, restraint and intelligence have no worth in themselves: they change what others do. */
export const appraise = (
  scenario: Scenario,
  mandate: Mandate,
  me: DelegationId,
  undertakings: readonly Undertaking[],
): Appraisal => {
  let now = 0;
  let onAdoption = 0;
  let ifKept = 0;
  for (const [place, item] of undertakings.entries()) {
    if (item.by !== me && item.to !== me) continue;
    if (item.kind === 'point' && saidBefore(undertakings, place, me)) continue;
    const worth = worthOfUndertaking(scenario, mandate, me, item);
    if (item.kind === 'later') {
      if (item.to === me) ifKept += worth;
      else now += worth;
    } else if ((item.kind === 'tokens' || item.kind === 'deed') && item.when.on === 'adoption')
      onAdoption += worth;
    else now += worth;
  }
  return { now, onAdoption, ifKept };
};

/** A package with several parties names one point more than once; it is agreed once. */
const saidBefore = (undertakings: readonly Undertaking[], place: number, me: DelegationId): boolean => {
  const item = undertakings[place];
  return (
    item?.kind === 'point' &&
    undertakings
      .slice(0, place)
      .some(
        (other) =>
          other.kind === 'point' &&
          other.track === item.track &&
          other.point === item.point &&
          (other.by === me || other.to === me),
      )
  );
};

const worthOfUndertaking = (
  scenario: Scenario,
  mandate: Mandate,
  me: DelegationId,
  item: Undertaking,
): number => {
  switch (item.kind) {
    case 'tokens': {
      const unit = mandate.tokenWorth[placeOf(scenario, 'token', item.token)] ?? 0;
      return (item.to === me ? 1 : -1) * unit * item.amount;
    }
    case 'deed':
    case 'later': {
      const place = placeOf(scenario, 'concession', item.concession);
      return item.to === me ? (mandate.gains[place] ?? 0) : -deedCost(scenario, mandate, place);
    }
    case 'point':
      return mandate.points[pointPlace(scenario, item.track, item.point)] ?? 0;
    case 'position':
    case 'join':
    case 'oppose':
    case 'intelligence':
    case 'restraint':
      return 0;
  }
};

/** What doing a concession costs its giver, the tokens it spends included. */
export const deedCost = (scenario: Scenario, mandate: Mandate, concession: number): number => {
  const spends = scenario.concessions[concession]?.spends ?? [];
  const spent = spends.reduce(
    (sum, { token, amount }) => sum + (mandate.tokenWorth[placeOf(scenario, 'token', token)] ?? 0) * amount,
    0,
  );
  return (mandate.costs[concession] ?? 0) + spent;
};
