import type { Event, TensionCause, TrustCause } from '../../engine/seat.ts';
import { code, listed, t } from './index.ts';
import type { Names } from './names.ts';
import { originText, reasonsText, undertakingText, wouldText } from './sentences.ts';

/** What happened, in a sentence. */
export const eventText = (names: Names, event: Event): string => {
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
        why: trustWhy(names, event.why),
      });
    case 'instructed':
      return code('event.instructed', {
        why:
          event.why.code === 'incident' ? names.incident(event.why.incident) : names.context(event.why.card),
      });
    case 'tokens-moved':
      return code('event.tokens-moved', {
        amount: event.amount,
        token: names.token(event.token),
        from: holder(names, event.from),
        to: holder(names, event.to),
      });
    case 'incident-struck':
      return event.suspect === undefined
        ? code('event.incident-struck', {
            incident: names.incident(event.incident),
            victim: who(event.victim),
          })
        : code('event.incident-rumour', {
            incident: names.incident(event.incident),
            victim: who(event.victim),
            suspect: who(event.suspect),
          });
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
      return code('event.position-taken', {
        by: who(event.by),
        stance: code(`stance.${event.position.stance}`),
        option: names.option(event.position.article, event.position.option),
        article: names.article(event.position.article),
      });
    case 'amended':
      return code(event.reopened ? 'event.reopened' : 'event.amended', {
        by: who(event.by),
        option: names.option(event.article, event.option),
        article: names.article(event.article),
      });
    case 'draft-issued':
      return code('event.draft-issued', {
        number: event.number,
        settled: event.articles.filter((article) => article.settled).length,
        all: event.articles.length,
      });
    case 'offered':
      return code('event.offered', { from: who(event.offer.from), to: listed(event.offer.to.map(who)) });
    case 'offer-accepted':
      return code('event.offer-accepted', { by: who(event.by) });
    case 'offer-declined':
      return declinedText(names, event);
    case 'offer-withdrawn':
      return code('event.offer-withdrawn', { by: who(event.by) });
    case 'offer-lapsed':
      return code('event.offer-lapsed');
    case 'deal-struck':
      return code('event.deal-struck', { parties: listed(event.deal.parties.map(who)) });
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
      return code('event.text-put', { method: code(`method.${event.method}`) });
    case 'answered':
      return code('event.answered', { by: who(event.by), answer: code(`answer.${event.answer}`) });
    case 'decided':
      return decidedText(names, event);
    case 'closed':
      return code(`event.closed-${event.end}`);
    case 'scored':
      return code('event.scored');
  }
};

const holder = (names: Names, id: string): string =>
  id === 'world' || id === 'escrow' ? code(`holder.${id}`) : names.delegation(id);

const spokeText = (names: Names, event: Extract<Event, { kind: 'spoke' }>): string => {
  const by = names.delegation(event.by);
  const said = event.positions.map(
    (position) =>
      `${code(`stance.${position.stance}`)} ${names.option(position.article, position.option)} (${names.article(position.article)})`,
  );
  const first =
    said.length === 0
      ? code('event.spoke-plain', { by })
      : `${code('event.spoke', { by, positions: listed(said) })}.`;
  if (event.names.length === 0) return first;
  return `${first} ${code('event.spoke-names', { by, names: listed(event.names.map(names.delegation)), tone: t(`tone_${event.tone}`) })}`;
};

const declinedText = (names: Names, event: Extract<Event, { kind: 'offer-declined' }>): string => {
  const by = names.delegation(event.by);
  if (event.because.length === 0) return code('event.offer-declined-plain', { by });
  const because = reasonsText(names, event.because);
  const would = event.wouldChange.filter((item) => item.kind !== 'nothing');
  return would.length === 0
    ? code('event.offer-declined', { by, because })
    : code('event.offer-would', {
        by,
        because,
        would: would.map((item) => wouldText(names, item)).join('; '),
      });
};

const decidedText = (names: Names, event: Extract<Event, { kind: 'decided' }>): string => {
  if (!event.valid) return code('event.no-quorum');
  if (event.adopted) return code('event.adopted', { method: code(`method.${event.method}`) });
  const against = event.answers.filter(({ answer }) => answer === 'object' || answer === 'no');
  const said = against.map(({ by, because }) =>
    because.length === 0 ? names.delegation(by) : `${names.delegation(by)} (${reasonsText(names, because)})`,
  );
  return code('event.not-adopted', { against: listed(said) });
};

const respondedText = (names: Names, event: Extract<Event, { kind: 'responded' }>): string => {
  const by = names.delegation(event.by);
  const incident = names.incident(event.incident);
  const { response } = event;
  switch (response.kind) {
    case 'investigate':
    case 'assist':
      return code(`responded.${response.kind}`, { by, incident });
    case 'share':
      return code('responded.share', {
        by,
        incident,
        with: response.with === 'all' ? t('everybody') : names.delegation(response.with),
      });
    case 'hotline':
      return code('responded.hotline', { by, incident, to: names.delegation(response.to) });
    case 'attribute':
      return code('responded.attribute', {
        by,
        incident,
        what: originText(names, response.origin, response.culprit),
        confidence: t(`confidence_${response.confidence}`),
      });
    case 'sanction':
      return code('responded.sanction', { by, incident, on: names.delegation(response.on) });
  }
};

const tensionWhy = (names: Names, why: TensionCause): string => {
  switch (why.code) {
    case 'incident':
      return code('why.incident', { incident: names.incident(why.incident) });
    case 'response':
      return code('why.response', { by: names.delegation(why.by), incident: names.incident(why.incident) });
    case 'context':
      return code('why.context', { card: names.context(why.card) });
    case 'sharp-words':
      return code('why.sharp-words-by', { by: names.delegation(why.by) });
    case 'calm':
    case 'text-failed':
      return code(`why.${why.code}`);
  }
};

const trustWhy = (names: Names, why: TrustCause): string => {
  switch (why.code) {
    case 'assisted':
    case 'shared':
    case 'accused':
    case 'wrongly-accused':
    case 'sanctioned':
      return code(`why.${why.code}`, { incident: names.incident(why.incident) });
    case 'context':
      return code('why.context', { card: names.context(why.card) });
    case 'kept':
    case 'broke':
    case 'deal':
    case 'warm-words':
    case 'sharp-words':
    case 'blocked':
      return code(`why.${why.code}`);
  }
};
