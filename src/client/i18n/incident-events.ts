import type { ArticleId, Event } from '../../engine/seat.ts';
import { code, listed, t } from './index.ts';
import type { Names } from './names.ts';
import { originText } from './sentences.ts';

/** An incident as it strikes: whom, whom rumours name, what it came in by. */
export const struckText = (names: Names, event: Extract<Event, { kind: 'incident-struck' }>): string => {
  const victim = names.delegation(event.victim);
  const incident = names.incident(event.incident);
  return [
    event.suspect === undefined
      ? code('event.incident-struck', { incident, victim })
      : code('event.incident-rumour', { incident, victim, suspect: names.delegation(event.suspect) }),
    event.exploited === undefined ? '' : code('event.incident-flaw', { flaw: names.flaw(event.exploited) }),
    event.warned ? code('event.incident-warned', { victim }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
};

/** What was referred to, as a sentence of its own; empty if nothing was. */
export const citedText = (names: Names, cites: readonly ArticleId[]): string =>
  cites.length === 0 ? '' : code('event.cites', { articles: listed(cites.map(names.article)) });

/** What somebody did about an incident. */
export const respondedText = (
  names: Names,
  event: Pick<Extract<Event, { kind: 'responded' }>, 'by' | 'incident' | 'response' | 'cites'>,
): string =>
  [responseText(names, event), citedText(names, event.cites)].filter((part) => part !== '').join(' ');

const responseText = (
  names: Names,
  event: Pick<Extract<Event, { kind: 'responded' }>, 'by' | 'incident' | 'response'>,
): string => {
  const by = names.delegation(event.by);
  const incident = names.incident(event.incident);
  const { response } = event;
  switch (response.kind) {
    case 'investigate':
    case 'inquiry':
    case 'leak':
    case 'condemn':
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
    case 'assess':
      return code('responded.assess', {
        by,
        incident,
        what: originText(names, response.origin, response.culprit),
        confidence: t(`confidence_${response.confidence}`),
      });
    case 'ask':
      return code('responded.ask', {
        by,
        incident,
        from: response.from === 'all' ? t('everybody') : names.delegation(response.from),
      });
    case 'endorse':
      return code('responded.endorse', { by, incident, whose: names.delegation(response.whose) });
    case 'countermeasure':
      return code('responded.countermeasure', { by, incident, on: names.delegation(response.on) });
    case 'attribute':
      if (response.quiet === true && response.culprit !== undefined)
        return code('responded.attribute-quiet', {
          by,
          incident,
          culprit: names.delegation(response.culprit),
        });
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
