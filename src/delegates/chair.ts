import {
  METHODS,
  placeOf,
  standingText,
  whyThisText,
  type DraftArticle,
  type Method,
  type Scenario,
  type Text,
  type Undertaking,
  type View,
} from '../engine/seat.ts';
import type { Act, Agent } from './agent.ts';
import { decisionsLeft, holdingOut } from './calendar.ts';
import { chanceToCarry, seek, spread, type Found } from './mediation.ts';
import { heardBy, heardIn } from './heard.ts';
import type { Mind } from './mind.ts';
import { joins, modelsFrom, modelsOf } from './models.ts';

/**
 * The Chair as a mediator: it drafts single texts from what delegations say in public, never from mandates.
 * It seeks the text that all are likeliest to join, and among those the one with the largest product of gains it believes in.
 */
export const chair = (scenario: Scenario): Agent => ({
  act: (view) => {
    switch (view.phase) {
      case 'drafting':
        return draftNow(scenario, view);
      case 'decision':
        return decideNow(scenario, view);
      case 'corridor':
        return groupNow(scenario, view);
      case 'briefing':
      case 'floor':
      case 'capital':
        return undefined;
    }
  },
});

/** How much more a text must promise for each text that can still be tried after it. */
const AMBITION = { each: 2, most: 4 } as const;

/**
 * How much gains count against the risk of an objection. With many texts still to be tried, one that fails teaches something and
 * costs little; the last one has to be joined.
 */
const ambitionNow = (scenario: Scenario, view: View): number =>
  Math.min(AMBITION.most, 1 + AMBITION.each * triesLeft(scenario, view)) / scenario.delegations.length;

/** Texts that can be put after the next one, in this decision and in those to come. */
const triesLeft = (scenario: Scenario, view: View): number => {
  const { textsPerDecision } = scenario.procedure;
  const later = decisionsLeft(scenario, view);
  const here =
    (scenario.sessions[view.session]?.phases ?? []).includes('decision') && view.phase !== 'capital'
      ? textsPerDecision - (view.phase === 'decision' ? view.tried.length : 0)
      : 0;
  return Math.max(0, here + later * textsPerDecision - 1);
};

const startsOf = (scenario: Scenario, view: View): readonly Text[] => {
  const standing = standingText(view.articles);
  const most = (score: (article: number, option: number) => number): Text =>
    scenario.articles.map((article, place) => {
      const scores = article.options.map((_, option) => score(place, option));
      return Math.max(0, scores.indexOf(Math.max(...scores)));
    });
  const count = (article: number, option: number, stance: string): number =>
    view.stances.filter((rows) => rows[article]?.[option] === stance).length;
  return [
    standing,
    most(
      (article, option) =>
        2 * count(article, option, 'support') +
        count(article, option, 'accept') -
        3 * count(article, option, 'object'),
    ),
    most((article, option) => -count(article, option, 'object')),
    scenario.articles.map((article) => article.draft),
    // What failed is left out, but what is near it was worth putting once.
    ...view.tried.map(({ text }) => text),
    ...spread(scenario.articles.map((article) => article.options.length)),
  ];
};

/** The text this Chair would put now: none that is {@link hopeless}. */
export const chairsText = (scenario: Scenario, view: View): Text | undefined =>
  soughtFrom(scenario, view, startsOf(scenario, view))?.text;

/** The most promising text that this Chair finds from some starts, and how much it promises. */
export const soughtFrom = (scenario: Scenario, view: View, starts: readonly Text[]): Found | undefined =>
  seek(
    scenario.articles.map((article) => article.options.length),
    modelsOf(scenario, view),
    starts,
    ambitionNow(scenario, view),
    hopeless(scenario, view),
  );

/** Chance to carry from which a text that has not been tried is put to the vote. */
const HOPEFUL = 0.5;

/**
 * What is put to the vote: a new text, if it is as likely to carry as not, for it may suit more than those that failed; else the one that is
 * likeliest to carry, also of those that failed otherwise in this decision: the few who stopped it cannot do so by vote.
 */
