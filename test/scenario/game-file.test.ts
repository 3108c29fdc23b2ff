import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentNamed, playMachines, recordOf } from '../../src/trial/index.ts';
import { hashOf, lay, PHASES, type SeatId } from '../../src/engine/index.ts';
import {
  foldGame,
  GAME_BYTES,
  GAME_MOVES,
  GAME_VERSION,
  openGame,
  parseGameFile,
  readGameFile,
  tableOf,
  writeGameFile,
  type GameRecord,
} from '../../src/scenario/index.ts';
import type { Agent } from '../../src/delegates/index.ts';
import { tiny, TINY_TEXT } from '../fixtures/index.ts';

const played = playMachines(
  lay(tiny, 'file'),
  new Map<SeatId, Agent>(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, 'seasoned', id)])),
);
const record = recordOf(played, TINY_TEXT, 'seasoned');
const text = writeGameFile(record);
const last = hashOf(played.last);

/** A shorter one, for what is tried at every character. */
const short = { ...record, moves: record.moves.slice(0, 4) };
const shortText = writeGameFile(short);

const FAULTS = ['not-a-game-file', 'truncated', 'newer-version', 'tampered', 'scenario-faults'];

/** The record with one field, however deep, written otherwise. */
const withField = (path: readonly (string | number)[], value: unknown): GameRecord => {
  const copy: unknown = structuredClone(record);
  let at: unknown = copy;
  for (const step of path.slice(0, -1)) at = Object(at)[step];
  Object.defineProperty(at, path.at(-1) ?? '', { value, enumerable: true });
  return Object(copy);
};

describe('a branch of another game', () => {
  const incident = tiny.incidents[0]?.id;
  if (incident === undefined) throw new Error('nothing can strike');

  it('keeps where it leaves it, and is played from a world that turns otherwise', () => {
    const branch = { at: 3, fates: [{ kind: 'spared', incident, session: 1 }] } as const;
    const opened = readGameFile(writeGameFile({ ...record, branch }));
    if (opened.fault !== undefined) throw new Error(opened.fault);
    expect(opened.record.branch).toEqual(branch);
    expect(tableOf(tiny, opened.record)).toEqual({ ...lay(tiny, 'file'), fates: branch.fates });
    expect(tableOf(tiny, record)).toEqual(lay(tiny, 'file'));
  });

  it('with a turn of the world that cannot be is no game', () => {
    for (const fate of [
      { kind: 'origin', incident, origin: 'state', culprit: 'nobody' },
      { kind: 'origin', incident, origin: 'gods' },
      { kind: 'spared', incident, session: -1 },
      { kind: 'doom', incident },
    ]) {
      const wrong = { ...record, branch: { at: 3, fates: [fate] } } as unknown as GameRecord;
      expect(readGameFile(writeGameFile(wrong))).toEqual({ fault: 'not-a-game-file' });
    }
  });
});

