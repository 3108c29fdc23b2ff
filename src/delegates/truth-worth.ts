import { verdictOn, type Accusation, type IncidentSight, type Origin, type Verdict } from '../engine/seat.ts';
import { worthOfOpinion, worthOfTrust } from './exchange.ts';
import type { Suspicion } from './judgement.ts';
import type { Self } from './own.ts';

/** What it will be worth to have accused somebody, once the truth comes out, if it does. */

/** Clues of an incident that everybody knows, as far as everybody has seen it: they were laid open or leaked. */
export const openClues = ({ view }: Self, { id }: IncidentSight): ReadonlySet<number> =>
  new Set(
    view.log
      .flatMap(({ events }) => events)
      .flatMap((event) =>
        (event.kind === 'clues-shared' && event.with === 'all' && event.incident === id) ||
        (event.kind === 'clues-leaked' && event.incident === id)
          ? event.clues.map(({ index }) => index)
          : [],
      ),
  );

/** Sessions in which the truth may come out, and the chance that it does so just then, if the conference runs its course. */
export const truthHours = (
  self: Self,
  sight: IncidentSight,
): readonly { readonly session: number; readonly chance: number }[] => {
  const { scenario, view } = self;
  const { truth } = scenario.rules;
  const each = Math.min(1, (truth.chance + truth.clue * openClues(self, sight).size) / 100);
  let hidden = 1;
  return scenario.sessions.flatMap((_, session) => {
    if (session <= view.session) return [];
    const chance = hidden * each;
    hidden -= chance;
    return [{ session, chance }];
  });
};

/** How likely an accusation is right, and how likely it wrongs somebody; what is left is being right about whom and wrong about how. */
export interface Odds {
  readonly right: number;
  readonly wrong: number;
}

/** How likely what is said is so, by beliefs about who it was. */
export const oddsOf = (
  beliefs: readonly Suspicion[],
  { origin, culprit }: Pick<Accusation, 'origin' | 'culprit'>,
): Odds => {
  let right = 0;
  let wrong = 0;
  for (const truth of beliefs)
    if (truth.culprit === culprit) right += truth.origin === origin ? truth.belief : 0;
    else if (culprit !== undefined) wrong += truth.belief;
  return { right, wrong };
};

/** What an accusation will bring if it is right, and if it is wrong, over the chances that the truth comes out. */
export const stakesOf = (self: Self, sight: IncidentSight, said: Accusation): Odds => {
  const right = verdictOn(said, truthOf(said.origin, said.culprit));
  const wrong = said.culprit === undefined ? undefined : verdictOn(said, { origin: elsewhere(said.origin) });
  const hours = truthHours(self, sight);
  const over = (verdict: Verdict | undefined): number =>
    verdict === undefined
      ? 0
      : hours.reduce((sum, { session, chance }) => sum + chance * worthOfVerdict(self, verdict, session), 0);
  return { right: over(right), wrong: over(wrong) };
};

const truthOf = (
  origin: Origin,
  culprit: Accusation['culprit'],
): { readonly origin: Origin; readonly culprit?: NonNullable<Accusation['culprit']> } => ({
  origin,
  ...(culprit === undefined ? {} : { culprit }),
});

/** An origin with no State behind it. */
const elsewhere = (origin: Origin): Origin => (origin === 'accident' ? 'criminals' : 'accident');

/** What it is worth to be judged so at the beginning of a session. */
const worthOfVerdict = (self: Self, { others, wronged, opinion }: Verdict, session: number): number => {
  const rest = self.scenario.delegations.length - 1 - (wronged === undefined ? 0 : 1);
  return (
    worthOfTrust(self, others * rest + (wronged?.trust ?? 0), session) +
    worthOfOpinion(self, opinion, session)
  );
};
