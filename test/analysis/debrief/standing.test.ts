import { describe, expect, it } from 'vitest';
import { debriefOf, standingOf } from '../../../src/analysis/debrief/index.ts';
import { isFeasible, problemOf, worthOf } from '../../../src/analysis/index.ts';
import { evolve, lay, open, outcomeNow, standingText, type State } from '../../../src/engine/index.ts';
import { suspicions } from '../../../src/delegates/index.ts';
import { agentNamed, playMachines, type AgentName, type PlayedGame } from '../../../src/trial/index.ts';
import { tiny } from '../../fixtures/index.ts';

const played = (seed: string, name: AgentName): PlayedGame =>
  playMachines(lay(tiny, seed), new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, name, id)])));
const games = Array.from({ length: 10 }, (_, k) =>
  (['seasoned', 'random', 'blocker'] as const).map((name) => played(`standing/${k}`, name)),
).flat();

/** Every text of the scenario, in article order. */
const texts = tiny.articles.reduce<readonly (readonly number[])[]>(
  (all, { options }) => all.flatMap((text) => options.map((_, option) => [...text, option])),
  [[]],
);

/** The game as it was stopped at some of its moves. */
const stops = (game: PlayedGame): readonly number[] =>
  [0.2, 0.5, 0.8].map((share) => Math.floor(game.moves.length * share));
const at = ({ table, moves }: PlayedGame, stop: number): State =>
  moves
    .slice(0, stop)
    .flatMap(({ events }) => events)
    .reduce((now, event) => evolve(table, now, event), open(table));

describe('what was on the table when a game ended without a text', () => {
  it('counts the texts that suit all and keep what is settled, as looking at every text does', () => {
    let some = 0;
    let fewer = 0;
    for (const game of games)
      for (const stop of stops(game)) {
        const last = at(game, stop);
        if (last.adopted !== undefined) continue;
        const problem = problemOf(tiny, last.mandates);
        const standing = standingOf(tiny, problem, last);
        const text = standingText(last.articles);
        const keeps = (other: readonly number[]): boolean =>
          last.articles.every(({ settled }, place) => !settled || other[place] === text[place]);
        const kept = texts.filter((other) => keeps(other) && isFeasible(problem, other));
        expect(standing.text).toEqual(text);
        expect(standing.keeping).toBe(kept.length);
        expect(standing.worths).toEqual(problem.parties.map((party) => worthOf(party, text)));
        expect(standing.livable.every(Boolean)).toBe(isFeasible(problem, text));
        const best = standing.best?.text;
        expect(best === undefined).toBe(kept.length === 0);
        expect(best === undefined ? [] : [best]).toEqual(
          kept.filter((other) => other.join() === best?.join()),
        );
        some += Number(kept.length > 0);
        fewer += Number(kept.length < texts.filter((other) => isFeasible(problem, other)).length);
      }
    expect(some).toBeGreaterThan(5);
    expect(fewer).toBeGreaterThan(5);
  });

  it('is absent where a text was adopted', () => {
    const adopted = games.filter(({ last }) => last.outcome?.end === 'adopted');
    expect(adopted.length).toBeGreaterThan(0);
    for (const game of adopted.slice(0, 2)) expect(debriefOf(game, suspicions).standing).toBeUndefined();
  });

  it('a game is stopped as long as a decision lies ahead; after the last it has ended without a text', () => {
    let after = 0;
    for (const game of games) {
      if (game.last.outcome?.end !== 'not-adopted') continue;
      const decided = game.moves.findLastIndex(({ events }) => events.some(({ kind }) => kind === 'decided'));
      for (const stop of stops(game).filter((one) => one <= decided))
        expect(outcomeNow(game.table, at(game, stop)).end).toBe('stopped');
      // The last phase of the last day comes after its decision.
      const last = game.moves.findLastIndex(({ events }) =>
        events.some((event) => event.kind === 'phase-opened' && event.phase !== 'decision'),
      );
      if (last <= decided || last + 1 >= game.moves.length) continue;
      expect(outcomeNow(game.table, at(game, last + 1)).end).toBe('not-adopted');
      after += 1;
    }
    expect(after).toBeGreaterThan(0);
  });
});
