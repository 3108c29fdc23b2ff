import { describe, expect, it } from 'vitest';
import { CLOSE, FAR, readiness } from '../../src/delegates/calendar.ts';
import { candourOf } from '../../src/delegates/character.ts';
import { guessedPackage } from '../../src/delegates/guessed-package.ts';
import { modelsOf } from '../../src/delegates/models.ts';
import type { Strength } from '../../src/delegates/index.ts';
import {
  placeOf,
  plainWorth,
  type DelegationId,
  type Mandate,
  type Position,
  type Provision,
  type Reason,
  type Scenario,
  type Text,
  type View,
} from '../../src/engine/index.ts';
import { readFileSync } from 'node:fs';
import { readScenario } from '../../src/scenario/index.ts';
import { invented, newYork, play, turnsOf } from './play.ts';

/** Each reason that a machine keeps with what it says or offers, rebuilt from its mandate and the draft alone. */

const oneDay = (): Scenario => {
  const { scenario } = readScenario(
    readFileSync(new URL('../../scenarios/class-45.yaml', import.meta.url), 'utf8'),
  );
  if (scenario === undefined) throw new Error('scenarios/class-45.yaml has faults');
  return scenario;
};

const STRENGTHS: readonly Strength[] = ['gentle', 'seasoned', 'hard'];
const games = STRENGTHS.flatMap((strength) =>
  [oneDay(), newYork(), invented('a'), invented('b')].map((scenario) => ({
    strength,
    scenario,
    game: play(scenario, `reasons/${strength}`, { strength }),
  })),
);

/** A seat's numbers: what a text is worth to it, its red lines, and what it gives at most on one article now. */
interface Numbers {
  readonly scenario: Scenario;
  readonly view: View;
  readonly me: DelegationId;
  readonly mandate: Mandate;
  readonly standing: Text;
  readonly ready: number;
}

const numbersOf = (scenario: Scenario, view: View, strength: Strength): Numbers => {
  const { own } = view;
  const delegation = own === undefined ? undefined : scenario.delegations[own.index];
  if (own === undefined || delegation === undefined) throw new Error('a view without a seat');
  return {
    scenario,
    view,
    me: own.delegation,
    mandate: own.mandate,
    standing: view.articles.map(({ option }) => option),
    ready: readiness(scenario, view, delegation.style, strength, candourOf(delegation)),
  };
};

const isRed = ({ mandate }: Numbers, { article, option }: Provision): boolean =>
  mandate.redLines.some((line) => line.article === article && line.option === option);

/** What an option costs against the best bearable one of its article, in a text. */
const lossIn = (numbers: Numbers, text: Text, { article, option }: Provision): number => {
  const place = placeOf(numbers.scenario, 'article', article);
  const worth = (other: number): number => plainWorth(numbers.mandate, text.with(place, other));
  const options = [...(numbers.scenario.articles[place]?.options.keys() ?? [])];
  const best = Math.max(...options.filter((other) => !isRed(numbers, { article, option: other })).map(worth));
  return best - worth(option);
};

const gainOver = ({ scenario, mandate, standing }: Numbers, { article, option }: Provision): number =>
  plainWorth(mandate, standing.with(placeOf(scenario, 'article', article), option)) -
  plainWorth(mandate, standing);

/** Whether what is said of an option is so, and the reason kept with it. */
const isTrueOf = (numbers: Numbers, position: Position, reason: Reason): boolean => {
  const { ready, standing, view, me } = numbers;
  const loss = lossIn(numbers, standing, position);
  const against = position.stance === 'object' || position.stance === 'silent';

  if (reason.code === 'red-line')
    return position.stance === 'object' && reason.article === position.article && isRed(numbers, position);
  if (reason.code === 'promised')
    return view.pledges.some(
      ({ state, undertaking }) =>
        state === 'open' &&
        undertaking.kind === 'position' &&
        undertaking.by === me &&
        undertaking.to === reason.to &&
        undertaking.stance === position.stance &&
        undertaking.provision.article === position.article &&
        undertaking.provision.option === position.option,
    );
  if (reason.code === 'article-hurts')
    return (
      against &&
      reason.article === position.article &&
      reason.loss === loss &&
      loss > (position.stance === 'object' ? ready * FAR : ready)
    );
  if (reason.code === 'article-helps')
    return (
      !against &&
      reason.article === position.article &&
      reason.gain === gainOver(numbers, position) &&
      reason.gain > 0
    );
  if (reason.code === 'bearable')
    return (
      !against &&
      reason.article === position.article &&
      reason.loss === loss &&
      loss <= Math.max(CLOSE, ready) &&
      gainOver(numbers, position) <= 0
    );
  if (reason.code === 'linked') {
    const { beside } = position;
    const least = position.stance === 'object' ? ready * FAR : ready;
    if (!against || beside === undefined || loss <= least) return false;
    const at = placeOf(numbers.scenario, 'article', beside.article);
    const instead = [...(numbers.scenario.articles[at]?.options.keys() ?? [])];
    return (
      reason.first.article === position.article &&
      reason.first.option === position.option &&
      reason.second.article === beside.article &&
      reason.second.option === standing[at] &&
      instead.some((option) => lossIn(numbers, standing.with(at, option), position) <= least)
    );
  }
  return false;
};

