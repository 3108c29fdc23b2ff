import type { Delegation } from '../engine/seat.ts';
import type { Path } from './fault.ts';
import type { Sense } from './sense.ts';

const MOST_PLACARD = 14;
/** Seats that are no delegation, and the word for all of them. */
const RESERVED = new Set(['chair', 'observer', 'all']);
/** Codes that are often written and are not in ISO 3166-1. */
const NO_FLAG: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

const checkNames: Sense = ({ delegations }, findings) => {
  const ids = new Set<string>(delegations.map((delegation) => delegation.id));
  delegations.forEach((delegation, place) => {
    const path: Path = ['delegations', place];
    if (RESERVED.has(delegation.id))
      findings.fault(
        [...path, 'id'],
        'wrong-value',
        `"${delegation.id}" has a meaning of its own in the game.`,
        ['another id'],
        delegation.id,
      );
    const flag = NO_FLAG[delegation.flag];
    if (flag !== undefined)
      findings.fault(
        [...path, 'flag'],
        'wrong-value',
        `${delegation.flag} has no flag.`,
        [flag],
        delegation.flag,
      );
    for (const [language, placard] of Object.entries(delegation.placard)) {
      const letters = Array.from(placard);
      if (letters.length > MOST_PLACARD)
        findings.fault(
          [...path, 'placard'],
          'too-long',
          `The placard (${language}) has ${letters.length} characters; ${MOST_PLACARD} fit.`,
          [`at most ${MOST_PLACARD} characters`],
          placard,
        );
    }
    findings.once([...path, 'groups'], delegation.groups);
    delegation.groups.forEach((group, index) => {
      if (ids.has(group) || RESERVED.has(group))
        findings.fault(
          [...path, 'groups', index],
          'duplicate-id',
          `"${group}" already names ${ids.has(group) ? 'a delegation' : 'something else'}.`,
          ['another name for the group'],
          group,
        );
    });
  });
};

/** Nobody can negotiate who wants the same of every text. */
const checkWants: Sense = ({ delegations }, findings) => {
  delegations.forEach((delegation, place) => {
    const wantsSomething = delegation.wants.some(
      (want) =>
        want.weight.max > 0 && new Set(want.values.flatMap((value) => [value.min, value.max])).size > 1,
    );
    if (!wantsSomething)
      findings.fault(
        ['delegations', place, 'wants'],
        'wrong-value',
        `${delegation.id} wants nothing: every text is worth the same to it.`,
        ['a weight above 0 and different values for at least one article'],
      );
  });
};

/** By place of the article: options that all red lines of a delegation rule out, and the last line that does. */
const ruledOut = (delegation: Delegation, article: string) => {
  const lines = [...delegation.redLines.entries()].filter(([, line]) => line.article === article);
  return {
    options: new Set(lines.flatMap(([, line]) => line.options)),
    line: lines.at(-1)?.[0],
    chance: Math.min(...lines.map(([, line]) => line.chance)),
  };
};

const checkRedLines: Sense = ({ delegations, articles }, findings) => {
  delegations.forEach((delegation, place) => {
    for (const article of articles) {
      const { options, line, chance } = ruledOut(delegation, article.id);
      if (line === undefined || chance === 0) continue;
      const path: Path = ['delegations', place, 'redLines', line];
      const texts = article.options.slice(1).every((_, index) => options.has(index + 1));
      if (texts && options.has(0))
        findings.fault(
          path,
          'dead-article',
          `${delegation.id} may accept nothing on ${article.id}, not even no text: no text of the whole can be adopted.`,
          ['fewer options'],
        );
      else if (texts)
        findings.warn(
          path,
          'dead-article',
          `${delegation.id} may accept no wording of ${article.id}${chance < 100 ? ` in up to ${chance} % of the games` : ''}.`,
          ['fewer options'],
        );
    }
  });
};

export const DELEGATION_SENSE: readonly Sense[] = [checkNames, checkWants, checkRedLines];
