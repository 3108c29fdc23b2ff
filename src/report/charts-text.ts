import { curveStepAfter, line } from 'd3-shape';
import type { Debrief } from '../analysis/debrief/index.ts';
import type { DelegationId, Scenario } from '../engine/index.ts';
import {
  axisX,
  axisY,
  box,
  dot,
  drawnOf,
  label,
  leadOf,
  n,
  ROW,
  route,
  scaleOver,
  stroke,
  type Chart,
} from './chart.ts';
import type { Names } from './names.ts';
import { percent, points, say, whole } from './words.ts';

const figure = (value: number): string => whole(value / 100);

/** The text's way: what it is worth to all together against what it is worth to whoever gains least. */
export const pathChart = (names: Names, { path, delegations }: Debrief): Chart => {
  const width = 720;
  const height = 400;
  const mean = (sum: number): number => sum / Math.max(1, delegations.length);
  const goal = path.nash;
  const x = scaleOver(
    [...path.points.map(({ sum }) => mean(sum)), ...(goal === undefined ? [] : [mean(goal.sum)])],
    64,
    width - 40,
  );
  const y = scaleOver(
    [0, ...path.points.map(({ leastGain }) => leastGain), ...(goal === undefined ? [] : [goal.leastGain])],
    height - 56,
    24,
  );
  const through = line<(typeof path.points)[number]>()
    .x(({ sum }) => x(mean(sum)))
    .y(({ leastGain }) => y(leastGain));
  const last = path.points.length - 1;
  return {
    id: 'path-chart',
    title: say('path'),
    lead: say('path.lead'),
    width,
    height,
    drawing: [
      box(64, 24, width - 104, Math.max(0, y(0) - 24), 'good'),
      axisX(x, 24, height - 56, figure),
      axisY(y, 64, width - 40, figure),
      route(through([...path.points]), 'way'),
      ...path.points.map((point, at) =>
        dot(
          x(mean(point.sum)),
          y(point.leastGain),
          at === last ? 7 : 4,
          point.feasible ? 'point yes' : 'point no',
        ),
      ),
      goal === undefined
        ? ''
        : star(x(mean(goal.sum)), y(goal.leastGain)) +
          label(x(mean(goal.sum)) - 12, y(goal.leastGain) - 10, say('path.nash'), 'note end'),
      label(width / 2, height - 10, say('path.x'), 'axis mid'),
      `<text transform="translate(16 ${n(height / 2)}) rotate(-90)" class="axis mid">${say('path.y')}</text>`,
    ].join('\n'),
    rows: {
      heads: [say('path.moment'), say('path.x'), say('path.y'), say('path.feasible'), say('path.share')],
      rows: path.points.map(({ session, phase, at, sum, leastGain, feasible, nashShare }) => [
        at < 0 ? say('opening') : momentName(names, session, say(`phase.${phase}`)),
        points(mean(sum)),
        points(leastGain),
        say(feasible ? 'yes' : 'no'),
        nashShare === undefined ? '' : percent(nashShare),
      ]),
    },
  };
};

const momentName = (names: Names, session: number, phase: string): string =>
  say('turning.where', { session: names.session(session), phase });

/** Five points. The figures are those of a regular star of radius 9. */
const star = (x: number, y: number): string =>
  `<path transform="translate(${n(x)} ${n(y)})" class="star" d="M0-9 2.1-2.8 8.6-2.8 3.4 1.1 5.3 7.3 0 3.5-5.3 7.3-3.4 1.1-8.6-2.8-2.1-2.8Z"/>`;

/** Tension, with what came from outside. */
export const tensionChart = (scenario: Scenario, names: Names, { tension }: Debrief): Chart => {
  const width = 720;
  const height = 300;
  const last = tension.at(-1)?.at ?? 0;
  const x = scaleOver([-1, last], 48, width - 24);
  x.domain([-1, Math.max(0, last)]);
  const y = scaleOver([0, 100], height - 34, 20);
  const through = line<(typeof tension)[number]>()
    .x(({ at }) => x(at))
    .y((point) => y(point.tension))
    .curve(curveStepAfter);
  const came = tension.filter(({ incident, context }) => incident !== undefined || context !== undefined);
  const sessions = tension.filter(
    ({ session, at }, place) => at >= 0 && session !== tension[place - 1]?.session,
  );
  const nameOf = ({ incident, context }: (typeof tension)[number]): string =>
    incident === undefined ? (context === undefined ? '' : names.context(context)) : names.incident(incident);
  return {
    id: 'tension-chart',
    title: say('tension'),
    lead: say('tension.lead'),
    width,
    height,
    drawing: [
      axisY(y, 48, width - 24, whole),
      ...sessions.map(({ at, session }) => {
        // Near the right edge there is room on the left only.
        const right = x(at) < width - 110;
        return (
          stroke(x(at), 20, x(at), height - 34, 'grid') +
          label(x(at) + (right ? 4 : -4), height - 14, names.session(session), right ? 'tick' : 'tick end')
        );
      }),
      stroke(48, y(scenario.tension.collapse), width - 24, y(scenario.tension.collapse), 'limit'),
      label(width - 28, y(scenario.tension.collapse) - 5, say('tension.collapse'), 'note end'),
      route(through([...tension]), 'way alarm'),
      ...came.map((point, at) => {
        const here = x(point.at);
        const top = 36 + (at % 4) * 17;
        const right = here < width / 2;
        return (
          stroke(here, top + 4, here, y(point.tension), 'stem') +
          dot(here, y(point.tension), 5, point.incident === undefined ? 'point news' : 'point no') +
          label(here + (right ? 5 : -5), top + 4, shortened(nameOf(point)), right ? 'note' : 'note end')
        );
      }),
    ].join('\n'),
    rows: {
      heads: [say('path.moment'), say('tension.value'), say('tension.what')],
      rows: tension.map((point) => [
        point.at < 0 ? say('opening') : momentName(names, point.session, say(`phase.${point.phase}`)),
        whole(point.tension),
        nameOf(point),
      ]),
    },
  };
};

