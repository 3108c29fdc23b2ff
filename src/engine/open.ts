import { draw, within } from './draw.ts';
import { drawMandate } from './instructions.ts';
import { places } from './lookup.ts';
import { takeMinutes } from './minutes.ts';
import { openPhase } from './phases.ts';
import { drawFlaws } from './resilience.ts';
import type { RollingArticle, State } from './state.ts';
import type { Table } from './table.ts';
import type { Scenario } from './scenario.ts';
import type { Stance } from './vocabulary.ts';

/** The state at the start of play: mandates drawn, zero draft laid, first phase of the first session opened. */
export const open = (table: Table): State => {
  const minutes = takeMinutes(table, laid(table));
  openPhase(minutes, 0, table.scenario.sessions[0]?.phases[0] ?? 'briefing');
  return minutes.state;
};

const laid = (table: Table): State => {
  const { scenario, seed } = table;
  const { delegations, tokens } = scenario;
  const held = delegations.map((delegation, place) =>
    delegation.tokens.map((span, token) => within(span, draw(seed, 'tokens', place, token))),
  );
  const tension = within(scenario.tension.start, draw(seed, 'tension', 0, 0));
  return {
    status: 'open',
    session: 0,
    phase: scenario.sessions[0]?.phases[0] ?? 'briefing',
    done: [],
    articles: scenario.articles.map((_, article) => zeroDraft(scenario, article)),
    drafts: 0,
    stances: delegations.map((delegation) =>
      delegation.wants.map((want) =>
        want.values.map((_, option): Stance => (option === want.opening ? 'support' : 'silent')),
      ),
    ),
    priorities: delegations.map(() => []),
    spoken: [],
    replies: [],
    agenda: scenario.articles.map((article) => article.id),
    amendments: [],
    groups: [],
    orders: [],
    offers: [],
    offered: delegations.map(() => 0),
    deals: [],
    pledges: [],
    pending: [],
    carriedOut: [],
    deeds: [],
    tokens: held,
    escrow: tokens.map(() => 0),
    startTokens: held,
    counters: { offers: 0, deals: 0, pledges: 0 },
    trust: trustAtStart(scenario),
    startTension: tension,
    tension,
    risen: 0,
    incidents: [],
    contexts: [],
    damage: delegations.map(() => 0),
    accused: delegations.map(() => 0),
    mandates: delegations.map((_, place) => drawMandate(table, place)),
    tracks: scenario.tracks.map(({ id, open: meeting }) => ({
      id,
      open: meeting,
      present: [],
      calls: [],
      agreed: [],
    })),
    unmended: drawFlaws(table),
    warnings: [],
    operations: [],
    secrets: [],
    calmed: [],
    interviews: delegations.map(() => 0),
    vows: [],
    opinion: delegations.map((_, place) => within(scenario.press.opinion, draw(seed, 'opinion', 0, place))),
    flexed: [],
    explained: [],
    tried: [],
    voted: [],
    log: [],
    latest: [],
  };
};

/** The Chair's zero draft keeps in brackets what at least two delegations came to ask for. */
const zeroDraft = (scenario: Scenario, place: number): RollingArticle => {
  const article = scenario.articles[place];
  const option = article?.draft ?? 0;
  const wanted = scenario.delegations.map((delegation) => delegation.wants[place]?.opening);
  const brackets = (article?.options ?? [])
    .map((_, index) => index)
    .filter((index) => index !== option && wanted.filter((opening) => opening === index).length >= 2);
  return { option, brackets, settled: false, sponsors: [] };
};

const trustAtStart = (scenario: Scenario): State['trust'] => {
  const { usual, pairs } = scenario.trust;
  const rows = scenario.delegations.map(() => scenario.delegations.map(() => usual));
  const at = places(scenario).delegation;
  for (const { from, to, trust } of pairs) {
    const row = rows[at.get(from) ?? -1];
    const column = at.get(to);
    if (row !== undefined && column !== undefined) row[column] = trust;
  }
  return rows.map((row, place) => row.with(place, 100));
};
