import type { Event } from '../../engine/seat.ts';
import { opinionWhy } from './causes.ts';
import { code, listedNames, t } from './index.ts';
import type { Names } from './names.ts';

type WorldEvent = Extract<
  Event,
  {
    kind:
      | 'mended'
      | 'warned'
      | 'warning-passed'
      | 'track-step'
      | 'point-agreed'
      | 'operation-ordered'
      | 'operation-done'
      | 'operation-exposed'
      | 'secret-learned'
      | 'calmed'
      | 'interviewed'
      | 'opinion-moved'
      | 'deal-leaked'
      | 'leaked'
      | 'leak-traced'
      | 'flexed'
      | 'clues-leaked';
  }
>;

/** What happened around the plenary, in a sentence. */
export const worldText = (names: Names, event: WorldEvent): string => {
  const who = names.delegation;
  switch (event.kind) {
    case 'mended':
      return code('event.mended', { by: who(event.by), flaw: names.flaw(event.vulnerability) });
    case 'warned':
      return code('event.warned', {
        ...foretold(names, event.warning),
        reliability: event.warning.reliability,
      });
    case 'warning-passed':
      return code('event.warning-passed', {
        ...foretold(names, event.warning),
        by: who(event.by),
        to: event.to === 'all' ? t('everybody') : who(event.to),
      });
    case 'track-step':
      return steppedText(names, event);
    case 'point-agreed':
      return code(event.parties.length === 0 ? 'event.point-reached' : 'event.point-agreed', {
        track: names.track(event.track),
        point: names.point(event.point),
        parties: listedNames(event.parties.map(who)),
      });
    case 'operation-ordered':
      return code('event.operation-ordered', {
        against: who(event.operation.against),
        operation: names.operation(event.operation.card),
      });
    case 'operation-done':
      return [
        code(event.succeeded ? 'event.operation-succeeded' : 'event.operation-failed'),
        event.incident === undefined
          ? ''
          : code('event.operation-mishap', { incident: names.incident(event.incident) }),
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'operation-exposed':
      return code('event.operation-exposed', {
        by: who(event.operation.by),
        against: who(event.operation.against),
        operation: names.operation(event.operation.card),
      });
    case 'secret-learned':
      return code('event.secret-learned', {
        about: who(event.about),
        provision: names.provision(event.redLine),
      });
    case 'calmed':
      return code('event.calmed', { by: who(event.by), move: names.calming(event.move) });
    case 'interviewed':
      return interviewText(names, event);
    case 'opinion-moved':
      return code(event.by > 0 ? 'event.opinion-up' : 'event.opinion-down', {
        delegation: who(event.delegation),
        by: Math.abs(event.by),
        to: event.to,
        why: opinionWhy(names, event.why),
      });
    case 'deal-leaked':
      return code('event.deal-leaked', { parties: listedNames(event.deal.parties.map(who)) });
    case 'leaked':
      return names.incident(event.what) === event.what
        ? code('event.leaked-deal')
        : code('event.leaked-clues', { incident: names.incident(event.what) });
    case 'leak-traced':
      return code('event.leak-traced', { by: who(event.by) });
    case 'flexed':
      return code(event.granted ? 'event.flexed-granted' : 'event.flexed-refused', {
        provision: names.provision(event.redLine),
      });
    case 'clues-leaked':
      return code('event.clues-leaked', { incident: names.incident(event.incident) });
  }
};

const foretold = (names: Names, warning: Extract<Event, { kind: 'warned' }>['warning']) => ({
  victim: names.delegation(warning.victim),
  session: names.session(warning.session),
  sector: code(`sector.${warning.sector}`),
});

const steppedText = (names: Names, event: Extract<Event, { kind: 'track-step' }>): string => {
  const track = names.track(event.track);
  const by = event.by === 'world' ? '' : names.delegation(event.by);
  switch (event.step) {
    case 'enter':
    case 'leave':
      return code(`event.track-${event.step}`, { by, track });
    case 'suspend':
      return code(event.by === 'world' ? 'event.track-suspend-world' : 'event.track-suspend', { by, track });
    case 'resume':
      if (event.by === 'world') return code('event.track-resumed-world', { track });
      return code(event.open ? 'event.track-resumed' : 'event.track-resume', { by, track });
  }
};

const interviewText = (names: Names, event: Extract<Event, { kind: 'interviewed' }>): string => {
  const by = names.delegation(event.by);
  const { vow } = event;
  const said =
    vow === undefined
      ? code('event.interviewed', { by })
      : code(`event.interviewed-${vow.says}`, {
          by,
          option: names.option(vow.article, vow.option),
          article: names.article(vow.article),
        });
  if (event.names.length === 0) return said;
  const about = code('event.interviewed-names', {
    names: listedNames(event.names.map(names.delegation)),
    tone: t(`tone_${event.tone}`),
  });
  return `${said} ${about}`;
};
