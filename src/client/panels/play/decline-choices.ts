import type {
  DelegationId,
  Mandate,
  Offer,
  Reason,
  Scenario,
  Text,
  WouldChange,
} from '../../../engine/seat.ts';
import { changeBy, furthered, textWith } from './change.ts';

/**
 * Reasons that are true of an offer and can be given for declining it, the likeliest first. Without figures: those are one's own.
 * The last three fit any offer.
 */
export const declineReasons = (
  scenario: Scenario,
  mandate: Mandate,
  text: Text,
  offer: Pick<Offer, 'from' | 'undertakings'>,
): readonly Reason[] => {
  const wanted = furthered(offer.undertakings);
  const after = textWith(scenario, text, wanted);
  const touched = [...new Set(wanted.map(({ article }) => article))];
  const crossed = touched.filter((article) => {
    const place = scenario.articles.findIndex(({ id }) => id === article);
    return mandate.redLines.some((line) => line.article === article && line.option === after[place]);
  });
  const hurting = touched.filter((article) => {
    const ofArticle = wanted.filter((provision) => provision.article === article);
    return !crossed.includes(article) && changeBy(scenario, mandate, text, ofArticle) < 0;
  });
  return [
    ...crossed.map((article): Reason => ({ code: 'red-line', article })),
    ...hurting.map((article): Reason => ({ code: 'article-hurts', article })),
    { code: 'unbalanced' },
    { code: 'too-early' },
    { code: 'low-trust', towards: offer.from },
  ];
};

/** What can be named as changing one's mind: something asked of oneself left out, something more from them, another day, nothing. */
export const declineChanges = (
  scenario: Scenario,
  me: DelegationId,
  offer: Pick<Offer, 'from' | 'undertakings'>,
): readonly WouldChange[] => {
  const offered = offer.undertakings.flatMap((item) =>
    item.by === offer.from && (item.kind === 'deed' || item.kind === 'later') ? [item.concession] : [],
  );
  return [
    ...furthered(offer.undertakings.filter(({ by }) => by === me)).map((provision): WouldChange => ({
      kind: 'not-provision',
      provision,
    })),
    ...scenario.concessions
      .filter(
        ({ id, givers }) =>
          !offered.includes(id) && givers.some(({ delegation }) => delegation === offer.from),
      )
      .map(({ id }): WouldChange => ({ kind: 'concession', concession: id })),
    ...scenario.tokens.map(({ id }): WouldChange => ({ kind: 'tokens', token: id, amount: 1 })),
    { kind: 'later' },
    { kind: 'nothing' },
  ];
};
