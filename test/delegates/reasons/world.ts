import {
  incidentOf,
  placeOf,
  plainWorth,
  pointPlace,
  successChance,
  type DelegationId,
  type Spending,
  type Track,
} from '../../../src/engine/index.ts';
import { crossedBy, isRedLine, pledgedBy, type Check, type Moment, type Stated } from './stated.ts';
import { brokeWord, foundOut } from './words.ts';

/** Whether what is said at home, in side tracks, of an operation, and by the facilitator of a group is so. */

const priceOf = ({ scenario, self }: Moment, { token, amount }: Spending): number =>
  (self.mandate.tokenWorth[placeOf(scenario, 'token', token)] ?? 0) * amount;

/** What it can be expected to cost unmended in the sessions to come, by the cards that may still come, is more than mending it. */
export const mends: Check<'mends-flaw'> = ({ vulnerability }, at) => {
  const { command, scenario, view, self, me } = at;
  const flaw = scenario.vulnerabilities.find(({ id }) => id === vulnerability);
  if (flaw === undefined || command.kind !== 'mend' || command.vulnerability !== vulnerability) return false;
  const cards = scenario.incidents.filter(({ id }) => !view.incidents.some((seen) => seen.id === id));
  const weights = cards.reduce((sum, { weight }) => sum + weight, 0);
  const struck = cards
    .filter(({ sector }) => flaw.sectors.includes(sector))
    .reduce((sum, { id, weight }) => {
      const { victims, damage } = incidentOf(scenario, id);
      const all = victims.reduce((total, item) => total + item.weight, 0);
      const mine = victims.find(({ delegation }) => delegation === me)?.weight ?? 0;
      return sum + (weight / weights) * (mine / Math.max(1, all)) * ((damage.min + damage.max) / 2);
    }, 0);
  const coming = scenario.sessions
    .slice(view.session + 1)
    .reduce((sum, { incidents }) => sum + incidents.reduce((chance, each) => chance + each / 100, 0), 0);
  const harm = struck * (flaw.percent / 100 - 1) * coming * self.mandate.damageStake;
  return self.own.unmended.includes(vulnerability) && harm > priceOf(at, flaw.cost);
};

export const warns: Check<'warns-in-time'> = ({ of }, { command, view, self, me }) =>
  command.kind === 'warn' &&
  command.to === of &&
  of !== me &&
  self.own.warnings.some(
    ({ id, victim, session, told }) =>
      id === command.warning && victim === of && session >= view.session && !told.includes(of),
  );

/** Opinion at home below which one speaks to the press. */
const UNEASY = 42;

export const speaksHome: Check<'speaks-home'> = (_, { command, view, self }) =>
  command.kind === 'interview' && command.vow === undefined && (view.opinion[self.own.index] ?? 50) < UNEASY;

/** But for this line the draft would be worth four points and the price more than no agreement. */
export const asksCapital: Check<'asks-capital'> = ({ redLine }, at) => {
  const gain = plainWorth(at.self.mandate, at.standing) - at.self.mandate.reservation;
  return (
    isRedLine(at, redLine) &&
    crossedBy(at, at.standing).join() === redLine.article &&
    at.standing[placeOf(at.scenario, 'article', redLine.article)] === redLine.option &&
    gain >= 400 + priceOf(at, at.scenario.press.flexibility.cost)
  );
};

const pointWorth = ({ scenario, self }: Moment, track: Track, point: Track['points'][number]): number =>
  self.mandate.points[pointPlace(scenario, track.id, point.id)] ?? 0;

/** Points of a side track that are worth something to it, that it has not agreed, and that others can be expected to want, as many as are needed. */
const pointsLeft = (at: Moment, track: Track): Track['points'] => {
  const agreed = at.view.tracks[at.scenario.tracks.indexOf(track)]?.agreed ?? [];
  return track.points.filter((point) => {
    const wanting = track.members.filter((member) => {
      const span = point.worth.find(({ delegation }) => delegation === member)?.worth;
      return member !== at.me && span !== undefined && span.min + span.max > 0;
    });
    return (
      pointWorth(at, track, point) > 0 &&
      wanting.length + 1 >= point.needs &&
      !agreed.some((item) => item.point === point.id && item.parties.includes(at.me))
    );
  });
};

const trackIn = ({ command, scenario }: Moment): Track | undefined =>
  scenario.tracks.find(({ id }) => command.kind === 'track' && id === command.track);

