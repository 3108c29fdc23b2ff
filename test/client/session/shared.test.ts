import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/client/session/host.ts';
import { createScreen } from '../../../src/client/session/screen.ts';
import { opened, seated, seen } from '../../../src/client/session/writing.ts';
import { decide, lay, open, view, type Command, type DelegationId } from '../../../src/engine/index.ts';
import { parseGameFile, readGameFile, writeGameFile, type GameRecord } from '../../../src/scenario/index.ts';
import { readRight } from '../../fixtures/index.ts';

const TEXT = readFileSync('test/fixtures/tiny.yaml', 'utf8');
const tiny = readRight(TEXT);
const [kest, mara, tolv] = tiny.delegations.map(({ id }) => id);
if (kest === undefined || mara === undefined || tolv === undefined) throw new Error('three delegations');

const shared = (seed: string): Host => {
  const record: GameRecord = {
    scenario: { id: tiny.id, version: tiny.version, text: TEXT },
    seed,
    seat: kest,
    people: [
      { seat: kest, name: 'Ana' },
      { seat: tolv, name: '' },
    ],
    strength: 'gentle',
    moves: [],
  };
  return Host.from(tiny, record);
};

const machines = (host: Host): void => {
  for (let prepared = host.machine(); prepared !== undefined; prepared = host.machine()) host.make(prepared);
};

const act = (host: Host, command: Command): boolean => {
  const prepared = host.prepare({ seat: host.at, command });
  if ('refused' in prepared) return false;
  host.make(prepared);
  return true;
};

const COMMANDS: readonly Command[] = [
  { kind: 'done' },
  { kind: 'speak', positions: [], priorities: [], tone: 'plain', names: [] },
  { kind: 'interview', tone: 'plain', names: [] },
  {
    kind: 'position',
    positions: [{ article: tiny.articles[0]?.id ?? ('' as never), option: 1, stance: 'accept' }],
  },
  { kind: 'answer', answer: 'join', articles: [], because: [] },
];

describe('a screen that several share', () => {
  it('shows whoever is at it their own view, and nobody’s while it changes hands', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 4 }),
        fc.array(fc.tuple(fc.constantFrom(kest, tolv, mara, undefined), fc.nat(COMMANDS.length - 1)), {
          maxLength: 25,
        }),
        (seed, turns) => {
          const host = shared(seed);
          machines(host);
          for (const [seat, which] of turns) {
            host.sit(seat);
            // Whoever does not share the screen cannot sit down at it.
            expect(host.at).not.toBe(mara);
            const who = host.at;
            expect(host.seen()).toEqual(view(lay(tiny, seed), host.state, who));
            expect(host.seen().own?.delegation).toBe(who === 'observer' ? undefined : who);
            const command = COMMANDS[which];
            const done = command !== undefined && act(host, command);
            expect(done && who === 'observer').toBe(false);
            machines(host);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('hands on to the next who has something left to do, in the order of the seats, and the game comes to its end', () => {
    const host = shared('order');
    machines(host);
    expect(host.at).toBe('observer');
    const order: DelegationId[] = [];
    for (let step = 0; step < 100 && host.state.status === 'open'; step += 1) {
      const next = host.next();
      if (next === undefined) break;
      order.push(next);
      host.sit(next);
      if (!act(host, { kind: 'answer', answer: 'join', articles: [], because: [] }))
        act(host, { kind: 'done' });
      host.sit(undefined);
      machines(host);
    }
    expect(host.state.status).toBe('closed');
    expect(host.next()).toBeUndefined();
    expect(order.slice(0, 4)).toEqual([kest, tolv, kest, tolv]);
  });

  it('takes back only what one has done oneself, as long as nobody of the others has acted', () => {
    const host = shared('undo');
    machines(host);
    host.sit(kest);
    expect(host.canUndo()).toBe(false);
    act(host, { kind: 'interview', tone: 'plain', names: [] });
    expect(host.canUndo()).toBe(true);
    expect(host.undone().at).toBe(kest);
    host.sit(tolv);
    expect(host.canUndo()).toBe(false);
    act(host, { kind: 'interview', tone: 'plain', names: [] });
    expect(host.canUndo()).toBe(false);
  });

  it('is kept in the game file with who sits where; nobody sits twice, or where there is no seat', () => {
    const { record } = shared('file');
    const read = readGameFile(writeGameFile(record));
    expect(read.fault === undefined ? read.record.people : read.fault).toEqual(record.people);
    const asFiled = (people: GameRecord['people']) =>
      readGameFile(writeGameFile({ ...record, ...(people === undefined ? {} : { people }) })).fault;
    const [first] = record.people ?? [];
    if (first === undefined) throw new Error('two people');
    expect(asFiled([first, first])).toBe('not-a-game-file');
    expect(asFiled([first, { seat: 'ATLANTIS' as DelegationId, name: '' }])).toBe('not-a-game-file');
    expect(asFiled([first])).toBe('not-a-game-file');
    const alone = JSON.stringify({ ...JSON.parse(writeGameFile(record)), people: undefined });
    expect(parseGameFile(alone)).not.toHaveProperty('fault');
  });
});

describe('what the page holds when the screen changes hands', () => {
  it('is nothing of the one before, and a late sight of theirs is not taken', () => {
    const store = createScreen();
    const table = lay(tiny, 'page');
    const state = open(table);
    const people = [
      { seat: kest, name: '' },
      { seat: tolv, name: '' },
    ];
    opened(store, { tell: 'opened', game: 1, scenario: tiny, seat: kest, seed: 'page', id: 'x', people });
    const sightOf = (seat: DelegationId | 'observer') => {
      const { log, ...rest } = view(table, state, seat);
      return { view: rest, log: { keep: 0, add: log }, news: [], beliefs: [], canUndo: false };
    };
    seen(store, sightOf(kest));
    store.getState().setMat({ partner: tolv, undertakings: [], open: true });
    store.getState().look({ kind: 'article', id: 'FUND' });
    expect(store.getState().view?.own?.delegation).toBe(kest);
    seated(store, 'observer');
    const left = store.getState();
    expect([left.view, left.focus, left.mat.partner, left.beliefs, left.news]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
      [],
    ]);
    seen(store, sightOf(kest));
    expect(store.getState().view).toBeUndefined();
    seen(store, sightOf('observer'));
    expect(store.getState().view?.own).toBeUndefined();
  });
});

it('decide refuses whatever an empty chair asks for', () => {
  const table = lay(tiny, 'chair');
  for (const command of COMMANDS)
    expect(decide(table, open(table), { seat: 'observer', command }).refusal).toEqual({
      refused: 'not-your-command',
    });
});