const textForVote = (scenario: Scenario, view: View): Text | undefined => {
  const next = chairsText(scenario, view);
  const models = modelsOf(scenario, view);
  const carries = (text: Text): number => chanceToCarry(models, text, scenario.procedure.threshold);
  if (next !== undefined && carries(next) >= HOPEFUL) return next;
  const failed = view.tried.filter(({ method }) => method !== 'vote').map(({ text }) => text);
  return [...(next === undefined ? [] : [next]), ...failed]
    .map((text) => ({ text, chance: carries(text) }))
    .toSorted((a, b) => b.chance - a.chance)[0]?.text;
};

const isPaidOnAdoption = (item: Undertaking): boolean =>
  item.kind === 'tokens' && item.when.on === 'adoption';

/** Whoever refused a text is asked again if the chance that it would is down to this share of what it was just after it had. */
const EASED = 0.5;

/**
 * Texts that failed in this decision, and those that failed in an earlier one for another reason than that it was too early, unless
 * whoever gave it has come nearer since: it has said that it can live with what it objected to, or news has changed what the text is worth to it. In
 * a long conference also those for which it is still as early as it was: put again they would teach nothing, another one does.
 */
const hopeless = (scenario: Scenario, view: View): ReadonlySet<string> => {
  const now = holdingOut(scenario, view);
  const refuses = (minds: readonly Mind[], place: number, text: Text): number => {
    const model = modelsFrom(scenario, minds)[place];
    return model === undefined ? 1 : 1 - joins(model, text);
  };
  const found = new Set<string>();
  view.log.forEach((chapter, number) =>
    chapter.events.forEach((event, at) => {
      // Somebody is paid for living with it: what failed may be joined now. Of secret deals a Chair does not hear.
      if (event.kind === 'deal-struck' && event.deal.open && event.deal.undertakings.some(isPaidOnAdoption))
        found.clear();
      if (event.kind !== 'decided' || event.adopted || event.amendment !== undefined) return;
      const against = event.answers.filter(({ because }) =>
        because.some(({ code }) => code === 'worse-than-no-agreement' || code === 'red-line'),
      );
      const stands = (): boolean => {
        if (against.length === 0) return false;
        const then = heardBy(scenario, [
          ...view.log.slice(0, number),
          { ...chapter, events: chapter.events.slice(0, at + 1) },
        ]);
        return against.some(({ by }) => {
          const place = placeOf(scenario, 'delegation', by);
          return (
            refuses(heardIn(scenario, view), place, event.text) > EASED * refuses(then, place, event.text)
          );
        });
      };
      if (holdingOut(scenario, chapter) <= now || stands()) found.add(event.text.join());
    }),
  );
  for (const { text } of view.tried) found.add(text.join());
  return found;
};

const said = (view: View, phase: string, kind: string): boolean =>
  view.log.some(
    (chapter) =>
      chapter.session === view.session &&
      chapter.phase === phase &&
      chapter.events.some((event) => event.kind === kind),
  );

/** One draft in each drafting phase, before the delegations speak to it. */
const draftNow = (scenario: Scenario, view: View): Act | undefined => {
  if (said(view, 'drafting', 'draft-issued')) return undefined;
  const articles = articlesOf(scenario, view, chairsText(scenario, view) ?? standingText(view.articles));
  return {
    command: { kind: 'draft', articles },
    // What was refused in an earlier decision is not what this draft is held against.
    because: whyThisText(
      scenario,
      { ...view, tried: [] },
      articles.map(({ option }) => option),
    ),
  };
};

/** Settled where nobody objects and half have spoken for it; else others' wishes stay in brackets. */
const articlesOf = (scenario: Scenario, view: View, text: Text): readonly DraftArticle[] =>
  scenario.articles.map((article, place) => {
    const now = view.articles[place];
    const spoken = (chosen: number) => view.stances.map((rows) => rows[place]?.[chosen] ?? 'silent');
    // What is agreed stays agreed, as long as nobody speaks against it.
    if (now !== undefined && now.settled && !spoken(now.option).includes('object'))
      return { option: now.option, brackets: [], settled: true };
    // What a contact group has brought stands, unless somebody outside it objects.
    const report = view.groups.find((group) => group.article === article.id)?.report;
    const option = report !== undefined && !spoken(report).includes('object') ? report : (text[place] ?? 0);
    const stances = spoken(option);
    const forIt = stances.filter((stance) => stance === 'support' || stance === 'accept').length;
    const settled = !stances.includes('object') && forIt * 2 >= stances.length;
    if (settled) return { option, brackets: [], settled };
    const supporters = article.options.map(
      (_, other) => view.stances.filter((rows) => rows[place]?.[other] === 'support').length,
    );
    const brackets = article.options
      .map((_, other) => other)
      .filter((other) => other !== option && (supporters[other] ?? 0) >= 2)
      .toSorted((a, b) => (supporters[b] ?? 0) - (supporters[a] ?? 0))
      .slice(0, 2)
      .toSorted((a, b) => a - b);
    return { option, brackets, settled: false };
  });

