import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { covered, debriefOf, unsaid, whysAt, whysOf } from '../../../src/analysis/debrief/index.ts';
import {
  chapters,
  evolve,
  lay,
  open,
  view,
  type Event,
  type Reason,
  type SeatId,
} from '../../../src/engine/index.ts';
import { suspicions } from '../../../src/delegates/index.ts';
import { agentNamed, playMachines } from '../../../src/trial/index.ts';
import { readRight, tiny } from '../../fixtures/index.ts';

const games = Array.from({ length: 10 }, (_, k) => {
  const game = playMachines(
    lay(tiny, `whys/${String(k)}`),
    new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, k % 2 === 0 ? 'seasoned' : 'hard', id)])),
  );
  return { game, debrief: debriefOf(game, suspicions) };
});
/** A long conference, in which texts fail before one is adopted. */
const oewg = readRight(readFileSync('scenarios/oewg-2022.yaml', 'utf8'));
const failed = ['why', 'whys'].map((seed) =>
  playMachines(
    lay(oewg, seed),
    new Map(oewg.delegations.map(({ id }) => [id, agentNamed(oewg, 'hard', id)])),
  ),
);
const seats: readonly SeatId[] = [...tiny.delegations.map(({ id }) => id), 'chair', 'observer'];

/** A reason with a number of one's own worths or beliefs: nobody says those aloud. */
const PRIVATE =
  /"code":"[a-z-]+","(?:short|gain|loss|belief)":|"(?:short|gain|loss|belief)":[-\d.]+,"code":/u;

/** The same reason, as somebody would say it: without a number of its own. */
const withoutNumbers = (reason: Reason): unknown =>
  Object.fromEntries(
    Object.entries(reason).filter(([key]) => !['short', 'gain', 'loss', 'belief'].includes(key)),
  );

/** What whoever acts says with it. */
const spokenIn = (event: Event): readonly Reason[] => {
  if (event.kind === 'offered') return event.offer.because;
  return event.kind === 'offer-accepted' || event.kind === 'offer-declined' || event.kind === 'answered'
    ? event.because
    : [];
};

