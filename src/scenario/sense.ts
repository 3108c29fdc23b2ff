import { PHASES, type Scenario } from '../engine/seat.ts';
import type { Findings } from './names.ts';

const MOST_STORY_WORDS = 60;
const MOST_PLACARD = 14;

/** What is well formed and yet makes no sense, or makes poor play. */
export const checkSense = (scenario: Scenario, findings: Findings): void => {
  checkSessions(scenario, findings);
  checkArticles(scenario, findings);
  checkDelegations(scenario, findings);
  checkIncidents(scenario, findings);
  checkLearning(scenario, findings);
};

const checkSessions = (scenario: Scenario, findings: Findings): void => {
  scenario.sessions.forEach((session, place) => {
    const order = session.phases.map((phase) => PHASES.indexOf(phase));
    if (order.some((at, index) => index > 0 && at <= (order[index - 1] ?? -1)))
      findings.fault(
        ['sessions', place, 'phases'],
        'bad-order',
        'Phases come in the order of the rules, each once.',
        [PHASES.join(', ')],
      );
  });
  const last = scenario.sessions.at(-1);
  if (last !== undefined && !last.phases.includes('decision'))
    findings.fault(
      ['sessions', scenario.sessions.length - 1, 'phases'],
      'no-decision',
      'The last session has no decision: nothing could be adopted.',
      ['decision'],
    );
  const { steps, collapse, start } = scenario.tension;
  if (steps.some((step, place) => place > 0 && step.from <= (steps[place - 1]?.from ?? -1)))
    findings.fault(['tension', 'steps'], 'bad-order', 'The steps of the ladder rise from 0 upwards.');
  if (steps[0]?.from !== 0)
    findings.fault(
      ['tension', 'steps', 0, 'from'],
      'bad-order',
      'The first step of the ladder begins at 0.',
      ['0'],
    );
  if (start.max >= collapse)
    findings.fault(['tension', 'start'], 'out-of-range', 'The talks would collapse before they begin.', [
      `below ${collapse}`,
    ]);
};

const checkArticles = (scenario: Scenario, findings: Findings): void => {
  scenario.articles.forEach((article, place) => {
    const first = article.options[0];
    if (first !== undefined && (first.id !== 'none' || (first.wording[scenario.language] ?? '') !== ''))
      findings.fault(
        ['articles', place, 'options', 0],
        'wrong-value',
        'The first option is always "no text".',
        ["{ id: none, label: No text, wording: '' }"],
      );
    const wants = scenario.delegations.map((delegation) => delegation.wants[place]);
    const openings = new Set(wants.map((want) => want?.opening));
    if (scenario.delegations.length > 2 && openings.size === 1)
      findings.warn(
        ['articles', place],
        'always-agreed',
        'Every delegation opens with the same option: there is nothing to negotiate here.',
      );
    article.options.forEach((option, index) => {
      if (index === 0) return;
      const wanted = wants.some((want) => {
        if (want === undefined) return false;
        const most = Math.max(...want.values.map((value) => value.max));
        return want.opening === index || (want.values[index]?.max ?? 0) >= most;
      });
      if (!wanted)
        findings.warn(
          ['articles', place, 'options', index],
          'nobody-prefers',
          `No delegation opens with "${option.id}" or likes it best.`,
        );
    });
  });
};

const checkDelegations = (scenario: Scenario, findings: Findings): void => {
  scenario.delegations.forEach((delegation, place) => {
    for (const [language, placard] of Object.entries(delegation.placard))
      if (Array.from(placard).length > MOST_PLACARD)
        findings.fault(
          ['delegations', place, 'placard'],
          'too-long',
          `The placard (${language}) has more than ${MOST_PLACARD} characters.`,
          [placard.slice(0, MOST_PLACARD)],
        );
    for (const [line, red] of delegation.redLines.entries()) {
      const article = scenario.articles.find((item) => item.id === red.article);
      if (
        article !== undefined &&
        red.chance === 100 &&
        new Set(red.options).size >= article.options.length - 1 &&
        !red.options.includes(0)
      )
        findings.warn(
          ['delegations', place, 'redLines', line],
          'dead-article',
          `No wording of ${article.id} can ever be adopted with ${delegation.id}.`,
        );
    }
  });
};

const checkIncidents = (scenario: Scenario, findings: Findings): void => {
  scenario.incidents.forEach((card, place) => {
    const path = ['incidents', place] as const;
    for (const [language, story] of Object.entries(card.story)) {
      const count = story.trim().split(/\s+/u).length;
      if (count > MOST_STORY_WORDS)
        findings.fault(
          [...path, 'story'],
          'too-long',
          `The story (${language}) has ${count} words; ${MOST_STORY_WORDS} are read in play.`,
          [`at most ${MOST_STORY_WORDS} words`],
        );
    }
    const sum = card.origins.reduce((total, item) => total + item.percent, 0);
    if (sum !== 100)
      findings.fault(
        [...path, 'origins'],
        'bad-sum',
        `The origins add up to ${sum} percent.`,
        ['100 in all'],
        String(sum),
      );
    if (!card.victims.some((item) => item.weight > 0))
      findings.fault([...path, 'victims'], 'no-victim', 'Nobody can be hit by this incident.', [
        'a delegation with a weight above 0',
      ]);
    const needs = card.origins.some(
      (item) =>
        item.percent > 0 &&
        (item.origin === 'state' || item.origin === 'proxy' || item.origin === 'false-flag'),
    );
    for (const victim of card.victims)
      if (
        needs &&
        victim.weight > 0 &&
        !card.culprits.some((item) => item.weight > 0 && item.delegation !== victim.delegation)
      )
        findings.fault(
          [...path, 'culprits'],
          'no-culprit',
          `If ${victim.delegation} is hit, nobody can be behind it, though a state may be.`,
          ['culprits: with another delegation'],
        );
  });
};

const checkLearning = (scenario: Scenario, findings: Findings): void => {
  scenario.goals.forEach((goal, place) => {
    if (!scenario.debrief.some((item) => item.goal === goal.id))
      findings.fault(
        ['goals', place],
        'goal-without-question',
        `No debrief question asks about the goal "${goal.id}".`,
        [`{ goal: ${goal.id}, question: … }`],
      );
  });
};