/** Puts the most promising text; after objections one that answers them, as long as the procedure allows. */
const decideNow = (scenario: Scenario, view: View): Act | undefined => {
  const { procedure } = scenario;
  if (view.adopted !== undefined) return undefined;
  if (view.decision !== undefined) return undefined;
  const amendment = voteFirst(scenario, view);
  if (amendment !== undefined) return amendment;
  if (view.tried.length >= procedure.textsPerDecision) return undefined;
  const method = nextMethod(scenario, view);
  const text = method === 'vote' ? textForVote(scenario, view) : chairsText(scenario, view);
  if (text === undefined) return undefined;
  return { command: { kind: 'put', text, method }, because: whyThisText(scenario, view, text) };
};

/** Amendments still open are voted on before the whole, those with most sponsors first. */
const voteFirst = (scenario: Scenario, view: View): Act | undefined => {
  if (!scenario.procedure.amendmentVotes || view.tried.length > 0) return undefined;
  const [first] = view.amendments
    .filter((item) => item.state === 'open' && !view.voted.includes(item.id))
    .toSorted((a, b) => b.sponsors.length - a.sponsors.length);
  if (first === undefined) return undefined;
  const place = scenario.articles.findIndex((article) => article.id === first.article);
  return {
    command: {
      kind: 'put',
      text: standingText(view.articles).with(place, first.option),
      method: 'vote',
      amendment: first.id,
    },
    because: [{ code: 'routine' }],
  };
};

/** Members of a contact group, its facilitator included. */
const GROUP = 5;

/** A contact group on the article most spoken against, led by a delegation that objects to nothing there. */
const groupNow = (scenario: Scenario, view: View): Act | undefined => {
  if (view.groups.length >= scenario.procedure.groups || view.session === 0) return undefined;
  const contested = scenario.articles
    .map((article, place) => ({
      article,
      place,
      heat: view.stances.reduce(
        (sum, rows) => sum + (rows[place] ?? []).filter((stance) => stance === 'object').length,
        0,
      ),
    }))
    .filter(
      ({ article, place, heat }) =>
        heat > 0 &&
        view.articles[place]?.settled === false &&
        !view.groups.some((group) => group.article === article.id),
    )
    .toSorted((a, b) => b.heat - a.heat)[0];
  if (contested === undefined) return undefined;
  const { article, place } = contested;
  const spoken = (seat: number, stance: string): number =>
    (view.stances[seat]?.[place] ?? []).filter((item) => item === stance).length;
  const seats = scenario.delegations.map((delegation, seat) => ({ id: delegation.id, seat }));
  const [middle] = seats
    .filter(({ seat }) => spoken(seat, 'object') === 0)
    .toSorted((a, b) => spoken(b.seat, 'accept') - spoken(a.seat, 'accept'));
  if (middle === undefined) return undefined;
  const loud = seats
    .filter(({ id }) => id !== middle.id)
    .toSorted((a, b) => spoken(b.seat, 'object') - spoken(a.seat, 'object'))
    .slice(0, GROUP - 1);
  return {
    command: {
      kind: 'group',
      article: article.id,
      facilitator: middle.id,
      members: loud.map(({ id }) => id),
    },
    because: [{ code: 'routine' }],
  };
};

/** The last text allowed is put by the last method; before it, by the method that still sounds out. */
const nextMethod = (scenario: Scenario, view: View): Method => {
  const { methods, textsPerDecision } = scenario.procedure;
  const last = Math.max(-1, ...view.tried.map((item) => methods.indexOf(item.method)));
  const left = textsPerDecision - view.tried.length;
  const step = left <= methods.length - 1 - Math.max(0, last) || last === -1 ? last + 1 : last;
  return methods[Math.min(methods.length - 1, Math.max(0, step))] ?? METHODS[0];
};