describe('what a machine says of an option', () => {
  const said = games.flatMap(({ game, scenario, strength }) =>
    [...turnsOf(game, 'speak'), ...turnsOf(game, 'position')].flatMap((turn) => {
      // Whoever has been wronged says first of all by whom.
      if (turn.because.some(({ code }) => code === 'broken-promise' || code === 'evidence-points-to'))
        return [];
      const numbers = numbersOf(scenario, turn.view, strength);
      return turn.command.positions.map((position, place) => ({
        numbers,
        position,
        reason: turn.because[place],
        kind: turn.command.kind,
      }));
    }),
  );

  it('has a reason that its numbers bear out, for each of the first three', () => {
    const reasons = said.flatMap(({ reason, ...item }) =>
      reason === undefined ? [] : [{ ...item, reason }],
    );
    expect(reasons.length).toBeGreaterThan(300);
    const codes = new Set(reasons.map(({ reason }) => reason.code));
    for (const code of ['red-line', 'article-hurts', 'article-helps', 'bearable', 'linked'])
      expect(codes).toContain(code);
    expect(
      reasons
        .filter(({ numbers, position, reason }) => !isTrueOf(numbers, position, reason))
        .map(({ position, reason }) => ({ position, reason })),
    ).toEqual([]);
  });

  it('is said beside what the draft says elsewhere, wherever a change there would make it bearable', () => {
    const against = said.filter(
      ({ position, numbers, reason }) =>
        (position.stance === 'object' || position.stance === 'silent') &&
        reason?.code !== 'promised' &&
        !isRed(numbers, position),
    );
    const bearableElsewhere = ({ numbers, position }: (typeof against)[number]): boolean => {
      const least = position.stance === 'object' ? numbers.ready * FAR : numbers.ready;
      return numbers.scenario.articles.some(
        ({ id, options }, at) =>
          id !== position.article &&
          [...options.keys()].some(
            (option) =>
              !isRed(numbers, { article: id, option }) &&
              lossIn(numbers, numbers.standing.with(at, option), position) <= least,
          ),
      );
    };
    expect(against.filter(({ position }) => position.beside !== undefined).length).toBeGreaterThan(20);
    expect(
      against.filter((item) => bearableElsewhere(item) !== (item.position.beside !== undefined)),
    ).toEqual([]);
  });

  it('has something in it that is wanted, where anything new is, and nothing against a silence that nobody proposes', () => {
    const statements = games.flatMap(({ game, scenario }) =>
      turnsOf(game, 'speak').map(({ command, view }) => ({ command, view, scenario })),
    );
    const idle = statements.filter(({ command, view, scenario }) =>
      command.positions.some(({ article, option }) => {
        const rolling = view.articles[placeOf(scenario, 'article', article)];
        return (
          option === 0 &&
          command.positions.some((other) => other.option > 0) &&
          rolling?.option !== 0 &&
          rolling?.brackets.includes(0) !== true &&
          !view.amendments.some((item) => item.article === article && item.option === 0)
        );
      }),
    );
    expect(idle).toEqual([]);
    const wanting = statements.filter(({ command }) =>
      command.positions.some(({ stance }) => stance === 'support' || stance === 'accept'),
    );
    expect(wanting.length / statements.length).toBeGreaterThan(0.6);
  });
});

