import {
  inWords,
  type Phase,
  type Provision,
  type Scenario,
  type Style,
  type Words,
} from '../../engine/seat.ts';
import { t } from './index.ts';
import { textLanguage } from './texts.ts';

/** What the things of a scenario are called, in the language its texts are wanted in. An unknown identity is called by itself. */
export interface Names {
  readonly words: (words: Words) => string;
  readonly delegation: (id: string) => string;
  readonly article: (id: string) => string;
  readonly option: (article: string, option: number) => string;
  /** An option with its article. */
  readonly provision: (provision: Provision) => string;
  /** As it stands inside a sentence: “political capital”. */
  readonly token: (id: string) => string;
  readonly concession: (id: string) => string;
  readonly incident: (id: string) => string;
  readonly context: (id: string) => string;
  readonly track: (id: string) => string;
  readonly point: (id: string) => string;
  readonly flaw: (id: string) => string;
  readonly operation: (id: string) => string;
  readonly calming: (id: string) => string;
  /** By its index. */
  readonly session: (index: number) => string;
  readonly phase: (phase: Phase) => string;
  /** How a delegation speaks. Absent of the Chair. */
  readonly speaker: (id: string) => Speaker | undefined;
}

export interface Speaker {
  readonly style: Style;
  /** Among the delegations of this style: they do not all say the same at once. */
  readonly place: number;
}

const made = new WeakMap<Scenario, Names>();

export const namesOf = (scenario: Scenario): Names => {
  const names = made.get(scenario) ?? makeNames(scenario);
  made.set(scenario, names);
  return names;
};

/** A name inside a sentence: its first letter small, unless it begins with an abbreviation. */
const within = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase(textLanguage()) + name.slice(1);

interface Named {
  readonly id: string;
}

const makeNames = (scenario: Scenario): Names => {
  const words = (some: Words): string => inWords(scenario, some, textLanguage());
  const named =
    <T extends Named>(list: readonly T[], of: (item: T) => Words) =>
    (id: string): string => {
      const found = list.find((item) => item.id === id);
      return found === undefined ? id : words(of(found));
    };
  // The short title: sentences name articles in tight places.
  const article = named(scenario.articles, (item) => item.short);
  const option = (id: string, place: number): string => {
    const found = scenario.articles.find((item) => item.id === id)?.options[place];
    return found === undefined ? String(place) : words(found.label);
  };
  const token = named(scenario.tokens, (item) => item.name);
  const delegation = named(scenario.delegations, (item) => item.name);
  return {
    words,
    delegation: (id) => (id === 'chair' ? words(scenario.chair.name) : delegation(id)),
    article,
    option,
    provision: (provision) =>
      `${option(provision.article, provision.option)} (${article(provision.article)})`,
    token: (id) => within(token(id)),
    concession: named(scenario.concessions, (item) => item.title),
    incident: named(scenario.incidents, (item) => item.title),
    context: named(scenario.contexts, (item) => item.title),
    track: named(scenario.tracks, (item) => item.title),
    point: named(
      scenario.tracks.flatMap((track) => track.points),
      (item) => item.title,
    ),
    flaw: named(scenario.vulnerabilities, (item) => item.title),
    operation: named(scenario.operations.cards, (item) => item.title),
    calming: named(scenario.calming, (item) => item.title),
    session: (index) => {
      const found = scenario.sessions[index];
      return found === undefined ? String(index + 1) : words(found.title);
    },
    phase: (phase) => t(`phase_${phase}`),
    speaker: (id) => {
      const found = scenario.delegations.find((item) => item.id === id);
      if (found === undefined) return undefined;
      const alike = scenario.delegations.filter(({ style }) => style === found.style);
      return { style: found.style, place: alike.indexOf(found) };
    },
  };
};
