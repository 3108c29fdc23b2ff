import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printed } from '../../../src/client/panels/room/board/printed.ts';
import type { Event } from '../../../src/engine/seat.ts';
import { tiny } from '../../fixtures/index.ts';

const [one] = tiny.delegations;
if (one === undefined) throw new Error('the fixture has delegations');
const speech = (): Event => ({
  kind: 'spoke',
  by: one.id,
  positions: [],
  priorities: [],
  tone: 'plain',
  names: [],
  cites: [],
});
const news = (): Event => ({ kind: 'text-put', method: 'vote', text: [] });
const chapter = (events: readonly Event[]) => ({ session: 0, phase: 'floor' as const, events });

describe('headlines', () => {
  it('news stays on the wall while speeches come and go', () => {
    const told = news();
    const last = speech();
    const log = [chapter([told, ...Array.from({ length: 9 }, speech), last])];
    const shown = printed({ log }, 3);
    expect(shown).toHaveLength(3);
    expect(shown[0]).toBe(last);
    expect(shown.at(-1)).toBe(told);
  });

  it('are at most so many, newest first; nothing else gives way to a speech but the oldest news', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 12 }),
        fc.integer({ min: 1, max: 6 }),
        (kinds, most) => {
          const events = kinds.map((talks) => (talks ? speech() : news()));
          const shown = printed({ log: [chapter(events)] }, most);
          expect(shown).toHaveLength(Math.min(most, events.length));
          const places = shown.map((event) => events.indexOf(event));
          expect(places).toEqual(places.toSorted((a, b) => b - a));
          // Beside the newest speech there is none where news was left out.
          const happened = events.filter(({ kind }) => kind !== 'spoke');
          const kept = shown.filter(({ kind }) => kind !== 'spoke').length;
          expect(kept === happened.length || shown.length - kept <= 1).toBe(true);
        },
      ),
    );
  });
});
