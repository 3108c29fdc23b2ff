import type { IncidentCard } from '../engine/seat.ts';
import type { Path } from './fault.ts';
import type { Findings } from './names.ts';
import type { Sense } from './sense.ts';

const MOST_STORY_WORDS = 60;

const checkStory = (
  findings: Findings,
  path: Path,
  story: Readonly<Record<string, string>>,
  marks: readonly string[],
): void => {
  for (const [language, text] of Object.entries(story)) {
    const count = text.trim().split(/\s+/u).length;
    if (count > MOST_STORY_WORDS)
      findings.fault(
        path,
        'too-long',
        `The story (${language}) has ${count} words; a card holds ${MOST_STORY_WORDS}.`,
        [`at most ${MOST_STORY_WORDS} words`],
      );
    for (const [mark] of text.matchAll(/\{[^{}\s]{1,40}\}/gu))
      if (!marks.includes(mark))
        findings.fault(
          path,
          'wrong-value',
          `"${mark}" stands for nothing here and would be read out as it is.`,
          marks.length > 0 ? marks : ['the name itself'],
          mark,
        );
  }
};

const checkWeight = (findings: Findings, path: Path, weight: number, used = false): void => {
  if (weight === 0 && !used)
    findings.warn([...path, 'weight'], 'dead-card', 'A card of weight 0 never comes.', ['1 or more']);
};

const ABROAD: ReadonlySet<string> = new Set(['state', 'proxy', 'false-flag']);

const checkIncidents: Sense = (scenario, findings) => {
  scenario.incidents.forEach((card, place) => {
    const path: Path = ['incidents', place];
    checkStory(findings, [...path, 'story'], card.story, ['{victim}']);
    const ordered = scenario.operations.cards.some((operation) => operation.incident === card.id);
    checkWeight(findings, path, card.weight, ordered);
    const sum = card.origins.reduce((total, item) => total + item.percent, 0);
    if (sum !== 100)
      findings.fault(
        [...path, 'origins'],
        'bad-sum',
        `The origins add up to ${sum} percent.`,
        ['percentages that add up to 100'],
        String(sum),
      );
    if (!card.victims.some((item) => item.weight > 0))
      findings.fault([...path, 'victims'], 'no-victim', 'Nobody can be hit by this incident.', [
        'a delegation with a weight above 0',
      ]);
    checkCulprits(card, path, findings);
  });
};

/** Whoever is hit, somebody else must be able to be behind it, if somebody can be. */
const checkCulprits = (card: IncidentCard, path: Path, findings: Findings): void => {
  if (!card.origins.some((item) => item.percent > 0 && ABROAD.has(item.origin))) return;
  const culprits = card.culprits.filter((item) => item.weight > 0);
  const alone = card.victims.filter(
    ({ delegation, weight }) => weight > 0 && culprits.every((item) => item.delegation === delegation),
  );
  if (alone.length === 0) return;
  const victims = alone.map((item) => item.delegation).join(', ');
  findings.fault(
    [...path, 'culprits'],
    'no-culprit',
    `A state may be behind it, but if ${victims} is hit there is no other that could be.`,
    ['culprits: { another delegation: 1 }', 'origins without state, proxy and false-flag'],
  );
};

const checkContexts: Sense = ({ contexts }, findings) => {
  contexts.forEach((card, place) => {
    const path: Path = ['contexts', place];
    checkStory(findings, [...path, 'story'], card.story, []);
    checkWeight(findings, path, card.weight);
  });
};

const checkConcessions: Sense = ({ concessions }, findings) => {
  concessions.forEach((card, place) => {
    const useful = card.givers.some((giver) =>
      card.receivers.some(({ delegation, worth }) => delegation !== giver.delegation && worth.max > 0),
    );
    if (!useful)
      findings.warn(
        ['concessions', place],
        'dead-card',
        'Nobody who can give this has anybody else to whom it is worth something.',
        ['a giver and another receiver'],
      );
  });
};

export const CARD_SENSE: readonly Sense[] = [checkIncidents, checkContexts, checkConcessions];
