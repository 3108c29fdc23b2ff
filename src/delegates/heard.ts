import {
  contextOf,
  incidentOf,
  placeOf,
  type Chapter,
  type DelegationId,
  type Provision,
  type Scenario,
  type Stance,
  type Text,
  type Undertaking,
  type View,
} from '../engine/seat.ts';
import type { Moment } from './calendar.ts';
import { layoutOf } from './layout.ts';
import { openMinds, redChance, withRed, type Mind } from './mind.ts';
import { instructed, reweighed } from './news.ts';
import { REDRAFTING, standingAfter } from './standing-after.ts';
import { heardAnswer, heardOpposition } from './verdicts.ts';
import { compared, heardPriorities, heardStance, type Comparisons } from './words.ts';

/**
 * What everybody has heard: public events folded, in their order, into what is to be believed of each delegation. All who sit at
 * the table hear the same; what only one knows (a secret found out) is not in here.
 */
export interface Heard {
  readonly minds: readonly Mind[];
  /** What stands in the draft. */
  readonly standing: Text;
  /** `[delegation][article][option]`, as heard. */
  readonly stances: readonly (readonly (readonly Stance[])[])[];
  /** `[delegation][article][option]`: all that was said of it in the session in which something was said last. */
  readonly lately: readonly (readonly (readonly Lately[])[])[];
  /** `[delegation]`: which articles it has said to matter more than which. */
  readonly compared: readonly Comparisons[];
  readonly amendments: ReadonlyMap<string, Provision>;
  /** Texts put in the decision of a session. */
  readonly put: { readonly session: number; readonly texts: number };
}

interface Lately {
  /** -1: nothing yet but the opening position. */
  readonly session: number;
  readonly stances: readonly Stance[];
  /** Those among them that were said as part of a deal only. */
  readonly bought: readonly Stance[];
  /** Chance, 0 to 1, of a red line as believed after the objection, if there was one. */
  readonly red: number;
}

const NOTHING_YET: Lately = { session: -1, stances: [], bought: [], red: 0 };

type Event = Chapter['events'][number];

const known = new WeakMap<Event, Heard>();
const openings = new WeakMap<Scenario, Heard>();

const opening = (scenario: Scenario): Heard => {
  const found = openings.get(scenario);
  if (found !== undefined) return found;
  const made: Heard = {
    minds: openMinds(scenario),
    standing: scenario.articles.map((article) => article.draft),
    // Opening positions are known from the scenario: they tell no more than its ranges.
    stances: scenario.delegations.map(({ wants }) =>
      scenario.articles.map(({ options }, article) =>
        options.map((_, option): Stance => (wants[article]?.opening === option ? 'support' : 'silent')),
      ),
    ),
    lately: scenario.delegations.map(() =>
      scenario.articles.map(({ options }) => options.map(() => NOTHING_YET)),
    ),
    compared: scenario.delegations.map(() => scenario.articles.map(() => scenario.articles.map(() => false))),
    amendments: new Map(),
    put: { session: 0, texts: 0 },
  };
  openings.set(scenario, made);
  return made;
};

/** What a view lets one believe of all delegations, from what everybody has heard. */
export const heardIn = (scenario: Scenario, view: View): readonly Mind[] => {
  return caughtUp(scenario, view, folded(scenario, view.log));
};

/** What could be believed at the end of a log, by what was said in it. */
export const heardBy = (scenario: Scenario, log: readonly Chapter[]): readonly Mind[] =>
  folded(scenario, log).minds;

/** Kinds of events that tell of what delegations want. All are public, so all seats fold the same. */
const TELLING = [
  'spoke',
  'position-taken',
  'amended',
  'sponsored',
  ...REDRAFTING,
  'interviewed',
  'incident-struck',
  'context-drawn',
  'promised',
] as const satisfies readonly Event['kind'][];
type Telling = Extract<Event, { kind: (typeof TELLING)[number] }>;
const telling: ReadonlySet<string> = new Set(TELLING);
/** Of promises only what all hear of, and what tells something of a whole text. */
const tells = (event: Event): event is Telling =>
  telling.has(event.kind) &&
  (event.kind !== 'promised' || (event.pledge.open && event.pledge.undertaking.kind === 'oppose'));

