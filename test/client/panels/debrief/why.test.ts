import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { debriefOf } from '../../../../src/analysis/debrief/index.ts';
import { namesOf } from '../../../../src/client/i18n/names.ts';
import {
  DebriefProvider,
  FiguresProvider,
  type Debriefed,
} from '../../../../src/client/panels/debrief/context.tsx';
import { WhyLines } from '../../../../src/client/panels/debrief/steps/Why.tsx';
import { coveredDebrief } from '../../../../src/client/session/debrief/covered.ts';
import { suspicions } from '../../../../src/delegates/index.ts';
import { lay, open, view } from '../../../../src/engine/index.ts';
import { against } from '../../../analysis/debrief/against.ts';
import { tiny } from '../../../fixtures/index.ts';

const table = lay(tiny, 'why');
const debrief = debriefOf({ table, moves: [] }, suspicions);
const debriefed: Debriefed = {
  scenario: tiny,
  names: namesOf(tiny),
  view: view(table, open(table), 'observer'),
  room: coveredDebrief(async () => undefined),
  people: [],
  mine: [],
  reflections: [],
  reflect: () => undefined,
  revealed: true,
  reveal: undefined,
  trials: undefined,
  replayAt: undefined,
  branchAt: undefined,
};

const said = (worse: readonly number[], revealed = true): readonly string[] => {
  const { whys, point } = against(worse);
  const html = renderToStaticMarkup(
    createElement(
      DebriefProvider,
      { value: { ...debriefed, revealed } },
      createElement(
        FiguresProvider,
        {
          value: {
            debrief: { ...debrief, whys },
            cloud: { texts: 0, feasible: 0, any: [], good: [] },
            largestBlock: 0,
            took: 0,
          },
        },
        createElement(WhyLines, {
          point: {
            ...point,
            session: 1,
            phase: 'decision',
            seat: undefined,
            tension: 0,
            shifts: [],
            weight: 0,
          },
        }),
      ),
    ),
  );
  return [...html.matchAll(/<p[^>]*>(?<line>[^<]*)<\/p>/gu)].map(({ groups }) => groups?.['line'] ?? '');
};

it('of dozens that stood against a text, those to whom it was worst are told, and how many others', () => {
  const lines = said(Array.from({ length: 60 }, (_, k) => k * 100));
  expect(lines).toHaveLength(5);
  for (const [place, worth] of ['59', '58', '57', '56'].entries()) expect(lines[place]).toContain(worth);
  expect(lines[4]).toBe('And 56 others.');
});

it('of few, all; and nobody before the cards lie open', () => {
  expect(said([100, 300, 200])).toHaveLength(3);
  expect(said([100, 300, 200, 400, 500])[4]).toBe('And 1 other.');
  expect(said([100, 300, 200], false)).toEqual([]);
});
