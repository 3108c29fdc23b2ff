import type { Scenario, View } from '../../../engine/seat.ts';
import { r } from '../../i18n/room.ts';
import type { Names } from '../../i18n/names.ts';
import { PHRASE_CODES, type Phrase, type PhraseCode } from '../../session/remote/index.ts';

/** What a phrase speaks of. The builder asks for these, in this order. */
export const SLOTS = ['provision', 'if', 'article', 'than', 'delegation', 'incident'] as const;
export type Slot = (typeof SLOTS)[number];

export const PHRASE_GROUPS = ['open', 'text', 'interest', 'incident'] as const;
export type PhraseGroup = (typeof PHRASE_GROUPS)[number];

export const groupOf = (code: PhraseCode): PhraseGroup => {
  switch (code) {
    case 'hello':
    case 'thanks':
    case 'yes':
    case 'no':
    case 'let-us-talk':
    case 'not-now':
    case 'make-us-an-offer':
    case 'offer-is-coming':
    case 'why-not':
    case 'need-time':
    case 'keep-it-between-us':
    case 'remember-your-promise':
      return 'open';
    case 'could-you-accept':
    case 'we-could-accept':
    case 'we-cannot-accept':
    case 'we-accept-if':
    case 'who-else-supports':
      return 'text';
    case 'what-do-you-need':
    case 'matters-most':
    case 'matters-more':
    case 'speak-to':
      return 'interest';
    case 'it-was-not-us':
    case 'what-do-you-know':
    case 'help-us':
      return 'incident';
  }
};

export const slotsOf = (code: PhraseCode): readonly Slot[] => {
  switch (code) {
    case 'could-you-accept':
    case 'we-could-accept':
    case 'we-cannot-accept':
    case 'who-else-supports':
      return ['provision'];
    case 'we-accept-if':
      return ['provision', 'if'];
    case 'what-do-you-need':
    case 'matters-most':
      return ['article'];
    case 'matters-more':
      return ['article', 'than'];
    case 'speak-to':
      return ['delegation'];
    case 'it-was-not-us':
    case 'what-do-you-know':
    case 'help-us':
      return ['incident'];
    case 'hello':
    case 'thanks':
    case 'yes':
    case 'no':
    case 'let-us-talk':
    case 'not-now':
    case 'make-us-an-offer':
    case 'offer-is-coming':
    case 'why-not':
    case 'need-time':
    case 'keep-it-between-us':
    case 'remember-your-promise':
      return [];
  }
};

/** The phrases of a group; those about incidents only once there has been one. */
export const phrasesOf = (group: PhraseGroup, view: View): readonly PhraseCode[] =>
  group === 'incident' && view.incidents.length === 0
    ? []
    : PHRASE_CODES.filter((code) => groupOf(code) === group);

/** What has been chosen for each slot; provisions are written `ARTICLE/2`. */
export type Filling = Readonly<Partial<Record<Slot, string>>>;

const provisionOf = (scenario: Scenario, said: string) => {
  const cut = said.lastIndexOf('/');
  const article = scenario.articles.find(({ id }) => id === said.slice(0, cut));
  const option = Number(said.slice(cut + 1));
  return article === undefined || article.options[option] === undefined
    ? undefined
    : { article: article.id, option };
};

/** The phrase, once every slot is filled with something that exists. */
export const phraseFrom = (
  scenario: Scenario,
  view: View,
  code: PhraseCode,
  filling: Filling,
): Phrase | undefined => {
  const article = (slot: Slot) => scenario.articles.find(({ id }) => id === filling[slot])?.id;
  switch (code) {
    case 'could-you-accept':
    case 'we-could-accept':
    case 'we-cannot-accept':
    case 'who-else-supports': {
      const provision = provisionOf(scenario, filling.provision ?? '');
      return provision === undefined ? undefined : { code, ...provision };
    }
    case 'we-accept-if': {
      const provision = provisionOf(scenario, filling.provision ?? '');
      const other = provisionOf(scenario, filling.if ?? '');
      return provision === undefined || other === undefined ? undefined : { code, ...provision, if: other };
    }
    case 'what-do-you-need':
    case 'matters-most': {
      const found = article('article');
      return found === undefined ? undefined : { code, article: found };
    }
    case 'matters-more': {
      const found = article('article');
      const than = article('than');
      return found === undefined || than === undefined || found === than
        ? undefined
        : { code, article: found, than };
    }
    case 'speak-to': {
      const delegation = scenario.delegations.find(({ id }) => id === filling.delegation)?.id;
      return delegation === undefined ? undefined : { code, delegation };
    }
    case 'it-was-not-us':
    case 'what-do-you-know':
    case 'help-us': {
      const incident = view.incidents.find(({ id }) => id === filling.incident)?.id;
      return incident === undefined ? undefined : { code, incident };
    }
    case 'hello':
    case 'thanks':
    case 'yes':
    case 'no':
    case 'let-us-talk':
    case 'not-now':
    case 'make-us-an-offer':
    case 'offer-is-coming':
    case 'why-not':
    case 'need-time':
    case 'keep-it-between-us':
    case 'remember-your-promise':
      return { code };
  }
};

/** What it says, in the reader's language. */
export const phraseText = (names: Names, phrase: Phrase): string => {
  switch (phrase.code) {
    case 'could-you-accept':
    case 'we-could-accept':
    case 'we-cannot-accept':
    case 'who-else-supports':
      return r(`phrase_${phrase.code}`, { provision: names.provision(phrase) });
    case 'we-accept-if':
      return r('phrase_we-accept-if', {
        provision: names.provision(phrase),
        other: names.provision(phrase.if),
      });
    case 'what-do-you-need':
    case 'matters-most':
      return r(`phrase_${phrase.code}`, { article: names.article(phrase.article) });
    case 'matters-more':
      return r('phrase_matters-more', {
        article: names.article(phrase.article),
        other: names.article(phrase.than),
      });
    case 'speak-to':
      return r('phrase_speak-to', { delegation: names.delegation(phrase.delegation) });
    case 'it-was-not-us':
    case 'what-do-you-know':
    case 'help-us':
      return r(`phrase_${phrase.code}`, { incident: names.incident(phrase.incident) });
    case 'hello':
    case 'thanks':
    case 'yes':
    case 'no':
    case 'let-us-talk':
    case 'not-now':
    case 'make-us-an-offer':
    case 'offer-is-coming':
    case 'why-not':
    case 'need-time':
    case 'keep-it-between-us':
    case 'remember-your-promise':
      return r(`phrase_${phrase.code}`);
  }
};

/** How a phrase is offered in the list: with gaps where something is to be chosen. */
export const phraseGaps = (code: PhraseCode): string =>
  r(`phrase_${code}`, {
    provision: '…',
    other: '…',
    article: '…',
    delegation: '…',
    incident: '…',
  });
