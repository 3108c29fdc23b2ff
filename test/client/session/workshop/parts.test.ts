import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as look from '../../../../src/client/session/workshop/look.ts';
import * as parts from '../../../../src/client/session/workshop/parts.ts';
import * as world from '../../../../src/client/session/workshop/parts-world.ts';
import { edited, openSource, type Edit, type Source } from '../../../../src/scenario/editing/index.ts';
import { readScenario } from '../../../../src/scenario/index.ts';
import { TINY_TEXT } from '../../../fixtures/index.ts';

const TEXTS = {
  tiny: TINY_TEXT,
  'class-45': readFileSync('scenarios/class-45.yaml', 'utf8'),
};
const sourceOf = (text: string): Source => {
  const source = openSource(text);
  if (!('data' in source)) throw new Error('not readable');
  return source;
};
const after = (source: Source, edits: readonly Edit[]): Source => {
  expect(edits.length).toBeGreaterThan(0);
  const made = edited(source, edits);
  if (made.fault !== undefined) throw new Error(JSON.stringify(made));
  return made.source;
};
/** Faults of a text, as they are told. */
const faults = (text: string): readonly string[] =>
  (readScenario(text).faults ?? []).map(({ line, message }) => `${String(line)}: ${message}`);

describe.each(Object.entries(TEXTS))('%s stays a scenario', (_, text) => {
  const source = sourceOf(text);
  const { data } = source;
  it('before anything is done', () => {
    expect(faults(text)).toEqual([]);
  });
  it('with one more article, option, delegation, goal, session, linkage, incident and card', () => {
    for (const edits of [
      parts.addArticle(data, 'Outer space: who may look?'),
      parts.addOption(data, 0, 'Something else'),
      parts.addDelegation(data, 'Újvár, the Republic of a very long name'),
      parts.addGoal(data, 'Learn to wait'),
      world.addSession(data, 'One more day'),
      world.addLinkage(data, 0, 1),
      world.addIncident(data, 'A bridge that opens by itself'),
      world.addContext(data, 'Rain'),
      world.addRedLine(data, 0, look.articlesOf(data)[1]?.id ?? ''),
    ]) {
      expect(faults(after(source, edits).text)).toEqual([]);
    }
  });
  it('without any one article', () => {
    for (const { id } of look.articlesOf(data).slice(0, 4)) {
      const made = after(source, parts.removeArticle(data, id));
      expect(faults(made.text)).toEqual([]);
      expect(look.articlesOf(made.data).map((item) => item.id)).not.toContain(id);
    }
  });
  it('without any one option but "no text"', () => {
    for (const article of look.articlesOf(data).slice(0, 2))
      for (const option of look.optionsOf(data, article.place)) {
        const edits = parts.removeOption(data, article.place, option.place);
        expect(edits.length > 0).toBe(option.place > 0 && look.optionsOf(data, article.place).length > 2);
        expect(edits.length === 0 ? [] : faults(after(source, edits).text)).toEqual([]);
      }
  });
  it('without any one session, and what is last then decides', () => {
    for (const place of look.listAt(data, ['sessions']).keys()) {
      const made = after(source, world.removeSession(data, place));
      expect(faults(made.text).filter((fault) => !/signature|capital/u.test(fault))).toEqual([]);
      expect(
        look.stringsAt(made.data, ['sessions', look.listAt(made.data, ['sessions']).length - 1, 'phases']),
      ).toContain('decision');
    }
  });
  it('with options in another order', () => {
    const made = after(source, parts.moveOption(data, 0, 1, 2));
    expect(faults(made.text)).toEqual([]);
    expect(look.optionsOf(made.data, 0)[1]?.id).toBe(look.optionsOf(data, 0)[2]?.id);
    expect(parts.moveOption(data, 0, 0, 1)).toEqual([]);
  });
});

it('a delegation goes with all that speaks of it', () => {
  const source = sourceOf(TEXTS['class-45']);
  for (const { id } of look.delegationsOf(source.data)) {
    const made = after(source, parts.removeDelegation(source.data, id));
    expect(faults(made.text).filter((fault) => /"[A-Z]{2}"/u.test(fault))).toEqual([]);
  }
  const two = after(sourceOf(TINY_TEXT), parts.removeDelegation(sourceOf(TINY_TEXT).data, 'KEST'));
  // What is left is for the author: no state is there any more that could be behind the incident.
  expect(faults(two.text)).toEqual([expect.stringContaining('there is no other that could be')]);
  expect(parts.removeDelegation(two.data, 'MARA')).toEqual([]);
});

it('worths that are lists follow the options', () => {
  const text = TINY_TEXT.replace(
    'values: { none: 0, general: [80, 100], named: [30, 50] }',
    'values: [0, 7, 9]',
  );
  const source = sourceOf(text);
  const path = ['delegations', 0, 'wants', 'SHIELD', 'values'];
  expect(look.at(after(source, parts.moveOption(source.data, 0, 1, 2)).data, path)).toEqual([0, 9, 7]);
  expect(look.at(after(source, parts.removeOption(source.data, 0, 1)).data, path)).toEqual([0, 9]);
  expect(look.at(after(source, parts.addOption(source.data, 0, 'x')).data, path)).toEqual([
    0,
    7,
    9,
    [40, 60],
  ]);
});

it('a goal goes with its questions', () => {
  const source = sourceOf(TEXTS['class-45']);
  const made = after(source, parts.removeGoal(source.data, 0));
  expect(faults(made.text)).toEqual([]);
  expect(look.goalsOf(made.data)).toHaveLength(look.goalsOf(source.data).length - 1);
});

it('translations stay beside the text that is written', () => {
  const source = sourceOf(TINY_TEXT);
  const made = after(source, [look.wordsEdit(source.data, ['title'], 'The lake')]);
  expect(made.text).toContain('title: { en: The lake, fr: La conférence du fleuve }');
  expect(look.wordsAt(made.data, ['title'])).toBe('The lake');
});

it('a card that is switched off is not drawn, and comes back', () => {
  const source = sourceOf(TINY_TEXT);
  const off = after(source, [world.switchCard('incidents', 0, false)]);
  expect(world.isOff(off.data, 'incidents', 0)).toBe(true);
  expect(world.isOff(after(off, [world.switchCard('incidents', 0, true)]).data, 'incidents', 0)).toBe(false);
});

it('a line belongs to the field at the top under which it stands', () => {
  const text = '# a note\nid: x\narticles:\n  - id: A\n    title: b\n\nsessions: []\n';
  expect([1, 2, 3, 5, 6, 7, 99].map((line) => look.partOf(text, line))).toEqual([
    '',
    'id',
    'articles',
    'articles',
    'articles',
    'sessions',
    'sessions',
  ]);
});

it('an id is made of a name, and no two are the same', () => {
  expect(look.freshId('Élan vital!', ['elan-vital'], 'x')).toBe('elan-vital-2');
  expect(look.freshId('北京', [], 'STATE', true)).toBe('STATE');
  expect(look.freshId('4 points', [], 'x')).toBe('points');
});
