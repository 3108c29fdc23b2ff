import type { Names } from '../../i18n/names.ts';
import { r } from '../../i18n/room.ts';
import type { Notice, PersonSight } from '../../session/remote/index.ts';

/** What happened in the room, for everybody to read; `undefined` for what is told elsewhere already. */
export const noticeText = (
  { what }: Notice,
  names: Names,
  people: readonly PersonSight[],
): string | undefined => {
  const nameOf = (person: string): string => people.find(({ id }) => id === person)?.name ?? '';
  switch (what.kind) {
    case 'ai-took-over':
      return r(`tookOver_${what.why}`, { name: names.delegation(what.seat) });
    case 'handed-back':
      return r('notice_handed-back', { name: names.delegation(what.seat), count: what.moves });
    case 'joined':
      return nameOf(what.person) === '' ? undefined : r('notice_joined', { name: nameOf(what.person) });
    case 'extended':
      return r(what.seconds >= 0 ? 'notice_extended' : 'notice_shortened', {
        count: Math.round(Math.abs(what.seconds) / 60),
      });
    case 'slowed':
      return r('slow', { percent: what.speed });
    case 'rewound':
      return r('notice_rewound');
    case 'branched':
      return r('notice_branched');
    case 'free-text':
      return r(`notice_free_${what.now}`);
    case 'skipped':
    case 'time-up':
    case 'returned':
    case 'debrief':
    case 'revealed':
    case 'restarted':
      return r(`notice_${what.kind}`);
    case 'intervened':
      return what.what === 'correct' ? r('notice_corrected') : undefined;
    case 'moved':
    case 'removed':
    case 'renamed':
    case 'paused':
    case 'went-on':
      return undefined;
  }
};
