import {
  asArticle,
  asDelegation,
  asToken,
  type Article,
  type DelegationId,
  type Scenario,
} from '../engine/seat.ts';
import { halfTranslated } from './translations.ts';
import { cards } from './cards.ts';
import type { DelegationDraft, ScenarioDraft, WordsDraft } from './draft.ts';
import { Findings } from './names.ts';
import type { Path } from './fault.ts';
import { articleNamed, optionsOf, spending, type Names } from './refer.ts';
import { checkSense } from './sense.ts';
import { delegations } from './seats.ts';
import { wholeDelegations } from './inherit.ts';
import { StandIns } from './stand-ins.ts';
import { trustPairs } from './trust.ts';
import { worldOf } from './world.ts';

/** The scenario that a well-formed draft describes, with every fault and warning found on the way. */
export const checked = (
  draft: ScenarioDraft,
  standIns: readonly Path[] = [],
): { readonly scenario: Scenario; readonly findings: Findings } => {
  const findings = new Findings(new StandIns(standIns));
  const { language } = draft;
  const made = articles(draft, findings);
  const { seats, unsure } = wholeDelegations(draft, findings);
  const names: Names = {
    findings,
    language,
    delegations: findings.ids(['delegations'], 'delegations', draft.delegations),
    articles: findings.ids(['articles'], 'articles', draft.articles),
    tokens: findings.ids(['tokens'], 'tokens', draft.tokens),
    sources: findings.ids(['sources'], 'sources', draft.sources),
    tracks: findings.ids(['tracks'], 'side tracks', draft.tracks ?? []),
    options: draft.articles.map((article, place) =>
      findings.ids(['articles', place, 'options'], 'options', article.options),
    ),
    groups: groupsOf(seats),
    groupsWhole: ![...draft.delegations.keys()].some((place) =>
      ['groups', 'blocs'].some((field) => findings.standIns.around(['delegations', place, field])),
    ),
    made,
  };
  draft.articles.forEach((article, place) => {
    const options = names.options[place];
    if (options !== undefined)
      findings.known(['articles', place, 'draft'], `option of ${article.id}`, article.draft, options);
  });
  const words = (path: Path, text: WordsDraft) => findings.words(path, text, language);
  const goals = findings.ids(['goals'], 'learning goals', draft.goals);
  const { procedure } = draft;
  const nothing = { token: asToken(draft.tokens[0]?.id ?? ''), amount: 0 };
  const scenario: Scenario = {
    format: draft.format,
    id: draft.id,
    version: draft.version,
    language,
    title: words(['title'], draft.title),
    subtitle: words(['subtitle'], draft.subtitle),
    summary: words(['summary'], draft.summary),
    setting: {
      place: words(['setting', 'place'], draft.setting.place),
      from: draft.setting.from,
      to: draft.setting.to,
    },
    minutes: draft.minutes,
    sessions: draft.sessions.map(({ clock, ...session }, place) => ({
      ...session,
      ...(clock === undefined ? {} : { clock }),
      title: words(['sessions', place, 'title'], session.title),
    })),
    procedure: {
      ...procedure,
      blockCost: spending(names, ['procedure', 'blockCost'], procedure.blockCost),
      reopenCost: spending(names, ['procedure', 'reopenCost'], procedure.reopenCost),
      investigateCost: spending(names, ['procedure', 'investigateCost'], procedure.investigateCost),
      assistCost: spending(names, ['procedure', 'assistCost'], procedure.assistCost),
      statements: procedure.statements ?? 0,
      sponsors: procedure.sponsors ?? 1,
      amendmentVotes: procedure.amendmentVotes ?? false,
      groups: procedure.groups ?? 0,
      orderCost:
        procedure.orderCost === undefined
          ? nothing
          : spending(names, ['procedure', 'orderCost'], procedure.orderCost),
      drafts: (procedure.drafts ?? []).map((name, place) => words(['procedure', 'drafts', place], name)),
      signature: signatureOf(procedure.signature, names),
      revealBeliefs: procedure.revealBeliefs ?? true,
    },
    tokens: draft.tokens.map((token, place) => ({
      id: asToken(token.id),
      name: words(['tokens', place, 'name'], token.name),
      about: words(['tokens', place, 'about'], token.about),
    })),
    chair: {
      name: words(['chair', 'name'], draft.chair.name),
      about: words(['chair', 'about'], draft.chair.about),
      flag: draft.chair.flag,
    },
    delegations: delegations(seats, names),
    articles: made,
    ...cards(draft, names),
    ...worldOf(draft, names, nothing),
    tension: {
      ...draft.tension,
      start: findings.span(['tension', 'start'], draft.tension.start, 0, 100),
      steps: draft.tension.steps.map((step, place) => ({
        from: step.from,
        name: words(['tension', 'steps', place, 'name'], step.name),
        about: words(['tension', 'steps', place, 'about'], step.about),
        precedent: words(['tension', 'steps', place, 'precedent'], step.precedent ?? ''),
      })),
    },
    trust: { usual: draft.trust.usual, pairs: trustPairs(draft, names) },
    goals: draft.goals.map((goal, place) => ({
      id: goal.id,
      goal: words(['goals', place, 'goal'], goal.goal),
      decisions: words(['goals', place, 'decisions'], goal.decisions),
    })),
    debrief: draft.debrief.map((item, place) => {
      findings.known(['debrief', place, 'goal'], 'learning goal', item.goal, goals);
      return { goal: item.goal, question: words(['debrief', place, 'question'], item.question) };
    }),
    sources: draft.sources,
  };
  const sense = findings.besides(new StandIns(wholeParts([...standIns, ...unsure])));
  checkSense(scenario, sense);
  findings.faults.push(...sense.faults);
  findings.warnings.push(...sense.warnings);
  for (const { path, code, message, write } of halfTranslated(findings.texts, language))
    findings.warn(path, code, message, write);
  return { scenario, findings };
};

