import type { PastGame } from '../analysis/branches/index.ts';
import { fingerprint, type SeatId } from '../engine/index.ts';
import { goalsAsked } from '../scenario/index.ts';
import type { Material } from './page.ts';
import { personsOf } from './persons.ts';
import { sha1 } from './sha1.ts';
import { LANGUAGE, say } from './words.ts';

/** A statement of the Experience API, version 1.0.3 (github.com/adlnet/xAPI-Spec), as far as it is used here. */
export interface Statement {
  readonly id: string;
  readonly actor: {
    readonly objectType: 'Agent';
    readonly name: string;
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: Activity;
  readonly result?: {
    readonly score?: { readonly scaled: number; readonly raw: number };
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly response?: string;
  };
  readonly context: {
    readonly contextActivities: {
      readonly parent?: readonly Activity[];
      readonly grouping?: readonly Activity[];
    };
    readonly language: string;
    readonly platform: string;
  };
}

export interface Activity {
  readonly objectType: 'Activity';
  readonly id: string;
  readonly definition: {
    readonly name: Readonly<Record<string, string>>;
    readonly type: string;
  };
}

/** Stands for an installation that has no address of its own. */
export const HOME = 'https://nothing-is-agreed.invalid';

const VERBS = {
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  responded: 'http://adlnet.gov/expapi/verbs/responded',
  commented: 'http://adlnet.gov/expapi/verbs/commented',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
} as const;

const TYPES = {
  simulation: 'http://adlnet.gov/expapi/activities/simulation',
  interaction: 'http://adlnet.gov/expapi/activities/interaction',
  question: 'http://adlnet.gov/expapi/activities/question',
} as const;

/** A UUID of version 5's form from a name: the same game gives the same statements, so that none is stored twice. */
export const uuidOf = (name: string): string => {
  const hex = sha1(name).slice(0, 32);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
};

const inLanguage = (text: string): Readonly<Record<string, string>> => ({ [LANGUAGE]: text });

const activity = (id: string, name: string, type: string): Activity => ({
  objectType: 'Activity',
  id,
  definition: { name: inLanguage(name), type },
});

/**
 * Statements of a game: each delegation has completed it, with its score; each answer to a text and to an offer; each statement on
 * the floor; each answer about a learning goal, before and after. Actors are the seats, as accounts under `home`, for whoever stores them to match with people. There are no times:
 * a game has none. `scaled` is what a delegation came away with of its best text, held between -1 and 1; `raw` is in points.
 *
 * @param home An absolute address that stands for this installation, without a slash at its end.
 */
export const statementsOf = (
  { table, moves }: PastGame,
  { names, debrief: { outcome }, reflections }: Material,
  home: string,
): readonly Statement[] => {
  const { scenario, seed } = table;
  const game = fingerprint(`${scenario.id}/${scenario.version}/${seed}`);
  const root = `${home}/games/${game}`;
  const whole = activity(root, names.title, TYPES.simulation);
  const kind = activity(
    `${home}/scenarios/${encodeURIComponent(scenario.id)}`,
    names.title,
    TYPES.simulation,
  );
  const make = (
    key: string,
    by: SeatId,
    verb: keyof typeof VERBS,
    object: Activity,
    result: Statement['result'],
    account = names.seatShort(by),
  ): Statement => ({
    id: uuidOf(`${root}/${key}`),
    actor: {
      objectType: 'Agent',
      name: names.seat(by),
      account: { homePage: root, name: account },
    },
    verb: { id: VERBS[verb], display: inLanguage(verb) },
    object,
    ...(result === undefined ? {} : { result }),
    context: {
      contextActivities: object === whole ? { grouping: [kind] } : { parent: [whole], grouping: [kind] },
      language: LANGUAGE,
      platform: 'Nothing Is Agreed',
    },
  });
  const answers = moves.flatMap(({ move, events }, at) =>
    events.flatMap((event): readonly Statement[] => {
      const key = `moves/${at}/${event.kind}/${move.seat}`;
      const about = (name: string): Activity => activity(`${root}/moves/${at}`, name, TYPES.interaction);
      if (event.kind === 'answered')
        return [make(key, event.by, 'responded', about('text'), { response: event.answer })];
      if (event.kind === 'offer-accepted')
        return [make(key, event.by, 'responded', about('offer'), { response: 'accept' })];
      if (event.kind === 'offer-declined')
        return [make(key, event.by, 'responded', about('offer'), { response: 'decline' })];
      return event.kind === 'spoke' ? [make(key, event.by, 'commented', about('statement'), undefined)] : [];
    }),
  );
  const ends = outcome.seats.map(({ delegation, utility, walkAway, bound }) =>
    make(`completed/${names.short(delegation)}`, delegation, 'completed', whole, {
      score: { scaled: Math.max(-1, Math.min(1, utility / 10_000)), raw: utility / 100 },
      success: bound && utility > walkAway,
      completion: true,
    }),
  );
  // Several people of one delegation answer, each for themselves.
  const persons = personsOf(reflections, names.seatShort);
  const levels = reflections.flatMap(({ seat, before = [], after = [] }, place) =>
    goalsAsked(scenario.goals).flatMap(({ id }) =>
      (['before', 'after'] as const).flatMap((when) => {
        const level = (when === 'before' ? before : after).find(({ goal }) => goal === id)?.level;
        if (level === undefined) return [];
        const question = activity(`${root}/goals/${id}/${when}`, say(`answers.${when}`), TYPES.question);
        return [
          make(
            `goals/${id}/${when}/${persons[place] ?? ''}`,
            seat,
            'answered',
            question,
            { score: { scaled: (level - 1) / 4, raw: level }, response: String(level) },
            persons[place],
          ),
        ];
      }),
    ),
  );
  return [...answers, ...ends, ...levels];
};