/** There is something to agree there; in a parallel negotiation, the point it would reach next. */
export const entersFor: Check<'prepares-point'> = ({ track: id, point }, at) => {
  const track = trackIn(at);
  if (track?.id !== id || !track.members.includes(at.me)) return false;
  const wanted = track.points.find((item) => item.id === point);
  if (wanted === undefined) return false;
  if (track.kind === 'parallel') {
    const reached = at.view.tracks[at.scenario.tracks.indexOf(track)]?.agreed.length ?? 0;
    return (
      track.points[reached]?.id === point &&
      (pointWorth(at, track, wanted) * track.advance.each) / 100 > priceOf(at, track.cost)
    );
  }
  const left = pointsLeft(at, track);
  const best = Math.max(...left.map((item) => pointWorth(at, track, item)));
  return left.includes(wanted) && pointWorth(at, track, wanted) === best;
};

/** A member has wronged it in this session, and little is left to agree. */
const leaves = (
  at: Stated,
  by: DelegationId | undefined,
  wronged: (at: Moment, by: DelegationId, sessions: number) => boolean,
): boolean => {
  const track = trackIn(at);
  return (
    at.command.kind === 'track' &&
    at.command.step === 'suspend' &&
    by !== undefined &&
    track?.members.includes(by) === true &&
    wronged(at, by, 0) &&
    pointsLeft(at, track).reduce((sum, point) => sum + pointWorth(at, track, point) / 2, 0) < 40
  );
};

export const leavesBreaker: Check<'broken-promise'> = ({ by }, at) => leaves(at, by, brokeWord);
export const leavesCulprit: Check<'evidence-points-to'> = ({ towards, belief }, at) =>
  leaves(at, towards, foundOut) && belief === 1;

/** What an operation can be expected to bring: its gain and what is learnt, times the chance, less being found out and its price. */
export const operates: Check<'gains'> = ({ gain }, at) => {
  const { command, scenario, view, self } = at;
  if (command.kind !== 'operate') return false;
  const card = scenario.operations.cards.find(({ id }) => id === command.operation);
  const target = scenario.delegations.find(({ id }) => id === command.against);
  if (card === undefined || target === undefined) return false;
  const prepared = self.own.operations.some(
    ({ against, state, card: done }) =>
      against === target.id &&
      state === 'succeeded' &&
      scenario.operations.cards.some(({ id, kind }) => id === done && kind === 'pre-position'),
  );
  const chance = successChance(
    card,
    self.delegation.capacity.offence,
    target.capacity.defence,
    card.kind === 'disrupt' && prepared,
  );
  const left = scenario.sessions.length - view.session - 1;
  const exposed = Math.min(100, card.exposure * left * (command.proxy ? 0.5 : 1));
  const price = priceOf(at, card.cost) + (command.proxy ? priceOf(at, card.proxyCost) : 0);
  const brought = card.gain + (card.kind === 'spy' ? 120 : 0);
  const worth = (chance * brought - exposed * 80) / 100 - price;
  return worth > 0 && gain === Math.round(worth);
};

export const performs: Check<'promised'> = ({ to }, at) =>
  pledgedBy(at, 'later').some(
    ({ id, undertaking }) =>
      at.command.kind === 'perform' &&
      id === at.command.pledge &&
      undertaking.to === to &&
      undertaking.due <= at.view.session,
  );

/** In the group nobody objects to it, half have spoken for it, and it crosses no red line of whoever reports. */
export const reports: Check<'builds-coalition'> = ({ with: members, provision }, at) => {
  const { command, scenario, view, me } = at;
  if (command.kind !== 'report') return false;
  const group = view.groups.find(({ article }) => article === command.article);
  const place = placeOf(scenario, 'article', command.article);
  const said = (group?.members ?? []).map(
    (member) => view.stances[placeOf(scenario, 'delegation', member)]?.[place]?.[command.option] ?? 'silent',
  );
  const spoken = said.filter((stance) => stance === 'support' || stance === 'accept');
  return (
    group?.facilitator === me &&
    members.join() === group.members.join() &&
    provision.article === command.article &&
    provision.option === command.option &&
    !said.includes('object') &&
    2 * spoken.length >= said.length &&
    !isRedLine(at, provision)
  );
};

/** Nothing is left that it would do. */
export const isDone: Check<'routine'> = (_, { command }) => command.kind === 'done';
