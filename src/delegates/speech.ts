import { placeOf, type Provision, type View } from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { reproached } from './in-kind.ts';
import type { Self } from './own.ts';
import { citable } from './procedure.ts';
import { newPositions, prioritiesOf, withBeside, type Wanted } from './stances.ts';

/** What an AI delegation says in public: its statement of the session, and its reaction to the Chair's draft. */

/** On a speakers' list longer than this, so many places at its end are left to people. */
const LONG_LIST = 30;
const LEFT_FREE = 5;
/** Positions taken in reaction to one draft. */
const REACTIONS = 12;

/** One statement a session: what is new, what matters most, and the tone that trust suggests. */
export const speakNow = (self: Self, strength: Strength): Act | undefined => {
  const { view, own, scenario } = self;
  const { statements } = scenario.procedure;
  if (view.spoken.includes(own.delegation)) return undefined;
  if (statements > 0 && view.spoken.length >= statements - (statements > LONG_LIST ? LEFT_FREE : 0))
    return undefined;
  const news = chosen(
    self,
    newPositions(self, strength).filter(({ position }) => view.agenda.includes(position.article)),
    scenario.procedure.positionsPerStatement,
  ).map((wanted) => withBeside(self, strength, wanted));
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
export const reactNow = (self: Self, strength: Strength): Act | undefined => {
  const { view, own } = self;
  const issued = eventsHere(view, (event) => event.kind === 'draft-issued') > 0;
  const spoken =
    eventsHere(view, (event) => event.kind === 'position-taken' && event.by === own.delegation) > 0;
  if (!issued || spoken) return undefined;
  const news = newPositions(self, strength)
    .slice(0, REACTIONS)
    .map((wanted) => withBeside(self, strength, wanted));
  if (news.length === 0) return undefined;
  return {
    command: { kind: 'position', positions: news.map(({ position }) => position) },
    because: news.slice(0, 3).map(({ because }) => because),
  };
};

/** The most telling positions, but something that it wants among them if there is anything, and nothing against what nobody proposes. */
const chosen = (self: Self, news: readonly Wanted[], most: number): readonly Wanted[] => {
  const real = news.filter(({ position }) => position.option > 0 || isProposed(self, position));
  const sayable = real.length === 0 ? news : real;
  const first = sayable.slice(0, most);
  const wanted = sayable.find(
    ({ position }) => position.stance === 'support' || position.stance === 'accept',
  );
  return wanted === undefined || first.includes(wanted) ? first : [...first.slice(0, -1), wanted];
};

/** Whether an option stands in the draft or in brackets, or waits as an amendment. */
const isProposed = ({ scenario, view }: Self, { article, option }: Provision): boolean => {
  const rolling = view.articles[placeOf(scenario, 'article', article)];
  return (
    rolling?.option === option ||
    rolling?.brackets.includes(option) === true ||
    view.amendments.some(
      (item) =>
        item.article === article &&
        item.option === option &&
        (item.state === 'waiting' || item.state === 'open'),
    )
  );
};

/** Events of this phase of a kind. */
export const eventsHere = (
  view: View,
  wanted: (kind: View['log'][number]['events'][number]) => boolean,
): number =>
  view.log.reduce(
    (sum, chapter) =>
      chapter.session === view.session && chapter.phase === view.phase
        ? sum + chapter.events.filter(wanted).length
        : sum,
    0,
  );