describe('what a machine offers', () => {
  const offers = games.flatMap(({ game, scenario, strength }) =>
    turnsOf(game, 'offer')
      .filter(({ command }) => command.answers === undefined && command.to.length === 1)
      .map((turn) => ({ turn, numbers: numbersOf(scenario, turn.view, strength) })),
  );

  const isTrue = ({ turn: { command }, numbers }: (typeof offers)[number], reason: Reason): boolean => {
    const { scenario, view, me, mandate } = numbers;
    const [to] = command.to;
    const asked = command.undertakings.flatMap((item) =>
      item.kind === 'position' && item.by === to ? [item] : [],
    );
    const given = command.undertakings.flatMap((item) =>
      item.kind === 'position' && item.by === me ? [item.provision] : [],
    );
    const [ask] = asked;
    // A package holds one option of an article.
    const askedOn = (article: string): Provision | undefined =>
      asked.find((item) => item.provision.article === article)?.provision;

    if (reason.code === 'article-helps') {
      const wish = askedOn(reason.article);
      return wish !== undefined && gainOver(numbers, wish) > 0;
    }
    if (reason.code === 'keeps-draft') {
      const wish = askedOn(reason.article);
      return (
        wish !== undefined && numbers.standing[placeOf(scenario, 'article', reason.article)] === wish.option
      );
    }
    if (reason.code === 'helps-you') {
      const model = modelsOf(scenario, view).find(({ delegation }) => delegation === to);
      return (
        model !== undefined &&
        ask !== undefined &&
        asked.length === 1 &&
        given.length === 0 &&
        guessedPackage(scenario, view, model, [ask]) > 0
      );
    }
    if (reason.code === 'matters-more') {
      const wish = askedOn(reason.article);
      return (
        wish !== undefined &&
        given.some(({ article }) => article === reason.than) &&
        given.every((gift) => gainOver(numbers, wish) > Math.abs(gainOver(numbers, gift)))
      );
    }
    if (reason.code === 'needs')
      return (
        command.undertakings.some(
          (item) => item.kind === 'deed' && item.by === to && item.concession === reason.what,
        ) && (mandate.gains[placeOf(scenario, 'concession', reason.what)] ?? 0) > 0
      );
    if (reason.code === 'better-than-no-agreement')
      // Pays for a text.
      return command.undertakings.every((item) => item.kind === 'tokens' && item.when.on === 'adoption');
    if (reason.code === 'prepares-point')
      return command.undertakings.some(
        (item) => item.kind === 'point' && item.track === reason.track && item.point === reason.point,
      );
    return false;
  };

  it('is offered for reasons that the numbers bear out', () => {
    expect(offers.length).toBeGreaterThan(200);
    const codes = new Set(offers.flatMap(({ turn }) => turn.command.because.map(({ code }) => code)));
    for (const code of ['article-helps', 'keeps-draft', 'helps-you', 'matters-more', 'needs'])
      expect(codes).toContain(code);
    expect(
      offers.flatMap((item) =>
        item.turn.command.because
          .filter((reason) => !isTrue(item, reason))
          .map((reason) => ({ reason, what: item.turn.command.undertakings })),
      ),
    ).toEqual([]);
  });

  it('asks no price of whoever is only asked', () => {
    expect(
      offers.filter(
        ({ turn: { command }, numbers: { me } }) =>
          command.undertakings.some((item) => item.kind === 'tokens' && item.by !== me) &&
          !command.undertakings.some((item) => item.by === me),
      ),
    ).toEqual([]);
  });

  it('is not offered again to whoever has declined it, nor asked for after it was said to be given away', () => {
    const again = games.flatMap(({ game }) =>
      turnsOf(game, 'offer').flatMap(({ view, seat, command }) => {
        if (command.answers !== undefined) return [];
        const events = view.log.flatMap((chapter) => chapter.events);
        return events.flatMap((event) => {
          if (event.kind !== 'offer-declined' || !command.to.includes(event.by)) return [];
          const first = events.find((other) => other.kind === 'offered' && other.offer.id === event.offer);
          const same =
            first?.kind === 'offered' &&
            first.offer.from === seat &&
            first.offer.to.length === 1 &&
            JSON.stringify(first.offer.undertakings) === JSON.stringify(command.undertakings);
          const gone = command.undertakings.some(
            (item) =>
              item.kind === 'deed' &&
              item.by === event.by &&
              event.because.some(
                (reason) => reason.code === 'given-elsewhere' && reason.what === item.concession,
              ),
          );
          return same || gone ? [{ command, event }] : [];
        });
      }),
    );
    expect(again).toEqual([]);
  });
});

describe('a point of order', () => {
  it('is raised for what the article costs now, and for nothing in particular where what made it bad has gone', () => {
    const orders = games.flatMap(({ game, scenario, strength }) =>
      turnsOf(game, 'point-of-order').map((turn) => ({
        turn,
        numbers: numbersOf(scenario, turn.view, strength),
      })),
    );
    expect(orders.length).toBeGreaterThan(0);
    for (const { turn, numbers } of orders) {
      const { article } = turn.command;
      const option = numbers.standing[placeOf(numbers.scenario, 'article', article)] ?? 0;
      const loss = lossIn(numbers, numbers.standing, { article, option });
      expect(turn.because).toEqual([
        loss > 0 ? { code: 'article-hurts', article, loss } : { code: 'routine' },
      ]);
    }
  });
});