describe('why AI players did what they did', () => {
  it('each reason is one of the very move it is shown with, made by that seat at that time', () => {
    let shown = 0;
    for (const { game, debrief } of games)
      for (const { at, seat, because, events, session, phase } of debrief.whys) {
        const made = game.moves[at];
        expect(made?.move.seat).toBe(seat);
        expect(because.every((reason) => made?.because.includes(reason) === true)).toBe(true);
        expect(events.every((event) => made?.events.includes(event) === true)).toBe(true);
        const opened = game.moves
          .slice(0, at)
          .flatMap((before) => before.events)
          .findLast((event) => event.kind === 'phase-opened');
        const start = open(game.table);
        const then = opened?.kind === 'phase-opened' ? opened : start;
        expect([session, phase]).toEqual([then.session, then.phase]);
        shown += 1;
      }
    expect(shown).toBeGreaterThan(200);
  });

  it('none is shown that says nothing, and all that matter are there: statements, offers, answers, texts', () => {
    const told = new Set<string>();
    for (const { debrief } of games)
      for (const { because, events } of debrief.whys) {
        expect(because.length).toBeGreaterThan(0);
        expect(because.map(({ code }) => code)).not.toContain('routine');
        for (const { kind } of events) told.add(kind);
      }
    for (const kind of [
      'spoke',
      'offered',
      'offer-declined',
      'deal-struck',
      'answered',
      'text-put',
      'draft-issued',
      'responded',
    ])
      expect([kind, told.has(kind)]).toEqual([kind, true]);
  });

  it('a text that failed is explained by those who stood against it, to that text and no other', () => {
    const seen = failed.flatMap((game) => {
      const whys = whysOf(game);
      return game.moves.flatMap(({ events }, at) =>
        events.flatMap((event) => {
          if (event.kind !== 'decided') return [];
          const put = game.moves.slice(0, at).findLastIndex(({ move }) => move.command.kind === 'put');
          return whysAt(whys, at, event).map((why) => ({
            between: why.at > put && why.at < at,
            given: event.answers.find(({ by }) => by === why.seat),
            because: why.because,
          }));
        }),
      );
    });
    expect(seen.length).toBeGreaterThan(5);
    for (const { between, given, because } of seen) {
      expect(between).toBe(true);
      expect(['object', 'no']).toContain(given?.answer);
      // What was said aloud stands in the line itself.
      for (const reason of given?.because ?? []) expect(because).not.toContainEqual(reason);
    }
  });

  it('at any other moment they are those of its own move, but for what was said aloud', () => {
    const shown = games.flatMap(({ game, debrief }) =>
      [...debrief.turning.table, ...debrief.turning.seats.flatMap(({ points }) => points)]
        .filter(({ event }) => event.kind !== 'decided')
        .flatMap((point) => whysAt(debrief.whys, point.at, point.event).map((why) => ({ game, point, why }))),
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const { game, point, why } of shown)
      expect([why.at, why.seat]).toEqual([point.at, game.moves[point.at]?.move.seat]);
    const said = games.flatMap(({ debrief }) =>
      debrief.whys.map((why) => why.because.length - unsaid(why, why.events).length),
    );
    expect(Math.max(...said)).toBeGreaterThan(0);
  });

  it('what is kept back of an act is nothing that was said with it, not even with its number', () => {
    const aloud = new Set<string>();
    let against = 0;
    const told: { readonly because: readonly Reason[]; readonly said: readonly Reason[] }[] = [];
    for (const game of [...games.map((one) => one.game), ...failed]) {
      const whys = whysOf(game);
      for (const why of whys)
        for (const event of why.events) {
          const said = spokenIn(event);
          if (said.length > 0) aloud.add(event.kind);
          told.push({ because: unsaid(why, why.events), said });
        }
      for (const [at, { events }] of game.moves.entries())
        for (const event of events) {
          if (event.kind !== 'decided') continue;
          for (const { seat, because } of whysAt(whys, at, event)) {
            const said = event.answers.find(({ by }) => by === seat)?.because ?? [];
            if (said.length > 0) against += 1;
            told.push({ because, said });
          }
        }
    }
    for (const { because, said } of told)
      for (const reason of because)
        expect(said.map(withoutNumbers)).not.toContainEqual(withoutNumbers(reason));
    expect([...aloud].toSorted()).toEqual(['answered', 'offer-accepted', 'offer-declined', 'offered']);
    expect(against).toBeGreaterThan(0);
  });

  it('a game without recorded reasons, or a person’s moves, has none', () => {
    for (const { game } of games.slice(0, 3)) {
      const old = { ...game, moves: game.moves.map((made) => ({ ...made, because: [] })) };
      expect(whysOf(old)).toEqual([]);
      const person = tiny.delegations[0]?.id;
      const mixed = game.moves.map((made) => (made.move.seat === person ? { ...made, because: [] } : made));
      expect(whysOf({ ...game, moves: mixed }).filter(({ seat }) => seat === person)).toEqual([]);
    }
  });

  it('are in nobody’s view while the game goes on, and in no event', () => {
    let secret = 0;
    for (const { game } of games.slice(0, 4)) {
      let state = open(game.table);
      for (const { events, because } of game.moves) {
        if (PRIVATE.test(JSON.stringify(because))) secret += 1;
        state = events.reduce((now, event) => evolve(game.table, now, event), state);
        expect(PRIVATE.test(JSON.stringify(events))).toBe(false);
      }
      for (const seat of seats)
        expect(PRIVATE.test(JSON.stringify(view(game.table, state, seat)))).toBe(false);
      expect(PRIVATE.test(JSON.stringify(chapters(state)))).toBe(false);
    }
    // There was something to keep.
    expect(secret).toBeGreaterThan(30);
  });

  it('are not among the figures of a game whose cards lie covered', () => {
    for (const { game, debrief } of games)
      for (const seat of seats) {
        const seen = covered(tiny, debrief, game.moves, seat);
        expect(seen.whys).toEqual([]);
        expect(PRIVATE.test(JSON.stringify(seen))).toBe(false);
      }
  });
});
