import { describe, expect, it } from 'vitest';
import { decide, lay, open, view, type State, type Table } from '../../src/engine/index.ts';
import { COMMAND_KINDS } from '../../src/engine/may.ts';
import { AMENDMENT_STATES, PROMISE_STATES } from '../../src/engine/seat.ts';
import { player } from './moves.ts';
import { smallScenario } from './small.ts';

/** What is so in every state of every game, however it came about. */
const invariants = (table: Table, state: State): void => {
  const { scenario } = table;
  const ids = new Set<string>(scenario.delegations.map((delegation) => delegation.id));
  expect(state.tension).toBeGreaterThanOrEqual(0);
  expect(state.tension).toBeLessThanOrEqual(scenario.tension.collapse);
  expect(state.risen).toBeLessThanOrEqual(scenario.tension.risePerSession);
  for (const held of [...state.tokens.flat(), ...state.escrow, ...state.damage])
    expect(held).toBeGreaterThanOrEqual(0);
  for (const share of [...state.trust.flat(), ...state.opinion]) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(100);
  }
  state.articles.forEach((article, place) => {
    const options = scenario.articles[place]?.options.length ?? 0;
    expect(new Set(article.brackets).size).toBe(article.brackets.length);
    expect(article.brackets).not.toContain(article.option);
    for (const option of [article.option, ...article.brackets]) expect(option).toBeLessThan(options);
    if (article.settled) expect(article.brackets).toEqual([]);
  });
  for (const amendment of state.amendments) {
    expect(AMENDMENT_STATES).toContain(amendment.state);
    expect(new Set(amendment.sponsors).size).toBe(amendment.sponsors.length);
    const article = state.articles[scenario.articles.findIndex((item) => item.id === amendment.article)];
    if (amendment.state === 'open') {
      expect(amendment.sponsors.length).toBeGreaterThanOrEqual(scenario.procedure.sponsors);
      expect([article?.option, ...(article?.brackets ?? [])]).toContain(amendment.option);
    }
  }
  for (const pledge of state.pledges) {
    expect(PROMISE_STATES).toContain(pledge.state);
    expect(pledge.settled === undefined).toBe(pledge.state === 'open');
    expect(pledge.cost === undefined).toBe(pledge.state !== 'broken');
  }
  for (const [index, track] of state.tracks.entries()) {
    const room = scenario.tracks[index];
    expect(track.open || track.present.length === 0).toBe(true);
    for (const member of [...track.present, ...track.calls]) expect(room?.members).toContain(member);
    for (const agreed of track.agreed) {
      const needs = room?.points.find((point) => point.id === agreed.point)?.needs ?? 0;
      if (room?.kind !== 'parallel') expect(agreed.parties.length).toBeGreaterThanOrEqual(needs);
    }
  }
  if (state.decision !== undefined)
    expect(new Set(state.decision.answers.map((given) => given.by)).size).toBe(state.decision.answers.length);
  for (const by of [...(state.adopted?.bound ?? []), ...state.calmed, ...state.flexed])
    expect(ids.has(by)).toBe(true);
};

/** What nobody else's view may hold, by where it stands. */
const leaksNothing = (table: Table, state: State): void => {
  for (const [place, { id }] of table.scenario.delegations.entries()) {
    const seen = view(table, state, id);
    if (state.status === 'closed') continue;
    expect(seen.own?.mandate).toBe(state.mandates[place]);
    expect(seen.own?.operations.every((operation) => operation.by === id)).toBe(true);
    expect(seen.own?.secrets.every((secret) => secret.by === id)).toBe(true);
    expect(seen.own?.warnings.every((item) => item.of === id || item.told.includes(id))).toBe(true);
    for (const deal of seen.deals) expect(deal.open || deal.parties.includes(id)).toBe(true);
    for (const incident of seen.incidents) {
      if (!incident.inquiry.includes(id)) expect(incident.assessment).toEqual([]);
      for (const { by, response } of incident.responses)
        if (response.kind === 'attribute' && response.quiet === true)
          expect([by, response.culprit]).toContain(id);
    }
  }
};

describe('long random play, legal and illegal, with everything a scenario may have', () => {
  it.each(['first', 'second'])(
    '20 000 commands without an exception, a state outside its bounds or a view that leaks (%s run)',
    { timeout: 900_000 },
    (run) => {
      const accepted = new Set<string>();
      const refused = new Set<string>();
      let commands = 0;
      for (let game = 0; commands < 20_000; game += 1) {
        const size = {
          delegations: 3 + (game % 4),
          articles: 3 + (game % 3),
          options: 3,
          methods: ['silence', 'consensus', 'vote'] as const,
          incidents: 100,
          world: true,
          seed: `${run}-${game}`,
        };
        const table = lay(smallScenario(size), `${run}/${game}`);
        const { move } = player(table, `${run}|${game}`);
        let state = open(table);
        for (let turn = 0; turn < 700 && state.status === 'open' && commands < 20_000; turn += 1) {
          const wanted = move(state);
          commands += 1;
          const decided = decide(table, state, wanted);
          if (decided.refusal !== undefined) refused.add(decided.refusal.refused);
          else {
            accepted.add(wanted.command.kind);
            state = decided.next;
            invariants(table, state);
            if (commands % 23 === 0) leaksNothing(table, state);
          }
        }
      }
      expect(commands).toBe(20_000);
      expect(COMMAND_KINDS.filter((kind) => !accepted.has(kind))).toEqual([]);
      expect(refused.size).toBeGreaterThan(60);
    },
  );
});