describe('a game file', () => {
  it('gives back the game that was written, to the last fingerprint', () => {
    const opened = readGameFile(text);
    if (opened.fault !== undefined) throw new Error(opened.fault);
    expect(opened.record).toEqual(record);
    expect(hashOf(opened.state)).toBe(last);
    expect(opened.scenario).toEqual(tiny);
    expect(writeGameFile(opened.record)).toBe(text);
    const folded = foldGame(record);
    expect(folded).toMatchObject({ mismatches: [], scenario: { id: 'tiny' } });
  });

  it('gives back a game of any seed, at any move, undone or not', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom<SeatId>('observer', ...tiny.delegations.map(({ id }) => id)),
        fc.option(
          fc.array(
            fc.record({
              session: fc.nat(9),
              phase: fc.constantFrom(...PHASES),
              after: fc.nat(500),
              dropped: fc.integer({ min: 1, max: 99 }),
            }),
          ),
          { nil: undefined },
        ),
        (seed, seat, undone) => {
          const start: GameRecord = {
            ...record,
            seed,
            seat,
            moves: [],
            ...(undone === undefined ? {} : { undone }),
          };
          expect(readGameFile(writeGameFile(start))).toMatchObject({ record: start });
        },
      ),
      { numRuns: 20 },
    );
    for (const length of [1, 2, 30])
      expect(openGame({ ...record, moves: record.moves.slice(0, length) })).not.toHaveProperty('fault');
  });

  it('may lose the end of its last line, as mail programs do', () => {
    expect(readGameFile(text.trimEnd())).not.toHaveProperty('fault');
    expect(readGameFile(text.replace('\n', '\r\n'))).not.toHaveProperty('fault');
  });

  it('is not opened with any one character changed', () => {
    const end = shortText.length - 1;
    for (let place = 0; place < end; place += 1) {
      const other = shortText[place] === '0' ? '1' : '0';
      const found = readGameFile(`${shortText.slice(0, place)}${other}${shortText.slice(place + 1)}`);
      if (found.fault === undefined) throw new Error(`opened with another character at ${place}`);
    }
  });

  it('is not opened with any one character left out or put in', () => {
    for (let place = 0; place < shortText.length - 1; place += 1) {
      const without = readGameFile(shortText.slice(0, place) + shortText.slice(place + 1));
      const more = readGameFile(`${shortText.slice(0, place)} ${shortText.slice(place)}`);
      if (without.fault === undefined || (more.fault === undefined && place < shortText.length - 1))
        throw new Error(`opened with one character less or more at ${place}`);
    }
  });

  it('is known to be truncated, wherever it ends', () => {
    const head = '{"format":"nothing-is-agreed"'.length;
    for (let length = 0; length < shortText.length - 1; length += 1)
      expect(readGameFile(shortText.slice(0, length))).toEqual({
        fault: length < head ? 'not-a-game-file' : 'truncated',
      });
  });

  it('is known to be changed, not truncated, when its end is there', () => {
    const place = text.indexOf('"seed":') + '"seed":'.length;
    expect(readGameFile(text.slice(0, place) + text.slice(place + 1))).toEqual({ fault: 'tampered', at: -1 });
    expect(readGameFile(`${text}and more`)).toEqual({ fault: 'tampered', at: -1 });
  });

  it.each([
    '',
    ' ',
    '\uFEFF',
    'null',
    '[]',
    '0',
    '"nothing-is-agreed"',
    '{}',
    '{"format":"chess","version":1}',
    '{"format":"nothing-is-agreed"}',
    '{"format":"nothing-is-agreed","version":1}',
    '{"format":"nothing-is-agreed","version":0}',
    '{"format":"nothing-is-agreed","version":"2"}',
    '{"format":"nothing-is-agreed","version":1.5e-7}',
    '{"__proto__":{"format":"nothing-is-agreed"}}',
    '[Event "Casual game"]\n1. e4 e5',
    TINY_TEXT,
  ])('is not %j', (foreign) => {
    expect(readGameFile(foreign)).toEqual({ fault: 'not-a-game-file' });
  });

  it('is too long at some length', () => {
    expect(readGameFile(' '.repeat(GAME_BYTES + 1))).toEqual({ fault: 'not-a-game-file' });
  });

  it('with millions of moves, events or takings back is refused in a moment, not looked through', () => {
    const head = `{"format":"nothing-is-agreed","version":1`;
    const zeros = `[${'0,'.repeat(4_000_000)}0]`;
    const whole = shortText.slice(0, shortText.lastIndexOf(',"moves":'));
    const start = performance.now();
    for (const given of [
      `${head},"moves":${zeros}}`,
      `${head},"moves":[{"move":{},"because":[],"hash":"","events":${zeros}}]}`,
      `${head},"moves":[{"move":{},"events":[],"hash":"","because":${zeros}}]}`,
      `${whole},"moves":[],"undone":${zeros},"checksum":""}`,
      `${head},"moves":[${'[],'.repeat(GAME_MOVES)}[]]}`,
    ])
      expect(readGameFile(given)).toEqual({ fault: 'not-a-game-file' });
    expect(performance.now() - start, 'it hangs').toBeLessThan(60_000);
  });

  it('of a newer version says so, whatever else is in it', () => {
    const version = GAME_VERSION + 1;
    expect(readGameFile(text.replace('"version":1', `"version":${version}`))).toEqual({
      fault: 'newer-version',
      version,
    });
    expect(readGameFile(`{"format":"nothing-is-agreed","version":${version},"turns":{}}`)).toEqual({
      fault: 'newer-version',
      version,
    });
  });
});

