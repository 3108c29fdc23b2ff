import type { Event } from '../../engine/seat.ts';
import { code, listed } from './index.ts';
import type { Names } from './names.ts';

type ProcedureEvent = Extract<
  Event,
  {
    kind:
      | 'agenda-set'
      | 'group-formed'
      | 'group-reported'
      | 'sponsored'
      | 'point-of-order'
      | 'signed'
      | 'explained';
  }
>;

/** What happened to agenda, groups, amendments and signatures, in a sentence. */
export const procedureText = (names: Names, event: ProcedureEvent): string => {
  const who = names.delegation;
  switch (event.kind) {
    case 'agenda-set':
      return code('event.agenda-set', { articles: listed(event.articles.map(names.article)) });
    case 'group-formed':
      return code('event.group-formed', {
        article: names.article(event.group.article),
        facilitator: who(event.group.facilitator),
        members: listed(event.group.members.map(who)),
      });
    case 'group-reported':
      return code('event.group-reported', {
        article: names.article(event.article),
        option: names.option(event.article, event.option),
      });
    case 'sponsored':
      return code('event.sponsored', { by: who(event.by) });
    case 'point-of-order':
      return code(event.sustained ? 'event.order-sustained' : 'event.order-overruled', {
        by: who(event.by),
        article: names.article(event.article),
      });
    case 'signed':
      return code('event.signed', { by: who(event.by) });
    case 'explained':
      return code('event.explained', {
        by: who(event.by),
        articles: listed(event.articles.map(names.article)),
      });
  }
};
