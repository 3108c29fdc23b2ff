import type { Event } from '../../engine/seat.ts';
import { code } from './index.ts';
import type { Names } from './names.ts';

type FacilitatorEvent = Extract<Event, { kind: 'facilitated' | 'instruction-given' | 'corrected' }>;

/** What whoever runs the room has done, in a sentence. Words of their own are given as they are. */
export const facilitatorText = (names: Names, event: FacilitatorEvent): string => {
  switch (event.kind) {
    case 'instruction-given':
      return code('event.instruction-given', { message: event.message });
    case 'corrected':
      return correctedText(names, event.what);
    case 'facilitated': {
      const { what, headline = '', story = '', of = 'tension', because = '' } = event;
      if (what === 'bulletin')
        return code(story === '' ? 'event.facilitated-bulletin' : 'event.facilitated-bulletin-story', {
          headline,
          story,
        });
      if (what === 'correct')
        return code('event.facilitated-correct', { of: code(`correction.${of}`), because });
      return code(`event.facilitated-${what}`);
    }
  }
};

const correctedText = (
  names: Names,
  what: Extract<FacilitatorEvent, { kind: 'corrected' }>['what'],
): string => {
  switch (what.of) {
    case 'damage':
      return code('event.corrected-damage', { delegation: names.delegation(what.delegation), to: what.to });
    case 'tension':
      return code('event.corrected-tension', { to: what.to });
    case 'article':
      return code('event.corrected-article', {
        article: names.article(what.article),
        option: names.option(what.article, what.now.option),
      });
  }
};
