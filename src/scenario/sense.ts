import { ARTICLE_SENSE } from './sense-articles.ts';
import { CARD_SENSE } from './sense-cards.ts';
import { DELEGATION_SENSE } from './sense-delegations.ts';
import { PLAY_SENSE } from './sense-play.ts';
import { SESSION_SENSE } from './sense-sessions.ts';
import { WORLD_SENSE } from './sense-world.ts';
import type { Scenario } from '../engine/seat.ts';
import type { Findings } from './names.ts';

/** One thing that a well-formed file can still get wrong. */
export type Sense = (scenario: Scenario, findings: Findings) => void;

/** Every learning goal is asked about. */
const checkLearning: Sense = (scenario, findings) => {
  scenario.goals.forEach((goal, place) => {
    if (!scenario.debrief.some((item) => item.goal === goal.id))
      findings.fault(
        ['goals', place],
        'goal-without-question',
        `No debrief question asks about the goal "${goal.id}".`,
        [`- { goal: ${goal.id}, question: … } under debrief`],
      );
  });
};

const ALL: readonly Sense[] = [
  ...SESSION_SENSE,
  ...ARTICLE_SENSE,
  ...DELEGATION_SENSE,
  ...CARD_SENSE,
  ...WORLD_SENSE,
  ...PLAY_SENSE,
  checkLearning,
];

/** What is well formed and yet makes no sense, or makes poor play. */
export const checkSense: Sense = (scenario, findings) => {
  for (const check of ALL) check(scenario, findings);
};
