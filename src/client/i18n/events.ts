import type { Answer, Event } from '../../engine/seat.ts';
import { instructionWhy, tensionWhy, trustWhy } from './causes.ts';
import { facilitatorText } from './facilitator-events.ts';
import { dealText, type KnownOffers, type Terms } from './deal-events.ts';
import { code, listed, listedNames, t } from './index.ts';
import type { Names } from './names.ts';
import { citedText, respondedText, struckText } from './incident-events.ts';
import { positionClauses, positionsText } from './positions.ts';
import { procedureText } from './procedure-events.ts';
import { originText, reasonsText, undertakingText } from './sentences.ts';
import { objectionsOf, voiceOf } from './voice.ts';
import { worldText } from './world-events.ts';

/** What happened, in a sentence, and what was said with it. Whose offer was answered, and its terms, is told where the offers are known. */
export const eventText = (names: Names, event: Event, offers?: KnownOffers, again?: Terms): string => {
  const said = voiceOf(names, event, offers !== undefined);
  const fact = [factText(names, event, offers, again), ...(said === undefined ? [] : [said])];
  const unmoved = event.kind === 'offer-declined' && event.wouldChange.some(({ kind }) => kind === 'nothing');
  return [...fact, ...(unmoved ? [code('event.would-nothing')] : [])].join(' ');
};

const factText = (names: Names, event: Event, offers?: KnownOffers, again?: Terms): string => {
  const who = names.delegation;
  switch (event.kind) {
    case 'phase-opened':
      return code('event.phase-opened', {
        session: names.session(event.session),
        phase: names.phase(event.phase),
      });
    case 'done':
      return code('event.done', { by: who(event.by) });
    case 'context-drawn':
      return code('event.context-drawn', { card: names.context(event.card) });
    case 'tension-moved':
      return code(event.by > 0 ? 'event.tension-up' : 'event.tension-down', {
        by: Math.abs(event.by),
        to: event.to,
        why: tensionWhy(names, event.why),
      });
    case 'trust-moved':
      return code(event.by > 0 ? 'event.trust-up' : 'event.trust-down', {
        from: who(event.from),
        to: who(event.to),
        why: trustWhy(names, event.why, event),
      });
    case 'instructed':
      return code('event.instructed', { why: instructionWhy(names, event.why) });
    case 'incident-struck':
      return struckText(names, event);
    case 'incident-hidden':
      return code('event.incident-hidden', { incident: names.incident(event.incident) });
    case 'clue-found':
      return code('event.clue-found', {
        by: who(event.by),
        incident: names.incident(event.incident),
        what: originText(names, event.clue.origin, event.clue.culprit),
      });
    case 'clues-shared':
      return code('event.clues-shared', {
        by: who(event.by),
        incident: names.incident(event.incident),
        with: event.with === 'all' ? t('everybody') : who(event.with),
      });
    case 'responded':
      return respondedText(names, event);
    case 'damage-eased':
      return code('event.damage-eased', {
        by: who(event.by),
        points: event.points,
        incident: names.incident(event.incident),
      });
    case 'truth-out':
      return code('event.truth-out', {
        incident: names.incident(event.incident),
        what: originText(names, event.origin, event.culprit),
      });
    case 'spoke':
      return spokeText(names, event);
    case 'replied':
      return code('event.replied', { by: who(event.by), to: who(event.to), tone: t(`tone_${event.tone}`) });
    case 'position-taken':
      return positionsText(names, event.by, [event.position]);
    case 'amended':
      return code(
        event.amendment.state === 'waiting'
          ? 'event.amendment-waiting'
          : event.reopened
            ? 'event.reopened'
            : 'event.amended',
        {
          by: who(event.by),
          option: names.option(event.article, event.option),
          article: names.article(event.article),
        },
      );
    case 'draft-issued':
      return code('event.draft-issued', {
        number: event.number,
        settled: event.articles.filter((article) => article.settled).length,
        all: event.articles.length,
      });
    case 'offered':
    case 'offer-accepted':
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'offer-lapsed':
    case 'deal-struck':
    case 'tokens-moved':
      return dealText(names, event, offers, again);
    case 'deed-done':
      return code('event.deed-done', {
        by: who(event.undertaking.by),
        to: who(event.undertaking.to),
        concession: names.concession(event.undertaking.concession),
      });
    case 'promised':
      return code('event.promised', {
        by: who(event.pledge.undertaking.by),
        to: who(event.pledge.undertaking.to),
        what: undertakingText(names, event.pledge.undertaking),
      });
    case 'promise-settled':
      return code(
        event.state === 'broken'
          ? 'event.promise-broken'
          : event.state === 'kept'
            ? 'event.promise-kept'
            : 'event.promise-void',
        {
          by: who(event.by),
          to: who(event.to),
        },
      );
    case 'conditions-met':
      return code('event.conditions-met');
    case 'text-put':
      if (event.amendment !== undefined) return code('event.amendment-put');
      return code('event.text-put', { method: code(`method.${event.method}`) });
    case 'answered':
      return code(`event.answered-${event.answer}`, { by: who(event.by) });
    case 'decided':
      return decidedText(names, event);
    case 'closed':
      return code(`event.closed-${event.end}`);
    case 'scored':
      return code('event.scored');
    case 'mended':
    case 'warned':
    case 'warning-passed':
    case 'track-step':
    case 'point-agreed':
    case 'operation-ordered':
    case 'operation-done':
    case 'operation-exposed':
    case 'secret-learned':
    case 'calmed':
    case 'interviewed':
    case 'opinion-moved':
    case 'deal-leaked':
    case 'leaked':
    case 'leak-traced':
    case 'flexed':
    case 'clues-leaked':
      return worldText(names, event);
    case 'agenda-set':
    case 'group-formed':
    case 'group-reported':
    case 'sponsored':
    case 'point-of-order':
    case 'signed':
    case 'explained':
      return procedureText(names, event);
    case 'facilitated':
    case 'instruction-given':
    case 'corrected':
      return facilitatorText(names, event);
  }
};