/** As much of a title as has room beside others. */
export const shortened = (text: string, most = 34): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** What each came away with, beside what no agreement would have been worth. */
export const resultsChart = (names: Names, { outcome, left }: Debrief): Chart => {
  const width = 720;
  const top = 14;
  const drawn = drawnOf(outcome.seats.length, (place) => Math.abs(left.gains[place] ?? 0)).flatMap(
    (place) => outcome.seats[place] ?? [],
  );
  const bottom = top + drawn.length * ROW;
  const x = scaleOver(
    outcome.seats.flatMap(({ utility, walkAway }) => [utility, walkAway]),
    170,
    width - 74,
  );
  return {
    id: 'results-chart',
    title: say('results'),
    lead: leadOf(say('results.lead'), outcome.seats.length),
    width,
    height: bottom + 30,
    drawing: [
      axisX(x, top, bottom, (value) => whole(value / 100)),
      ...drawn.map(({ delegation, utility, walkAway }, place) => {
        const y = top + place * ROW + ROW / 2;
        const gain = utility - walkAway;
        return [
          label(160, y + 4, names.short(delegation), 'row end'),
          stroke(x(walkAway), y, x(utility), y, gain < 0 ? 'span no' : 'span yes'),
          stroke(x(walkAway), y - 8, x(walkAway), y + 8, 'mark'),
          dot(x(utility), y, 6, gain < 0 ? 'point no' : 'point yes'),
          label(width - 8, y + 4, points(gain, true), 'value end'),
        ].join('');
      }),
    ].join('\n'),
    rows: {
      heads: [
        say('delegation'),
        say('results.utility'),
        say('results.walk'),
        say('results.gain'),
        say('results.bound'),
        ...(left.more === undefined ? [] : [say('results.more')]),
      ],
      rows: outcome.seats.map(({ delegation, utility, walkAway, bound }, place) => [
        names.delegation(delegation),
        points(utility),
        points(walkAway),
        points(utility - walkAway, true),
        say(bound ? 'yes' : 'no'),
        ...(left.more === undefined ? [] : [points(left.more[place] ?? 0, true)]),
      ]),
    },
  };
};

/** The standing text's worth to some delegations over time, and their value of no agreement. */
export const positionsChart = (names: Names, { path, delegations }: Debrief, only?: DelegationId): Chart => {
  const end = path.points.at(-1);
  const drawn = drawnOf(delegations.length, (place) =>
    Math.abs((end?.worths[place] ?? 0) - (end?.reservations[place] ?? 0)),
  );
  const shown = delegations.flatMap((id, place) =>
    only === id || (only === undefined && drawn.includes(place)) ? [{ id, place }] : [],
  );
  const across = only === undefined ? 3 : 1;
  const cell = { width: 720 / across, height: only === undefined ? 130 : 260 };
  const last = Math.max(1, path.points.at(-1)?.at ?? 1);
  const all = path.points.flatMap((point) =>
    shown.flatMap(({ place }) => [point.worths[place] ?? 0, point.reservations[place] ?? 0]),
  );
  const panels = shown.map(({ id, place }, index) => {
    const left = (index % across) * cell.width;
    const top = Math.floor(index / across) * cell.height;
    const x = scaleOver([-1, last], left + 40, left + cell.width - 14).domain([-1, last]);
    const y = scaleOver(all, top + cell.height - 18, top + 26);
    const through = (of: (point: (typeof path.points)[number]) => number): string | null =>
      line<(typeof path.points)[number]>()
        .x(({ at }) => x(at))
        .y((point) => y(of(point)))
        .curve(curveStepAfter)([...path.points]);
    return [
      axisY(y, left + 40, left + cell.width - 14, (value) => whole(value / 100)),
      label(left + 40, top + 16, names.short(id), 'row'),
      route(
        through((point) => point.reservations[place] ?? 0),
        'way dashed',
      ),
      route(
        through((point) => point.worths[place] ?? 0),
        'way',
      ),
    ].join('\n');
  });
  return {
    id: 'positions-chart',
    title: say('positions'),
    lead: only === undefined ? leadOf(say('positions.lead'), delegations.length) : say('positions.lead'),
    width: 720,
    height: Math.ceil(shown.length / across) * cell.height,
    drawing: panels.join('\n'),
    rows: {
      heads: [
        say('path.moment'),
        ...shown.flatMap(({ id }) => [
          `${names.short(id)}: ${say('positions.text')}`,
          `${names.short(id)}: ${say('results.walk')}`,
        ]),
      ],
      rows: path.points.map((point) => [
        point.at < 0 ? say('opening') : momentName(names, point.session, say(`phase.${point.phase}`)),
        ...shown.flatMap(({ place }) => [
          points(point.worths[place] ?? 0),
          points(point.reservations[place] ?? 0),
        ]),
      ]),
    },
  };
};
