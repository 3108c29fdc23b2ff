import { CHARACTER } from '../../../src/delegates/character.ts';
import {
  incidentOf,
  ORIGINS,
  placeOf,
  tensionAfter,
  type DelegationId,
  type IncidentSight,
  type Origin,
  type Response,
  type Scenario,
} from '../../../src/engine/index.ts';
import type { Check, Moment } from './stated.ts';

/** Whether what is said with an answer to an incident is so. */

/** A possible truth: who is behind it and, under a false flag, who is framed. */
interface Truth {
  readonly origin: Origin;
  readonly culprit: DelegationId | undefined;
  readonly framed: DelegationId | undefined;
  readonly chance: number;
}

const AUTHORED: readonly Origin[] = ['state', 'proxy', 'false-flag'];

/** How likely each origin and author is by the card, the rumours and the clues, as the rules draw them: by Bayes, written a second time. */
const chancesOf = (scenario: Scenario, sight: IncidentSight): ReadonlyMap<string, number> => {
  const card = incidentOf(scenario, sight.id);
  const { author, nobody } = scenario.rules.rumours;
  const authors = card.culprits.filter((item) => item.weight > 0 && item.delegation !== sight.victim);
  const weights = authors.reduce((sum, { weight }) => sum + weight, 0);
  const share = (who: DelegationId | undefined): number =>
    (authors.find(({ delegation }) => delegation === who)?.weight ?? 0) / Math.max(1, weights);
  const truths = card.origins.flatMap(({ origin, percent }): readonly Truth[] => {
    if (!AUTHORED.includes(origin) || authors.length === 0)
      return [{ origin, culprit: undefined, framed: undefined, chance: percent }];
    return authors.flatMap(({ delegation: culprit }): readonly Truth[] => {
      const alone = { origin, culprit, framed: undefined, chance: percent * share(culprit) };
      const others =
        origin === 'false-flag' ? authors.filter(({ delegation }) => delegation !== culprit) : [];
      return others.length === 0
        ? [alone]
        : others.map(({ delegation: framed }) => ({
            ...alone,
            framed,
            chance: (alone.chance * share(framed)) / (1 - share(culprit)),
          }));
    });
  });
  const rumoured = ({ origin, culprit, framed }: Truth): number => {
    if (origin === 'false-flag') return Number(sight.suspect === framed);
    if (culprit !== undefined && sight.suspect === culprit) return author / 100;
    if (culprit !== undefined) return sight.suspect === undefined ? 1 - author / 100 : 0;
    if (sight.suspect === undefined) return authors.length === 0 ? 1 : 1 - nobody / 100;
    return (nobody / 100) * share(sight.suspect);
  };
  const read = ({ origin, culprit, framed }: Truth, clue: IncidentSight['clues'][number]): number => {
    const wrong = 1 - clue.reliability / 100;
    if (clue.origin === origin && clue.culprit === culprit) return clue.reliability / 100;
    if (origin === 'false-flag') return clue.origin === 'state' && clue.culprit === framed ? wrong : 0;
    if (clue.origin === origin) return 0;
    const ways = ORIGINS.filter(
      (other) => other !== origin && (!AUTHORED.includes(other) || authors.length > 0),
    );
    return (wrong / ways.length) * (AUTHORED.includes(clue.origin) ? share(clue.culprit) : 1);
  };
  const found = new Map<string, number>();
  for (const truth of truths) {
    const chance = sight.clues.reduce((now, clue) => now * read(truth, clue), truth.chance * rumoured(truth));
    const key = `${truth.origin}/${truth.culprit ?? ''}`;
    found.set(key, (found.get(key) ?? 0) + chance);
  }
  const all = [...found.values()].reduce((sum, chance) => sum + chance, 0);
  return new Map([...found].map(([key, chance]) => [key, chance / all]));
};

/** The likeliest origin with this author, and the likeliest of all that one may name. */
const likeliest = (
  at: Moment,
  sight: IncidentSight,
  towards: string | undefined,
  names: (culprit: string) => boolean = () => true,
): { readonly his: number; readonly best: number } => {
  const chances = [...chancesOf(at.scenario, sight)].map(([key, chance]) => ({
    culprit: key.slice(key.indexOf('/') + 1),
    chance,
  }));
  const most = (wanted: (culprit: string) => boolean): number =>
    Math.max(0, ...chances.flatMap(({ culprit, chance }) => (wanted(culprit) ? [chance] : [])));
  return { his: most((culprit) => culprit === (towards ?? '')), best: most(names) };
};

const isClose = (one: number | undefined, other: number): boolean =>
  one !== undefined && Math.abs(one - other) < 1e-6;

const sightIn = ({ command, view }: Moment): IncidentSight => {
  const sight = view.incidents.find(({ id }) => command.kind === 'respond' && id === command.incident);
  if (sight === undefined) throw new Error('a response to no incident');
  return sight;
};