const spokeText = (names: Names, event: Extract<Event, { kind: 'spoke' }>): string => {
  const by = names.delegation(event.by);
  const said = positionClauses(names, event.positions);
  const first =
    said.length === 0
      ? code('event.spoke-plain', { by })
      : `${code('event.spoke', { by, positions: listed(said) })}.`;
  const priorities =
    event.priorities.length === 0
      ? ''
      : code(event.priorities.length === 1 ? 'event.spoke-priority' : 'event.spoke-priorities', {
          articles: listed(event.priorities.map(names.article)),
        });
  const named =
    event.names.length === 0
      ? ''
      : code('event.spoke-names', {
          by,
          names: listedNames(event.names.map(names.delegation)),
          tone: t(`tone_${event.tone}`),
        });
  return [first, priorities, named, citedText(names, event.cites)].filter((part) => part !== '').join(' ');
};

/** Objectors up to whom each is quoted in a sentence about all of them; of more, the reasons are listed. */
const QUOTED = 3;

const decidedText = (names: Names, event: Extract<Event, { kind: 'decided' }>): string => {
  const against = objectionsOf(names, event);
  const said = against.map(({ by, words }) => {
    const because = event.answers.find((given) => given.by === by)?.because ?? [];
    const reasons = against.length > QUOTED && because.length > 0 ? reasonsText(names, because) : words;
    return reasons === undefined ? names.delegation(by) : `${names.delegation(by)} (${reasons})`;
  });
  return [verdictText(event, said), ...votesText(names, event)].join(' ');
};

/** What the gavel has decided, and who was against it, without their reasons; of more than `most` only how many. */
export const verdictOf = (
  names: Names,
  event: Extract<Event, { kind: 'decided' }>,
  most = Infinity,
): string => {
  const against = objectionsOf(names, event).map(({ by }) => names.delegation(by));
  const verdict = verdictText(event, fewOrCounted(against, most));
  return [verdict, ...votesText(names, event, most)].join(' ');
};

const fewOrCounted = (all: readonly string[], most: number): readonly string[] =>
  all.length > most ? [code('event.against', { count: all.length })] : all;

/** How a vote went, beyond what the verdict says of it: who was against a text that fell is told there. */
const votesText = (
  names: Names,
  { method, valid, adopted, answers }: Extract<Event, { kind: 'decided' }>,
  most = Infinity,
): readonly string[] => {
  if (method !== 'vote' || !valid) return [];
  const who = (answer: Answer): readonly string[] =>
    answers.flatMap((given) => (given.answer === answer ? [names.delegation(given.by)] : []));
  const told = (key: 'event.voted-no' | 'event.abstained', those: readonly string[]): readonly string[] =>
    those.length === 0 ? [] : [code(key, { who: listed(fewOrCounted(those, most)) })];
  return [
    code('event.voted-yes', { count: who('yes').length }),
    ...(adopted ? told('event.voted-no', who('no')) : []),
    ...told('event.abstained', who('abstain')),
  ];
};

const verdictText = (event: Extract<Event, { kind: 'decided' }>, against: readonly string[]): string => {
  if (!event.valid) return code('event.no-quorum');
  if (event.amendment !== undefined && event.adopted) return code('event.amendment-carried');
  if (event.adopted) return code('event.adopted', { method: code(`method.${event.method}`) });
  return code(event.amendment === undefined ? 'event.not-adopted' : 'event.amendment-lost', {
    against: listed(against),
  });
};