const signatureOf = (
  draft: ScenarioDraft['procedure']['signature'],
  names: Names,
): Scenario['procedure']['signature'] => {
  const path: Path = ['procedure', 'signature'];
  return draft === undefined
    ? null
    : {
        article: articleNamed(names, [...path, 'article'], draft.article),
        options: optionsOf(names, [...path, 'options'], draft.article, draft.options),
      };
};

/**
 * Sense is asked of a part as a whole: of a card, an article, a delegation, the ladder. One that holds a stand-in waits until it is
 * mended, and so does what is judged by it.
 */
const wholeParts = (standIns: readonly Path[]): readonly Path[] => {
  const parts = standIns.map((path) => path.slice(0, typeof path[1] === 'number' ? 2 : 1));
  const within = new Set(standIns.map((path) => path[0]));
  return [
    ...parts,
    ...(within.has('debrief') ? [['goals']] : []),
    ...(within.has('articles') ? [['delegations']] : []),
  ];
};

const groupsOf = (seats: readonly DelegationDraft[]): ReadonlyMap<string, readonly DelegationId[]> => {
  const groups = new Map<string, DelegationId[]>();
  for (const delegation of seats)
    for (const group of delegation.groups)
      groups.set(group, [...(groups.get(group) ?? []), asDelegation(delegation.id)]);
  return groups;
};

const articles = (draft: ScenarioDraft, findings: Findings): readonly Article[] =>
  draft.articles.map((article, place) => {
    const path: Path = ['articles', place];
    const words = (key: 'title' | 'short' | 'about') =>
      findings.words([...path, key], article[key], draft.language);
    return {
      id: asArticle(article.id),
      title: words('title'),
      short: words('short'),
      about: words('about'),
      options: article.options.map((option, index) => ({
        id: option.id,
        label: findings.words([...path, 'options', index, 'label'], option.label, draft.language),
        wording: findings.words([...path, 'options', index, 'wording'], option.wording, draft.language),
      })),
      draft: Math.max(
        0,
        article.options.findIndex((option) => option.id === article.draft),
      ),
    };
  });
