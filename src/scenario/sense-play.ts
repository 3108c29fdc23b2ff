import type { Path } from './fault.ts';
import { readingOf, wordsIn } from './reading.ts';
import type { Sense } from './sense.ts';

/** Cards that the calendar has no room for. */
const checkCalendar: Sense = ({ sessions, incidents, contexts, operations }, findings) => {
  const strikes = sessions.some((session) => session.incidents.some((chance) => chance > 0));
  incidents.forEach((card, place) => {
    const ordered = operations.cards.some((operation) => operation.incident === card.id);
    if (!strikes && !ordered && card.weight > 0)
      findings.warn(
        ['incidents', place],
        'dead-card',
        'No session has a chance of an incident: it never comes.',
        ['incidents: [60] in a session', 'no such card'],
      );
  });
  contexts.forEach((card, place) => {
    const drawn = sessions.some(
      (session, index) => card.from <= index && index <= card.to && session.contexts > 0,
    );
    if (!drawn && card.from <= card.to && card.from < sessions.length)
      findings.warn(
        ['contexts', place, 'from'],
        'dead-card',
        'No session in which this card may come draws a card: it never comes.',
        ['other sessions', 'contexts: 1 in one of them'],
      );
  });
};

const checkGoals: Sense = ({ goals, language }, findings) => {
  goals.forEach((goal, place) => {
    if (wordsIn(goal.decisions[language] ?? '') === 0)
      findings.warn(
        ['goals', place, 'decisions'],
        'goal-without-decision',
        `No decision of the game exercises the goal "${goal.id}".`,
        ['the decisions in which it is learned'],
      );
  });
};

/** In minutes: a role sheet longer than this is not read before the first move. */
const LONGEST_SHEET = 1;
/** Of the playing time: whoever reads longer than this does not negotiate. */
const LARGEST_SHARE = 0.4;

const minutes = (value: number): string => value.toFixed(1);

const checkReading: Sense = (scenario, findings) => {
  const loads = readingOf(scenario);
  loads.forEach(({ delegation, sheet }, place) => {
    const path: Path = ['delegations', place, 'briefing'];
    if (sheet > LONGEST_SHEET)
      findings.warn(
        path,
        'long-reading',
        `The role sheet of ${delegation} takes ${minutes(sheet)} minutes to read.`,
        [`three goals, a red line and a secret in ${minutes(LONGEST_SHEET)} minutes`],
      );
  });
  const [most] = loads.toSorted((a, b) => b.all - a.all);
  if (most !== undefined && most.all > scenario.minutes * LARGEST_SHARE)
    findings.warn(
      ['minutes'],
      'long-reading',
      `Whoever plays ${most.delegation} has ${minutes(most.all)} minutes of reading for ${scenario.minutes} minutes of play.`,
      ['shorter texts', `minutes: ${Math.ceil(most.all / LARGEST_SHARE)}`],
    );
};

export const PLAY_SENSE: readonly Sense[] = [checkCalendar, checkGoals, checkReading];
