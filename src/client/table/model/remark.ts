import type { DelegationId, Event, Scenario, Tone, Words } from '../../../engine/seat.ts';
import { say } from '../words.ts';

/** A few words that a delegate is seen to say, beside statements and positions. */
export interface Remark {
  readonly by: DelegationId;
  readonly words: string;
  readonly tone: Tone;
}

const plain = (by: DelegationId, words: string): Remark => ({ by, words, tone: 'plain' });

/** What an event has somebody say in the chamber; `undefined` for those that nobody says. */
export const remarkOf = (
  scenario: Scenario,
  event: Event,
  speak: (words: Words) => string,
): Remark | undefined => {
  const room = (id: string): string => speak(scenario.tracks.find((track) => track.id === id)?.title ?? {});
  if (event.kind === 'interviewed') {
    const { vow } = event;
    if (vow === undefined) return { by: event.by, words: say('toPress'), tone: event.tone };
    const article = scenario.articles.find(({ id }) => id === vow.article);
    const what = `${speak(article?.short ?? {})}: ${speak(article?.options[vow.option]?.label ?? {})}`;
    return { by: event.by, words: say(`vow_${vow.says}`, { what }), tone: event.tone };
  }
  if (event.kind === 'calmed') {
    const move = scenario.calming.find(({ id }) => id === event.move);
    return { by: event.by, words: speak(move?.title ?? {}), tone: 'warm' };
  }
  if (event.kind === 'track-step' && event.by !== 'world') {
    if (event.step === 'leave') return undefined;
    return event.step === 'suspend'
      ? { by: event.by, words: say('cutsOff', { room: room(event.track) }), tone: 'sharp' }
      : plain(event.by, say('goesInto', { room: room(event.track) }));
  }
  if (event.kind === 'point-of-order') return { by: event.by, words: say('pointOfOrder'), tone: 'sharp' };
  if (event.kind === 'signed') return { by: event.by, words: say('signs'), tone: 'warm' };
  return event.kind === 'explained' ? plain(event.by, say('explains')) : undefined;
};