describe('a forged game file, its checksum made right', () => {
  const forged = (change: Partial<GameRecord>) => readGameFile(writeGameFile({ ...record, ...change }));

  it('is found out by another seed', () => {
    expect(forged({ seed: 'other' })).toEqual({ fault: 'tampered', at: 0 });
  });

  it('is found out by another scenario', () => {
    const richer = TINY_TEXT.replace('reservation: [38, 48]', 'reservation: [8, 18]');
    expect(forged({ scenario: { ...record.scenario, text: richer } })).toEqual({ fault: 'tampered', at: 0 });
  });

  it('is found out by a scenario that does not read, with its faults', () => {
    const broken = TINY_TEXT.replace('style: trader', 'style: tradre');
    expect(forged({ scenario: { ...record.scenario, text: broken } })).toMatchObject({
      fault: 'scenario-faults',
      faults: [{ code: 'wrong-value', wrong: 'tradre' }],
    });
  });

  it('is found out by a seat that nobody has', () => {
    for (const seat of ['NOBODY', '__proto__', ''])
      expect(readGameFile(writeGameFile(withField(['seat'], seat)))).toEqual({ fault: 'not-a-game-file' });
  });

  it('is found out by the first move whose events, or whose fingerprint, are others', () => {
    const event = { kind: 'tension-moved', by: -20, to: 1, why: { code: 'calm' } };
    expect(openGame(withField(['moves', 5, 'events'], [event]))).toEqual({ fault: 'tampered', at: 5 });
    expect(openGame(withField(['moves', 9, 'hash'], last))).toEqual({ fault: 'tampered', at: 9 });
    expect(openGame({ ...record, moves: record.moves.toSpliced(7, 1) })).toEqual({
      fault: 'tampered',
      at: 7,
    });
  });

  it('is folded no further than to the first difference when it is to be opened', () => {
    const [first] = record.moves;
    if (first === undefined) throw new Error('the game has moves');
    const many = Array.from({ length: GAME_MOVES }, () => ({ ...first, hash: 'wrong' }));
    const start = performance.now();
    expect(forged({ moves: many })).toEqual({ fault: 'tampered', at: 0 });
    expect(performance.now() - start, 'it hangs').toBeLessThan(60_000);
    expect(foldGame({ ...record, moves: many.slice(0, 50) })).toHaveProperty('mismatches.length', 50);
  });

  it('has no move of which nothing came', () => {
    expect(readGameFile(writeGameFile(withField(['moves', 3, 'events'], [])))).toEqual({
      fault: 'not-a-game-file',
    });
  });

  it('is found out by an event that is none, and the moves after it count as differing', () => {
    const sung = withField(['moves', 6, 'events', 0], { kind: 'sang' });
    expect(openGame(sung)).toEqual({ fault: 'tampered', at: 6 });
    const folded = foldGame(sung);
    expect(folded).toMatchObject({
      mismatches: Array.from({ length: record.moves.length - 6 }, (_, place) => place + 6),
    });
  });
});

describe('a forged event that names a place far outside', () => {
  const spoke = record.moves.findIndex(({ events }) => events[0]?.kind === 'spoke');

  it.each([50_000_000, 3, -1, 0.5, '50000000', 'length', null])('option %j stops nothing', (option) => {
    const place = { article: tiny.articles[0]?.id, option, stance: 'object' };
    const forged = withField(['moves', spoke, 'events', 0, 'positions'], [place]);
    const start = performance.now();
    expect(openGame(forged)).toEqual({ fault: 'tampered', at: spoke });
    expect(foldGame(forged)).not.toHaveProperty('fault');
    expect(performance.now() - start, 'it hangs').toBeLessThan(60_000);
  });
});

/** Every place in a JSON value, as a path. */
const places = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        path,
        ...Object.entries(value).flatMap(([key, part]) =>
          places(part, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

describe('whatever a file holds, its reader answers', () => {
  const answers = (given: string): void => {
    const found = readGameFile(given);
    if (found.fault !== undefined) expect(FAULTS).toContain(found.fault);
    else expect(found.state.status).toMatch(/^(?:open|closed)$/u);
  };

  it('to any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (given) => answers(given)));
  });

  it('to any JSON under its own head', () => {
    const value = fc.jsonValue();
    const head = { format: fc.constant('nothing-is-agreed'), version: fc.constant(1) };
    const keys = {
      scenario: value,
      seed: value,
      seat: value,
      strength: value,
      moves: value,
      checksum: value,
    };
    fc.assert(
      fc.property(fc.record({ ...head, ...keys }, { requiredKeys: ['format', 'version'] }), (given) => {
        answers(JSON.stringify(given));
      }),
    );
  });

  it('to a record with anything anywhere, its checksum made right', () => {
    const all = places(record.moves.slice(0, 12)).filter((path) => path.length > 0);
    const odd = fc.oneof(
      fc.constantFrom(null, -1, 1e9, 1e308, '', '__proto__', 'constructor', [], {}, true, [[[]]], 'RU'),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), odd, (path, value) => {
        const forged = withField(['moves', ...path], value);
        answers(writeGameFile({ ...forged, moves: forged.moves.slice(0, 12) }));
        const filed = parseGameFile(writeGameFile(forged));
        if (filed.fault === undefined) foldGame(filed.record);
      }),
      { numRuns: 150 },
    );
  });
});
