import {
  plainWorth,
  type Mandate,
  type Provision,
  type Scenario,
  type Text,
  type Undertaking,
} from '../../../engine/seat.ts';

/** What the text would be with these provisions in it; of two for one article the later counts. */
export const textWith = (scenario: Scenario, text: Text, provisions: readonly Provision[]): Text =>
  provisions.reduce<Text>((so, { article, option }) => {
    const place = scenario.articles.findIndex(({ id }) => id === article);
    return place < 0 ? so : so.with(place, option);
  }, text);

/** Hundredths of a point that the text gains or loses for one's own side with these provisions in it, exactly. */
export const changeBy = (
  scenario: Scenario,
  mandate: Mandate,
  text: Text,
  provisions: readonly Provision[],
): number => plainWorth(mandate, textWith(scenario, text, provisions)) - plainWorth(mandate, text);

/** Provisions that a package works towards: supported, accepted, or a condition of joining. */
export const furthered = (undertakings: readonly Undertaking[]): readonly Provision[] =>
  undertakings.flatMap((item) => {
    switch (item.kind) {
      case 'position':
        return [item.provision];
      case 'join':
        return item.containing;
      case 'oppose':
      case 'tokens':
      case 'deed':
      case 'intelligence':
      case 'restraint':
      case 'later':
      case 'point':
        return [];
    }
  });
