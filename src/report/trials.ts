import type { DelegationId, End, Phase } from '../engine/index.ts';
import type { Reflection } from '../scenario/index.ts';
import { esc, lead, section, tableHtml } from './html.ts';
import type { Material } from './page.ts';
import { points, say, whole } from './words.ts';

/** How a course of the game stood when it was left: the game's own, or a trial's. */
export interface Course {
  /** Absent where it was not played to an end. */
  readonly end?: End;
  /** By article; the adopted text, or the rolling one. */
  readonly text: readonly { readonly option: number; readonly settled: boolean }[];
  readonly tension: number;
  readonly deals: number;
  /** Promises made, and broken; only those that were public. */
  readonly promises: number;
  readonly broken: number;
  /** By delegation, over its value of no agreement, hundredths of a point; absent while cards lie covered. */
  readonly gains?: readonly number[];
}

/** A branch that a room played together, after the game or in its middle. */
export interface Trial {
  readonly n: number;
  /** Where it left the game: a session from 0, and a phase. */
  readonly session: number;
  readonly phase: Phase;
  /** Moves that were played in it. */
  readonly moves: number;
  readonly stood: Course;
}

/** Branches that a room played together, beside what happened. */
export interface Trials {
  readonly stands: Course;
  readonly played: readonly Trial[];
}

/** What a room has said and done besides its game. */
export interface Told {
  readonly reflections: readonly Reflection[];
  readonly trials?: Trials;
}

/** Gains by delegation in another order. */
export const mixedTrials = (
  { stands, played }: Trials,
  before: readonly DelegationId[],
  order: readonly DelegationId[],
): Trials => {
  const mixed = ({ gains, ...course }: Course): Course =>
    gains === undefined
      ? course
      : {
          ...course,
          gains: order.flatMap((id) => gains.slice(before.indexOf(id), before.indexOf(id) + 1)),
        };
  return {
    stands: mixed(stands),
    played: played.map((trial) => ({ ...trial, stood: mixed(trial.stood) })),
  };
};

const ended = ({ end }: Course): string =>
  end === undefined ? say('trials.left') : say(`end.${end === 'adopted' ? 'was-adopted' : end}`);

/** Each trial beside what happened: what was common knowledge, and the gains of those whom the reader may see. */
export const trialsHtml = ({ trials, scenario, names, debrief, reader }: Material): string => {
  if (trials === undefined || trials.played.length === 0) return '';
  const { stands, played } = trials;
  const seen = debrief.delegations.flatMap((id, place) =>
    reader.kind === 'delegation' && reader.me !== id ? [] : [{ id, place }],
  );
  const standing = (
    id: (typeof scenario.articles)[number]['id'],
    place: number,
    { text }: Course,
  ): string => {
    const found = text[place];
    if (found === undefined) return '';
    const option = names.option(id, found.option);
    return found.settled ? say('trials.settled', { option }) : option;
  };
  return section(
    'trials',
    say('trials'),
    lead(say('trials.lead')),
    ...played.map(({ n, session, phase, moves, stood }) => {
      const title = say('trials.of', {
        n,
        session: names.session(session),
        phase: say(`phase.${phase}`),
        moves,
      });
      const both = (what: 'tension' | 'deals' | 'promises' | 'broken'): readonly string[] => [
        say(`trials.${what}`),
        whole(stands[what]),
        whole(stood[what]),
      ];
      const articles = scenario.articles.flatMap(({ id }, place) => {
        const was = standing(id, place, stands);
        const now = standing(id, place, stood);
        return was === now ? [] : [[names.article(id), was, now]];
      });
      const gains = seen.flatMap(({ id, place }) => {
        const was = stands.gains?.[place];
        const now = stood.gains?.[place];
        return was === undefined || now === undefined
          ? []
          : [[say('trials.gain', { delegation: names.short(id) }), points(was, true), points(now, true)]];
      });
      return `<h3>${esc(title)}</h3>
${tableHtml(
  title,
  {
    heads: [say('trials.what'), say('trials.was'), say('trials.trial')],
    rows: [
      [say('tile.end'), ended(stands), ended(stood)],
      ...articles,
      both('tension'),
      both('deals'),
      both('promises'),
      both('broken'),
      ...gains,
    ],
  },
  true,
)}
${articles.length === 0 ? lead(say('trials.same')) : ''}`;
    }),
  );
};
