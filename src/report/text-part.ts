import type { Debrief } from '../analysis/debrief/index.ts';
import { LARGEST_BLOCK } from '../analysis/index.ts';
import { esc, lead, section, tableHtml } from './html.ts';
import type { Material } from './page.ts';
import { listed, points, say, whole } from './words.ts';

/** Groups named with one option at most. */
const MOST_NAMED = 3;

/** The text that stood at the end, and who could rule out what. */
export const textSection = ({ names, scenario, debrief }: Material, blockers: boolean): string => {
  const text = debrief.outcome.text ?? debrief.path.points.at(-1)?.text ?? [];
  const who = (places: readonly number[]): string => {
    const parties = places.flatMap((place) => debrief.delegations[place] ?? []).map(names.short);
    return parties.length === 1 ? (parties[0] ?? '') : say('text.together', { parties: listed(parties) });
  };
  const rows = scenario.articles.map((article, place) => {
    const option = text[place] ?? 0;
    const base = [names.article(article.id), names.option(article.id, option)];
    if (!blockers) return base;
    const against = (debrief.blocking[place] ?? []).flatMap(
      ({ option: ruled, coalitions, complete, beyond }) => {
        if (coalitions.length === 0 && !beyond) return [];
        const groups = coalitions.slice(0, MOST_NAMED).map(who);
        const others = coalitions.length > MOST_NAMED || !complete ? [say('text.more')] : [];
        const more = beyond ? [say('text.larger', { count: LARGEST_BLOCK })] : others;
        return say('text.against', {
          option: names.option(article.id, ruled),
          who: [...groups, ...more].join('; '),
        });
      },
    );
    return [...base, against.join('. ')];
  });
  const adopted = debrief.outcome.end === 'adopted';
  return section(
    'text',
    say('text'),
    lead(say(adopted ? (blockers ? 'text.lead' : 'text.lead-yours') : 'text.lead-none')),
    ...(blockers ? standingHtml(debrief) : []),
    tableHtml(
      say('text'),
      {
        heads: [say('text.article'), say('text.option'), ...(blockers ? [say('text.blocked')] : [])],
        rows,
      },
      true,
    ),
  );
};

/** What could still have been adopted, where nothing was. */
const standingHtml = ({ standing, left }: Debrief): readonly string[] => {
  if (standing === undefined) return [];
  const { livable, keeping } = standing;
  return [
    `<p>${esc(
      say('text.standing', {
        count: livable.filter(Boolean).length,
        all: livable.length,
        keeping: whole(keeping),
        texts: whole(left.feasible),
      }),
    )}</p>`,
  ];
};

/** Which definition a name stands for, and what the text is worth. */
export const namedHtml = ({ named, path, delegations }: Debrief): string => {
  if (named.length === 0) return '';
  const reservations = path.points.at(-1)?.reservations ?? [];
  return `<h3>${esc(say('named'))}</h3>
${lead(say('named.lead'))}
${tableHtml(
  say('named'),
  {
    heads: [say('named.name'), say('named.means'), say('named.sum'), say('named.least')],
    rows: named.map(({ name, worths }) => [
      say(`named.${name}`),
      say(`means.${name}`),
      points(worths.reduce((sum, worth) => sum + worth, 0) / Math.max(1, delegations.length)),
      points(Math.min(...worths.map((worth, place) => worth - (reservations[place] ?? 0))), true),
    ]),
  },
  true,
)}`;
};

/** Who could agree with whom at all. */
export const zonesHtml = ({ texts, pairs, largest }: NonNullable<Debrief['zones']>): string => {
  const two = pairs.flatMap((row, i) => row.slice(i + 1));
  const all = largest.members === pairs.length ? (largest.coalitions[0]?.texts ?? 0) : 0;
  return `<h3>${esc(say('zones'))}</h3>
<p>${esc(
    say('zones.lead', {
      texts: whole(texts),
      all: whole(all),
      least: whole(two.length === 0 ? 0 : Math.min(...two)),
      most: whole(Math.max(0, ...two)),
    }),
  )} ${esc(say('zones.largest', { members: largest.members, all: pairs.length }))}</p>`;
};
