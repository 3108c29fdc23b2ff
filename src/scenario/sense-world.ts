import type { Sense } from './sense.ts';
import type { Path } from './fault.ts';

/** What is well formed in the world around the plenary and yet does nothing in play. */

const checkTracks: Sense = ({ tracks, delegations }, findings) => {
  tracks.forEach((track, place) => {
    const path: Path = ['tracks', place];
    // Whoever is misspelt may be the one that is missed.
    if (!track.members.every((member) => delegations.some(({ id }) => id === member))) return;
    if (track.kind !== 'parallel' && track.members.length < 2) {
      findings.fault([...path, 'members'], 'dead-card', 'A room in which one sits alone agrees on nothing.', [
        'two members or more',
      ]);
      return;
    }
    if (track.kind === 'parallel' && track.advance.chance === 0 && track.advance.each === 0)
      findings.fault(
        [...path, 'advance'],
        'dead-card',
        'This negotiation never reaches a point: nothing moves it.',
        ['{ chance: 30, each: 10 }'],
      );
    track.points.forEach((point, index) => {
      const gains = point.worth.some(
        ({ delegation, worth }) => track.members.includes(delegation) && worth.max > 0,
      );
      if (!gains && point.effects.length === 0 && point.writes === null)
        findings.warn(
          [...path, 'points', index],
          'dead-card',
          'No member gains by this point, and it does nothing: nobody will agree to it.',
          ['a worth above 0 for a member', 'an effect'],
        );
      for (const { delegation } of point.worth)
        if (!track.members.includes(delegation))
          findings.fault(
            [...path, 'points', index, 'worth', delegation],
            'wrong-value',
            `${delegation} does not belong to this room, so it can never be a party.`,
            track.members,
            delegation,
          );
    });
  });
};

const checkPayoffs: Sense = ({ payoffs }, findings) => {
  payoffs.forEach((item, place) => {
    if (item.percent === 100)
      findings.warn(
        ['payoffs', place, 'percent'],
        'dead-card',
        'A hundred percent of what is usual changes nothing.',
        ['another percentage'],
      );
    if (item.options.includes(0))
      findings.fault(
        ['payoffs', place, 'options'],
        'wrong-value',
        'No text cannot make anything better.',
        ['options with a wording'],
        'none',
      );
  });
};

const checkVulnerabilities: Sense = ({ vulnerabilities, incidents }, findings) => {
  vulnerabilities.forEach((flaw, place) => {
    const path: Path = ['vulnerabilities', place];
    if (!flaw.holders.some((holder) => holder.chance > 0))
      findings.fault([...path, 'holders'], 'dead-card', 'Nobody can have this flaw.', [
        'a delegation with a chance above 0',
      ]);
    const hits = incidents.some(
      (card) =>
        flaw.sectors.includes(card.sector) &&
        card.victims.some(
          ({ delegation, weight }) =>
            weight > 0 &&
            flaw.holders.some((holder) => holder.delegation === delegation && holder.chance > 0),
        ),
    );
    if (!hits)
      findings.warn(
        [...path, 'sectors'],
        'dead-card',
        'No incident in these sectors can hit anybody who has this flaw.',
        ['a sector of an incident card', 'another holder'],
      );
  });
};

const checkOperations: Sense = ({ operations }, findings) => {
  if (operations.allowed && operations.cards.length === 0)
    findings.warn(
      ['operations', 'cards'],
      'dead-card',
      'Operations are allowed, and there is none to order.',
      ['a card', 'allowed: false'],
    );
  operations.cards.forEach((card, place) => {
    if ((card.kind === 'disrupt' || card.mishap > 0) && card.incident === null)
      findings.fault(
        ['operations', 'cards', place],
        'missing',
        'This operation may set something off, and names no incident.',
        ['incident: an incident card'],
      );
  });
};

const checkCalming: Sense = ({ calming }, findings) => {
  calming.forEach((move, place) => {
    if (move.tension === 0 && move.trust === 0)
      findings.warn(['calming', place], 'dead-card', 'This step calms nothing.', ['tension: 3']);
  });
};

const checkPress: Sense = ({ press }, findings) => {
  if (press.interviews > 0 && press.vow === 0)
    findings.warn(
      ['press', 'vow'],
      'dead-card',
      'Words before the press cost nothing to break: nobody will believe them.',
      ['300'],
    );
};

export const WORLD_SENSE: readonly Sense[] = [
  checkTracks,
  checkPayoffs,
  checkVulnerabilities,
  checkOperations,
  checkCalming,
  checkPress,
];
