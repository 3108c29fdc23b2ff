import { describe, expect, it } from 'vitest';
import { chapters } from '../../src/engine/index.ts';
import { newYork, play } from './play.ts';

describe('coalitions', () => {
  const games = ['a', 'b', 'c'].map((seed) => play(newYork(), `coalition/${seed}`, {}));
  const offered = games
    .flatMap((game) => chapters(game.last).flatMap((chapter) => chapter.events))
    .filter((event) => event.kind === 'offered');
  // Points of side tracks are agreed among several too: another matter.
  const gatherings = offered.filter(
    ({ offer }) => offer.to.length > 1 && offer.undertakings.every((item) => item.kind !== 'point'),
  );

  it('are sought before the floor hears of them, in the open, for one option that all are to support', () => {
    expect(gatherings.length).toBeGreaterThan(0);
    for (const { offer } of gatherings) {
      expect(offer.open).toBe(true);
      const provisions = offer.undertakings.map((item) =>
        item.kind === 'position'
          ? `${item.provision.article}/${String(item.provision.option)}/${item.stance}`
          : item.kind,
      );
      expect(new Set(provisions).size).toBe(1);
      expect(new Set(offer.undertakings.map((item) => item.by))).toEqual(new Set([offer.from, ...offer.to]));
      expect(offer.because[0]?.code).toBe('builds-coalition');
    }
  });

  it('are sought by nobody twice in one corridor', () => {
    for (const game of games) {
      const keys = chapters(game.last).flatMap((chapter) =>
        chapter.events.flatMap((event) =>
          event.kind === 'offered' &&
          event.offer.to.length > 1 &&
          event.offer.undertakings.every((item) => item.kind !== 'point')
            ? [`${String(chapter.session)}/${event.offer.from}`]
            : [],
        ),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('come about: some of them are agreed by all', () => {
    const deals = games
      .flatMap((game) => game.last.deals)
      .filter((deal) => deal.parties.length > 2 && deal.undertakings.every((item) => item.kind !== 'point'));
    expect(deals.length).toBeGreaterThan(0);
  });
});
