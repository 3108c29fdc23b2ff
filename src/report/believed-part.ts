import type { Believed } from '../analysis/debrief/index.ts';
import type { Scenario } from '../engine/index.ts';
import {
  believedTable,
  furthest,
  knownSentences,
  misjudgedSentence,
  offWords,
  type BelievedTongue,
} from './believed-sentence.ts';
import { axisX, box, chartHtml, drawnOf, label, leadOf, ROW, scaleOver, type Chart } from './chart.ts';
import { esc, list } from './html.ts';
import type { Names } from './names.ts';
import { points, say, sayBelieved, whole } from './words.ts';

const WIDTH = 720;
const TOP = 14;
const LEFT = 170;
/** Room for how far a value was off. */
const RIGHT = 90;
/** Sentences on what was furthest off. */
const MOST_SENTENCES = 3;

/** What was believed of each delegation, and what was so; nothing where it was not worked out. */
export const believedHtml = (scenario: Scenario, names: Names, all: readonly Believed[]): string => {
  if (all.length === 0) return '';
  const tongue = tongueOf(scenario, names);
  const worst = furthest(all, MOST_SENTENCES).map((found) =>
    misjudgedSentence(tongue, found.one, found.worst),
  );
  return [
    chartHtml(believedChart(tongue, names, all)),
    `<h4>${esc(sayBelieved('furthest'))}</h4>`,
    worst.length === 0 ? `<p>${esc(sayBelieved('none'))}</p>` : list(worst.map(esc)),
    `<p>${esc(knownSentences(tongue, all).join(' '))}</p>`,
    `<p class="note">${esc(sayBelieved('about'))}</p>`,
  ].join('\n');
};

const tongueOf = (scenario: Scenario, names: Names): BelievedTongue => ({
  say: sayBelieved,
  points,
  delegation: names.delegation,
  article: (place) => {
    const article = scenario.articles[place];
    return article === undefined ? '' : names.article(article.id);
  },
  option: (place, option) => {
    const article = scenario.articles[place];
    return article === undefined ? '' : names.option(article.id, option);
  },
});

/** Bands in which values of no agreement were thought to lie, and marks where they lay. */
const believedChart = (tongue: BelievedTongue, names: Names, all: readonly Believed[]): Chart => {
  const drawn = drawnOf(all.length, (place) => all[place]?.worst?.size ?? 0).flatMap(
    (place) => all[place] ?? [],
  );
  const bottom = TOP + drawn.length * ROW;
  const x = scaleOver(
    all.flatMap(({ reservation: { low, high, truth } }) => [low, high, truth]),
    LEFT,
    WIDTH - RIGHT,
  );
  return {
    id: 'believed-chart',
    title: sayBelieved('title'),
    lead: leadOf(sayBelieved('lead'), all.length),
    width: WIDTH,
    height: bottom + 30,
    drawing: [
      axisX(x, TOP, bottom, (value) => whole(value / 100)),
      ...drawn.map((one, place) => {
        const y = TOP + place * ROW;
        const { low, high, truth, off } = one.reservation;
        return [
          label(LEFT - 10, y + ROW / 2 + 4, names.short(one.delegation), 'row end'),
          box(x(low), y + 7, Math.max(2, x(high) - x(low)), ROW - 14, 'bar box'),
          box(x(truth) - 2, y + 3, 4, ROW - 6, off === 0 ? 'truth' : 'truth missed'),
          label(WIDTH - RIGHT + 12, y + ROW / 2 + 4, offWords(tongue, one), 'tick'),
        ].join('');
      }),
    ].join('\n'),
    rows: believedTable(tongue, all, say('delegation')),
  };
};
