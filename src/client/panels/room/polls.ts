import type { Scenario } from '../../../engine/seat.ts';
import { namesOf } from '../../i18n/names.ts';
import { r } from '../../i18n/room.ts';
import type { PollForm, Question } from '../../session/remote/index.ts';

export const questionText = (question: Question, scenario: Scenario | undefined): string => {
  switch (question.ask) {
    case 'words':
      return question.text;
    case 'code':
      return r(`ask_${question.code}`);
    case 'scenario': {
      const found = scenario?.debrief[question.index];
      return scenario === undefined || found === undefined ? '' : namesOf(scenario).words(found.question);
    }
  }
};

/** Codes of choices that the catalog knows; everything else is somebody's own words. */
const FEELINGS = ['proud', 'relieved', 'curious', 'frustrated', 'betrayed', 'tired'] as const;
const SURE = ['1', '2', '3', '4'] as const;
export const choiceText = (choice: string): string => {
  const feeling = FEELINGS.find((one) => choice === `feel_${one}`);
  if (feeling !== undefined) return r(`feel_${feeling}`);
  const sure = SURE.find((one) => choice === `sure_${one}`);
  return sure === undefined ? choice : r(`sure_${sure}`);
};

/** The questions a debrief is led by, feelings first, one take-away last. */
export const POLLS: readonly PollForm[] = [
  {
    question: { ask: 'code', code: 'feelings' },
    choices: FEELINGS.map((one) => `feel_${one}`),
    most: 2,
    text: true,
  },
  {
    question: { ask: 'code', code: 'fairness' },
    choices: SURE.map((one) => `sure_${one}`),
    most: 1,
    text: true,
  },
  { question: { ask: 'code', code: 'turning-point' }, choices: [], most: 0, text: true },
  { question: { ask: 'code', code: 'promises' }, choices: [], most: 0, text: true },
  { question: { ask: 'code', code: 'what-was-missed' }, choices: [], most: 0, text: true },
  { question: { ask: 'code', code: 'transfer' }, choices: [], most: 0, text: true },
  { question: { ask: 'code', code: 'plausible' }, choices: [], most: 0, text: true },
  { question: { ask: 'code', code: 'take-away' }, choices: [], most: 0, text: true },
];
