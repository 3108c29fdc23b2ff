import { describe, expect, it, vi } from 'vitest';
import { openFilm } from '../../../../src/client/session/film/film.ts';
import type { Film } from '../../../../src/client/session/film/contract.ts';
import { fileOf, hiring, recordedGame, scenarioOf } from './films.ts';

const record = recordedGame('film');
const text = fileOf(record);
const [, other] = scenarioOf().delegations;

const opened = async (start: Parameters<typeof openFilm>[2] = {}): Promise<Film> => {
  const film = openFilm(hiring().hire, { text }, start);
  await vi.waitFor(() => expect(film.film.getState().status).not.toBe('opening'));
  return film;
};
const at = async (film: Film, place: number): Promise<void> => {
  await vi.waitFor(() => expect(film.film.getState()).toMatchObject({ at: place, wanted: place }));
};

describe('a film', () => {
  it('begins where it is asked to, seen by whoever played', async () => {
    const film = await opened({ at: 9 });
    expect(film.film.getState()).toMatchObject({ at: 9, eye: record.seat, playing: false });
    expect(film.store.getState()).toMatchObject({ status: 'playing', seat: record.seat, film: { jump: 1 } });
    expect(film.store.getState().view?.own?.delegation).toBe(record.seat);
    film.close();
  });

  it('goes one move on as it happened, and anywhere else at once', async () => {
    const film = await opened({ at: 9 });
    film.control.step(1);
    await at(film, 10);
    const { news, film: shown } = film.store.getState();
    expect(news.map(({ event }) => event)).toEqual(film.film.getState().happening);
    expect(shown?.jump).toBe(1);
    for (const [go, place] of [
      [() => film.control.step(-1), 9],
      [() => film.control.seek(30), 30],
      [() => film.control.seek(-5), 0],
      [() => film.control.seek(Number.MAX_SAFE_INTEGER), record.moves.length],
    ] as const) {
      const before = film.store.getState().film?.jump ?? 0;
      go();
      await at(film, place);
      expect(film.store.getState().news).toEqual([]);
      expect(film.store.getState().film?.jump).toBeGreaterThan(before);
    }
    film.close();
  });

  it('that is scrubbed shows the last place that was wanted, not all that were passed over', async () => {
    const film = await opened();
    let seen = 0;
    film.film.subscribe((now, before) => {
      if (now.at !== before.at) seen += 1;
    });
    for (let place = 1; place <= 40; place += 1) film.control.seek(place);
    await at(film, 40);
    expect(seen).toBeLessThan(4);
    film.close();
  });

  it('goes from phase to phase, and from choice to choice', async () => {
    const film = await opened();
    const { head } = film.film.getState();
    const phases = (head?.marks ?? []).filter(({ kind }) => kind === 'phase').map((mark) => mark.at);
    film.control.chapter(1);
    await at(film, phases[1] ?? -1);
    film.control.chapter(1);
    await at(film, phases[2] ?? -1);
    film.control.chapter(-1);
    await at(film, phases[1] ?? -1);
    film.control.seek(0);
    await at(film, 0);
    film.control.turn(1);
    await at(film, head?.turns.find((place) => place > 0) ?? -1);
    film.close();
  });

  it('is seen by another, or as it truly was, at the same place', async () => {
    const film = await opened({ at: 25 });
    film.control.see(other?.id ?? 'truth');
    await vi.waitFor(() => expect(film.store.getState().view?.own?.delegation).toBe(other?.id));
    film.control.see('truth');
    await vi.waitFor(() => expect(film.store.getState().view?.revealed).toBeDefined());
    expect(film.film.getState()).toMatchObject({ at: 25, eye: 'truth' });
    expect(film.store.getState().seat).toBe('observer');
    expect(film.store.getState().beliefs).toEqual([]);
    film.close();
  });

  it('at rest knows what these eyes believed of the others', async () => {
    const film = await opened({ at: 25 });
    await vi.waitFor(() =>
      expect(film.store.getState().beliefs).toHaveLength(scenarioOf().delegations.length),
    );
    // And what the others believed of them.
    expect(film.store.getState().beliefs[0]?.delegation).toBe(record.seat);
    film.close();
  });

  it('plays to its end, move after move, and begins anew', async () => {
    const film = await opened({ at: record.moves.length - 12 });
    const places: number[] = [];
    film.film.subscribe((now, before) => {
      if (now.at !== before.at) places.push(now.at);
    });
    film.control.setSpeed(8);
    film.control.toggle();
    await vi.waitFor(() => expect(film.film.getState().playing).toBe(false), { timeout: 20_000 });
    expect(places).toEqual(Array.from({ length: 12 }, (_, n) => record.moves.length - 11 + n));
    film.control.play();
    await vi.waitFor(() => expect(film.film.getState().at).toBe(0));
    film.control.pause();
    film.close();
  }, 600_000);

  it('lets nothing be done', async () => {
    const film = await opened({ at: 5 });
    expect(film.store.getState().view?.may).toEqual([]);
    expect(await film.session.send({ kind: 'done' })).toEqual({ refused: 'game-closed' });
    expect(film.film.getState().at).toBe(5);
    film.close();
  });

  it('of a broken file says why it is not shown', async () => {
    const film = openFilm(hiring().hire, { text: text.slice(0, 4_000) });
    await vi.waitFor(() => expect(film.film.getState().status).toBe('failed'));
    expect(film.film.getState().fault).toEqual({ fault: 'truncated' });
    film.close();
  });
});