const responseIn = ({ command }: Moment) => {
  if (command.kind !== 'respond') throw new Error('no response');
  return command.response;
};

/** What is said of an author: in an accusation, one that is joined, or a line of an assessment. */
const saidIn = (sight: IncidentSight, response: Response): Response | undefined =>
  response.kind === 'endorse'
    ? sight.responses.find(
        ({ by, response: said }) => by === response.whose && said.kind === 'attribute' && said.quiet !== true,
      )?.response
    : response;

/** It accuses, joins, notes or shows whom it holds likeliest; what punishes follows the truth. */
export const points: Check<'evidence-points-to'> = ({ towards, belief }, at) => {
  const sight = sightIn(at);
  const response = responseIn(at);
  if (response.kind === 'sanction' || response.kind === 'countermeasure')
    return response.on === towards && sight.truth?.culprit === towards && belief === 1;
  if (response.kind === 'share') {
    const { his, best } = likeliest(at, sight, towards, (culprit) => culprit !== at.me);
    return towards !== at.me && isClose(belief, his) && isClose(belief, best);
  }
  const said = saidIn(sight, response);
  if (said?.kind !== 'attribute' && said?.kind !== 'assess') return false;
  const { his, best } = likeliest(at, sight, towards);
  return (
    said.culprit === towards &&
    isClose(belief, his) &&
    isClose(belief, best) &&
    (response.kind === 'assess' || best >= CHARACTER[at.self.delegation.style].sure)
  );
};

/** Nobody is sure, and there is more to be found. */
export const tooThin: Check<'evidence-too-thin'> = ({ belief }, at) => {
  const sight = sightIn(at);
  const { best } = likeliest(at, sight, undefined);
  return (
    ['investigate', 'inquiry'].includes(responseIn(at).kind) &&
    sight.victim === at.me &&
    sight.clues.length < sight.cluesInAll &&
    best < 1 &&
    isClose(belief, best)
  );
};

/** Whoever was hit and whoever is suspected call each other, and that lowers the tension there is. */
export const callCalms: Check<'calms-tension'> = (_, at) => {
  const { suspect, victim } = sightIn(at);
  const response = responseIn(at);
  return (
    response.kind === 'hotline' &&
    at.scenario.rules.tension.hotline > 0 &&
    at.view.tension > 0 &&
    ((at.me === victim && response.to === suspect) || (at.me === suspect && response.to === victim))
  );
};

/** Help to whoever was hit; it asks for that itself of whom it is close to. */
export const helpsVictim: Check<'victim-asks'> = (_, at) => {
  const sight = sightIn(at);
  const response = responseIn(at);
  const trustIn = (whom: string) => at.self.own.trust[placeOf(at.scenario, 'delegation', whom)];
  if (response.kind === 'ask')
    return sight.victim === at.me && sight.damage >= 5 && trustIn(response.from)?.mine === 'close';
  if (sight.victim === at.me) return false;
  const band = trustIn(sight.victim)?.mine ?? 'open';
  const friend = band === 'good' || band === 'close';
  const helps = {
    share: friend && 'with' in response && response.with === sight.victim && sight.clues.length > 0,
    assist: sight.damage > 0 && (friend || band === 'open'),
    inquiry: friend && sight.inquiry.length > 0 && sight.clues.length < sight.cluesInAll,
    condemn: band === 'close',
  };
  return Object.entries(helps).some(([kind, so]) => kind === response.kind && so);
};

/** Hundredths of a point: a point of tension near the top of the ladder, all of it and none of it so far below. */
const BRINK = { worth: 60, full: 25, none: 32 } as const;

/** A step down that is worth its price and .3 of a point by the lower tension and the distance from collapse, on a ladder climbed halfway. */
export const stepCalms: Check<'calms-tension'> = (_, at) => {
  const { command, scenario, view, self } = at;
  const move = scenario.calming.find(({ id }) => command.kind === 'calm' && id === command.move);
  if (move === undefined || view.tension * 2 < scenario.tension.collapse) return false;
  const after = tensionAfter(scenario.tension, { tension: view.tension, risen: 0 }, -move.tension);
  const { collapse } = scenario.tension;
  let worth = 0;
  const steps = 1_000;
  for (let step = 0; step < steps; step += 1) {
    const height = after + ((step + 0.5) / steps) * (view.tension - after);
    const share = (height - (collapse - BRINK.none)) / (BRINK.none - BRINK.full);
    worth +=
      ((self.mandate.tensionStake + BRINK.worth * Math.max(0, Math.min(1, share))) * (view.tension - after)) /
      steps;
  }
  const price =
    (self.mandate.tokenWorth[placeOf(scenario, 'token', move.cost.token)] ?? 0) * move.cost.amount;
  return after < view.tension && worth - price > 30 - 0.1;
};