/** Folds what is new since the last event that was folded. Kept for the latest such event, and for the last of each chapter. */
const folded = (scenario: Scenario, log: readonly Chapter[]): Heard => {
  const fresh: { readonly event: Telling; readonly moment: Moment; readonly chapter: number }[] = [];
  let now: Heard | undefined;
  let last: { readonly event: Event; readonly chapter: number } | undefined;
  for (let chapter = log.length - 1; chapter >= 0 && now === undefined; chapter -= 1) {
    const { session, phase, events } = log[chapter] ?? { session: 0, phase: 'briefing', events: [] };
    for (let at = events.length - 1; at >= 0 && now === undefined; at -= 1) {
      const event = events[at];
      if (event === undefined || !tells(event)) continue;
      now = known.get(event);
      if (now === undefined) fresh.push({ event, moment: { session, phase }, chapter });
      else last = { event, chapter };
    }
  }
  let heard = now ?? opening(scenario);
  for (const item of fresh.toReversed()) {
    heard = after(scenario, heard, item.event, item.moment);
    if (last?.chapter === item.chapter) known.delete(last.event);
    known.set(item.event, heard);
    last = item;
  }
  return heard;
};

/** Stances on record that no event has told: whoever moves an amendment supports it, and so on. */
const caughtUp = (scenario: Scenario, view: View, heard: Heard): readonly Mind[] => {
  if (view.stances === heard.stances) return heard.minds;
  let minds = heard.minds;
  view.stances.forEach((rows, place) => {
    const before = heard.stances[place];
    if (rows === before) return;
    rows.forEach((row, article) =>
      row.forEach((stance, option) => {
        const mind = minds[place];
        if (stance === (before?.[article]?.[option] ?? 'silent') || mind === undefined) return;
        minds = minds.with(
          place,
          heardStance(scenario, mind, place, { article, option, stance }, view, heard.standing, false),
        );
      }),
    );
  });
  return minds;
};

const after = (scenario: Scenario, heard: Heard, event: Telling, moment: Moment): Heard => {
  switch (event.kind) {
    case 'spoke':
      return prioritised(
        scenario,
        event.positions.reduce(
          (now, { article, option, stance }) =>
            said(scenario, now, event.by, { article, option }, stance, moment, false),
          heard,
        ),
        event,
      );
    case 'position-taken': {
      const { article, option, stance } = event.position;
      // What is said in the corridor is part of a deal.
      return said(
        scenario,
        heard,
        event.by,
        { article, option },
        stance,
        moment,
        moment.phase === 'corridor',
      );
    }
    case 'amended': {
      const { article, option } = event;
      const amendments = new Map(heard.amendments).set(event.amendment.id, { article, option });
      return said(
        scenario,
        { ...heard, amendments },
        event.by,
        { article, option },
        'support',
        moment,
        false,
      );
    }
    case 'sponsored': {
      const provision = heard.amendments.get(event.amendment);
      return provision === undefined
        ? heard
        : said(scenario, heard, event.by, provision, 'support', moment, false);
    }
    case 'draft-issued':
    case 'group-reported':
    case 'corrected':
      return { ...heard, standing: standingAfter(scenario, heard.standing, event) };
    case 'decided':
      return decided(scenario, heard, event, moment);
    case 'interviewed':
      return event.vow === undefined ? heard : vowed(scenario, heard, event.by, event.vow);
    case 'incident-struck': {
      const { touches, reservation } = incidentOf(scenario, event.incident);
      const victim = placeOf(scenario, 'delegation', event.victim);
      const percents = (hit: boolean): readonly number[] =>
        scenario.articles.map(({ id }) => {
          const percent = touches.find((touch) => touch.article === id)?.percent ?? 100;
          return hit ? percent : 100 + Math.trunc((percent - 100) / 2);
        });
      const [hard, soft] = [percents(true), percents(false)];
      return {
        ...heard,
        minds: heard.minds.map((mind, place) =>
          place === victim
            ? instructed(reweighed(scenario, mind, hard), reservation)
            : reweighed(scenario, mind, soft),
        ),
      };
    }
    case 'promised': {
      const { undertaking } = event.pledge;
      return undertaking.kind === 'oppose' ? opposed(scenario, heard, undertaking) : heard;
    }
    case 'context-drawn':
      return drawn(scenario, heard, event.card);
  }
};

const opposed = (
  scenario: Scenario,
  heard: Heard,
  { by, containing }: Extract<Undertaking, { kind: 'oppose' }>,
): Heard => {
  const place = placeOf(scenario, 'delegation', by);
  const mind = heard.minds[place];
  return mind === undefined
    ? heard
    : {
        ...heard,
        minds: heard.minds.with(place, heardOpposition(scenario, mind, place, containing, heard.standing)),
      };
};

const prioritised = (
  scenario: Scenario,
  heard: Heard,
  { by, priorities }: Extract<Event, { kind: 'spoke' }>,
): Heard => {
  const place = placeOf(scenario, 'delegation', by);
  const mind = heard.minds[place];
  const before = heard.compared[place];
  if (mind === undefined || before === undefined || priorities.length === 0) return heard;
  const articles = priorities.map((id) => placeOf(scenario, 'article', id));
  return {
    ...heard,
    minds: heard.minds.with(place, heardPriorities(scenario, mind, articles, before, heard.standing)),
    compared: heard.compared.with(place, compared(before, articles)),
  };
};

