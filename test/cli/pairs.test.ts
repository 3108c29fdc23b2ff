import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agentNames, simulate } from '../../src/cli/sim.ts';
import type { SimResult } from '../../src/trial/index.ts';
import type { Scenario } from '../../src/engine/index.ts';
import { without, type Left } from '../../src/scenario/index.ts';
import { readRight } from '../fixtures/index.ts';

/**
 * Each system of the negotiation makes a difference: the same games with it and without it, by the scenario's data alone.
 * Keyed randomness makes every figure here the same on every machine.
 */
const march = readRight(readFileSync('scenarios/oewg-2022.yaml', 'utf8'));
const GAMES = 8;

const figures = (scenario: Scenario, seats = ''): SimResult =>
  simulate(scenario, agentNames(scenario, seats, 'seasoned'), GAMES, 'pairs').result;

const kept = new Map<Scenario, SimResult>();
const usual = (scenario: Scenario = march): SimResult => {
  const found = kept.get(scenario) ?? figures(scenario);
  kept.set(scenario, found);
  return found;
};
const lacking = (left: Left, scenario: Scenario = march): SimResult => figures(without(scenario, left));

/** Everybody wants this option of an article, and nothing else of it: it is settled on the first day. */
const agreedOn = (
  scenario: Scenario,
  wanted: readonly (readonly [article: string, option: string])[],
): Scenario =>
  wanted.reduce((now, [id, option]) => {
    const place = now.articles.findIndex((article) => article.id === id);
    const index = now.articles[place]?.options.findIndex((item) => item.id === option) ?? -1;
    return {
      ...now,
      articles: now.articles.map((article, at) => (at === place ? { ...article, draft: index } : article)),
      linkages: now.linkages.filter((item) => item.first.article !== id && item.second.article !== id),
      delegations: now.delegations.map((delegation) => ({
        ...delegation,
        redLines: delegation.redLines.filter((line) => line.article !== id),
        wants: delegation.wants.map((want, at) =>
          at === place
            ? {
                ...want,
                opening: index,
                values: want.values.map((_, value) =>
                  value === index ? { min: 100, max: 100 } : { min: 0, max: 0 },
                ),
              }
            : want,
        ),
      })),
    };
  }, scenario);

const slow = { timeout: 900_000 } as const;

describe('with a system and without it', slow, () => {
  it('consensus: one delegation can block it, and does not in a vote', () => {
    const vote = without(march, 'consensus');
    const [blocked, voted] = [figures(march, 'RU=blocker'), figures(vote, 'RU=blocker')];
    expect(blocked.adopted).toBe(0);
    expect(voted.adopted).toBeGreaterThan(GAMES / 2);
  });

  it('the working group: what all must join is better for all than what a majority carries', () => {
    const voted = lacking('consensus');
    expect(voted.nashShare.mean).toBeLessThan(usual().nashShare.mean - 0.05);
    expect(voted.adopted).toBeGreaterThanOrEqual(usual().adopted);
  });

  it('side tracks: a few agree there, and change what no agreement is worth to the others', () => {
    const plenary = lacking('side-tracks');
    expect([plenary.world.points, usual().world.points > 2]).toEqual([0, true]);
    expect(usual().world.traded).toBeGreaterThan(plenary.world.traded);
    expect(usual().world.reservation).not.toBe(plenary.world.reservation);
  });

  it('the closed group of experts: what it writes lowers what no agreement is worth to those outside', () => {
    const open = lacking('expert-tracks');
    const outside = (result: SimResult): number =>
      ['KE', 'MX', 'IR'].reduce((sum, id) => sum + (result.seats[id]?.meanReservation ?? 0), 0);
    expect(outside(usual())).toBeLessThan(outside(open));
  });

  it('four points and other bilateral understandings calm', () => {
    expect(lacking('bilateral-tracks').world.tension).toBeGreaterThan(usual().world.tension);
  });

  it('the parallel convention on crime reaches points that move the others', () => {
    expect(lacking('parallel-tracks').world.points).toBeLessThan(usual().world.points);
  });

  it('the legal form is the quarrel: without it more of the text is settled', () => {
    expect(lacking('article:LEGAL').world.settled).toBeGreaterThan(usual().world.settled);
  });

  it('the Internet’s core and its government divide: without them more of the text is settled', () => {
    expect(lacking('article:CORE').world.settled).toBeGreaterThan(usual().world.settled);
  });

  it('agreed obligations on infrastructure soften incidents at once', () => {
    // Nobody can send a team: where there is less damage, less help would come.
    const { procedure } = march;
    const helpless = {
      ...march,
      procedure: { ...procedure, assistCost: { ...procedure.assistCost, amount: 99 } },
    };
    const agreed = agreedOn(helpless, [
      ['CRIT', 'annex'],
      ['POCH', 'incidents'],
    ]);
    const bare = lacking('softening', agreed);
    expect(usual(agreed).world.settled).toBeGreaterThanOrEqual(2);
    expect(usual(agreed).world.damage).toBeLessThan(bare.world.damage);
  });

  it('agreed norms and measures pay off: calls calm more, teams repair more, accusations are less of a spark', () => {
    const agreed = agreedOn(march, [
      ['POCH', 'incidents'],
      ['CAPB', 'centres'],
    ]);
    const bare = lacking('benefits', agreed);
    expect(usual(agreed).world.tension).toBeLessThan(bare.world.tension);
    expect(usual(agreed).world.damage).toBeLessThanOrEqual(bare.world.damage);
  });

  it('capacity-building and other concessions: with them there is more to trade', () => {
    expect(lacking('concessions').world.traded).toBeLessThan(usual().world.traded - 100);
  });

  it('incidents raise tension and do damage', () => {
    const calm = lacking('incidents');
    expect([calm.world.incidents, calm.world.damage]).toEqual([0, 0]);
    expect(usual().world.damage).toBeGreaterThan(4);
    expect(calm.world.tension).toBeLessThan(usual().world.tension);
  });

  it('evidence: without it hardly anybody can say who it was', () => {
    expect(lacking('evidence').world.attributions.right).toBeLessThan(usual().world.attributions.right / 2);
  });

  it('warnings and briefings: without them incidents do more damage', () => {
    expect(lacking('intelligence').world.damage).toBeGreaterThan(usual().world.damage);
  });

  it('unmended flaws make incidents worse', () => {
    expect(lacking('vulnerabilities').world.damage).toBeLessThan(usual().world.damage);
  });

  it('steps down the ladder: without them tension stays higher', () => {
    const tense = { ...march, tension: { ...march.tension, start: { min: 60, max: 66 } } };
    expect(lacking('calming', tense).world.tension).toBeGreaterThan(usual(tense).world.tension);
  });

  it('war, sanctions and news weigh on the room', () => {
    expect(lacking('contexts').world.tension).toBeLessThan(usual().world.tension);
  });

  it('the press: opinion moves at home, and secret deals get out', () => {
    const silent = lacking('press');
    expect([silent.world.leaks, usual().world.leaks > 0]).toEqual([0, true]);
    expect(usual().world.opinion).toBeGreaterThan(silent.world.opinion);
  });

  it('own operations, where they are allowed: more incidents, less trust', () => {
    const allowed = { ...march, operations: { ...march.operations, allowed: true } };
    const on = usual(allowed);
    expect([usual().world.operations, on.world.operations > 0]).toEqual([0, true]);
    expect(on.world.trust).toBeLessThan(usual().world.trust);
  });
});
