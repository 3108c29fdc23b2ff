import { inWords, type Scenario } from '../engine/index.ts';
import { goalsAsked, type GoalLevel, type Reflection } from '../scenario/index.ts';
import { esc, lead, list, section, tableHtml } from './html.ts';
import type { Names } from './names.ts';
import type { Reader } from './page.ts';
import { personsOf } from './persons.ts';
import { LANGUAGE, say, whole } from './words.ts';

const mean = (values: readonly number[]): string =>
  values.length === 0 ? '' : (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);

/** Answers of a reader's own, or of all. Without names only what can be counted is left. */
const heard = (reflections: readonly Reflection[], reader: Reader): readonly Reflection[] =>
  reader.kind === 'delegation' ? reflections.filter(({ seat }) => seat === reader.me) : reflections;

/** What people said before and after: how sure they were, how they felt, what they take away. Nothing where nobody said anything. */
export const answersHtml = (
  scenario: Scenario,
  names: Names,
  reader: Reader,
  reflections: readonly Reflection[],
): string => {
  const said = heard(reflections, reader);
  const named = reader.kind !== 'anonymous';
  const parts = [
    goalsHtml(scenario, said),
    feelingsHtml(said),
    ...(named
      ? [
          wordsHtml('answers.takeaways', names, said, ({ takeAway }) => [takeAway]),
          wordsHtml('answers.short', names, said, ({ short }) => [short?.moment, short?.gap, short?.action]),
          notesHtml(scenario, names, said),
          wordsHtml('answers.unrealistic', names, said, ({ unrealistic }) => [
            unrealistic?.text,
            unrealistic?.bend === undefined ? undefined : say(`bend.${unrealistic.bend}`),
          ]),
        ]
      : [bendsHtml(said)]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : section('answers', say('answers'), lead(say('answers.lead')), ...parts);
};

const levelOf = (levels: readonly GoalLevel[] | undefined, goal: string): number | undefined =>
  levels?.find((item) => item.goal === goal)?.level;

const goalsHtml = (scenario: Scenario, said: readonly Reflection[]): string => {
  const rows = goalsAsked(scenario.goals).map(({ id, goal }) => {
    const before = said.flatMap((one) => levelOf(one.before, id) ?? []);
    const after = said.flatMap((one) => levelOf(one.after, id) ?? []);
    const both = said.flatMap((one) => {
      const then = levelOf(one.before, id);
      const now = levelOf(one.after, id);
      return then === undefined || now === undefined ? [] : [now - then];
    });
    const change = both.reduce((sum, by) => sum + by, 0) / Math.max(1, both.length);
    return [
      inWords(scenario, goal, LANGUAGE),
      mean(before),
      mean(after),
      both.length === 0 ? '' : `${change < 0 ? '−' : change > 0 ? '+' : ''}${Math.abs(change).toFixed(1)}`,
      whole(both.length),
    ];
  });
  return rows.some(([, before, after]) => before !== '' || after !== '')
    ? `<h3>${esc(say('answers.goals'))}</h3>${lead(say('answers.goals-lead'))}${tableHtml(
        say('answers.goals'),
        {
          heads: [
            say('answers.goal'),
            say('answers.before'),
            say('answers.after'),
            say('answers.change'),
            say('answers.both'),
          ],
          rows,
        },
        true,
      )}`
    : '';
};

const feelingsHtml = (said: readonly Reflection[]): string => {
  const outcome = said.flatMap(({ feeling }) => feeling?.outcome ?? []);
  const part = said.flatMap(({ feeling }) => feeling?.part ?? []);
  return outcome.length + part.length === 0
    ? ''
    : `<h3>${esc(say('answers.feelings'))}</h3><p>${esc(
        say('answers.felt', {
          outcome: mean(outcome) === '' ? '–' : mean(outcome),
          part: mean(part) === '' ? '–' : mean(part),
          count: Math.max(outcome.length, part.length),
        }),
      )}</p>`;
};

const wordsHtml = (
  title: 'answers.takeaways' | 'answers.short' | 'answers.unrealistic',
  names: Names,
  said: readonly Reflection[],
  of: (reflection: Reflection) => readonly (string | undefined)[],
): string => {
  const lines = said.flatMap((one) => {
    const words = of(one).filter((text) => text !== undefined && text.trim() !== '');
    return words.length === 0
      ? []
      : [
          `<strong>${esc(names.seat(one.seat))}</strong>: ${words.map((text) => esc(text ?? '')).join(' · ')}`,
        ];
  });
  return lines.length === 0 ? '' : `<h3>${esc(say(title))}</h3>${list(lines)}`;
};

const notesHtml = (scenario: Scenario, names: Names, said: readonly Reflection[]): string => {
  const parts = scenario.debrief.flatMap(({ question }, place) => {
    const lines = said.flatMap((one) => {
      const note = one.notes?.find((item) => item.question === place)?.text ?? '';
      return note.trim() === '' ? [] : [`<strong>${esc(names.seat(one.seat))}</strong>: ${esc(note)}`];
    });
    return lines.length === 0 ? [] : [`<p>${esc(inWords(scenario, question, LANGUAGE))}</p>${list(lines)}`];
  });
  return parts.length === 0 ? '' : `<h3>${esc(say('answers.notes'))}</h3>${parts.join('\n')}`;
};

const bendsHtml = (said: readonly Reflection[]): string => {
  const bends = said.flatMap(({ unrealistic }) => unrealistic?.bend ?? []);
  if (bends.length === 0) return '';
  const kinds = [...new Set(bends)];
  return `<h3>${esc(say('answers.unrealistic'))}</h3>${list(
    kinds.map(
      (bend) => `${esc(say(`bend.${bend}`))}: ${whole(bends.filter((other) => other === bend).length)}`,
    ),
  )}`;
};

type Row = readonly (string | number)[];

/** The same as rows of a sheet: who, what was asked, which one, what was said. Without names what people wrote is left out. */
export const answerRows = (
  scenario: Scenario,
  names: Names,
  named: boolean,
  reflections: readonly Reflection[],
): readonly Row[] => {
  const persons = personsOf(reflections, names.seatShort);
  return reflections.flatMap((one, place) => {
    const who = named ? (persons[place] ?? '') : String(place + 1);
    const row = (asked: string, item: string, value: string | number | undefined): readonly Row[] =>
      value === undefined || value === '' ? [] : [[who, asked, item, value]];
    const wrote = (asked: string, item: string, value: string | undefined): readonly Row[] =>
      named ? row(asked, item, value) : [];
    const { feeling, short, unrealistic } = one;
    return [
      ...(one.before ?? []).flatMap(({ goal, level }) => row('before', goal, level)),
      ...(one.after ?? []).flatMap(({ goal, level }) => row('after', goal, level)),
      ...row('feeling', 'outcome', feeling?.outcome),
      ...row('feeling', 'part', feeling?.part),
      ...wrote('feeling', 'word', feeling?.word),
      ...(one.notes ?? []).flatMap(({ question, text }) => wrote('question', String(question + 1), text)),
      ...wrote('takeaway', '', one.takeAway),
      ...wrote('short', 'moment', short?.moment),
      ...wrote('short', 'gap', short?.gap),
      ...wrote('short', 'action', short?.action),
      ...wrote('unrealistic', '', unrealistic?.text),
      ...row('bend', '', unrealistic?.bend),
    ];
  });
};