/**
 * What somebody has said. What it has said of an option in the same session already tells nothing new of what it is worth, whatever was said
 * in between; but what was part of a deal then, and is said freely now, does.
 */
const said = (
  scenario: Scenario,
  heard: Heard,
  by: DelegationId,
  provision: Provision,
  stance: Stance,
  moment: Moment,
  bought: boolean,
): Heard => {
  const place = placeOf(scenario, 'delegation', by);
  const article = placeOf(scenario, 'article', provision.article);
  const { option } = provision;
  const mind = heard.minds[place];
  const rows = heard.stances[place];
  const lately = heard.lately[place];
  if (mind === undefined || rows === undefined || lately === undefined) return heard;
  const last = lately[article]?.[option];
  const now = last?.session === moment.session ? last : { ...NOTHING_YET, session: moment.session };
  const stances = heard.stances.with(place, rows.with(article, (rows[article] ?? []).with(option, stance)));
  if (now.stances.includes(stance) && (bought || !now.bought.includes(stance))) {
    // A red line that was taken back is there again, and the other way round.
    const again =
      stance === 'silent'
        ? mind
        : withRed(scenario, mind, place, article, option, () => (stance === 'object' ? now.red : 0));
    return { ...heard, stances, minds: heard.minds.with(place, again) };
  }
  const taught = heardStance(
    scenario,
    mind,
    place,
    { article, option, stance },
    moment,
    heard.standing,
    bought,
  );
  const told: Lately = {
    session: now.session,
    stances: now.stances.includes(stance) ? now.stances : [...now.stances, stance],
    bought: bought ? [...now.bought, stance] : now.bought.filter((other) => other !== stance),
    red: stance === 'object' ? redChance(scenario, taught, place, article, option) : now.red,
  };
  return {
    ...heard,
    stances,
    lately: heard.lately.with(place, lately.with(article, (lately[article] ?? []).with(option, told))),
    minds: heard.minds.with(place, taught),
  };
};

const decided = (
  scenario: Scenario,
  heard: Heard,
  event: Extract<Event, { kind: 'decided' }>,
  moment: Moment,
): Heard => {
  if (event.amendment !== undefined)
    return { ...heard, standing: standingAfter(scenario, heard.standing, event) };
  const minds = [...heard.minds];
  const { session } = moment;
  const tried = heard.put.session === session ? heard.put.texts : 0;
  const put = { text: event.text, method: event.method, tried };
  for (const given of event.answers) {
    const place = placeOf(scenario, 'delegation', given.by);
    const mind = minds[place];
    if (mind !== undefined) minds[place] = heardAnswer(scenario, mind, place, given, put, moment);
  }
  return { ...heard, minds, put: { session, texts: tried + 1 } };
};

/** Chance that what somebody has ruled out before the press is a red line: most rule out what they would refuse anyway. */
const RULED_OUT = 0.75;

/** What its own words before the press take off an option for a delegation: all know the price of going back on them. */
const vowed = (
  scenario: Scenario,
  heard: Heard,
  by: DelegationId,
  vow: NonNullable<Extract<Event, { kind: 'interviewed' }>['vow']>,
): Heard => {
  const place = placeOf(scenario, 'delegation', by);
  const article = placeOf(scenario, 'article', vow.article);
  const mind = heard.minds[place];
  if (mind === undefined) return heard;
  const mean = mind.belief.mean.slice();
  const start = layoutOf(scenario).starts[article] ?? 0;
  (scenario.articles[article]?.options ?? []).forEach((_, option) => {
    if ((option === vow.option) === (vow.says === 'never'))
      mean[start + option] = (mean[start + option] ?? 0) - scenario.press.vow;
  });
  const bound = { ...mind, belief: { ...mind.belief, mean } };
  return {
    ...heard,
    minds: heard.minds.with(
      place,
      vow.says === 'never'
        ? withRed(scenario, bound, place, article, vow.option, (before) => Math.max(before, RULED_OUT))
        : bound,
    ),
  };
};

const drawn = (
  scenario: Scenario,
  heard: Heard,
  card: Extract<Event, { kind: 'context-drawn' }>['card'],
): Heard => {
  const minds = [...heard.minds];
  for (const effect of contextOf(scenario, card).effects) {
    if (effect.kind !== 'weight' && effect.kind !== 'reservation') continue;
    for (const id of effect.of) {
      const place = placeOf(scenario, 'delegation', id);
      const mind = minds[place];
      if (mind === undefined) continue;
      minds[place] =
        effect.kind === 'reservation'
          ? instructed(mind, effect.by)
          : reweighed(
              scenario,
              mind,
              scenario.articles.map((article) => (article.id === effect.article ? effect.percent : 100)),
            );
    }
  }
  return { ...heard, minds };
};
