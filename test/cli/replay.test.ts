import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { command } from '../../src/cli/replay.ts';
import { command as simCommand } from '../../src/cli/sim.ts';
import { hashOf, type Event } from '../../src/engine/index.ts';
import { readGameFile, writeGameFile, type GameRecord } from '../../src/scenario/index.ts';
import { captured, fileOf, newFile, TINY, type Said } from './captured.ts';

const replay = (...args: string[]): Promise<Said> => captured((io) => command.run(args, io));

const game = newFile('game.json');
let text = '';
let record: GameRecord;
let finalHash = '';

beforeAll(async () => {
  await captured((io) => simCommand.run([TINY, '--games', '1', '--out', game, '--json'], io));
  text = readFileSync(game, 'utf8');
  const opened = readGameFile(text);
  if (opened.fault !== undefined) throw new Error(opened.fault);
  record = opened.record;
  finalHash = hashOf(opened.state);
});

/** The game with some moves written otherwise, under a right checksum. */
const forged = (name: string, change: (moves: GameRecord['moves']) => GameRecord['moves']): string =>
  fileOf(name, writeGameFile({ ...record, moves: change(record.moves) }));

const ZERO = '0'.repeat(14);

describe('nia replay', () => {
  it('finds every state of a saved game as recorded', async () => {
    const { code, out, err } = await replay(game, '--verify', '--json');
    expect([code, err]).toEqual([0, '']);
    const found = JSON.parse(out);
    expect(found).toEqual({ events: expect.any(Number), mismatches: 0, finalHash });
    const recorded = record.moves.reduce((sum, { events }) => sum + events.length, 0);
    expect(found.events).toBeGreaterThan(recorded);
    expect((await replay(game, '--verify')).out).toContain('every state as recorded');
  });

  it('folds only, unless it is asked to compare', async () => {
    const file = forged('lied.json', (moves) => moves.map((move) => ({ ...move, hash: ZERO })));
    const { code, out } = await replay(file, '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { events: expect.any(Number), mismatches: 0, finalHash }]);
    expect((await replay(game)).out).not.toContain('as recorded');
  });

  it('counts every state that differs, and names the first', async () => {
    const file = forged('three.json', (moves) =>
      moves.map((move, place) => ([4, 7, 9].includes(place) ? { ...move, hash: ZERO } : move)),
    );
    const { code, out, err } = await replay(file, '--verify', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ mismatches: 3, finalHash });
    expect(err).toContain('the first after move 5');
  });

  it('counts all states after an event that did not happen', async () => {
    const extra: Event = { kind: 'tension-moved', by: 1, to: 99, why: { code: 'calm' } };
    const file = forged('extra.json', (moves) =>
      moves.map((move, place) => (place === 3 ? { ...move, events: [...move.events, extra] } : move)),
    );
    const { code, out } = await replay(file, '--verify', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).mismatches).toBeGreaterThan(0);
    expect(JSON.parse(out).finalHash).not.toBe(finalHash);
  });

  it('counts an event that cannot be applied and all after it', async () => {
    const file = fileOf('odd.json', writeGameFile(record).replace(/"kind":"spoke"/, '"kind":"sang"'));
    const { code, out, err } = await replay(file, '--verify', '--json');
    const { mismatches } = JSON.parse(out);
    expect([code, mismatches > 1]).toEqual([1, true]);
    expect(err).toContain(`the first after move ${record.moves.length - mismatches + 1}\n`);
  });

  it('says of a changed file that it was changed, even where every state is the recorded one', async () => {
    const file = fileOf('gentler.json', text.replace('"strength":"seasoned"', '"strength":"gentle"'));
    for (const args of [[file], [file, '--verify']]) {
      const { code, err } = await replay(...args);
      expect([code, err]).toEqual([
        1,
        `${file}: this file was changed after it was written: its checksum is another\n`,
      ]);
    }
  });

  it.each<[string, () => string | Uint8Array, string]>([
    ['truncated', () => text.slice(0, 900), 'truncated'],
    ['empty', () => '', 'not-a-game-file'],
    ['a scenario', () => record.scenario.text, 'not-a-game-file'],
    ['foreign JSON', () => '{"format":"chess"}', 'not-a-game-file'],
    ['from a newer version', () => text.replace('"version":1', '"version":2'), 'newer-version'],
    ['binary', () => new Uint8Array([0xff, 0xfe, 0, 1]), 'binary'],
    [
      'with a scenario that does not read',
      () => writeGameFile({ ...record, scenario: { ...record.scenario, text: 'format: 2' } }),
      'scenario-faults',
    ],
  ])('falls short of a file that is %s', async (name, content, fault) => {
    const file = fileOf(`broken ${name}.json`, content());
    const { code, out, err } = await replay(file, '--verify', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ events: 0, mismatches: 0, finalHash: null, fault });
    expect(err).toMatch(new RegExp(`^${file}: .{20}`, 'u'));
    const silent = await replay(file);
    expect([silent.code, silent.out]).toEqual([1, '']);
  });

  it('falls short of a file that is not there', async () => {
    const { code, err } = await replay('nowhere.json');
    expect([code, err]).toEqual([1, 'nowhere.json: The file cannot be read: there is none of this name\n']);
  });

  it.each([[[]], [[game, game]], [[game, '--verified']], [['--verify']]])(
    'is used wrongly as %j',
    async (args) => {
      await expect(replay(...args)).rejects.toThrow(UsageError);
    },
  );
});
