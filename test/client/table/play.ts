import {
  decide,
  evolve,
  lay,
  open,
  view,
  asConcession,
  asDelegation,
  asIncident,
  asToken,
  type Command,
  type Event,
  type SeatId,
  type State,
  type Table,
  type View,
} from '../../../src/engine/index.ts';
import { audience } from '../../../src/engine/index.ts';
import { conference } from './conference.ts';

/** A game at some moment, with what the player's seat has witnessed. */
export interface Moment {
  readonly view: View;
  readonly events: readonly Event[];
}

export const MOMENTS = [
  'briefing',
  'incident',
  'floor',
  'corridor',
  'drafting',
  'decision',
  'decided',
  'adopted',
  'failed',
] as const;
export type MomentName = (typeof MOMENTS)[number];

export const ME = asDelegation('kenya');

const say = (place: number, tone: 'warm' | 'plain' | 'sharp'): Command => ({
  kind: 'speak',
  positions: conference.articles.slice(0, 4).map((_, i) => {
    const k = (place * 3 + i * 2) % conference.articles.length;
    const article = conference.articles[k] ?? conference.articles[0];
    if (article === undefined) throw new RangeError('no article');
    const stances = ['object', 'support', 'accept', 'support'] as const;
    return { article: article.id, option: 1, stance: stances[(place + i) % 4] ?? 'accept' };
  }),
  priorities: [],
  tone,
  names: [],
});

/** Plays the conference up to each of the moments; refused commands are a fault in this script. */
export const playConference = (): ReadonlyMap<MomentName, Moment> => {
  const table: Table = lay(conference, 'table');
  let state: State = open(table);
  let witnessed: Event[] = view(table, state, ME).log.flatMap((chapter) => chapter.events);
  const moments = new Map<MomentName, Moment>();
  const give = (seat: SeatId, command: Command): void => {
    const decided = decide(table, state, { seat, command });
    if (decided.refusal !== undefined)
      throw new Error(`${seat} ${command.kind}: ${JSON.stringify(decided.refusal)}`);
    for (const event of decided.events) state = evolve(table, state, event);
    witnessed.push(...decided.events.filter((event) => sees(event)));
  };
  const keep = (name: MomentName): void => {
    moments.set(name, { view: view(table, state, ME), events: witnessed });
    witnessed = [];
  };
  keep('briefing');
  const struck = state.incidents[0];
  if (struck !== undefined) {
    const other = asDelegation(struck.victim === 'mexico' ? 'russia' : 'china');
    give(asDelegation('usa'), { kind: 'respond', incident: struck.id, response: { kind: 'assist' } });
    give(asDelegation('usa'), {
      kind: 'respond',
      incident: struck.id,
      response: { kind: 'attribute', origin: 'state', culprit: other, confidence: 'moderate' },
    });
    give(struck.victim, { kind: 'respond', incident: struck.id, response: { kind: 'hotline', to: other } });
  }
  keep('incident');
  give('chair', { kind: 'advance' });
  for (const [i, delegation] of conference.delegations.entries())
    if (i !== 3 && i !== 10) give(delegation.id, say(i, i === 8 ? 'sharp' : i % 3 === 0 ? 'warm' : 'plain'));
  give(asDelegation('egypt'), { kind: 'done' });
  keep('floor');
  give('chair', { kind: 'advance' });
  give(asDelegation('india'), {
    kind: 'offer',
    to: [ME],
    open: false,
    expires: 0,
    because: [],
    undertakings: [
      {
        kind: 'deed',
        by: asDelegation('india'),
        to: ME,
        concession: asConcession('training'),
        when: { on: 'now' },
      },
      {
        kind: 'tokens',
        by: ME,
        to: asDelegation('india'),
        token: asToken('funds'),
        amount: 2,
        when: { on: 'adoption', containing: [] },
      },
    ],
  });
  keep('corridor');
  give('chair', { kind: 'advance' });
  give('chair', {
    kind: 'draft',
    articles: conference.articles.map((article, k) => ({
      option: k === 4 ? 2 : 1,
      brackets: k % 3 === 1 && article.options.length > 2 ? [k === 4 ? 1 : 2] : [],
      settled: k % 3 === 0,
    })),
  });
  give(ME, { kind: 'done' });
  give(asDelegation('singapore'), { kind: 'done' });
  keep('drafting');
  give('chair', { kind: 'advance' });
  const text = conference.articles.map((_, k) => (k === 4 ? 2 : 1));
  give('chair', { kind: 'put', text, method: 'silence' });
  for (const delegation of conference.delegations.slice(0, 5))
    give(delegation.id, { kind: 'answer', answer: 'join', articles: [], because: [] });
  keep('decision');
  for (const [i, delegation] of conference.delegations.slice(5).entries())
    give(delegation.id, {
      kind: 'answer',
      answer: i === 3 || i === 6 ? 'object' : 'join',
      articles: [],
      because: [],
    });
  give('chair', { kind: 'gavel' });
  keep('decided');
  const before = state;
  give('chair', { kind: 'put', text, method: 'consensus' });
  for (const delegation of conference.delegations)
    give(delegation.id, { kind: 'answer', answer: 'join', articles: [], because: [] });
  give('chair', { kind: 'gavel' });
  keep('adopted');
  state = before;
  for (let i = 0; i < 40 && state.status === 'open'; i += 1) give('chair', { kind: 'advance' });
  keep('failed');
  return moments;
};

const sees = (event: Event): boolean => {
  const who = audience(event);
  return who === 'all' || who.includes(ME);
};

/** An incident of the conference, for tests that need one by name. */
export const HOSPITAL = asIncident('hospital');
