import { CLOSE, FAR, readiness } from '../../../src/delegates/calendar.ts';
import { CHARACTER, candourOf } from '../../../src/delegates/character.ts';
import { placeOf, type Position, type Provision, type Text } from '../../../src/engine/index.ts';
import {
  bestChange,
  changeIn,
  isRedLine,
  pledgedBy,
  type Check,
  type Moment,
  type Stated,
} from './stated.ts';

/** Whether what is said in a statement, in reaction to a draft, and before the press is so. */

/** What it gives at most on one article now, as far as it admits. */
export const readyIn = ({ scenario, view, self: { delegation }, strength }: Moment): number =>
  readiness(scenario, view, delegation.style, strength, candourOf(delegation));

/** What an option costs against the best bearable one of its article, in a text. */
export const lossIn = (at: Moment, text: Text, provision: Provision): number =>
  bestChange(at, text, provision.article) - changeIn(at, text, provision);

export const isAgainst = ({ stance }: Position): boolean => stance === 'object' || stance === 'silent';

/** What an option may cost before it is spoken against, or objected to. */
export const leastLoss = (at: Moment, { stance }: Position): number =>
  stance === 'object' ? readyIn(at) * FAR : readyIn(at);

/** The positions that a statement or a reaction takes. */
export const positionsIn = ({ command }: Moment): readonly Position[] =>
  command.kind === 'speak' || command.kind === 'position' ? command.positions : [];

/** A check of the position that has this reason: they come in one order. */
const of =
  <R extends { readonly article: string }>(
    holds: (reason: R, position: Position, at: Stated) => boolean,
  ): ((reason: R, at: Stated) => boolean) =>
  (reason, at) => {
    const position = positionsIn(at)[at.place];
    return position?.article === reason.article && holds(reason, position, at);
  };

export const saysRedLine: Check<'red-line'> = of(
  (_, position, at) => position.stance === 'object' && isRedLine(at, position),
);

export const saysHurts: Check<'article-hurts'> = of(
  ({ loss }, position, at) =>
    isAgainst(position) &&
    position.beside === undefined &&
    loss === lossIn(at, at.standing, position) &&
    loss > leastLoss(at, position) &&
    !isRedLine(at, position),
);

export const saysHelps: Check<'article-helps'> = of(
  ({ gain }, position, at) =>
    !isAgainst(position) &&
    gain === changeIn(at, at.standing, position) &&
    gain > 0 &&
    !isRedLine(at, position),
);

export const saysBearable: Check<'bearable'> = of(
  ({ loss }, position, at) =>
    !isAgainst(position) &&
    loss === lossIn(at, at.standing, position) &&
    loss <= Math.max(CLOSE, readyIn(at)) &&
    changeIn(at, at.standing, position) <= 0 &&
    !isRedLine(at, position),
);

export const saysLinked: Check<'linked'> = ({ first, second }, at) => {
  const position = positionsIn(at)[at.place];
  if (position?.beside === undefined || !isAgainst(position)) return false;
  const { beside } = position;
  const place = placeOf(at.scenario, 'article', beside.article);
  return (
    first.article === position.article &&
    first.option === position.option &&
    second.article === beside.article &&
    second.option === beside.option &&
    second.option === at.standing[place] &&
    lossIn(at, at.standing, position) > leastLoss(at, position) &&
    (at.scenario.articles[place]?.options ?? []).some(
      (_, option) =>
        !isRedLine(at, { article: beside.article, option }) &&
        lossIn(at, at.standing.with(place, option), position) <= leastLoss(at, position),
    )
  );
};

export const saysPromised: Check<'promised'> = ({ to }, at) => {
  const position = positionsIn(at)[at.place];
  return pledgedBy(at, 'position').some(
    ({ undertaking: { to: whom, stance, provision } }) =>
      whom === to &&
      stance === position?.stance &&
      provision.article === position.article &&
      provision.option === position.option,
  );
};

export const saysNothing: Check<'routine'> = (_, at) =>
  at.command.kind === 'speak' ? at.command.positions.length === 0 : at.command.kind === 'reply';

/** Whoever is called by name, sharply, has wronged it in this session or since the one in which it could last speak from the floor. */
const isReproached = (at: Stated, by: string | undefined): boolean =>
  at.command.kind === 'speak' &&
  at.command.tone === 'sharp' &&
  at.command.names.some((name) => name === by) &&
  CHARACTER[at.self.delegation.style].reciprocity >= 1;

const lately = ({ view }: Moment, sessions: number) =>
  view.log.filter(({ session }) => session >= view.session - sessions).flatMap(({ events }) => events);

/** Broke its word to it, as late as so many sessions ago. */
export const brokeWord = (at: Moment, by: string, sessions: number): boolean =>
  lately(at, sessions).some(
    (event) =>
      event.kind === 'promise-settled' && event.state === 'broken' && event.to === at.me && event.by === by,
  );

/** Was found out to have done something against it. */
export const foundOut = (at: Moment, by: string | undefined, sessions: number): boolean =>
  lately(at, sessions).some(
    (event) =>
      event.kind === 'operation-exposed' && event.operation.against === at.me && event.operation.by === by,
  );

const sinceFloor = ({ scenario, view }: Moment): number => {
  for (let back = 1; back <= view.session; back += 1)
    if (scenario.sessions[view.session - back]?.phases.includes('floor') === true) return back;
  return view.session;
};

export const reproachesBreach: Check<'broken-promise'> = ({ by }, at) =>
  isReproached(at, by) && brokeWord(at, by, sinceFloor(at));

export const reproachesDeed: Check<'evidence-points-to'> = ({ towards, belief }, at) =>
  isReproached(at, towards) && foundOut(at, towards, sinceFloor(at)) && belief === 1;

/** What it rules out before the press: a red line that it has not come near in public. */
export const vows: Check<'red-line'> = ({ article }, at) => {
  if (at.command.kind !== 'interview' || at.command.vow === undefined) return false;
  const { vow } = at.command;
  const place = placeOf(at.scenario, 'article', article);
  return (
    vow.article === article &&
    vow.says === 'never' &&
    isRedLine(at, vow) &&
    isAgainst({ ...vow, stance: at.view.stances[at.self.own.index]?.[place]?.[vow.option] ?? 'silent' })
  );
};
