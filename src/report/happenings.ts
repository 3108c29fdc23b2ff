import { weightOf, type Debrief, type Shift, type TurningPoint } from '../analysis/debrief/index.ts';
import type { DelegationId, Event } from '../engine/index.ts';
import { esc } from './html.ts';
import type { Names } from './names.ts';
import { whyHtml } from './reasons.ts';
import { listedNames, points, say, whole } from './words.ts';

/** What happened at a turning point, in a line. */
export const happened = (names: Names, event: Event): string => {
  const who = names.delegation;
  switch (event.kind) {
    case 'context-drawn':
      return say('event.context-drawn', { card: names.context(event.card) });
    case 'incident-struck':
      return say('event.incident-struck', {
        incident: names.incident(event.incident),
        victim: who(event.victim),
      });
    case 'responded':
      return respondedLine(names, event);
    case 'truth-out':
      return say('event.truth-out', {
        incident: names.incident(event.incident),
        what: names.origin(event.origin, event.culprit),
      });
    case 'spoke':
      return say('event.spoke', { by: who(event.by) });
    case 'replied':
      return say('event.replied', { by: who(event.by), to: who(event.to) });
    case 'amended':
      return say('event.amended', {
        by: who(event.by),
        option: names.option(event.article, event.option),
        article: names.article(event.article),
      });
    case 'group-reported':
      return say('event.group-reported', {
        option: names.option(event.article, event.option),
        article: names.article(event.article),
      });
    case 'draft-issued':
      return say('event.draft-issued', { number: event.number });
    case 'deal-struck':
      return say('event.deal-struck', { parties: listedNames(event.deal.parties.map(who)) });
    case 'offered':
      return say('event.offered', { by: who(event.offer.from), to: listedNames(event.offer.to.map(who)) });
    case 'offer-declined':
      return say('event.offer-declined', {
        by: who(event.by),
        to: listedNames(event.parties.filter((party) => party !== event.by).map(who)),
      });
    case 'promise-settled':
      return say(`event.promise-${event.state === 'open' ? 'void' : event.state}`, {
        by: who(event.by),
        to: who(event.to),
      });
    case 'text-put':
      return say('event.text-put', { method: say(`method.${event.method}`) });
    case 'decided':
      return say(event.adopted ? 'event.adopted' : 'event.failed', {
        method: say(`method.${event.method}`),
      });
    case 'calmed':
      return say('event.calmed', { by: who(event.by) });
    case 'interviewed':
      return say('event.interviewed', { by: who(event.by) });
    case 'explained':
      return say('event.explained', { by: who(event.by) });
    case 'operation-exposed':
      return say('event.operation-exposed', {
        by: who(event.operation.by),
        against: who(event.operation.against),
      });
    case 'deal-leaked':
      return say('event.deal-leaked', { parties: listedNames(event.deal.parties.map(who)) });
    case 'mended':
    case 'flexed':
    case 'signed':
    case 'operation-done':
    case 'leaked':
    case 'leak-traced':
    case 'secret-learned':
    case 'sponsored':
    case 'point-of-order':
    case 'done':
    case 'position-taken':
    case 'answered':
    case 'offer-accepted':
    case 'offer-withdrawn':
    case 'clue-found':
    case 'clues-shared':
    case 'damage-eased':
    case 'warning-passed':
      return say('event.side', { by: who(event.by) });
    case 'operation-ordered':
      return say('event.side', { by: who(event.operation.by) });
    case 'track-step':
      return event.by === 'world'
        ? say('event.world')
        : say('event.track-step', { by: who(event.by), track: names.track(event.track) });
    case 'point-agreed':
      return say(event.parties.length === 0 ? 'event.point-reached' : 'event.point-agreed', {
        parties: listedNames(event.parties.map(who)),
        point: names.point(event.track, event.point),
        track: names.track(event.track),
      });
    case 'facilitated':
      return event.headline ?? say('event.facilitated');
    case 'instruction-given':
    case 'corrected':
    case 'phase-opened':
    case 'tension-moved':
    case 'trust-moved':
    case 'instructed':
    case 'tokens-moved':
    case 'incident-hidden':
    case 'clues-leaked':
    case 'warned':
    case 'opinion-moved':
    case 'agenda-set':
    case 'group-formed':
    case 'offer-lapsed':
    case 'deed-done':
    case 'promised':
    case 'conditions-met':
    case 'closed':
    case 'scored':
      return say('event.world');
  }
};

const respondedLine = (names: Names, event: Extract<Event, { kind: 'responded' }>): string => {
  const { response } = event;
  const by = names.delegation(event.by);
  const incident = names.incident(event.incident);
  if (response.kind === 'attribute')
    return say('event.attributed', { by, incident, what: names.origin(response.origin, response.culprit) });
  if (response.kind === 'sanction')
    return say('event.sanctioned', { by, incident, on: names.delegation(response.on) });
  return say('event.responded', { by, incident });
};

/** What changed for one delegation, largest first; what did not move is left out. */
const changes = (shift: Shift, tension: number): string => {
  const parts: [number, string][] = [
    [shift.text, say('change.text', { points: points(shift.text, true) })],
    [shift.deal, say('change.deal', { points: points(shift.deal, true) })],
    [shift.world, say('change.world', { points: points(shift.world, true) })],
    [shift.reservation, say('change.reservation', { points: points(shift.reservation, true) })],
    [shift.trust * 25, say('change.trust', { points: whole(shift.trust, true) })],
    [tension, say('change.tension', { points: whole(tension, true) })],
  ];
  return parts
    .filter(([size]) => size !== 0)
    .toSorted(([a], [b]) => Math.abs(b) - Math.abs(a))
    .map(([, text]) => text)
    .join(', ');
};

/** Delegations named with a turning point of the table. */
const MOST_MOVED = 3;

/** Turning points as a list; for one delegation with what changed for it, for the table with who was moved most. */
export const turningHtml = (
  { delegations, whys }: Pick<Debrief, 'delegations' | 'whys'>,
  names: Names,
  found: readonly TurningPoint[],
  only?: DelegationId,
  /** Whose reasons alone may be read, where not everybody's may. */
  reader?: DelegationId,
): string => {
  if (found.length === 0) return `<p>${esc(say('turning.none'))}</p>`;
  const items = found.map((point) => {
    const where = say('turning.where', {
      session: names.session(point.session),
      phase: say(`phase.${point.phase}`),
    });
    const moved = delegations
      .flatMap((id, place) => {
        const shift = point.shifts[place];
        return shift === undefined || (only !== undefined && id !== only)
          ? []
          : [{ id, shift, weight: weightOf(shift) }];
      })
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, MOST_MOVED);
    const lines = moved.map(({ id, shift }) => {
      const what = changes(shift, point.tension);
      return esc(
        only === undefined ? say('turning.for', { who: names.delegation(id), changes: what }) : what,
      );
    });
    return `<li><p class="where">${esc(where)}</p>
<p class="event">${esc(happened(names, point.event))}</p>
${whyHtml(names, whys, point, reader)}
${only === undefined ? `<p class="note">${esc(say('turning.moved', { points: points(point.weight) }))}</p>` : ''}
<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></li>`;
  });
  return `<ol class="turning">\n${items.join('\n')}\n</ol>`;
};
